# SPDX-License-Identifier: GPL-3.0-or-later
"""The docks, driven by mouse and keyboard: list, filter, select, and what is shown for the selection."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from regard.qgis_bridge.project import layers_by_key
from regard.ui.orders_model import OrderRole

BURST = "VA-2026-AEP-00001"
LEAK_DETECTION = "VA-2026-AEP-00005"


@pytest.fixture
def window(plugin, built_town, qtbot):
    """Return the plugin's window with the golden town open."""
    plugin.window.workspaces.open(str(built_town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    qtbot.waitUntil(lambda: plugin.window.orders.dock.tree.isVisible(), timeout=5_000)
    return plugin.window


@pytest.fixture
def orders(window):
    return window.orders.dock


@pytest.fixture
def order(window):
    return window.order.dock


def listed(dock):
    """Return the ids of the orders that the list shows, by heading."""
    model = dock.model
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        group.data(): [
            model.index(row, 0, group).data(OrderRole.ORDER_ID) for row in range(model.rowCount(group))
        ]
        for group in groups
    }


def click(dock, order_id):
    index = dock.model.index_of(order_id)
    dock.tree.scrollTo(index)
    place = dock.tree.visualRect(index).center()
    QTest.mouseClick(dock.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def text_of(browser):
    return browser.toPlainText()


def test_without_a_workspace_the_next_step_is_offered(plugin, monkeypatch, qtbot):
    dock = plugin.window.orders.dock
    plugin.window.actions.actions["orders"].trigger()
    assert dock.isVisible()
    labels = [button.text() for button in dock.pages.currentWidget().findChildren(type(dock.open_button))]
    assert labels == ["Open a workspace…", "Open the demo town"]
    with qtbot.waitSignal(dock.demo_asked):
        QTest.mouseClick(dock.demo_button, Qt.MouseButton.LeftButton)


def test_a_file_that_is_no_workspace_is_said_once(plugin, desktop, tmp_path):
    other = tmp_path / "other.gpkg"
    other.write_text("nothing")
    plugin.window.workspaces.open(str(other))
    assert desktop.messages() == [f"{other} is not a Regard workspace."]
    assert plugin.window.state.url == ""


def test_orders_are_listed_by_priority_with_the_most_severe_first(orders):
    assert listed(orders) == {
        "P1 · emergency  (1)": [BURST],
        "P2 · urgent  (1)": ["VA-2026-ASS-00003"],
        "P3 · normal  (1)": [LEAK_DETECTION],
        "P4 · can wait  (2)": ["VA-2026-AEP-00002", "VA-2026-AEP-00004"],
    }
    assert orders.count.text() == "5 orders"


def test_typing_filters_without_accents(orders, qtbot):
    qtbot.keyClicks(orders.search, "eglise -ass")
    assert [order for group in listed(orders).values() for order in group] == ["VA-2026-ASS-00003"]
    assert orders.count.text() == "1 of 5 orders"
    orders.search.clear()
    assert orders.count.text() == "5 orders"


def test_chips_filter_by_priority_and_state(orders, qtbot):
    qtbot.mouseClick(orders.priorities.chip("P4"), Qt.MouseButton.LeftButton)
    assert list(listed(orders)) == ["P4 · can wait  (2)"]
    qtbot.mouseClick(orders.states.chip("qualified"), Qt.MouseButton.LeftButton)
    assert listed(orders) == {}
    qtbot.mouseClick(orders.priorities.chip("P4"), Qt.MouseButton.LeftButton)
    assert listed(orders) == {"P3 · normal  (1)": [LEAK_DETECTION]}


def shown(dock):
    return [order for group in listed(dock).values() for order in group]


def test_menus_filter_by_deadline_zone_agent_and_notice(orders, qtbot):
    menus, total = orders.menus, len(shown(orders))
    assert not menus.buttons["zone"].isVisible(), "one zone is no choice"
    QTimer.singleShot(300, lambda: QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_End))
    QTimer.singleShot(500, lambda: QApplication.activePopupWidget().close())
    QTest.mouseClick(menus.buttons["agent"], Qt.MouseButton.LeftButton)
    menus.action("agent", "").trigger()
    assert shown(orders) == [LEAK_DETECTION]
    assert menus.buttons["agent"].text() == "Agent · 1"
    menus.buttons["agent"].menu().actions()[-1].trigger()
    assert menus.buttons["agent"].text() == "Agent"
    menus.action("notice", "").trigger()
    assert 0 < len(shown(orders)) < total
    menus.action("notice", "").trigger()
    assert len(shown(orders)) == total


def test_grouping_by_agent_puts_the_unplanned_last(orders):
    orders.group_by.setFocus()
    orders.group_by.setCurrentIndex(orders.group_by.findData("agent"))
    assert list(listed(orders))[-1] == "Not planned  (1)"
    orders.group_by.setCurrentIndex(orders.group_by.findData("state"))
    assert set(listed(orders)) == {"Planned  (4)", "Qualified  (1)"}


def test_a_click_shows_what_was_found_and_zooms_to_it(window, orders, order, desktop, qtbot):
    click(orders, BURST)
    qtbot.waitUntil(lambda: order.isVisible() and BURST in order.title.text(), timeout=10_000)
    assert "V4" in text_of(order.cut)
    assert "Customers without water: 23" in text_of(order.cut)
    assert "sensitive: warn first" in text_of(order.cut)
    assert "PI-014" in text_of(order.cut)
    assert "ATU" in text_of(order.networks)
    assert "GAZ PE63" in text_of(order.networks)
    assert "Open data never replaces" in text_of(order.networks)
    assert "Karim Benali" in text_of(order.resources)
    assert [order.tabs.tabText(i) for i in range(6)] == [
        *("Asset", "Cut (2)", "Networks (4)"),
        *("Resources", "Messages", "History"),
    ]
    highlight = window.map_view.highlight
    assert [tag.text for tag in highlight.tags] == ["1", "2"]
    assert desktop.canvas.extent().contains(highlight.tags[0].place)
    assert desktop.canvas.extent().width() < 1000


def test_arrow_keys_move_the_selection(window, orders, order, qtbot):
    click(orders, BURST)
    QTest.keyClick(orders.tree, Qt.Key.Key_Down)
    QTest.keyClick(orders.tree, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "VA-2026-ASS-00003" in order.title.text(), timeout=10_000)
    assert window.state.order_id == "VA-2026-ASS-00003"
    assert "Sewer upstream" in text_of(order.asset)
    assert "does not cut the water" in text_of(order.cut)


def test_an_order_left_out_says_why_agent_by_agent(orders, order, qtbot):
    click(orders, LEAK_DETECTION)
    qtbot.waitUntil(lambda: LEAK_DETECTION in order.title.text(), timeout=10_000)
    for agent in ("Karim Benali", "Léa Fontaine", "Hélène Martin"):
        assert agent in text_of(order.resources)
    assert "lacks the skill Leak detection" in text_of(order.resources)


def test_selecting_on_the_map_selects_in_the_list(window, orders, order, project, qtbot):
    layer = layers_by_key(project)["orders"]
    layer.selectByExpression(f"\"order_id\" = '{LEAK_DETECTION}'")
    qtbot.waitUntil(lambda: LEAK_DETECTION in order.title.text(), timeout=10_000)
    assert orders.tree.currentIndex().data(OrderRole.ORDER_ID) == LEAK_DETECTION


def test_the_ring_is_on_the_map_before_the_order_has_been_read(window, desktop, project, qtbot):
    of_burst = next(f for f in layers_by_key(project)["orders"].getFeatures() if f["order_id"] == BURST)
    window.state.select_order(LEAK_DETECTION)
    window.state.select_order(BURST)
    assert window.map_view.highlight.place == of_burst.geometry().asPoint()
    assert window.map_view.highlight.tags == ()
    window.state.select_order("")
    assert window.map_view.highlight.place is None


def test_a_valve_is_a_link_to_its_place(window, orders, order, desktop, qtbot):
    click(orders, BURST)
    qtbot.waitUntil(lambda: BURST in order.title.text(), timeout=10_000)
    order.valve_asked.emit("V5")
    place = window.map_view.highlight.tags[1].place
    assert desktop.canvas.center().distance(place) < 1.0


def test_the_highlight_follows_the_map_and_goes_with_the_workspace(window, orders, order, desktop, qtbot):
    click(orders, BURST)
    qtbot.waitUntil(lambda: bool(window.map_view.highlight.tags), timeout=10_000)
    desktop.canvas.grab()
    QgsProject.instance().clear()
    assert window.state.url == ""
    assert window.map_view.highlight.tags == ()
    assert orders.pages.currentIndex() == 1


def test_reading_again_keeps_the_selection(window, orders, order, qtbot):
    click(orders, BURST)
    qtbot.waitUntil(lambda: BURST in order.title.text(), timeout=10_000)
    with qtbot.waitSignal(window.state.orders_changed, timeout=10_000):
        window.actions.actions["refresh"].trigger()
    assert window.state.order_id == BURST
    assert orders.tree.currentIndex().data(OrderRole.ORDER_ID) == BURST


def test_every_control_has_a_name_for_screen_readers(orders, order):
    for widget in (orders.search, orders.tree, orders.group_by, orders.sort_by):
        assert widget.accessibleName()
    for browser in (order.asset, order.cut, order.networks, order.resources):
        assert browser.accessibleName()
    index = orders.model.index_of(BURST)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert BURST in spoken
    assert "P1 · emergency" in spoken


def test_nothing_is_cut_off_in_the_orders_dock(orders):
    for page in range(orders.pages.count()):
        assert orders.pages.widget(page).minimumSizeHint().width() <= orders.minimumWidth()
