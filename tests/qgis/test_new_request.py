# SPDX-License-Identifier: GPL-3.0-or-later
"""A call taken by keyboard and mouse: type and questions while typing, place, deadlines, its orders."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.intake.addresses import import_addresses
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

WORDS = "grosse fuite, eau qui jaillit de la rue"
ANSWERS = {
    "danger": "no",
    "leak_flow": "gusher",
    "leak_place": "road",
    "water_entering_building": "no",
    "road_subsiding": "no",
}
# not near the first call of the morning, which is at 687520
PLACE = (687300.0, 6924003.0)


@pytest.fixture
def desk(plugin, town, golden, qtbot):
    """Return the feature with a golden town that has an address base and stands still, its desk open."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    houses = [("Rue des Saules", "60000", "Valmont", str(n), 687299.0 + n, 6924003.0) for n in range(1, 31)]
    import_addresses(workspace, houses)
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    calls = plugin.window.calling.calls
    qtbot.waitUntil(lambda: calls._desk is not None, timeout=30_000)
    plugin.window.actions.actions["new_request"].trigger()
    qtbot.waitUntil(lambda: "danger" in calls.dock.questions.fields, timeout=10_000)
    return calls


def stored(desk, kind):
    workspace = open_workspace(desk._desk.url)
    try:
        return workspace.all(kind)
    finally:
        workspace.close()


def tell(desk, qtbot, *, words=WORDS, answers=ANSWERS):
    dock = desk.dock
    QTest.keyClicks(dock.caller, "Mme Roc")
    QTest.keyClicks(dock.phone, "06 39 98 00 01")
    QTest.keyClicks(dock.words, words)
    qtbot.waitUntil(lambda: set(answers) <= set(dock.questions.fields), timeout=10_000)
    for key, answer in answers.items():
        QTest.mouseClick(dock.questions.fields[key].choices[answer], Qt.MouseButton.LeftButton)


def place_by_address(desk, qtbot, text="12 rue des saules"):
    dock = desk.dock
    QTest.keyClicks(dock.address.line, text)
    qtbot.waitUntil(lambda: dock.address.completer.popup().isVisible(), timeout=10_000)
    popup = dock.address.completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.assets.count() > 0, timeout=10_000)


def ctrl_enter(widget):
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def settled(desk, qtbot):
    """Wait until the last look at the call has come back."""
    qtbot.waitUntil(lambda: not desk._pause.isActive() and not desk._jobs.busy, timeout=10_000)


def test_the_type_is_found_while_typing_and_danger_is_asked_first(desk, qtbot):
    assert next(iter(desk.dock.questions.fields)) == "danger"
    tell(desk, qtbot, answers={"danger": "no"})
    qtbot.waitUntil(lambda: "AEP-CASSE" in desk.dock.code.itemText(0), timeout=10_000)
    assert list(desk.dock.questions.fields)[:3] == ["danger", "leak_place", "leak_flow"]


def test_the_answer_that_tells_types_apart_changes_the_type(desk, qtbot):
    tell(desk, qtbot, words="fuite dans la rue", answers={"leak_flow": "stream"})
    qtbot.waitUntil(lambda: "AEP-FUI-CAN" in desk.dock.code.itemText(0), timeout=10_000)
    QTest.mouseClick(desk.dock.questions.fields["leak_flow"].choices["gusher"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "AEP-CASSE" in desk.dock.code.itemText(0), timeout=10_000)


def test_nothing_is_saved_while_danger_is_open_and_the_field_says_so(desk, qtbot):
    tell(desk, qtbot, answers={key: said for key, said in ANSWERS.items() if key != "danger"})
    place_by_address(desk, qtbot)
    settled(desk, qtbot)
    ctrl_enter(desk.dock.caller)
    settled(desk, qtbot)
    note = desk.dock.questions.fields["danger"].note
    assert note.isVisible()
    assert note.said == "must be answered"
    assert len(stored(desk, ServiceRequest)) == 5


def test_who_calls_and_where_are_asked_beside_their_fields(desk, qtbot):
    QTest.mouseClick(desk.dock.save, Qt.MouseButton.LeftButton)
    said = [note.said for note in (desk.dock.caller_note, desk.dock.phone_note, desk.dock.place_note)]
    assert all(said)
    assert len(stored(desk, ServiceRequest)) == 5


def test_a_call_is_saved_with_its_orders_by_the_keyboard_and_undone(desk, qtbot):
    tell(desk, qtbot)
    place_by_address(desk, qtbot)
    settled(desk, qtbot)
    assert desk.dock.promised.text()
    asset = desk.dock.shown_asset
    ctrl_enter(desk.dock.address.line)
    qtbot.waitUntil(lambda: desk.dock.saved.isVisible(), timeout=30_000)
    request = max(stored(desk, ServiceRequest), key=lambda one: one.request_id)
    assert request.state is RequestState.CONVERTED
    assert (request.caller, request.phone, request.code) == ("Mme Roc", "06 39 98 00 01", "AEP-CASSE")
    assert request.answers == ANSWERS | dict(request.answers)
    assert request.address == "12 Rue des Saules, 60000 Valmont"
    order = next(one for one in stored(desk, WorkOrder) if one.order_id == request.order_id)
    assert order.asset_id == asset
    assert desk._state.order_id == order.order_id
    QTest.mouseClick(desk.dock.saved.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.dock.saved.isVisible(), timeout=10_000)
    assert len(stored(desk, ServiceRequest)) == 5
    assert len(stored(desk, WorkOrder)) == 5


def test_a_click_on_the_map_is_the_place(desk, desktop, qtbot):
    canvas = desktop.canvas
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    canvas.setCenter(QgsPointXY(*PLACE))
    canvas.zoomScale(1000)
    QTest.mouseClick(desk.dock.address.on_map, Qt.MouseButton.LeftButton)
    assert canvas.mapTool() is desk._tool
    middle = canvas.getCoordinateTransform().transform(QgsPointXY(*PLACE))
    QTest.mouseClick(
        canvas.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(middle.x()), round(middle.y())),
    )
    qtbot.waitUntil(lambda: desk.dock.assets.count() > 0, timeout=10_000)
    assert canvas.mapTool() is not desk._tool
    assert desk.dock.place == pytest.approx(PLACE, abs=1.0)


def test_an_earlier_call_nearby_can_be_the_same_thing(desk, qtbot):
    tell(desk, qtbot)
    desk.dock.take_place((687522.0, 6924003.0))
    qtbot.waitUntil(lambda: "DI-2026-0001" in desk.dock.duplicates.buttons, timeout=10_000)
    settled(desk, qtbot)
    QTest.mouseClick(desk.dock.duplicates.buttons["DI-2026-0001"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.dock.saved.isVisible(), timeout=30_000)
    request = max(stored(desk, ServiceRequest), key=lambda one: one.request_id)
    assert (request.state, request.merged_into) == (RequestState.MERGED, "DI-2026-0001")
    assert len(stored(desk, WorkOrder)) == 5


def test_ctrl_n_in_a_dock_takes_the_next_call(desk, plugin, qtbot):
    desk.dock.hide()
    plugin.window.orders.dock.search.setFocus()
    QTest.keyClick(plugin.window.orders.dock.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.dock.isVisible(), timeout=5_000)


def test_every_field_has_a_name_for_a_screen_reader(desk):
    dock = desk.dock
    fields = (dock.caller, dock.phone, dock.words, dock.code, dock.address, dock.asset_id, dock.assets)
    assert all(field.accessibleName() for field in fields)
    choices = [button for one in dock.questions.fields.values() for button in one.choices.values()]
    assert all(button.accessibleName().startswith(("Is", "Who", "Can")) for button in choices)


def choose(desk, code):
    dock = desk.dock
    dock.code.setCurrentIndex(dock.code.findData(code))
    dock.code.activated.emit(dock.code.currentIndex())


def test_a_quantity_is_asked_where_work_is_counted_and_gives_the_time(desk, qtbot):
    dock = desk.dock
    assert not dock.quantity.isVisible()
    choose(desk, "AEP-CPT-REM")
    qtbot.waitUntil(dock.quantity.isVisible, timeout=10_000)
    assert (dock.quantity.amount.text(), dock.form().quantity) == ("not said", None)
    assert dock.quantity.duration.text().startswith("usually ")
    dock.quantity.amount.selectAll()
    QTest.keyClicks(dock.quantity.amount, "12")
    qtbot.waitUntil(lambda: dock.quantity.duration.text().startswith("5 h 00 on site"), timeout=10_000)
    assert dock.quantity.duration.text() == "5 h 00 on site; eight in ten within 8 h 00"
    # valves are no meters: how many of them is not said yet
    choose(desk, "AEP-VANNE")
    qtbot.waitUntil(lambda: dock.quantity.amount.suffix() == " valves", timeout=10_000)
    assert dock.form().quantity is None
    choose(desk, "AEP-CASSE")
    qtbot.waitUntil(lambda: not dock.quantity.isVisible(), timeout=10_000)
    assert dock.form().quantity is None


def test_the_quantity_goes_into_the_request_and_its_order(desk, qtbot):
    tell(desk, qtbot, words="changer les compteurs", answers={"danger": "no"})
    choose(desk, "AEP-CPT-REM")
    qtbot.waitUntil(desk.dock.quantity.isVisible, timeout=10_000)
    desk.dock.quantity.amount.setValue(12)
    place_by_address(desk, qtbot)
    settled(desk, qtbot)
    ctrl_enter(desk.dock.caller)
    qtbot.waitUntil(lambda: any(one.quantity for one in stored(desk, WorkOrder)), timeout=20_000)
    (request,) = [one for one in stored(desk, ServiceRequest) if one.quantity]
    (order,) = [one for one in stored(desk, WorkOrder) if one.quantity]
    assert (request.quantity, order.quantity, order.request_id) == (12, 12, request.request_id)
    assert order.duration_min >= 300
