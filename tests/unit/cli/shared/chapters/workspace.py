# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base, the rules of a workspace, its roads."""

from contextlib import closing

from regard.cli.main import main
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.shared.chapters.telling import BY, CLOSURE, DAY, EIGHT, LATER, NOW, staff


def the_asset_base(story):
    """Changes of the layers that closing an order proposes; audits; valves."""
    staff(story)
    head = "order_id;code;x;y;duration_min;priority;received_at;due_at;state;started_at;asset_role;asset_id\n"
    row = (
        f"OI-1;AEP-FUI-CAN;687520;6924000;90;P3;{EIGHT};2026-06-10 17:00;in_progress;{EIGHT};water_pipe;P03\n"
    )
    story.write("orders import", story.file("at_work.csv", head + row))
    whole = CLOSURE.replace('"01"', '"01"\ndefect: "02"').replace('material: "02"', 'material: "11"')
    story.file("before.jpg", "a photo")
    data = ("--data", story.file("d.yaml", whole), "--files", story.folder / "files")
    story.write("close", "--order", "OI-1", *data, "--now", LATER, *BY)
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
