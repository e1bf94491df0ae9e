# SPDX-License-Identifier: GPL-3.0-or-later
"""Dossiers on paper: pages, scales, texts; the burst on P03 of the golden network; a batch that stops."""

import re
import unicodedata
from datetime import datetime

import pypdf
import pytest
from qgis.core import QgsLayoutItemMap, QgsPointXY, QgsProject, QgsRectangle
from regard.core.errors import Cancelled, InputError
from regard.planner.dossiers.facts import dossier_books, dossier_facts
from regard.planner.dossiers.wanted import orders_wanted
from regard.planner.notices.photos import attach_photo
from regard.qgis_bridge.dossier_batch import write_dossiers
from regard.qgis_bridge.dossier_map import _at_the_edge, prepare_layers
from regard.qgis_bridge.dossier_pages import dossier_layout
from regard.qgis_bridge.layers import open_layers
from regard.qgis_bridge.messages import install_translator, remove_translator
from regard.qgis_bridge.page_flow import TABLE_PT, WIDTH, column_widths, text_height, text_width, unbroken
from regard.qgis_bridge.project import fill_project
from regard.store.attachment_folder import attachment_folder, share_folder
from regard.store.workspaces import open_workspace

BURST = "VA-2026-AEP-00001"
NOW = datetime(2026, 6, 3, 8, 30)


class Steps:
    """Counts what is reported; stops after so many orders."""

    def __init__(self, most=99):
        self.most, self.said = most, []

    def report(self, fraction, text=""):
        self.said.append((fraction, text))

    def check(self):
        if len(self.said) >= self.most:
            raise Cancelled


@pytest.fixture
def workspace(built_town, qgis_app):
    workspace = open_workspace(built_town)
    yield workspace
    workspace.close()


def texts(path):
    # lines break where the page does, and fonts join letters such as fl
    pages = (unicodedata.normalize("NFKC", page.extract_text()) for page in pypdf.PdfReader(path).pages)
    return [" ".join(page.split()) for page in pages]


def test_the_golden_burst_on_paper(workspace, tmp_path):
    (path,) = write_dossiers(workspace, [BURST], tmp_path, now=NOW, progress=Steps())
    pages = texts(path)
    whole = " ".join(pages)
    assert all("Open data never replaces the consultation" in page for page in pages)
    assert "8 of 12 items" in pages[0]
    assert "Gas main GAZ PE63 (Gaz de Valmont) 1.2 m from the axis of your trench, class A ±0.5 m" in pages[0]
    assert "P03: Asbestos-cement pipe" in pages[0]
    assert "Stop if a flexible network moved > 10 cm." in pages[0]
    assert "Plan at 1/200" in pages[1]
    assert "Plan at 1/1000" in pages[2]
    assert "Gas, class A" in pages[1]
    for text in ("V4", "V5", "0800000001", "Telephone contact Gaz de Valmont missing", "ATU"):
        assert text in whole
    assert sorted(one.name for one in tmp_path.iterdir()) == [f"{BURST}.html", f"{BURST}.pdf"]


def test_the_pages_are_a4_upright(workspace, tmp_path):
    (path,) = write_dossiers(workspace, [BURST], tmp_path, now=NOW, progress=Steps())
    sizes = {
        tuple(round(float(side) / 72 * 25.4) for side in p.mediabox[2:]) for p in pypdf.PdfReader(path).pages
    }
    assert sizes == {(210, 297)}


def test_plans_are_to_scale_around_the_dig(workspace, built_town):
    project, layers = QgsProject(), open_layers(str(built_town))
    prepare_layers(layers)
    fill_project(project, str(built_town), layers)
    books = dossier_books(workspace, day=NOW.date())
    facts = dossier_facts(workspace, BURST, now=NOW, books=books)
    layout, drawn = dossier_layout(project, layers, facts, books.orders)
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert sorted(round(item.scale()) for item in maps) == [200, 1000]
    for item in maps:
        assert item.extent().center().x() == pytest.approx(facts.dig.outline.centroid.x, abs=0.01)
        # a metre of ground is 5 mm or 1 mm of paper
        assert item.extent().width() == pytest.approx(item.rect().width() / 1000 * item.scale(), rel=1e-3)
    assert facts.valves == ("V4", "V5")
    valves = {f["number"]: f for f in drawn.valves.getFeatures()}
    # V4 lies beyond the wide plan: it stands at its edge, with how far it is
    assert {number: f["valve"] for number, f in valves.items()} == {"1": "V4 → 115 m", "2": "V5"}
    wide = max(maps, key=lambda item: item.scale()).extent()
    assert all(wide.contains(f.geometry().asPoint()) for f in valves.values())
    lengths = [f["text"] for f in drawn.measures.getFeatures()]
    assert f"{facts.dig.length_m:.2f} m" in lengths
    # from the edge of the dig to the power line that is marked out
    power = next(one for one in facts.near if one.nearest.verdict == "to_mark_out")
    assert f"{power.nearest.edge_m:.2f} m" in lengths
    del layout, drawn
    layers.clear()
    project.clear()


def test_it_speaks_french(workspace, tmp_path, monkeypatch):
    from qgis.PyQt.QtCore import QLocale

    translator = install_translator("fr_FR")
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        (path,) = write_dossiers(workspace, [BURST], tmp_path, now=NOW, progress=Steps())
    finally:
        remove_translator(translator)
    whole = " ".join(texts(path))
    for text in ("Incomplet", "1,2 m de l'axe", "ne remplacent jamais", "Plan au 1/200", "À l'axe"):
        assert text in whole
    assert not re.search(r"\b(missing|trench|there)\b", whole)


def test_a_batch_tells_how_far_it_is_and_stops_when_asked(workspace, tmp_path):
    orders = orders_wanted(workspace, [], day=NOW.date())
    assert BURST in orders
    steps = Steps(most=2)
    with pytest.raises(Cancelled):
        write_dossiers(workspace, orders, tmp_path, now=NOW, progress=steps)
    assert [text for _, text in steps.said] == list(orders[:2])
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert not list(tmp_path.glob(".*"))


def test_an_unknown_order_is_refused_before_anything_is_written(workspace, tmp_path):
    with pytest.raises(InputError):
        write_dossiers(workspace, [BURST, "OI-99"], tmp_path, now=NOW, progress=Steps())
    assert not list(tmp_path.iterdir())


def test_a_day_without_work_is_refused(workspace):
    with pytest.raises(InputError) as refused:
        orders_wanted(workspace, [], day=datetime(2030, 1, 1).date())
    assert refused.value.message.code == "dossier.empty_day"


def test_the_algorithm_writes_into_a_folder(answer, built_town, tmp_path):
    found = answer(
        "dossiers", WORKSPACE=str(built_town), ORDERS=f"{BURST}, {BURST}", FOLDER=str(tmp_path / "d")
    )
    assert found["COUNT"] == 1
    assert (tmp_path / "d" / f"{BURST}.pdf").is_file()


def test_no_column_is_narrower_than_its_longest_word(qgis_app):
    headings = ["Réseau", "Classe", "À l'axe", "Profondeur", "Technique permise", "Matériel"]
    rows = [
        [
            "Conduite de gaz GAZ PE63",
            "A",
            "1,1 m",
            "0,81 m",
            "à la main ou à l'aspiratrice seulement, sans outil",
            "",
        ],
        ["Éclairage public", "C", "32,1 m", "", "engin permis", "Aspiratrice-excavatrice"],
    ]
    widths = column_widths(headings, rows)
    assert sum(widths) == pytest.approx(WIDTH)
    for at, width in enumerate(widths):
        for word in (*headings[at].split(), *(word for row in rows for word in row[at].split())):
            assert text_width(word, TABLE_PT, bold=True) + 2 < width
    # a measure stays with its unit
    assert text_width("32,1 m", TABLE_PT) + 2 < widths[2]


def test_no_line_begins_with_a_colon_or_a_unit():
    assert unbroken("classe A ±0,5 m : à la main ; « non »") == (
        "classe A ±0,5\u00a0m\u00a0: à la main\u00a0; «\u00a0non\u00a0»"
    )


def test_what_lies_beyond_the_plan_stands_at_its_edge():
    plan = QgsRectangle(0, 0, 200, 100)
    assert _at_the_edge(QgsPointXY(500, 50), plan) == QgsPointXY(194, 50)
    found = _at_the_edge(QgsPointXY(300, 250), plan)
    assert (found.x(), found.y()) == pytest.approx((147, 97))


def test_text_that_wraps_is_measured(qgis_app):
    one = text_height("short", 190, 10)
    assert text_height("many words " * 60, 190, 10) > 3 * one


@pytest.fixture(params=["file", "server"])
def keeping(request, tmp_path):
    """Open a town that keeps photos: beside its file, or in the folder that a server's users share."""
    url = request.getfixturevalue("town" if request.param == "file" else "on_server")
    workspace = open_workspace(str(url))
    if request.param == "server":
        (tmp_path / "shared").mkdir()
        share_folder(workspace, tmp_path / "shared")
    yield workspace
    workspace.close()


def test_a_photo_of_the_order_is_on_paper_and_on_the_page(qgis_app, keeping, tmp_path):
    from qgis.PyQt.QtGui import QColor, QImage

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#c04020"))
    image.save(str(tmp_path / "trench.jpg"))
    data = (tmp_path / "trench.jpg").read_bytes()
    workspace, folder = keeping, attachment_folder(keeping)
    attach_photo(
        workspace, BURST, data, file="trench.jpg", day=NOW.date(), attachments=folder, who="D. Martin"
    )
    (path,) = write_dossiers(workspace, [BURST], tmp_path, now=NOW, progress=Steps())
    assert "Photos trench.jpg · 2026-06-03" in texts(path)[-1]
    (picture,) = pypdf.PdfReader(path).pages[-1].images
    assert picture.image.getpixel((5, 5)) == pytest.approx((192, 64, 32), abs=8)
    assert "data:image/jpeg;base64," in path.with_suffix(".html").read_text(encoding="utf-8")
