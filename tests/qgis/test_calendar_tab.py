# SPDX-License-Identifier: GPL-3.0-or-later
"""The tab of the calendar: events added, changed and taken out by mouse and keys, and taken back."""

from datetime import date

import pytest
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from regard.core.resources import Zone
from regard.planner.intake.addresses import import_addresses
from regard.planner.programme.calendar import bring_events, stored_events
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.steering.programme.calendar import CalendarEvent
from regard.store.workspaces import open_workspace
from regard.tests.golden import golden_network
from regard.tests.unit.planner.programme.shared.conftest import staffed, two_years, valmont
from regard.tests.unit.planner.programme.years import NOW
from regard.ui.figures.calendar_page import CalendarPage

__all__ = ["staffed", "two_years", "valmont"]
MARKET = CalendarEvent("EV1", "market", "<b>Marché</b>", date(2026, 1, 1), weekdays=("thu",))


@pytest.fixture(scope="module")
def golden_file(tmp_path_factory):
    return golden_network.write_golden_network(tmp_path_factory.mktemp("golden") / "golden.gpkg")


@pytest.fixture
def new_url(tmp_path):
    return str(tmp_path / "town.gpkg")


@pytest.fixture
def tab(plugin, staffed, qtbot):
    """Return what opens the tab on a workspace with some events."""

    def opened(*events):
        streets = [("Rue des Saules", "57000", "Valmont", "1", 687000.0, 6924000.0)]
        import_addresses(staffed, streets)
        staffed.set_setting(DESK_MOMENT, NOW.isoformat())
        if events:
            bring_events(staffed, events, day=NOW.date(), who="test")
        url = staffed.url
        staffed.close()
        window = plugin.window
        window.workspaces.open(url)
        qtbot.waitUntil(lambda: window.state.url == url, timeout=60_000)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=120_000)
        window.actions.actions["figures"].trigger()
        dock = window.panels.figures.dock
        dock.tabs.setCurrentWidget(dock.calendar)
        settled(plugin, qtbot)
        return dock.calendar

    return opened


def settled(plugin, qtbot):
    page = plugin.window.panels.figures.dock.calendar
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy and page.shown is not None, timeout=120_000)


def cells(page):
    root = page.events
    return [[root.topLevelItem(n).text(c) for c in range(5)] for n in range(root.topLevelItemCount())]


def stored(plugin):
    workspace = open_workspace(plugin.window.state.url)
    try:
        return stored_events(workspace)
    finally:
        workspace.close()


def save(dialog):
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)


def test_without_events_the_tab_says_what_to_do_and_one_is_added(tab, plugin, qtbot):
    page = tab()
    assert "No events yet" in page.title.text() and page.add.isEnabled()
    assert not page.change.isEnabled() and not page.remove.isEnabled()
    page.add.click()
    dialog = plugin.window.panels.figures.calendar.dialog
    assert not dialog.save.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData("market"))
    dialog.name.setText("Marché")
    dialog.first.setDate(QDate(2026, 1, 1))
    dialog.has_last.setChecked(False)
    dialog.weekdays[3].setChecked(True)
    dialog.zones.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.streets.setText("Rue des Saules")
    save(dialog)
    qtbot.waitUntil(lambda: len(cells(page)) == 1, timeout=60_000)
    settled(plugin, qtbot)
    (event,) = stored(plugin)
    assert (event.event_id, event.kind, event.name) == ("EV1", "market", "Marché")
    assert (event.first_day, event.last_day, event.weekdays) == (date(2026, 1, 1), None, ("thu",))
    assert event.streets == ("Rue des Saules",) and len(event.zones) == 1
    assert "Rue des Saules" in cells(page)[0][3]
    assert plugin.window.panels.figures.calendar.dialog is None


def test_a_refusal_leaves_the_dialog_with_what_was_typed(tab, plugin, qtbot):
    page = tab()
    page.add.click()
    dialog = plugin.window.panels.figures.calendar.dialog
    dialog.name.setText("Marché")
    dialog.streets.setText("Rue des Soles")
    save(dialog)
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=60_000)
    assert "Rue des Saules" in dialog.refusal.text()
    assert dialog.name.text() == "Marché" and dialog.buttons.isEnabled()
    settled(plugin, qtbot)
    assert stored(plugin) == ()
    dialog.reject()


def test_enter_changes_an_event_delete_takes_it_out_and_undo_brings_it_back(tab, plugin, qtbot):
    page = tab(MARKET)
    page.events.setCurrentItem(page.events.topLevelItem(0))
    page.events.setFocus()
    QTest.keyClick(page.events, Qt.Key.Key_Return)
    dialog = plugin.window.panels.figures.calendar.dialog
    assert dialog.name.text() == MARKET.name and dialog.weekdays[3].isChecked()
    dialog.name.setText("Grand marché")
    save(dialog)
    qtbot.waitUntil(lambda: [row[1] for row in cells(page)] == ["Grand marché"], timeout=60_000)
    settled(plugin, qtbot)
    assert [fields.event_id for fields in page.chosen()] == ["EV1"]
    page.events.setFocus()
    QTest.keyClick(page.events, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.shown is not None and not cells(page), timeout=60_000)
    settled(plugin, qtbot)
    assert "Grand marché" in page.done.said.text()
    page.done.undo.click()
    qtbot.waitUntil(lambda: len(cells(page)) == 1, timeout=60_000)
    settled(plugin, qtbot)
    page.done.undo_asked.emit()
    qtbot.waitUntil(lambda: [row[1] for row in cells(page)] == [MARKET.name], timeout=60_000)
    (event,) = stored(plugin)
    assert event.name == MARKET.name


def test_an_event_that_somebody_changed_meanwhile_is_not_overwritten(tab, plugin, qtbot):
    page = tab(MARKET)
    page.change_asked.emit(page.shown.rows[0].fields)
    dialog = plugin.window.panels.figures.calendar.dialog
    other = open_workspace(plugin.window.state.url)
    bring_events(
        other, [CalendarEvent("EV1", "market", "Another", date(2026, 1, 1))], day=NOW.date(), who="other"
    )
    other.close()
    dialog.name.setText("Mine")
    save(dialog)
    qtbot.waitUntil(dialog.refusal.isVisible, timeout=60_000)
    assert [event.name for event in stored(plugin)] == ["Another"]
    dialog.reject()
    settled(plugin, qtbot)


def test_where_a_chosen_event_is_is_drawn_over_the_map(tab, plugin, qtbot, staffed):
    zone = staffed.all(Zone)[0]
    drawn = CalendarEvent("EV2", "market", "Fête", date(2026, 6, 1), area=zone.geometry.centroid.buffer(50))
    in_zone = CalendarEvent("EV3", "market", "Foire", date(2026, 6, 2), zones=(zone.zone_id,))
    page = tab(MARKET, drawn, in_zone)
    areas = plugin.window.panels.figures.calendar.areas
    assert areas.band is None
    canvas = plugin.window.panels.figures._iface.mapCanvas()
    for number, size in ((1, 50 * 50 * 3.1), (2, zone.geometry.area)):
        page.events.setCurrentItem(page.events.topLevelItem(number))
        assert areas.band.asGeometry().area() == pytest.approx(size, rel=0.05)
        assert canvas.extent().intersects(areas.band.asGeometry().boundingBox())
    # a tab that is left draws nothing, and what is everywhere is nowhere drawn
    tabs = plugin.window.panels.figures.dock.tabs
    tabs.setCurrentIndex(0)
    assert areas.band is None
    tabs.setCurrentWidget(page)
    assert areas.band is not None
    page.events.setCurrentItem(page.events.topLevelItem(0))
    assert areas.band is None


def test_a_page_without_workspace_offers_nothing(qtbot):
    page = CalendarPage()
    qtbot.addWidget(page)
    page.show_hint("Open a workspace first.")
    assert not (page.add.isEnabled() or page.change.isEnabled() or page.remove.isEnabled())
