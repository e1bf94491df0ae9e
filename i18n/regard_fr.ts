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
            <translation>Regard ne parle pas « {found} » ; langues disponibles : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no such file</source>
            <translation>{file} : fichier introuvable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be written ({reason})</source>
            <translation>{file} : écriture impossible ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be read ({reason})</source>
            <translation>{file} : lecture impossible ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the disk is full; nothing was written</source>
            <translation>{file} : le disque est plein ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: column '{column}' is missing; found {found}</source>
            <translation>{file} : la colonne « {column} » manque ; colonnes trouvées : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: found '{found}', expected {expected}</source>
            <translation>{file}, ligne {line}, colonne {column} : trouvé « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: '{found}' is already used on line {first_line}</source>
            <translation>{file}, ligne {line}, colonne {column} : « {found} » est déjà utilisé à la ligne {first_line}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: holds no road that a van can drive</source>
            <translation>{file} : ne contient aucune route praticable en fourgon</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the nearest street is {distance} m away</source>
            <translation>la rue la plus proche est à {distance} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>every street is closed</source>
            <translation>toutes les rues sont fermées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the street is cut off from the other roads[: {street}]</source>
            <translation>la rue est coupée des autres[ : {street}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is not a road network saved by osmnx ({reason})</source>
            <translation>{file} : n'est pas un réseau routier enregistré par osmnx ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The library osmnx is missing, which reads this: pip install osmnx</source>
            <translation>Il manque la bibliothèque osmnx, qui lit ceci : pip install osmnx</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{place}: no place of this name has roads in OpenStreetMap ({reason})</source>
            <translation>{place} : aucun lieu de ce nom n'a de routes dans OpenStreetMap ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{place}: OpenStreetMap cannot be reached ({reason})</source>
            <translation>{place} : OpenStreetMap est injoignable ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no street is made of the OpenStreetMap way {way}</source>
            <translation>aucune rue n'est faite du chemin OpenStreetMap {way}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer {layer}: a closure has the {field} '{found}', expected {expected}</source>
            <translation>couche {layer} : une fermeture a pour {field} « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the closure ends on {last}, before it begins on {first}</source>
            <translation>la fermeture finit le {last}, avant de commencer le {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no street is near that place: the nearest is {found} m away</source>
            <translation>aucune rue à cet endroit : la plus proche est à {found} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>There is no closure {found}; {count} are listed by 'regard roads closures', counted from 1</source>
            <translation>Il n'y a pas de fermeture {found} ; « regard roads closures » en liste {count}, numérotées à partir de 1</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closure {number} ended on {last} already</source>
            <translation>la fermeture {number} s'est déjà terminée le {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The workspace has no roads: import them first (regard roads import)</source>
            <translation>L'espace de travail n'a pas de routes : importez-les d'abord (regard roads import)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no way by road leads from {origin} to {destination}</source>
            <translation>aucun itinéraire routier ne mène de {origin} à {destination}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is not a text file</source>
            <translation>{file} : n'est pas un fichier texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: cannot be read as JSON ({reason})</source>
            <translation>{file}, ligne {line} : JSON illisible ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is in none of the formats {expected}</source>
            <translation>{file} : dans aucun des formats {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No format is called '{found}'; there are {expected}</source>
            <translation>Aucun format ne s'appelle « {found} » ; il y a {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: '{part}' is missing</source>
            <translation>{file} : « {part} » manque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, {field}: found '{found}', expected {expected}</source>
            <translation>{file}, ligne {line}, {field} : trouvé « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, {field}: found '{found}', expected otherwise ({expected})</source>
            <translation>{file}, {field} : trouvé « {found} », attendu autrement ({expected})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>at least {count} values</source>
            <translation>au moins {count} valeurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a number from {least} to {most}</source>
            <translation>un nombre de {least} à {most}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing below {least}</source>
            <translation>rien en dessous de {least}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} lists in square brackets</source>
            <translation>{count} listes entre crochets</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} values</source>
            <translation>{count} valeurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The workspace has no {role}: import a network first (regard network import)</source>
            <translation>L'espace de travail ne contient pas de couche {role} : importez d'abord un réseau (regard network import)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No layer of the source is known: found {found}, expected {expected}</source>
            <translation>Aucune couche de la source n'est reconnue : trouvé {found}, attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No network was imported into the workspace: import one first (regard network import)</source>
            <translation>Aucun réseau n'a été importé dans l'espace de travail : en importer un d'abord (regard network import)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing was imported: no row of {layers} is an asset of the network</source>
            <translation>Rien n'a été importé : aucune ligne de {layers} n'est un ouvrage du réseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No planning objective is called '{found}'; there are {expected}</source>
            <translation>Aucun objectif de planification ne s'appelle « {found} » ; objectifs disponibles : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no factor of a term of the cost; expected some of {expected}</source>
            <translation>« {found} » n'est pas un facteur d'un terme du coût ; attendus parmi {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>These orders cannot be taken alone; nothing was stored: {found}[; take also {orders}]</source>
            <translation>Ces ordres ne peuvent pas être repris seuls ; rien n'a été enregistré : {found}[ ; reprendre aussi {orders}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Plan {found} came into force in the meantime: plan again</source>
            <translation>Le planning {found} est entré en vigueur entre-temps : planifiez à nouveau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>None of the orders chosen is changed by the plan</source>
            <translation>Aucun des ordres choisis n'est modifié par le planning</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No agent works on {day}: import agents, or choose another day</source>
            <translation>Aucun agent ne travaille le {day} : importez des agents ou choisissez un autre jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing can be planned on {day} as at {now}: that day is over. Choose a later one, or an earlier moment (--now)</source>
            <translation>Rien ne peut être planifié le {day} à la date du {now} : cette journée est terminée. Choisissez un jour ultérieur, ou un moment antérieur (--now)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{day} was over at {now}: it is planned whole, as from its first hour</source>
            <translation>Le {day} était terminé au {now} : il est planifié en entier, depuis sa première heure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The plan breaks rules and was not stored: {found}</source>
            <translation>Le planning enfreint des règles et n'a pas été enregistré : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No plan holds {day}: plan that day first (regard plan)</source>
            <translation>Aucun planning ne couvre le {day} : planifiez d'abord ce jour (regard plan)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nobody has time left in the plan after {now}</source>
            <translation>Plus personne n'a de temps dans le planning après {now}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Plan {plan} no longer keeps the rules ({found}): plan the rest of the day again (regard replan)</source>
            <translation>Le planning {plan} ne respecte plus les règles ({found}) : replanifiez le reste de la journée (regard replan)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The plan in force has changed: it is {found}, the proposal was made for {expected}. Ask again</source>
            <translation>Le planning en vigueur a changé : c'est {found}, la proposition valait pour {expected}. Redemandez-la</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>an appointment from {opens} to {closes} is over, or ends before it starts</source>
            <translation>un rendez-vous de {opens} à {closes} est passé, ou finit avant de commencer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} is {found}; only an order that is {expected} can be planned</source>
            <translation>l'ordre {order} est à l'état {found} ; seul un ordre à l'état {expected} peut être planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} is already planned</source>
            <translation>l'ordre {order} est déjà planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} is not in plan {plan}</source>
            <translation>l'ordre {order} n'est pas dans le planning {plan}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} of plan {plan} has left, or nobody is to make it</source>
            <translation>l'ordre {order} du planning {plan} est déjà parti, ou personne ne doit le faire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>agent {agent} has no working time left in the plan of {day}; these have: {known}</source>
            <translation>l'agent {agent} n'a plus de temps de travail dans le planning du {day} ; en ont encore : {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a dispatcher does not bend {way} here, only {expected}</source>
            <translation>un planificateur ne peut pas assouplir {way} ici, seulement {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} fits nowhere even so; nothing was changed</source>
            <translation>l’ordre {order} ne trouve toujours pas sa place ; rien n’a été modifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>after this, order {order} would go to {agents} at {start}, not to {said} at {said_start}; nothing was changed</source>
            <translation>après cela, l'ordre {order} irait à {agents} à {start}, et non à {said} à {said_start} ; rien n'a été changé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order}: there is no alternative {found}, only {count}</source>
            <translation>ordre {order} : il n'y a pas de solution {found}, seulement {count}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} waits for {other}, which is neither done nor part of the plan</source>
            <translation>l'ordre {order} attend {other}, qui n'est ni fait ni au planning</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order}: found role {found}; it has {count}, counted from 0</source>
            <translation>ordre {order} : rôle {found} trouvé ; il y en a {count}, comptés à partir de 0</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>found position {found}; positions count from 1</source>
            <translation>position {found} trouvée ; les positions se comptent à partir de 1</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No agent and no order belongs to a zone '{found}'; there are {expected}</source>
            <translation>Aucun agent ni aucun ordre n'appartient à une zone '{found}' ; il y a {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Road closures in force: {count}; streets that no tour uses: {streets}</source>
            <translation>Fermetures de routes en vigueur : {count} ; rues qu'aucune tournée n'emprunte : {streets}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Closures that hold on some of these days only, but are kept clear of on all: {count}[ ({reasons})]</source>
            <translation>Fermetures valables certains de ces jours seulement, mais évitées tous les jours : {count}[ ({reasons})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>A worker runs Regard {found}, but the zones were made by Regard {own}: install the same version</source>
            <translation>Un poste de calcul utilise Regard {found}, mais les zones viennent de Regard {own} : installez la même version</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The processes that plan zones were killed {times} times, as when memory runs out; zones left: {zones}; nothing was stored</source>
            <translation>Les processus qui planifient les zones ont été arrêtés {times} fois, comme lorsque la mémoire manque ; zones restantes : {zones} ; rien n'a été enregistré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Without a zone, planned together by themselves: {agents} agent(s), {orders} order(s)</source>
            <translation>Sans zone, planifiés ensemble à part : {agents} agent(s), {orders} ordre(s)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zones {zone} are planned together: orders of one are tied to orders of the other</source>
            <translation>Les zones {zone} sont planifiées ensemble : des ordres de l'une sont liés à des ordres de l'autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nobody works in zone {zone} on these days; orders left out there: {orders}</source>
            <translation>Personne ne travaille dans la zone {zone} ces jours-là ; ordres non planifiés : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zones that this plan leaves out: {zones} (orders: {orders})</source>
            <translation>Zones que ce planning ne couvre pas : {zones} (ordres : {orders})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The tours kept in zone {zone} lose what has become impossible: {orders}</source>
            <translation>Les tournées conservées dans la zone {zone} perdent ce qui est devenu impossible : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The library distributed is missing, which runs zones on a cluster: pip install 'regard[cluster]'</source>
            <translation>Il manque la bibliothèque distributed, qui répartit les zones sur une grappe : pip install 'regard[cluster]'</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not the address of a scheduler such as tcp://10.0.0.5:8786</source>
            <translation>'{found}' n'est pas l'adresse d'un ordonnanceur comme tcp://10.0.0.5:8786</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{address}: no scheduler answers</source>
            <translation>{address} : aucun ordonnanceur ne répond</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{address}: the scheduler has no worker; nothing was stored</source>
            <translation>{address} : l'ordonnanceur n'a aucun poste de calcul ; rien n'a été enregistré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zone {zone} could not be planned on the cluster: {reason}; nothing was stored</source>
            <translation>La zone {zone} n'a pas pu être planifiée sur la grappe : {reason} ; rien n'a été enregistré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{folder}: is not an empty folder</source>
            <translation>{folder} : n'est pas un dossier vide</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{folder}: none of the files that are looked for is there ({expected})</source>
            <translation>{folder} : aucun des fichiers recherchés ne s'y trouve ({expected})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} has two shifts on day {day}</source>
            <translation>{agent} a deux vacations le jour {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the shift of {agent} on day {day} ends before it starts ({start} to {end})</source>
            <translation>la vacation de {agent} le jour {day} finit avant de commencer ({start} à {end})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the shift of {agent} on day {day} starts or ends at place {place}, but there are {count} places</source>
            <translation>la vacation de {agent} le jour {day} commence ou finit au lieu {place}, mais il n'y a que {count} lieux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the break of {agent} on day {day} cannot be taken between {start} and {end}</source>
            <translation>la pause de {agent} le jour {day} ne peut pas être prise entre {start} et {end}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} is given twice</source>
            <translation>la visite {visit} est donnée deux fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} is at place {place}, but there are {count} places</source>
            <translation>la visite {visit} est au lieu {place}, mais il n'y a que {count} lieux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} needs nobody: give it at least one role</source>
            <translation>la visite {visit} ne demande personne : donnez-lui au moins un rôle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit}: {field} is negative ({found})</source>
            <translation>visite {visit} : {field} est négatif ({found})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit}: a window ends before it starts ({start} to {end})</source>
            <translation>visite {visit} : un créneau finit avant de commencer ({start} à {end})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit}: a role that starts {least} to {most} s after the first; expected a least and a most lag, from 0 on, and none for the first role</source>
            <translation>{visit} : un rôle qui commence {least} à {most} s après le premier ; attendu un décalage minimal et un maximal, à partir de 0, et aucun pour le premier rôle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the van of {agent} on day {day} cannot carry {found} of {part}</source>
            <translation>le véhicule de {agent}, le jour {day}, ne peut pas porter {found} de {part}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the call of {agent} at the store on day {day} takes {found} s; expected nothing below 0</source>
            <translation>le passage de {agent} au magasin, le jour {day}, dure {found} s ; rien en dessous de 0 n’est attendu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the longest tour of {agent} on day {day} is {found} s; expected nothing below 0</source>
            <translation>la tournée la plus longue de {agent}, le jour {day}, est de {found} s ; rien en dessous de 0 n’est attendu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the ways of vehicle {vehicle} are between {count} places, the others between {expected}</source>
            <translation>les trajets du véhicule {vehicle} relient {count} lieux, les autres {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the tour of {agent} on day {day} is to begin with {visit}, but there is no such visit</source>
            <translation>la tournée de {agent}, le jour {day}, doit commencer par {visit}, mais cette visite n’existe pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the tour of {agent} on day {day} is to begin with {visit}: found {found} agents who begin with it, expected {expected}</source>
            <translation>la tournée de {agent}, le jour {day}, doit commencer par {visit} : {found} agents commencent par elle, {expected} attendus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the tour of {agent} cannot begin as it is to: {rule} {visit} {detail}</source>
            <translation>la tournée de {agent} ne peut pas commencer comme demandé : {rule} {visit} {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link {first} - {second} ({kind}): there is no visit {visit}</source>
            <translation>lien {first} - {second} ({kind}) : il n’y a pas de visite {visit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link {first} - {second} ({kind}): a visit cannot be linked to itself</source>
            <translation>lien {first} - {second} ({kind}) : une visite ne peut pas être liée à elle-même</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link {first} - {second} ({kind}): found a lag of {least} to {most} s; expected a least lag from 0 on, and a most lag that is not less</source>
            <translation>lien {first} - {second} ({kind}) : trouvé un décalage de {least} à {most} s ; attendu un minimum à partir de 0, et un maximum qui ne soit pas inférieur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link {first} - {second} ({kind}): only visits of one agent can be linked so</source>
            <translation>lien {first} - {second} ({kind}) : seules des visites à un agent peuvent être liées ainsi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link {first} - {second} ({kind}): other links have them start together</source>
            <translation>lien {first} - {second} ({kind}) : d’autres liens les font commencer ensemble</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>each of these visits has to come after the next: {visits}</source>
            <translation>chacune de ces visites doit venir après la suivante : {visits}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the weight of {term} must not be negative (found {found})</source>
            <translation>le poids de {term} ne doit pas être négatif (trouvé {found})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} would start at {detail}, outside its window</source>
            <translation>{visit} commencerait à {detail}, hors de son créneau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would begin the break at {detail}, too late</source>
            <translation>{agent} commencerait sa pause à {detail}, trop tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would have no break (from {detail} on)</source>
            <translation>{agent} n'aurait pas de pause (à partir de {detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the breaks of {agent} are out of order</source>
            <translation>les pauses de {agent} ne se suivent pas dans l'ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would be back at {detail}, too late</source>
            <translation>{agent} serait de retour à {detail}, trop tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} would wait for an order that waits for it</source>
            <translation>{visit} attendrait un ordre qui l'attend lui-même</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} would start too long after {detail}</source>
            <translation>{visit} commencerait trop longtemps après {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} is not made without {detail}, which is left out</source>
            <translation>{visit} ne se fait pas sans {detail}, qui n'est pas planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} must be made by the agent of {detail}</source>
            <translation>{visit} doit être fait par l'agent de {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} must be made on the day of {detail}</source>
            <translation>{visit} doit être fait le même jour que {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} would have {detail} agents</source>
            <translation>{visit} aurait {detail} agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one agent would make two parts of {visit}</source>
            <translation>un même agent tiendrait deux rôles de {visit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody sent to {visit} has the skill {detail}, or not everyone who needs it</source>
            <translation>personne d'envoyé sur {visit} n'a la compétence {detail}, ou pas tous ceux qui doivent l'avoir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody sent to {visit} has on board: {detail}</source>
            <translation>personne d'envoyé sur {visit} n'a à bord : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} must not be sent to {visit}</source>
            <translation>{detail} ne doit pas être envoyé sur {visit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} is kept for other agents or days than {detail}</source>
            <translation>{visit} est réservé à d'autres agents ou jours que {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} cannot be reached by road</source>
            <translation>{visit} ne peut pas être atteint par la route</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would be away too long, back at {detail}</source>
            <translation>{agent} serait absent trop longtemps, de retour à {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the tour of {agent} must begin with {detail}</source>
            <translation>la tournée de {agent} doit commencer par {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would not have enough on board for {visit}: {detail}</source>
            <translation>{agent} n'aurait pas assez de stock à bord pour {visit} : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} would call at the store more often than he can ({detail})</source>
            <translation>{agent} passerait au magasin plus souvent que possible ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} is not accounted for: made, left out or given away, once</source>
            <translation>{visit} doit être soit planifiée, soit laissée de côté, soit confiée à un tiers, une seule fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{visit} would be given away, but nobody takes it at a price that is worth it</source>
            <translation>{visit} serait confiée à un tiers, mais personne ne la prend à un prix acceptable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fits into the day for {minutes} min more</source>
            <translation>tient dans la journée pour {minutes} min de plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>costs {minutes} min, more than it is worth</source>
            <translation>coûte {minutes} min, plus que cela ne vaut</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{minutes} min are missing in the day</source>
            <translation>il manque {minutes} min dans la journée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>cannot be reached within {detail}</source>
            <translation>ne peut être atteint dans le créneau {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>may not start before {detail}</source>
            <translation>ne peut légalement commencer avant le {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>lacks the skill {detail}</source>
            <translation>n'a pas la compétence {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no {detail} on board</source>
            <translation>n'a pas à bord : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>must not be sent there</source>
            <translation>ne doit pas y être envoyé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is kept for {detail}</source>
            <translation>est réservé à {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no road leads there</source>
            <translation>aucune route n'y mène</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>only {detail} agents are able and free</source>
            <translation>seuls {detail} agents sont qualifiés et libres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} agents could come, but never at the same time</source>
            <translation>{detail} agents pourraient venir, mais jamais en même temps</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>does not work that day</source>
            <translation>ne travaille pas ce jour-là</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has not enough of {detail} on board, and no store to call at</source>
            <translation>n'a pas assez à bord ({detail}), et aucun magasin où passer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>came in after the plan was made: plan again, or send a crew</source>
            <translation>arrivé après la planification : replanifier, ou envoyer une équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>was taken out of the plan by hand ({detail})</source>
            <translation>a été retirée du plan à la main ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a subcontractor has it ({detail})</source>
            <translation>un sous-traitant l'a ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the depot does not hold enough for all tours: {detail}</source>
            <translation>le dépôt n'en a pas assez pour toutes les tournées : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody holds {detail}: part to order</source>
            <translation>personne ne détient {detail} : pièce à commander</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no van holds enough of {detail}, and nobody calls at a store</source>
            <translation>aucun véhicule n'a assez de {detail}, et personne ne passe au magasin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no time to load, or too little left on board: {detail}</source>
            <translation>n'a pas le temps de charger, ou plus assez à bord : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>does not fit between what is planned, even with more time</source>
            <translation>ne tient pas entre ce qui est planifié, même avec plus de temps</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the drive there and back is {minutes} min too long for the day</source>
            <translation>le trajet aller et retour dépasse la journée de {minutes} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>takes {minutes} min more than the day has</source>
            <translation>dure {minutes} min de plus que la journée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the skill {detail} expired on {until}</source>
            <translation>la compétence {detail} a expiré le {until}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>depends on {detail}, which is not planned</source>
            <translation>dépend de {detail}, qui n'est pas planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} ends too late for it to follow</source>
            <translation>{detail} finit trop tard pour qu'il suive</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail}, which has to follow, starts too early</source>
            <translation>{detail}, qui doit suivre, commence trop tôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>would come too long after {detail}</source>
            <translation>viendrait trop longtemps après {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail}, which has to start with it, fits nowhere</source>
            <translation>{detail}, qui doit commencer en même temps, ne tient nulle part</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>could come, but never at one moment with {detail}</source>
            <translation>pourrait venir, mais jamais au même moment que {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>would overlap {detail}, which it must not</source>
            <translation>chevaucherait {detail}, ce qui est interdit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} is made by somebody else, and both need the same agent</source>
            <translation>{detail} est confié à quelqu'un d'autre, et il faut le même agent pour les deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} is made on another day, and both need the same day</source>
            <translation>{detail} est prévu un autre jour, et il faut le même jour pour les deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>cannot keep its ties to {detail} all at once</source>
            <translation>ne peut respecter à la fois tous ses liens avec {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the hours of {detail} never allow both</source>
            <translation>les horaires de {detail} ne permettent jamais les deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>would have to come after itself, with {detail}</source>
            <translation>devrait venir après lui-même, avec {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>its ties to {detail} contradict each other</source>
            <translation>ses liens avec {detail} se contredisent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>its tie to {detail} asks for a time in between that cannot be</source>
            <translation>son lien avec {detail} demande un délai impossible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>must be made by the same agent as {detail}, but one of the two needs several agents</source>
            <translation>doit être faite par le même agent que {detail}, mais l'une des deux demande plusieurs agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody works within {detail}</source>
            <translation>personne ne travaille dans le créneau {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody has the skill {detail}</source>
            <translation>personne n'a la compétence {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody has these skills together: {detail}</source>
            <translation>personne ne réunit ces compétences : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no vehicle carries {detail}</source>
            <translation>aucun véhicule ne porte : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is kept for {detail}, who must not be sent there</source>
            <translation>est réservé à {detail}, qui ne doit pas y être envoyé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is kept for day {detail}, on which nobody works</source>
            <translation>est réservé au jour {detail}, où personne ne travaille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is kept for {detail}, who does not work then</source>
            <translation>est réservé à {detail}, qui ne travaille pas ces jours-là</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>none of those it is kept for has the skill {detail}</source>
            <translation>aucun de ceux à qui il est réservé n'a la compétence {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the duration is negative ({detail} min)</source>
            <translation>la durée est négative ({detail} min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>needs {detail} agents; expected one at least</source>
            <translation>demande {detail} agent(s) ; il en faut au moins un</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the window ends before it starts ({detail})</source>
            <translation>le créneau finit avant de commencer ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the place has no coordinates</source>
            <translation>le lieu n'a pas de coordonnées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>visit {visit} cannot be planned: {problem}</source>
            <translation>la visite {visit} ne peut pas être planifiée : {problem}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} cannot be planned: {problem}</source>
            <translation>{order} ne peut pas être planifié : {problem}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is left out of the plan: {problem}</source>
            <translation>{agent} est laissé hors du plan : {problem}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the working day ends before it starts ({start} to {end})</source>
            <translation>la journée de travail finit avant de commencer ({start} à {end})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a break of {minutes} min does not fit between {start} and {end}</source>
            <translation>une pause de {minutes} min ne tient pas entre {start} et {end}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} is negative ({found})</source>
            <translation>{field} est négatif ({found})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the home has no coordinates</source>
            <translation>le point de départ n'a pas de coordonnées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} works {minutes} min longer</source>
            <translation>{agent} travaille {minutes} min de plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the window stays open {minutes} min longer</source>
            <translation>le créneau finit {minutes} min plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the window opens {minutes} min earlier</source>
            <translation>le créneau commence {minutes} min plus tôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>same hours, {days} day(s) later</source>
            <translation>mêmes heures, {days} jour(s) plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} is lent to {agent}</source>
            <translation>prêter à {agent} : {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>two agents go: {agent}</source>
            <translation>y aller à deux : {agent}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} goes without the skill {detail}</source>
            <translation>{agent} y va sans la compétence {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} may come, though it is kept for others or for another day</source>
            <translation>{agent} peut venir, bien que ce soit réservé à d'autres ou à un autre jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it may start at another time than {detail}</source>
            <translation>il peut commencer à une autre heure que {detail}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} may come after all</source>
            <translation>{agent} peut venir malgré l'interdiction</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} comes from another zone</source>
            <translation>{agent} vient d'une autre zone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it waits {days} day(s) beyond those of the plan</source>
            <translation>attendre {days} jour(s) au-delà de ceux du plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the due date is put off by {minutes} min</source>
            <translation>repousser l'échéance de {minutes} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{detail} is taken out of the plan</source>
            <translation>retirer {detail} du plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>only {detail} agent(s) go</source>
            <translation>n'y envoyer que {detail} agent(s)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nobody goes without the authorisation {detail}.</source>
            <translation>Personne n'y va sans l'habilitation {detail}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing starts before its legal date.</source>
            <translation>Rien ne commence avant sa date légale.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>waits for order {detail}, which is neither done nor planned</source>
            <translation>attend l'ordre {detail}, qui n'est ni fait ni planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>its valves cannot be closed before it and opened again after it</source>
            <translation>ses vannes ne peuvent être fermées avant puis rouvertes après</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is to be given to a subcontractor, at the price of {minutes} min</source>
            <translation>à confier à un sous-traitant, au prix de {minutes} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the plan was made by zones: only the agents of its own zone were asked[ ({detail})]</source>
            <translation>le plan a été établi par zones : seuls les agents de sa propre zone ont été sollicités[ ({detail})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: column '{column}' is unknown; expected {expected}</source>
            <translation>{file} : la colonne « {column} » est inconnue ; attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: column '{column}' is there twice</source>
            <translation>{file} : la colonne « {column} » figure deux fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is empty; the first line must name the columns</source>
            <translation>{file} : est vide ; la première ligne doit nommer les colonnes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is not a CSV text file</source>
            <translation>{file} : n'est pas un fichier texte CSV</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: has {found} cells where the first line names {expected} columns</source>
            <translation>{file}, ligne {line} : {found} cellules alors que la première ligne nomme {expected} colonnes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: cannot be read as CSV ({reason})</source>
            <translation>{file}, ligne {line} : CSV illisible ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{first} (and {count} more)</source>
            <translation>{first} (et {count} autres)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>some text</source>
            <translation>un texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a whole number</source>
            <translation>un nombre entier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a number such as 12.5</source>
            <translation>un nombre comme 12.5</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>yes or no</source>
            <translation>yes ou no</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a date such as 2026-06-03</source>
            <translation>une date comme 2026-06-03</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a date and time such as 2026-06-03 08:12</source>
            <translation>une date et une heure comme 2026-06-03 08:12</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a time such as 08:30</source>
            <translation>une heure comme 08:30</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a list such as a;b</source>
            <translation>une liste comme a;b</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pairs such as a=1;b=2</source>
            <translation>des couples comme a=1;b=2</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a geometry in WKT</source>
            <translation>une géométrie en WKT</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a polygon</source>
            <translation>un polygone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a geometry</source>
            <translation>une géométrie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a list or pairs in JSON</source>
            <translation>une liste ou des paires en JSON</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a point</source>
            <translation>un point</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing before {column} ({value})</source>
            <translation>rien avant {column} ({value})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one of {values}</source>
            <translation>une valeur parmi {values}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no such workspace; 'regard workspace create {file}' makes one</source>
            <translation>{file} : espace de travail introuvable ; « regard workspace create {file} » en crée un</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: exists already; choose another name</source>
            <translation>{target} : existe déjà ; choisissez un autre nom</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: a workspace file is named .gpkg</source>
            <translation>{target} : un fichier d'espace de travail se nomme .gpkg</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is not a GeoPackage</source>
            <translation>{file} : n'est pas un GeoPackage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is not a Regard workspace</source>
            <translation>{target} : n'est pas un espace de travail Regard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by a newer Regard (schema {found}, this one knows {known}); update Regard</source>
            <translation>{target} : créé par un Regard plus récent (schéma {found}, celui-ci connaît {known}) ; mettez Regard à jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by an older Regard (schema {found}, this one writes {known}); run 'regard workspace migrate {target}'</source>
            <translation>{target} : créé par un Regard plus ancien (schéma {found}, celui-ci écrit {known}) ; lancez « regard workspace migrate {target} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by another build of Regard whose tables differ; run 'regard workspace migrate {target}'</source>
            <translation>{target} : fait par une autre version de Regard, dont les tables diffèrent ; lancez « regard workspace migrate {target} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: made by another build of Regard, whose tables hold what this one does not know ({columns}); open it with the build that made it</source>
            <translation>{target} : fait par une autre version de Regard, dont les tables contiennent ce que celle-ci ne connaît pas ({columns}) ; ouvrez-le avec la version qui l'a fait</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: in use by another program that is writing to it; try again when it has finished</source>
            <translation>{target} : un autre programme est en train d'y écrire ; réessayez quand il aura fini</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is read-only; nothing was written</source>
            <translation>{target} : est en lecture seule ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the file is damaged ({reason})</source>
            <translation>{target} : le fichier est endommagé ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: cannot be written ({reason}); nothing was changed</source>
            <translation>{target} : écriture impossible ({reason}) ; rien n'a été modifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: passwords do not belong in an address, which ends up in logs and projects; put it in ~/.pgpass or in a service file (postgresql:///?service=NAME)</source>
            <translation>{target} : un mot de passe n'a pas sa place dans une adresse, qui finit dans des journaux et des projets ; mettez-le dans ~/.pgpass ou dans un fichier de service (postgresql:///?service=NOM)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: names an authentication that QGIS keeps (authcfg), so only QGIS can open it; elsewhere the password belongs in ~/.pgpass or in a service file</source>
            <translation>{target} : désigne une authentification gardée par QGIS (authcfg), donc seul QGIS peut l'ouvrir ; ailleurs, le mot de passe se met dans ~/.pgpass ou dans un fichier de service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>QGIS has no authentication '{config}', or its master password was not given; choose the connection again</source>
            <translation>QGIS n'a pas d'authentification « {config} », ou son mot de passe principal n'a pas été donné ; choisissez de nouveau la connexion</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the authentication '{config}' is of the kind {kind}; for a workspace it must be a user and a password (Basic)</source>
            <translation>l'authentification « {config} » est du type {kind} ; pour un espace de travail, il faut un utilisateur et un mot de passe (Basic)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is not a workspace address (expected {expected})</source>
            <translation>{target} : n'est pas une adresse d'espace de travail (attendu : {expected})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a workspace on a server needs the library psycopg: pip install 'psycopg[binary]'</source>
            <translation>un espace de travail sur un serveur demande la bibliothèque psycopg : pip install 'psycopg[binary]'</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the database is not one of UTF-8 text; make a database with ENCODING 'UTF8'</source>
            <translation>la base de données n'est pas en UTF-8 ; créez une base avec ENCODING 'UTF8'</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: a file has no roles; whoever may open the file may change it</source>
            <translation>{target} : un fichier n'a pas de rôles ; qui peut l'ouvrir peut le modifier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No role is called '{found}'; there are {expected}</source>
            <translation>Aucun rôle ne s'appelle « {found} » ; il y a {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The server knows no login '{found}'; near: {near}</source>
            <translation>Le serveur ne connaît aucun compte « {found} » ; proches : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the server does not answer ({reason})</source>
            <translation>{target} : le serveur ne répond pas ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: the connection to the server was lost; nothing was changed</source>
            <translation>{target} : la connexion au serveur a été perdue ; rien n'a été modifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: you may not do that on the server ({reason})</source>
            <translation>{target} : vous n'avez pas ce droit sur le serveur ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{crs}' is not a coordinate reference system that is known</source>
            <translation>« {crs} » n'est pas un système de coordonnées connu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{crs}: a workspace needs a projected system in metres with an EPSG code, such as EPSG:2154</source>
            <translation>{crs} : un espace de travail demande un système projeté en mètres avec un code EPSG, comme EPSG:2154</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' does not exist[; near: {near}]</source>
            <translation>{table} « {key} » n'existe pas[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' exists already; nothing was written</source>
            <translation>{table} « {key} » existe déjà ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: {table} '{key}' exists already; nothing was written</source>
            <translation>{file}, ligne {line}, colonne {column} : {table} « {key} » existe déjà ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>priority</source>
            <translation>priorité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>state</source>
            <translation>état</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>deadline</source>
            <translation>échéance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>earliest start</source>
            <translation>début au plus tôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>start of the appointment</source>
            <translation>début du rendez-vous</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>end of the appointment</source>
            <translation>fin du rendez-vous</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>start</source>
            <translation>début</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>end</source>
            <translation>fin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>start of the work</source>
            <translation>début des travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>end of the work</source>
            <translation>fin des travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>minutes on site</source>
            <translation>minutes sur place</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>agents at once</source>
            <translation>agents à la fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>address</source>
            <translation>adresse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>zone</source>
            <translation>zone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>asset</source>
            <translation>ouvrage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>score</source>
            <translation>points</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>note</source>
            <translation>remarque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reason</source>
            <translation>motif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order</source>
            <translation>ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>agent</source>
            <translation>agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>quantity</source>
            <translation>quantité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' was changed by {who} at {at} after you read it: {fields} is now {stored}, you wanted {wanted}; nothing was written</source>
            <translation>{table} « {key} » a été modifié par {who} le {at} après votre lecture : {fields} vaut maintenant {stored}, vous vouliez {wanted} ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}', column {column}: another program left '{found}', expected {expected}</source>
            <translation>{table} « {key} », colonne {column} : un autre programme a laissé « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} '{key}' was removed by {who} at {at} after you read it; nothing was written</source>
            <translation>{table} « {key} » a été supprimé par {who} le {at} après votre lecture ; rien n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no command to undo (asked for: {command})</source>
            <translation>aucune commande à annuler (demandé : {command})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no layer '{layer}' in the workspace; it has {known}</source>
            <translation>il n'y a pas de couche « {layer} » dans l'espace de travail ; il contient {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: has no layer '{layer}'; it has {known}</source>
            <translation>{file} : n'a pas de couche « {layer} » ; couches présentes : {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{layer}' cannot be the name of a layer: use letters, digits and _, and none of the workspace's own names</source>
            <translation>« {layer} » ne peut pas nommer une couche : des lettres, des chiffres et _, et aucun des noms propres à l'espace de travail</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' is in {first} and in {file}</source>
            <translation>la couche « {layer} » est dans {first} et dans {file}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' cannot be written ({reason}); what was there before is unchanged</source>
            <translation>la couche « {layer} » ne peut pas être écrite ({reason}) ; l'existant est inchangé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' does not say its coordinate reference system; give it the one that it was drawn in: ogr2ogr -a_srs EPSG:2154 NEW OLD, or export it with a CRS from QGIS</source>
            <translation>la couche « {layer} » ne dit pas son système de coordonnées ; lui donner celui dans lequel elle a été dessinée : ogr2ogr -a_srs EPSG:2154 NOUVEAU ANCIEN, ou l'exporter depuis QGIS avec un SCR</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' says {crs}, in metres, but its coordinates look like degrees ({place}); give it the CRS that it was drawn in: ogr2ogr -a_srs EPSG:4326 NEW OLD, or export it with that CRS from QGIS</source>
            <translation>la couche « {layer} » se dit en {crs}, en mètres, mais ses coordonnées ressemblent à des degrés ({place}) ; lui donner le SCR dans lequel elle a été dessinée : ogr2ogr -a_srs EPSG:4326 NOUVEAU ANCIEN, ou l'exporter depuis QGIS avec ce SCR</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>within {farthest} km of a main or sewer, in {crs} (it is {off} km away)</source>
            <translation>à moins de {farthest} km d'une canalisation, en {crs} (à {off} km)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one of {values}[ (near: {near})]</source>
            <translation>une valeur parmi {values}[ (proche : {near})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a value</source>
            <translation>une valeur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the vehicles {values}</source>
            <translation>les véhicules {values}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a field that these rules have</source>
            <translation>un champ que ces règles connaissent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a list</source>
            <translation>une liste</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>names with their values</source>
            <translation>des noms avec leurs valeurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>more than {gt}</source>
            <translation>plus de {gt}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{ge} or more</source>
            <translation>{ge} ou plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>less than {lt}</source>
            <translation>moins de {lt}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{le} or less</source>
            <translation>{le} ou moins</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a revocation for {missing}</source>
            <translation>une révocation pour {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>names under {kind} of means.yaml[ (near: {near})]</source>
            <translation>des noms de {kind} dans means.yaml[ (proches : {near})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one of minutes, hours and working_days</source>
            <translation>un seul de minutes, hours et working_days</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closes after opens</source>
            <translation>closes après opens</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on_site for {missing}</source>
            <translation>on_site pour {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a field, but for {kinds}</source>
            <translation>un champ, sauf pour {kinds}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>an attribute for the kind attribute, and for no other</source>
            <translation>un attribut pour le genre attribute, et pour aucun autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>0, 0.5 or 1</source>
            <translation>0, 0.5 ou 1</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a mask of {fields} with {number} in it</source>
            <translation>un masque de {fields} contenant {number}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>values for a choice, and for nothing else</source>
            <translation>des valeurs pour un choix, et pour rien d'autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>most at least as large as least</source>
            <translation>most au moins égal à least</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one of hours and standards</source>
            <translation>un seul de hours et standards</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a form named {name}</source>
            <translation>un formulaire nommé {name}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>p80 at least as long as p50</source>
            <translation>p80 au moins aussi long que p50</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>max at least min</source>
            <translation>max au moins égal à min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>most at least as severe as least</source>
            <translation>most au moins aussi sévère que least</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>either an excavation or an exemption from the works notice</source>
            <translation>soit une fouille, soit une dispense de déclaration de travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>red_days at most amber_days</source>
            <translation>red_days au plus égal à amber_days</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alerts.roles for {missing}</source>
            <translation>alerts.roles pour {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>also {missing}</source>
            <translation>aussi {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>windows as 08:00-10:00, one after the other</source>
            <translation>des créneaux comme 08:00-10:00, l'un après l'autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/starting/options_page.py" />
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/isolating/cut_page.py" />
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one of column, expression, constant</source>
            <translation>une seule clé parmi column, expression, constant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>where the ids of the assets are</source>
            <translation>où se trouvent les identifiants des ouvrages</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no unit: {column} is not a length</source>
            <translation>aucune unité : {column} n'est pas une longueur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>an expression of columns, numbers, 'texts', + - * /, comparisons, in [...], and, or, not, concat(), upper(), lower(), col()[; not '{found}']</source>
            <translation>une expression faite de colonnes, de nombres, de 'textes', de + - * /, de comparaisons, de in [...], and, or, not, concat(), upper(), lower(), col()[ ; pas « {found} »]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>col('the name of a column')</source>
            <translation>col('le nom de la colonne')</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: cannot be read as rules ({reason})</source>
            <translation>{file}, ligne {line} : règles illisibles ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, field {field}: found '{found}', expected {expected}</source>
            <translation>{file}, ligne {line}, champ {field} : trouvé « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: '{found}' is already given on line {first_line}</source>
            <translation>{file}, ligne {line} : « {found} » est déjà donné à la ligne {first_line}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, {field}: '{found}' is not in {expected}</source>
            <translation>{file}, {field} : « {found} » n'est pas dans {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not in the catalogue of intervention types[; near: {near}]</source>
            <translation>« {found} » n'est pas au catalogue d'interventions[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a contract; known: {known}</source>
            <translation>« {found} » n'est pas un contrat ; contrats connus : {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: cannot go from {found} to {target}; from there: {expected}</source>
            <translation>{order} : ne peut pas passer de {found} à {target} ; depuis cet état : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: cannot be closed from {found}: closure data missing, the work is not reported yet</source>
            <translation>{order} : ne peut pas être soldé depuis {found} : données qualifiantes absentes, l'intervention n'est pas encore rendue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: say why it becomes {target}</source>
            <translation>{order} : indiquez pourquoi il devient {target}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} does not dig</source>
            <translation>l'ordre {order} ne comporte pas de fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} cuts no water</source>
            <translation>l'ordre {order} ne coupe pas l'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} is over ({state}): its cut stays as it was made</source>
            <translation>l'ordre {order} est terminé ({state}) : sa coupure reste telle qu'elle a été faite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order}: this cut does not isolate the place. {reason}</source>
            <translation>ordre {order} : cette coupure n'isole pas le lieu. {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the plan still has the former valves of order {order} operated ({valves}): plan it again</source>
            <translation>le planning fait encore manœuvrer les anciennes vannes de l'ordre {order} ({valves}) : replanifiez-le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no orders can be done under one water cut as '{found}'[; near: {near}]</source>
            <translation>aucun regroupement d'ordres sous une même coupure ne s'appelle « {found} »[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: cannot go from {found} to {target}; from there: {expected}</source>
            <translation>{request} : ne peut pas passer de {found} à {target} ; depuis cet état : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: is acknowledged already, since {at}</source>
            <translation>{request} : est déjà prise en charge depuis {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: {order} was made of it, with its type of work; cancel that order to choose another type</source>
            <translation>{request} : l'ordre {order} en est né, avec son type de travaux ; annulez cet ordre pour choisir un autre type</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: is {found}; nothing is left to do for it here</source>
            <translation>{request} : est {found} ; il n'y a plus rien à y faire ici</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: cannot be acknowledged at {found}, it was received at {received}</source>
            <translation>{request} : ne peut pas être prise en charge à {found}, elle a été reçue à {received}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answer '{found}': no question of this type of work is called so[; near: {near}]</source>
            <translation>réponse « {found} » : aucune question de ce type d'intervention ne s'appelle ainsi[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answer '{found}': what is said names no type of work, and the questions for all have none called so[; near: {near}]; give the type, or say more</source>
            <translation>réponse « {found} » : les mots de l'appelant ne désignent aucun type d'intervention, et aucune question commune ne s'appelle ainsi[ ; proches : {near}] ; indiquez le type, ou précisez la description</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>question '{question}' has no answer, which it needs[; one of {expected}]</source>
            <translation>la question « {question} » est obligatoire et n'a pas de réponse[ ; au choix {expected}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>question '{question}': found '{found}', expected one of {expected}</source>
            <translation>question « {question} » : trouvé « {found} », attendu au choix {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a request needs a caller</source>
            <translation>une demande doit dire qui appelle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a request needs a telephone number or an address to write back to</source>
            <translation>une demande doit avoir un numéro de téléphone ou une adresse où répondre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the caller's window ends at {end}, before it starts at {start}</source>
            <translation>le créneau de l'appelant finit à {end}, avant de commencer à {start}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: say why it is rejected</source>
            <translation>{request} : dites pourquoi elle est rejetée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The workspace has no address base: import one first (regard addresses import)</source>
            <translation>L'espace de travail n'a pas de base d'adresses : importez-en une d'abord (regard addresses import)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no address is like '{found}'[; near: {near}]</source>
            <translation>aucune adresse ne ressemble à « {found} »[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' may be several addresses: {near}</source>
            <translation>« {found} » peut désigner plusieurs adresses : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The workspace has no parcels: import a cadastre first (regard parcels import)</source>
            <translation>L'espace de travail n'a pas de parcelles : importez d'abord un cadastre (regard parcels import)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No layer holds parcels: found {found}, expected one with a column of {expected}</source>
            <translation>Aucune couche ne contient de parcelles : trouvé {found}, attendu une couche avec une colonne parmi {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a parcel such as AB 123 or 60159000AB0123</source>
            <translation>« {found} » n'est pas une parcelle comme AB 123 ou 60159000AB0123</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer {layer}, row {row}, column {column}: found '{found}', expected a parcel with its place</source>
            <translation>couche {layer}, ligne {row}, colonne {column} : trouvé « {found} », attendu une parcelle avec son emprise</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no parcel is called '{found}'</source>
            <translation>aucune parcelle ne s'appelle « {found} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' may be several parcels: {near}</source>
            <translation>« {found} » peut désigner plusieurs parcelles : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no asset is called '{found}'</source>
            <translation>aucun objet du patrimoine ne s'appelle « {found} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>say where it is: a place on the map, an address, a parcel or an asset</source>
            <translation>dites où c'est : un point de la carte, une adresse, une parcelle ou un objet du patrimoine</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>place {x}, {y}: expected {expected}</source>
            <translation>lieu {x}, {y} : attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no step is called '{found}'; there are {known}</source>
            <translation>aucune étape ne s'appelle « {found} » ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{first} and {second} are steps of different orders: link the orders</source>
            <translation>{first} et {second} sont des étapes d'ordres différents : liez les ordres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} cannot come after {first}: they would wait for each other in a circle ({circle})</source>
            <translation>{second} ne peut pas suivre {first} : ils s'attendraient en rond ({circle})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{step}: is done already, since {at}</source>
            <translation>{step} : est déjà réalisée depuis {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{step}: cannot start before this is done: {missing}</source>
            <translation>{step} : ne peut pas commencer avant que ceci soit réalisé : {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{step}: cannot start before {earliest}</source>
            <translation>{step} : ne peut pas commencer avant {earliest}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: its priority is that of the rules</source>
            <translation>{order} : sa priorité est celle des règles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is {found}, its priority does not matter any more</source>
            <translation>{order} : est {found}, sa priorité ne compte plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is {found}, it is split only while it is {expected}</source>
            <translation>{order} : état {found} ; un OI ne se scinde que s'il est {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is with {company} by the job {job}; take it back before it is split</source>
            <translation>{order} : confié à {company} par la commande {job} ; le reprendre avant de le scinder</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is made under one cut or at one time with {other}; untie them before it is split (regard orders unlink)</source>
            <translation>{order} : réalisé sous la même coupure ou en même temps que {other} ; les délier avant de le scinder (regard orders unlink)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>shares of an order: found {found}, expected numbers above 0</source>
            <translation>parts d'un OI : trouvé {found}, attendu des nombres supérieurs à 0</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: found {found} part(s), expected 2 to {most}</source>
            <translation>{order} : trouvé {found} partie(s), attendu 2 à {most}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: part {part} takes {found} min, expected {least} min at least</source>
            <translation>{order} : la partie {part} dure {found} min, attendu {least} min au moins</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the parts take {found} min together, expected {expected} min at least, as the whole order</source>
            <translation>{order} : les parties durent {found} min en tout, attendu {expected} min au moins, comme l'OI entier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: give the quantity of every part, or of none</source>
            <translation>{order} : donner la quantité de toutes les parties, ou d'aucune</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the parts are {found} together, expected {expected}, the quantity of the order</source>
            <translation>{order} : les parties font {found} en tout, attendu {expected}, la quantité de l'OI</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: there is no part {found} to take the material; the parts are 1 to {most}</source>
            <translation>{order} : pas de partie {found} pour prendre le matériel ; les parties vont de 1 à {most}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: takes no water cut that its parts could share</source>
            <translation>{order} : aucune coupure d'eau que ses parties pourraient partager</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: parts under one cut follow each other within {most} min; made on several days, each has a cut of its own</source>
            <translation>{order} : sous une même coupure, les parties se suivent à moins de {most} min ; réalisées sur plusieurs jours, chacune a sa propre coupure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: each part ends with a later step than the one before it</source>
            <translation>{order} : chaque partie se termine par une étape postérieure à celle de la précédente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{customers} customer(s) are cut off at each of the {parts} parts and are told of each[; sensitive: {sensitive}]</source>
            <translation>{customers} abonné(s) coupé(s) à chacune des {parts} parties, à prévenir chaque fois[ ; sensibles : {sensitive}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{customers} customer(s) are cut off once for all {parts} parts, on one day[; sensitive: {sensitive}]</source>
            <translation>{customers} abonné(s) coupé(s) une seule fois pour les {parts} parties, le même jour[ ; sensibles : {sensitive}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} {number} and its answers hold for all {parts} parts: it is one dig at one place</source>
            <translation>{kind} {number} et ses réponses valent pour les {parts} parties : une seule fouille, au même endroit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} still to send: one notice for the dig, noted at each of the {parts} parts</source>
            <translation>{kind} à envoyer : une seule déclaration pour la fouille, notée à chacune des {parts} parties</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} leaves the plan: it was planned whole</source>
            <translation>{order} sort du planning : il y était prévu en entier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the appointment stays with {order}: agree on the other visits with the customer</source>
            <translation>le rendez-vous reste à {order} : convenir des autres passages avec l'abonné</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>booked equipment ({count}) stays with {order}</source>
            <translation>le matériel réservé ({count}) reste à {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{minutes} min more than the order in one piece</source>
            <translation>{minutes} min de plus que l'OI d'un seul tenant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: cannot be merged into itself</source>
            <translation>{request} : ne peut pas être fusionnée avec elle-même</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: cannot be merged, its order {order} is {found}</source>
            <translation>{request} : ne peut pas être fusionnée, son ordre {order} est {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not all orders are closed: {orders}</source>
            <translation>tous les ordres ne sont pas clôturés : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: answers no request that is still open</source>
            <translation>{order} : ne répond à aucune demande encore ouverte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is not judged by a request of its own</source>
            <translation>{order} : n'est pas jugé d'après une demande qui lui soit propre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is {found}, it is not judged any more</source>
            <translation>{order} : est {found}, il n'est plus jugé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: has its steps already</source>
            <translation>{order} : a déjà ses étapes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: has no steps; lay them out first (regard orders chain)</source>
            <translation>{order} : n'a pas d'étapes ; posez-les d'abord (regard orders chain)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: work of type {job} is a single step</source>
            <translation>{order} : les travaux de type {job} n'ont qu'une étape</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the least lag of {least} min is longer than the longest of {most} min</source>
            <translation>le délai minimal de {least} min dépasse le délai maximal de {most} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} follows {first} already</source>
            <translation>{second} suit déjà {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} does not follow {first}</source>
            <translation>{second} ne suit pas {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, {field}: found '{found}', expected some text</source>
            <translation>{file}, {field} : trouvé « {found} », attendu un texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, address: the workspace has no address base to find it in; give the place (--at)</source>
            <translation>{file}, adresse : l'espace de travail n'a pas de base d'adresses où la chercher ; donnez le lieu (--at)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, address: the words name no known address; give the place (--at). Found: {found}</source>
            <translation>{file}, adresse : le texte ne nomme aucune adresse connue ; donnez le lieu (--at). Trouvé : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, Message-ID: this mail is request {request} already</source>
            <translation>{file}, Message-ID : ce courriel est déjà la demande {request}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not an exemption of the law file; known: {known}</source>
            <translation>« {found} » n'est pas une dispense du fichier réglementaire ; dispenses connues : {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a ground of urgency of the law file; known: {known}</source>
            <translation>« {found} » n'est pas un motif d'urgence du fichier réglementaire ; motifs connus : {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the works cover {found} m²; one notice may cover {limit} m²: split them</source>
            <translation>l'emprise des travaux couvre {found} m² ; une déclaration peut en couvrir {limit} : scindez les travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No declaration: no soil works.</source>
            <translation>Pas de déclaration : aucuns travaux sur le sol.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No declaration: work inside existing pipes, chambers or pits, without digging.</source>
            <translation>Pas de déclaration : travaux dans des conduites, regards ou fosses existants, sans terrassement.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No declaration: a trench already open is reinstated, not enlarged.</source>
            <translation>Pas de déclaration : réfection d'une tranchée déjà ouverte, sans élargissement.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No declaration: pegs that stay near the surface, away from surface fittings.</source>
            <translation>Pas de déclaration : piquets restant près de la surface, à l'écart des affleurants.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: safety is at stake. Consult the teleservice, telephone {operators} before digging, then send the notice.</source>
            <translation>ATU : la sécurité est en jeu. Consultez le guichet unique, téléphonez à {operators} avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: safety is at stake. No sensitive network is known nearby; consult the teleservice before digging, then send the notice.</source>
            <translation>ATU : la sécurité est en jeu. Aucun réseau sensible connu à proximité ; consultez le guichet unique avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: the public service is interrupted or about to be. Consult the teleservice, telephone {operators} before digging, then send the notice.</source>
            <translation>ATU : le service public est interrompu ou sur le point de l'être. Consultez le guichet unique, téléphonez à {operators} avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: the public service is interrupted or about to be. No sensitive network is known nearby; consult the teleservice before digging, then send the notice.</source>
            <translation>ATU : le service public est interrompu ou sur le point de l'être. Aucun réseau sensible connu à proximité ; consultez le guichet unique avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: people or property are in danger. Consult the teleservice, telephone {operators} before digging, then send the notice.</source>
            <translation>ATU : des personnes ou des biens sont en danger. Consultez le guichet unique, téléphonez à {operators} avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: people or property are in danger. No sensitive network is known nearby; consult the teleservice before digging, then send the notice.</source>
            <translation>ATU : des personnes ou des biens sont en danger. Aucun réseau sensible connu à proximité ; consultez le guichet unique avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: force majeure. Consult the teleservice, telephone {operators} before digging, then send the notice.</source>
            <translation>ATU : force majeure. Consultez le guichet unique, téléphonez à {operators} avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works notice: force majeure. No sensitive network is known nearby; consult the teleservice before digging, then send the notice.</source>
            <translation>ATU : force majeure. Aucun réseau sensible connu à proximité ; consultez le guichet unique avant de creuser, puis envoyez l'avis.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Joint DT-DICT: the service digs itself, {area_m2} m². Answers due by {answer_by}, start from {start}.</source>
            <translation>DT-DICT conjointe : travaux en régie, {area_m2} m². Réponses attendues au plus tard le {answer_by}, début possible le {start}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Joint DT-DICT: unit operation, {area_m2} m². Answers due by {answer_by}, start from {start}.</source>
            <translation>DT-DICT conjointe : opération unitaire, {area_m2} m². Réponses attendues au plus tard le {answer_by}, début possible le {start}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>DICT: the owner's DT[ {dt}] is answered, {area_m2} m² to dig. Answers due by {answer_by}, start from {start}.</source>
            <translation>DICT : la DT[ {dt}] du responsable de projet a reçu ses réponses, {area_m2} m² à creuser. Réponses attendues le {answer_by} au plus tard, début à partir du {start}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the notice of order {order} is {found}: a DICT follows a DT only, or takes the place of one that is not sent</source>
            <translation>l'avis de l'ordre {order} est : {found} ; une DICT ne suit qu'une DT, ou remplace une DT-DICT non envoyée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give the number of the DT that was answered</source>
            <translation>indiquer le numéro de la DT qui a reçu ses réponses</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Order {order}: the DICT follows the DT {number}. Answers due by {day}, start from {start}.</source>
            <translation>Ordre {order} : la DICT suit la DT {number}. Réponses attendues le {day} au plus tard, début à partir du {start}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>DT by the owner, then DICT by the contractor: {area_m2} m². Answers to the DT due by {answer_by}, start from {start}.</source>
            <translation>DT du maître d'ouvrage puis DICT de l'exécutant : {area_m2} m². Réponses à la DT attendues au plus tard le {answer_by}, début possible le {start}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{quantity} x {each} min (P80 {p80} min)</source>
            <translation>{quantity} × {each} min (P80 : {p80} min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>standard of the type of work</source>
            <translation>durée standard du type d'intervention</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>set otherwise than by these rules</source>
            <translation>fixé autrement que par ces règles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Asbestos-cement pipe: sub-section 4 procedure, masks and suits.</source>
            <translation>Conduite en amiante-ciment : mode opératoire sous-section 4, masques et combinaisons.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Fibre-cement pipe that may hold asbestos: sub-section 4 procedure, masks and suits.</source>
            <translation>Conduite en fibre-ciment susceptible de contenir de l'amiante : mode opératoire sous-section 4, masques et combinaisons.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Deep, narrow trench: shoring before anyone goes down.</source>
            <translation>Tranchée profonde et étroite : blindage avant toute descente.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Confined space: gas detector, one person in, one watcher outside.</source>
            <translation>Espace confiné : détecteur de gaz, un intervenant dedans, un surveillant dehors.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Gas pipe in the trench's corridor: hand or suction digging only, no mechanical tooth.</source>
            <translation>Conduite de gaz dans le fuseau de la fouille : terrassement manuel ou par aspiration, aucune dent mécanique.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works: everyone who digs holds an AIPR.</source>
            <translation>Travaux urgents : toute personne qui terrasse détient une AIPR.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Name an asset, or give a point</source>
            <translation>Nommez un objet du réseau ou donnez un point</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The network has no pipe in service</source>
            <translation>Le réseau n'a aucune canalisation en service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{asset}' is not in service or does not exist[; near: {near}]</source>
            <translation>« {asset} » n'est pas en service ou n'existe pas[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{asset}' is not a valve in service[; near: {near}]</source>
            <translation>« {asset} » n'est pas une vanne en service[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{asset}' lies on no pipe: nothing can be said about it</source>
            <translation>« {asset} » n'est sur aucune canalisation : rien ne peut en être dit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No pipe within {search_m} m of the point: the nearest is {nearest_m} m away</source>
            <translation>Aucune canalisation à moins de {search_m} m du point : la plus proche est à {nearest_m} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{pipe} is {nearest_m} m from the point, more than {search_m} m: give a place on the pipe, or leave one of both out</source>
            <translation>{pipe} est à {nearest_m} m du point, plus de {search_m} m : donner un point sur la canalisation, ou seulement l'un des deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{x},{y} looks like a longitude and a latitude: give the place in {crs}, in metres</source>
            <translation>{x},{y} ressemble à une longitude et une latitude : donner le lieu en {crs}, en mètres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}: needs coordinates in metres, found {found}</source>
            <translation>{table} : il faut des coordonnées en mètres, trouvé {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}: is in {found}, but {other} is in {expected}</source>
            <translation>{table} : est en {found}, mais {other} est en {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, layer {layer}, role {role}: found {found}, expected {expected}</source>
            <translation>{file}, couche {layer}, rôle {role} : trouvé des {found}, attendu des {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>points</source>
            <translation>points</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>lines</source>
            <translation>lignes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>areas</source>
            <translation>surfaces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>points or areas</source>
            <translation>points ou des surfaces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: has no id of its own</source>
            <translation>{asset} : n'a pas d'identifiant propre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: the id is used more than once</source>
            <translation>{asset} : l'identifiant est utilisé plusieurs fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: has no geometry</source>
            <translation>{asset} : n'a pas de géométrie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is not a line, or has no length</source>
            <translation>{asset} : n'est pas une ligne, ou n'a pas de longueur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is drawn in several parts that do not follow each other</source>
            <translation>{asset} : est dessiné en plusieurs parties qui ne se suivent pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: a node id names places that are far apart; the geometry decides (node {node})</source>
            <translation>{asset} : un identifiant de nœud désigne des lieux éloignés ; la géométrie fait foi (nœud {node})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is not the only name of node {node}; the ends were joined</source>
            <translation>{asset} : n'est pas le seul nom du nœud {node} ; les extrémités ont été réunies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: lies {gap_m} m off {pipe}, the nearest pipe, and cannot shut anything</source>
            <translation>{asset} : à {gap_m} m de {pipe}, la canalisation la plus proche ; ne peut rien couper</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: lies on no pipe and cannot shut anything</source>
            <translation>{asset} : n'est sur aucune canalisation et ne peut rien fermer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: lies {gap_m} m beside {pipe}; it was taken to stand on it</source>
            <translation>{asset} : dessiné à {gap_m} m à côté de {pipe} ; considéré comme posé dessus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: lies on a junction; it is taken to act on every branch</source>
            <translation>{asset} : est sur un nœud ; on considère qu'il agit sur toutes les branches</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is a check valve on a junction; it is taken to lie on one pipe only</source>
            <translation>{asset} : est un clapet sur un nœud ; on considère qu'il n'est que sur une canalisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: there is no pipe that it could be joined to</source>
            <translation>{asset} : aucune canalisation à laquelle le rattacher</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: lies {gap_m} m from the nearest pipe, too far to be joined to it</source>
            <translation>{asset} : à {gap_m} m de la canalisation la plus proche, trop loin pour y être rattaché</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: touches no main; it was joined to the nearest one, {gap_m} m away</source>
            <translation>{asset} : ne touche aucune conduite ; rattaché à la plus proche, à {gap_m} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is drawn in parts that follow each other; they were taken as one</source>
            <translation>{asset} : dessiné en plusieurs parties qui se suivent ; elles ont été réunies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: an end stops {gap_cm} cm short of the others; they were joined</source>
            <translation>{asset} : une extrémité s'arrête à {gap_cm} cm des autres ; elles ont été raccordées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: an end joins nothing, yet {pipe} is {gap_cm} cm away; they were left apart</source>
            <translation>{asset} : une extrémité n'est raccordée à rien, alors que {pipe} est à {gap_cm} cm ; elles sont restées séparées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No source is declared: who loses water beyond the valves cannot be computed</source>
            <translation>Aucune source n'est déclarée : les abonnés privés d'eau au-delà des vannes ne peuvent pas être calculés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: part of the network that no source reaches ({length_m} m)</source>
            <translation>{asset} : partie du réseau qu'aucune source n'alimente ({length_m} m)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: is drawn against its fall; the levels decide the direction</source>
            <translation>{asset} : tracée à contre-pente ; les altitudes décident du sens d’écoulement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: its direction code leads towards the pump that feeds it; the code was followed</source>
            <translation>{asset} : son sens d’écoulement mène vers le poste qui l’alimente ; il a été suivi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: its inverts rise the way its direction code says; the code was followed</source>
            <translation>{asset} : ses fils d’eau montent dans le sens d’écoulement renseigné ; celui-ci a été suivi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: its manholes rise the way its direction code says; the code was followed</source>
            <translation>{asset} : les radiers de ses regards montent dans le sens d’écoulement renseigné ; celui-ci a été suivi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: falls by its inverts but rises by those of its manholes; its own inverts were followed</source>
            <translation>{asset} : descend selon ses fils d’eau mais monte selon les radiers de ses regards ; ses fils d’eau ont été suivis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The direction of {count} of {total} pipes is known from their drawing only</source>
            <translation>Le sens d’écoulement de {count} canalisations sur {total} n’est connu que par leur tracé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The water goes round in a loop: {pipes}</source>
            <translation>L’eau tourne en boucle : {pipes}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Only by an overflow: {pipes}</source>
            <translation>Seulement par un déversoir d’orage : {pipes}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The times rest on assumed slopes, diameters or pumping speeds for {length_m} of {total_m} m</source>
            <translation>Les temps reposent sur des pentes, diamètres ou vitesses de refoulement supposés pour {length_m} m sur {total_m}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The data hold no pump and no outfall: where the sewers lead is not known</source>
            <translation>Les données ne contiennent ni pompe ni exutoire : on ne sait pas où mènent les égouts</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset} ends at {node} and nothing takes the water on: a sewer, a pump or an outfall is missing, or the direction is wrong</source>
            <translation>{asset} se termine en {node} et rien n’emmène l’eau plus loin : il manque un collecteur, une pompe ou un exutoire, ou le sens est faux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{asset}' is in the data but not in the network: {reason}</source>
            <translation>« {asset} » est dans les données mais pas dans le réseau : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No pump and no outfall is reached: the map stops before</source>
            <translation>Aucun poste ni exutoire n’est atteint : le plan s’arrête avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the source has no layer '{layer}'[; near: {near}]; found {found}</source>
            <translation>{file} : la source n'a pas de couche « {layer} »[ ; proches : {near}] ; trouvé : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>A valve cannot be '{found}'; expected one of {expected}</source>
            <translation>Une vanne ne peut pas être « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve} on {pipes}: beyond it stands water from {source}</source>
            <translation>{valve} sur {pipes} : au-delà se tient l'eau de {source}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve} on {pipes}: water still reaches its other side by another way</source>
            <translation>{valve} sur {pipes} : l'eau arrive encore de l'autre côté par un autre chemin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve} on {pipes}: bounds the cut; without a declared source water may stand beyond it</source>
            <translation>{valve} sur {pipes} : limite la coupure ; sans ressource déclarée, l'eau peut se tenir au-delà</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve} on {pipes}: the next valve that way, as {unusable} cannot be shut</source>
            <translation>{valve} sur {pipes} : la vanne suivante de ce côté, car {unusable} ne peut pas être fermée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve} on {pipes}: closed already, must stay closed</source>
            <translation>{valve} sur {pipes} : déjà fermée, doit le rester</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No source is declared: all valves around the place are listed; what loses water beyond them was not computed</source>
            <translation>Aucune source n'est déclarée : toutes les vannes autour du lieu sont listées ; ce qui perd l'eau au-delà n'a pas été calculé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No valve lies between the place and {sources}: shut it at the source</source>
            <translation>Aucune vanne entre le lieu et {sources} : fermez à la source</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} of the customers have no water by the map already: a valve upstream is shut, or the map is wrong</source>
            <translation>D’après le plan, {count} des abonnés n’ont déjà plus d’eau : une vanne en amont est fermée, ou le plan est faux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset} is drawn on {other}, between the same nodes: if they are one pipe, water runs past the valves of either</source>
            <translation>{asset} est dessiné sur {other}, entre les mêmes nœuds : s’il s’agit d’une seule conduite, l’eau contourne les vannes de l’un ou de l’autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing but check valves keeps water out of the cut there: {check_valves}. They may leak: have them checked, or close a valve behind them</source>
            <translation>À cet endroit, seuls des clapets retiennent l’eau : {check_valves}. Ils peuvent fuir : les faire vérifier, ou fermer une vanne derrière eux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No source reaches this place: there is nothing to close; if water does come out, the map is wrong</source>
            <translation>Aucune source n'alimente ce lieu : il n'y a rien à fermer ; si de l'eau s'écoule, le plan est faux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}, {column}: '{found}' is not in the code list of the standard (rows: {count})</source>
            <translation>{table}, {column} : « {found} » n'est pas dans la liste de codes du standard (lignes : {count})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}, {column}: '{found}' is a local code, not in the list of the standard; read as {code} (rows: {count})</source>
            <translation>{table}, {column} : « {found} » est un code local, absent de la liste du standard ; lu comme {code} (lignes : {count})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}, {column}: '{found}' cannot be read as a figure (rows: {count})</source>
            <translation>{table}, {column} : « {found} » n'est pas un nombre lisible (lignes : {count})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The data hold no delivery points: customers were counted by {meters} meters, {connections} connections without meter and {branches} branch points</source>
            <translation>Les données ne contiennent pas de points de livraison : les abonnés ont été comptés d'après {meters} compteurs, {connections} branchements sans compteur et {branches} points de branchement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Which customers are sensitive (hospital, dialysis) is not in the data: find out before cutting</source>
            <translation>Les données ne disent pas quels abonnés sont sensibles (hôpital, dialyse) : se renseigner avant de couper</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The data hold no delivery points, meters, connections or branch points: customers cannot be counted</source>
            <translation>Les données ne contiennent ni points de livraison, ni compteurs, ni branchements, ni points de branchement : les abonnés ne peuvent pas être comptés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No layer of the source is of a known standard; a mapping was proposed: save it, complete it, and import with --standard FILE</source>
            <translation>Aucune couche de la source n'est d'un standard connu ; une correspondance a été proposée : l'enregistrer, la compléter, puis importer avec --standard FICHIER</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The database has no schema '{schema}'; it has {known}</source>
            <translation>La base n'a pas de schéma « {schema} » ; elle a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{source}: holds no layers</source>
            <translation>{source} : ne contient aucune couche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: is empty</source>
            <translation>{file} : est vide</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be read as {kind}</source>
            <translation>{file} : illisible en tant que {kind}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, layer {layer}, field {field}: column '{column}' is missing[; near: {near}]; found {found}</source>
            <translation>{file}, couche {layer}, champ {field} : la colonne « {column} » manque[ ; proches : {near}] ; trouvé {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, layer {layer}, field {field}: column '{column}' holds {found}, which {codes} does not know; expected {expected}, or an 'otherwise'</source>
            <translation>{file}, couche {layer}, champ {field} : la colonne « {column} » contient {found}, que {codes} ne connaît pas ; attendu {expected}, ou un « otherwise »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--standard: found '{found}', expected auto, stareau, raepa or the path of a mapping (.yaml)</source>
            <translation>--standard : trouvé « {found} », attendu auto, stareau, raepa ou le chemin d'une correspondance (.yaml)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The volume leaves out {length_m} m of pipes of unknown diameter</source>
            <translation>Le volume ne compte pas {length_m} m de canalisations de diamètre inconnu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be written; the disk may be full or the folder read-only</source>
            <translation>{file} : écriture impossible ; le disque est peut-être plein ou le dossier en lecture seule</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found}: is not a folder that can be written to</source>
            <translation>{found} : n'est pas un dossier où l'on peut écrire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>qualified</source>
            <translation>qualifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned</source>
            <translation>planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>dispatched</source>
            <translation>transmis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>in progress</source>
            <translation>en cours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <source>done</source>
            <translation>réalisé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not done</source>
            <translation>non réalisé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to correct</source>
            <translation>à corriger</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closed</source>
            <translation>clôturé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>suspended</source>
            <translation>suspendu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>cancelled</source>
            <translation>annulé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>rescheduled</source>
            <translation>reprogrammé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>new</source>
            <translation>nouvelle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>made into an order</source>
            <translation>transformée en ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>merged</source>
            <translation>fusionnée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>rejected</source>
            <translation>rejetée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/crew_page.py" />
            <source>in time</source>
            <translation>dans les temps</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>soon late</source>
            <translation>bientôt en retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/messages/reader.py" />
            <source>late</source>
            <translation>en retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <location filename="../qgis_bridge/field_forms.py" />
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/field_forms.py" />
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>on site</source>
            <translation>sur site</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>at the desk</source>
            <translation>au bureau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} sensitive networks in the corridor of the dig</source>
            <translation>{found} réseaux sensibles dans le fuseau de la fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} customers without water</source>
            <translation>{found} abonnés sans eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} sensitive customers without water</source>
            <translation>{found} usagers sensibles sans eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} hydrants out of service</source>
            <translation>{found} PEI hors service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} of the delay left</source>
            <translation>{found} du délai restant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P1 · emergency</source>
            <translation>P1 · urgence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P2 · urgent</source>
            <translation>P2 · urgent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P3 · normal</source>
            <translation>P3 · normal</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P4 · can wait</source>
            <translation>P4 · peut attendre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>in the dig: soft digging</source>
            <translation>dans la fouille : techniques douces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mark out before digging</source>
            <translation>marquage-piquetage avant terrassement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>position unknown</source>
            <translation>position inconnue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>consult the operator</source>
            <translation>consulter l'exploitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no declaration needed</source>
            <translation>aucune déclaration nécessaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>ATU, urgent works notice</source>
            <translation>ATU, avis de travaux urgents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>DICT, notice of start of works</source>
            <translation>DICT, déclaration d'intention de commencement de travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>joint DT-DICT</source>
            <translation>DT-DICT conjointe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>DT, works project declaration</source>
            <translation>DT, déclaration de projet de travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>language: en</source>
            <translation>langue : fr</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{whole}.{part}</source>
            <translation>{whole},{part}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{year}-{month}-{day}</source>
            <translation>{day}/{month}/{year}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{year}-{month}-{day} {time}</source>
            <translation>{day}/{month}/{year} {time}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mayor</source>
            <translation>maire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>president of the departmental council</source>
            <translation>président du conseil départemental</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>prefect (DIR)</source>
            <translation>préfet (DIR)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>president of the metropolis</source>
            <translation>président de la métropole</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>motorway company</source>
            <translation>société concessionnaire d'autoroute</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>first declaration</source>
            <translation>déclaration initiale</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>additional investigations</source>
            <translation>investigations complémentaires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>renewal: works not begun within three months</source>
            <translation>renouvellement : travaux non commencés dans les trois mois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>renewal: works begun again after an interruption</source>
            <translation>renouvellement : reprise de travaux après une interruption</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>renewal: works of more than six months, or longer than declared</source>
            <translation>renouvellement : travaux de plus de six mois, ou plus longs que déclaré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>teleservice</source>
            <translation>téléservice</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on paper, by post</source>
            <translation>sur papier, par courrier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water main</source>
            <translation>canalisation d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve</source>
            <translation>vanne</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>check valve</source>
            <translation>clapet anti-retour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pressure regulator</source>
            <translation>régulateur de pression</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fire hydrant</source>
            <translation>poteau ou bouche d'incendie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>source of the network</source>
            <translation>source du réseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>service connection</source>
            <translation>branchement d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>delivery point</source>
            <translation>point de livraison</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>meter</source>
            <translation>compteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>branch point</source>
            <translation>point de branchement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sewer</source>
            <translation>collecteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>manhole</source>
            <translation>regard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>gully</source>
            <translation>avaloir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pumping station</source>
            <translation>poste de relevage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>outfall</source>
            <translation>exutoire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>direction code</source>
            <translation>sens d’écoulement renseigné</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pump</source>
            <translation>poste de relevage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>inverts</source>
            <translation>fils d’eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>manhole levels</source>
            <translation>radiers des regards</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>drawing, inverts falling along it</source>
            <translation>tracé, fils d’eau descendants</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>drawing</source>
            <translation>tracé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sewer connection</source>
            <translation>branchement d'assainissement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>third-party network</source>
            <translation>réseau tiers</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>safety of people</source>
            <translation>sécurité des personnes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>customers without water</source>
            <translation>abonnés sans eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sensitive customers</source>
            <translation>abonnés sensibles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>environment</source>
            <translation>environnement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>contract deadline</source>
            <translation>délai contractuel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders left out</source>
            <translation>ordres non planifiés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>lateness</source>
            <translation>retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>driving</source>
            <translation>conduite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>overtime</source>
            <translation>heures supplémentaires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>waiting</source>
            <translation>attente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>uneven work</source>
            <translation>charge inégale</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>other agents than preferred</source>
            <translation>autres agents que les préférés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>moves against the published plan</source>
            <translation>déplacements par rapport au planning publié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>work given to others</source>
            <translation>travaux confiés à d’autres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>largest lateness</source>
            <translation>plus grand retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>service request</source>
            <translation>demande d'intervention</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>work order</source>
            <translation>ordre d'intervention</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>step of an order</source>
            <translation>étape d'un ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>priority set by hand</source>
            <translation>priorité fixée à la main</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closed intervention</source>
            <translation>intervention close</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water outage</source>
            <translation>coupure d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve note</source>
            <translation>constat de vanne</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sewer trace</source>
            <translation>parcours d'assainissement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>works footprint</source>
            <translation>emprise des travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>conflict</source>
            <translation>conflit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>notice of works</source>
            <translation>déclaration de travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>plan</source>
            <translation>plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stop of a plan</source>
            <translation>arrêt d'un plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>tour of a plan</source>
            <translation>tournée d'un plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order left out of a plan</source>
            <translation>ordre non planifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>skill of an agent</source>
            <translation>compétence d'un agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>absence</source>
            <translation>absence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>equipment</source>
            <translation>équipement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stock line</source>
            <translation>ligne de stock</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>subcontractor</source>
            <translation>sous-traitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>error: {sentence}</source>
            <translation>erreur : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>note: {sentence}</source>
            <translation>remarque : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Missing argument '{name}'</source>
            <translation>Il manque l'argument « {name} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Missing option '{name}'[; choose from {near}]</source>
            <translation>Il manque l'option « {name} »[ ; au choix {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Missing command</source>
            <translation>Il manque une commande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No such command '{name}'[; near: {near}]</source>
            <translation>Il n'y a pas de commande « {name} »[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No such option: {name}[; near: {near}]</source>
            <translation>Il n'y a pas d'option {name}[ ; proches : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Option '{name}' needs a value</source>
            <translation>L'option « {name} » attend une valeur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Option '{name}' takes no value</source>
            <translation>L'option « {name} » ne prend pas de valeur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>There is more than the command takes: {found}</source>
            <translation>La commande n'en attend pas tant : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Invalid value for '{name}': {problem}</source>
            <translation>Valeur incorrecte pour « {name} » : {problem}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not one of {expected}</source>
            <translation>« {found} » n'est aucun de {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it is not a whole number</source>
            <translation>ce n'est pas un nombre entier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it is not a number</source>
            <translation>ce n'est pas un nombre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it is more than {limit}</source>
            <translation>c'est plus que {limit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it is less than {limit}</source>
            <translation>c'est moins que {limit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not X,Y in metres, such as 687520,6924000</source>
            <translation>« {found} » n'est pas un X,Y en mètres, comme 687520,6924000</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a date such as 2026-06-03</source>
            <translation>« {found} » n'est pas une date comme 2026-06-03</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a date from {first} to {last}</source>
            <translation>« {found} » n'est pas une date de {first} à {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a time such as 2026-06-03T07:45</source>
            <translation>« {found} » n'est pas une heure comme 2026-06-03T07:45</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' names a time zone: give the service's own time</source>
            <translation>« {found} » nomme un fuseau horaire : donner l'heure du service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{problem} (--help shows how the command is used)</source>
            <translation>{problem} (--help explique la commande)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>something happened that Regard did not foresee: {error}. The details are in {log}</source>
            <translation>Regard n'avait pas prévu ce cas : {error}. Les détails sont dans {log}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: created, in {crs}</source>
            <translation>{target} : créé, en {crs}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: brought up to schema {version}; the copy of before is {backup}</source>
            <translation>{target} : porté au schéma {version} ; la copie d'avant est {backup}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: is of schema {version} already; nothing to do</source>
            <translation>{target} : est déjà au schéma {version} ; rien à faire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/history_rows.py" />
            <source>taken back: {what}</source>
            <translation>annulé : {what}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Undone: {command} of {who}, {at}</source>
            <translation>Annulé : {command} de {who}, {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing is wrong with the networks.</source>
            <translation>Les réseaux ne présentent aucune anomalie.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>… and {count} more (--json lists all)</source>
            <translation>… et {count} autres (--json les donne toutes)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No third-party network is known around this dig; the operators are to be consulted all the same.</source>
            <translation>Aucun réseau tiers connu autour de cette fouille ; les exploitants sont à consulter malgré tout.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Open data never replaces the consultation of the operators.</source>
            <translation>Les données ouvertes ne remplacent jamais la consultation des exploitants.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give either --order or --at</source>
            <translation>donnez soit --order, soit --at</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--compare holds plans of all agents against each other: leave --zones out</source>
            <translation>--compare met en regard des plannings de tous les agents : retirez --zones</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--insert puts one order into the plan in force: leave {options} out</source>
            <translation>--insert place un ordre dans le planning en vigueur : retirer {options}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--accept and --plan store an alternative of --insert: add --insert</source>
            <translation>--accept et --plan enregistrent une solution de --insert : ajouter --insert</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--cluster runs zones: add --zones all, or the zones to plan</source>
            <translation>--cluster répartit des zones : ajoutez --zones all, ou les zones à planifier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>goes round</source>
            <translation>tourne en boucle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} road sections and {turns} forbidden turns imported</source>
            <translation>{count} tronçons de route et {turns} mouvements interdits importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} road sections left out: one cannot drive there and back</source>
            <translation>{count} tronçons de route écartés : on ne peut pas y aller et en revenir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} turn restrictions left out: they hold at some hours only, or their roads do not meet</source>
            <translation>{count} interdictions de tourner écartées : elles ne valent qu'à certaines heures, ou leurs routes ne se rejoignent pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>From {source}[, data of {osm_date}]; {attribution}</source>
            <translation>Source : {source}[, données du {osm_date}] ; {attribution}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Closures noted: {count}</source>
            <translation>Fermetures notées : {count}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No road is closed.</source>
            <translation>Aucune route n'est fermée.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Open again from {day} on[: {reason}]</source>
            <translation>De nouveau ouverte à partir du {day}[ : {reason}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'regard roads close' closes it again.</source>
            <translation>« regard roads close » la referme.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give either a FILE or --place</source>
            <translation>donnez soit un FILE, soit --place</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give either --way or --drawn</source>
            <translation>donnez soit --way, soit --drawn</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} requests imported</source>
            <translation>{count} demandes importées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{bundle}: these orders will be done under one water cut</source>
            <translation>{bundle} : ces ordres seront faits sous une même coupure d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No orders can share a water cut.</source>
            <translation>Aucun ordre ne peut partager une coupure d'eau.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing holds these words.</source>
            <translation>Rien ne contient ces mots.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{user} is now {role} of {target} (group {group})</source>
            <translation>{user} est maintenant {role} de {target} (groupe {group})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{user} is no longer {role} of {target} (group {group})</source>
            <translation>{user} n'est plus {role} de {target} (groupe {group})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The journal, replayed, gives exactly what the tables hold.</source>
            <translation>Le journal, rejoué, donne exactement ce que contiennent les tables.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>two lines of the journal do not follow each other</source>
            <translation>deux lignes du journal ne se suivent pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is in the journal, but not there</source>
            <translation>est dans le journal, mais n'existe plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is there, but not in the journal</source>
            <translation>existe, mais n'est pas dans le journal</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is there as something else than the journal says</source>
            <translation>n'est pas tel que le dit le journal</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} orders imported</source>
            <translation>{count} ordres importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request} stays new, its words fit no type of work: {description}</source>
            <translation>{request} reste nouvelle, ses mots ne désignent aucun type d'intervention : {description}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{addresses} addresses imported in {streets} streets</source>
            <translation>{addresses} adresses importées dans {streets} voies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} parcels imported</source>
            <translation>{count} parcelles importées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing is like '{text}'</source>
            <translation>Rien ne ressemble à « {text} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answer '{found}': expected KEY=ANSWER, each key once</source>
            <translation>réponse « {found} » : attendu CLÉ=RÉPONSE, chaque clé une fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: --at is for a mail; the lines of this file say where they are</source>
            <translation>{file} : --at vaut pour un courriel ; les lignes de ce fichier disent où elles sont</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--min-lag and --max-lag are for orders, not for steps</source>
            <translation>--min-lag et --max-lag valent pour des ordres, pas pour des étapes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give either --priority or --take-back</source>
            <translation>donnez soit --priority, soit --take-back</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No request waits to be acknowledged</source>
            <translation>Aucune demande n'attend sa prise en charge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Request {request} saved</source>
            <translation>Demande {request} enregistrée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Possible duplicate of {request}: regard requests merge {second} --into {request}, if it is the same</source>
            <translation>Doublon possible de {request} : si c'est la même chose, regard requests merge {second} --into {request}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Its words may mean: {codes}</source>
            <translation>Ses mots peuvent vouloir dire : {codes}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Its words name no type of work; give one: regard requests answer {request} --code</source>
            <translation>Ses mots ne désignent aucun type d'intervention ; donnez-en un : regard requests answer {request} --code</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>PLACE GUESSED: '{text}' is taken as {address}[; otherwise: {others}]. Ask the caller</source>
            <translation>LIEU SUPPOSÉ : « {text} » est compris comme {address}[ ; sinon : {others}]. Demandez à l'appelant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{priority}, by its words alone; judged when its order is made</source>
            <translation>{priority}, d'après les mots seuls ; jugée à la création de l'ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The address base lacks that number, or none was given: the place is the nearest number's, or the middle of the street</source>
            <translation>La base d'adresses n'a pas ce numéro, ou aucun n'est donné : le lieu est celui du numéro le plus proche, ou le milieu de la rue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Place: {address} ({at})</source>
            <translation>Lieu : {address} ({at})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Acknowledge by {at} (regard requests acknowledge); regard requests qualify makes the order</source>
            <translation>À prendre en charge avant {at} (regard requests acknowledge) ; regard requests qualify crée l'ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>To tell them apart: {question} {answers}</source>
            <translation>Pour les distinguer : {question} {answers}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>CALL BACK {request} ({order}): nobody asked whether anyone is in danger; {caller}[, {reach}]. Note it with 'regard requests answer', then 'regard orders judge'</source>
            <translation>À RAPPELER {request} ({order}) : personne n'a demandé si quelqu'un est en danger ; {caller}[, {reach}]. Notez-le avec « regard requests answer », puis « regard orders judge »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} request(s) leave mandatory questions of their type open: {requests}</source>
            <translation>{count} demande(s) laissent sans réponse des questions obligatoires de leur type : {requests}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Still to ask: {questions}</source>
            <translation>À demander encore : {questions}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request} rejected: {reason}</source>
            <translation>{request} rejetée : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{requests} merged into {request}; its order answers them too: {order}</source>
            <translation>{requests} fusionnées avec {request} ; son ordre y répond aussi : {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is split into {count} parts</source>
            <translation>{order} est scindé en {count} parties</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} would be split into {count} parts; nothing is written</source>
            <translation>{order} serait scindé en {count} parties ; rien n'est écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to split it: regard orders split TARGET {order} --minutes {minutes}</source>
            <translation>pour le scinder : regard orders split TARGET {order} --minutes {minutes}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>say how the order is split, by one of --minutes, --days, --quantity, --phase</source>
            <translation>dire comment scinder l'OI, par l'une des options --minutes, --days, --quantity, --phase</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{option}: found '{found}', expected numbers above 0, as in 180,150; minutes are whole</source>
            <translation>{option} : trouvé « {found} », attendu des nombres supérieurs à 0, comme 180,150 ; les minutes sont entières</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is judged {priority} on all that was said (score {score})</source>
            <translation>{order} est jugé {priority} d'après tout ce qui a été dit (score {score})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is cancelled</source>
            <translation>{order} est annulé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} requests closed; tell these callers</source>
            <translation>{count} demandes clôturées ; prévenez ces appelants</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} follows {first}</source>
            <translation>{second} suit {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} no longer follows {first}</source>
            <translation>{second} ne suit plus {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{step}: done at {at}</source>
            <translation>{step} : réalisée à {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is {priority} now, due {due}</source>
            <translation>{order} est maintenant {priority}, échéance {due}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} has the priority of the rules again: {priority}, due {due}</source>
            <translation>{order} a de nouveau la priorité des règles : {priority}, échéance {due}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{at}: priority {before} &gt; {after}, {who} ({what})[: {reason}]</source>
            <translation>{at} : priorité {before} &gt; {after}, {who} ({what})[ : {reason}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{priority} instead of {judged} by {by}, {at}: {reason}</source>
            <translation>{priority} au lieu de {judged} par {by}, {at} : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{age}, {colour}</source>
            <translation>{age}, {colour}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} days</source>
            <translation>{count} jours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: nothing was decided about a notice; qualify the request first</source>
            <translation>{order} : aucune déclaration n'a été étudiée ; qualifiez d'abord la demande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} received on {received}: answers are due by {day}</source>
            <translation>{kind} : réception le {received}, réponses attendues au plus tard le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{town}: built in {workspace}</source>
            <translation>{town} : construite dans {workspace}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>kept</source>
            <translation>conservée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Price of {objective} against {base}: driving {travel} min ({distance} km, {percent} %), overtime {overtime} min; the fullest and the emptiest shift are {after} min apart instead of {before}.</source>
            <translation>Prix de l'objectif {objective} par rapport à {base} : conduite {travel} min ({distance} km, {percent} %), heures supplémentaires {overtime} min ; l'écart entre la journée la plus chargée et la moins chargée est de {after} min au lieu de {before}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Each order to the first who may, in the order of their numbers: {distance} km. {objective}: {after} km ({percent} %).</source>
            <translation>Chaque ordre au premier qui le peut, dans l'ordre des numéros : {distance} km. {objective} : {after} km ({percent} %).</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing was stored: plan with --objective {objectives} to put one in force.</source>
            <translation>Rien n'a été enregistré : planifiez avec --objective {objectives} pour en mettre un en vigueur.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is planned:</source>
            <translation>{order} est planifié :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is left out:</source>
            <translation>{order} n'est pas planifié :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Broken: {rule}</source>
            <translation>Non respecté : {rule}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{who} {day}: {reason}</source>
            <translation>{who} {day} : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nearest to fitting: {reason}</source>
            <translation>Au plus près de tenir : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Bending a single rule, or two, would not be enough.</source>
            <translation>Assouplir une règle, ou deux, ne suffirait pas.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} was not part of the plan in force</source>
            <translation>{order} ne faisait pas partie du plan en vigueur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give one of --absent, --closed-roads and --late</source>
            <translation>donnez l'une des options --absent, --closed-roads et --late</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--late needs --minutes, and --minutes needs --late</source>
            <translation>--late demande --minutes, et --minutes demande --late</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the plan in force is {found}, not {expected}: nothing was stored</source>
            <translation>le planning en vigueur est {found}, et non {expected} : rien n'a été enregistré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} fits nowhere as the plan stands:</source>
            <translation>{order} n'entre nulle part dans le planning tel qu'il est :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No less important order makes enough room for it either.</source>
            <translation>Aucun ordre moins important ne lui laisse non plus assez de place.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Alternative {number}: {agents} on {start}, costs {cost} min[, {late} after its deadline]</source>
            <translation>Solution {number} : {agents} le {start}, coûte {cost} min[, {late} après son échéance]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} gave way to an emergency: again on {day}, in time</source>
            <translation>{order} cède la place à une urgence : de nouveau le {day}, dans les délais</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} gave way to an emergency: again on {day}, after its deadline ({due})</source>
            <translation>{order} cède la place à une urgence : de nouveau le {day}, après son échéance ({due})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Falls out: {orders}</source>
            <translation>N'est plus planifié : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing is stored yet; --accept does it.</source>
            <translation>Rien n'est encore enregistré ; --accept le fait.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing is stored yet; --accept N takes one.</source>
            <translation>Rien n'est encore enregistré ; --accept N en retient une.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Plan {plan} is in force.</source>
            <translation>Le planning {plan} est en vigueur.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} falls out:</source>
            <translation>{order} n'est plus planifié :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing changes.</source>
            <translation>Rien ne change.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Costs {cost} min ({travel} min driving)</source>
            <translation>Coûte {cost} min (dont {travel} min de route)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No longer broken: {rule}</source>
            <translation>De nouveau respecté : {rule}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} fits into none of the windows of these days</source>
            <translation>{order} n'entre dans aucun des créneaux de ces jours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} fits into none of the windows of these days: it may not start before {earliest}</source>
            <translation>{order} n'entre dans aucun des créneaux de ces jours : son début n'est pas permis avant le {earliest}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{tours} tour(s), {stops} stop(s), {distance}, {travel} driving, {work} on site</source>
            <translation>{tours} tournée(s), {stops} arrêt(s), {distance}, {travel} de conduite, {work} sur site</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>ORDERS</source>
            <translation>ORDRES</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>WATER CUTS</source>
            <translation>COUPURES D'EAU</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>NOTICES AND NETWORKS NEAR THE DIGS</source>
            <translation>DÉCLARATIONS ET RÉSEAUX PROCHES DES FOUILLES</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>TOURS</source>
            <translation>TOURNÉES</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>PLANNED AFTER THE DEADLINE</source>
            <translation>PLANIFIÉS APRÈS L'ÉCHÉANCE</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>LEFT OUT</source>
            <translation>NON PLANIFIÉS</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Workspace</source>
            <translation>Espace de travail</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Coordinates</source>
            <translation>Coordonnées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Schema</source>
            <translation>Schéma</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Records</source>
            <translation>Enregistrements</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Layers</source>
            <translation>Couches</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No.</source>
            <translation>N°</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/planning/dialog.py" />
            <location filename="../ui/reviewing/dock.py" />
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/disrupting/day_form.py" />
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/planning/dialog.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Command</source>
            <translation>Commande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Record</source>
            <translation>Enregistrement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Difference</source>
            <translation>Écart</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What is written there</source>
            <translation>Ce qui y est écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/searching/locator.py" />
            <source>Assets</source>
            <translation>Objets</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Count</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Layers not used</source>
            <translation>Couches non utilisées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/starting/roles_page.py" />
            <source>Role</source>
            <translation>Rôle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/starting/roles_page.py" />
            <source>Layer</source>
            <translation>Couche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Fields known</source>
            <translation>Champs reconnus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Fields not known</source>
            <translation>Champs inconnus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Reprojected</source>
            <translation>Reprojetées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No longer read</source>
            <translation>Ne sont plus lues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Rows that cannot be used</source>
            <translation>Lignes inutilisables</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Rows that are used, but</source>
            <translation>Lignes utilisées, mais</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{layer} (from {crs})</source>
            <translation>{layer} (depuis {crs})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <location filename="../ui/starting/check_page.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>… and {count} more</source>
            <translation>… et encore {count}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Severity</source>
            <translation>Gravité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Problem</source>
            <translation>Anomalie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <location filename="../qgis_bridge/processing/place.py" />
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Proposed correction</source>
            <translation>Correction proposée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>error</source>
            <translation>erreur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>warning</source>
            <translation>avertissement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>notice</source>
            <translation>remarque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>move the end</source>
            <translation>déplacer l'extrémité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>move the point</source>
            <translation>déplacer le point</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>join the parts</source>
            <translation>réunir les parties</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{correction} (to be reviewed)</source>
            <translation>{correction} (à vérifier)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>without id</source>
            <translation>sans identifiant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>id used more than once</source>
            <translation>identifiant en double</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>without geometry</source>
            <translation>sans géométrie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not a line, or without length</source>
            <translation>pas une ligne, ou longueur nulle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>in several parts</source>
            <translation>en plusieurs parties</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>parts that follow each other</source>
            <translation>parties qui se suivent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>node id of ends far apart</source>
            <translation>identifiant de nœud pour des extrémités éloignées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>several node ids in one place</source>
            <translation>plusieurs identifiants de nœud au même endroit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>ends a little apart, joined</source>
            <translation>extrémités légèrement écartées, raccordées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>end near a pipe, not joined</source>
            <translation>extrémité proche d'une canalisation, non raccordée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>device off any pipe</source>
            <translation>appareil hors canalisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>device without pipes</source>
            <translation>appareil sans canalisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>device beside its pipe</source>
            <translation>appareil à côté de sa canalisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve on a junction</source>
            <translation>vanne sur une jonction</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>check valve on a junction</source>
            <translation>clapet sur une jonction</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>too far from any pipe</source>
            <translation>trop loin de toute canalisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no pipe to be joined to</source>
            <translation>aucune canalisation où se rattacher</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>connection that touches no main</source>
            <translation>branchement qui ne touche aucune conduite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no source declared</source>
            <translation>aucune source déclarée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no pipe in service</source>
            <translation>aucune canalisation en service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>part that no source reaches</source>
            <translation>partie qu'aucune source n'atteint</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>drawn against the fall</source>
            <translation>dessinée à contre-pente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_dock.py" />
            <location filename="../ui/order_pages.py" />
            <location filename="../ui/reviewing/dock.py" />
            <source>Asset</source>
            <translation>Ouvrage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Valves to close</source>
            <translation>Vannes à fermer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Order of opening again</source>
            <translation>Ordre de réouverture</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Kinds of customers</source>
            <translation>Types d'abonnés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Cut off behind</source>
            <translation>Coupés par contrecoup</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>If this valve does not hold</source>
            <translation>Si cette vanne ne tient pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>If this pipe fails at its worst place</source>
            <translation>Si cette canalisation casse au pire endroit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>A pipe counts at its worst place. To isolate it by its id shuts its whole length, which may cut off more.</source>
            <translation>Une canalisation compte à son pire endroit. L'isoler par son identifiant la ferme sur toute sa longueur, ce qui peut couper davantage.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>More customers</source>
            <translation>Abonnés en plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Cut off by the combination</source>
            <translation>Coupés par la combinaison</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no valve left: a source stays inside</source>
            <translation>plus de vanne à fermer : une ressource reste à l'intérieur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{valve}: noted</source>
            <translation>{valve} : noté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>households</source>
            <translation>domestiques</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>industry</source>
            <translation>industriels</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>shops</source>
            <translation>commerces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>offices and services</source>
            <translation>tertiaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>medical</source>
            <translation>médicaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mixed use</source>
            <translation>usage mixte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>kind unknown</source>
            <translation>type inconnu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Valves closed already</source>
            <translation>Vannes déjà fermées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Pipes</source>
            <translation>Canalisations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Length</source>
            <translation>Longueur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/searching/locator.py" />
            <source>Customers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Sensitive customers</source>
            <translation>Abonnés sensibles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Sensitive</source>
            <translation>Sensible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Hydrants out</source>
            <translation>Hydrants indisponibles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Connections</source>
            <translation>Branchements</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Gullies</source>
            <translation>Avaloirs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Outfalls</source>
            <translation>Exutoires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Pumping stations</source>
            <translation>Postes de relevage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Direction by</source>
            <translation>Sens donné par</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>First arrival</source>
            <translation>Première arrivée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Last arrival</source>
            <translation>Dernière arrivée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>By an overflow only</source>
            <translation>Par déversoir seulement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Upstream</source>
            <translation>Amont</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Downstream</source>
            <translation>Aval</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_dock.py" />
            <location filename="../qgis_bridge/processing/base.py" />
            <source>Networks</source>
            <translation>Réseaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Operator</source>
            <translation>Exploitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Emergency phone</source>
            <translation>Téléphone d'urgence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>From the edge</source>
            <translation>Depuis le bord</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Less uncertainty</source>
            <translation>Moins l'incertitude</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What to do</source>
            <translation>À faire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Received</source>
            <translation>Reçue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/valves_list.py" />
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/readiness/dock.py" />
            <location filename="../ui/reviewing/dock.py" />
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/address_field.py" />
            <location filename="../ui/calling/request_dock.py" />
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Likeness</source>
            <translation>Ressemblance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>This number</source>
            <translation>Ce numéro</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Parcel</source>
            <translation>Parcelle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/reviewing/dock.py" />
            <source>Waiting</source>
            <translation>Attente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>On site by</source>
            <translation>Sur place avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Possible duplicate of</source>
            <translation>Doublon possible de</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Acknowledge by</source>
            <translation>À prendre en charge avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/request_dock.py" />
            <location filename="../ui/order_pages.py" />
            <source>Caller</source>
            <translation>Appelant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Call back</source>
            <translation>Rappeler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Acknowledged</source>
            <translation>Prise en charge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Done by</source>
            <translation>Réalisé avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Merged into</source>
            <translation>Fusionnée avec</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Answers too</source>
            <translation>Répond aussi à</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Closed</source>
            <translation>Clôturée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Along the pipe</source>
            <translation>Abscisse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Key</source>
            <translation>Clé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Needed</source>
            <translation>Obligatoire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/planning/changes_list.py" />
            <location filename="../ui/planning/plan_page.py" />
            <location filename="../ui/reviewing/dock.py" />
            <location filename="../ui/reviewing/reader.py" />
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/disrupting/day_form.py" />
            <location filename="../ui/starting/place_page.py" />
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Done</source>
            <translation>Fait</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Judged by</source>
            <translation>Jugé selon</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Set by hand</source>
            <translation>Fixée à la main</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/figures/dock.py" />
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_dock.py" />
            <location filename="../ui/planning/changes_list.py" />
            <location filename="../ui/readiness/dock.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/field_forms.py" />
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>Order</source>
            <translation>Ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <location filename="../ui/planning/changes_list.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/field_forms.py" />
            <source>Work</source>
            <translation>Intervention</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/orders_dock.py" />
            <source>Due</source>
            <translation>Échéance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/readiness/dock.py" />
            <source>Earliest start</source>
            <translation>Début au plus tôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Skills</source>
            <translation>Compétences</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/overview_page.py" />
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Hours</source>
            <translation>Horaires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Away</source>
            <translation>Absent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Vehicle</source>
            <translation>Véhicule</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>van</source>
            <translation>véhicule</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>truck</source>
            <translation>camion</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Equipment</source>
            <translation>Matériel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Parts</source>
            <translation>Pièces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/readiness/dock.py" />
            <source>Notice</source>
            <translation>Déclaration</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>In words</source>
            <translation>Précisions</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Reason</source>
            <translation>Motif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Closure</source>
            <translation>Fermeture</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Way</source>
            <translation>Chemin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/disrupting/day_form.py" />
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/disrupting/day_form.py" />
            <source>To</source>
            <translation>Au</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/networks_page.py" />
            <source>Send by</source>
            <translation>À envoyer au plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/networks_page.py" />
            <source>Answers by</source>
            <translation>Réponses au plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Start by</source>
            <translation>À commencer avant le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/networks_page.py" />
            <source>Telephone first</source>
            <translation>Téléphoner d'abord</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/networks_page.py" />
            <source>Write to</source>
            <translation>Écrire à</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Figures of the law</source>
            <translation>Chiffres de la loi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Instance</source>
            <translation>Instance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Cost</source>
            <translation>Coût</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Searched for</source>
            <translation>Recherche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Visits</source>
            <translation>Visites</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/orders_dock.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <location filename="../qgis_bridge/processing/field_package.py" />
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/overview_page.py" />
            <location filename="../ui/searching/locator.py" />
            <source>Agents</source>
            <translation>Agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Window</source>
            <translation>Créneau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Extra</source>
            <translation>Surcoût</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Started before</source>
            <translation>Début avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Agents before</source>
            <translation>Agents avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Late by</source>
            <translation>Retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Against the time told</source>
            <translation>Écart à l'heure annoncée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/day_selector.py" />
            <location filename="../ui/order_pages.py" />
            <location filename="../ui/readiness/dock.py" />
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <source>Arrives</source>
            <translation>Arrivée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <source>Task</source>
            <translation>Tâche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/overview_page.py" />
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/searching/locator.py" />
            <location filename="../ui/window_commands.py" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/field_project.py" />
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Orders</source>
            <translation>Ordres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Customers cut off once less</source>
            <translation>Abonnés coupés une fois de moins</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Valve operations saved</source>
            <translation>Manœuvres de vannes évitées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Work on site</source>
            <translation>Travail sur place</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Close {valves}</source>
            <translation>Fermer {valves}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Reopen {valves}</source>
            <translation>Rouvrir {valves}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Starts</source>
            <translation>Début</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/board/why.py" />
            <location filename="../ui/order_pages.py" />
            <source>Everybody</source>
            <translation>Tous</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Would fit if</source>
            <translation>Tiendrait si</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Price (min)</source>
            <translation>Prix (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Ends</source>
            <translation>Fin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Stops</source>
            <translation>Arrêts</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Leaves</source>
            <translation>Départ</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Returns</source>
            <translation>Retour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Distance</source>
            <translation>Distance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/planning/weights_form.py" />
            <source>Driving</source>
            <translation>Conduite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <source>On site</source>
            <translation>Sur site</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_pages.py" />
            <source>Why this long</source>
            <translation>Pourquoi cette durée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Agents at once</source>
            <translation>Agents à la fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Tools</source>
            <translation>Outillage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Takes longer with</source>
            <translation>Plus long avec</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Minutes more</source>
            <translation>Minutes en plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/planning/plan_page.py" />
            <location filename="../ui/planning/weights_form.py" />
            <source>Overtime</source>
            <translation>Heures sup.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <location filename="../ui/figures/overview_page.py" />
            <location filename="../ui/order_pages.py" />
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/reviewing/dock.py" />
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Zone</source>
            <translation>Secteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>without zone</source>
            <translation>sans zone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/starting/check_page.py" />
            <source>Left out</source>
            <translation>Non planifiés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Late orders</source>
            <translation>Ordres en retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Tours</source>
            <translation>Tournées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Least work of a shift</source>
            <translation>Travail de la journée la moins chargée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Mean work of a shift</source>
            <translation>Travail moyen d'une journée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Most work of a shift</source>
            <translation>Travail de la journée la plus chargée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Standard deviation of work</source>
            <translation>Écart type du travail</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>minimum travel</source>
            <translation>trajet minimal</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>balanced</source>
            <translation>équilibré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on time</source>
            <translation>à l'heure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>joining the roads</source>
            <translation>raccordement des routes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>building the road network</source>
            <translation>construction du réseau routier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>getting ready to search</source>
            <translation>préparation de la recherche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>compiling the search: a minute or two, once after an installation</source>
            <translation>compilation de la recherche : une à deux minutes, une fois après une installation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>searching for the tours</source>
            <translation>recherche des tournées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>storing the plan</source>
            <translation>enregistrement du planning</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>searching for the tours of each zone</source>
            <translation>recherche des tournées de chaque zone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>walking the streets</source>
            <translation>parcours des rues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>laying the water mains</source>
            <translation>pose des canalisations d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>laying the sewers</source>
            <translation>pose des égouts</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>laying the networks of others</source>
            <translation>pose des réseaux tiers</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>hiring the agents, taking the calls</source>
            <translation>recrutement des agents, réception des appels</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no asset: tie it to the one it is about ({detail})</source>
            <translation>n'a pas d'ouvrage : rattachez-le à celui qu'il concerne ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no criticality: judge it first (priority {detail} without factors)</source>
            <translation>n'a pas de criticité : évaluez-la d'abord (priorité {detail} sans facteurs)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no water cut computed: trace the valves to close ({detail})</source>
            <translation>n'a pas de coupure calculée : déterminez les vannes à fermer ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>has no decision on its works notice: decide it, with the earliest legal start ({detail})</source>
            <translation>n'a pas de décision sur sa déclaration de travaux : décidez-la, avec la date de début légale ({detail})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>is not known to the teleservice yet: consult it before planning the dig ({detail}), by the rules of this workspace</source>
            <translation>n’est pas encore connu du guichet unique : le consulter avant de planifier la fouille ({detail}), d’après les règles de cet espace de travail</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} cannot become {target}: {found}</source>
            <translation>{order} ne peut pas passer à « {target} » : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{first}; {rest}</source>
            <translation>{first} ; {rest}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the {kind} is not sent: send it and note its number</source>
            <translation>{kind} à envoyer : notez ensuite son numéro</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the DT alone allows no dig: the DICT follows once it is answered (regard notices follow)</source>
            <translation>la DT seule ne permet pas de creuser : la DICT la suit une fois les réponses reçues (regard notices follow)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the {kind} expired on {day}: renew it</source>
            <translation>{kind} à renouveler : validité dépassée depuis le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned for {start}, before its legal start {earliest}: plan it later</source>
            <translation>prévu le {start}, avant son début légal {earliest} : planifiez-le plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no networks of others are known around this dig: ask the teleservice before you dig, and telephone the sensitive operators that it names (regard notices import, or orders notice-sent once the notice has its number)</source>
            <translation>aucun réseau tiers n'est connu autour de cette fouille : consultez le guichet unique avant de creuser, et téléphonez aux exploitants sensibles qu'il nomme (regard notices import, ou orders notice-sent une fois le numéro de l'avis obtenu)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no sensitive network is known around this dig, which is no proof that there is none: ask the teleservice before you dig, and telephone the sensitive operators that it names (regard notices import, or orders notice-sent once the notice has its number)</source>
            <translation>aucun réseau sensible n'est connu autour de cette fouille, ce qui ne prouve pas qu'il n'y en a pas : consultez le guichet unique avant de creuser, et téléphonez aux exploitants sensibles qu'il nomme (regard notices import, ou orders notice-sent une fois le numéro de l'avis obtenu)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the networks near this dig are known from layers alone: consult the teleservice before you dig, and telephone the sensitive operators that it names (regard notices import, or orders notice-sent once the notice has its number)</source>
            <translation>les réseaux proches de cette fouille ne sont connus que par des couches : consultez le guichet unique avant de creuser, et téléphonez aux exploitants sensibles qu’il nomme (regard notices import, ou orders notice-sent une fois la déclaration numérotée)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the {kind} has no number of the teleservice and no consultation: consult the teleservice, then regard notices import, or orders notice-sent with its number</source>
            <translation>{kind} sans numéro ni consultation du guichet unique : consultez-le, puis regard notices import, ou orders notice-sent avec son numéro</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} (sensitive network) was not telephoned[: {phone}]</source>
            <translation>{operator} (réseau sensible) n'a pas été appelé[ : {phone}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} (sensitive network): note who was spoken to</source>
            <translation>{operator} (réseau sensible) : notez le nom de l'interlocuteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} (sensitive network) has not answered: no start without its answer[; telephone {phone}]</source>
            <translation>{operator} (réseau sensible) n'a pas répondu : pas de démarrage sans sa réponse[ ; téléphone {phone}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} has not answered: note the answer or send a reminder</source>
            <translation>{operator} n'a pas répondu : notez la réponse ou envoyez une relance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} was reminded and may answer until {day}</source>
            <translation>{operator} a été relancé et peut répondre jusqu'au {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{permit} missing (to be granted by {authority})</source>
            <translation>{permit} : à obtenir (délivrance : {authority})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve {valve} is still closed: open it and note it</source>
            <translation>la vanne {valve} est encore fermée : rouvrez-la et notez-le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve {valve}: note how it was left</source>
            <translation>vanne {valve} : notez dans quel état elle a été laissée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{hydrant} still unavailable: tell the fire service that it is back and note it</source>
            <translation>{hydrant} toujours indisponible : signalez sa remise en service au SDIS et notez-la</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} customer(s) not told that the water is back</source>
            <translation>{count} abonné(s) non prévenu(s) de la remise en eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the {kind} has no number: note the one of the teleservice</source>
            <translation>{kind} sans numéro : notez celui du guichet unique</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the mayor was not told of the urgent works (by {until})</source>
            <translation>le maire n'a pas été informé des travaux urgents (au plus tard le {until})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>final reinstatement not planned (&lt;= {until}, {days} d local rule)</source>
            <translation>réfection définitive non planifiée (&lt;= {until}, règle locale de {days} j)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>road-works permit</source>
            <translation>permission de voirie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>occupation permit</source>
            <translation>permis de stationnement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>traffic order</source>
            <translation>arrêté de circulation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>technical agreement</source>
            <translation>accord technique</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>other notice: {name}</source>
            <translation>autre avis : {name}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>information of the mayor</source>
            <translation>information du maire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no cause is called '{found}'; there are {known}</source>
            <translation>aucun motif ne s'appelle « {found} » ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no state is called '{found}'; there are {known}</source>
            <translation>aucun état ne s'appelle « {found} » ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is {found}: its life ends there, no gate is ahead</source>
            <translation>{order} : état « {found} », sa vie s'arrête là, plus rien n'est à vérifier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the move {found} does not follow from {expected}</source>
            <translation>{order} : le passage {found} ne suit pas {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is now {state}</source>
            <translation>{order} est maintenant : {state}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} lacks for {state}:</source>
            <translation>Il manque à {order} pour l'état « {state} » :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: nothing stands against {state}</source>
            <translation>{order} : rien ne s'oppose à l'état « {state} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} order(s) dispatched</source>
            <translation>{count} ordre(s) affecté(s)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {sentence}</source>
            <translation>{order} : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Cause</source>
            <translation>Motif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>move of an order</source>
            <translation>changement d'état</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answer of an operator</source>
            <translation>réponse d'exploitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>permit</source>
            <translation>autorisation de voirie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>note on a hydrant</source>
            <translation>note sur un poteau d'incendie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>customers told of the restoration</source>
            <translation>abonnés prévenus de la remise en eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alert</source>
            <translation>alerte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no decision on the works notice yet</source>
            <translation>déclaration de travaux pas encore décidée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} not sent; to be sent by {day}</source>
            <translation>{kind} à envoyer au plus tard le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind}: works may not start before {day}</source>
            <translation>{kind} : pas de travaux avant le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{part} short ({count} needed)</source>
            <translation>{part} en quantité insuffisante (besoin : {count})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{company} has not accepted order {number} (due {day})</source>
            <translation>{company} n'a pas accepté la commande {number} (attendu le {day})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {number} was done on {day} only</source>
            <translation>commande {number} faite seulement le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody at work on {day} holds {skill}</source>
            <translation>personne de présent le {day} n'a la compétence {skill}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} agents able, {expected} needed[ (each with {skills})]</source>
            <translation>{found} agents aptes, {expected} nécessaires[ (chacun avec {skills})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} of the plan is away on {day}</source>
            <translation>{agent}, prévu, est absent le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no {equipment} in the service</source>
            <translation>aucun matériel {equipment} dans le service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{equipment} booked already at that time on {day}</source>
            <translation>{equipment} déjà réservé à cette heure le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} {label}, {address}, {day}: {lacks}. Please answer what you can do.</source>
            <translation>{order} {label}, {address}, {day} : {lacks}. Merci de répondre ce que vous pouvez faire.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Regard: {order}, {what}</source>
            <translation>Regard : {order}, {what}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} {label}: {company} has not answered {number}, due on {day}. Please chase them, or give the work to others.</source>
            <translation>{order} {label} : {company} n'a pas répondu à {number}, réponse attendue le {day}. Merci de relancer, ou de confier l'intervention à d'autres.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} {label}: {agent} has not corrected {field}, asked for by {due}. Please see that it is done.</source>
            <translation>{order} {label} : {agent} n'a pas corrigé {field}, demandé pour le {due}. Merci d'y veiller.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} {label}, notice {number}: {task}.</source>
            <translation>{order} {label}, avis {number} : {task}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alert {alert} was told on {at}</source>
            <translation>l'alerte {alert} a été transmise le {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alert {alert} has a reply already, or the reply is empty</source>
            <translation>l'alerte {alert} a déjà une réponse, ou la réponse est vide</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: no works notice is asked for</source>
            <translation>{order} : aucune déclaration de travaux n'est demandée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: '{found}' has no network near the dig; near: {near}</source>
            <translation>{order} : « {found} » n'a pas de réseau près de la fouille ; proches : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no permit is called '{found}'; there are {known}</source>
            <translation>aucune autorisation ne s'appelle « {found} » ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the permit ends on {last}, before it begins on {first}</source>
            <translation>l'autorisation finit le {last}, avant son début le {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: '{found}' is none of the customers cut off; near: {near}</source>
            <translation>{order} : « {found} » n'est pas un abonné coupé ; proches : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target}: photos and plans lie in {folder}</source>
            <translation>{target} : photos et plans sont dans {folder}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: way of sending of its notice: {way}; first legal start {start}</source>
            <translation>{order} : mode d'envoi de sa déclaration : {way} ; premier début légal {start}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {kind} sent; answers due by {answer_by}, start from {start}</source>
            <translation>{order} : {kind}, envoi noté ; réponses attendues le {answer_by}, début à partir du {start}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give --at, --reminded, --acknowledged or --appointment</source>
            <translation>donner --at, --reminded, --acknowledged ou --appointment</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>noted: {what}</source>
            <translation>noté : {what}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Also for the other parts of the same dig: {orders}</source>
            <translation>Noté aussi pour les autres parties de la même fouille : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {count} customer(s) told that the water is back</source>
            <translation>{order} : {count} abonné(s) prévenu(s) de la remise en eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>green</source>
            <translation>vert</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>amber</source>
            <translation>orange</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>red</source>
            <translation>rouge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>people</source>
            <translation>agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>parts</source>
            <translation>pièces</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>subcontractor without an answer</source>
            <translation>sous-traitant sans réponse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>correction overdue</source>
            <translation>correction en retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>notice to renew</source>
            <translation>avis à renouveler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>notices</source>
            <translation>déclarations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>permits</source>
            <translation>autorisations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>D</source>
            <translation>J</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Left</source>
            <translation>Reste</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Colour</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Resource</source>
            <translation>Moyen</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Lacks</source>
            <translation>Manque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Alerted</source>
            <translation>Alerté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Alert</source>
            <translation>Alerte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Raised</source>
            <translation>Émise le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <source>To whom</source>
            <translation>Destinataire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Replied</source>
            <translation>Réponse le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Escalated to</source>
            <translation>Transmise à</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>late: due {due}, {day} is after it</source>
            <translation>en retard : échéance {due}, dépassée le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} customer(s) to tell again by {by}, {sensitive} sensitive first</source>
            <translation>{count} abonné(s) à prévenir à nouveau avant le {by}, dont {sensitive} sensible(s) en premier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fire service to tell that {hydrants} is out on {day}, not before</source>
            <translation>SDIS à prévenir : {hydrants} indisponible le {day}, pas avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{permit} is not valid on {day}: have it prolonged by {authority}</source>
            <translation>{permit} non valable le {day} : à faire prolonger par {authority}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>its cut and that of {other} on {day} take water from more customers together: another hour or day</source>
            <translation>sa coupure et celle de {other} le {day} privent ensemble plus d'abonnés : autre heure ou autre jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the appointment of {window} is to be agreed again</source>
            <translation>le rendez-vous du {window} est à convenir à nouveau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>waiting for it: {orders}</source>
            <translation>en attente derrière lui : {orders}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {found} is past or before its legal start; {earliest} at the earliest</source>
            <translation>{order} : le {found} est passé ou avant son début légal ; au plus tôt le {earliest}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is {found}; only an order that is {expected} can be put off</source>
            <translation>{order} est {found} ; seul un ordre {expected} peut être reporté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} ({state}): proposed {day}, due {due}: in time</source>
            <translation>{order} ({state}) : proposé le {day}, échéance {due} : dans les temps</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} ({state}): proposed {day}, due {due}: LATE</source>
            <translation>{order} ({state}) : proposé le {day}, échéance {due} : EN RETARD</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody with the skills is at work on {day}</source>
            <translation>personne de compétent n'est présent le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{minutes} min of working time are lost</source>
            <translation>{minutes} min de travail perdues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{skill}: nobody from {first} to {last}, {count} order(s) due ({jobs}); {days} day(s) ahead</source>
            <translation>{skill} : personne du {first} au {last}, {count} ordre(s) à faire ({jobs}) ; {days} jour(s) à l'avance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>every skill that is needed is held by somebody at work</source>
            <translation>chaque compétence nécessaire est tenue par quelqu'un de présent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the days end on {last}, before they begin on {first}</source>
            <translation>la période finit le {last}, avant son début le {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>customer</source>
            <translation>client</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>resources</source>
            <translation>moyens</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>organisation</source>
            <translation>organisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>outside</source>
            <translation>extérieur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Group</source>
            <translation>Famille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Next try after (working days)</source>
            <translation>Nouvel essai après (jours ouvrés)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Cumulated</source>
            <translation>Cumulé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>In all</source>
            <translation>En tout</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Planned</source>
            <translation>Planifiés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Not done</source>
            <translation>Non réalisés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No word yet</source>
            <translation>Sans retour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/overview_page.py" />
            <source>Field manager</source>
            <translation>Responsable terrain</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Work (min)</source>
            <translation>Travail (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P1</source>
            <translation>P1</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P2</source>
            <translation>P2</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/overview_page.py" />
            <source>Notices waiting</source>
            <translation>Déclarations en attente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Capacity (min)</source>
            <translation>Capacité (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load (min)</source>
            <translation>Charge (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Short (min)</source>
            <translation>Manque (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: its works notice is sent; what it was sent for is not studied again</source>
            <translation>{order} : sa déclaration est envoyée ; ce pour quoi elle l'a été n'est plus réétudié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is {found}; only an order that is {expected} can be studied again</source>
            <translation>{order} est {found} ; seul un ordre {expected} peut être réétudié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: holds {found} street sections, a town needs {expected}</source>
            <translation>{file} : contient {found} tronçons de rue, une ville en demande {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be unpacked ({reason})</source>
            <translation>{file} : ne peut pas être décompressé ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: refused, '{found}' leads out of its folder, is a link or is given twice</source>
            <translation>{file} : refusé, « {found} » sort de son dossier, est un lien ou figure deux fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: refused, '{found}' is larger than such an archive may hold</source>
            <translation>{file} : refusé, « {found} » dépasse ce qu'une telle archive peut contenir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: refused, archives within archives more than {limit} deep</source>
            <translation>{file} : refusé, archives emboîtées sur plus de {limit} niveaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: cannot be read as XML ({reason})</source>
            <translation>{file} : illisible comme XML ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, field {field}: found '{found}', expected {expected}</source>
            <translation>{file}, champ {field} : « {found} » trouvé, attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a polygon that does not cross itself</source>
            <translation>un polygone qui ne se croise pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one EPSG code</source>
            <translation>un code EPSG</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>numbers, two a position</source>
            <translation>des nombres, deux par position</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a closed ring of four positions or more</source>
            <translation>un anneau fermé de quatre positions ou plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a text</source>
            <translation>un texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>true or false</source>
            <translation>true ou false</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a number</source>
            <translation>un nombre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a date, YYYY-MM-DD</source>
            <translation>une date, AAAA-MM-JJ</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a time, HH:MM:SS</source>
            <translation>une heure, HH:MM:SS</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a date and time</source>
            <translation>une date et heure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{area_m2} m² of the dig lie outside the declared footprint: declare them, or dig less</source>
            <translation>{area_m2} m² de la fouille sont hors de l'emprise déclarée : les déclarer, ou réduire la fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not needed</source>
            <translation>sans objet</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to send</source>
            <translation>à envoyer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sent</source>
            <translation>envoyée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>acknowledged</source>
            <translation>accusée de réception</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reminded</source>
            <translation>relancé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answered</source>
            <translation>répondu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>expired</source>
            <translation>périmée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to call</source>
            <translation>à appeler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to answer</source>
            <translation>réponse attendue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>receipt confirmed</source>
            <translation>réception confirmée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>measures on site</source>
            <translation>rendez-vous sur site</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>silent after the reminder</source>
            <translation>muet après relance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>deemed in the excavation zone</source>
            <translation>réputé dans la zone de fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no answer due</source>
            <translation>pas de réponse due</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>consult the teleservice for the {kind}: it names the operators to tell, whatever layers show</source>
            <translation>consulter le guichet unique ({kind}) : il nomme les exploitants à prévenir, quoi que montrent les couches</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>send the {kind}[ by {day}]</source>
            <translation>à envoyer : {kind}[, au plus tard le {day}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>note when the operators had the {kind} sent on paper (expected on {day}): their days to answer run from then on</source>
            <translation>noter quand les exploitants ont reçu la lettre ({kind} sur papier, attendue le {day}) : leur délai de réponse court à partir de là</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the DT is answered: the DICT follows (regard notices follow)</source>
            <translation>la DT a ses réponses : établir la DICT (regard notices follow)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the {kind} expired on {day}: consult the teleservice again, declare anew</source>
            <translation>{kind} : validité dépassée depuis le {day}, consulter à nouveau le guichet unique et redéclarer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>telephone {operator}[ ({phone})] before digging; note who, day and hour; without an answer its networks count as in the excavation zone</source>
            <translation>téléphoner à {operator}[ ({phone})] avant de creuser ; noter le nom, le jour et l'heure ; sans réponse, ses réseaux sont réputés dans la zone de fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remind {operator}[ ({phone})]: no answer by {day}</source>
            <translation>relancer {operator}[ ({phone})] : pas de réponse au {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} is silent after the reminder: the works may start, its networks unknown</source>
            <translation>{operator} reste muet après relance : les travaux peuvent commencer, ses réseaux étant inconnus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} (sensitive network) is silent after the reminder: no start; telephone[ {phone}]</source>
            <translation>{operator} (réseau sensible) reste muet après relance : pas de démarrage ; téléphoner[ au {phone}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>today on site with {operator}[ ({phone})] to locate its network</source>
            <translation>rendez-vous sur site aujourd'hui avec {operator}[ ({phone})] pour localiser son réseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>renew the {kind}: the works must start by {day}</source>
            <translation>{kind} à renouveler : les travaux doivent commencer au plus tard le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>renew the {kind}: it serves these works until {day}, unless periodic meetings are held with the operators of sensitive networks</source>
            <translation>{kind} à renouveler : sa validité pour ces travaux s'arrête le {day}, sauf réunions périodiques avec les exploitants de réseaux sensibles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the works last longer than the {days} day(s) declared: renew the {kind}, unless periodic meetings are held with {operators}</source>
            <translation>les travaux durent plus que les {days} jour(s) déclarés : {kind} à renouveler, sauf réunions périodiques avec {operators}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned for {start}, before the first legal start {earliest}: move it</source>
            <translation>planifié le {start}, avant le premier démarrage légal du {earliest} : le déplacer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Open data and maps never replace the consultation of the operators.</source>
            <translation>Les données ouvertes et les plans ne remplacent jamais la consultation des exploitants.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: networks of others near the dig (rules {version})</source>
            <translation>{order} : réseaux tiers près de la fouille (règles {version})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dig of {area} m², {depth} deep</source>
            <translation>Fouille de {area} m², profondeur {depth}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Networks near the dig</source>
            <translation>Réseaux près de la fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What changed since the dig was studied</source>
            <translation>Ce qui a changé depuis l'étude de la fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Techniques and their sources</source>
            <translation>Techniques et leurs sources</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) came: {after}, {edge} m from the edge</source>
            <translation>{network} ({operator}) est apparu : {after}, à {edge} m du bord</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}): {before} → {after}, class {class_before} → {class_after}, {edge} m from the edge</source>
            <translation>{network} ({operator}) : {before} → {after}, classe {class_before} → {class_after}, à {edge} m du bord</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: neither a JPEG nor a PNG picture</source>
            <translation>{file} : ce n'est ni une image JPEG ni une image PNG</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: photo {name} kept</source>
            <translation>{order} : photo {name} conservée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/field_project.py" />
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the photo is not in the folder of attachments</source>
            <translation>la photo n'est pas dans le dossier des pièces jointes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no PDF</source>
            <translation>{file} : pas un PDF</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file} is a PDF: give --order, it is kept with an order</source>
            <translation>{file} est un PDF : donner --order, il est gardé avec un ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: expected one polygon, found {found}</source>
            <translation>{file} : un polygone attendu, trouvé {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a dig is between 0 and 20 m deep, not {found}</source>
            <translation>une fouille a entre 0 et 20 m de profondeur, pas {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the dig is one polygon, not {found}</source>
            <translation>{order} : la fouille est un seul polygone, pas {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the outline of the dig crosses itself or has no surface</source>
            <translation>{order} : le contour de la fouille se croise ou n'a pas de surface</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the dig was drawn {distance_m} m away from the order</source>
            <translation>{order} : la fouille a été dessinée à {distance_m} m de l'ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{area_m2} m²: a unit operation (up to {limit} m²)</source>
            <translation>{area_m2} m² : opération unitaire (jusqu'à {limit} m²)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{area_m2} m²: no unit operation (more than {limit} m²)</source>
            <translation>{area_m2} m² : pas une opération unitaire (plus de {limit} m²)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{area_m2} m²: too large for a joint DT-DICT (up to {limit} m²)</source>
            <translation>{area_m2} m² : trop grand pour une DT-DICT conjointe (jusqu'à {limit} m²)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The surface is less than {years} years old: opening it may be refused, without a reason given (R*115-1).</source>
            <translation>Le revêtement a moins de {years} ans : son ouverture peut être refusée, sans motif (R*115-1).</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: dig of {area_m2} m² kept</source>
            <translation>{order} : fouille de {area_m2} m² gardée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {change}</source>
            <translation>{order} : {change}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{name}: kept with {order} as the answer of {operator} of {day}</source>
            <translation>{name} : gardé avec {order} comme réponse de {operator} du {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the dig was {before} m², is {after} m²[, {depth} m deep]</source>
            <translation>la fouille faisait {before} m², elle fait {after} m²[, profondeur {depth} m]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the notice is a {after}, no more a {before}</source>
            <translation>la déclaration est une {after}, plus une {before}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} was not asked: the notice[ {number}] was sent before; send it to it too</source>
            <translation>{operator} n'a pas été interrogé : la déclaration[ {number}] est partie avant ; la lui envoyer aussi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the work takes {after} min, before {before} min</source>
            <translation>l'intervention dure {after} min, auparavant {before} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>new danger, with what it takes: {hazard}</source>
            <translation>nouveau danger, avec ce qu'il demande : {hazard}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) is not near the dig any more (was: {before})</source>
            <translation>{network} ({operator}) n'est plus près de la fouille (était : {before})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Corridor</source>
            <translation>Fuseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Depth</source>
            <translation>Profondeur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Technique allowed</source>
            <translation>Technique permise</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/reviewing/dock.py" />
            <source>Change</source>
            <translation>Changement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>After the notice</source>
            <translation>Après la déclaration</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: its notice {number} was sent already; note a new sending instead</source>
            <translation>{order} : sa déclaration {number} est déjà envoyée ; noter plutôt un nouvel envoi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: received on {found}, but its notice goes by the teleservice or was sent later (sent: {sent}); expected a notice on paper and the day of its receipt</source>
            <translation>{order} : reçue le {found}, mais sa déclaration passe par le téléservice ou a été envoyée plus tard (envoi : {sent}) ; attendu : une déclaration sur papier et le jour de sa réception</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: sent {sent}, before the consultation of {consulted}</source>
            <translation>{order} : envoi le {sent}, avant la consultation du {consulted}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: has the consultation {known} already; with --replace {found} takes its place</source>
            <translation>{order} : a déjà la consultation {known} ; avec --replace, {found} la remplace</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the consultation names no company '{found}'; near: {near}</source>
            <translation>la consultation ne cite aucune société « {found} » ; proches : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the footprint has no place in the workspace's coordinates (it says {crs})</source>
            <translation>{file} : l'emprise n'a pas de place dans les coordonnées de l'espace de travail (elle indique {crs})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: the dig lies {distance_m} m away from the declared footprint: this is the consultation of another place</source>
            <translation>{order} : la fouille est à {distance_m} m de l'emprise déclarée : c'est la consultation d'un autre lieu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>attachments of a workspace on a server need a folder: give --files, or say once where it is with 'regard workspace files'</source>
            <translation>les pièces jointes d'un espace de travail sur serveur demandent un dossier : donner --files, ou dire une fois où il est avec « regard workspace files »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{target} is a file: its attachments lie beside it, in {folder}</source>
            <translation>{target} est un fichier : ses pièces jointes sont à côté, dans {folder}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no folder</source>
            <translation>« {found} » n'est pas un dossier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The consultation is for a {found}; the order needs a {expected}.</source>
            <translation>La consultation porte sur une {found} ; l'ordre demande une {expected}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} has no dig on the map: nothing to compare the footprint with.</source>
            <translation>{order} n'a pas de fouille sur la carte : rien à comparer avec l'emprise.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{area_m2} m² of the dig lie outside the declared footprint: it is not declared there.</source>
            <translation>{area_m2} m² de la fouille sont hors de l'emprise déclarée : elle n'y est pas déclarée.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The works had to start by {day}: the consultation is older than three months.</source>
            <translation>Les travaux devaient commencer au plus tard le {day} : la consultation a plus de trois mois.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator}: sensitive network without an emergency phone.</source>
            <translation>{operator} : réseau sensible sans téléphone d'urgence.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} is in none of our layers: ask it, its networks are not on the map.</source>
            <translation>{operator} n'est dans aucune de nos couches : l'interroger, ses réseaux ne sont pas sur la carte.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} has networks near the dig by our layers but the teleservice does not name it: it stays to be asked (or give --same).</source>
            <translation>{operator} a des réseaux près de la fouille selon nos couches mais le téléservice ne le cite pas : il reste à interroger (ou donner --same).</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: no urgent works notice; every operator of a sensitive network has to answer</source>
            <translation>{order} : pas d'avis de travaux urgents ; chaque exploitant de réseau sensible doit répondre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator} has answered already</source>
            <translation>{operator} a déjà répondu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator}: say who was spoken to, or what became of the call</source>
            <translation>{operator} : dire qui a été joint, ou ce qu'a donné l'appel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing changed: {number} was imported before.</source>
            <translation>Rien de changé : {number} était déjà importée.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not written A=B, or A is given twice</source>
            <translation>« {found} » n'est pas écrit A=B, ou A est donné deux fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator}: deemed in the excavation zone; hand or suction digging only</source>
            <translation>{operator} : réputé dans la zone de fouille ; creuser à la main ou à l'aspiratrice seulement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Until</source>
            <translation>Jusqu'au</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Consulted</source>
            <translation>Consulté le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Footprint</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Attachments</source>
            <translation>Pièces jointes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the company's file has no commune '{found}'; near: {near}</source>
            <translation>le fichier de l'entreprise n'a pas de commune « {found} » ; proches : {near}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no notice; there are {known}</source>
            <translation>« {found} » n'est pas une déclaration ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} has no dig on the map: study it first</source>
            <translation>{order} n'a pas de fouille sur la carte : l'étudier d'abord</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind}, order {order}</source>
            <translation>{kind}, ordre {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Fields of the form</source>
            <translation>Rubriques du formulaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What this report is</source>
            <translation>Portée de ce rapport</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Before sending</source>
            <translation>Avant l'envoi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>TO FILL IN</source>
            <translation>À COMPLÉTER</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: no roads in the workspace; import them, or give --number</source>
            <translation>{order} : pas de routes dans l'espace de travail ; les importer, ou donner --number</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: no road within {distance_m} m; give --number</source>
            <translation>{order} : pas de route à moins de {distance_m} m ; donner --number</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: say --built-up or --outside, or import a layer '{layer}'</source>
            <translation>{order} : dire --built-up ou --outside, ou importer une couche « {layer} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind} filled in: {folder}</source>
            <translation>{kind}, formulaire prérempli : {folder}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>missing: {field}</source>
            <translation>manque : {field}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{road}[ {number}][ ({name})]</source>
            <translation>{road}[ {number}][ ({name})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{permit}: the usual day to ask is past; ask today, by {day} at the latest.</source>
            <translation>{permit} : le délai habituel de demande est passé ; demander aujourd'hui, le {day} au plus tard.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{permit}: LATE, the last day to ask was {day}; ask at once by telephone, or put the works off.</source>
            <translation>{permit} : EN RETARD, le dernier jour de demande était le {day} ; demander tout de suite par téléphone ou reporter les travaux.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Urgent works: the mayor is told by {mayor}; regularised by {regularise}; final surface by {day}.</source>
            <translation>Travaux urgents : maire informé avant le {mayor} ; régularisation avant le {regularise} ; réfection définitive avant le {day}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Permit</source>
            <translation>Autorisation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Authority</source>
            <translation>Autorité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Ask by</source>
            <translation>À demander avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>At the latest</source>
            <translation>Au plus tard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no kind of network; there are {known}</source>
            <translation>« {found} » n'est pas un type de réseau ; il y a {known}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no line of a known kind in {found}: give --kind or --layer-kind LAYER=PCRS</source>
            <translation>aucune ligne d'un type connu dans {found} : donner --kind ou --layer-kind COUCHE=PCRS</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no coordinate reference system; write EPSG:2154</source>
            <translation>« {found} » n'est pas un système de coordonnées ; écrire EPSG:2154</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, layer {layer}: says no coordinate reference system; give --crs EPSG:…</source>
            <translation>{file}, couche {layer} : n'indique pas de système de coordonnées ; donner --crs EPSG:…</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{operator}: {added} line(s) added, {known} known already, {removed} replaced, {left} left out</source>
            <translation>{operator} : {added} ligne(s) ajoutée(s), {known} déjà connue(s), {removed} remplacée(s), {left} laissée(s) de côté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>it ends at {end}, before it starts at {start}</source>
            <translation>fin à {end}, avant le début à {start}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{equipment} is taken from {start} to {end} by the booking {other}[ for {order}][ ({note})][; {changeover} min lie between two uses]</source>
            <translation>{equipment} est pris de {start} à {end} par la réservation {other}[ pour {order}][ ({note})][ ; {changeover} min séparent deux utilisations]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}, column {column}: from {found} on the equipment is taken by the booking {other}, from {start} to {end}</source>
            <translation>{file}, ligne {line}, colonne {column} : à partir de {found}, le matériel est pris par la réservation {other}, de {start} à {end}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} parts cannot be moved from {origin} to {target}</source>
            <translation>impossible de déplacer {found} pièces de {origin} à {target}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{holder} holds {found} of {part}, not {expected}</source>
            <translation>{holder} détient {found} × {part}, pas {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no van or depot is called '{found}' (near: {near})</source>
            <translation>aucun véhicule ni dépôt ne s'appelle « {found} » (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the job {job} is {found} and cannot become {target}; expected {expected}</source>
            <translation>la commande {job} est à l'état {found} et ne peut pas passer à {target} ; attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the job {job}: {found} lies before {expected}, the day of the step before</source>
            <translation>commande {job} : {found} précède {expected}, jour de l'étape précédente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{company} lacks {missing}</source>
            <translation>{company} n'a pas {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the order {order} is with {company} already, by the job {job}</source>
            <translation>l'ordre {order} est déjà confié à {company}, par la commande {job}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no field of an agent (near: {near})</source>
            <translation>« {found} » n'est pas un champ d'un agent (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing changes for the agent {agent}</source>
            <translation>rien ne change pour l'agent {agent}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: found '{found}', expected one of {expected}</source>
            <translation>{field} : trouvé « {found} », attendu l'une des valeurs {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the day of {agent} ends at {end}, before it starts at {start}, or the lunch break does</source>
            <translation>la journée de {agent} finit à {end}, avant son début à {start}, ou bien la pause de midi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the agent {agent} needs --name and --home</source>
            <translation>l'agent {agent} demande --name et --home</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is away already from {first} to {last}</source>
            <translation>{agent} est déjà absent du {first} au {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the last day {last} lies before the first, {first}</source>
            <translation>le dernier jour {last} précède le premier, {first}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no restriction; expected one of {expected}</source>
            <translation>« {found} » n'est pas une restriction ; attendu l'une des valeurs {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is not to be called out on {at}</source>
            <translation>{agent} ne doit pas être appelé en astreinte le {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent}: the time from {start} to {end} is noted already</source>
            <translation>{agent} : la période de {start} à {end} est déjà notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the skills of {zone} are signed off by {expected}, not by {found}</source>
            <translation>les compétences de {zone} sont validées par {expected}, pas par {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is not a time of day; write it as 07:30</source>
            <translation>« {found} » n'est pas une heure ; écrire 07:30</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent}: {kind} until {last}</source>
            <translation>{agent} : {kind} jusqu'au {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is on call from {start} to {end}</source>
            <translation>{agent} est d'astreinte de {start} à {end}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} was called out until {end}; the daily rest begins then</source>
            <translation>{agent} a été appelé jusqu'à {end} ; le repos quotidien commence alors</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is away from {first} to {last} ({absence})</source>
            <translation>{agent} est absent du {first} au {last} ({absence})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is no longer away ({absence})</source>
            <translation>{agent} n'est plus absent ({absence})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Booked from {start} to {end} ({booking})</source>
            <translation>Réservé de {start} à {end} ({booking})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The booking {booking} is given up</source>
            <translation>La réservation {booking} est libérée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{quantity} of {part} moved from {origin} to {target}</source>
            <translation>{quantity} × {part} déplacés de {origin} à {target}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No answer from {company} to {job}, due on {due}: call them or send the order elsewhere</source>
            <translation>Pas de réponse de {company} à {job}, attendue le {due} : relancer ou confier l'ordre à un autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zone {zone}[, field manager {manager}]</source>
            <translation>Zone {zone}[, responsable de terrain {manager}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>single point of failure</source>
            <translation>point unique de défaillance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zone {zone}: signed off by {by} on {day}</source>
            <translation>Zone {zone} : validée par {by} le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zone {zone}: signed off by {by} on {day}, changed since</source>
            <translation>Zone {zone} : validée par {by} le {day}, modifiée depuis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Absence</source>
            <translation>Absence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/planning/dialog.py" />
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Depot</source>
            <translation>Dépôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Preferred contact</source>
            <translation>Contact préféré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Crew</source>
            <translation>Équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/request_dock.py" />
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Skill</source>
            <translation>Compétence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Valid until</source>
            <translation>Valable jusqu'au</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>With</source>
            <translation>Chez</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Booked</source>
            <translation>Réservé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Free</source>
            <translation>Libre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Part</source>
            <translation>Pièce</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Way of sending</source>
            <translation>Mode d'envoi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Received by the operators</source>
            <translation>Reçue par les exploitants</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Company</source>
            <translation>Entreprise</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Price (EUR)</source>
            <translation>Prix (€)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Sent</source>
            <translation>Envoyé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/message_rows.py" />
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Answered</source>
            <translation>Répondu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>At the depot</source>
            <translation>Au dépôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <source>accepted</source>
            <translation>acceptée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <source>refused</source>
            <translation>refusée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>depot pick-up</source>
            <translation>à prendre au dépôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>part to order</source>
            <translation>pièce à commander</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Pick up at the depot: {valves}</source>
            <translation>Prendre au dépôt : {valves}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>restriction</source>
            <translation>restriction</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on-call duty</source>
            <translation>astreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>call-out</source>
            <translation>intervention d'astreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>crew</source>
            <translation>équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sign-off of skills</source>
            <translation>validation des compétences</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>depot</source>
            <translation>dépôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>booking of equipment</source>
            <translation>réservation de matériel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>unit price</source>
            <translation>prix unitaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>subcontracted job</source>
            <translation>commande de sous-traitance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} begins at {start}, after the daily rest that follows a call-out</source>
            <translation>{agent} commence à {start}, après le repos quotidien qui suit une intervention d'astreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the order {order} has begun; nothing stands in for it any more</source>
            <translation>l'ordre {order} a commencé ; rien ne le remplace plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} has no start: plan it, give it a window, or say when it begins (--start)</source>
            <translation>l'ordre {order} n'a pas de début : planifiez-le, donnez-lui un créneau, ou dites quand il commence (--start)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the network gives another cut for order {order} now than when it was qualified: qualify it again</source>
            <translation>le réseau donne maintenant une autre coupure pour l'ordre {order} qu'à sa qualification : qualifiez-le de nouveau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>message {message} is called off</source>
            <translation>le message {message} est annulé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>message {message} was told already; '{outcome}' cannot follow</source>
            <translation>le message {message} a déjà été transmis ; « {outcome} » ne peut pas suivre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no message is chosen: name one (--message), or a purpose (--purpose)</source>
            <translation>aucun message n'est choisi : nommez-en un (--message) ou un objet (--purpose)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>message {message} is of order {order}</source>
            <translation>le message {message} est de l'ordre {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>message {message} tells {told}, the work begins {start}: plan the messages again</source>
            <translation>le message {message} annonce {told}, les travaux commencent {start} : planifiez de nouveau les messages</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order {order} has no open message by {channel} that can be told now</source>
            <translation>l'ordre {order} n'a aucun message ouvert par {channel} à transmettre maintenant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the text '{purpose}' ({language}) has no section '{section}'</source>
            <translation>le texte « {purpose} » ({language}) n'a pas de partie « {section} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: there is no placeholder '{found}'[; near it: {near}]</source>
            <translation>{file}, ligne {line} : il n'y a pas de champ « {found} »[ ; proche : {near}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: there is no section '{found}', expected {expected}</source>
            <translation>{file}, ligne {line} : il n'y a pas de partie « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: the text cannot be filled in ({reason})</source>
            <translation>{file}, ligne {line} : le texte ne peut pas être rempli ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: '{key}' has the channel '{found}', expected {expected}</source>
            <translation>{file} : « {key} » a le canal « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no letter to print</source>
            <translation>il n'y a aucune lettre à imprimer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The library fpdf2 is missing, which prints letters: pip install fpdf2 ({reason})</source>
            <translation>La bibliothèque fpdf2, qui imprime les lettres, manque : pip install fpdf2 ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail server: {field} is '{found}', expected {expected}</source>
            <translation>serveur de messagerie : {field} vaut « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail server {host}: a password is never sent over an open connection; choose tls or starttls</source>
            <translation>serveur de messagerie {host} : un mot de passe ne passe jamais en clair ; choisissez tls ou starttls</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail server: no password for {user}; set the environment variable {variable}</source>
            <translation>serveur de messagerie : pas de mot de passe pour {user} ; définissez la variable d'environnement {variable}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail server {host} cannot be used ({reason})</source>
            <translation>le serveur de messagerie {host} ne peut pas servir ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{to}: refused by the mail server ({reason})</source>
            <translation>{to} : refusé par le serveur de messagerie ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{to}: the mail cannot be written ({reason})</source>
            <translation>{to} : le courriel ne peut pas être écrit ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{to}: the connection broke while the mail was handed over; it may have left ({reason})</source>
            <translation>{to} : la connexion s'est rompue pendant la remise du courriel ; il est peut-être parti ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>directory entry</source>
            <translation>entrée de l'annuaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>contact of a customer</source>
            <translation>contact d'un abonné</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>attempt to tell somebody</source>
            <translation>essai de transmission</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Due and not told: {messages}</source>
            <translation>À échéance et non transmis : {messages}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nobody to tell, or no way to reach them: {messages}</source>
            <translation>Personne à prévenir, ou aucun moyen de joindre : {messages}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>May have been sent or not, check: {messages}</source>
            <translation>Peut-être partis, à vérifier : {messages}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{purpose}, if {valve} does not hold</source>
            <translation>{purpose}, si {valve} ne tient pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{channels} -&gt; {covered} of {total} covered, {told} told[; not covered: {missing}]</source>
            <translation>{channels} -&gt; {covered} sur {total} couverts, {told} prévenus[ ; non couverts : {missing}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{alert} to {to}: {outcome}</source>
            <translation>{alert} à {to} : {outcome}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{alert} may have left in an earlier run: check, then note it with 'alerts told'</source>
            <translation>{alert} est peut-être partie lors d'un envoi précédent : vérifier, puis le noter avec « alerts told »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>To tell: {count}</source>
            <translation>À transmettre : {count}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing to send.</source>
            <translation>Rien à envoyer.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} attempts logged.</source>
            <translation>{count} essais notés.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: {count} messages written.</source>
            <translation>{file} : {count} messages écrits.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Mail goes by {host}, port {port}.</source>
            <translation>Les courriels passent par {host}, port {port}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Messages are written in the name of {name}.</source>
            <translation>Les messages sont écrits au nom de {name}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} contacts imported.</source>
            <translation>{count} contacts importés.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} customers cut off, {sensitive} of them sensitive; valves {valves}[; hydrants out: {hydrants}]</source>
            <translation>{count} abonnés coupés, dont {sensitive} sensibles ; vannes {valves}[ ; hydrants indisponibles : {hydrants}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <source>About</source>
            <translation>Objet</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <source>How</source>
            <translation>Moyen</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Preferred</source>
            <translation>Préférence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Number or address</source>
            <translation>Numéro ou adresse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/reviewing/dock.py" />
            <source>By</source>
            <translation>Par</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Outcome</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Subject</source>
            <translation>Sujet</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/cuts.py" />
            <location filename="../qgis_bridge/styles/isolation.py" />
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Customer</source>
            <translation>Abonné</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>telephone</source>
            <translation>téléphone</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>SMS</source>
            <translation>SMS</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>e-mail</source>
            <translation>courriel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>letter</source>
            <translation>lettre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>leaflet</source>
            <translation>avis en boîte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>app</source>
            <translation>application</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>form</source>
            <translation>formulaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no way</source>
            <translation>aucun moyen</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no answer</source>
            <translation>sans réponse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not sent</source>
            <translation>non envoyé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>unknown, check</source>
            <translation>inconnu, à vérifier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to do</source>
            <translation>à faire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>called off</source>
            <translation>annulé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>call the operator</source>
            <translation>appel à l'exploitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>urgent works notice</source>
            <translation>avis de travaux urgents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>urgent works notice, no answer due</source>
            <translation>avis de travaux urgents, sans réponse attendue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water cut, sensitive customer</source>
            <translation>coupure d'eau, usager sensible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water cut, establishment</source>
            <translation>coupure d'eau, établissement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned water cut</source>
            <translation>coupure d'eau programmée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>urgent water cut</source>
            <translation>coupure d'eau urgente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water cut called off</source>
            <translation>coupure d'eau annulée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water is back</source>
            <translation>remise en eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water is back, sensitive customer</source>
            <translation>remise en eau, usager sensible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>water cut, town hall</source>
            <translation>coupure d'eau, mairie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>urgent works, town hall</source>
            <translation>travaux urgents, mairie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>hydrant out</source>
            <translation>hydrant indisponible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>hydrant back</source>
            <translation>hydrant disponible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>team</source>
            <translation>équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>appointment</source>
            <translation>rendez-vous</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answer to a remark</source>
            <translation>réponse à une remarque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>town hall (not in the directory)</source>
            <translation>mairie (absente de l'annuaire)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fire service (not in the directory)</source>
            <translation>service d'incendie (absent de l'annuaire)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>missing {missing}</source>
            <translation>il manque {missing}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} of {expected} agents</source>
            <translation>{found} agents sur {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>starts at {start}, outside the window[ from {opens}][ to {closes}]</source>
            <translation>début à {start}, hors du créneau[ à partir de {opens}][ jusqu'à {closes}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is away</source>
            <translation>{agent} est absent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} is back {minutes} min after the longest day</source>
            <translation>{agent} rentre {minutes} min après la plus longue journée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{other}, which comes first, is neither done nor planned on the day</source>
            <translation>{other}, qui passe avant, n'est ni fait ni planifié ce jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{other}, which comes first, ends at {end}</source>
            <translation>{other}, qui passe avant, finit à {end}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>start blocked: {found}</source>
            <translation>début bloqué : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} rests until {until}, after a call-out</source>
            <translation>{agent} se repose jusqu'à {until}, après une intervention d'astreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} of {part} to order</source>
            <translation>{count} × {part} à commander</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{part} is at the depot {depot}, where nobody calls</source>
            <translation>{part} est au dépôt {depot}, où personne ne passe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no {kind}</source>
            <translation>il n'y a pas de {kind}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>every {kind} is taken, by the booking {other} for one</source>
            <translation>tous les {kind} sont pris, par exemple par la réservation {other}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the order {order} is not in the plan of {day}</source>
            <translation>l'ordre {order} n'est pas dans le plan du {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{who} has decided about the order {order} in this plan</source>
            <translation>{who} s'est déjà prononcé sur l'ordre {order} dans ce plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the order {order} cannot be accepted: {found}</source>
            <translation>l'ordre {order} ne peut pas être accepté : {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing stands in for it.</source>
            <translation>Rien ne peut le remplacer.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>missed by {minutes} min</source>
            <translation>dépassée de {minutes} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing found</source>
            <translation>rien à signaler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>another agent</source>
            <translation>un autre agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>an agent of another zone</source>
            <translation>un agent d'une zone voisine</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>another day</source>
            <translation>un autre jour</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>split in two</source>
            <translation>en deux parties</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on call</source>
            <translation>astreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>hired equipment</source>
            <translation>matériel loué</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Deadline</source>
            <translation>Échéance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Decision</source>
            <translation>Décision</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>decision about an order of a plan</source>
            <translation>décision sur un ordre d'un plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>rejected: {reason}</source>
            <translation>rejeté : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Finding</source>
            <translation>Constat</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark {remark} has its answer already, from {by}</source>
            <translation>la remarque {remark} a déjà sa réponse, de {by}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark {remark}: the answer says nothing</source>
            <translation>remarque {remark} : la réponse est vide</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark {remark} was received on {received}; it cannot be answered before</source>
            <translation>la remarque {remark} a été reçue le {received} ; la réponse ne peut pas être antérieure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>problem {problem} has no option '{found}', expected {expected}</source>
            <translation>le problème {problem} n'a pas d'option « {found} », attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>problem {problem} is decided already, by {by}</source>
            <translation>le problème {problem} est déjà tranché, par {by}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a problem and its options need a text</source>
            <translation>un problème et ses options ont besoin d'un texte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>name at least one reader of the note (--reader)</source>
            <translation>nommez au moins un lecteur de la note (--reader)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is no note '{note}' that you may read</source>
            <translation>il n'y a pas de note « {note} » que vous puissiez lire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>action {action} is done already</source>
            <translation>l'action {action} est déjà faite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>an action needs a text and an owner</source>
            <translation>une action a besoin d'un texte et d'un responsable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the next briefing on {next_on} is not after {day}</source>
            <translation>le prochain point, le {next_on}, n'est pas après le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark of the field</source>
            <translation>remarque du terrain</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>problem</source>
            <translation>problème</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>option</source>
            <translation>option</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>action of a team</source>
            <translation>action d'équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>restricted note</source>
            <translation>note restreinte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Framework of execution, {order}</source>
            <translation>Cadre d'exécution, {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Scope and hours</source>
            <translation>Périmètre et horaires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dangers</source>
            <translation>Dangers</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Rules</source>
            <translation>Règles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Stop the work</source>
            <translation>Arrêt des travaux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Briefing {zone}, {day}</source>
            <translation>Point d'équipe {zone}, {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>From {first} to {last}; next briefing {next_on}</source>
            <translation>Du {first} au {last} ; prochain point le {next_on}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{done} done, {not_done} not done, {blocked} blocked, {coming} to come, {actions} actions; remarks: {received} received, {answered} answered, median {median} days</source>
            <translation>{done} faits, {not_done} non faits, {blocked} bloqués, {coming} à venir, {actions} actions ; remarques : {received} reçues, {answered} répondues, médiane {median} jours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Blocked</source>
            <translation>Bloqué</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>To come</source>
            <translation>À venir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What went well</source>
            <translation>Ce qui s'est bien passé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Remarks of the field</source>
            <translation>Remarques du terrain</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Job pack {order}, for {company}</source>
            <translation>Dossier de sous-traitance {order}, pour {company}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>From, to</source>
            <translation>De, à</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Access</source>
            <translation>Accès</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>To hand over</source>
            <translation>À remettre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Before the start</source>
            <translation>Avant de commencer</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>History of {order}</source>
            <translation>Historique de {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What happened</source>
            <translation>Ce qui s'est passé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Length (m)</source>
            <translation>Longueur (m)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Material</source>
            <translation>Matériau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Diameter (mm)</source>
            <translation>Diamètre (mm)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>request</source>
            <translation>demande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>change</source>
            <translation>modification</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>call</source>
            <translation>appel</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark</source>
            <translation>remarque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{request}: {description}</source>
            <translation>{request} : {description}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table} removed ({command})</source>
            <translation>{table} retiré ({command})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}[: {what}] ({command})</source>
            <translation>{table}[ : {what}] ({command})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{table}: {what} ({command})</source>
            <translation>{table} : {what} ({command})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{before} → {after}[: {why}]</source>
            <translation>{before} → {after}[ : {why}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>plan {plan}: {agents}, {start}</source>
            <translation>plan {plan} : {agents}, {start}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{purpose}, {who}, {channel}: {outcome}[ ({note})]</source>
            <translation>{purpose}, {who}, {channel} : {outcome}[ ({note})]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to {addressee}: {text}</source>
            <translation>à {addressee} : {text}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reply: {reply}</source>
            <translation>réponse : {reply}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{remark}: {text}</source>
            <translation>{remark} : {text}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{remark}, answer: {text}</source>
            <translation>{remark}, réponse : {text}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{problem}: {text}</source>
            <translation>{problem} : {text}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{problem}, decision: {option}[, {customers} customers][, {reason}]</source>
            <translation>{problem}, décision : {option}[, {customers} abonnés][, {reason}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>standard</source>
            <translation>standard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>map</source>
            <translation>plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>way of working</source>
            <translation>façon de travailler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{received} received, {answered} answered, median {median} days</source>
            <translation>{received} reçues, {answered} répondues, médiane {median} jours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Job pack written to {folder}: {assets} assets, {length}.</source>
            <translation>Dossier écrit dans {folder} : {assets} ouvrages, {length}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No note that you may read.</source>
            <translation>Aucune note que vous puissiez lire.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Option</source>
            <translation>Option</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Customers cut</source>
            <translation>Abonnés coupés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Wait</source>
            <translation>Attente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/reviewing/dock.py" />
            <source>Decided</source>
            <translation>Décidé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Owner</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Facts</source>
            <translation>Faits</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Position of each</source>
            <translation>Position de chacun</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Next step</source>
            <translation>Suite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Readers</source>
            <translation>Lecteurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Remark</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no way to choose assets, expected {expected}</source>
            <translation>« {found} » ne désigne aucun choix d'ouvrages, attendu {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: exists already</source>
            <translation>{file} : existe déjà</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail server {host}: QGIS has no authentication '{config}'</source>
            <translation>serveur de messagerie {host} : QGIS n'a pas d'authentification « {config} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the authentication '{config}' of QGIS is not that of the mail user {user}</source>
            <translation>l'authentification « {config} » de QGIS n'est pas celle de l'utilisateur {user}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a place such as 687520,6924000</source>
            <translation>un point tel que 687520,6924000</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no closure data were handed in: {fields} (regard close --order {order} lists the form)</source>
            <translation>aucune donnée de clôture remise : {fields} (regard close --order {order} donne le formulaire)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind}, in {unit}</source>
            <translation>{kind}, en {unit}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>always</source>
            <translation>toujours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>where something was done</source>
            <translation>si quelque chose a été fait</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>where not all was done</source>
            <translation>si tout n'a pas été fait</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>if known</source>
            <translation>si connu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>at least {count} photo(s), by file name</source>
            <translation>au moins {count} photo(s), par nom de fichier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>parts used with their number: {parts}</source>
            <translation>pièces posées et leur nombre : {parts}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valves operated with their state: {states}</source>
            <translation>vannes manœuvrées et leur état : {states}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: what its type of work hands back, as --data takes it (YAML, JSON or CSV)</source>
            <translation>{order} : ce que rend son type d'intervention, tel que --data le prend (YAML, JSON ou CSV)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Each</source>
            <translation>L'unité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: work of type {job} is not counted; its time does not follow from a quantity</source>
            <translation>{order} : une intervention de type {job} ne se compte pas ; sa durée ne découle pas d'une quantité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: is {found}; its quantity is set while it is {expected}</source>
            <translation>{order} : état {found} ; sa quantité se fixe tant qu'il est {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: {quantity} {unit}, {minutes} min (P80 {p80} min)</source>
            <translation>{order} : {quantity} {unit}, {minutes} min (P80 {p80} min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>quantity set</source>
            <translation>quantité fixée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Limits</source>
            <translation>Bornes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} is missing, expected {expected}</source>
            <translation>{field} manque, attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: found '{found}', expected {expected}</source>
            <translation>{field} : trouvé « {found} », attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: {found} is less than {limit}[ {unit}]</source>
            <translation>{field} : {found} est inférieur à {limit}[ {unit}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: {found} is more than {limit}[ {unit}]</source>
            <translation>{field} : {found} est supérieur à {limit}[ {unit}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found} photo(s), at least {expected} needed</source>
            <translation>{found} photo(s), il en faut au moins {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} is no field of this type of work (near: {near})</source>
            <translation>{field} n'est pas un champ de ce type d'intervention (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{second} ({end}) is before {first} ({start})</source>
            <translation>{second} ({end}) est avant {first} ({start})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the work took {found} min, more than {limit} min</source>
            <translation>l'intervention a duré {found} min, plus de {limit} min</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} ({found}) is still to come (now {now})</source>
            <translation>{field} ({found}) est dans le futur (maintenant {now})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} is {found} m from {asset} (&gt; {limit} m): correct the place, or the asset repaired[; a survey of class {classes} shows that the map is off]</source>
            <translation>{field} à {found} m de {asset} (&gt; {limit} m) : corriger la position, ou l'ouvrage réparé[ ; un levé de classe {classes} montre que le plan est décalé]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}, surveyed in class {classes}, is {found} m from {asset} (&gt; {limit} m): the map is to be corrected</source>
            <translation>{field}, levé en classe {classes}, à {found} m de {asset} (&gt; {limit} m) : le plan est à corriger</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} {found} is not what the map has of {asset}: {expected}</source>
            <translation>{field} {found} n'est pas ce que le plan donne pour {asset} : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: no pipe is called {found} (near: {near})</source>
            <translation>{field} : aucune canalisation ne s'appelle {found} (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} {found} m is not the length of the pipes, {expected} m</source>
            <translation>{field} {found} m ne correspond pas à la longueur des canalisations, {expected} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} {found} is below the last reading {expected} of {day}[; digits swapped? {hint}]</source>
            <translation>{field} {found} est inférieur au dernier index {expected} du {day}[ ; chiffres inversés ? {hint}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field}: {ratio} times the use before (expected {least} to {most})</source>
            <translation>{field} : {ratio} fois la consommation d'avant (attendu de {least} à {most})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>title inconsistent with content: '{title}' with {parts} used</source>
            <translation>titre incohérent avec le contenu : « {title} » avec {parts} consommé(s)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve {valve} left {state}[: {note}]</source>
            <translation>vanne {valve} laissée {state}[ : {note}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no valve is called {valve} (near: {near})</source>
            <translation>aucune vanne ne s'appelle {valve} (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no part is called {part} (near: {near})</source>
            <translation>aucune pièce ne s'appelle {part} (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{part}: {found} cannot be meant, expected 1 to {most}</source>
            <translation>{part} : {found} n'est pas possible, attendu de 1 à {most}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} {part} used that no van of these agents held</source>
            <translation>{count} {part} consommé(s) que le fourgon de ces agents n'avait pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a correction of {field} is asked for until {due}</source>
            <translation>une correction de {field} est demandée pour le {due}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: no field is called '{found}' here (near: {near})</source>
            <translation>{file}, ligne {line} : aucun champ ne s'appelle « {found} » ici (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}, line {line}: cannot be read as closure data ({reason})</source>
            <translation>{file}, ligne {line} : illisible comme données de clôture ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: {found} rows for {order}, expected one</source>
            <translation>{file} : {found} lignes pour {order}, une attendue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order} is closed: correct single values with 'regard corrections set'</source>
            <translation>{order} est clôturé : corrigez les valeurs une à une avec « regard corrections set »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: nothing was handed in yet</source>
            <translation>{order} : rien n'a encore été remis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to correct: {sentence}</source>
            <translation>à corriger : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>warning: {sentence}</source>
            <translation>attention : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not closed: {sentence}</source>
            <translation>non clôturé : {sentence}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: say why it is to be corrected</source>
            <translation>{order} : dites pourquoi corriger</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>due {found} is over (now {now})</source>
            <translation>le délai {found} est passé (maintenant {now})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{correction} was answered on {at}</source>
            <translation>{correction} a reçu sa réponse le {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{field} is '{found}' already</source>
            <translation>{field} vaut déjà « {found} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no field is called '{found}' here (near: {near})</source>
            <translation>aucun champ ne s'appelle « {found} » ici (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{correction}: {agent} is asked to correct {field} by {due}</source>
            <translation>{correction} : {agent} doit corriger {field} pour le {due}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reminder to {agent}: {order}, {field} ({reason}) was due {due}[; flagged to {manager}]</source>
            <translation>relance de {agent} : {order}, {field} ({reason}), attendu pour le {due}[ ; signalé à {manager}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answered {at}</source>
            <translation>répondu {at}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>open</source>
            <translation>ouverte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>overdue[, flagged to {manager}]</source>
            <translation>en retard[, signalé à {manager}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Field</source>
            <translation>Champ</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/figures/dock.py" />
            <location filename="../ui/planning/changes_list.py" />
            <location filename="../ui/planning/plan_page.py" />
            <location filename="../ui/reviewing/dock.py" />
            <location filename="../ui/reviewing/reader.py" />
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closure data</source>
            <translation>données de clôture</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reading</source>
            <translation>relève</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>change of closure data</source>
            <translation>modification de données de clôture</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>correction asked for</source>
            <translation>correction demandée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a time zone such as Europe/Paris</source>
            <translation>un fuseau horaire comme Europe/Paris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>at least {least}</source>
            <translation>au moins {least}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>steps in no circle</source>
            <translation>des étapes qui ne tournent pas en rond</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing differs from the rules in force on {day}</source>
            <translation>rien ne diffère des règles en vigueur le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file} is there already: choose an empty folder</source>
            <translation>{file} existe déjà : choisissez un dossier vide</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file} is none of the rule files (near: {near})</source>
            <translation>{file} n'est pas un fichier de règles (proches : {near})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: no rule file, expected one of {expected}</source>
            <translation>{file} : aucun fichier de règles, attendu l'un de {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the types of work are in catalogue.yaml too; keep one of the two</source>
            <translation>{file} : les types d'intervention sont aussi dans catalogue.yaml ; gardez l'un des deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a code such as AEP-FUI-CAN</source>
            <translation>un code tel que AEP-FUI-CAN</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{found}: no new duration is proposed (there are: {expected})</source>
            <translation>{found} : aucune nouvelle durée n'est proposée (il y a : {expected})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} files written to {folder}</source>
            <translation>{count} fichiers écrits dans {folder}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} files, no mistake</source>
            <translation>{count} fichiers, aucune erreur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>version {name} of the rules is in force from {day} on</source>
            <translation>la version {name} des règles est en vigueur à partir du {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>standard below P50</source>
            <translation>standard inférieur au P50</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{code} {name}: {old} min would become {new} min[, each {pace} min], after {jobs} jobs</source>
            <translation>{code} {name} : {old} min deviendraient {new} min[, l'unité {pace} min], d'après {jobs} interventions</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Modifiers</source>
            <translation>Majorations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Jobs</source>
            <translation>Interventions</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Standard (min)</source>
            <translation>Standard (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P50</source>
            <translation>P50</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>P80</source>
            <translation>P80</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>In force from</source>
            <translation>En vigueur depuis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>version of the rules</source>
            <translation>version des règles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>file of the rules</source>
            <translation>fichier de règles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{folder}: {score}</source>
            <translation>{folder} : {score}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dossier {order}</source>
            <translation>Dossier {order}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/networks_page.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/project.py" />
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Open data never replaces the consultation of the network operators.</source>
            <translation>Les données ouvertes ne remplacent jamais la consultation des exploitants de réseaux.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Complete: {there} of {total} items</source>
            <translation>Complet : {there} éléments sur {total}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Incomplete: {there} of {total} items</source>
            <translation>Incomplet : {there} éléments sur {total}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Missing: {what}</source>
            <translation>Il manque : {what}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Must not leave: {why}</source>
            <translation>Départ refusé : {why}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset}: {hazard}</source>
            <translation>{asset} : {hazard}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind}[ {label}][ {more}]</source>
            <translation>{kind}[ {label}][ {more}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) {distance} m from the axis of your trench, class {accuracy}[ ±{uncertainty} m]: hand or suction digging only, no mechanical tooth.</source>
            <translation>{network} ({operator}) à {distance} m de l'axe de votre fouille, classe {accuracy}[ ±{uncertainty} m] : terrasser à la main ou à l'aspiratrice seulement, aucune dent mécanique.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) {distance} m from the axis of your trench, class {accuracy}[ ±{uncertainty} m]: marked out on the ground before you dig.</source>
            <translation>{network} ({operator}) à {distance} m de l'axe de votre fouille, classe {accuracy}[ ±{uncertainty} m] : marquage-piquetage au sol avant de terrasser.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) drawn {distance} m from the axis of your trench, class {accuracy}: nobody knows where it really lies. Look for it by hand.</source>
            <translation>{network} ({operator}) dessiné à {distance} m de l'axe de votre fouille, classe {accuracy} : personne ne sait où il passe vraiment. Le chercher à la main.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{network} ({operator}) drawn {distance} m from the axis of your trench, class {accuracy}: nobody knows where it really lies. Without an answer of the operator it counts as lying in your dig: hand or suction digging only.</source>
            <translation>{network} ({operator}) dessiné à {distance} m de l'axe de votre fouille, classe {accuracy} : personne ne sait où il passe vraiment. Sans réponse de l'exploitant, il est réputé passer dans la fouille : à la main ou à l'aspiratrice seulement.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dangers and what to do</source>
            <translation>Dangers et consignes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Plan at 1/{scale}</source>
            <translation>Plan au 1/{scale}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{kind}, class {class}</source>
            <translation>{kind}, classe {class}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Water mains</source>
            <translation>Conduites d'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <source>Sewers</source>
            <translation>Collecteurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dig, mains cut off</source>
            <translation>Fouille, conduites coupées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dig</source>
            <translation>Fouille</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{length} × {width} m, {area} m²[, {depth} m deep]</source>
            <translation>{length} × {width} m, {area} m²[, profondeur {depth} m]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Valves, in the order of operation</source>
            <translation>Vannes, dans l'ordre de manœuvre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <source>Networks of other operators</source>
            <translation>Réseaux d'autres exploitants</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Notice and permits</source>
            <translation>Déclaration et autorisations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Check list</source>
            <translation>Liste de contrôle</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there</source>
            <translation>présent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_panel/means_rows.py" />
            <location filename="../ui/readiness/reader.py" />
            <source>missing</source>
            <translation>manque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Not decided</source>
            <translation>Non décidée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{contact}[, {at}]</source>
            <translation>{contact}[, {at}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not reached yet</source>
            <translation>pas encore joint</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>in writing</source>
            <translation>par écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>granted[ by {authority}][, {reference}]</source>
            <translation>accordée[ par {authority}][, {reference}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not granted[, to be asked of {authority}]</source>
            <translation>non accordée[, à demander à {authority}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>told[, {reference}]</source>
            <translation>informé[, {reference}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not told yet</source>
            <translation>pas encore informé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Spoken to</source>
            <translation>Interlocuteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>From the axis</source>
            <translation>À l'axe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/valves_list.py" />
            <source>Valve</source>
            <translation>Vanne</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Electricity</source>
            <translation>Électricité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>High-voltage electricity</source>
            <translation>Électricité haute tension</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Low-voltage electricity</source>
            <translation>Électricité basse tension</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Public lighting</source>
            <translation>Éclairage public</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Traffic lights</source>
            <translation>Feux de circulation</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Gas main</source>
            <translation>Conduite de gaz</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Chemicals</source>
            <translation>Produits chimiques</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Heating and cooling</source>
            <translation>Chaleur et froid</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Pneumatic waste</source>
            <translation>Collecte pneumatique des déchets</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Telecom</source>
            <translation>Télécommunications</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Drinking water</source>
            <translation>Eau potable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Fire water</source>
            <translation>Eau incendie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewer</source>
            <translation>Assainissement</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Foul sewer</source>
            <translation>Collecteur d'eaux usées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Storm sewer</source>
            <translation>Eaux pluviales</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Combined sewer</source>
            <translation>Collecteur unitaire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Other network</source>
            <translation>Autre réseau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Liquid hydrocarbons</source>
            <translation>Hydrocarbures liquides</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Guided transport</source>
            <translation>Transport guidé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Flood protection</source>
            <translation>Protection contre les inondations</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Network of unknown kind</source>
            <translation>Réseau de nature inconnue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>give orders, or the day whose orders are meant</source>
            <translation>indiquez des ordres, ou le jour dont on veut les ordres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no order is planned on {day}</source>
            <translation>aucun ordre n'est planifié le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{found}' is no week, month or year; expected 2026-W23, 2026-06 or 2026</source>
            <translation>« {found} » n'est ni une semaine, ni un mois, ni une année ; attendu 2026-W23, 2026-06 ou 2026</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no indicator '{found}'[; did you mean {near}?]</source>
            <translation>aucun indicateur « {found} »[ ; vouliez-vous dire {near} ?]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{group} has fewer than {least} people: figures of so few are not shown by themselves</source>
            <translation>{group} compte moins de {least} personnes : des chiffres sur si peu de monde ne sont pas montrés seuls</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>arithmetic over measures, such as planned_orders / orders_to_plan * 100, or p50(measure)</source>
            <translation>un calcul sur des mesures, comme planned_orders / orders_to_plan * 100, ou p50(mesure)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>n/a</source>
            <translation>n.d.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{name}: not known for this period ({source}).</source>
            <translation>{name} : non connu pour cette période ({source}).</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{said}[ (target {target})]{driver}.</source>
            <translation>{said}[ (objectif {target})]{driver}.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>; main cause: {cause} {count}/{total}</source>
            <translation> ; première cause : {cause} {count}/{total}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>; what counts most: {group} ({value}; {without} without)</source>
            <translation> ; ce qui pèse le plus : {group} ({value} ; {without} sans)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the smaller sectors together</source>
            <translation>les petits secteurs réunis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} %</source>
            <translation>{value} %</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} points</source>
            <translation>{value} points</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} h</source>
            <translation>{value} h</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} km</source>
            <translation>{value} km</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} orders</source>
            <translation>{value} OI</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} weeks</source>
            <translation>{value} semaines</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} days</source>
            <translation>{value} jours</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} ‰</source>
            <translation>{value} ‰</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} per km</source>
            <translation>{value} par km</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} per 100 km</source>
            <translation>{value} pour 100 km</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{value} m³/km/d</source>
            <translation>{value} m³/km/j</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{period}: from {first} to {last}</source>
            <translation>{period} : du {first} au {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} order(s) behind '{indicator}' in {period}</source>
            <translation>{count} OI derrière « {indicator} » en {period}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Indicator</source>
            <translation>Indicateur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>Target</source>
            <translation>Objectif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>Year before</source>
            <translation>Un an avant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Formula</source>
            <translation>Formule</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>outside all zones</source>
            <translation>hors secteurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: expected a file that ends with {expected}</source>
            <translation>{file} : un fichier en {expected} est attendu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The library openpyxl is missing, which writes workbooks: pip install openpyxl ({reason})</source>
            <translation>La bibliothèque openpyxl manque, qui écrit les classeurs : pip install openpyxl ({reason})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders done under one cut</source>
            <translation>ordres faits sous une même coupure</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order accepted</source>
            <translation>ordre accepté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark answered</source>
            <translation>remarque traitée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail about to leave</source>
            <translation>courriel sur le départ</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>appointment booked</source>
            <translation>rendez-vous réservé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>equipment booked</source>
            <translation>matériel réservé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no answer: taken to lie in the excavation zone</source>
            <translation>sans réponse : réputé dans l'emprise</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>crew sent</source>
            <translation>équipe envoyée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alert taken one step up</source>
            <translation>alerte remontée d'un échelon</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>equipment free again</source>
            <translation>matériel libéré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>judged</source>
            <translation>évalué</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>steps laid out</source>
            <translation>étapes posées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>told, or tried</source>
            <translation>prévenu, ou tenté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>requests merged</source>
            <translation>demandes fusionnées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>moved by hand</source>
            <translation>déplacé à la main</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not done, back in the queue</source>
            <translation>non fait, remis en file</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fire service told about a hydrant</source>
            <translation>pompiers prévenus pour un poteau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>valve noted</source>
            <translation>vanne notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>notice sent</source>
            <translation>déclaration envoyée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>operator noted</source>
            <translation>exploitant noté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>permit noted</source>
            <translation>autorisation notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pinned</source>
            <translation>épinglé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>whom to tell found</source>
            <translation>destinataires établis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>put off</source>
            <translation>reporté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>somebody told of what is missing</source>
            <translation>manque signalé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>call taken</source>
            <translation>appel pris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reply noted</source>
            <translation>réponse notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>customers told that the water is back</source>
            <translation>clients prévenus du retour de l'eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>permits for the road found</source>
            <translation>autorisations de voirie établies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mail sent</source>
            <translation>courriel envoyé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sent to a subcontractor</source>
            <translation>confié à un sous-traitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>priority set</source>
            <translation>priorité fixée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>step done</source>
            <translation>étape faite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>order split</source>
            <translation>OI scindé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>studied</source>
            <translation>étudié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>accepted by the subcontractor</source>
            <translation>accepté par le sous-traitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>refused by the subcontractor</source>
            <translation>refusé par le sous-traitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>done by the subcontractor</source>
            <translation>fait par le sous-traitant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>swapped</source>
            <translation>échangé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>taken out of the plan</source>
            <translation>retiré du plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>own priority taken back</source>
            <translation>priorité manuelle retirée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>pin lifted</source>
            <translation>épingle retirée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>consultation imported</source>
            <translation>consultation importée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>asset changes accepted</source>
            <translation>changements d'ouvrages acceptés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>requests acknowledged</source>
            <translation>demandes accusées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>absence noted</source>
            <translation>absence notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>agent added</source>
            <translation>agent ajouté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>answers of the caller noted</source>
            <translation>réponses de l'appelant notées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>plan of an operator kept</source>
            <translation>plan d'exploitant conservé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>photo kept</source>
            <translation>photo conservée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>audit of the asset base</source>
            <translation>audit du patrimoine</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>alert about to leave</source>
            <translation>alerte en cours d'envoi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a rule bent for one order</source>
            <translation>règle assouplie pour un ordre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>another cut chosen</source>
            <translation>autre coupure choisie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>requests closed</source>
            <translation>demandes closes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>road closed</source>
            <translation>rue fermée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>asset change corrected</source>
            <translation>changement d'ouvrage corrigé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>problem decided</source>
            <translation>problème tranché</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>dig drawn</source>
            <translation>fouille dessinée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>agent changed</source>
            <translation>agent modifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>action finished</source>
            <translation>action terminée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>DICT follows the DT</source>
            <translation>DICT à la suite de la DT</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>contacts imported</source>
            <translation>contacts importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>history imported</source>
            <translation>historique importé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders imported</source>
            <translation>ordres importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>requests imported</source>
            <translation>demandes importées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>people and means imported</source>
            <translation>équipes et moyens importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>networks of others imported</source>
            <translation>réseaux de tiers importés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders linked</source>
            <translation>ordres liés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stock moved</source>
            <translation>stock déplacé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>action noted</source>
            <translation>action notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>call-out noted</source>
            <translation>sortie d'astreinte notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>option of a problem noted</source>
            <translation>solution proposée notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>problem noted</source>
            <translation>problème noté</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>remark noted</source>
            <translation>remarque notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>receipt of the notice noted</source>
            <translation>réception de la déclaration notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>way of the notice noted</source>
            <translation>voie d'envoi de la déclaration notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on-call duty noted</source>
            <translation>astreinte notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>asset change refused</source>
            <translation>changement d'ouvrage refusé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>request rejected</source>
            <translation>demande rejetée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>reminded of corrections</source>
            <translation>corrections rappelées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>absence taken away</source>
            <translation>absence retirée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>road open again</source>
            <translation>rue rouverte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>restriction noted</source>
            <translation>restriction notée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>skills confirmed</source>
            <translation>compétences confirmées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>asset change taken back</source>
            <translation>changement d'ouvrage retiré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>link of orders taken away</source>
            <translation>lien entre ordres retiré</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>restricted note written</source>
            <translation>note réservée écrite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closure data corrected</source>
            <translation>données de clôture corrigées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>durations of the catalogue recalibrated</source>
            <translation>durées du catalogue recalées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>closure data handed in</source>
            <translation>données de clôture rendues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned anew</source>
            <translation>replanifié</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Figures of the service</source>
            <translation>Chiffres du service</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Sector</source>
            <translation>Secteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/request_dock.py" />
            <location filename="../ui/figures/dock.py" />
            <source>Type of work</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>all</source>
            <translation>tous</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Show everything</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>target</source>
            <translation>objectif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Period before</source>
            <translation>Période précédente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Answers for it</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>target met</source>
            <translation>objectif atteint</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>target missed</source>
            <translation>objectif non atteint</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Map of the sectors</source>
            <translation>Carte des secteurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Drag to move, wheel or + and − to zoom, click a sector to see its figures.</source>
            <translation>Glisser pour déplacer, molette ou + et − pour zoomer, cliquer sur un secteur pour voir ses chiffres.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zoom in</source>
            <translation>Agrandir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Zoom out</source>
            <translation>Réduire</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Whole map</source>
            <translation>Toute la carte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>recurring point</source>
            <translation>point noir</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Why planned work was not done</source>
            <translation>Pourquoi des interventions planifiées n'ont pas été réalisées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>By sector</source>
            <translation>Par secteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Key figures</source>
            <translation>Chiffres clés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Filters</source>
            <translation>Filtres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Figures of:</source>
            <translation>Chiffres pour :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>On the map:</source>
            <translation>Sur la carte :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nothing to show.</source>
            <translation>Rien à montrer.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Made on</source>
            <translation>Établi le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>How it is reckoned</source>
            <translation>Mode de calcul</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Figures are of sectors and teams of three people or more, never of a person.</source>
            <translation>Les chiffres portent sur des secteurs et des équipes d'au moins trois personnes, jamais sur une personne.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Week {name}</source>
            <translation>Semaine {name}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Month {name}</source>
            <translation>Mois {name}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Year {name}</source>
            <translation>Année {name}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>from {first} to {last}</source>
            <translation>du {first} au {last}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: the page of {period}</source>
            <translation>{file} : la page de {period}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}' has no column '{column}'</source>
            <translation>la couche « {layer} » n’a pas de colonne « {column} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>layer '{layer}': {count} features have {column} '{key}'; give each an id of its own first</source>
            <translation>couche « {layer} » : {count} entités ont {column} « {key} » ; donnez d’abord à chacune son identifiant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>change of an asset</source>
            <translation>modification d’ouvrage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>count of defects</source>
            <translation>décompte d’anomalies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no {role} called '{asset}' is in the layers</source>
            <translation>aucun objet « {asset} » ({role}) n’est dans les couches</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} features of layer '{layer}' are called '{asset}'; give each an id of its own first</source>
            <translation>{count} entités de la couche « {layer} » s’appellent « {asset} » ; donnez d’abord à chacune son identifiant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>'{asset}' is in layer '{layer}' already</source>
            <translation>« {asset} » est déjà dans la couche « {layer} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} has no drawing yet: correct it with the survey</source>
            <translation>{change} n’est pas encore dessiné : corrigez-le avec le levé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{attribute} changed meanwhile: {before} when proposed, {now} now; the field says {wanted}</source>
            <translation>{attribute} a changé entre-temps : {before} lors de la proposition, {now} maintenant ; le terrain dit {wanted}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the layer has no column for {attributes}</source>
            <translation>la couche n’a pas de colonne pour {attributes}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{attribute}: '{found}' is in no list (expected {expected})</source>
            <translation>{attribute} : « {found} » n’est dans aucune liste (attendu : {expected})</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{attribute}: {found} is not between {least} and {most}</source>
            <translation>{attribute} : {found} n’est pas entre {least} et {most}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{moved_m} m from where the asset is drawn (more than {limit_m} m)</source>
            <translation>à {moved_m} m de l’ouvrage dessiné (plus de {limit_m} m)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no {role} within {limit_m} m of it</source>
            <translation>aucun objet ({role}) à moins de {limit_m} m</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>class A is claimed, and the method of survey ({found}) reaches class {reached}</source>
            <translation>la classe A est annoncée, et la méthode de levé ({found}) atteint la classe {reached}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mapped in class A, and {moved_m} m off (class A is {limit_m} m at most)</source>
            <translation>cartographié en classe A, et décalé de {moved_m} m (la classe A admet {limit_m} m)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the asset repaired, '{asset}', is not in the layers</source>
            <translation>l’ouvrage réparé, « {asset} », n’est pas dans les couches</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>mapped as asbestos cement ({was}): with {now} nobody is warned any more</source>
            <translation>cartographié en amiante-ciment ({was}) : avec {now}, plus personne n’est averti</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>customers would be without water</source>
            <translation>des abonnés seraient sans eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} cannot be accepted: {reason}</source>
            <translation>{change} ne peut pas être accepté : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} writes a value that {other} writes too: accept them one after the other</source>
            <translation>{change} écrit une valeur que {other} écrit aussi : acceptez-les l'une après l'autre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change}: say why it is rejected</source>
            <translation>{change} : dites pourquoi il est refusé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} says nothing of '{found}', but of {expected}</source>
            <translation>{change} ne dit rien de « {found} », mais de {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is drawn as {expected}, not as {found}</source>
            <translation>{change} se dessine par {expected}, non par {found}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is {state}, not accepted: there is nothing to take back</source>
            <translation>{change} est à l’état « {state} », pas accepté : rien à annuler</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is {state} already[, by {who}]</source>
            <translation>{change} est déjà à l’état « {state} »[, par {who}]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a line</source>
            <translation>une ligne</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a point on the pipe, away from its ends</source>
            <translation>un point de la conduite, à distance de ses extrémités</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing, its place stays as it is</source>
            <translation>rien, sa position ne change pas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} customers lose water[, {sensitive} of them sensitive]</source>
            <translation>{count} abonnés perdent l’eau[, dont {sensitive} sensibles]</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} more customers have water</source>
            <translation>{count} abonnés de plus ont l’eau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>splits {pipe} and moves {customers} customers[ and {valves} valves] to {second}</source>
            <translation>coupe {pipe} en deux et rattache {customers} abonnés[ et {valves} vannes] à {second}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{customers} customers and {valves} valves are on {pipe}</source>
            <translation>{customers} abonnés et {valves} vannes sont sur {pipe}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset} would hang on no main</source>
            <translation>{asset} ne serait raccordé à aucune conduite</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{asset} is fed by {pipe}, which then has {customers} customers</source>
            <translation>{asset} est alimenté par {pipe}, qui a alors {customers} abonnés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>name changes, or ask for --safe, one of the two</source>
            <translation>nommez des modifications, ou demandez --safe, l’un des deux</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>say what to correct: --set ATTRIBUTE=VALUE, or --at X,Y</source>
            <translation>dites quoi corriger : --set ATTRIBUT=VALEUR, ou --at X,Y</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is corrected</source>
            <translation>{change} est corrigé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is rejected</source>
            <translation>{change} est refusé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{change} is taken back: the layers hold what they did before</source>
            <translation>{change} est annulé : les couches ont retrouvé ce qu’elles contenaient</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>--state: found '{found}', expected one of {expected}</source>
            <translation>--state : « {found} » trouvé, attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no change is waiting</source>
            <translation>aucune modification en attente</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>safe: may be accepted with others</source>
            <translation>sûre : peut être acceptée avec d’autres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{changes} changes would be written</source>
            <translation>{changes} modifications seraient écrites</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{changes} changes accepted, {features} features written</source>
            <translation>{changes} modifications acceptées, {features} entités écrites</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} are left for a look: regard assets review</source>
            <translation>{count} restent à regarder : regard assets review</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{day}: {count} defects</source>
            <translation>{day} : {count} anomalies</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{standard} is not handed out as shapefiles: choose gpkg or csv</source>
            <translation>{standard} ne s’exporte pas en shapefile : choisissez gpkg ou csv</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the workspace has no layer to hand out as {standard}</source>
            <translation>l’espace de travail n’a aucune couche à exporter en {standard}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{indicator}: {points} points proved by the data</source>
            <translation>{indicator} : {points} points prouvés par les données</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the points of part C do not count yet: parts A and B are below 40</source>
            <translation>les points de la partie C ne comptent pas encore : les parties A et B sont sous 40</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{written} features written, {already} were so already, {left} left</source>
            <translation>{written} entités écrites, {already} l’étaient déjà, {left} laissées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/reviewing/dock.py" />
            <source>Confidence</source>
            <translation>Confiance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Seen on</source>
            <translation>Constaté le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Available</source>
            <translation>Disponible</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Flow at 1 bar (m³/h)</source>
            <translation>Débit à 1 bar (m³/h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Static pressure (bar)</source>
            <translation>Pression statique (bar)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dynamic pressure (bar)</source>
            <translation>Pression dynamique (bar)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Tested on</source>
            <translation>Contrôlé le</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/order_dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Repaired</source>
            <translation>Réparées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Criterion</source>
            <translation>Critère</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Part of the index</source>
            <translation>Partie de l’indice</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>At most</source>
            <translation>Au plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Evidence</source>
            <translation>Preuve</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Rows changed within a year</source>
            <translation>Objets mis à jour dans l’année</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Proposals decided</source>
            <translation>Propositions traitées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Hours from the work to the decision (median)</source>
            <translation>Heures du chantier à la décision (médiane)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>sure</source>
            <translation>sûre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>likely</source>
            <translation>probable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/messages/reader.py" />
            <source>to check</source>
            <translation>à vérifier</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>proposed</source>
            <translation>proposée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>left closed</source>
            <translation>laissée fermée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stuck</source>
            <translation>bloquée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/isolating/cut_page.py" />
            <source>unusable</source>
            <translation>inutilisable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not found</source>
            <translation>introuvable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>not operated for years</source>
            <translation>non manœuvrée depuis des années</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Availability of the fire hydrants</source>
            <translation>Disponibilité des points d’eau incendie</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>material and diameter known</source>
            <translation>matériau et diamètre connus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>year of laying known</source>
            <translation>année de pose connue</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>invert levels known</source>
            <translation>cotes de fil d’eau connues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>devices located</source>
            <translation>ouvrages annexes localisés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>connections located</source>
            <translation>branchements localisés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>meters located</source>
            <translation>compteurs localisés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>repairs located</source>
            <translation>réparations localisées</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no such layer</source>
            <translation>pas de telle couche</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the layer has none of the columns</source>
            <translation>la couche n’a aucune de ces colonnes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the layer cannot be written</source>
            <translation>la couche n’est pas modifiable</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the layer has another CRS</source>
            <translation>la couche a un autre SCR</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no such feature</source>
            <translation>pas de telle entité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>several features of this id</source>
            <translation>plusieurs entités de cet identifiant</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>holds something else (there / wanted):</source>
            <translation>contient autre chose (présent / voulu) :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: only GeoPackages, shapefiles and PostGIS are written; carry with --change-file from another</source>
            <translation>{file} : seuls les GeoPackages, shapefiles et PostGIS sont écrits ; utilisez --change-file pour les autres</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: expected a .csv or an .html file</source>
            <translation>{file} : un fichier .csv ou .html est attendu</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Proposal</source>
            <translation>Proposition</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Week of</source>
            <translation>Semaine du</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Asked (h)</source>
            <translation>Demandé (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>There (h)</source>
            <translation>Disponible (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Days without</source>
            <translation>Jours sans</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_form.py" />
            <location filename="../ui/networks_page.py" />
            <location filename="../ui/order_panel/history_rows.py" />
            <location filename="../ui/reviewing/acts.py" />
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>As it is</source>
            <translation>En l'état</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>With more</source>
            <translation>Avec plus</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Skills that lack, {day} to {until}</source>
            <translation>Compétences manquantes, du {day} au {until}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What is proposed</source>
            <translation>Propositions</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Weeks in which a skill lacks</source>
            <translation>Semaines où une compétence manque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Orders that waited for a skill</source>
            <translation>OI qui ont attendu une compétence</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>Skills that hang on one agent</source>
            <translation>Compétences qui reposent sur un seul agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Authorisations that expire soon</source>
            <translation>Habilitations qui expirent bientôt</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{waited} order(s) waited for {skill}, {ahead} ahead need it: train or hire 1 agent</source>
            <translation>{waited} OI ont attendu {skill}, {ahead} à venir en ont besoin : former ou recruter 1 agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>left out of the plan</source>
            <translation>écarté du plan</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>gap</source>
            <translation>manque</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>No skill lacks.</source>
            <translation>Aucune compétence ne manque.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no skill '{found}'; expected one of {expected}</source>
            <translation>aucune compétence « {found} » ; attendu l'une de {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>expected either --train or --hire-like</source>
            <translation>il faut soit --train, soit --hire-like</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{agent} holds {skills} already</source>
            <translation>{agent} détient déjà {skills}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no agent '{found}'; expected one of {expected}</source>
            <translation>aucun agent « {found} » ; attendu l'un de {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders planned</source>
            <translation>OI planifiés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>orders late</source>
            <translation>OI en retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>km</source>
            <translation>km</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>overtime (min)</source>
            <translation>heures supplémentaires (min)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>planned then: {orders}; no longer: {lost}</source>
            <translation>planifiés alors : {orders} ; plus planifiés : {lost}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>When each activity is done, in hours of people</source>
            <translation>Quand chaque activité est faite, en heures d'agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What the colours mean</source>
            <translation>Ce que disent les couleurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} request(s) made; {known} there already, {over} in months that are over</source>
            <translation>{count} demande(s) créée(s) ; {known} existaient déjà, {over} dans des mois passés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>either quantity or every_years</source>
            <translation>soit quantity, soit every_years</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>one objective for each activity</source>
            <translation>un seul objectif par activité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a month from the first one of the activity on</source>
            <translation>un mois à partir du premier de l'activité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the year could not be levelled: {reason}</source>
            <translation>l'année n'a pas pu être lissée : {reason}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the history has {found} whole months; a forecast takes at least {expected}</source>
            <translation>l'historique compte {found} mois entiers ; une prévision en demande au moins {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nobody is called '{found}'; expected one of {expected}</source>
            <translation>personne ne s'appelle « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no objective '{found}'; expected one of {expected}</source>
            <translation>pas d'objectif « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no forecast for '{found}'; types of work: {expected}</source>
            <translation>pas de prévision pour « {found} » ; types d'intervention : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>expected an activity and a number above 0, as jetting=60, found '{found}'</source>
            <translation>attendu une activité et un nombre supérieur à 0, comme jetting=60, trouvé « {found} »</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{activity}: no layer has any of {roles}; give its objective a quantity</source>
            <translation>{activity} : aucune couche n'a de {roles} ; donnez une quantité à son objectif</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Work of {year}: {percent} % of the hours there</source>
            <translation>Charge de {year} : {percent} % des heures disponibles</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What it asks for</source>
            <translation>Ce que cela demande</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load and capacity, in hours of people</source>
            <translation>Charge et capacité, en heures d'agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What is owed</source>
            <translation>Objectifs de l'année</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>What levelling moves</source>
            <translation>Ce que le lissage déplace</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load in % of the hours of each zone's own people</source>
            <translation>Charge en % des heures des agents de chaque secteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load in % of the hours of those who hold each skill (*: not enough unless what expires is renewed)</source>
            <translation>Charge en % des heures des agents qui ont chaque compétence (* : insuffisant si ce qui expire n'est pas renouvelé)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Interventions expected in the year</source>
            <translation>Interventions prévues dans l'année</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>in no zone</source>
            <translation>hors secteur</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{month}: {percent} % of capacity, {short} h of people short; {held}</source>
            <translation>{month} : {percent} % de la capacité, il manque {short} h d'agents ; {held}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>work that may be moved is still in it: no other of its months has room</source>
            <translation>du travail déplaçable y reste : aucun autre de ses mois n'a de place</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing in it may be moved: reinforcement or subcontracting</source>
            <translation>rien n'y est déplaçable : renfort ou sous-traitance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>To watch, from {limit} % of capacity: {months}</source>
            <translation>À surveiller, dès {limit} % de la capacité : {months}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Too little work, under {limit} % of capacity: {months}</source>
            <translation>Sous-charge, sous {limit} % de la capacité : {months}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{activity}: {found} programmed, {floor} asked for at least</source>
            <translation>{activity} : {found} au programme, {floor} demandés au moins</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{skill}: not enough people hold it in {months}</source>
            <translation>{skill} : trop peu d'agents l'ont en {months}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{skill}: not enough in {months} unless what expires is renewed</source>
            <translation>{skill} : insuffisant en {months} si ce qui expire n'est pas renouvelé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{zone}: more work than its own people have hours in {count} months ({hours} h in the year): others help, or people move</source>
            <translation>{zone} : plus de travail que d'heures de ses agents sur {count} mois ({hours} h dans l'année) : d'autres aident, ou des agents y sont affectés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Forecast by {way}: held against {years} known year(s), it missed {miss} % of what came month by month; the last month again: {naive} %, the last year again: {last_year} %</source>
            <translation>Prévision par {way} : sur {years} année(s) connue(s), elle s'écarte de {miss} % de ce qui est venu, mois par mois ; le dernier mois répété : {naive} %, la dernière année répétée : {last_year} %</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The history ({first} to {last}) is too short to hold the forecast against a known year: one year is taken for the season</source>
            <translation>L'historique ({first} à {last}) est trop court pour éprouver la prévision sur une année connue : une seule année donne la saison</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>The history ends with {last}: later months are missing</source>
            <translation>L'historique s'arrête à {last} : les mois suivants manquent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the last month</source>
            <translation>le dernier mois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the last year</source>
            <translation>la dernière année</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the mean of all years with its season</source>
            <translation>la moyenne des années avec sa saison</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>the level of the last year with the season of all</source>
            <translation>le niveau de la dernière année avec la saison de toutes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>overload</source>
            <translation>surcharge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>to watch</source>
            <translation>à surveiller</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>fine</source>
            <translation>normale</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>too little</source>
            <translation>sous-charge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Jan</source>
            <translation>janv.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Feb</source>
            <translation>févr.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Mar</source>
            <translation>mars</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Apr</source>
            <translation>avr.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>May</source>
            <translation>mai</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>June</source>
            <translation>juin</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>July</source>
            <translation>juil.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Aug</source>
            <translation>août</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Sep</source>
            <translation>sept.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Oct</source>
            <translation>oct.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nov</source>
            <translation>nov.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Dec</source>
            <translation>déc.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Activity</source>
            <translation>Activité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Amount</source>
            <translation>Part</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Done last</source>
            <translation>Dernière fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/figures/dock.py" />
            <source>Month</source>
            <translation>Mois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Comes (h)</source>
            <translation>Curatif (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Between</source>
            <translation>Entre</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Programmed (h)</source>
            <translation>Programmé (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load (h)</source>
            <translation>Charge (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Capacity (h)</source>
            <translation>Capacité (h)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>% at first</source>
            <translation>% avant lissage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>% levelled</source>
            <translation>% lissé</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>People needed</source>
            <translation>Agents nécessaires</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Quantity</source>
            <translation>Quantité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>There is</source>
            <translation>Patrimoine</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>At least</source>
            <translation>Au moins</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Due by</source>
            <translation>Échéance</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Months</source>
            <translation>Mois autorisés</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Crew-days</source>
            <translation>Jours-équipe</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Hours of people</source>
            <translation>Heures d'agents</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Expected</source>
            <translation>Prévues</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Low</source>
            <translation>Bas</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>High</source>
            <translation>Haut</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/place.py" />
            <source>Asset id</source>
            <translation>Identifiant de l'ouvrage</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Minutes</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Load</source>
            <translation>Charge</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Late</source>
            <translation>Retard</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Times</source>
            <translation>Fois</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Last</source>
            <translation>Dernière</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Types of work</source>
            <translation>Types d'intervention</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Failures</source>
            <translation>Casses</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>By km and year</source>
            <translation>Par km et par an</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Customers outside</source>
            <translation>Clients hors délai</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>km of pipes outside</source>
            <translation>km de réseau hors délai</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Outside if the nearest is busy</source>
            <translation>Hors délai si le plus proche est pris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>numbers that rise</source>
            <translation>des nombres croissants</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Anybody</source>
            <translation>N'importe quel agent</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Not reached within {minutes} minutes:</source>
            <translation>Non atteint en {minutes} minutes :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>As things are:</source>
            <translation>Situation actuelle :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>Nobody can come.</source>
            <translation>Personne ne peut venir.</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{count} recurring point(s):</source>
            <translation>{count} point(s) récurrent(s) :</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>there is nothing to cover: no zone, no customer, no pipe, no road</source>
            <translation>il n'y a rien à couvrir : ni secteur, ni client, ni canalisation, ni route</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no agent or depot '{found}'; expected one of {expected}</source>
            <translation>aucun agent ni dépôt « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>no equipment '{found}'; expected one of {expected}</source>
            <translation>aucun matériel « {found} » ; attendu : {expected}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>say what would be different: an agent less, one more, a home or depot elsewhere</source>
            <translation>indiquez ce qui changerait : un agent en moins, un de plus, un domicile ou un dépôt ailleurs</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>a move needs who and where to (--move, --to); a place to live at needs an agent to add (--add-like)</source>
            <translation>un déplacement demande qui et où (--move, --to) ; un lieu de domicile demande un agent à ajouter (--add-like)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>home</source>
            <translation>domicile</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>on the tour</source>
            <translation>en tournée</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>nothing is planned for agent {agent} on {day}</source>
            <translation>rien n'est planifié pour l'agent {agent} le {day}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: a package of layout {found}, expected {expected}; nothing of it was taken in</source>
            <translation>{file} : un paquet au format {found}, attendu {expected} ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: a package of another workspace ({found}, this one is {expected}); nothing of it was taken in</source>
            <translation>{file} : un paquet d'un autre espace de travail ({found}, celui-ci est {expected}) ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: places in {found}, expected {expected}; nothing of it was taken in</source>
            <translation>{file} : positions en {found}, attendu {expected} ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: unpacked it would not fit on the disk; nothing of it was taken in</source>
            <translation>{file} : décompressé, il ne tiendrait pas sur le disque ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: found '{found}', expected {expected}; nothing of it was taken in</source>
            <translation>{file} : trouvé « {found} », attendu {expected} ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{file}: column {column} is missing; nothing of it was taken in</source>
            <translation>{file} : la colonne {column} manque ; rien n'en a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: photo {photo} is not there; the rest was taken in</source>
            <translation>{order} : la photo {photo} n'est pas là ; le reste a été repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}, {field}: here '{here}', from the field '{there}'; nothing of the order was written</source>
            <translation>{order}, {field} : ici « {here} », du terrain « {there} » ; rien de l'ordre n'a été écrit</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: taken in, {state}</source>
            <translation>{order} : repris, {state}</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: was taken in before</source>
            <translation>{order} : déjà repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: changed meanwhile, not taken in</source>
            <translation>{order} : modifié entre-temps, non repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{order}: not taken in</source>
            <translation>{order} : non repris</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>{folder}: {orders} order(s) of {agent} on {day}; QGIS writes the project into it (algorithm regard:fieldpackage)</source>
            <translation>{folder} : {orders} ordre(s) de {agent} le {day} ; QGIS y écrit le projet (algorithme regard:fieldpackage)</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stuck open</source>
            <translation>bloquée ouverte</translation>
        </message>
        <message>
            <location filename="../resources/messages.yaml" />
            <source>stuck closed</source>
            <translation>bloquée fermée</translation>
        </message>
        <message>
            <location filename="../ui/acting/panel_controller.py" />
            <location filename="../ui/acting/panel_dock.py" />
            <location filename="../ui/figures/controller.py" />
            <location filename="../ui/figures/overview_controller.py" />
            <source>Open a workspace first.</source>
            <translation>Ouvrez d'abord un espace de travail.</translation>
        </message>
        <message>
            <location filename="../ui/acting/panel_controller.py" />
            <location filename="../ui/figures/controller.py" />
            <location filename="../ui/figures/overview_controller.py" />
            <location filename="../ui/starting/options_page.py" />
            <source>Reading…</source>
            <translation>Lecture…</translation>
        </message>
        <message>
            <location filename="../ui/acting/panel_controller.py" />
            <location filename="../ui/figures/controller.py" />
            <location filename="../ui/figures/overview_controller.py" />
            <source>This could not be read: see the message above the map.</source>
            <translation>Cela n'a pas pu être lu : voyez le message au-dessus de la carte.</translation>
        </message>
        <message>
            <location filename="../ui/acting/table.py" />
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <location filename="../ui/acting/table.py" />
            <source>{what}, then Enter</source>
            <translation>{what}, puis Entrée</translation>
        </message>
        <message>
            <location filename="../ui/acting/undo_bar.py" />
            <location filename="../ui/board/dock.py" />
            <source>Undo (Ctrl+Z)</source>
            <translation>Annuler (Ctrl+Z)</translation>
        </message>
        <message>
            <location filename="../ui/acting/undo_bar.py" />
            <source>Done: {what}</source>
            <translation>Fait : {what}</translation>
        </message>
        <message>
            <location filename="../ui/actions_controller.py" />
            <source>{tip} Needs Python libraries that are missing.</source>
            <translation>{tip} Il manque des bibliothèques Python.</translation>
        </message>
        <message>
            <location filename="../ui/board/controller.py" />
            <source>Reading the plan</source>
            <translation>Lecture du plan</translation>
        </message>
        <message>
            <location filename="../ui/board/controller.py" />
            <source>Moving an order</source>
            <translation>Déplacement d'un ordre</translation>
        </message>
        <message>
            <location filename="../ui/board/controller.py" />
            <source>Not moved: {reason}</source>
            <translation>Non déplacé : {reason}</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>&lt;b&gt;{stops}&lt;/b&gt; orders planned · &lt;b&gt;{way}&lt;/b&gt; on the road · &lt;b&gt;{late}&lt;/b&gt; late</source>
            <translation>&lt;b&gt;{stops}&lt;/b&gt; ordres planifiés · &lt;b&gt;{way}&lt;/b&gt; de route · &lt;b&gt;{late}&lt;/b&gt; en retard</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>&lt;b&gt;No plan yet.&lt;/b&gt; Plan the tours, or drag orders onto the board.</source>
            <translation>&lt;b&gt;Pas encore de plan.&lt;/b&gt; Planifiez les tournées, ou glissez des ordres sur le planning.</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <location filename="../qgis_bridge/processing/base.py" />
            <source>Planning</source>
            <translation>Planification</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Do again (Ctrl+Shift+Z)</source>
            <translation>Rétablir (Ctrl+Maj+Z)</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <location filename="../ui/day_selector.py" />
            <location filename="../ui/window_commands.py" />
            <source>The day before</source>
            <translation>Le jour précédent</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <location filename="../ui/day_selector.py" />
            <location filename="../ui/window_commands.py" />
            <source>The day after</source>
            <translation>Le jour suivant</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Back to the plan in force</source>
            <translation>Revenir au plan en vigueur</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>&lt;b&gt;No agents yet.&lt;/b&gt;&lt;br&gt;Import them with &lt;code&gt;regard resources import&lt;/code&gt;.</source>
            <translation>&lt;b&gt;Pas encore d'agents.&lt;/b&gt;&lt;br&gt;Importez-les avec &lt;code&gt;regard resources import&lt;/code&gt;.</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>&lt;b&gt;No workspace is open.&lt;/b&gt;&lt;br&gt;Open one to see the agents' tours.</source>
            <translation>&lt;b&gt;Aucun espace de travail n'est ouvert.&lt;/b&gt;&lt;br&gt;Ouvrez-en un pour voir les tournées des agents.</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Reading the plan…</source>
            <translation>Lecture du plan…</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Fewer hours</source>
            <translation>Moins d'heures</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>More hours</source>
            <translation>Plus d'heures</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>The whole working day</source>
            <translation>La journée de travail entière</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Undo: {name} (Ctrl+Z)</source>
            <translation>Annuler : {name} (Ctrl+Z)</translation>
        </message>
        <message>
            <location filename="../ui/board/dock.py" />
            <source>Do again: {name} (Ctrl+Shift+Z)</source>
            <translation>Rétablir : {name} (Ctrl+Maj+Z)</translation>
        </message>
        <message>
            <location filename="../ui/board/ground_painter.py" />
            <source>away</source>
            <translation>absent</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <location filename="../ui/splitting/order_menu.py" />
            <source>Show on the &amp;map</source>
            <translation>Voir sur la c&amp;arte</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <location filename="../ui/splitting/order_menu.py" />
            <source>&amp;Copy the number</source>
            <translation>&amp;Copier le numéro</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>Takes &amp;longer…</source>
            <translation>Dure plus &amp;longtemps…</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Swap with…</source>
            <translation>É&amp;changer avec…</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <location filename="../ui/splitting/order_menu.py" />
            <source>Spl&amp;it…</source>
            <translation>Sc&amp;inder…</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Take out of the plan</source>
            <translation>&amp;Retirer du plan</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Hand over to</source>
            <translation>Confier à un &amp;sous-traitant</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Why here?</source>
            <translation>&amp;Pourquoi ici ?</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Why not planned?</source>
            <translation>&amp;Pourquoi pas planifiée ?</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Unpin: anybody may make it</source>
            <translation>&amp;Détacher : n’importe qui peut la faire</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Pin to those who have it, on this day</source>
            <translation>&amp;Épingler à ceux qui l’ont, ce jour-là</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>Tour &amp;sheets of everybody…</source>
            <translation>Feuille&amp;s de tournée de tous…</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>{name} &amp;leaves today…</source>
            <translation>{name} s'absente &amp;aujourd'hui…</translation>
        </message>
        <message>
            <location filename="../ui/board/menu.py" />
            <source>&amp;Tour sheet of {name}…</source>
            <translation>&amp;Feuille de tournée de {name}…</translation>
        </message>
        <message>
            <location filename="../ui/board/moves.py" />
            <source>{minutes} min on the road</source>
            <translation>{minutes} min de route</translation>
        </message>
        <message>
            <location filename="../ui/board/moves.py" />
            <source>{duration} more late</source>
            <translation>{duration} de retard en plus</translation>
        </message>
        <message>
            <location filename="../ui/board/moves.py" />
            <source>{duration} more overtime</source>
            <translation>{duration} d'heures supplémentaires en plus</translation>
        </message>
        <message>
            <location filename="../ui/board/offered.py" />
            <source>nothing else moves</source>
            <translation>rien d'autre ne bouge</translation>
        </message>
        <message>
            <location filename="../ui/board/offered.py" />
            <source>{count} other orders move</source>
            <translation>{count} autres ordres bougent</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Not swapped: {reason}</source>
            <translation>Pas d’échange : {reason}</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Looking for reasons</source>
            <translation>Recherche des raisons</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Pinning an order</source>
            <translation>Épinglage d’une intervention</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Unpinning an order</source>
            <translation>Détachement d’une intervention</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Choose the order to change places with: click it, or go there and Enter.</source>
            <translation>Choisissez l’intervention avec laquelle échanger : cliquez dessus, ou allez-y puis Entrée.</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Handing an order over</source>
            <translation>Envoi d’une intervention au sous-traitant</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Changing the plan</source>
            <translation>Modification du plan</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Making an order fit</source>
            <translation>Faire entrer un ordre</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Not taken out: {reason}</source>
            <translation>Pas retirée : {reason}</translation>
        </message>
        <message>
            <location filename="../ui/board/order_actions.py" />
            <source>Why: {order}</source>
            <translation>Pourquoi : {order}</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>closing the valves</source>
            <translation>fermeture des vannes</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>opening the valves again</source>
            <translation>réouverture des vannes</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>collecting parts</source>
            <translation>retrait de pièces</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>{start} to {end}</source>
            <translation>{start} à {end}</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>{hours}, after {way} on the road</source>
            <translation>{hours}, après {way} de route</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <location filename="../ui/board/tray.py" />
            <location filename="../ui/order_delegate.py" />
            <location filename="../ui/order_dock.py" />
            <source>due {moment}</source>
            <translation>avant {moment}</translation>
        </message>
        <message>
            <location filename="../ui/board/tips.py" />
            <source>{late} late</source>
            <translation>{late} de retard</translation>
        </message>
        <message>
            <location filename="../ui/board/tray.py" />
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>Orders not planned</source>
            <translation>Ordres non planifiés</translation>
        </message>
        <message>
            <location filename="../ui/board/tray.py" />
            <source>Every order has its place.</source>
            <translation>Chaque ordre a sa place.</translation>
        </message>
        <message>
            <location filename="../ui/board/tray.py" />
            <source>&lt;b&gt;Not planned&lt;/b&gt; ({count})</source>
            <translation>&lt;b&gt;Non planifiés&lt;/b&gt; ({count})</translation>
        </message>
        <message>
            <location filename="../ui/board/view.py" />
            <location filename="../ui/window_commands.py" />
            <source>Planning board</source>
            <translation>Planning des tournées</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>The place that was shown is no longer free. Nothing was changed; it would now be this one:</source>
            <translation>La place affichée n'est plus libre. Rien n'a été changé ; ce serait maintenant celle-ci :</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>The plan in force does not know it.</source>
            <translation>Le plan en vigueur ne la connaît pas.</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>{bends} → {agents}, {moment}, for {cost} min</source>
            <translation>{bends} → {agents}, {moment}, pour {cost} min</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>{agents}, {moment}</source>
            <translation>{agents}, {moment}</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>It has begun: nobody else takes it over.</source>
            <translation>Elle est commencée : personne d’autre ne la reprend.</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>If somebody else made it:</source>
            <translation>Si quelqu’un d’autre la faisait :</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>Nothing that may be bent would make it fit.</source>
            <translation>Aucune règle que l’on puisse assouplir ne lui ferait une place.</translation>
        </message>
        <message>
            <location filename="../ui/board/why.py" />
            <source>{text}; costs {cost} min more</source>
            <translation>{text} ; coûte {cost} min de plus</translation>
        </message>
        <message>
            <location filename="../ui/board/why_dialog.py" />
            <source>&lt;b&gt;What would make it fit&lt;/b&gt;, the cheapest first:</source>
            <translation>&lt;b&gt;Ce qui lui ferait une place&lt;/b&gt;, le moins coûteux d’abord :</translation>
        </message>
        <message>
            <location filename="../ui/board/writer.py" />
            <source>There is nothing of yours to undo here.</source>
            <translation>Rien de vous à annuler ici.</translation>
        </message>
        <message>
            <location filename="../ui/board/writer.py" />
            <source>Undoing: {name}</source>
            <translation>Annulation : {name}</translation>
        </message>
        <message>
            <location filename="../ui/board/writer.py" />
            <source>There is nothing of yours to do again here.</source>
            <translation>Il n’y a rien de vous à rétablir ici.</translation>
        </message>
        <message>
            <location filename="../ui/board/writer.py" />
            <source>Doing again: {name}</source>
            <translation>Rétablissement : {name}</translation>
        </message>
        <message>
            <location filename="../ui/calling/address_field.py" />
            <source>12 rue des Saules</source>
            <translation>12 rue des Saules</translation>
        </message>
        <message>
            <location filename="../ui/calling/address_field.py" />
            <source>Place it with a click on the map</source>
            <translation>Placer d'un clic sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_controller.py" />
            <source>Looking for the nearest crews…</source>
            <translation>Recherche des équipes les plus proches…</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_controller.py" />
            <source>Looking for a crew</source>
            <translation>Recherche d'une équipe</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_controller.py" />
            <source>Sending a crew</source>
            <translation>Envoi d'une équipe</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_controller.py" />
            <location filename="../ui/calling/request_controller.py" />
            <location filename="../ui/calling/slots_controller.py" />
            <location filename="../ui/isolating/cut_acts.py" />
            <location filename="../ui/planning/controller.py" />
            <source>Undoing</source>
            <translation>Annulation</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_controller.py" />
            <source>Select an order first, or take a call: a crew is sent to it.</source>
            <translation>Choisissez d'abord un ordre, ou prenez un appel : l'équipe lui est envoyée.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Emergency</source>
            <translation>Urgence</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <source>Send this crew (Ctrl+Enter)</source>
            <translation>Envoyer cette équipe (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <location filename="../ui/calling/saved_page.py" />
            <location filename="../ui/calling/slots_dock.py" />
            <location filename="../ui/disrupting/day_dock.py" />
            <location filename="../ui/isolating/dock.py" />
            <location filename="../ui/planning/result_page.py" />
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <source>Who could go</source>
            <translation>Qui peut y aller</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <source>Cut and calls</source>
            <translation>Coupure et appels</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_dock.py" />
            <source>What is displaced</source>
            <translation>Ce qui est décalé</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>Urgent works notice (ATU): call before digging</source>
            <translation>Avis de travaux urgents (ATU) : appeler avant de creuser</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>none proposed</source>
            <translation>aucun proposé</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>displaces nothing</source>
            <translation>ne décale rien</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>No other order moves.</source>
            <translation>Aucun autre ordre ne bouge.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>&lt;b&gt;{order}&lt;/b&gt; is in the plan ({plan}).</source>
            <translation>&lt;b&gt;{order}&lt;/b&gt; est dans le plan ({plan}).</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>{count} messages wait to be sent, the sensitive customers first.</source>
            <translation>{count} messages attendent d'être envoyés, les abonnés sensibles d'abord.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/order_pages.py" />
            <source>This work does not cut the water.</source>
            <translation>Cette intervention ne coupe pas l'eau.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/order_pages.py" />
            <source>Close, in this order</source>
            <translation>À fermer, dans cet ordre</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>cost {minutes} min</source>
            <translation>coût {minutes} min</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>{count} give way</source>
            <translation>{count} cèdent la place</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>displaces {count}</source>
            <translation>en décale {count}</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/isolating/cut_page.py" />
            <source>{count} of them have nobody or no number yet.</source>
            <translation>{count} d'entre eux n'ont encore ni destinataire ni numéro.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/order_pages.py" />
            <source>No valve to close.</source>
            <translation>Aucune vanne à fermer.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>Without water: {count}, {hydrants} hydrants</source>
            <translation>Sans eau : {count}, {hydrants} hydrants</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>Works notice</source>
            <translation>Déclaration de travaux</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>No sensitive network near the dig.</source>
            <translation>Aucun réseau sensible près de la fouille.</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>after its deadline, {due}</source>
            <translation>après son échéance, {due}</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>nobody with the skills is at work then</source>
            <translation>personne d'habilité ne travaille ce jour-là</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>people were told another time</source>
            <translation>une autre heure a été annoncée</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/order_delegate.py" />
            <location filename="../ui/orders_model.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>not planned</source>
            <translation>non planifié</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_page.py" />
            <source>{duration} late</source>
            <translation>{duration} de retard</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>Order displaced</source>
            <translation>Ordre décalé</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>It fits nowhere as the plan stands:</source>
            <translation>Il ne tient nulle part dans le plan tel quel :</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/isolating/cut_page.py" />
            <source>Sensitive, to warn first:</source>
            <translation>Sensibles, à prévenir d'abord :</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <location filename="../ui/disrupting/day_page.py" />
            <source>no number known</source>
            <translation>pas de numéro connu</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>Gives way</source>
            <translation>Cède la place</translation>
        </message>
        <message>
            <location filename="../ui/calling/crew_page.py" />
            <source>New day</source>
            <translation>Nouveau jour</translation>
        </message>
        <message>
            <location filename="../ui/calling/duplicates.py" />
            <source>Same thing: merge</source>
            <translation>Même chose : fusionner</translation>
        </message>
        <message>
            <location filename="../ui/calling/duplicates.py" />
            <source>&lt;b&gt;{request}&lt;/b&gt; at {time}, {metres} m away: {words}</source>
            <translation>&lt;b&gt;{request}&lt;/b&gt; à {time}, à {metres} m : {words}</translation>
        </message>
        <message>
            <location filename="../ui/calling/duplicates.py" />
            <source>Same thing as {request}: merge</source>
            <translation>Même chose que {request} : fusionner</translation>
        </message>
        <message>
            <location filename="../ui/calling/duplicates.py" />
            <source>Maybe called in before</source>
            <translation>Peut-être déjà signalé</translation>
        </message>
        <message>
            <location filename="../ui/calling/questions_form.py" />
            <source>More questions</source>
            <translation>Autres questions</translation>
        </message>
        <message>
            <location filename="../ui/calling/questions_form.py" />
            <source>must be answered</source>
            <translation>réponse nécessaire</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_controller.py" />
            <source>Saving a request</source>
            <translation>Enregistrement d'une demande</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_controller.py" />
            <source>Opening the call desk</source>
            <translation>Ouverture du bureau d'appels</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_controller.py" />
            <source>Looking at a call</source>
            <translation>Examen d'un appel</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_controller.py" />
            <source>Looking for an address</source>
            <translation>Recherche d'une adresse</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_controller.py" />
            <source>Open a workspace first: a call is saved in it.</source>
            <translation>Ouvrez d'abord un espace de travail : l'appel y est enregistré.</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>New request</source>
            <translation>Nouvelle demande</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>Save (Ctrl+Enter)</source>
            <translation>Enregistrer (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>by what is said</source>
            <translation>d'après ce qui est dit</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>In the caller's words: the type of work is found while you type</source>
            <translation>Avec les mots de l'appelant : le type d'intervention se trouve en tapant</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>What is said</source>
            <translation>Ce qui est dit</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>or asset no.</source>
            <translation>ou n° d'ouvrage</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>Assets near</source>
            <translation>Ouvrages proches</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>{type}, by what is said</source>
            <translation>{type}, d'après ce qui est dit</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>who calls?</source>
            <translation>qui appelle ?</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>where to call back?</source>
            <translation>où rappeler ?</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>an address, a click on the map, or an asset</source>
            <translation>une adresse, un clic sur la carte ou un ouvrage</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>acknowledge by {moment}</source>
            <translation>accuser réception avant {moment}</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>on site by {moment}</source>
            <translation>sur place avant {moment}</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>done by {moment}</source>
            <translation>terminé avant {moment}</translation>
        </message>
        <message>
            <location filename="../ui/calling/request_dock.py" />
            <source>Asset number</source>
            <translation>Numéro d'ouvrage</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>&lt;b&gt;{request}&lt;/b&gt; is saved as one more call about &lt;b&gt;{other}&lt;/b&gt;.</source>
            <translation>&lt;b&gt;{request}&lt;/b&gt; est enregistrée comme un appel de plus sur &lt;b&gt;{other}&lt;/b&gt;.</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>&lt;b&gt;{request}&lt;/b&gt; is saved. No type of work fits its words yet: no order was made.</source>
            <translation>&lt;b&gt;{request}&lt;/b&gt; est enregistrée. Aucun type d'intervention ne correspond encore : aucun ordre n'a été créé.</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>Send a crew now…</source>
            <translation>Envoyer une équipe…</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>Offer a slot…</source>
            <translation>Proposer un créneau…</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>&lt;b&gt;{request}&lt;/b&gt; is saved: &lt;b&gt;{order}&lt;/b&gt;, {job}, {priority}.</source>
            <translation>&lt;b&gt;{request}&lt;/b&gt; est enregistrée : &lt;b&gt;{order}&lt;/b&gt;, {job}, {priority}.</translation>
        </message>
        <message>
            <location filename="../ui/calling/saved_page.py" />
            <source>Follow-up orders: {orders}.</source>
            <translation>Ordres qui suivent : {orders}.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_controller.py" />
            <source>Weighing the windows of the next days…</source>
            <translation>Comparaison des créneaux des prochains jours…</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_controller.py" />
            <source>Looking for appointments</source>
            <translation>Recherche de rendez-vous</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_controller.py" />
            <source>Booking</source>
            <translation>Réservation</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_controller.py" />
            <source>Booking an appointment</source>
            <translation>Prise de rendez-vous</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_controller.py" />
            <source>Select an order first, or take a call: an appointment is for it.</source>
            <translation>Choisissez d'abord un ordre, ou prenez un appel : le rendez-vous est pour lui.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Appointment</source>
            <translation>Rendez-vous</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>Book (Ctrl+Enter)</source>
            <translation>Réserver (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>Nobody can be reached: call the customer to confirm.</source>
            <translation>Personne n'est joignable : appelez l'abonné pour confirmer.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>Windows that can be promised</source>
            <translation>Créneaux qui peuvent être promis</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>{day}, {opens} to {closes}</source>
            <translation>{day}, {opens} à {closes}</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>+{minutes} min · {agents} about {time}</source>
            <translation>+{minutes} min · {agents} vers {time}</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>The visit starts within the window. The cheapest comes first.</source>
            <translation>Le passage commence dans le créneau. Le moins coûteux vient d'abord.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>No window of the next days is free for this work.</source>
            <translation>Aucun créneau des prochains jours n'est libre pour cette intervention.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>Booked for {day}, {opens} to {closes}.</source>
            <translation>Réservé pour {day}, de {opens} à {closes}.</translation>
        </message>
        <message>
            <location filename="../ui/calling/slots_dock.py" />
            <source>The confirmation waits to be sent to {name}: {channel}, {reach}.</source>
            <translation>La confirmation attend d'être envoyée à {name} : {channel}, {reach}.</translation>
        </message>
        <message>
            <location filename="../ui/day_selector.py" />
            <source>The day appears when a workspace is open.</source>
            <translation>Le jour apparaît quand un espace de travail est ouvert.</translation>
        </message>
        <message>
            <location filename="../ui/day_selector.py" />
            <source>Day: {day}</source>
            <translation>Jour : {day}</translation>
        </message>
        <message>
            <location filename="../ui/day_selector.py" />
            <source>{day}. List, map, board and readiness show it. Alt+Page Up and Alt+Page Down go day by day, Alt+Home back to the day of the desk.</source>
            <translation>{day}. La liste, la carte, le planning et la préparation le montrent. Alt+Page préc. et Alt+Page suiv. vont de jour en jour, Alt+Début revient au jour du bureau.</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>Dig of {order}: click its corners, or drag one of the dig as it is; right click or Enter ends, Backspace takes one back, Escape gives up.</source>
            <translation>Fouille de {order} : cliquez ses sommets, ou déplacez un sommet de la fouille actuelle ; clic droit ou Entrée pour finir, Retour arrière pour reprendre un sommet, Échap pour abandonner.</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>Keeping a dig</source>
            <translation>Enregistrement d'une fouille</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>Depth in metres (0: as the type of work says)</source>
            <translation>Profondeur en mètres (0 : celle du type d'intervention)</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>Select an order that digs first: its dig is drawn.</source>
            <translation>Choisir d'abord un ordre qui fouille : c'est sa fouille qui est dessinée.</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>{order}: dig of {area} m² kept.</source>
            <translation>{order} : fouille de {area} m² gardée.</translation>
        </message>
        <message>
            <location filename="../ui/digging/controller.py" />
            <source>Dig of {order}</source>
            <translation>Fouille de {order}</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <source>Click the street, or several points along the closed streets; right click or Enter ends.</source>
            <translation>Cliquez sur la rue, ou sur plusieurs points le long des rues barrées ; clic droit ou Entrée pour finir.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <source>Planning the rest of the day again</source>
            <translation>Replanification du reste de la journée</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <source>Changing the day</source>
            <translation>Changement de la journée</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <location filename="../ui/planning/controller.py" />
            <source>Undone: the former plan is in force again.</source>
            <translation>Annulé : l'ancien planning est de nouveau en vigueur.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <source>There is no plan yet: plan the tours first.</source>
            <translation>Pas encore de plan : planifiez d'abord les tournées.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <source>Say first who, what or where it is.</source>
            <translation>Dites d'abord qui, quoi ou où.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <location filename="../ui/planning/controller.py" />
            <source>Nothing was planned.</source>
            <translation>Rien n'a été planifié.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/controller.py" />
            <location filename="../ui/planning/controller.py" />
            <location filename="../ui/starting/controller.py" />
            <source>Cancelled: nothing was changed.</source>
            <translation>Abandonné : rien n'a été modifié.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Change of day</source>
            <translation>Imprévu du jour</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>What follows? (Ctrl+Enter)</source>
            <translation>Quelles suites ? (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>Accept (Ctrl+Enter)</source>
            <translation>Accepter (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>Planning the rest of the day again…</source>
            <translation>Replanification du reste de la journée…</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>&lt;b&gt;A proposal&lt;/b&gt;: nothing is stored before you accept it.</source>
            <translation>&lt;b&gt;Proposition&lt;/b&gt; : rien n'est enregistré avant votre accord.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>What follows</source>
            <translation>Les suites</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_dock.py" />
            <source>Nothing changes before you accept it.</source>
            <translation>Rien ne change avant votre accord.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>&amp;Show it on the map</source>
            <translation>&amp;Montrer sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>Until further notice</source>
            <translation>Jusqu'à nouvel ordre</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>Nothing yet: click a street, or several points along a line.</source>
            <translation>Rien encore : cliquez sur une rue, ou sur plusieurs points d'une ligne.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>What has happened</source>
            <translation>Ce qui s'est passé</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>Roadworks, market, flood…</source>
            <translation>Travaux, marché, inondation…</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>The street beside the click, from junction to junction.</source>
            <translation>La rue près du clic, d'un carrefour à l'autre.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>The streets along the line.</source>
            <translation>Les rues le long de la ligne.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>An agent leaves</source>
            <translation>Un agent s'absente</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>An order takes longer</source>
            <translation>Une intervention dure plus longtemps</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>A road is closed</source>
            <translation>Une rue est barrée</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Which</source>
            <translation>Laquelle</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_form.py" />
            <source>How much longer</source>
            <translation>De combien</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>&lt;b&gt;The day is planned again&lt;/b&gt;: {count} stops changed. Board and map show it.</source>
            <translation>&lt;b&gt;La journée est replanifiée&lt;/b&gt; : {count} arrêts changés. Le planning et la carte le montrent.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Driving, min</source>
            <translation>Conduite, min</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Lateness, min</source>
            <translation>Retard, min</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Overtime, min</source>
            <translation>Heures supplémentaires, min</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <location filename="../ui/figures/dock.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>Figure</source>
            <translation>Indicateur</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>Who must be told</source>
            <translation>Qui prévenir</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>What changes</source>
            <translation>Ce qui change</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>{duration} of working time are lost today.</source>
            <translation>{duration} de temps de travail perdu aujourd'hui.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>No customer was told another time.</source>
            <translation>Aucun client n'avait reçu un autre horaire.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>No order moves.</source>
            <translation>Aucune intervention ne bouge.</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>No longer planned today</source>
            <translation>N'est plus planifié aujourd'hui</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>nobody is named</source>
            <translation>personne de nommé</translation>
        </message>
        <message>
            <location filename="../ui/disrupting/day_page.py" />
            <source>Agents whose tour changes: {names}</source>
            <translation>Agents dont la tournée change : {names}</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Reading the figures</source>
            <translation>Lecture des indicateurs</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Reading the orders behind a figure</source>
            <translation>Lecture des OI derrière un indicateur</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Page (*.html)</source>
            <translation>Page web (*.html)</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Workbook (*.xlsx)</source>
            <translation>Classeur (*.xlsx)</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Table (*.csv)</source>
            <translation>Tableau (*.csv)</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Export the figures</source>
            <translation>Exporter les indicateurs</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>Writing the figures</source>
            <translation>Écriture des indicateurs</translation>
        </message>
        <message>
            <location filename="../ui/figures/controller.py" />
            <source>{file} written.</source>
            <translation>{file} est écrit.</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Figures</source>
            <translation>Indicateurs</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Select on the map</source>
            <translation>Sélectionner sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Double-click a figure, or press Enter, for the orders behind it.</source>
            <translation>Double-cliquez un indicateur, ou appuyez sur Entrée, pour voir les OI derrière lui.</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Orders behind “{name}”: {total}</source>
            <translation>OI derrière « {name} » : {total}</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>No order is behind “{name}”.</source>
            <translation>Aucun OI derrière « {name} ».</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Zones and alerts</source>
            <translation>Zones et alertes</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>All zones</source>
            <translation>Tous les secteurs</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>All teams</source>
            <translation>Toutes les équipes</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>All types</source>
            <translation>Tous les types</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Week</source>
            <translation>Semaine</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Year</source>
            <translation>Année</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Kind of period</source>
            <translation>Type de période</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>The period before</source>
            <translation>La période précédente</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>The period after</source>
            <translation>La période suivante</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Team</source>
            <translation>Équipe</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Orders behind the figure</source>
            <translation>OI derrière l'indicateur</translation>
        </message>
        <message>
            <location filename="../ui/figures/dock.py" />
            <source>Adds</source>
            <translation>Apporte</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_controller.py" />
            <source>Reading the overview</source>
            <translation>Lecture de la vue d'ensemble</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_page.py" />
            <source>Every skill that is needed is held by somebody at work.</source>
            <translation>Chaque compétence nécessaire est tenue par quelqu'un au travail.</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_page.py" />
            <source>Counters of each zone</source>
            <translation>Compteurs par zone</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_page.py" />
            <source>What will lack</source>
            <translation>Ce qui va manquer</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_page.py" />
            <source>Skills that nobody at work will hold:</source>
            <translation>Compétences que personne n'aura au travail :</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_page.py" />
            <location filename="../ui/readiness/dock.py" />
            <source>Notices</source>
            <translation>Déclarations</translation>
        </message>
        <message>
            <location filename="../ui/figures/overview_reader.py" />
            <source>Outside all zones</source>
            <translation>Hors de toute zone</translation>
        </message>
        <message>
            <location filename="../ui/figures/reader.py" />
            <source>Formula: {formula}</source>
            <translation>Formule : {formula}</translation>
        </message>
        <message>
            <location filename="../ui/figures/reader.py" />
            <source>Source: {source}</source>
            <translation>Source des données : {source}</translation>
        </message>
        <message>
            <location filename="../ui/figures/reader.py" />
            <source>Owner: {owner}</source>
            <translation>Responsable : {owner}</translation>
        </message>
        <message>
            <location filename="../ui/filter_menus.py" />
            <source>Show all</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <location filename="../ui/guide_controller.py" />
            <source>Help (F1)</source>
            <translation>Aide (F1)</translation>
        </message>
        <message>
            <location filename="../ui/guide_controller.py" />
            <source>Regard: user guide</source>
            <translation>Regard : guide de l'utilisateur</translation>
        </message>
        <message>
            <location filename="../ui/guide_controller.py" />
            <source>The page '{page}' of the user guide cannot be opened.</source>
            <translation>La page « {page} » du guide ne peut pas être ouverte.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/controller.py" />
            <source>Looking for the valves</source>
            <translation>Recherche des vannes</translation>
        </message>
        <message>
            <location filename="../ui/isolating/controller.py" />
            <source>Open a workspace first: its networks are looked at.</source>
            <translation>Ouvrez d'abord un espace de travail : ses réseaux sont examinés.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/controller.py" />
            <location filename="../ui/isolating/network_desk.py" />
            <source>Reading the networks</source>
            <translation>Lecture des réseaux</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>&lt;b&gt;{count}&lt;/b&gt; customers, &lt;b&gt;{sensitive}&lt;/b&gt; of them sensitive: they come first.</source>
            <translation>&lt;b&gt;{count}&lt;/b&gt; abonnés, dont &lt;b&gt;{sensitive}&lt;/b&gt; sensibles : ils viennent en premier.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Plans the messages of {order} to these customers; they wait until somebody sends them.</source>
            <translation>Prévoit les messages de {order} à ces abonnés ; ils attendent d'être envoyés par quelqu'un.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Told by</source>
            <translation>Prévenu par</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Customers without water</source>
            <translation>Abonnés sans eau</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Prepare the messages</source>
            <translation>Préparer les messages</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Save as CSV…</source>
            <translation>Enregistrer en CSV…</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <location filename="../ui/order_panel/history_rows.py" />
            <location filename="../ui/starting/dialog.py" />
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Tables (*.csv)</source>
            <translation>Tableaux (*.csv)</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>Store the cut on an order first: its messages go to these customers.</source>
            <translation>Enregistrez d'abord la coupure sur un ordre : ses messages vont à ces abonnés.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/customers_dialog.py" />
            <source>{file} could not be written: {error}</source>
            <translation>{file} n'a pas pu être écrit : {error}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>{count} layers are in the group “{name}”, on top of the others.</source>
            <translation>{count} couches sont dans le groupe « {name} », au-dessus des autres.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>Making layers</source>
            <translation>Création des couches</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>Storing the cut</source>
            <translation>Enregistrement de la coupure</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>Preparing the messages</source>
            <translation>Préparation des messages</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>Isolating</source>
            <translation>Isolement</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <location filename="../ui/isolating/cut_page.py" />
            <source>Cut of {asset}</source>
            <translation>Coupure de {asset}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>Saved: {file}</source>
            <translation>Enregistré : {file}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_acts.py" />
            <source>without {valves}</source>
            <translation>sans {valves}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>{valves} valves · {customers} customers · {hydrants} hydrants · {length} · {volume} m³</source>
            <translation>{valves} vannes · {customers} abonnés · {hydrants} poteaux d'incendie · {length} · {volume} m³</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>&lt;b&gt;▲ {count} more customers&lt;/b&gt; {against}</source>
            <translation>&lt;b&gt;▲ {count} abonnés de plus&lt;/b&gt; {against}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>no source is known to feed this place</source>
            <translation>aucune source connue n'alimente ce lieu</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>called unusable: the cut goes on to the next valves</source>
            <translation>dite inutilisable : la coupure va jusqu'aux vannes suivantes</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>no valve is left</source>
            <translation>plus aucune vanne</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>+ {customers} customers</source>
            <translation>+ {customers} abonnés</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>to close</source>
            <translation>à fermer</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>closed already</source>
            <translation>déjà fermée</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>{count} more delivery points lose water than before: tell their customers.</source>
            <translation>{count} points de livraison de plus perdent l'eau : prévenez leurs abonnés.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>{count} messages of {order} wait to be sent, the sensitive customers first.</source>
            <translation>{count} messages de {order} attendent d'être envoyés, les abonnés sensibles d'abord.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>than the stored cut of {order}</source>
            <translation>que la coupure enregistrée de {order}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>than with every valve</source>
            <translation>qu'avec toutes les vannes</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>This is now the cut of &lt;b&gt;{order}&lt;/b&gt;.</source>
            <translation>C'est maintenant la coupure de &lt;b&gt;{order}&lt;/b&gt;.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>&lt;b&gt;No source reached this place before the cut.&lt;/b&gt;</source>
            <translation>&lt;b&gt;Aucune source n'alimentait ce lieu avant la coupure.&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <location filename="../ui/order_pages.py" />
            <source>Customers without water: {count}</source>
            <translation>Abonnés sans eau : {count}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Hydrants out of service</source>
            <translation>Poteaux d'incendie hors service</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>Water comes from</source>
            <translation>L'eau vient de</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>Why these valves</source>
            <translation>Pourquoi ces vannes</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>({sensitive} sensitive)</source>
            <translation>(dont {sensitive} sensibles)</translation>
        </message>
        <message>
            <location filename="../ui/isolating/cut_page.py" />
            <source>and {count} more</source>
            <translation>et {count} autres</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Stores the cut on the selected order, with the valves that cannot be used.</source>
            <translation>Enregistre la coupure sur l'ordre choisi, avec les vannes inutilisables.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <location filename="../ui/order_dock.py" />
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>Cut</source>
            <translation>Coupure</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Note the unusable valves in the valve register</source>
            <translation>Noter les vannes inutilisables dans le registre des vannes</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Customers…</source>
            <translation>Abonnés…</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Keep as layers</source>
            <translation>Garder en couches</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Clear (Esc)</source>
            <translation>Effacer (Échap)</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>&lt;b&gt;Click a pipe on the map&lt;/b&gt;: the valves to close and whom that takes appear.</source>
            <translation>&lt;b&gt;Cliquez une canalisation sur la carte&lt;/b&gt; : les vannes à fermer et les abonnés touchés apparaissent.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Make it a cut</source>
            <translation>En faire une coupure</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Whom the cut takes</source>
            <translation>Qui la coupure touche</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>The customers cut off, with how to reach each, ready to be told.</source>
            <translation>Les abonnés coupés, avec le moyen de joindre chacun, prêts à être prévenus.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Turns mains, valves, customers and area into ordinary layers.</source>
            <translation>Transforme canalisations, vannes, abonnés et zone en couches ordinaires.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Select an order: the cut can be stored on it.</source>
            <translation>Choisissez un ordre : la coupure peut y être enregistrée.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/dock.py" />
            <source>Make it the cut of {order}</source>
            <translation>En faire la coupure de {order}</translation>
        </message>
        <message>
            <location filename="../ui/isolating/valves_list.py" />
            <source>Valves in the order of closing</source>
            <translation>Vannes dans l'ordre de fermeture</translation>
        </message>
        <message>
            <location filename="../ui/isolating/valves_list.py" />
            <source>Untick a valve that cannot be used (Space), or click on it on the map.</source>
            <translation>Décochez une vanne inutilisable (Espace), ou cliquez-la sur la carte.</translation>
        </message>
        <message>
            <location filename="../ui/isolating/valves_list.py" />
            <source>If it does not hold</source>
            <translation>Si elle ne tient pas</translation>
        </message>
        <message>
            <location filename="../ui/messages/controller.py" />
            <location filename="../ui/order_panel/controller.py" />
            <source>Writing a message</source>
            <translation>Rédaction d'un message</translation>
        </message>
        <message>
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_dock.py" />
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/window_commands.py" />
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <location filename="../ui/messages/dock.py" />
            <location filename="../ui/order_panel/message_rows.py" />
            <location filename="../ui/order_panel/notice_rows.py" />
            <location filename="../ui/order_panel/tables.py" />
            <source>Told</source>
            <translation>Prévenu</translation>
        </message>
        <message>
            <location filename="../ui/messages/dock.py" />
            <source>Nobody is to be told in the next days. Open an order, go to its messages and find whom to tell.</source>
            <translation>Personne n'est à prévenir dans les prochains jours. Ouvrez un ordre, allez à ses messages et établissez qui prévenir.</translation>
        </message>
        <message>
            <location filename="../ui/messages/reader.py" />
            <source>to tell</source>
            <translation>à prévenir</translation>
        </message>
        <message>
            <location filename="../ui/messages/reader.py" />
            <source>told</source>
            <translation>prévenus</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Rules of</source>
            <translation>Règles du</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>{distance} m, class {accuracy}</source>
            <translation>{distance} m, classe {accuracy}</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Excavation of {area} m²</source>
            <translation>Fouille de {area} m²</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Earliest legal start</source>
            <translation>Début légal au plus tôt</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Start before</source>
            <translation>Début au plus tard</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <location filename="../ui/order_panel/notice_rows.py" />
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>sensitive</source>
            <translation>sensible</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Networks near the dig: {count}</source>
            <translation>Réseaux près de la fouille : {count}</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>No known network near the dig. Consult the operators all the same.</source>
            <translation>Aucun réseau connu près de la fouille. Consultez tout de même les exploitants.</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>This work does not dig.</source>
            <translation>Cette intervention ne comporte pas de terrassement.</translation>
        </message>
        <message>
            <location filename="../ui/networks_page.py" />
            <source>Farther away, to consult: {operators}</source>
            <translation>Plus loin, à consulter : {operators}</translation>
        </message>
        <message>
            <location filename="../ui/order_controller.py" />
            <location filename="../ui/splitting/controller.py" />
            <source>Reading an order</source>
            <translation>Lecture d'un ordre</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Select an order in the list or on the map to see what was found for it.</source>
            <translation>Sélectionnez un ordre dans la liste ou sur la carte pour voir ce qui a été trouvé pour lui.</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Networks and notices</source>
            <translation>Réseaux et déclarations</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Messages ({count})</source>
            <translation>Messages ({count})</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Cut ({count})</source>
            <translation>Coupure ({count})</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Networks ({count})</source>
            <translation>Réseaux ({count})</translation>
        </message>
        <message>
            <location filename="../ui/order_dock.py" />
            <source>Resources</source>
            <translation>Moyens</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>{role} &lt;b&gt;{asset}&lt;/b&gt;, {distance} from the call</source>
            <translation>{role} &lt;b&gt;{asset}&lt;/b&gt;, à {distance} de l'appel</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Out of service: tell the fire service and the mayor.</source>
            <translation>Hors service : prévenez les pompiers et le maire.</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>{score} points: {factors}</source>
            <translation>{score} points : {factors}</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>none within reach: place the order on the map</source>
            <translation>aucun à portée : placez l'ordre sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>{time}, one agent</source>
            <translation>{time}, un agent</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>{time}, {crew} agents at once</source>
            <translation>{time}, {crew} agents à la fois</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Sewer upstream</source>
            <translation>Réseau amont</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Sewer downstream</source>
            <translation>Réseau aval</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Already closed, keep shut: {valves}</source>
            <translation>Déjà fermées, à laisser fermées : {valves}</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>No plan holds this order yet. Run &lt;b&gt;Plan&lt;/b&gt; from the toolbar.</source>
            <translation>Aucun planning ne contient encore cet ordre. Lancez &lt;b&gt;Planifier&lt;/b&gt; dans la barre d'outils.</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Each of the crew</source>
            <translation>Chacun de l'équipe</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Judged by the rules: {version}</source>
            <translation>Jugé selon les règles : {version}</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Fire hydrants</source>
            <translation>Poteaux et bouches d'incendie</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Stop</source>
            <translation>Arrêt</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Way there</source>
            <translation>Trajet</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>nothing aggravating</source>
            <translation>aucun facteur aggravant</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>{pipes} pipes, {length}, {customers} connections</source>
            <translation>{pipes} tronçons, {length}, {customers} branchements</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Flow</source>
            <translation>Écoulement</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>sensitive: warn first</source>
            <translation>sensible : à prévenir d'abord</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Not planned, and why</source>
            <translation>Non planifié, et pourquoi</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Hazards</source>
            <translation>Dangers</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>No source reaches this place: it is dry already.</source>
            <translation>Aucune source n'alimente ce lieu : il est déjà à sec.</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>Isolated</source>
            <translation>Isolé</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <source>Mains</source>
            <translation>Canalisations</translation>
        </message>
        <message>
            <location filename="../ui/order_pages.py" />
            <source>number {number} of the tour</source>
            <translation>n° {number} de la tournée</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/controller.py" />
            <source>Reading what can be done</source>
            <translation>Lecture de ce qui peut être fait</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>{told} of {count} told</source>
            <translation>{told} sur {count} prévenus</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>All told that the water is back</source>
            <translation>Tous prévenus du retour de l'eau</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>fire service not told</source>
            <translation>pompiers non prévenus</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>in service, told</source>
            <translation>en service, prévenus</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>out of service, told</source>
            <translation>hors service, prévenus</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>Told: out of service</source>
            <translation>Prévenus : hors service</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>Told: back in service</source>
            <translation>Prévenus : remis en service</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>Water is back</source>
            <translation>Retour de l'eau</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/cut_rows.py" />
            <source>Hydrant {hydrant}</source>
            <translation>Poteau {hydrant}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Undo this</source>
            <translation>Annuler cela</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Put off</source>
            <translation>Reporter</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Dispatch</source>
            <translation>Envoyer à l'équipe</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Work has begun</source>
            <translation>Travail commencé</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Work is done</source>
            <translation>Travail terminé</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Send back to correct</source>
            <translation>Renvoyer à corriger</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Suspend</source>
            <translation>Suspendre</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <location filename="../ui/planning/dialog.py" />
            <location filename="../ui/starting/progress_row.py" />
            <location filename="../ui/starting/server_dialog.py" />
            <location filename="../ui/starting/wizard.py" />
            <source>Cancel</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>Now</source>
            <translation>Maintenant</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/history_rows.py" />
            <source>{what} (undone)</source>
            <translation>{what} (annulé)</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Send to a subcontractor</source>
            <translation>Confier à un sous-traitant</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>none holds the skills</source>
            <translation>aucun n'a les habilitations</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <location filename="../ui/readiness/reader.py" />
            <source>ready</source>
            <translation>prêt</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Accepted</source>
            <translation>Accepté</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Refused</source>
            <translation>Refusé</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>{count} can make it</source>
            <translation>{count} peuvent le faire</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Subcontractor</source>
            <translation>Sous-traitant</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>own people</source>
            <translation>en régie</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>{company}, {price} €</source>
            <translation>{company}, {price} €</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Reply received</source>
            <translation>Réponse reçue</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>{addressee} told on {day}</source>
            <translation>{addressee} prévenu le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>What was replied</source>
            <translation>Ce qui a été répondu</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>Tell the {role}</source>
            <translation>Prévenir : {role}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/means_rows.py" />
            <source>sent, answer by {day}</source>
            <translation>envoyé, réponse avant le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>Find whom to tell</source>
            <translation>Établir qui prévenir</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>What was answered, or who was on the phone</source>
            <translation>Ce qui a été répondu, ou qui était au téléphone</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>No answer</source>
            <translation>Pas de réponse</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>Has not left</source>
            <translation>N'est pas parti</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>All of this kind told</source>
            <translation>Tous ceux de ce genre prévenus</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>Send the mails of this order</source>
            <translation>Envoyer les courriels de cet ordre</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/message_rows.py" />
            <source>{due}, late</source>
            <translation>{due}, en retard</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Number given by the teleservice</source>
            <translation>Numéro donné par le téléservice</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>What the company calls it</source>
            <translation>Nom que lui donne l'entreprise</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Day on which the operators had the letter, such as 2026-06-16</source>
            <translation>Jour de réception du courrier par les exploitants, par exemple 2026-06-16</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Day on which it measures on site, such as 2026-06-16</source>
            <translation>Jour du rendez-vous sur place, par exemple 2026-06-16</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Needs a permit</source>
            <translation>Il faut une autorisation</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Another notice</source>
            <translation>Autre avis</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Another permit</source>
            <translation>Autre autorisation</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Permits</source>
            <translation>Autorisations</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>none known to be needed</source>
            <translation>aucune requise à ce jour</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Notice sent</source>
            <translation>Déclaration envoyée</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Sent on paper</source>
            <translation>Envoyée sur papier</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Goes by the teleservice</source>
            <translation>Passera par le téléservice</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Goes on paper</source>
            <translation>Partira sur papier</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Who was called, or what became of the call</source>
            <translation>Qui a été appelé, ou l'issue de l'appel</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Asked for</source>
            <translation>Demandée</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Letter received</source>
            <translation>Courrier reçu</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>send by {day}</source>
            <translation>à envoyer au plus tard le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>expired on {day}</source>
            <translation>expirée le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>until {day}</source>
            <translation>jusqu'au {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Who answered, or the number of the answer</source>
            <translation>Qui a répondu, ou le numéro de la réponse</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Receipt confirmed</source>
            <translation>Récépissé reçu</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Appointment on site</source>
            <translation>Rendez-vous sur place</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Reminded</source>
            <translation>Relancé</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>told on {day}</source>
            <translation>prévenu le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>asked on {day}</source>
            <translation>demandée le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Granted</source>
            <translation>Accordée</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>from {moment}</source>
            <translation>dès {moment}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>start before {day}</source>
            <translation>commencer avant le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>No answer: in the zone</source>
            <translation>Sans réponse : dans l'emprise</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>granted on {day}</source>
            <translation>accordée le {day}</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>to be told</source>
            <translation>à informer</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>to ask for</source>
            <translation>à demander</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/notice_rows.py" />
            <source>Its number</source>
            <translation>Son numéro</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/reader.py" />
            <location filename="../ui/orders_dock.py" />
            <source>nobody yet</source>
            <translation>personne encore</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/reader.py" />
            <source>Nobody is to be told yet. Find whom to tell: the rules name the customers of the cut, the operators, the fire service and the town hall, and how to reach each.</source>
            <translation>Personne n'est encore à prévenir. Établir qui prévenir : les règles nomment les clients de la coupure, les exploitants, les pompiers et la mairie, et comment joindre chacun.</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/reader.py" />
            <location filename="../ui/planning/dialog.py" />
            <source>All</source>
            <translation>Tous</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/reader.py" />
            <source>{count} to tell</source>
            <translation>{count} à prévenir</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>More</source>
            <translation>Précisions</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>To tell about the cut</source>
            <translation>À dire de la coupure</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>Nobody has to be told: this order shuts off neither customers nor hydrants.</source>
            <translation>Personne n'est à prévenir : cet ordre ne coupe ni client ni poteau.</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>Who or what</source>
            <translation>Qui ou quoi</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>Notice, operators and permits</source>
            <translation>Déclaration, exploitants et autorisations</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>No notice and no permit is needed: the work does not dig.</source>
            <translation>Ni déclaration ni autorisation : les travaux ne fouillent pas.</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <location filename="../ui/starting/means_page.py" />
            <source>People and means</source>
            <translation>Personnes et moyens</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>Its day is over: nothing has to be got ready any more.</source>
            <translation>Son jour est passé : plus rien n'est à préparer.</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>The messages are being read…</source>
            <translation>Lecture des messages…</translation>
        </message>
        <message>
            <location filename="../ui/order_panel/tables.py" />
            <source>The history is being read…</source>
            <translation>Lecture de l'historique…</translation>
        </message>
        <message>
            <location filename="../ui/order_photos.py" />
            <source>Photos ({count})</source>
            <translation>Photos : {count}</translation>
        </message>
        <message>
            <location filename="../ui/order_photos.py" />
            <source>{photo}: not in the folder of attachments</source>
            <translation>{photo} : absente du dossier des pièces jointes</translation>
        </message>
        <message>
            <location filename="../ui/orders_controller.py" />
            <source>Reading the orders</source>
            <translation>Lecture des ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Open a workspace…</source>
            <translation>Ouvrir un espace de travail…</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/starting/dialog.py" />
            <location filename="../ui/window_commands.py" />
            <source>Open the demo town</source>
            <translation>Ouvrir la ville de démonstration</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>overdue</source>
            <translation>en retard</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <location filename="../ui/readiness/reader.py" />
            <source>today</source>
            <translation>aujourd'hui</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>later</source>
            <translation>plus tard</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Search number, work, address, agent…</source>
            <translation>Rechercher numéro, intervention, adresse, agent…</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Search orders</source>
            <translation>Rechercher des ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Group orders</source>
            <translation>Regrouper les ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Sort orders</source>
            <translation>Trier les ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>&lt;b&gt;No workspace is open.&lt;/b&gt;</source>
            <translation>&lt;b&gt;Aucun espace de travail n'est ouvert.&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Open a workspace to see its orders, tours and networks on the map, or look at the demo town.</source>
            <translation>Ouvrez un espace de travail pour voir ses ordres, ses tournées et ses réseaux sur la carte, ou découvrez la ville de démonstration.</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>&lt;b&gt;This workspace has no orders yet.&lt;/b&gt;&lt;br&gt;Import the day's requests with &lt;code&gt;regard requests import&lt;/code&gt;, then refresh.</source>
            <translation>&lt;b&gt;Cet espace de travail n'a pas encore d'ordres.&lt;/b&gt;&lt;br&gt;Importez les demandes du jour avec &lt;code&gt;regard requests import&lt;/code&gt;, puis actualisez.</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Only what is planned, due or expected on this day</source>
            <translation>Seulement ce qui est planifié, dû ou attendu ce jour-là</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>by priority</source>
            <translation>par priorité</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>by state</source>
            <translation>par état</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>by agent</source>
            <translation>par agent</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>by zone</source>
            <translation>par zone</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>ungrouped</source>
            <translation>sans regroupement</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>deadline first</source>
            <translation>échéance d'abord</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>start first</source>
            <translation>début d'abord</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>priority first</source>
            <translation>priorité d'abord</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>number</source>
            <translation>numéro</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>Reading the orders…</source>
            <translation>Lecture des ordres…</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>without a zone</source>
            <translation>sans zone</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>{total} orders</source>
            <translation>{total} ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>{shown} of {total} orders</source>
            <translation>{shown} ordres sur {total}</translation>
        </message>
        <message>
            <location filename="../ui/orders_dock.py" />
            <source>no notice needed</source>
            <translation>aucune déclaration requise</translation>
        </message>
        <message>
            <location filename="../ui/orders_model.py" />
            <source>All orders</source>
            <translation>Tous les ordres</translation>
        </message>
        <message>
            <location filename="../ui/orders_model.py" />
            <source>Not planned</source>
            <translation>Non planifiés</translation>
        </message>
        <message>
            <location filename="../ui/orders_model.py" />
            <source>Without a zone</source>
            <translation>Sans zone</translation>
        </message>
        <message>
            <location filename="../ui/orders_model.py" />
            <source>Due {moment}</source>
            <translation>Échéance {moment}</translation>
        </message>
        <message>
            <location filename="../ui/panels.py" />
            <source>Reading what the coming days lack</source>
            <translation>Lecture de ce qui manque aux prochains jours</translation>
        </message>
        <message>
            <location filename="../ui/panels.py" />
            <source>Reading the messages</source>
            <translation>Lecture des messages</translation>
        </message>
        <message>
            <location filename="../ui/panels.py" />
            <source>Reading the changes of assets</source>
            <translation>Lecture des modifications d'ouvrages</translation>
        </message>
        <message>
            <location filename="../ui/planning/agents_tree.py" />
            <source>Agents to plan</source>
            <translation>Agents à planifier</translation>
        </message>
        <message>
            <location filename="../ui/planning/agents_tree.py" />
            <location filename="../ui/planning/plan_page.py" />
            <source>no zone</source>
            <translation>sans secteur</translation>
        </message>
        <message>
            <location filename="../ui/planning/changes_list.py" />
            <source>Orders that the plan changes</source>
            <translation>Ordres modifiés par le planning</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Planning the tours</source>
            <translation>Planification des tournées</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Checking the ticked orders</source>
            <translation>Vérification des ordres cochés</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Storing the plan</source>
            <translation>Enregistrement du planning</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Rejected: the plan in force stays as it is.</source>
            <translation>Rejeté : le planning en vigueur reste tel quel.</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Undoing…</source>
            <translation>Annulation…</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Open a workspace first: its orders are planned.</source>
            <translation>Ouvrez d'abord un espace de travail : ses ordres sont planifiés.</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Reading who can be planned…</source>
            <translation>Lecture des agents à planifier…</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Reading who can be planned</source>
            <translation>Lecture des agents à planifier</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>&lt;b&gt;No agents yet.&lt;/b&gt; Import them first.</source>
            <translation>&lt;b&gt;Pas encore d'agents.&lt;/b&gt; Importez-les d'abord.</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>Nothing was stored.</source>
            <translation>Rien n'a été enregistré.</translation>
        </message>
        <message>
            <location filename="../ui/planning/controller.py" />
            <source>It was undone already.</source>
            <translation>C'est déjà annulé.</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Plan the tours</source>
            <translation>Planifier les tournées</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Plan (Ctrl+Enter)</source>
            <translation>Planifier (Ctrl+Entrée)</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Stop and keep the best</source>
            <translation>Arrêter et garder le meilleur</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Choose what to plan, then &lt;b&gt;Plan&lt;/b&gt;. Nothing is stored before you accept it.</source>
            <translation>Choisissez ce qui est à planifier, puis &lt;b&gt;Planifier&lt;/b&gt;. Rien n'est enregistré avant que vous l'acceptiez.</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Search at most</source>
            <translation>Chercher au plus</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>Those who are not ticked keep the stops that they have, and get no more.</source>
            <translation>Ceux qui ne sont pas cochés gardent leurs arrêts et n'en reçoivent pas d'autres.</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>What counts</source>
            <translation>Ce qui compte</translation>
        </message>
        <message>
            <location filename="../ui/planning/dialog.py" />
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Plan &lt;b&gt;{plan}&lt;/b&gt; is in force, with {count} changed orders. Board and map show it.</source>
            <translation>Le planning &lt;b&gt;{plan}&lt;/b&gt; est en vigueur, avec {count} ordres modifiés. Le tableau et la carte le montrent.</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Reading orders, people and roads…</source>
            <translation>Lecture des ordres, des agents et des routes…</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>✔ The ticked orders can be taken without the others.</source>
            <translation>✔ Les ordres cochés peuvent être repris sans les autres.</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Stops planned</source>
            <translation>Arrêts planifiés</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Stops left out</source>
            <translation>Arrêts laissés de côté</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>On the road</source>
            <translation>Sur la route</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Orders planned</source>
            <translation>Ordres planifiés</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>Orders left out</source>
            <translation>Ordres laissés de côté</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Orders late</source>
            <translation>Ordres en retard</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Kilometres</source>
            <translation>Kilomètres</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Mean load of a shift, min</source>
            <translation>Charge moyenne d'une journée, min</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Spread of the loads, min</source>
            <translation>Écart entre les charges, min</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Cost by these weights, min</source>
            <translation>Coût selon ces poids, min</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>&lt;b&gt;✖ Not without others&lt;/b&gt;: {reasons}</source>
            <translation>&lt;b&gt;✖ Pas sans d'autres&lt;/b&gt; : {reasons}</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>better</source>
            <translation>mieux</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>worse</source>
            <translation>moins bien</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Together with {count} others it works out.</source>
            <translation>Avec {count} autres, c'est possible.</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>There is no plan of exactly these days yet: everything is new.</source>
            <translation>Il n'y a pas encore de planning de ces jours précisément : tout est nouveau.</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>To heed</source>
            <translation>À noter</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Mean load in {zone}, min</source>
            <translation>Charge moyenne, {zone}, min</translation>
        </message>
        <message>
            <location filename="../ui/planning/plan_page.py" />
            <source>Together with {orders} it works out.</source>
            <translation>Avec {orders}, c'est possible.</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>&lt;b&gt;No place was found for the orders left out&lt;/b&gt; (number: {count}): the plan stays as it is. &lt;i&gt;Why not planned?&lt;/i&gt; on the board tells the reasons.</source>
            <translation>&lt;b&gt;Aucune place trouvée pour les ordres non planifiés&lt;/b&gt; (nombre : {count}) : le plan reste tel quel. &lt;i&gt;Pourquoi pas planifiée ?&lt;/i&gt; sur le planning donne les raisons.</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>&lt;b&gt;Nothing better was found&lt;/b&gt;: the plan stays as it is.</source>
            <translation>&lt;b&gt;Rien de mieux n'a été trouvé&lt;/b&gt; : le planning reste tel quel.</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>Tick these too</source>
            <translation>Les cocher aussi</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>Accept all</source>
            <translation>Tout accepter</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>Accept the ticked orders</source>
            <translation>Accepter les ordres cochés</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <location filename="../ui/reviewing/acts.py" />
            <source>Reject</source>
            <translation>Rejeter</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>Storing the plan…</source>
            <translation>Enregistrement du planning…</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>Before and after</source>
            <translation>Avant et après</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>No order is ticked.</source>
            <translation>Aucun ordre n'est coché.</translation>
        </message>
        <message>
            <location filename="../ui/planning/result_page.py" />
            <source>{count} orders change. Untick those that stay as they are.</source>
            <translation>{count} ordres changent. Décochez ceux qui restent tels quels.</translation>
        </message>
        <message>
            <location filename="../ui/planning/weights_form.py" />
            <source>Being late</source>
            <translation>Retard</translation>
        </message>
        <message>
            <location filename="../ui/planning/weights_form.py" />
            <source>Uneven load</source>
            <translation>Charge inégale</translation>
        </message>
        <message>
            <location filename="../ui/planning/weights_form.py" />
            <source>not weighed</source>
            <translation>non compté</translation>
        </message>
        <message>
            <location filename="../ui/readiness/dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Notices and readiness</source>
            <translation>Déclarations et préparation</translation>
        </message>
        <message>
            <location filename="../ui/readiness/dock.py" />
            <source>Readiness</source>
            <translation>Préparation</translation>
        </message>
        <message>
            <location filename="../ui/readiness/dock.py" />
            <source>No order of the next ten days is shown. Qualify requests or plan, or lift the filter.</source>
            <translation>Aucun ordre des dix prochains jours n'est montré. Qualifiez des demandes ou planifiez, ou levez le filtre.</translation>
        </message>
        <message>
            <location filename="../ui/readiness/dock.py" />
            <source>Expires</source>
            <translation>Expire</translation>
        </message>
        <message>
            <location filename="../ui/readiness/dock.py" />
            <source>No order that digs waits for a notice.</source>
            <translation>Aucun ordre avec fouille n'attend de déclaration.</translation>
        </message>
        <message>
            <location filename="../ui/readiness/reader.py" />
            <source>at risk</source>
            <translation>à risque</translation>
        </message>
        <message>
            <location filename="../ui/readiness/reader.py" />
            <source>there is time</source>
            <translation>il reste du temps</translation>
        </message>
        <message>
            <location filename="../ui/readiness/reader.py" />
            <source>D-{days}</source>
            <translation>J-{days}</translation>
        </message>
        <message>
            <location filename="../ui/readiness/reader.py" />
            <source>{day}, not planned</source>
            <translation>{day}, non planifié</translation>
        </message>
        <message>
            <location filename="../ui/reporter.py" />
            <source>Python libraries are missing: {names}. Install the plugin QPIP, or run: {command} — then start QGIS again. What needs them is greyed.</source>
            <translation>Il manque des bibliothèques Python : {names}. Installez l'extension QPIP, ou lancez : {command} — puis redémarrez QGIS. Les commandes concernées sont grisées.</translation>
        </message>
        <message>
            <location filename="../ui/reporter.py" />
            <source>Something went wrong ({error}). The details are in the message log, tab Regard.</source>
            <translation>Une erreur s'est produite ({error}). Les détails sont dans le journal des messages, onglet Regard.</translation>
        </message>
        <message>
            <location filename="../ui/reporter.py" />
            <source>found {version}</source>
            <translation>version trouvée : {version}</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>Accept</source>
            <translation>Accepter</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>Accept all the safe ones</source>
            <translation>Accepter toutes les sûres</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>Take back</source>
            <translation>Annuler l'acceptation</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>attribute=value</source>
            <translation>attribut=valeur</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>Correct on the map</source>
            <translation>Corriger sur la carte</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/acts.py" />
            <source>What the agent is told</source>
            <translation>Ce que l'on dit à l'agent</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/controller.py" />
            <source>Looking at a change</source>
            <translation>Examen d'une modification</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <location filename="../ui/window_commands.py" />
            <source>Asset changes</source>
            <translation>Modifications d'ouvrages</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <source>Worked on</source>
            <translation>Travaux du</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <source>Changes that wait</source>
            <translation>Modifications en attente</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <source>No change of an asset waits. Closing orders proposes them; or lift the filter.</source>
            <translation>Aucune modification d'ouvrage n'attend. La clôture des ordres en propose ; ou levez le filtre.</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <source>Changes decided</source>
            <translation>Modifications décidées</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/dock.py" />
            <source>No change of an asset was accepted or rejected yet.</source>
            <translation>Aucune modification d'ouvrage n'a encore été acceptée ou refusée.</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/reader.py" />
            <source>older than a week</source>
            <translation>plus d'une semaine</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/reader.py" />
            <source>Safe: may be accepted with the others.</source>
            <translation>Sûre : peut être acceptée avec les autres.</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/reader.py" />
            <source>Photos: {names}</source>
            <translation>Photos : {names}</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/redrawing.py" />
            <source>Click where it is; Escape leaves it.</source>
            <translation>Cliquez là où c’est ; Échap n’y change rien.</translation>
        </message>
        <message>
            <location filename="../ui/reviewing/redrawing.py" />
            <source>Drag its vertices; a press on the line adds one, Backspace takes it away, Enter ends, Escape leaves it as it was.</source>
            <translation>Faites glisser ses sommets ; appuyer sur la ligne en ajoute un, Retour arrière l’enlève, Entrée termine, Échap la laisse telle quelle.</translation>
        </message>
        <message>
            <location filename="../ui/searching/controller.py" />
            <source>{what} has no place on the map.</source>
            <translation>{what} n'a pas de lieu sur la carte.</translation>
        </message>
        <message>
            <location filename="../ui/searching/locator.py" />
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Requests</source>
            <translation>Demandes</translation>
        </message>
        <message>
            <location filename="../ui/searching/locator.py" />
            <source>Addresses</source>
            <translation>Adresses</translation>
        </message>
        <message>
            <location filename="../ui/searching/locator.py" />
            <source>Regard: orders, addresses, customers, assets, agents</source>
            <translation>Regard : ordres, adresses, clients, ouvrages, agents</translation>
        </message>
        <message>
            <location filename="../ui/splitting/controller.py" />
            <source>Splitting an order</source>
            <translation>Scission d'un OI</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Minutes of part {number}</source>
            <translation>Minutes de la partie {number}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Quantity of part {number}</source>
            <translation>Quantité de la partie {number}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Phase of part {number}</source>
            <translation>Phase de la partie {number}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Each part &amp;after the one before it</source>
            <translation>Chaque partie &amp;après la précédente</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>One &amp;water cut for all, on one day</source>
            <translation>Une seule &amp;coupure d'eau pour toutes, le même jour</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>What that would make</source>
            <translation>Ce que cela donnerait</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>&amp;Split</source>
            <translation>&amp;Scinder</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>&amp;Parts</source>
            <translation>&amp;Parties</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>&amp;Material with</source>
            <translation>&amp;Matériel avec</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Split</source>
            <translation>Scinder</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>by duration</source>
            <translation>par durée</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>by day: a night between two parts</source>
            <translation>par jour : une nuit entre deux parties</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>by quantity: the minutes follow</source>
            <translation>par quantité : les minutes suivent</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>by phase of the work</source>
            <translation>par phase des travaux</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Split {order}</source>
            <translation>Scinder {order}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>part {number}</source>
            <translation>la partie {number}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>up to: {step}</source>
            <translation>jusqu'à : {step}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/dialog.py" />
            <source>Part {number}</source>
            <translation>Partie {number}</translation>
        </message>
        <message>
            <location filename="../ui/splitting/form.py" />
            <source>Each part starts after the end of the one before it.</source>
            <translation>Chaque partie commence après la fin de la précédente.</translation>
        </message>
        <message>
            <location filename="../ui/splitting/form.py" />
            <source>In any order.</source>
            <translation>Dans un ordre quelconque.</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Go back and correct it; nothing was written.</source>
            <translation>Revenez en arrière et corrigez ; rien n'a été écrit.</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>What comes in</source>
            <translation>Ce qui est importé</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>A trial: nothing is written yet. Defects can be mended later, in your layers.</source>
            <translation>Un essai : rien n'est encore écrit. Les défauts pourront être corrigés plus tard, dans vos couches.</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Trying the import</source>
            <translation>Essai de l'import</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>The import could not be tried.</source>
            <translation>L'import n'a pas pu être essayé.</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Comes in</source>
            <translation>Est importé</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Rows that need a look</source>
            <translation>Lignes à vérifier</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Remarks</source>
            <translation>Remarques</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>The worst of them</source>
            <translation>Les plus graves</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Is transformed from</source>
            <translation>Est converti depuis</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>Defects of the network</source>
            <translation>Défauts du réseau</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <source>No defect was found in the network.</source>
            <translation>Aucun défaut n'a été trouvé dans le réseau.</translation>
        </message>
        <message>
            <location filename="../ui/starting/check_page.py" />
            <location filename="../ui/starting/roles_page.py" />
            <source>Cancelled. Go back and choose again.</source>
            <translation>Annulé. Revenez en arrière et choisissez de nouveau.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>OpenStreetMap extracts (*.osm.pbf *.osm)</source>
            <translation>Extraits OpenStreetMap (*.osm.pbf *.osm)</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Open a workspace</source>
            <translation>Ouvrir un espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <location filename="../ui/starting/place_page.py" />
            <source>Workspaces (*.gpkg)</source>
            <translation>Espaces de travail (*.gpkg)</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>This copy of Regard carries no demo town. It can be built from an OpenStreetMap extract of a small town (.osm.pbf, a few square kilometres); it takes about a minute.</source>
            <translation>Cet exemplaire de Regard ne contient pas la ville de démonstration. Elle peut être construite à partir d'un extrait OpenStreetMap d'une petite ville (.osm.pbf, quelques kilomètres carrés) ; cela prend environ une minute.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>OpenStreetMap extract</source>
            <translation>Extrait OpenStreetMap</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Building the demo town</source>
            <translation>Construction de la ville de démonstration</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>The workspace is up to date.</source>
            <translation>L'espace de travail est à jour.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Bringing the workspace up to date</source>
            <translation>Mise à jour de l'espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <location filename="../ui/starting/server_dialog.py" />
            <source>Without the master password of QGIS nobody can be logged in.</source>
            <translation>Sans le mot de passe principal de QGIS, personne ne peut être connecté.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Choose an extract…</source>
            <translation>Choisir un extrait…</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>It could not be opened.</source>
            <translation>Il n'a pas pu être ouvert.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>The workspace is up to date; as it was, it is kept in {file}.</source>
            <translation>L'espace de travail est à jour ; son état antérieur est conservé dans {file}.</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Opening {name}</source>
            <translation>Ouverture de {name}</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Bring it up to date</source>
            <translation>Le mettre à jour</translation>
        </message>
        <message>
            <location filename="../ui/starting/controller.py" />
            <source>Copying the demo town</source>
            <translation>Copie de la ville de démonstration</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>Regard: begin</source>
            <translation>Regard : commencer</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>A day with calls, tours and cuts.</source>
            <translation>Une journée avec appels, tournées et coupures.</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>Open a workspace file…</source>
            <translation>Ouvrir un espace de travail dans un fichier…</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>A GeoPackage made by Regard, for one person.</source>
            <translation>Un GeoPackage fait par Regard, pour une personne.</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>Open a workspace on a server…</source>
            <translation>Ouvrir un espace de travail sur un serveur…</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>PostgreSQL, for a team: a connection of QGIS.</source>
            <translation>PostgreSQL, pour une équipe : une connexion de QGIS.</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>Make a new workspace…</source>
            <translation>Créer un espace de travail…</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>From the layers of your own network, step by step.</source>
            <translation>À partir des couches de votre réseau, pas à pas.</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>Recent workspaces</source>
            <translation>Espaces de travail récents</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>None yet.</source>
            <translation>Aucun pour l'instant.</translation>
        </message>
        <message>
            <location filename="../ui/starting/dialog.py" />
            <source>&lt;b&gt;Recent workspaces&lt;/b&gt;</source>
            <translation>&lt;b&gt;Espaces de travail récents&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Roads (*.osm.pbf *.osm *.graphml *.gpkg)</source>
            <translation>Routes (*.osm.pbf *.osm *.graphml *.gpkg)</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Roads and people</source>
            <translation>Routes et personnes</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Both can come later; without roads, journeys are reckoned in straight lines.</source>
            <translation>Les deux peuvent venir plus tard ; sans routes, les trajets sont comptés à vol d'oiseau.</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <location filename="../ui/starting/source_page.py" />
            <source>File…</source>
            <translation>Fichier…</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <location filename="../ui/starting/source_page.py" />
            <source>Folder…</source>
            <translation>Dossier…</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Roads</source>
            <translation>Voirie</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>OpenStreetMap extract of the region (.osm.pbf)</source>
            <translation>Extrait OpenStreetMap de la région (.osm.pbf)</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Folder with depots.csv, agents.csv, zones.gpkg…</source>
            <translation>Dossier contenant depots.csv, agents.csv, zones.gpkg…</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Cancelled: nothing was made.</source>
            <translation>Annulé : rien n'a été créé.</translation>
        </message>
        <message>
            <location filename="../ui/starting/means_page.py" />
            <source>Something went wrong; nothing was made.</source>
            <translation>Quelque chose s'est mal passé ; rien n'a été créé.</translation>
        </message>
        <message>
            <location filename="../ui/starting/opening.py" />
            <source>&lt;b&gt;{name}&lt;/b&gt; is not there any more. Was it moved, renamed or deleted?&lt;br&gt;{place}</source>
            <translation>&lt;b&gt;{name}&lt;/b&gt; n'est plus là. A-t-il été déplacé, renommé ou supprimé ?&lt;br&gt;{place}</translation>
        </message>
        <message>
            <location filename="../ui/starting/opening.py" />
            <source>&lt;b&gt;{name}&lt;/b&gt; is not a workspace of Regard. If it holds your network, choose “Make a new workspace” and give it there.&lt;br&gt;{place}</source>
            <translation>&lt;b&gt;{name}&lt;/b&gt; n'est pas un espace de travail de Regard. S'il contient votre réseau, choisissez « Créer un espace de travail » et indiquez-le là.&lt;br&gt;{place}</translation>
        </message>
        <message>
            <location filename="../ui/starting/opening.py" />
            <source>&lt;b&gt;{name}&lt;/b&gt; was made by another version of Regard. It can be brought up to date; of a file a copy is kept first.&lt;br&gt;{place}</source>
            <translation>&lt;b&gt;{name}&lt;/b&gt; a été fait par une autre version de Regard. Il peut être mis à jour ; une copie du fichier est d'abord conservée.&lt;br&gt;{place}</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Mail server of the open workspace</source>
            <translation>Serveur de messagerie de l'espace de travail ouvert</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Keeping the mail server</source>
            <translation>Enregistrement du serveur de messagerie</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Reading the mail server</source>
            <translation>Lecture du serveur de messagerie</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>The password is kept encrypted by QGIS, never in the workspace.</source>
            <translation>Le mot de passe est gardé chiffré par QGIS, jamais dans l'espace de travail.</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>General</source>
            <translation>Général</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>When QGIS starts</source>
            <translation>Au démarrage de QGIS</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Open a workspace to see its mail server.</source>
            <translation>Ouvrez un espace de travail pour voir son serveur de messagerie.</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>open the workspace of last time</source>
            <translation>ouvrir l'espace de travail de la dernière fois</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>ask what to open</source>
            <translation>demander quoi ouvrir</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>encrypted after the greeting (STARTTLS)</source>
            <translation>chiffrée après l'accueil (STARTTLS)</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>encrypted from the start (TLS)</source>
            <translation>chiffrée dès le début (TLS)</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>not encrypted</source>
            <translation>non chiffrée</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Port</source>
            <translation>Numéro de port</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <location filename="../ui/starting/server_dialog.py" />
            <source>Connection</source>
            <translation>Connexion</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>User</source>
            <translation>Utilisateur</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>Sender</source>
            <translation>Expéditeur</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>The mail server is kept in the workspace.</source>
            <translation>Le serveur de messagerie est enregistré dans l'espace de travail.</translation>
        </message>
        <message>
            <location filename="../ui/starting/options_page.py" />
            <source>as QGIS: {locale} (General options)</source>
            <translation>celle de QGIS : {locale} (options générales)</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>A file is for one person; on a server a team works at the same time.</source>
            <translation>Un fichier sert à une personne ; sur un serveur, une équipe travaille en même temps.</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>In a file</source>
            <translation>Dans un fichier</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>On a server</source>
            <translation>Sur un serveur</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>Browse…</source>
            <translation>Parcourir…</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>Choose a connection…</source>
            <translation>Choisir une connexion…</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>None chosen yet.</source>
            <translation>Aucune n'est choisie.</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>There is a file of that name already; choose another name.</source>
            <translation>Il y a déjà un fichier de ce nom ; choisissez-en un autre.</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>There is no such folder.</source>
            <translation>Ce dossier n'existe pas.</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <location filename="../ui/starting/wizard.py" />
            <source>A new workspace</source>
            <translation>Un nouvel espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>File of the workspace</source>
            <translation>Fichier de l'espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>…/valmont.gpkg</source>
            <translation>…/mon_service.gpkg</translation>
        </message>
        <message>
            <location filename="../ui/starting/place_page.py" />
            <source>Coordinate system (in metres)</source>
            <translation>Système de coordonnées (en mètres)</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>left out</source>
            <translation>laissée de côté</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>What it is</source>
            <translation>Ce que c'est</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Check the role of each layer, and beneath where its columns come from.</source>
            <translation>Vérifiez le rôle de chaque couche et, dessous, d'où viennent ses colonnes.</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Reading the layers</source>
            <translation>Lecture des couches</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Recognised: {standards}. Layers of other names are left out.</source>
            <translation>Reconnu : {standards}. Les couches d'autres noms sont laissées de côté.</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>(none)</source>
            <translation>(aucune)</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>No known standard: the roles and columns beneath are guesses. Check them.</source>
            <translation>Aucun standard connu : les rôles et les colonnes ci-dessous sont des suppositions. Vérifiez-les.</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>The layers could not be read.</source>
            <translation>Les couches n'ont pas pu être lues.</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Columns known: {count}</source>
            <translation>Colonnes connues : {count}</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Wanted</source>
            <translation>Attendu</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>Column of the layer</source>
            <translation>Colonne de la couche</translation>
        </message>
        <message>
            <location filename="../ui/starting/roles_page.py" />
            <source>not used:</source>
            <translation>non utilisées :</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Connections of QGIS…</source>
            <translation>Connexions de QGIS…</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Look</source>
            <translation>Regarder</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>There is a workspace in this schema already.</source>
            <translation>Il y a déjà un espace de travail dans ce schéma.</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>A schema is named by small letters, digits and underscores, beginning with a letter.</source>
            <translation>Un schéma se nomme avec des minuscules, des chiffres et des tirets bas, en commençant par une lettre.</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Workspaces</source>
            <translation>Espaces de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>A new workspace on a server</source>
            <translation>Un nouvel espace de travail sur un serveur</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Open a workspace on a server</source>
            <translation>Ouvrir un espace de travail sur un serveur</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>QGIS knows no PostgreSQL connection yet. Make one: it keeps the password encrypted.</source>
            <translation>QGIS ne connaît encore aucune connexion PostgreSQL. Créez-en une : il garde le mot de passe chiffré.</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>The server could not be looked at.</source>
            <translation>Le serveur n'a pas pu être lu.</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>New schema</source>
            <translation>Nouveau schéma</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Take this place</source>
            <translation>Prendre cet emplacement</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>Looking at {name}</source>
            <translation>Lecture de {name}</translation>
        </message>
        <message>
            <location filename="../ui/starting/server_dialog.py" />
            <source>No workspace is there that you may open. “Make a new workspace” can put one there.</source>
            <translation>Aucun espace de travail que vous puissiez ouvrir ne s'y trouve. « Créer un espace de travail » peut en mettre un là.</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>Layers (*.gpkg *.shp *.geojson *.json *.fgb *.sqlite)</source>
            <translation>Couches (*.gpkg *.shp *.geojson *.json *.fgb *.sqlite)</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>Your network</source>
            <translation>Votre réseau</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>Water mains, valves, sewers… in StaR-Eau, RAEPA or any layout of your own.</source>
            <translation>Canalisations, vannes, égouts… en StaR-Eau, RAEPA ou toute structure qui vous est propre.</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>A file, or a folder of files (GeoPackage, shapefile, GeoJSON)</source>
            <translation>Un fichier, ou un dossier de fichiers (GeoPackage, shapefile, GeoJSON)</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>Layers of the open project (as they are stored)</source>
            <translation>Des couches du projet ouvert (telles qu'elles sont enregistrées)</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>None for now: it can be imported later</source>
            <translation>Aucun pour l'instant : il pourra être importé plus tard</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>File or folder of the network</source>
            <translation>Fichier ou dossier du réseau</translation>
        </message>
        <message>
            <location filename="../ui/starting/source_page.py" />
            <source>Layers of the project</source>
            <translation>Couches du projet</translation>
        </message>
        <message>
            <location filename="../ui/starting/wizard.py" />
            <source>Making the workspace</source>
            <translation>Création de l'espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/starting/wizard.py" />
            <source>&lt; Back</source>
            <translation>&lt; Précédent</translation>
        </message>
        <message>
            <location filename="../ui/starting/wizard.py" />
            <source>Next &gt;</source>
            <translation>Suivant &gt;</translation>
        </message>
        <message>
            <location filename="../ui/starting/wizard.py" />
            <source>Make the workspace</source>
            <translation>Créer l'espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/toolbar_head.py" />
            <source>No workspace</source>
            <translation>Aucun espace de travail</translation>
        </message>
        <message>
            <location filename="../ui/toolbar_head.py" />
            <source>Open a workspace, or the demo town.</source>
            <translation>Ouvrir un espace de travail, ou la ville de démonstration.</translation>
        </message>
        <message>
            <location filename="../ui/toolbar_head.py" />
            <source>Workspace: {name}</source>
            <translation>Espace de travail : {name}</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Shown in list, map, board and readiness.</source>
            <translation>Montré dans la liste, la carte, le planning et la préparation.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Take a call: questions, place, deadlines (Ctrl+N in the docks of Regard).</source>
            <translation>Prendre un appel : questions, lieu, échéances (Ctrl+N dans les volets de Regard).</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Isolate</source>
            <translation>Isoler</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Click a pipe: which valves to close, and who loses water (Ctrl+Alt+I).</source>
            <translation>Cliquez une canalisation : les vannes à fermer et les abonnés sans eau (Ctrl+Alt+I).</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Plan the tours…</source>
            <translation>Planifier les tournées…</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Plan the agents' tours, see before and after, accept all or by order (Ctrl+Alt+J).</source>
            <translation>Planifier les tournées des agents, voir avant et après, accepter tout ou par ordre (Ctrl+Alt+J).</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>The cut, the calls and the three best crews for the selected order.</source>
            <translation>La coupure, les appels et les trois meilleures équipes pour l'ordre choisi.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>What the orders of the next ten days lack, and where each notice stands.</source>
            <translation>Ce qui manque aux ordres des dix prochains jours, et où en est chaque déclaration.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Orders, addresses, customers, assets, agents, in QGIS's own box (Ctrl+K).</source>
            <translation>Ordres, adresses, clients, ouvrages, agents, dans la boîte de QGIS (Ctrl+K).</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Show or hide the list of orders.</source>
            <translation>Afficher ou masquer la liste des ordres.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Show or hide the agents' tours along the hours.</source>
            <translation>Afficher ou masquer les tournées des agents au fil des heures.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Who is to be told, how and by when; note who was, send what goes by mail.</source>
            <translation>Qui prévenir, comment et avant quand ; noter qui l'a été, envoyer les courriels.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>What closed orders say of the assets: look, accept, correct, reject, take back.</source>
            <translation>Ce que les ordres clôturés disent des ouvrages : examiner, accepter, corriger, refuser, revenir.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>An agent leaves, an order takes longer, a road is closed: what follows (Ctrl+Alt+D).</source>
            <translation>Un agent s'absente, une intervention dure plus longtemps, une rue est barrée : les suites (Ctrl+Alt+D).</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>The best windows for the selected order, for the customer on the phone.</source>
            <translation>Les meilleurs créneaux de l'ordre choisi, pour l'abonné au téléphone.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>The figures of a week, month or year, the orders behind each, and the report.</source>
            <translation>Les indicateurs d'une semaine, d'un mois ou d'une année, les OI derrière chacun, et le rapport.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Draw the dig…</source>
            <translation>Dessiner la fouille…</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Draw the dig of the selected order: conflicts, notice and shoring follow.</source>
            <translation>Dessiner la fouille de l'ordre choisi : conflits, déclaration et blindage suivent.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Dossiers…</source>
            <translation>Dossiers…</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Print the dossiers of the selected order, or of all orders of the day.</source>
            <translation>Imprimer le dossier de l'ordre choisi, ou ceux de tous les ordres du jour.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>The day of the desk</source>
            <translation>Le jour du bureau</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Begin: the demo town, a workspace in a file or on a server, a new one, those of late.</source>
            <translation>Commencer : la ville de démonstration, un espace de travail dans un fichier ou sur un serveur, un nouveau, les récents.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Connect to PostGIS…</source>
            <translation>Se connecter à PostGIS…</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Open a workspace that a team shares on a PostgreSQL server.</source>
            <translation>Ouvrir un espace de travail partagé par une équipe sur un serveur PostgreSQL.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Open the demonstration town: a day with calls, tours and cuts.</source>
            <translation>Ouvrir la ville de démonstration : une journée avec appels, tournées et coupures.</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Refresh</source>
            <translation>Actualiser</translation>
        </message>
        <message>
            <location filename="../ui/window_commands.py" />
            <source>Read the workspace again.</source>
            <translation>Relire l'espace de travail.</translation>
        </message>
        <message>
            <location filename="../ui/workspace_controller.py" />
            <source>{target} is not a Regard workspace.</source>
            <translation>{target} n'est pas un espace de travail Regard.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Orders and tours</source>
            <translation>Ordres et tournées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Cuts and excavations</source>
            <translation>Coupures et fouilles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/field_project.py" />
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Third-party networks</source>
            <translation>Réseaux tiers</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Background</source>
            <translation>Fond de plan</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Where agents start</source>
            <translation>Départs des agents</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Mains cut off</source>
            <translation>Canalisations coupées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <source>Excavations</source>
            <translation>Fouilles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <location filename="../qgis_bridge/dossier_map.py" />
            <source>Networks near the digs</source>
            <translation>Réseaux proches des fouilles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Networks that operators answered with</source>
            <translation>Réseaux reçus des exploitants</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Valves</source>
            <translation>Vannes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Reservoirs</source>
            <translation>Réservoirs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Water pumping stations</source>
            <translation>Stations de pompage d'eau potable</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Intakes</source>
            <translation>Captages</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Treatment plants</source>
            <translation>Usines de traitement</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Delivery points</source>
            <translation>Points de livraison</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Service connections</source>
            <translation>Branchements d'eau</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewage pumping stations</source>
            <translation>Postes de relevage</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Manholes</source>
            <translation>Regards</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sewer connections</source>
            <translation>Branchements d'assainissement</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Zones</source>
            <translation>Secteurs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Buildings</source>
            <translation>Bâtiments</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/catalogue.py" />
            <source>Sea</source>
            <translation>Mer</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/coverage_page.py" />
            <source>From {start} to {end}; along the roads, from where the agents are then</source>
            <translation>De {start} à {end} ; par les routes, depuis l'endroit où sont alors les agents</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/coverage_page.py" />
            <source>Who can be where in how long</source>
            <translation>Qui peut être où en combien de temps</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/coverage_page.py" />
            <source>Coverage {hour}</source>
            <translation>Couverture {hour}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/coverage_page.py" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Holes in coverage</source>
            <translation>Trous de couverture</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/coverage_page.py" />
            <location filename="../qgis_bridge/processing/coverage.py" />
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Reached in time</source>
            <translation>Atteint dans le délai</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <source>nothing planned yet</source>
            <translation>rien n'est encore planifié</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>{orders} orders · {planned} planned · {left} left out · {customers} customers cut off</source>
            <translation>{orders} ordres · {planned} planifiés · {left} non planifiés · {customers} abonnés coupés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Emergencies (P1)</source>
            <translation>Urgences (P1)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>nobody</source>
            <translation>personne</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Left out, and why</source>
            <translation>Non planifiés, et pourquoi</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <source>stops</source>
            <translation>arrêts</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>out</source>
            <translation>départ</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>back</source>
            <translation>retour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <location filename="../qgis_bridge/map_image.py" />
            <source>way</source>
            <translation>trajet</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>No tour is planned.</source>
            <translation>Aucune tournée n'est planifiée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>by</source>
            <translation>avant</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>No emergency today.</source>
            <translation>Aucune urgence aujourd'hui.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Every order is planned.</source>
            <translation>Tous les ordres sont planifiés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/day_sheet.py" />
            <source>Day sheet · {day}</source>
            <translation>Feuille de journée · {day}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/dossier_map.py" />
            <source>Dimensions</source>
            <translation>Cotes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/dossier_pages.py" />
            <source>N ↑</source>
            <translation>N ↑</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/dossier_pages.py" />
            <source>{moment} · page {page} of {pages}</source>
            <translation>{moment} · page {page} sur {pages}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_forms.py" />
            <source>Filled in by</source>
            <translation>Rempli par</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_forms.py" />
            <source>needed</source>
            <translation>requis</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>Valves to operate</source>
            <translation>Vannes à manœuvrer</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>About this package</source>
            <translation>À propos de ce paquet</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>Valves as they were left</source>
            <translation>Vannes telles que laissées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>Parts used</source>
            <translation>Pièces utilisées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>To fill in</source>
            <translation>À remplir</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>Work of the day</source>
            <translation>Travaux du jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/field_project.py" />
            <source>Assets around</source>
            <translation>Ouvrages alentour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/figures.py" />
            <source>dddd d MMMM yyyy</source>
            <translation>dddd d MMMM yyyy</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/figures.py" />
            <source>ddd d MMM</source>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/leftovers.py" />
            <source>Regard was uninstalled; this could not be removed: {path}</source>
            <translation>Regard est désinstallé ; ceci n’a pas pu être supprimé : {path}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/map_image.py" />
            <source>Tours of the day</source>
            <translation>Tournées du jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/map_image.py" />
            <source>Orders (hollow: not planned)</source>
            <translation>Ordres (vide : non planifié)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/map_image.py" />
            <source>{stops} stops · {tours} tours · {way}</source>
            <translation>{stops} arrêts · {tours} tournées · {way}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Audit the networks</source>
            <translation>Contrôler les réseaux</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Lists what is wrong with the water and sewer networks of a workspace: missing or repeated ids, unusable geometries, ends that do not meet, valves off the pipe, parts that no source reaches. Corrections are proposed, never made.</source>
            <translation>Dresse la liste des anomalies des réseaux d'eau et d'assainissement d'un espace de travail : identifiants absents ou répétés, géométries inutilisables, extrémités qui ne se rejoignent pas, vannes hors conduite, parties qu'aucune source n'atteint. Les corrections sont proposées, jamais faites.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Defects</source>
            <translation>Anomalies</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Every defect with its severity, its asset, a sentence and the proposed correction. Those of the network as a whole have no place.</source>
            <translation>Chaque anomalie avec sa gravité, son ouvrage, une phrase et la correction proposée. Celles du réseau entier n'ont pas de lieu.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Lines as proposed</source>
            <translation>Lignes proposées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Pipes and connections as they would be drawn once corrected.</source>
            <translation>Les conduites et branchements tels qu'ils seraient dessinés une fois corrigés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Points as proposed</source>
            <translation>Points proposés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Devices where they would stand once corrected.</source>
            <translation>Les appareils là où ils se trouveraient une fois corrigés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <location filename="../qgis_bridge/processing/criticality.py" />
            <location filename="../qgis_bridge/processing/isolate.py" />
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Building the network</source>
            <translation>Construction du réseau</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Number of errors</source>
            <translation>Nombre d'erreurs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Number of warnings</source>
            <translation>Nombre d'avertissements</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/audit_network.py" />
            <source>Number of notices</source>
            <translation>Nombre de remarques</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/base.py" />
            <source>Python libraries are missing: {names}. Run: {command}</source>
            <translation>Il manque des bibliothèques Python : {names}. Lancez : {command}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/base.py" />
            <source>Requests and orders</source>
            <translation>Demandes et ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/base.py" />
            <source>The workspace to work on: a GeoPackage of Regard, or the address of its PostGIS schema.</source>
            <translation>L'espace de travail : un GeoPackage de Regard, ou l'adresse de son schéma PostGIS.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/base.py" />
            <source>Workspace (file or postgresql://…)</source>
            <translation>Espace de travail (fichier ou postgresql://…)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Carry accepted changes into layers</source>
            <translation>Reporter les modifications acceptées dans des couches</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Writes the accepted changes of assets into layers of the project, matched by the names of their tables. The layers are left being edited: look at them, undo in QGIS or save. What holds the change already is left; what holds something else is told with both values. It may be repeated.</source>
            <translation>Écrit les modifications acceptées du patrimoine dans des couches du projet, reconnues au nom de leur table. Les couches restent en édition : regardez-les, annulez dans QGIS ou enregistrez. Ce qui porte déjà la modification est laissé ; ce qui porte autre chose est signalé avec les deux valeurs. L'opération peut être répétée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Changes left</source>
            <translation>Modifications laissées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>A table: each change that was not written, why, and what stands there instead.</source>
            <translation>Une table : chaque modification qui n'a pas été écrite, pourquoi, et ce qui s'y trouve à la place.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Your own layers of pipes, valves and other assets, in the CRS of the workspace.</source>
            <translation>Vos propres couches de conduites, vannes et autres ouvrages, dans le SCR de l'espace de travail.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Layers to write to</source>
            <translation>Couches à écrire</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Number of features written</source>
            <translation>Nombre d'entités écrites</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Number of features that were so already</source>
            <translation>Nombre d'entités qui l'étaient déjà</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/carry_changes.py" />
            <source>Number of changes left</source>
            <translation>Nombre de modifications laissées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/changes.py" />
            <source>Changes of the plan</source>
            <translation>Changements du planning</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/changes.py" />
            <source>Each order that is made at another time, by others, or no longer: then and now.</source>
            <translation>Chaque ordre fait à une autre heure, par d'autres, ou qui ne l'est plus : avant et après.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Close an order with its data</source>
            <translation>Clore un ordre avec ses données</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Takes in what was handed in for an order, checks it by the form of its work, and closes the order. With errors it goes back to be corrected; what a gate still asks for keeps it open.</source>
            <translation>Enregistre ce qui a été remis pour un ordre, le contrôle selon le formulaire de ses travaux et clôt l'ordre. Avec des erreurs, il revient à corriger ; ce que ses conditions demandent encore le garde ouvert.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>A table: errors to correct and warnings, field by field, then what still keeps the order open.</source>
            <translation>Table : erreurs à corriger et avertissements, champ par champ, puis ce qui garde encore l'ordre ouvert.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>The number of an order that is at work or done.</source>
            <translation>Le numéro d'un ordre en cours ou terminé.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>The fields of the form, parts, valves and photos, as the field handed them in.</source>
            <translation>Les champs du formulaire, pièces, vannes et photos, tels que le terrain les a remis.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>When the data came in. Empty: now.</source>
            <translation>Quand les données sont arrivées. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Closure data (YAML, JSON, CSV)</source>
            <translation>Données de clôture (YAML, JSON, CSV)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>State of the order</source>
            <translation>État de l'ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/close_order.py" />
            <source>Order {order}: {state}</source>
            <translation>Ordre {order} : {state}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Find third-party networks around a dig</source>
            <translation>Chercher les réseaux de tiers autour d'une fouille</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Finds the networks of other operators around the dig of an order, or around a trench at a point, with what must be done about each. Open data never replaces the consultation of the operators.</source>
            <translation>Cherche les réseaux d'autres exploitants autour de la fouille d'un ordre, ou d'une tranchée en un point, avec ce qu'il faut faire pour chacun. Les données ouvertes ne remplacent jamais la consultation des exploitants.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Excavation</source>
            <translation>Fouille</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>The edge of the dig from which distances are measured.</source>
            <translation>Le bord de la fouille, à partir duquel les distances sont mesurées.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Each network with its distance from the edge, the corridor of its class, its depth where known, what must be done before digging, what may dig there, and the equipment that it adds.</source>
            <translation>Chaque réseau avec sa distance au bord, le fuseau de sa classe, sa profondeur si elle est connue, ce qu'il faut faire avant de creuser, ce qui peut y creuser et le matériel que cela ajoute.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>The number of an order that digs: its excavation is the one that counts.</source>
            <translation>Le numéro d'un ordre avec terrassement : c'est sa fouille qui compte.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Where the conflicts report of the order goes; not written for a point.</source>
            <translation>Où écrire le rapport de conflits de l'ordre ; rien n'est écrit pour un point.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Length of the trench, m</source>
            <translation>Longueur de la tranchée, m</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>At a point: how long the trench is along the nearest pipe.</source>
            <translation>En un point : longueur de la tranchée le long de la conduite la plus proche.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Width of the trench, m</source>
            <translation>Largeur de la tranchée, m</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>At a point: how wide the trench is across the pipe.</source>
            <translation>En un point : largeur de la tranchée en travers de la conduite.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Number of networks</source>
            <translation>Nombre de réseaux</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/conflicts.py" />
            <source>Give either an order or a point.</source>
            <translation>Indiquez soit un ordre, soit un point.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Coverage maps</source>
            <translation>Cartes de couverture</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Draws who can be where in how long on a day, along the roads, from where the agents are hour by hour: home or depot, the stops of the tours, on call at night. The time slider of QGIS shows the hours. Holes tell how many customers and km of pipes nobody reaches in time. With a change (an agent less, one more, a home or depot elsewhere) the maps are those after it.</source>
            <translation>Dessine qui peut être où en combien de temps un jour donné, par les routes, depuis l'endroit où sont les agents heure par heure : domicile ou dépôt, arrêts des tournées, astreinte la nuit. Le contrôleur temporel de QGIS montre les heures. Les trous disent combien de clients et de km de réseau personne n'atteint dans le délai. Avec un changement (un agent en moins, un de plus, un domicile ou un dépôt ailleurs), les cartes sont celles d'après.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Areas by minutes and hours, by the nearest agent and by the second.</source>
            <translation>Zones par minutes et par heure, pour l'agent le plus proche et le suivant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Where nobody comes in time, with customers, sensitive ones and km of pipes.</source>
            <translation>Où personne n'arrive dans le délai, avec les clients, les clients sensibles et les km de réseau.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>What the change opens and closes</source>
            <translation>Ce que le changement ouvre et ferme</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Where nobody would come in time any more, and where somebody would then.</source>
            <translation>Où plus personne n'arriverait dans le délai, et où quelqu'un arriverait alors.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <location filename="../qgis_bridge/processing/zone_overview.py" />
            <source>The day to look at.</source>
            <translation>Le jour à regarder.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Hole (minutes)</source>
            <translation>Trou (minutes)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>What is reached later is a hole. 0: what the rules say.</source>
            <translation>Ce qui est atteint plus tard est un trou. 0 : selon les règles.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>A map for everything that somebody holds or has on board, beside the one for anybody.</source>
            <translation>Une carte pour tout ce que quelqu'un détient ou a à bord, à côté de celle de tous les agents.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Only agents with one of these skills, with commas; a map each.</source>
            <translation>Seulement les agents qui ont une de ces compétences, séparées par des virgules ; une carte pour chacune.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Only agents with this on board, with commas; a map each.</source>
            <translation>Seulement les agents qui ont ce matériel à bord, séparé par des virgules ; une carte pour chacun.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>The limits of the areas, as 15,30,45,60. Empty: the rules'.</source>
            <translation>Les limites des zones, comme 15,30,45,60. Vide : celles des règles.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Every skill and equipment</source>
            <translation>Chaque compétence et matériel</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Without agents</source>
            <translation>Sans les agents</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>As if these agents, with commas, were not there.</source>
            <translation>Comme si ces agents, séparés par des virgules, n'étaient pas là.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>One more agent like</source>
            <translation>Un agent de plus comme</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>As if there were another agent like this one.</source>
            <translation>Comme s'il y avait un autre agent comme celui-ci.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Move an agent or depot</source>
            <translation>Déplacer un agent ou un dépôt</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>As if this agent or depot were elsewhere.</source>
            <translation>Comme si cet agent ou ce dépôt était ailleurs.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Where the added agent lives</source>
            <translation>Où habite l'agent ajouté</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>Where it moves to</source>
            <translation>Vers où</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage.py" />
            <source>The minutes are not whole numbers with commas.</source>
            <translation>Les minutes ne sont pas des nombres entiers séparés par des virgules.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Print a coverage map</source>
            <translation>Imprimer une carte de couverture</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Prints the coverage in one hour as a PDF with its legend, from the coverage maps.</source>
            <translation>Imprime en PDF la couverture d'une heure avec sa légende, à partir des cartes de couverture.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Hour</source>
            <translation>Heure</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>The hour of the day that is shown.</source>
            <translation>L'heure du jour qui est montrée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>The PDF to write.</source>
            <translation>Le PDF à écrire.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>As the coverage maps gave.</source>
            <translation>Tel que donné par les cartes de couverture.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/coverage_print.py" />
            <source>The layers are not those of the coverage maps.</source>
            <translation>Les couches ne sont pas celles des cartes de couverture.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Map the criticality of the water network</source>
            <translation>Cartographier la criticité du réseau d'eau</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Counts, for the whole network in one pass, the customers that lose water if each main fails and those in addition if each valve does not hold, with the valves as last found on site and all sources reckoned with.</source>
            <translation>Compte, pour tout le réseau en une passe, les abonnés privés d'eau si chaque conduite casse et ceux en plus si chaque vanne ne tient pas, avec les vannes telles que constatées en dernier sur le terrain et en tenant compte de toutes les sources.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Mains by customers cut off</source>
            <translation>Conduites par abonnés coupés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Every main with the customers that lose water if it fails at its worst place, sensitive ones apart.</source>
            <translation>Chaque conduite avec les abonnés privés d'eau si elle casse au pire endroit, les sensibles à part.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Valves by additional customers</source>
            <translation>Vannes par abonnés en plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Every valve with the customers that a cut beside it costs in addition if the valve does not hold.</source>
            <translation>Chaque vanne avec les abonnés qu'une coupure voisine prive d'eau en plus si la vanne ne tient pas.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Most customers cut off by one main</source>
            <translation>Le plus d'abonnés coupés par une conduite</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/criticality.py" />
            <source>Most additional customers by one valve</source>
            <translation>Le plus d'abonnés en plus par une vanne</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Customers cut off by an order</source>
            <translation>Abonnés coupés par un ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Shows the delivery points that lose water for an order, those to warn first marked, each with the channel by which its customer is told. On a server, whoever may not see contacts gets none.</source>
            <translation>Montre les points de livraison privés d'eau par un ordre, ceux à prévenir d'abord étant signalés, chacun avec le canal par lequel son abonné est informé. Sur un serveur, qui n'a pas le droit de voir les contacts n'en reçoit aucun.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Customers cut off by the order</source>
            <translation>Abonnés coupés par l'ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Each delivery point with its customer and channel; names and numbers only for who may see them.</source>
            <translation>Chaque point de livraison avec son abonné et son canal ; noms et numéros seulement pour qui a le droit de les voir.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>The number of an order that cuts water off.</source>
            <translation>Le numéro d'un ordre qui coupe l'eau.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Ids separated by commas. The customers are then those cut off past these valves.</source>
            <translation>Identifiants séparés par des virgules. Les abonnés sont alors ceux qui sont coupés au-delà de ces vannes.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Valves that cannot be used</source>
            <translation>Vannes inutilisables</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Number of delivery points</source>
            <translation>Nombre de points de livraison</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <source>Number of sensitive customers</source>
            <translation>Nombre d'abonnés sensibles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/cut_customers.py" />
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Close: {valves}</source>
            <translation>Fermer : {valves}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>The plan that was looked at before. If another is in force by now, nothing is done.</source>
            <translation>Le planning consulté auparavant. Si un autre est en vigueur entre-temps, rien n'est fait.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>Judge as at</source>
            <translation>Juger comme à cette date</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>Only if this plan is in force</source>
            <translation>Seulement si ce planning est en vigueur</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/day_inputs.py" />
            <source>The day is not a date such as 2026-06-03.</source>
            <translation>Le jour n'est pas une date telle que 2026-06-03.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>The id of an agent who leaves.</source>
            <translation>L'identifiant d'un agent qui s'en va.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Goes by the roads that are closed on the day.</source>
            <translation>Tient compte des routes fermées ce jour-là.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>An order that takes longer.</source>
            <translation>Un ordre qui dure plus longtemps.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Minutes longer</source>
            <translation>Minutes de plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>How much longer the late order takes.</source>
            <translation>Combien de temps l'ordre en retard dure de plus.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Absent agent</source>
            <translation>Agent absent</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Closed roads</source>
            <translation>Routes fermées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Late order</source>
            <translation>Ordre en retard</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>Give one of: an absent agent, closed roads, a late order.</source>
            <translation>Donnez une seule cause : un agent absent, des routes fermées ou un ordre en retard.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/disruption_inputs.py" />
            <source>A late order needs its minutes, and minutes need a late order.</source>
            <translation>Un ordre en retard demande ses minutes, et des minutes demandent un ordre en retard.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Print the dossiers of orders</source>
            <translation>Imprimer les dossiers des ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Writes for each order a PDF and a page with its dangers, the plans at 1/200 and 1/1000, the valves in the order of operation, the networks of other operators, contacts, notice, permits and a check list. Open data never replaces the consultation of the operators.</source>
            <translation>Écrit pour chaque ordre un PDF et une page avec ses dangers, les plans au 1/200 et au 1/1000, les vannes dans l'ordre de manœuvre, les réseaux des autres exploitants, les contacts, la déclaration, les autorisations et une liste de contrôle. Les données ouvertes ne remplacent jamais la consultation des exploitants.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>The numbers of the orders, with commas between them. Empty: those planned on the day.</source>
            <translation>Les numéros des ordres, séparés par des virgules. Vide : ceux planifiés ce jour-là.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>The day whose planned orders are printed; not used where orders are given.</source>
            <translation>Le jour dont les ordres planifiés sont imprimés ; sans effet si des ordres sont donnés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Of the orders of the day, print only those that break ground.</source>
            <translation>Parmi les ordres du jour, n'imprimer que ceux qui terrassent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>The moment at which what keeps an order from leaving is judged. Empty: now.</source>
            <translation>Le moment auquel est jugé ce qui retient un ordre. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Where the files go; each is named after its order and replaces the one of before.</source>
            <translation>Où vont les fichiers ; chacun porte le numéro de son ordre et remplace le précédent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Only orders that dig</source>
            <translation>Seulement les ordres avec terrassement</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <location filename="../qgis_bridge/processing/field_package.py" />
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Folder</source>
            <translation>Dossier de sortie</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/dossiers.py" />
            <source>Number of dossiers</source>
            <translation>Nombre de dossiers</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Insert an emergency</source>
            <translation>Insérer une urgence</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Finds up to three ways to insert an order into the plan in force, with the orders that each moves. Nothing is stored unless an offer is accepted; it is then the plan in force.</source>
            <translation>Trouve jusqu'à trois façons d'insérer un ordre dans le planning en vigueur, avec les ordres que chacune déplace. Rien n'est enregistré tant qu'une proposition n'est pas acceptée ; elle devient alors le planning en vigueur.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Offers</source>
            <translation>Propositions</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>A table of the ways to insert the order, the cheapest first, and who gives way.</source>
            <translation>Table des façons d'insérer l'ordre, la moins chère d'abord, et de ce qui cède la place.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Orders that give way</source>
            <translation>Ordres qui cèdent la place</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Each order that an offer lets fall out, why, and the day proposed instead.</source>
            <translation>Chaque ordre qu'une proposition fait tomber, pourquoi, et le jour proposé à la place.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>The number of the order to insert.</source>
            <translation>Le numéro de l'ordre à insérer.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>The running day; a plan must hold it.</source>
            <translation>La journée en cours ; un planning doit la couvrir.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>What has left by this moment stays as it is. Empty: now.</source>
            <translation>Ce qui est parti à ce moment reste tel quel. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Accept the offer</source>
            <translation>Accepter la proposition</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>The number of the offer to store as the plan in force. Empty: none is stored.</source>
            <translation>Le numéro de la proposition à enregistrer comme planning en vigueur. Vide : aucune n'est enregistrée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Plan stored</source>
            <translation>Planning enregistré</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>Number of offers</source>
            <translation>Nombre de propositions</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/emergency.py" />
            <source>As the plan stands, {order} fits nowhere:</source>
            <translation>Dans le planning actuel, {order} n'entre nulle part :</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Export the SMS or letters of an order</source>
            <translation>Exporter les SMS ou les lettres d'un ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Writes the messages of an order that are still to be told: SMS as a CSV file for a gateway, or letters and leaflets as a PDF, one page each. Log them once they have left.</source>
            <translation>Écrit les messages d'un ordre qui restent à transmettre : SMS en fichier CSV pour une passerelle, ou lettres et avis en boîte en PDF, une page chacun. Notez-les une fois partis.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>The number of the order that people are told about.</source>
            <translation>Le numéro de l'ordre dont on informe.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>SMS (CSV)</source>
            <translation>SMS (CSV)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Letters and leaflets (PDF)</source>
            <translation>Lettres et avis en boîte (PDF)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Which of the messages are written, and so the kind of file.</source>
            <translation>Quels messages sont écrits, et donc le type de fichier.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Only messages of this purpose, such as cut_planned. Empty: all.</source>
            <translation>Seulement les messages de cet objet, tel que cut_planned. Vide : tous.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Brings the messages of the order up to date by the rules before they are written.</source>
            <translation>Met à jour les messages de l'ordre selon les règles avant de les écrire.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>The messages are written as at this moment, and letters bear this day. Empty: now.</source>
            <translation>Les messages sont écrits comme à ce moment, et les lettres portent ce jour. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>The file to write, .csv or .pdf.</source>
            <translation>Le fichier à écrire, .csv ou .pdf.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>What to write</source>
            <translation>Que faut-il écrire</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Purpose</source>
            <translation>Objet</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Plan the messages first</source>
            <translation>Planifier d'abord les messages</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/export_messages.py" />
            <source>Number of messages</source>
            <translation>Nombre de messages</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Package for the field</source>
            <translation>Paquet pour le terrain</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Writes a folder that QField or QGIS opens as it is: the orders of an agent on a day, the assets around, the valves to operate, the networks of others, and a form for each type of work.</source>
            <translation>Écrit un dossier que QField ou QGIS ouvre tel quel : les ordres d'un agent pour un jour, les ouvrages alentour, les vannes à manœuvrer, les réseaux tiers et un formulaire par type d'intervention.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Take in what came back from the field</source>
            <translation>Reprendre le retour du terrain</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Closes orders with what was filled in, keeps the photos and proposes changes of assets. What somebody changed meanwhile is not written over: both values are told.</source>
            <translation>Clôture les ordres avec ce qui a été rempli, garde les photos et propose des modifications d'ouvrages. Ce que quelqu'un a modifié entre-temps n'est pas écrasé : les deux valeurs sont données.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Taken in</source>
            <translation>Repris</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>A table: what became of each order, and all that is to be said of it.</source>
            <translation>Une table : ce qu'il est advenu de chaque ordre, et tout ce qu'il faut en dire.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>The id of the agent.</source>
            <translation>L'identifiant de l'agent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>The day that the plan in force holds.</source>
            <translation>Le jour que porte le plan en vigueur.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>The moment that the package bears. Empty: now.</source>
            <translation>Le moment que porte le paquet. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>An empty folder, or one that does not exist.</source>
            <translation>Un dossier vide, ou qui n'existe pas.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>The regard.gpkg in the folder of a package, its zip, or a table with a row an order.</source>
            <translation>Le regard.gpkg du dossier d'un paquet, son zip, ou une table avec une ligne par ordre.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Project</source>
            <translation>Projet</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Number of orders</source>
            <translation>Nombre d'ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Package (its data or zip), CSV or GeoJSON</source>
            <translation>Paquet (ses données ou son zip), CSV ou GeoJSON</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/field_package.py" />
            <source>Number of orders not taken in</source>
            <translation>Nombre d'ordres non repris</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>Find an address</source>
            <translation>Trouver une adresse</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>Finds the places that an address may mean, whatever its spelling, the likeliest first.</source>
            <translation>Trouve les lieux qu'une adresse peut désigner, quelle que soit son orthographe, le plus vraisemblable d'abord.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>Addresses found</source>
            <translation>Adresses trouvées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>The likeliest addresses, numbered; the number of the house may be the nearest one.</source>
            <translation>Les adresses les plus vraisemblables, numérotées ; le numéro de la maison peut être le plus proche.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>What was said or written.</source>
            <translation>Ce qui a été dit ou écrit.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>How many places are proposed, 1 to 50.</source>
            <translation>Combien de lieux sont proposés, de 1 à 50.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <location filename="../qgis_bridge/processing/search.py" />
            <source>How many at most</source>
            <translation>Combien au plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>Number of places</source>
            <translation>Nombre de lieux</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/find_address.py" />
            <source>No address is like this one.</source>
            <translation>Aucune adresse ne ressemble à celle-ci.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>Import the address base</source>
            <translation>Importer la base d'adresses</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>Imports the French address base (BAN) in place of the one that the workspace has.</source>
            <translation>Importe la base adresse nationale (BAN) à la place de celle de l'espace de travail.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>The file of a department or a town, from adresse.data.gouv.fr.</source>
            <translation>Le fichier d'un département ou d'une commune, de adresse.data.gouv.fr.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>Addresses (BAN, CSV or CSV.gz)</source>
            <translation>Adresses (BAN, CSV ou CSV.gz)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>Number of addresses</source>
            <translation>Nombre d'adresses</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_addresses.py" />
            <source>Number of streets</source>
            <translation>Nombre de rues</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Import a network</source>
            <translation>Importer un réseau</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Copies the layers of a water or sewer network into a workspace, in the tables that they came in; other coordinate systems are transformed, and layers that are there already are replaced. StaR-Eau and RAEPA are recognised; for any other layout a mapping is proposed. If one layer has a mistake, nothing is written.</source>
            <translation>Copie les couches d'un réseau d'eau ou d'assainissement dans un espace de travail, dans leurs tables d'origine ; les autres systèmes de coordonnées sont convertis, et les couches déjà présentes remplacées. StaR-Eau et RAEPA sont reconnus ; pour toute autre structure, une table de correspondance est proposée. Si une couche comporte une erreur, rien n'est écrit.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>No layer is of a known standard. A mapping is proposed in the log: save it as a .yaml file, complete it, and give it as the mapping file.</source>
            <translation>Aucune couche ne suit un standard connu. Une correspondance est proposée dans le journal : enregistrez-la dans un fichier .yaml, complétez-la et donnez-la comme fichier de correspondance.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>A GeoPackage, shapefile or GeoJSON, a folder of such files, or the address of a schema.</source>
            <translation>Un GeoPackage, un shapefile ou un GeoJSON, un dossier de tels fichiers, ou l'adresse d'un schéma.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Layers of the project, read with their unsaved edits. Files are faster for large networks.</source>
            <translation>Des couches du projet, lues avec leurs modifications non enregistrées. Les grands réseaux se lisent plus vite en fichiers.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>The standard of the tables; with 'auto' each table is recognised.</source>
            <translation>Le standard des tables ; avec « auto », chaque table est reconnue.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>For other layouts: a YAML file that says what each table holds. It replaces the standard.</source>
            <translation>Pour les autres structures : un fichier YAML qui dit ce que contient chaque table. Il remplace le standard.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Network (file, folder or postgresql://…)</source>
            <translation>Réseau (fichier, dossier ou postgresql://…)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>or layers</source>
            <translation>ou couches</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Mapping file</source>
            <translation>Fichier de correspondance</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Number of assets</source>
            <translation>Nombre d'ouvrages</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Number of rows that cannot be used</source>
            <translation>Nombre de lignes inutilisables</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Layers imported</source>
            <translation>Couches importées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>Give either a source or layers.</source>
            <translation>Indiquez soit une source, soit des couches.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>… and {count} more: see the audit of the networks</source>
            <translation>… et {count} de plus : voir le contrôle des réseaux</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_network.py" />
            <source>{layer}: transformed from {crs}</source>
            <translation>{layer} : converti depuis {crs}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Import requests</source>
            <translation>Importer des demandes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Takes in the requests of a CSV file or a layer, all or none, or the request that one mail makes. They are new until they are qualified into orders.</source>
            <translation>Enregistre les demandes d'un fichier CSV ou d'une couche, toutes ou aucune, ou la demande que fait un courriel. Elles restent nouvelles jusqu'à leur qualification en ordres.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>The requests that were taken in, where each of them is about.</source>
            <translation>Les demandes enregistrées, là où chacune se rapporte.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>A CSV file, a layer (.gpkg, .shp, .geojson) or a mail (.eml, .txt).</source>
            <translation>Un fichier CSV, une couche (.gpkg, .shp, .geojson) ou un courriel (.eml, .txt).</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Where a mail is about, when its words name no address of the address base.</source>
            <translation>L'endroit dont parle un courriel, quand ses mots ne nomment aucune adresse de la base d'adresses.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>A mail was received at this moment at the latest. Empty: now.</source>
            <translation>Un courriel a été reçu au plus tard à ce moment. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Requests (CSV, GeoPackage, mail)</source>
            <translation>Demandes (CSV, GeoPackage, courriel)</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>Requests imported</source>
            <translation>Demandes importées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/import_requests.py" />
            <source>A place is for mails only: the requests of a file have theirs.</source>
            <translation>Un lieu ne vaut que pour un courriel : les demandes d'un fichier ont le leur.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>{customers} customers without water, {sensitive} of them sensitive; {length} m of mains cut off</source>
            <translation>{customers} abonnés sans eau, dont {sensitive} sensibles ; {length} m de canalisations coupés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>If {valve} does not hold: close {close}; {customers} more customers</source>
            <translation>Si {valve} ne tient pas : fermer {close} ; {customers} abonnés de plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Isolate a place</source>
            <translation>Isoler un point</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Finds the valves to close to shut off an asset or a point of the water network, in the order of closing and of opening again, each with its reason; the mains that run dry, the customers and hydrants without water, the area to announce, and what is cut off in addition if a valve does not hold (plan B) or because other cuts are made at the same time.</source>
            <translation>Trouve les vannes à fermer pour isoler un ouvrage ou un point du réseau d'eau, dans l'ordre de fermeture et de réouverture, chacune avec son motif ; les conduites privées d'eau, les abonnés et les poteaux d'incendie sans eau, la zone à prévenir, et ce qui est coupé en plus si une vanne ne tient pas (plan B) ou parce que d'autres coupures ont lieu en même temps.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Ids separated by commas: stuck, buried, under a car. The cut extends to the next valves.</source>
            <translation>Identifiants séparés par des virgules : vanne bloquée, enrobée, sous une voiture. La coupure s'étend aux vannes suivantes.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Order numbers separated by commas. Their valves are taken as closed as well.</source>
            <translation>Numéros d'ordres séparés par des virgules. Leurs vannes sont considérées comme fermées elles aussi.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>How far the affected area reaches on each side of the mains and of the ways to customers.</source>
            <translation>Largeur de la zone affectée de chaque côté des conduites et des liaisons vers les abonnés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Number of customers</source>
            <translation>Nombre d'abonnés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Number of customers cut off by the combination only</source>
            <translation>Nombre d'abonnés coupés par la seule combinaison</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Length cut off, m</source>
            <translation>Longueur coupée, en m</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Volume to drain, m³</source>
            <translation>Volume à vidanger, m³</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Orders cut off at the same time</source>
            <translation>Ordres coupés en même temps</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Width of the area, m</source>
            <translation>Largeur de la zone, m</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>If {valve} does not hold: no valve is left to isolate the place</source>
            <translation>Si {valve} ne tient pas : il ne reste aucune vanne pour isoler le lieu</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolate.py" />
            <source>Hydrants out of service: {hydrants}</source>
            <translation>Poteaux d'incendie hors service : {hydrants}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>The mains that run dry; 'secondary' marks those that nothing feeds any more behind the cut.</source>
            <translation>Les conduites privées d'eau ; « secondary » désigne celles que plus rien n'alimente derrière la coupure.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Valves with their order of closing and of opening again, and why; those closed already too.</source>
            <translation>Les vannes avec leur ordre de fermeture et de réouverture, et pourquoi ; celles déjà fermées aussi.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Delivery points with their category; those to warn first are marked.</source>
            <translation>Les points de livraison avec leur catégorie ; ceux à prévenir en premier sont signalés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Hydrants to report to the fire brigade.</source>
            <translation>Les poteaux d'incendie à signaler au SDIS.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Affected area</source>
            <translation>Zone affectée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>A band around the mains cut off and the customers they serve; blocks inside are not claimed.</source>
            <translation>Une bande autour des conduites coupées et des abonnés qu'elles desservent ; les îlots intérieurs n'en font pas partie.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Plan B: mains</source>
            <translation>Plan B : conduites</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>For each valve to close: the mains cut off in addition, and what to close, if it does not hold.</source>
            <translation>Pour chaque vanne à fermer : les conduites coupées en plus, et ce qu'il faut fermer, si elle ne tient pas.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Plan B: customers</source>
            <translation>Plan B : abonnés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>For each valve to close: the customers without water in addition if it does not hold.</source>
            <translation>Pour chaque vanne à fermer : les abonnés sans eau en plus si elle ne tient pas.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Customers cut off by the combination</source>
            <translation>Abonnés coupés par la combinaison</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/isolation_layers.py" />
            <source>Customers that keep water under each cut alone but lose it under all of them together.</source>
            <translation>Les abonnés qui gardent l'eau sous chaque coupure seule mais la perdent sous toutes ensemble.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>Where the orders left out are, each with its most frequent reason and all.</source>
            <translation>Où sont les ordres laissés de côté, chacun avec sa raison la plus fréquente et toutes les autres.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>Reasons, agent by agent</source>
            <translation>Raisons, agent par agent</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>A table: why each agent cannot take the order on each day; no agent means all.</source>
            <translation>Table : pourquoi chaque agent ne peut prendre l'ordre chaque jour ; sans agent, tous sont concernés.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>What would make it fit</source>
            <translation>Ce qui le ferait entrer</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/left_out_layers.py" />
            <source>A table, for one order: the rules that could be bent, the cheapest way first.</source>
            <translation>Table, pour un seul ordre : les règles que l'on pourrait assouplir, la façon la moins chère d'abord.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Readiness of the coming orders</source>
            <translation>État de préparation des ordres à venir</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Shows the orders of the coming days with what each still lacks: people, parts, equipment, subcontractors, works notices and permits. Red is to be solved now, amber to be watched.</source>
            <translation>Montre les ordres des prochains jours avec ce qui manque encore à chacun : agents, pièces, matériel, sous-traitants, déclarations de travaux et autorisations. Rouge : à régler maintenant ; orange : à surveiller.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Readiness of orders</source>
            <translation>Préparation des ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Each order with its colour, what it lacks, and how many days are left.</source>
            <translation>Chaque ordre avec sa couleur, ce qui lui manque et le nombre de jours restants.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>The day to look from: what is missing is judged by the days left from then on.</source>
            <translation>Le jour de référence : ce qui manque est jugé selon les jours restants à partir de lui.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>How many days ahead to look, 0 to 92; 0 is the day alone.</source>
            <translation>Combien de jours à l'avance regarder, de 0 à 92 ; 0 : ce jour seul.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Leaves out the orders of which nothing is amber or red.</source>
            <translation>Laisse de côté les ordres dont rien n'est orange ou rouge.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Days ahead</source>
            <translation>Jours à l'avance</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Only orders at risk</source>
            <translation>Seulement les ordres à risque</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Orders in red</source>
            <translation>Ordres en rouge</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/order_readiness.py" />
            <source>Orders in amber</source>
            <translation>Ordres en orange</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/place.py" />
            <source>A point near the asset that is meant, in any coordinate system; at most 50 m away.</source>
            <translation>Un point près de l'ouvrage visé, dans n'importe quel système de coordonnées ; à 50 m au plus.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/place.py" />
            <source>The business id of the asset, as its layer gives it. With a point as well, the point says where on the asset.</source>
            <translation>L'identifiant métier de l'ouvrage, tel que sa couche le donne. Si un point est donné aussi, il dit à quel endroit de l'ouvrage.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/place.py" />
            <source>Give the id of an asset, or a point.</source>
            <translation>Donnez l'identifiant d'un ouvrage, ou un point.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/place.py" />
            <source>or point</source>
            <translation>ou point</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Plan the tours of a day</source>
            <translation>Planifier les tournées d'une journée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Plans which agent goes to which order and when, along the roads, under skills, working hours, appointments, breaks, equipment and legal dates. The plan is checked, stored in the workspace and is then the one in force. The same seed and workspace give the same kind of plan; more seconds give shorter tours.</source>
            <translation>Décide quel agent va à quel ordre et quand, par les routes, en respectant les compétences, les horaires, les rendez-vous, les pauses, le matériel et les dates légales. Le plan est vérifié, enregistré dans l'espace de travail, et devient le plan en vigueur. Plus de secondes donnent des tournées plus courtes.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Plan {plan}: {planned} orders planned in {tours} tours, {left} left out</source>
            <translation>Plan {plan} : {planned} ordres planifiés en {tours} tournées, {left} laissés de côté</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>The way of each agent on each day along the roads, in the agent's colour.</source>
            <translation>Le trajet de chaque agent chaque jour, le long des routes, dans la couleur de l'agent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>The first day to plan.</source>
            <translation>Le premier jour à planifier.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>How many days in a row are planned together, 1 to 14.</source>
            <translation>Nombre de jours consécutifs planifiés ensemble, de 1 à 14.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>How long to look for better tours: longer searches give shorter ways.</source>
            <translation>Durée de la recherche de meilleures tournées : plus elle est longue, plus les trajets sont courts.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>The start of the random choices: another seed finds other tours.</source>
            <translation>Le point de départ des tirages au sort : une autre graine trouve d'autres tournées.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Nothing starts before this moment. Empty: now. A day that is past is planned whole.</source>
            <translation>Rien ne commence avant ce moment. Vide : maintenant. Un jour passé est planifié en entier.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>Number of days</source>
            <translation>Nombre de jours</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <source>Seconds to search</source>
            <translation>Secondes de recherche</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/plan_tours.py" />
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Seed</source>
            <translation>Graine aléatoire</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Qualify the new requests</source>
            <translation>Qualifier les nouvelles demandes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Makes orders of all new requests: type, priority, asset, cut, conflicts, notice. Requests whose words fit no type of work stay new, and are named.</source>
            <translation>Fait des ordres de toutes les nouvelles demandes : type, priorité, ouvrage, coupure, conflits, déclaration. Les demandes dont les mots ne correspondent à aucun type de travaux restent nouvelles et sont nommées.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>New orders</source>
            <translation>Nouveaux ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>The orders that the requests became, with their priority and deadline.</source>
            <translation>Les ordres que sont devenues les demandes, avec leur priorité et leur échéance.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Lays out the steps of each order, with the orders of their own that these ask for.</source>
            <translation>Détaille les étapes de chaque ordre, avec les ordres propres qu'elles demandent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>When the requests are judged: deadlines and notices count from then. Empty: now.</source>
            <translation>Quand les demandes sont jugées : échéances et déclarations comptent à partir de là. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Unclear: {request} · {words}</source>
            <translation>Peu clair : {request} · {words}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>With their steps</source>
            <translation>Avec leurs étapes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Orders made</source>
            <translation>Ordres créés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Requests that stay unclear</source>
            <translation>Demandes qui restent peu claires</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/qualify_requests.py" />
            <source>Call back {request} ({phone}): nobody asked whether anyone is in danger</source>
            <translation>À rappeler {request} ({phone}) : personne n'a demandé si quelqu'un est en danger</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Plan the rest of the day again</source>
            <translation>Replanifier le reste de la journée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Plans the rest of the running day again with few moves: an agent leaves, roads are closed, or an order takes longer. Shows what changes; nothing is stored unless it is accepted.</source>
            <translation>Replanifie le reste de la journée en cours avec peu de déplacements : un agent s'en va, des routes sont fermées ou un ordre dure plus longtemps. Montre ce qui change ; rien n'est enregistré sans accord.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Stores the changed day as the plan in force.</source>
            <translation>Enregistre la journée changée comme planning en vigueur.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Number of changes</source>
            <translation>Nombre de changements</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Orders that fall out</source>
            <translation>Ordres qui sortent du planning</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Working time lost, min</source>
            <translation>Temps de travail perdu, min</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/replan.py" />
            <source>Store it</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Possible duplicates of requests</source>
            <translation>Doublons possibles de demandes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Finds requests that may be about the same thing as an earlier one: near, soon after, and of a kind of work that goes with it. Nothing is merged.</source>
            <translation>Trouve les demandes qui portent peut-être sur la même chose qu'une demande antérieure : proches, peu après, et d'un type de travaux qui va avec. Rien n'est fusionné.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Possible duplicates</source>
            <translation>Doublons possibles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>A line from each request to an earlier one that it may repeat, how far and how late.</source>
            <translation>Une ligne de chaque demande à une demande antérieure qu'elle répète peut-être, à quelle distance et combien de temps après.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Looks only at requests that are still new; they may repeat any earlier one.</source>
            <translation>Ne regarde que les demandes encore nouvelles ; elles peuvent en répéter n'importe quelle antérieure.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Only new requests</source>
            <translation>Seulement les nouvelles demandes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/request_duplicates.py" />
            <source>Number of pairs</source>
            <translation>Nombre de paires</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Search orders and requests</source>
            <translation>Chercher des ordres et des demandes</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Finds orders and requests by id, words, address, asset, caller, telephone or customer reference. Accents and capitals do not count; the latest come first.</source>
            <translation>Trouve des ordres et des demandes par identifiant, mots, adresse, ouvrage, appelant, téléphone ou référence d'abonné. Accents et majuscules ne comptent pas ; les plus récents viennent d'abord.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Found in the workspace</source>
            <translation>Trouvés dans l'espace de travail</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Each order or request that was found, where it is, the best first.</source>
            <translation>Chaque ordre ou demande trouvé, là où il se situe, le meilleur d'abord.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Each of these words must be in it, in any order.</source>
            <translation>Chacun de ces mots doit y figurer, dans n'importe quel ordre.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>How many orders and requests are shown, 1 to 1000.</source>
            <translation>Combien d'ordres et de demandes sont montrés, de 1 à 1000.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Words</source>
            <translation>Mots</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Number found</source>
            <translation>Nombre trouvé</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/search.py" />
            <source>Nothing was found.</source>
            <translation>Rien n'a été trouvé.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Sewers on the way</source>
            <translation>Collecteurs parcourus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>The sewers reached, as far as they are; what tells the direction of each, whether only an overflow leads there, whether it is part of a loop.</source>
            <translation>Les collecteurs atteints, sur la partie atteinte ; ce qui donne le sens d'écoulement de chacun, s'il n'est atteint que par un déversoir, s'il fait partie d'une boucle.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Nodes on the way</source>
            <translation>Nœuds parcourus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>The manholes and other nodes that the trace passes.</source>
            <translation>Les regards et autres nœuds par lesquels passe le tracé.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Arrivals</source>
            <translation>Arrivées</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Manholes, pumping stations and outfalls with the seconds until the first and the last water arrives, and the distance; no last arrival where a loop leads there.</source>
            <translation>Les regards, postes de relevage et exutoires avec les secondes jusqu'à la première et la dernière arrivée, et la distance ; pas de dernière arrivée là où mène une boucle.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>The connections of the customers that drain into the sewers on the way.</source>
            <translation>Les branchements des abonnés raccordés aux collecteurs parcourus.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Gullies, pumping stations and outfalls</source>
            <translation>Avaloirs, postes de relevage et exutoires</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/sewer_layers.py" />
            <source>Gullies that may overflow, pumping stations and outfalls on the way.</source>
            <translation>Les avaloirs qui peuvent déborder, les postes de relevage et les exutoires parcourus.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Skill matrix of the zones</source>
            <translation>Matrice de compétences des zones</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Shows which skills the agents of each zone hold on a day, until when, and which of them hang on one agent alone. A skill that nobody of the zone holds is not listed.</source>
            <translation>Montre quelles compétences ont les agents de chaque zone un jour donné, jusqu'à quand, et lesquelles reposent sur un seul agent. Une compétence que personne de la zone n'a n'est pas citée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Skills of zones</source>
            <translation>Compétences des zones</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Each zone with its skills, how many of them hang on one agent, the sign-off.</source>
            <translation>Chaque zone avec ses compétences, combien d'entre elles reposent sur un seul agent, et la validation.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Skill matrix</source>
            <translation>Matrice de compétences</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>A table: one row for each agent and skill of a zone, with its last day.</source>
            <translation>Table : une ligne par agent et compétence d'une zone, avec son dernier jour.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>The day on which the skills must be valid.</source>
            <translation>Le jour où les compétences doivent être valables.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/skill_matrix.py" />
            <source>Look at this zone alone, by its id. Empty: all zones.</source>
            <translation>Ne regarder que cette zone, par son identifiant. Vide : toutes les zones.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>Appointments for an order</source>
            <translation>Rendez-vous pour un ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>Finds the best windows to promise for an order that is not planned, over the plans of the next days, each with the extra minutes that it costs.</source>
            <translation>Trouve les meilleurs créneaux à promettre pour un ordre non planifié, sur les plannings des prochains jours, chacun avec les minutes qu'il coûte en plus.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>Appointments</source>
            <translation>Rendez-vous</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>A table of the windows, the cheapest first: who would come when, at what price.</source>
            <translation>Table des créneaux, le moins cher d'abord : qui viendrait, quand et à quel prix.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>The number of an order that no plan has.</source>
            <translation>Le numéro d'un ordre qui n'est dans aucun planning.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>How many days to look at from today on; 0: as the rules say.</source>
            <translation>Combien de jours regarder à partir d'aujourd'hui ; 0 : selon les règles.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>No window opens before this moment. Empty: now.</source>
            <translation>Aucun créneau ne s'ouvre avant ce moment. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>Number of appointments</source>
            <translation>Nombre de rendez-vous</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/slots.py" />
            <source>No window can be promised in these days.</source>
            <translation>Aucun créneau ne peut être promis sur ces jours.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Split an order</source>
            <translation>Scinder un OI</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Makes parts of an order that has not left. Each keeps asset, priority, notice and cut, and is numbered after the order. The request closes with the last part.</source>
            <translation>Fait des parties d'un OI qui n'est pas parti. Chacune garde ouvrage, priorité, déclaration et coupure, et porte un numéro à la suite de celui de l'OI. La demande se clôt avec la dernière partie.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>The parts where the order is; the first keeps its number.</source>
            <translation>Les parties, au lieu de l'OI ; la première garde son numéro.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>The number of an order that is qualified, planned or rescheduled.</source>
            <translation>Le numéro d'un OI qualifié, planifié ou replanifié.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>minutes of each part</source>
            <translation>minutes de chaque partie</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>number of days, a part a day</source>
            <translation>nombre de jours, une partie par jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>quantity of each part</source>
            <translation>quantité de chaque partie</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>What the values say.</source>
            <translation>Ce que disent les valeurs.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Numbers with commas, such as 180,150; of days a single number.</source>
            <translation>Des nombres séparés par des virgules, comme 180,150 ; un seul nombre pour les jours.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Otherwise the parts are made in any order.</source>
            <translation>Sinon les parties se font dans un ordre quelconque.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Otherwise each part has a cut of its own, and its customers are told of each.</source>
            <translation>Sinon chaque partie a sa propre coupure, et ses abonnés sont prévenus de chacune.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>By which rules the order is split. Empty: now.</source>
            <translation>Selon les règles de quel moment l'OI est scindé. Vide : maintenant.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Split by</source>
            <translation>Scinder par</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Values</source>
            <translation>Valeurs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Each part after the one before it</source>
            <translation>Chaque partie après la précédente</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>One water cut for all, on one day</source>
            <translation>Une seule coupure d'eau pour toutes, le même jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Number of parts</source>
            <translation>Nombre de parties</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/split_order.py" />
            <source>Values: found '{found}', expected numbers such as 180,150</source>
            <translation>Valeurs : trouvé « {found} », attendu des nombres comme 180,150</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Print the tour sheets of a day</source>
            <translation>Imprimer les feuilles de tournée d'un jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Writes for each agent with a tour on the day a PDF: the map of the tour, what to load, and the stops in their order: hours, valves to operate, parts, dangers, customers cut off, whom to call.</source>
            <translation>Écrit pour chaque agent qui a une tournée ce jour-là un PDF : la carte de la tournée, ce qu'il faut charger, et les arrêts dans leur ordre : horaires, vannes à manœuvrer, pièces, dangers, abonnés coupés, qui appeler.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>The day whose tours are printed.</source>
            <translation>Le jour dont les tournées sont imprimées.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>The id of the agent whose sheet is printed. Empty: all who have a tour.</source>
            <translation>L'identifiant de l'agent dont la feuille est imprimée. Vide : tous ceux qui ont une tournée.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Where the files go; each is named after its day and agent and replaces the one of before.</source>
            <translation>Où vont les fichiers ; chacun porte son jour et son agent et remplace le précédent.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/tour_sheets.py" />
            <source>Number of sheets</source>
            <translation>Nombre de feuilles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>{pipes} sewers, {length} m; {customers} connections, {gullies} gullies, {outfalls} outfalls</source>
            <translation>{pipes} collecteurs, {length} m ; {customers} branchements, {gullies} avaloirs, {outfalls} exutoires</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Trace the sewers upstream</source>
            <translation>Tracer l'amont des collecteurs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Finds the sewers, connections and gullies that drain to an asset or a point: who may flood if it is blocked. The direction of each sewer comes from its code, pumps, inverts, manhole levels or its drawing, and the result says which.</source>
            <translation>Trouve les collecteurs, branchements et avaloirs qui s'écoulent vers un ouvrage ou un point : qui peut être inondé s'il est obstrué. Le sens de chaque collecteur vient de son code, des pompes, des fils d'eau, des cotes des regards ou de son dessin, et le résultat dit duquel.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Trace the sewers downstream</source>
            <translation>Tracer l'aval des collecteurs</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Finds where an asset or a point drains to: the sewers, pumping stations and outfalls, and when a pollution arrives at each manhole, pumping station and outfall. Overflows and loops are told apart.</source>
            <translation>Trouve où s'écoule un ouvrage ou un point : les collecteurs, postes de relevage et exutoires, et quand une pollution arrive à chaque regard, poste et exutoire. Les déversoirs et les boucles sont distingués.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/trace_sewers.py" />
            <source>Length of the sewers, m</source>
            <translation>Longueur des collecteurs, m</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>Why orders are not planned</source>
            <translation>Pourquoi des ordres ne sont pas planifiés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>Shows the orders that the plan in force on a day leaves out, each with the reasons agent by agent. For one order, it is judged by the workspace as it is now, and what would make it fit is worked out as well.</source>
            <translation>Montre les ordres que le planning en vigueur un jour donné laisse de côté, chacun avec les raisons agent par agent. Pour un seul ordre, on juge selon l'espace de travail tel qu'il est maintenant, et l'on calcule aussi ce qui le ferait entrer.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>A day of the plan that is meant; not used for a single order.</source>
            <translation>Un jour du planning visé ; inutile pour un seul ordre.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>Look at this order alone. Empty: all that the plan leaves out.</source>
            <translation>Ne regarder que cet ordre. Vide : tous ceux que le planning laisse de côté.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>There is no plan yet.</source>
            <translation>Il n'y a pas encore de planning.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/why_not_planned.py" />
            <source>Order {order} is planned.</source>
            <translation>L'ordre {order} est planifié.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/zone_overview.py" />
            <source>Overview of the zones</source>
            <translation>Vue d'ensemble des zones</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/zone_overview.py" />
            <source>Counts for each zone, on a day: orders, agents at work, minutes of work (every agent of a crew), urgent orders, and works notices that are not sent or wait for an answer.</source>
            <translation>Compte pour chaque zone, un jour donné : ordres, agents au travail, minutes de travail (chaque agent d'une équipe), ordres urgents, et déclarations de travaux non envoyées ou en attente de réponse.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/zone_overview.py" />
            <source>Zones on the day</source>
            <translation>Zones du jour</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/processing/zone_overview.py" />
            <source>Each zone with its orders, agents, minutes of work, urgent orders and notices that wait; orders and agents outside all zones come last, without a shape.</source>
            <translation>Chaque zone avec ses ordres, agents, minutes de travail, ordres urgents et déclarations en attente ; ordres et agents hors de toute zone viennent en dernier, sans contour.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>No longer in the plan</source>
            <translation>N'est plus au planning</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>New in the plan</source>
            <translation>Nouveau au planning</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>Goes to other agents</source>
            <translation>Passe à d'autres agents</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>At another time</source>
            <translation>À une autre heure</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>Request with danger</source>
            <translation>Demande avec danger</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>Every skill is held by several</source>
            <translation>Chaque compétence est partagée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>orders</source>
            <translation>ordres</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/answers.py" />
            <source>agents</source>
            <translation>agents</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>within {minutes} min</source>
            <translation>en {minutes} min</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>second agent within {minutes} min</source>
            <translation>second agent en {minutes} min</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>Not reached in time, sensitive customers inside</source>
            <translation>Hors délai, avec clients sensibles</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>Not reached in time</source>
            <translation>Hors délai</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>Not reached any more</source>
            <translation>N'est plus atteint</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>Reached then</source>
            <translation>Alors atteint</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/coverage.py" />
            <source>customers</source>
            <translation>clients</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>In the dig: soft digging</source>
            <translation>Dans la fouille : techniques douces</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>To mark out</source>
            <translation>À marquer-piqueter</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <source>Position unknown</source>
            <translation>Position inconnue</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/cuts.py" />
            <location filename="../qgis_bridge/styles/isolation.py" />
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Sensitive customer</source>
            <translation>Abonné sensible</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/findings.py" />
            <source>No customer</source>
            <translation>Aucun abonné</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/findings.py" />
            <source>{first} to {last} customers</source>
            <translation>{first} à {last} abonnés</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/findings.py" />
            <source>Correction to be reviewed</source>
            <translation>Correction à vérifier</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/findings.py" />
            <source>Safe correction</source>
            <translation>Correction sûre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/findings.py" />
            <source>{first} customers or more</source>
            <translation>{first} abonnés ou plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Main that loses supply behind the cut</source>
            <translation>Conduite privée d'alimentation derrière la coupure</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Main cut off</source>
            <translation>Conduite coupée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Closed already</source>
            <translation>Déjà fermée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>To close, in this order</source>
            <translation>À fermer, dans cet ordre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Cannot be isolated: no valve is left</source>
            <translation>Isolement impossible : il ne reste aucune vanne</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Cut off as well if the valve does not hold</source>
            <translation>Coupée en plus si la vanne ne tient pas</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/isolation.py" />
            <source>Hydrant out of service</source>
            <translation>Poteau d'incendie hors service</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Electricity and lighting</source>
            <translation>Électricité et éclairage</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Gas</source>
            <translation>Gaz</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>District heating</source>
            <translation>Chauffage urbain</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Telecommunications</source>
            <translation>Télécommunications</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class A</source>
            <translation>classe A</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class B</source>
            <translation>classe B</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/printed.py" />
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>class C, position unknown</source>
            <translation>classe C, position inconnue</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer.py" />
            <source>Storm drain</source>
            <translation>Collecteur d'eaux pluviales</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Only by an overflow</source>
            <translation>Par un déversoir seulement</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Goes round in a loop</source>
            <translation>Tourne en boucle</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Sewer on the way</source>
            <translation>Collecteur parcouru</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Outfall</source>
            <translation>Exutoire</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Pumping station</source>
            <translation>Poste de relevage</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Manhole</source>
            <translation>Regard</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Gully</source>
            <translation>Avaloir</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Node on the way</source>
            <translation>Nœud parcouru</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/sewer_traces.py" />
            <source>Connection on the way</source>
            <translation>Branchement parcouru</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Main road</source>
            <translation>Route principale</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Street</source>
            <translation>Rue</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Service road</source>
            <translation>Voie de service</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/surroundings.py" />
            <source>Local street</source>
            <translation>Rue de desserte</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, DN 200 and over</source>
            <translation>Canalisation, DN 200 et plus</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, DN 100 to 199</source>
            <translation>Canalisation, DN 100 à 199</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main, below DN 100</source>
            <translation>Canalisation, moins de DN 100</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Main out of service</source>
            <translation>Canalisation hors service</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, stuck</source>
            <translation>Vanne bloquée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, closed</source>
            <translation>Vanne fermée</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/styles/water.py" />
            <source>Valve, open</source>
            <translation>Vanne ouverte</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>To load</source>
            <translation>À charger</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Nothing beside what is always in the van.</source>
            <translation>Rien de plus que ce qui est toujours dans le fourgon.</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>{stops} stops · out {out} · back {back} · {way} · driving {driving} · on site {work}</source>
            <translation>{stops} arrêts · départ {out} · retour {back} · {way} · conduite {driving} · sur place {work}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Work and place</source>
            <translation>Travaux et lieu</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>To do and to take</source>
            <translation>À faire et à prendre</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Beware, and whom to see</source>
            <translation>Dangers et personnes à voir</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>{page} of {pages}</source>
            <translation>{page} sur {pages}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>{count} customers without water</source>
            <translation>{count} abonnés sans eau</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Close, in this order: {valves}</source>
            <translation>Fermer, dans cet ordre : {valves}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Call at the depot on the way, and load:</source>
            <translation>Passer au dépôt en chemin et charger :</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>▲ {count} sensitive: see them first</source>
            <translation>▲ {count} sensibles : à voir en premier</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Open again, in this order: {valves}</source>
            <translation>Rouvrir, dans cet ordre : {valves}</translation>
        </message>
        <message>
            <location filename="../qgis_bridge/tour_sheet.py" />
            <source>Valves of the cut: {valves}</source>
            <translation>Vannes de la coupure : {valves}</translation>
        </message>
    </context>
</TS>
