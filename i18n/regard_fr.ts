<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>regard</name>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Stopped.</source>
            <translation>Arrêté.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Regard does not speak '{found}'; it speaks {expected}</source>
            <translation>Regard ne parle pas « {found} » ; langues disponibles : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no such file</source>
            <translation>{file} : fichier introuvable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be read ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the disk is full; nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: column '{column}' is missing; found {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: found '{found}', expected {expected}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: '{found}' is already used on line {first_line}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: holds no road that a van can drive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no way by road leads from {origin} to {destination}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The workspace has no {role}: import a network first (regard network import)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No layer of the source is known: found {found}, expected {expected}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} {key} is in the workspace already; nothing was imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} has two shifts on day {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the shift of {agent} on day {day} ends before it starts ({start} to {end})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the shift of {agent} on day {day} starts or ends at place {place}, but there are {count} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the break of {agent} on day {day} cannot be taken between {start} and {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} is given twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} is at place {place}, but there are {count} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} needs nobody: give it at least one role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit}: {field} is negative ({found})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit}: a window ends before it starts ({start} to {end})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the weight of {term} must not be negative (found {found})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no such workspace; 'regard workspace create {file}' makes one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: exists already; choose another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is not a GeoPackage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is not a Regard workspace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by a newer Regard (schema {found}, this one knows {known}); update Regard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by an older Regard (schema {found}, this one writes {known}); run 'regard workspace migrate {target}'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by another build of Regard whose tables differ; build the workspace again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: in use by another program that is writing to it; try again when it has finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is read-only; nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the file is damaged ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: cannot be written ({reason}); nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is not a workspace address (expected {expected})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the server does not answer ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the connection to the server was lost; nothing was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: you may not do that on the server ({reason})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{crs}' is not a coordinate reference system that is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{crs}: a workspace needs a projected system in metres with an EPSG code, such as EPSG:2154</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' does not exist; near: {near}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' exists already; nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' was changed by {who} at {at} after you read it: {fields} is now {stored}, you wanted {wanted}; nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' was removed by {who} at {at} after you read it; nothing was written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no command to undo (asked for: {command})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no layer '{layer}' in the workspace; it has {known}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{layer}' cannot be the name of a layer: use letters, digits and _, and none of the workspace's own names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' does not say its coordinate reference system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Orders and tours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Cuts and excavations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Third-party networks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Drinking water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Stops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Orders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Agents' homes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Tours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Valves to close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Mains cut off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Excavations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Networks near the digs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Networks of other operators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Fire hydrants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Valves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Reservoirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Water pumping stations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Intakes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Treatment plants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Delivery points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Mains</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Service connections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewage pumping stations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Outfalls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Manholes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Gullies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewer connections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Zones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Roads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/project.py" />
            <source>Open data never replaces the consultation of the operators.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>In the dig: soft digging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>To mark out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>Position unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>Cut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/orders.py" />
            <source>P1 · emergency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/orders.py" />
            <source>P2 · urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/orders.py" />
            <source>P3 · normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/orders.py" />
            <source>P4 · to be planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Foul sewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Storm drain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Combined sewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class B</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class C, position unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Electricity and lighting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Gas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>District heating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Telecommunications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Chemicals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Other network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Main road</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Street</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Service road</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Local street</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, DN 200 and over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, DN 100 to 199</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, below DN 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main out of service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, stuck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Sensitive customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Customer</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
