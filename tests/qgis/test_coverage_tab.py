# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of coverage: the map drawn for the day, its holes listed and seen, by mouse and keys."""

import csv
from datetime import date, timedelta

import pytest
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.coverage.study import CoverageOptions, coverage_of
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.qgis_bridge.coverage_layers import coverage_layers
from regard.store.workspaces import create_workspace, open_workspace
from regard.ui.figures.coverage_page import CoveragePage
from regard.ui.figures.coverage_shown import CoverageShown, HoleRow, Needed

DAY = date(2026, 6, 3)
ANYBODY = Needed("any", "", "Anybody")


@pytest.fixture
def tab(plugin, town, golden, qtbot):
    """Return the tab, on a town of which nobody is on call at night."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    workspace.close()
    window = plugin.window
    window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(window.state.orders) == 5, timeout=60_000)
    window.actions.actions["figures"].trigger()
    dock = window.panels.figures.dock
    dock.tabs.setCurrentWidget(dock.coverage)
    settle(plugin, qtbot)
    return dock.coverage


def settle(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)


def drawn(tab, plugin, qtbot):
    QTest.mouseClick(tab.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.shown is not None, timeout=120_000)
    settle(plugin, qtbot)
    return tab


def layers():
    areas, holes = sorted(coverage_layers(QgsProject.instance()), key=lambda one: one.fields().count())
    return (holes, areas) if areas.fields().indexOf("limit_min") >= 0 else (areas, holes)


def texts(tab):
    items = [tab.holes.topLevelItem(n) for n in range(tab.holes.topLevelItemCount())]
    return [[item.text(column) for column in range(6)] for item in items]


def test_nothing_is_drawn_before_it_is_asked_for_and_the_tab_says_what_it_does(tab):
    assert "3 June 2026" in tab.title.text() and tab.draw.isEnabled()
    assert tab.shown is None and not tab.holes.isEnabled()
    assert coverage_layers(QgsProject.instance()) == []


def test_the_list_tells_the_holes_of_every_skill_and_the_map_shows_the_worst(tab, plugin, qtbot, town):
    drawn(tab, plugin, qtbot)
    workspace = open_workspace(str(town))
    found = coverage_of(workspace, DAY, CoverageOptions(every_means=True))
    workspace.close()
    assert len(texts(tab)) == len(found.holes) > 0
    expected = sorted((hole.customers for hole in found.holes), reverse=True)
    assert [int(row[3]) for row in texts(tab)] == expected
    # nobody is on call: the worst is a night, of everybody
    worst = tab.holes.currentItem()
    assert worst is tab.holes.topLevelItem(0)
    areas, holes = layers()
    row = worst.data(0, Qt.ItemDataRole.UserRole)
    assert row.first_hour <= tab.hour.value() < row.end_hour
    shown = list(holes.getFeatures())
    assert shown and {one["means"] for one in shown} == {row.needed.key}
    assert all(one["first_hour"] <= tab.hour.value() < one["end_hour"] for one in shown)
    assert row.customers in {one["customers"] for one in shown}
    assert plugin.window.panels.figures._iface.mapCanvas().extent().contains(QgsRectangle(*row.box))
    assert holes.renderer().type() == areas.renderer().type() == "RuleRenderer"
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert "3 June 2026" in group.name()
    assert [node.layer().id() for node in group.children()] == [holes.id(), areas.id()]


def test_the_slider_shows_another_hour_and_the_arrows_another_hole(tab, plugin, qtbot):
    drawn(tab, plugin, qtbot)
    tab.needed.setCurrentIndex(0)
    tab.needed.activated.emit(0)
    areas, holes = layers()
    tab.hour.setFocus()
    QTest.keyClick(tab.hour, Qt.Key.Key_Home)
    assert tab.hour.value() == 0 and tab.hour_text.text() == "00:00 – 01:00"
    assert holes.featureCount() > 0 and areas.featureCount() == 0
    for _ in range(10):
        QTest.keyClick(tab.hour, Qt.Key.Key_Right)
    assert areas.featureCount() > 0
    tab.holes.setFocus()
    before = tab.holes.currentItem()
    QTest.keyClick(tab.holes, Qt.Key.Key_Down)
    row = tab.holes.currentItem().data(0, Qt.ItemDataRole.UserRole)
    assert tab.holes.currentItem() is not before
    assert tab.needed.currentText() == row.needed.name
    assert {one["means"] for one in holes.getFeatures()} == {row.needed.key}


def test_drawn_again_the_map_takes_the_place_of_the_one_before(tab, plugin, qtbot):
    drawn(tab, plugin, qtbot)
    plugin.window.state.step_day(1)
    settle(plugin, qtbot)
    assert "Draw it again for Thursday 4 June 2026" in tab.title.text() and tab.shown.day == DAY
    tab.draw.setFocus()
    QTest.keyClick(tab.draw, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.shown.day == DAY + timedelta(days=1), timeout=120_000)
    assert len(coverage_layers(QgsProject.instance())) == 2
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert sum("Coverage on" in name for name in names) == 1


def test_cancelled_the_list_and_the_map_stay(tab, plugin, qtbot):
    drawn(tab, plugin, qtbot)
    before, ids = texts(tab), {one.id() for one in coverage_layers(QgsProject.instance())}
    tab.draw.click()
    assert tab.row.isVisible() and not tab.draw.isEnabled()
    QTest.mouseClick(tab.row.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Cancelled" in tab.title.text(), timeout=120_000)
    assert texts(tab) == before and tab.draw.isEnabled() and not tab.row.isVisible()
    assert {one.id() for one in coverage_layers(QgsProject.instance())} == ids


def test_a_workspace_with_nothing_to_cover_says_so_where_the_holes_would_be(tab, plugin, qtbot, tmp_path):
    drawn(tab, plugin, qtbot)
    create_workspace(tmp_path / "empty.gpkg").close()
    plugin.window.workspaces.open(str(tmp_path / "empty.gpkg"))
    settle(plugin, qtbot)
    qtbot.waitUntil(tab.draw.isEnabled, timeout=60_000)
    assert tab.shown is None and texts(tab) == []
    tab.draw.click()
    settle(plugin, qtbot)
    assert "nothing" in tab.title.text().lower() and tab.shown is None


def test_without_holes_it_says_that_everybody_is_reached(qtbot):
    page, asked = CoveragePage(), []
    qtbot.addWidget(page)
    page.part_asked.connect(lambda *part: asked.append(part))
    page.show_coverage(CoverageShown(DAY, 30, (ANYBODY,), (), {}, "EPSG:2154"))
    assert "everybody is reached within 30 min" in page.title.text() and texts(page) == []
    assert asked == [(ANYBODY, 0)]


def test_sensitive_customers_are_told_by_a_sign(qtbot):
    page = CoveragePage()
    qtbot.addWidget(page)
    holes = tuple(HoleRow(ANYBODY, 0, 7, 0, 1200, n, 3.2, (0, 0, 1, 1)) for n in (0, 2))
    page.show_coverage(CoverageShown(DAY, 30, (ANYBODY,), holes, {}, "EPSG:2154"))
    assert [row[1:] for row in texts(page)] == [
        ["00:00 – 07:00", "0", "1,200", "0", "3.2"],
        ["00:00 – 07:00", "0", "1,200", "⚠ 2", "3.2"],
    ]


def test_the_gap_sheet_is_written_as_page_and_table(tab, plugin, qtbot, tmp_path):
    for name in ("gaps.html", "gaps.csv"):
        plugin.window.panels.figures.coverage.write(str(tmp_path / name))
        settle(plugin, qtbot)
    assert "<html" in (tmp_path / "gaps.html").read_text(encoding="utf-8")
    with (tmp_path / "gaps.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert rows and "skill" in rows[0]


def test_a_page_without_workspace_offers_nothing(qtbot):
    page = CoveragePage()
    qtbot.addWidget(page)
    page.show_hint("Open a workspace first.", ready=False)
    assert not (page.draw.isEnabled() or page.sheet.isEnabled() or page.holes.isEnabled())
