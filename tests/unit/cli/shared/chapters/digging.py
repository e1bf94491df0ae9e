# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices, answers of operators, permits; two declarations."""

from contextlib import closing

from regard.planner.records import Footprint
from regard.store.workspaces import open_workspace
from regard.tests.unit.cli.shared.chapters.telling import BY, DAY, NOW, NUMBER, area, dig
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely.geometry import LineString, MultiPolygon, box


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


def consultation(url, order):
    """Return the XML of a consultation for an order."""
    with closing(open_workspace(url)) as workspace:
        footprint = workspace.get(Footprint, order).geometry
    form = write_declaration(
        declaration("DT-DICT", footprint=MultiPolygon([footprint.buffer(1)])), rules=load_teleservice()
    )
    return answered(form, number=NUMBER, networks=[network("Gaz de Valmont"), network("Chaleur")])
