# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapters of the story of a service: each tells commands that write, in an order that makes sense."""

from contextlib import closing

import geopandas as gpd
from regard.cli.main import main
from regard.planner.records import Footprint
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.conftest import AGENTS, ORDERS, SKILLS
from regard.tests.unit.mail_server import Inbox
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely.geometry import LineString, MultiPolygon, box

NUMBER = "2026060300123D"

DAY = "2026-06-03"
EIGHT = f"{DAY} 08:00"
BY = ("--by", "D. Martin")
NOW = ("--now", f"{DAY} 08:15")
SAID = ("--caller", "Mme Martin", "--phone", "0600000001", "--description", "water on the road")
ANSWERS = [
    word
    for pair in ("danger=no", "leak_place=road", "water_entering_building=no", "road_subsiding=suspected")
    for word in ("--answer", pair)
]
LATER = f"{DAY} 18:00"
CLOSURE = f"""author: AG1
started_at: {DAY} 09:00
ended_at: {DAY} 11:00
agents: [AG1]
result: done
asset: P03
repair_point: "687520,6924000"
repaired: "01"
material: "02"
photos: [before.jpg]
"""
MEANS = {
    "agents.csv": AGENTS,
    "skills.csv": SKILLS,
    "depots.csv": "depot_id,name,x,y,opens,closes\nD1,Dépôt,686000,6923500,07:00,18:00\n",
    "equipment.csv": "equipment_id,kind,agent_id\nASP-1,suction_excavator,AG1\n",
    "stock.csv": "stock_id,holder,part,quantity\nS1,D1,repair_clamp,2\n",
    "subcontractors.csv": (
        "subcontractor_id,name,skills,phone,hourly_rate_eur\nST-02,Vallon,TERR;AIPR_OP;SS4,0199000001,78\n"
    ),
}


def call(story, *more, code="AEP-CASSE", at="687520,6924000", received=f"{DAY} 08:12"):
    """Take a call; return the request's id."""
    words = (*SAID, *ANSWERS, "--code", code, "--received", received, "--at", at)
    return story.write("requests add", *words, *BY, *more)["request"]["request_id"]


def burst(story, *more):
    """Take the call about the burst on P03; return its order."""
    call(story)
    return story.write("requests qualify", *NOW, *more)["orders"][0]


def staff(story):
    """Bring people and means."""
    for name, text in MEANS.items():
        story.file(f"means/{name}", text)
    zone = {"zone_id": ["Z1"], "name": ["Nord"], "field_manager": ["F. Leroy"]}
    frame = gpd.GeoDataFrame(zone, geometry=[box(683000, 6922000, 689000, 6926000)], crs="EPSG:2154")
    frame.to_file(story.folder / "means" / "zones.gpkg", layer="zone")
    story.write("resources import", story.folder / "means")


def golden_plan(story):
    """Bring the golden day and plan it."""
    staff(story)
    story.write("orders import", story.file("orders.csv", ORDERS))
    options = ("--seconds", 30, "--iterations", 500, "--objective", "minimum_travel")
    story.write("plan", "--day", DAY, "--now", f"{DAY} 07:45", *options)


def calls(story):
    """From the call to the order."""
    ban = "id;numero;rep;nom_voie;code_postal;nom_commune;x;y\n1;12;;Rue des Saules;60000;V;687523;6924003\n"
    story.run("addresses import", story.file("ban.csv", ban))
    story.folder.joinpath("parcels").mkdir()
    parcels = story.folder / "parcels" / "cadastre.gpkg"
    frame = gpd.GeoDataFrame({"id": ["60159000AB0123"]}, geometry=[box(0, 0, 2, 2)], crs="EPSG:2154")
    frame.to_file(parcels, layer="parcelles")
    story.run("parcels import", parcels)
    first = call(story)
    second = call(story, received=f"{DAY} 08:14")
    third = call(story, at="687110,6924010")
    head = (
        "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id\n"
    )
    rows = "DI-9,2026-06-03 07:20,Mme Élan,06,,3 rue du Puits,687700,6924001,AEP-CPT-REM,x,no,VA-2024\n"
    story.write("requests import", story.file("r.csv", head + rows), *BY)
    story.write("requests answer", second, "--answer", "road_subsiding=confirmed", *BY)
    story.write("requests acknowledge", first, second, *NOW, *BY)
    story.write("requests reject", third, "--reason", "not our pipe", *BY)
    made = story.write("requests qualify", "--chains", *NOW)["orders"]
    main, *_ = made
    fourth = call(story, received=f"{DAY} 08:20")
    story.write("requests merge", fourth, "--into", first, *NOW, *BY)
    priority = ("--priority", "P1", "--reason", "school exam")
    story.write("orders prioritise", main, *priority, *NOW, *BY)
    story.write("orders prioritise", main, "--take-back", *NOW, *BY)

    # as its deadline has passed, it weighs more
    story.write("orders judge", main, "--now", f"{DAY} 12:00", *BY)
    story.write("network valve", "--asset", "V5", "--state", "stuck_open")
    story.write("orders study", main, *NOW, *BY)
    story.write("orders step", main, "1", *NOW, *BY)
    for order in made:
        story.write("orders move", order, "cancelled", "--reason", "mistaken", *NOW, *BY)
    story.write("requests close", "--order", main, *NOW, *BY)


def chains(story):
    """Orders that follow one another."""
    first = burst(story)
    story.write("orders chain", first, *NOW, *BY)
    call(story, at="687700,6924000", received=f"{DAY} 08:14")
    (second,) = story.write("requests qualify", *NOW)["orders"]
    story.write("orders link", "--first", first, "--then", second, *BY)
    story.write("orders unlink", "--first", first, "--then", second, *BY)
    (bundle,) = story.run("orders bundles")["bundles"]
    story.write("orders bundles", "--accept", bundle["bundle_id"])
    third = dig(story, "AEP-VANNE")
    story.write("orders quantity", third, "6", *NOW, *BY)
    story.write("orders split", third, "--minutes", "120,60", *NOW, *BY)


def people(story):
    """People and means."""
    staff(story)
    story.write("agents add", "AG3", "--name", "Curie", "--home", "686000,6923500")
    story.write("agents edit", "AG3", "--contact", "sms")
    days = ("--from", "2026-06-01", "--until", "2026-06-30")
    story.write("agents restrict", "AG3", "--kind", "no_call_out", *days)
    night = ("--from", f"{DAY} 17:00", "--until", "2026-06-04 07:00")
    story.write("agents on-call", "AG2", *night)
    story.write("agents called-out", "AG2", "--from", f"{DAY} 22:00", "--until", f"{DAY} 23:00")
    away = story.write("absences add", "--agent", "AG1", *days)
    story.write("absences remove", away["absence_id"])
    taken = story.write("equipment book", "ASP-1", "--from", f"{DAY} 11:00", "--until", f"{DAY} 15:00")
    story.write("equipment free", taken["booking_id"])
    story.write("stock move", "--part", "repair_clamp", "--quantity", 1, "--from", "D1", "--to", "AG2")
    story.write("means sign-off", "--zone", "Z1", "--by", "F. Leroy", "--day", "2026-05-28")
    needs = ORDERS.splitlines()
    rare = needs[1].replace("OI-01", "OI-90").replace("SS4", "CATEC_I")
    story.write("orders import", story.file("one.csv", f"{needs[0]}\n{needs[1]}\n{rare}\n"))
    story.write("skills sheet", "--day", DAY, "--hand-to", "F. Leroy", *NOW, *BY)
    job = ("--order", "OI-01", "--to", "ST-02", "--on", DAY, "--number")
    story.write("subcontract send", *job, "BC-1")
    story.write("subcontract refuse", "BC-1", "--on", "2026-06-04")
    story.write("subcontract send", *job, "BC-2")
    story.write("subcontract accept", "BC-2", "--on", "2026-06-04")
    story.write("subcontract done", "BC-2", "--on", "2026-06-10")


def planning(story):
    """A plan, and what becomes of it in the day."""
    golden_plan(story)
    story.write("means accept", "--order", "OI-02", "--day", DAY, "--now", f"{DAY} 07:45")
    story.write("means reject", "--order", "OI-03", "--day", DAY, "--now", f"{DAY} 07:45", "--reason", "road")
    story.write("orders postpone", "OI-04", "--reason", "permit", "--now", f"{DAY} 07:50", *BY)
    story.write("orders dispatch", "--day", DAY, "--now", f"{DAY} 07:55", *BY)
    head, *_ = ORDERS.splitlines()
    urgent = f"OI-99;P1;{DAY} 09:50;{DAY} 11:50;AEP-BRT-SUP;686900;6925400;60;AIPR_OP;;"
    story.write("orders import", story.file("urgent.csv", f"{head}\n{urgent}\n"))
    ten = ("--day", DAY, "--now", f"{DAY} 10:00")
    story.write("emergency", "--order", "OI-99", *ten, "--accept", 1)
    story.write("replan", *ten, "--absent", "AG1", "--accept")
    story.write("move", "--order", "OI-05", *ten, "--to", "AG2", "--position", 1, "--accept")


def at_the_site(story):
    """An order not done, one closed after a correction, its changes of the asset base."""
    staff(story)
    order = burst(story)
    story.write("orders move", order, "planned", *NOW, *BY)
    story.write("orders notice-sent", order, "--number", NUMBER, "--sent", f"{DAY} 08:10", *BY)
    called(story, order)
    story.write("orders move", order, "dispatched", *NOW, *BY)
    story.write("orders not-done", order, "--reason", "customer_absent", "--now", f"{DAY} 12:00", *BY)
    head = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at;asset_role;asset_id\n"
    row = (
        f"OI-1;AEP-FUI-CAN;687520;6924000;90;P3;{EIGHT};2026-06-10 17:00;in_progress;{EIGHT};water_pipe;P03\n"
    )
    story.write("orders import", story.file("at_work.csv", head + row))
    story.write("close", "--order", "OI-1", "--data", story.file("d.yaml", CLOSURE), "--now", LATER, *BY)
    ask = ("--agent", "AG1", "--due", "2026-06-05 12:00", "--reason", "missing", "--now", LATER, *BY)
    key = story.write("corrections ask", "OI-1", "defect", *ask)["correction_id"]
    story.write("corrections remind", "--now", "2026-06-05 12:30", *BY)
    story.write("corrections answer", key, "02", "--now", "2026-06-05 13:00", *BY)
    story.write(
        "corrections set", "OI-1", "defect", "04", "--reason", "misread", "--now", "2026-06-05 13:00", *BY
    )


def called(story, order):
    """Call the operators of sensitive networks of an urgent dig."""
    known = story.run("notices show", "--order", order)["conflicts"]
    first, *others = dict.fromkeys(one["operator"] for one in known if one["is_sensitive"])
    story.write("notices deem", "--order", order, "--operator", first, "--contact", "-", "--at", EIGHT, *BY)
    for operator in others:
        story.write("orders answer", order, operator, "--at", EIGHT, "--contact", "M. Roux", *BY)


def digging(story):
    """Notices, answers of operators, permits."""
    order = dig(story, "AEP-VAN-REM")
    story.write("notices company", "--file", story.file("company.yaml", "owner: {name: Régie}\n"), *BY)
    document = story.folder / "c.xml"
    document.write_bytes(consultation(story.url, order))
    story.write("orders notice-way", order, "--paper", *NOW, *BY)
    files = ("--files", story.folder / "files", *NOW, *BY)
    story.write("notices import", document, "--order", order, *files)
    story.write("orders notice-sent", order, "--number", NUMBER, "--sent", f"{DAY} 09:00", *BY)
    story.write("orders answer", order, "Chaleur", "--at", "2026-06-08 10:00", *BY)
    story.write("notices road", "--order", order, "--built-up", "--number", "D12", *NOW, *BY)
    story.write("orders permit", order, "mayor_told", "--authority", "mairie", "--asked", f"{DAY} 09:00", *BY)
    outline = area(story, "dig.geojson", box(687350, 6923995, 687450, 6924001))
    story.write("notices dig", "--order", order, "--outline", outline, "--depth", "1.2", *NOW, *BY)
    plan = area(story, "gas.geojson", LineString([(687380, 6924001), (687420, 6924001)]))
    said = ("--operator", "Gaz de Valmont", "--date", "2026-06-08", "--kind", "GAZ")
    story.write("thirdparty import", plan, *said, *files)
    photo = story.folder / "hole.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    story.write("orders photo", order, photo, *files)


def two_declarations(story):
    """The owner's DT and the contractor's DICT after it."""
    company = "owner: {name: Régie}\ncontractor: {name: Durand}\n"
    story.write("notices company", "--file", story.file("company.yaml", company), *BY)
    order = dig(story, "AEP-VAN-REM")
    outline = area(story, "dig.geojson", box(687350, 6923995, 687450, 6924001))
    story.write("notices dig", "--order", order, "--outline", outline, *NOW, *BY)
    story.write("notices follow", "--order", order, "--dt", "2026050100123A", *NOW, *BY)


def dig(story, code):
    """Return the order of a dig that can wait."""
    head = (
        "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id\n"
    )
    row = f"DI-1,{EIGHT},Mme Élan,06,,3 rue du Puits,687400,6924000,{code},x,no,VA-2024\n"
    story.write("requests import", story.file("dig.csv", head + row), *BY)
    return story.write("requests qualify", *NOW)["orders"][0]


def area(story, name, shape):
    """Write one shape as a file of the web; return its path."""
    path = story.folder / name
    gpd.GeoDataFrame({"n": [1]}, geometry=[shape], crs="EPSG:2154").to_crs("EPSG:4326").to_file(path)
    return path


def consultation(url, order):
    """Return the XML of a consultation for an order."""
    with closing(open_workspace(url)) as workspace:
        footprint = workspace.get(Footprint, order).geometry
    form = write_declaration(
        declaration("DT-DICT", footprint=MultiPolygon([footprint.buffer(1)])), rules=load_teleservice()
    )
    return answered(form, number=NUMBER, networks=[network("Gaz de Valmont"), network("Chaleur")])


def informing(story):
    """Messages, alerts, what teams say."""
    staff(story)
    call(story, code="AEP-FUI-CAN")
    (order,) = story.write("requests qualify", *NOW)["orders"]
    contacts = "customer_ref,name,phone,mobile\nC-P03-01,Abonné,0344010203,0639980001\n"
    story.write("customers import", story.file("c.csv", contacts))
    addressees = "addressee_id;kind;name;email;channels\nMAIRIE;town_hall;Mairie;mairie@valmont.example;\n"
    story.write("directory import", story.file("d.csv", addressees))
    story.write("messages service", "--name", "Syndicat des eaux", "--phone", "0344000000", *BY)
    mails(story, order)
    alerts(story)
    story.write("orders hydrant", "PI-014", "out", "--note", "cut", *NOW, *BY)
    story.write("orders told", order, "--customer", "PL-P03-01", *NOW, *BY)
    done = story.write(
        "actions add", "--zone", "Z1", "--text", "call", "--owner", "F. Leroy", "--due", DAY, *NOW
    )
    story.write("actions done", done["action_id"], *NOW, *BY)
    remark = ("--order", order, "--agent", "AG1", "--kind", "map", "--text", "V4 opposite")
    key = story.write("remarks add", *remark, *NOW, *BY)["remark_id"]
    story.write("remarks answer", key, "--text", "done", "--accepted", *NOW, *BY)
    key = story.write("problems add", "--order", order, "--text", "car on V5", *NOW, *BY)["problem_id"]
    option = story.write("problems option", key, "--text", "farther", "--unusable", "V5", *BY)["option_id"]
    story.write("problems decide", key, option, "--reason", "no tow", *NOW, *BY)
    story.write("notes add", "--order", order, "--facts", "shoring", "--reader", "F. Leroy", *NOW, *BY)


def mails(story, order):
    """Plan messages, send the mails, note the calls."""
    start = ("--start", "2026-06-11 09:00", "--now", f"{DAY} 10:00", *BY)
    planned = story.write("messages plan", "--order", order, *start)["messages"]
    port = story.serve(Inbox())
    server = ("--host", "127.0.0.1", "--port", port, "--sender", "eau@valmont.example")
    story.write("messages mail-server", *server, "--security", "none", *BY)
    story.write("messages send", "--order", order, *start)
    call = next(one for one in planned if one["purpose"] == "cut_sensitive")["message_id"]
    said = ("--message", call, "--channel", "phone", "--outcome", "answered")
    story.write("messages log", "--order", order, *said, "--now", f"{DAY} 10:00", *BY)


def alerts(story):
    """Tell those who answer for what is not ready."""
    raised = story.write("alerts raise", "--day", DAY, *NOW, *BY)["alerts"]
    story.write("alerts told", raised[0]["alert_id"], "--channel", "phone", *NOW, *BY)
    story.write("alerts escalate", "--now", "2026-06-05 12:00", *BY)
    story.write("alerts reply", raised[0]["alert_id"], "on its way", "--now", "2026-06-05 13:00", *BY)


def the_asset_base(story):
    """Changes of the layers that closing an order proposes; audits; valves."""
    staff(story)
    head = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at;asset_role;asset_id\n"
    row = (
        f"OI-1;AEP-FUI-CAN;687520;6924000;90;P3;{EIGHT};2026-06-10 17:00;in_progress;{EIGHT};water_pipe;P03\n"
    )
    story.write("orders import", story.file("at_work.csv", head + row))
    whole = CLOSURE.replace('"01"', '"01"\ndefect: "02"').replace('material: "02"', 'material: "11"')
    story.write("close", "--order", "OI-1", "--data", story.file("d.yaml", whole), "--now", LATER, *BY)
    first, *others = story.run("assets proposals")["changes"]
    story.write("assets accept", first["change_id"], "--now", LATER, *BY)
    story.write("assets undo", first["change_id"], *BY)
    for change in others:
        story.write("assets reject", change["change_id"], "--reason", "seen", "--now", LATER, *BY)
    moved_off(story, "aep_vanne")
    story.write("assets audit", "--now", LATER, *BY)


def moved_off(story, layer):
    """Move the features of a layer off their pipes, as somebody does in another program."""
    with closing(open_workspace(story.url)) as workspace:
        frame = workspace.read_layer(layer)
        workspace.write_layer(layer, frame.set_geometry(frame.translate(2.0)))


def rules_and_roads(story):
    """Rules in versions, roads that are closed."""
    folder = story.folder / "rules"
    main(["rules", "export", str(folder)])
    numbering = folder / "numbering.yaml"
    numbering.write_text(numbering.read_text(encoding="utf-8").replace("service: VA", "service: XY"), "utf-8")
    story.write("rules import", folder, "--from", "2026-06-01", *NOW, *BY)
    spots = {1: (3.0, 47.0), 2: (3.0012, 47.0)}
    nodes = "".join(f'<node id="{n}" version="1" lon="{x}" lat="{y}"/>' for n, (x, y) in spots.items())
    way = '<way id="100" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>'
    story.run("roads import", story.file("town.osm", f'<osm version="0.6">{nodes}{way}</osm>'))
    story.write("roads close", "--way", "100", "--from", DAY, "--to", "2026-06-05", *BY)
    story.write("roads reopen", "1", "--from", "2026-06-04", *BY)
    events = "event_id;kind;name;first_day;last_day\nFE-1;town_event;Fête;2027-06-12;2027-06-13\n"
    story.write("calendar import", story.file("calendar.csv", events), *NOW, *BY)
    fair = ("--kind", "market", "--name", "Marché", "--from", DAY, "--weekday", "wed", *NOW, *BY)
    story.write("calendar add", *fair)
    story.write("calendar remove", "FE-1", *BY)


ALL = (
    calls,
    chains,
    people,
    planning,
    at_the_site,
    digging,
    two_declarations,
    informing,
    the_asset_base,
    rules_and_roads,
)
