# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of next year: weeks by mouse and keyboard, what the year asks for, its export."""

import csv
from datetime import date

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolTip
from regard.core.errors import InputError
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.next_year import next_year
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.tests.golden import golden_network
from regard.tests.unit.planner.programme.shared.conftest import staffed, two_years, valmont
from regard.tests.unit.planner.programme.years import NOW
from regard.ui.figures.gantt_painter import HEAD_PX, NAME_PX, ROW_PX
from regard.ui.figures.year_controller import YearController
from regard.ui.figures.year_page import YearPage
from regard.ui.figures.year_shown import GanttRow, WeekCell, YearShown
from regard.ui.rich_text import tip
from regard.ui.view_state import ViewState

__all__ = ["staffed", "two_years", "valmont"]


@pytest.fixture(scope="module")
def golden_file(tmp_path_factory):
    return golden_network.write_golden_network(tmp_path_factory.mktemp("golden") / "golden.gpkg")


@pytest.fixture
def new_url(tmp_path):
    return str(tmp_path / "town.gpkg")


def opened(plugin, workspace, qtbot):
    workspace.set_setting(DESK_MOMENT, NOW.isoformat())
    url = workspace.url
    workspace.close()
    plugin.window.workspaces.open(url)
    qtbot.waitUntil(lambda: plugin.window.state.url == url, timeout=60_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)
    plugin.window.actions.actions["figures"].trigger()
    dock = plugin.window.panels.figures.dock
    dock.tabs.setCurrentWidget(dock.year)
    return dock.year


@pytest.fixture
def page(plugin, two_years, qtbot):
    found = next_year(two_years, 2027, now=NOW)
    page = opened(plugin, two_years, qtbot)
    qtbot.waitUntil(lambda: page.gantt.shown is not None, timeout=120_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)
    page.expected = found
    return page


def names(page):
    return [row.name for row in page.gantt.shown.rows]


def click(page, row, week):
    view = page.gantt
    across, down = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    x = NAME_PX + (week + 0.5) * view.week_px - across
    place = QPoint(round(x), round(HEAD_PX + (row + 0.5) * ROW_PX - down))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_year_is_shown_with_zones_activities_and_what_it_asks_for(page):
    assert "Work of 2027" in page.title.text()
    assert "Nord" in names(page) and "Hydrant tests" in names(page)
    assert page.gantt.shown.months[0] == "Jan" and len(page.gantt.shown.weeks) in (52, 53)
    assert page.findings.count() > 0
    hours = sum(cell.hours for row in page.gantt.shown.rows if not row.is_zone for cell in row.cells.values())
    programmed = sum(one.load - one.curative for one in page.expected.after.months)
    assert hours == pytest.approx(programmed)


def test_a_click_and_the_arrow_keys_tell_the_hours_and_assets_of_a_week(page):
    row = names(page).index("Hydrant tests")
    (week,) = page.gantt.shown.rows[row].cells
    click(page, row, week)
    assert "PI-014" in page.detail.text() and "Hydrant tests" in page.detail.text()
    QTest.keyClick(page.gantt, Qt.Key.Key_Left)
    assert page.gantt.place == (row, week - 1)
    assert "PI-014" not in page.detail.text()
    QTest.keyClick(page.gantt, Qt.Key.Key_Right)
    assert "PI-014" in page.detail.text()


def test_the_year_is_written_as_tables_and_as_a_page(page, plugin, qtbot, tmp_path):
    for name in ("year.csv", "year.xlsx", "year.html"):
        plugin.window.panels.figures.year.write(str(tmp_path / name))
        qtbot.waitUntil((tmp_path / name).exists, timeout=120_000)
        qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)
    text = (tmp_path / "year.csv").read_text(encoding="utf-8-sig")
    lines = list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))
    assert len(lines) == 1 + len(asset_schedule(page.expected))
    assert "Work of 2027" in (tmp_path / "year.html").read_text(encoding="utf-8")


def test_a_history_that_is_too_short_is_said_where_the_year_would_be(plugin, staffed, qtbot):
    page = opened(plugin, staffed, qtbot)
    qtbot.waitUntil(lambda: "whole months" in page.title.text(), timeout=120_000)
    assert page.gantt.shown is None and not page.export.isEnabled()


def year_of(number, *, zone="Nord"):
    months = tuple(f"{n:02}" for n in range(1, 13))
    row = GanttRow(zone, True, {0: WeekCell(7.0, 40.0, "fine")})
    return YearShown(number, f"Work of {number}", (date(number, 1, 4),), months, (row,), ())


@pytest.fixture
def alone(qtbot):
    page = YearPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    return page


def test_a_zone_whose_name_looks_like_a_page_is_told_as_it_is_called(alone):
    name = "<b>Nord</b> & <img src=x>"
    alone.show_year(year_of(2027, zone=name))
    place = QPoint(round(NAME_PX + 5), round(HEAD_PX + ROW_PX / 2))
    view = alone.gantt.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert name in alone.gantt.text_of(0, 0)
    assert QToolTip.text() == tip(alone.gantt.text_of(0, 0)) != alone.gantt.text_of(0, 0)
    click(alone, 0, 0)
    assert name in alone.detail.text()
    assert alone.detail.textFormat() == alone.title.textFormat() == Qt.TextFormat.PlainText


class Held:
    """Jobs that end when a test says so, and how; errors that were reported."""

    def __init__(self):
        self.succeeded, self.failed, self.errors = [], [], []

    def start(self, description, work, *, succeeded, failed):
        self.succeeded.append(succeeded)
        self.failed.append(failed)

    def error(self, error):
        self.errors.append(error)


@pytest.fixture
def held(alone):
    state, jobs = ViewState(), Held()
    state.url = "town.gpkg"
    jobs.controller = YearController(alone, state, jobs, jobs, clock=lambda: NOW)
    return jobs


def test_a_late_failure_does_not_take_the_place_of_the_year_that_is_shown(alone, held):
    alone.asked.emit(2030)
    alone.asked.emit(2027)
    held.succeeded[1](year_of(2027))
    held.failed[0](InputError("programme.past_short", found=3, expected=12))
    assert alone.title.text() == "Work of 2027"
    assert alone.gantt.shown is not None and alone.export.isEnabled()


def test_the_arrows_lead_on_from_a_year_that_could_not_be_read(alone, held):
    alone.asked.emit(2027)
    held.succeeded[0](year_of(2027))
    alone.after.click()
    held.failed[1](InputError("programme.past_short", found=3, expected=12))
    assert "whole months" in alone.title.text()
    asked = []
    alone.asked.connect(asked.append)
    alone.after.click()
    assert asked == [2029]
    held.failed[2](RuntimeError("broken"))
    assert len(held.errors) == 1
    alone.before.click()
    assert asked == [2029, 2028]
