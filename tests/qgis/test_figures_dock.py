# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock of figures: periods by mouse and keyboard, the orders behind a figure, the report from it."""

import csv
from datetime import date, datetime, timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.core.ids import AgentId
from regard.core.resources import Absence, Agent
from regard.planner.import_records import import_records
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.history import ClosedIntervention
from regard.workorders.orders import WorkOrder

BURST = "VA-2026-AEP-00001"
LEAK_DETECTION = "VA-2026-AEP-00005"


@pytest.fixture
def dock(plugin, town, golden, qtbot):
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    begun = datetime(2026, 6, 2, 9)
    one = workspace.get(WorkOrder, BURST)
    done = ClosedIntervention(
        BURST, one.code, one.received_at, begun, begun + timedelta(hours=3), ("AG1", "AG2"), 2, one.zone,
        one.asset_role, one.asset_id, one.place, "done", "usure",
    )  # fmt: skip
    import_records(workspace, [done], name="import", who="test")
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=60_000)
    plugin.window.actions.actions["figures"].trigger()
    dock = plugin.window.panels.figures.dock
    qtbot.waitUntil(lambda: dock.figures.topLevelItemCount() > 20, timeout=120_000)
    settle(plugin, qtbot)
    return dock


def settle(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)


def row(dock, name):
    (item,) = dock.figures.findItems(name, Qt.MatchFlag.MatchExactly, 0)
    return item


def click(table, item):
    table.scrollToItem(item)
    place = table.visualItemRect(item).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_figure_says_its_value_and_what_is_not_known_is_not_0(dock):
    hours = row(dock, "Intervention hours")
    assert hours.text(1).replace("\u00a0", " ") == "6 h"
    assert row(dock, "Linear loss index (P106.3, ILP)").text(1) == "n/a"
    click(dock.figures, hours)
    assert "were spent on site" in dock.sentence.text()
    assert "site_h" in hours.toolTip(0)


def test_a_week_that_still_runs_says_so_and_is_not_judged(dock, plugin, qtbot):
    assert "not over yet, as of" in dock.title.text()
    rate = row(dock, "Deadlines met")
    assert not {"✓", "✗"} & set(rate.text(2))
    assert "not over yet, as of" in rate.toolTip(2)
    QTest.mouseClick(dock.before, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dock.title.text().endswith("W22"), timeout=120_000)
    settle(plugin, qtbot)
    assert row(dock, "Deadlines met").toolTip(2) in ("", "target met", "target missed")
    click(dock.figures, row(dock, "First-time fix"))
    assert row(dock, "First-time fix").text(1) == "n/a"


def test_enter_shows_the_orders_behind_a_figure_and_one_is_selected_everywhere(dock, plugin, qtbot):
    click(dock.figures, row(dock, "Intervention hours"))
    QTest.keyClick(dock.figures, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.order_ids() == [BURST], timeout=120_000)
    assert "Intervention hours" in dock.behind_title.text()
    click(dock.orders, dock.orders.topLevelItem(0))
    assert plugin.window.state.order_id == BURST
    QTest.mouseClick(dock.mark, Qt.MouseButton.LeftButton)
    marked = [layer.selectedFeatureCount() for layer in plugin.window.panels.figures.layers_of_orders()]
    assert marked and set(marked) == {1}


def test_the_period_before_and_the_year_are_a_click_away(dock, plugin, qtbot):
    shown = dock.title.text()
    QTest.mouseClick(dock.before, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dock.title.text() not in (shown, "Reading…"), timeout=120_000)
    assert row(dock, "Intervention hours").text(1) == "n/a"
    dock.kind.setFocus()
    QTest.keyClick(dock.kind, Qt.Key.Key_End)
    QTest.keyClick(dock.kind, Qt.Key.Key_Return)
    dock.kind.activated.emit(dock.kind.currentIndex())
    qtbot.waitUntil(lambda: "2026" in dock.title.text() and "W" not in dock.title.text(), timeout=120_000)
    settle(plugin, qtbot)
    assert row(dock, "Intervention hours").text(1).replace("\u00a0", " ") == "6 h"


def test_figures_are_written_as_a_page_and_as_a_table(dock, plugin, qtbot, tmp_path):
    for name in ("week.html", "week.csv"):
        plugin.window.panels.figures.write(str(tmp_path / name))
        qtbot.waitUntil((tmp_path / name).exists, timeout=120_000)
        settle(plugin, qtbot)
    assert "Completion rate" in (tmp_path / "week.html").read_text(encoding="utf-8")
    with (tmp_path / "week.csv").open(encoding="utf-8-sig", newline="") as file:
        text = file.read()
    assert "intervention_hours" in text
    assert list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))


def test_the_field_manager_sees_each_zone_and_what_will_lack(dock, plugin, town, qtbot):
    url = str(town)
    workspace = open_workspace(url)
    with workspace.command("edit", who="test") as transaction:
        away = [
            Absence(f"A{one.agent_id}", AgentId(one.agent_id), date(2026, 6, 8), date(2026, 6, 12))
            for one in workspace.all(Agent)
        ]
        transaction.add(away)
    workspace.close()
    plugin.window.workspaces.refresh()
    dock.tabs.setCurrentWidget(dock.overview)
    page = dock.overview
    qtbot.waitUntil(lambda: page.gaps.topLevelItemCount() > 0, timeout=120_000)
    rows = [page.zones.topLevelItem(n) for n in range(page.zones.topLevelItemCount())]
    # five are open, one of them is due later
    assert sum(int(one.text(1)) for one in rows) == 4
    items = [page.gaps.topLevelItem(n) for n in range(page.gaps.topLevelItemCount())]
    children = [item.child(n) for item in items for n in range(item.childCount())]
    assert {one.data(0, Qt.ItemDataRole.UserRole) for one in children} == {LEAK_DETECTION}
    assert any("nobody from" in item.text(0) for item in items)
    click(page.gaps, items[0].child(0))
    assert plugin.window.state.order_id == LEAK_DETECTION
