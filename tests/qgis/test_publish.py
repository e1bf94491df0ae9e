# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m regard.qgis_bridge.publish``: three files or one line, and an exit code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemLabel, QgsProject
from qgis.PyQt.QtGui import QImage
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.plans.summary import day_summary
from regard.qgis_bridge.day_sheet import day_sheet
from regard.qgis_bridge.layers import open_layers
from regard.qgis_bridge.map_image import map_image
from regard.qgis_bridge.messages import install_translator, remove_translator
from regard.qgis_bridge.project import ATTRIBUTION, fill_project
from regard.store.workspaces import open_workspace
from regard.workorders.orders import Priority, WorkOrder

ROOT = Path(__file__).resolve().parents[2]
# the checkout may have any name: it is made importable as the tests do
START = (
    "import sys; sys.path.insert(0, 'tests'); import conftest; from regard.qgis_bridge.publish import main; "
)


def publish(*arguments):
    command = [sys.executable, "-c", START + "sys.exit(main(sys.argv[1:]))", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_three_files_are_written_beside_the_workspace(town):
    run = publish(town)
    assert run.returncode == 0, run.stderr
    names = ["regard.qgz", "map.png", "day_sheet.pdf"]
    assert run.stdout.splitlines() == [str(town.with_name(name)) for name in names]
    assert sorted(p.name for p in town.parent.iterdir() if p.name in names) == sorted(names)
    assert not list(town.parent.glob(".*partial*"))


def test_the_picture_is_large_and_not_empty(town, tmp_path):
    assert publish(town, "--out", tmp_path / "out").returncode == 0
    image = QImage(str(tmp_path / "out" / "map.png"))
    assert image.width() > 1400
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 20


def test_the_day_sheet_is_one_page(town, tmp_path):
    assert publish(town, "--out", tmp_path).returncode == 0
    pdf = (tmp_path / "day_sheet.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)", pdf, re.DOTALL) == [b"1"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("missing.gpkg",), "missing.gpkg"),
        ((), "target"),
        (("town.gpkg", "--lang", "de"), "de"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(built_town, arguments, words):
    run = publish(*(built_town if name == "town.gpkg" else name for name in arguments))
    assert run.returncode == 2
    lines = [line for line in run.stderr.splitlines() if line.startswith("error:")]
    assert len(lines) == 1
    assert words in lines[0]


def test_a_file_that_is_no_workspace_leaves_nothing(tmp_path):
    other = tmp_path / "other.gpkg"
    other.write_text("nothing")
    assert publish(other).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["other.gpkg"]


@pytest.fixture
def sheet_texts(built_town, qgis_app):
    """Return a function that lays both prints out in a language and gives all their texts."""

    def sheet_texts(locale):
        translator = install_translator(locale)
        workspace = open_workspace(built_town)
        summary = day_summary(workspace)
        urgent = [order_sheet(workspace, o.order_id) for o in workspace.all(WorkOrder, priority=Priority.P1)]
        workspace.close()
        project = QgsProject()
        layers = open_layers(str(built_town))
        fill_project(project, str(built_town), layers)
        layouts = (day_sheet(project, layers, summary, urgent), map_image(project, layers, summary))
        texts = [texts_of(layout) for layout in layouts]
        layers.clear()
        project.clear()
        remove_translator(translator)
        return texts

    return sheet_texts


def texts_of(layout):
    labels = [item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    cells = [
        cell.content() for table in layout.multiFrames() for row in table.tableContents() for cell in row
    ]
    return "\n".join(map(str, labels + cells))


def test_the_day_sheet_says_who_does_what_and_why_not(sheet_texts):
    sheet, picture = sheet_texts("en_GB")
    for text in ("Day sheet", "Karim Benali", "VA-2026-AEP-00001", "VA-2026-AEP-00005", "lacks the skill"):
        assert text in sheet
    assert ATTRIBUTION in sheet
    assert "Open data never replaces the consultation" in sheet
    assert ATTRIBUTION in picture
    assert "Tours of the day" in picture


def test_the_prints_speak_french(sheet_texts):
    sheet, picture = sheet_texts("fr_FR")
    for text in ("Feuille de journée", "Urgences (P1)", "n'a pas la compétence", "ne remplacent jamais"):
        assert text in sheet
    assert "Tournées du jour" in picture
