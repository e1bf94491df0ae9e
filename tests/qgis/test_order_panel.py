# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabs of the ORDER dock: what can be done about an order, done by mouse and keyboard, and taken back."""

from datetime import date

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from regard.core.resources import Subcontractor
from regard.core.supplies import JobState, SubcontractJob
from regard.planner.import_records import import_records
from regard.planner.notices.photos import attach_photo
from regard.planner.records import OrderNotice
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.attachment_folder import attachment_folder
from regard.store.workspaces import open_workspace
from regard.workorders.informing.messages import MessageState, OrderMessage
from regard.workorders.life.records import OperatorAnswer, Permit, RestorationNote
from regard.workorders.orders import OrderState, WorkOrder

BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"
LEAK_DETECTION = "VA-2026-AEP-00005"


@pytest.fixture
def panel(plugin, town, golden, qtbot):
    """Return the tables of the dock, with the burst selected."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    company = Subcontractor("ST1", "Azur Détection", ("RDF", "HYDROCURAGE"), "01 02", 90.0)
    import_records(workspace, [company], name="companies", who="test")
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    select(plugin, qtbot, BURST)
    return plugin.window.order.dock


def select(plugin, qtbot, order_id):
    plugin.window.state.select_order(order_id)
    settle(plugin, qtbot)
    dock = plugin.window.order.dock
    qtbot.waitUntil(lambda: dock.tables["history"].model.rowCount() > 0, timeout=30_000)


def settle(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)


def stored(plugin, kind, **equal):
    workspace = open_workspace(plugin.window.state.url)
    try:
        return workspace.all(kind, **equal)
    finally:
        workspace.close()


def click_row(dock, tab, table, key):
    dock.tabs.setCurrentIndex(tab)
    view, model = dock.tables[table].view, dock.tables[table].model
    index = model.index(model.row_of(key), 0)
    assert index.isValid(), [row.key for row in model.rows]
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def press(dock, table, name, text=None):
    buttons = dock.tables[table].buttons
    assert name in buttons, list(buttons)
    QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
    if text is not None:
        QTest.keyClicks(dock.tables[table].field, text)
        QTest.keyClick(dock.tables[table].field, Qt.Key.Key_Return)


def undo(plugin, panel, qtbot):
    QTest.mouseClick(panel.undo_bar.undo, Qt.MouseButton.LeftButton)
    settle(plugin, qtbot)


def test_the_notice_is_sent_under_its_number_and_undone(panel, plugin, qtbot):
    click_row(panel, 2, "notices", f"notice/{BURST}")
    press(panel, "notices", "sent", "2026060300012P")
    settle(plugin, qtbot)
    notice = stored(plugin, OrderNotice, order_id=BURST)[0]
    assert (notice.number, notice.state) == ("2026060300012P", "sent")
    assert "Notice sent" in panel.undo_bar.said.text()
    undo(plugin, panel, qtbot)
    assert stored(plugin, OrderNotice, order_id=BURST)[0].sent_at is None
    assert not panel.undo_bar.isVisible()


def test_an_operator_that_was_called_has_answered(panel, plugin, qtbot):
    keys = [row.key for row in panel.tables["notices"].model.rows if row.key.startswith("operator/")]
    called = next(
        key
        for key in keys
        if panel.tables["notices"].model.rows[panel.tables["notices"].model.row_of(key)].cells[1].text
        == "to call"
    )
    click_row(panel, 2, "notices", called)
    press(panel, "notices", "answered", "Mme Petit, astreinte")
    settle(plugin, qtbot)
    answer = stored(plugin, OperatorAnswer, order_id=BURST)[0]
    assert (answer.operator, answer.contact) == (called.partition("/")[2], "Mme Petit, astreinte")
    model = panel.tables["notices"].model
    assert model.rows[model.row_of(called)].cells[1].mark == "green"


def test_a_permit_is_needed_and_then_granted(panel, plugin, qtbot):
    click_row(panel, 2, "notices", "permit/new")
    press(panel, "notices", "needed")
    choice = panel.tables["notices"].choice
    choice.setCurrentIndex(choice.findData("traffic_order"))
    choice.activated.emit(choice.currentIndex())
    settle(plugin, qtbot)
    click_row(panel, 2, "notices", "permit/traffic_order")
    press(panel, "notices", "granted", "ARR-17")
    settle(plugin, qtbot)
    assert [(one.kind, one.reference) for one in stored(plugin, Permit)] == [("traffic_order", "ARR-17")]


def test_customers_are_told_that_the_water_is_back(panel, plugin, qtbot):
    click_row(panel, 1, "cut", "restored")
    press(panel, "cut", "restored")
    settle(plugin, qtbot)
    assert len(stored(plugin, RestorationNote, order_id=BURST)[0].customers) == 23
    undo(plugin, panel, qtbot)
    assert stored(plugin, RestorationNote, order_id=BURST) == []


def test_an_order_nobody_can_make_goes_to_a_subcontractor(panel, plugin, qtbot):
    select(plugin, qtbot, LEAK_DETECTION)
    click_row(panel, 3, "means", "subcontract")
    press(panel, "means", "send")
    choice = panel.tables["means"].choice
    assert choice.itemText(0).startswith("Azur Détection, ")
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    settle(plugin, qtbot)
    assert [job.state for job in stored(plugin, SubcontractJob)] == [JobState.SENT]
    click_row(panel, 3, "means", "subcontract")
    press(panel, "means", "job.accepted")
    settle(plugin, qtbot)
    assert [job.state for job in stored(plugin, SubcontractJob)] == [JobState.ACCEPTED]


def test_whom_to_tell_is_found_shown_and_noted_as_told(panel, plugin, qtbot):
    click_row(panel, 4, "messages", "summary")
    press(panel, "messages", "plan")
    settle(plugin, qtbot)
    rows = panel.tables["messages"].model.rows
    assert len(rows) > 1
    assert panel.tabs.tabText(4) == f"Messages ({len(rows) - 1})"
    assert "whom to tell found" in [row.cells[1].text for row in panel.tables["history"].model.rows]
    chosen = next(row.key for row in rows if row.key != "summary" and "told" in {a.name for a in row.acts})
    click_row(panel, 4, "messages", chosen)
    qtbot.waitUntil(lambda: panel.tables["messages"].details.toPlainText() != "", timeout=60_000)
    settle(plugin, qtbot)
    press(panel, "messages", "told")
    settle(plugin, qtbot)
    assert stored(plugin, OrderMessage, message_id=chosen)[0].state is MessageState.SENT


def test_an_order_is_suspended_with_its_reason_and_the_command_is_undone_in_the_history(panel, plugin, qtbot):
    select(plugin, qtbot, METER)
    click_row(panel, 5, "history", "state")
    press(panel, "history", "state.suspended", "meter locked away")
    settle(plugin, qtbot)
    assert stored(plugin, WorkOrder, order_id=METER)[0].state is OrderState.SUSPENDED
    latest = panel.tables["history"].model.rows[1]
    assert "meter locked away" in latest.cells[2].text
    click_row(panel, 5, "history", latest.key)
    press(panel, "history", "undo")
    settle(plugin, qtbot)
    assert stored(plugin, WorkOrder, order_id=METER)[0].state is OrderState.PLANNED
    assert "undone" in panel.tables["history"].model.rows[2].cells[1].text


def test_what_a_gate_refuses_is_said_and_nothing_changes(panel, plugin, desktop, qtbot):
    click_row(panel, 5, "history", "state")
    press(panel, "history", "state.dispatched")
    settle(plugin, qtbot)
    assert desktop.messages()
    assert stored(plugin, WorkOrder, order_id=BURST)[0].state is OrderState.PLANNED


def test_what_is_typed_survives_a_refresh_and_the_map_stays(panel, plugin, desktop, qtbot):
    click_row(panel, 2, "notices", f"notice/{BURST}")
    QTest.mouseClick(panel.tables["notices"].buttons["sent"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.tables["notices"].field, "20260603")
    desktop.canvas.zoomScale(5000)
    before = desktop.canvas.extent()
    plugin.window.workspaces.refresh()
    settle(plugin, qtbot)
    field = panel.tables["notices"].field
    assert (field.isVisible(), field.text()) == (True, "20260603")
    assert desktop.canvas.extent() == before
    assert panel.tables["notices"].current.key == f"notice/{BURST}"


def test_every_table_has_a_name_and_its_cells_are_spoken(panel):
    assert all(table.view.accessibleName() for table in panel.tables.values())
    index = panel.tables["notices"].model.index(0, 1)
    assert "to send" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "amber" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_photos_are_shown_small_and_one_that_is_gone_is_named(panel, plugin, qtbot, tmp_path):
    picture = QImage(3000, 2000, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    assert picture.save(str(tmp_path / "hole <1>.png"))
    workspace = open_workspace(plugin.window.state.url)
    folder = attachment_folder(workspace)
    for name in ("hole <1>.png", "gone.png"):
        data = (tmp_path / "hole <1>.png").read_bytes() + name.encode()
        kept = attach_photo(
            workspace, BURST, data, file=name, day=date(2026, 6, 3), attachments=folder, who="test"
        )
    folder.path_of(kept.stored_as).unlink()
    workspace.close()
    panel.tabs.setCurrentIndex(0)
    select(plugin, qtbot, METER)
    assert "Photos" not in panel.asset.toPlainText()
    select(plugin, qtbot, BURST)
    qtbot.waitUntil(lambda: "Photos (2)" in panel.asset.toPlainText(), timeout=30_000)
    text = panel.asset.toPlainText()
    assert "hole <1>.png" in text
    assert "gone.png" in text
    assert "not in the folder" in text
    assert panel.asset.toHtml().count("data:image/jpeg") == 1
