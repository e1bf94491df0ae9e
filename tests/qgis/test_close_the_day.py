# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock FROM THE FIELD by mouse and keyboard: forty results taken in, three sent back (docs/tasks.md)."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.core.ids import OrderId
from regard.planner.import_records import import_records
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.closing.records import Closure, CorrectionRequest
from regard.workorders.orders import OrderState, WorkOrder

BURST, METER = "VA-2026-AEP-00001", "VA-2026-AEP-00002"
EVENING = datetime(2026, 6, 3, 18)
COUNT, DOUBTFUL = 39, 3
ENTER = Qt.Key.Key_Return


def order_id(number):
    return f"VA-2026-AEP-{100 + number:05d}"


@pytest.fixture
def evening(town):
    """Have the burst and many meter changes at work."""
    workspace = open_workspace(str(town))
    like = workspace.get(WorkOrder, METER)
    changes = {"state": OrderState.IN_PROGRESS, "started_at": datetime(2026, 6, 3, 8), "version": 0}
    orders = [replace(like, order_id=OrderId(order_id(n)), **changes) for n in range(COUNT)]
    import_records(workspace, orders, name="orders", who="test")
    burst = workspace.get(WorkOrder, BURST)
    with workspace.command("go", who="test") as writing:
        writing.save(replace(burst, state=OrderState.IN_PROGRESS, started_at=datetime(2026, 6, 3, 9)))
    workspace.close()


@pytest.fixture
def results(tmp_path):
    """Return the table that the field sent; of some orders the new index is missing, one is of no order."""
    path = tmp_path / "results.csv"
    (tmp_path / "meter.jpg").write_bytes(b"meter")
    rows = [
        {
            "order_id": order_id(number),
            "started_at": "2026-06-03 09:00",
            "ended_at": "2026-06-03 09:25",
            "agents": "AG1",
            "result": "done",
            "old_index": "1512",
            "reading_type": "real",
            "new_index": "" if number < DOUBTFUL else "0",
            "new_serial": f"D26FA{number:03d}",
            "dn": "15",
            "year": "2026",
            "photos": "meter.jpg",
        }
        for number in range(COUNT)
    ]
    rows.append({**rows[-1], "order_id": "VA-2026-AEP-99999"})
    rows.append(
        {
            **dict.fromkeys(rows[0], ""),
            "order_id": BURST,
            "started_at": "2026-06-03 09:00",
            "ended_at": "2026-06-03 11:00",
            "agents": "AG1",
            "result": "done",
            "photos": "meter.jpg",
            "asset": "P03",
            "repair_point": "687520,6924000",
            "repaired": "01",
            "defect": "02",
            "material": "02",
            "dn": "125",
        }
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[-1]), restval="", delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def at_evening(hands):
    workspace = open_workspace(hands.window.state.url)
    workspace.set_setting(DESK_MOMENT, EVENING.isoformat())
    workspace.close()
    hands.window.workspaces.refresh()
    hands.settle()


def take_in(hands, path):
    dock = hands.window.panels.returning.dock
    hands.key(
        hands.window.orders.dock.tree,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    hands.ready(lambda: dock.pages.currentIndex() == 1)
    hands.name_the_file(path)
    hands.click(dock.take)
    hands.ready(lambda: bool(dock.said.text()) and dock.take.isEnabled())
    # a window manager does that when a dialog closes; here is none
    hands.desktop.window.activateWindow()
    assert QTest.qWaitForWindowActive(hands.desktop.window)
    return dock


def test_8_the_day_is_closed(evening, hands, results):
    at_evening(hands)
    hands.begin()
    dock = take_in(hands, results)
    assert dock.said.text() == "40 results taken in; 1 result not taken in"
    table = dock.tables["returned"]
    assert dock.chips["returned"].pressed == {"wrong"}
    assert table.model.rowCount() == DOUBTFUL
    assert "new_index" in table.details.toPlainText() or "New index" in table.details.toPlainText()
    for left in reversed(range(DOUBTFUL)):
        hands.key(table.view, Qt.Key.Key_S)
        hands.ready(lambda left=left: sum(bool(row.acts) for row in table.model.rows) == left)
    done = hands.report(8, "Close the day", 8 + DOUBTFUL, 5)
    assert len(done) == 4 + DOUBTFUL, done
    states, asked, changes = hands.asked(
        lambda w: (
            Counter(w.get(WorkOrder, order_id(n)).state for n in range(COUNT)),
            w.all(CorrectionRequest),
            w.all(AssetChange),
        ),
    )
    assert states == {OrderState.CLOSED: COUNT - DOUBTFUL, OrderState.TO_CORRECT: DOUBTFUL}
    assert {(one.order_id, one.field, one.agent_id) for one in asked} == {
        (order_id(number), "new_index", "AG1") for number in range(DOUBTFUL)
    }
    assert {one.order_id for one in changes} == {BURST}


def test_what_was_not_taken_in_is_said_with_its_file(evening, hands, results):
    at_evening(hands)
    dock = take_in(hands, results)
    left = dock.tables["left"]
    assert left.model.rowCount() == 1
    assert [cell.text for cell in left.model.rows[0].cells[:2]] == ["VA-2026-AEP-99999", "results.csv"]
    assert "VA-2026-AEP-99999" in left.model.rows[0].cells[2].text


def test_taking_in_is_taken_back_by_one_click(evening, hands, results):
    at_evening(hands)
    dock = take_in(hands, results)
    hands.click(dock.undo_bar.undo)
    hands.ready(lambda: dock.tables["returned"].model.rowCount() == 0)
    closures, states = hands.asked(
        lambda w: (w.all(Closure), {w.get(WorkOrder, order_id(n)).state for n in range(COUNT)})
    )
    assert closures == []
    assert states == {OrderState.IN_PROGRESS}


def test_a_file_that_cannot_be_read_is_said(evening, hands, tmp_path):
    at_evening(hands)
    wrong = tmp_path / "results.csv"
    wrong.write_text("what;ever\n1;2\n", encoding="utf-8")
    dock = take_in(hands, wrong)
    assert dock.said.text() == "0 results taken in; 1 file not read"
    (row,) = dock.tables["left"].model.rows
    assert "order_id" in row.cells[2].text


def test_a_second_time_changes_nothing(evening, hands, results):
    at_evening(hands)
    dock = take_in(hands, results)
    before = hands.asked(lambda w: w.journal(last=1)[-1].command_id)
    hands.window.panels.returning.take([results])
    hands.ready(lambda: "already" in dock.said.text() and dock.take.isEnabled())
    assert dock.said.text() == "0 results taken in; 40 were there already; 1 result not taken in"
    assert hands.asked(lambda w: w.journal(last=1)[-1].command_id) == before
