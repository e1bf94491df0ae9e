# SPDX-License-Identifier: GPL-3.0-or-later
"""Corrections are asked for, reminded and answered; direct ones keep author, both values and the reason."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import AssetId, OrderId
from regard.core.resources import StockLine
from regard.planner.closing.close_order import closure_of
from regard.planner.closing.corrections import (
    answer_correction,
    ask_correction,
    changes_of,
    correct_directly,
    list_corrections,
    original_of,
    remind_overdue,
)
from regard.planner.import_records import import_records
from regard.planner.life.advance import advance_order, order_history
from regard.planner.life.outcomes import planned_against_done
from regard.planner.life.requeue import not_done
from regard.planner.records import Outage
from regard.workorders.closing.records import AssetReading, Closure, CorrectionRequest
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import MultiLineString

S = OrderState
NOW = datetime(2026, 6, 3, 18)
DUE = datetime(2026, 6, 5, 12)
BOOK = load_rule_book()


def ask(workspace, **changes):
    asked = {"reason": "new index missing", "agent": "AG2", "due_at": DUE, "now": NOW, **changes}
    return ask_correction(workspace, "OI-02", "new_index", book=BOOK, who="D. Martin", **asked)


def state(workspace):
    return workspace.get(WorkOrder, "OI-02").state


def test_a_missing_index_is_asked_for_reminded_and_answered(workspace, close, meter_data):
    close("OI-02", meter_data(1512).replace("new_index: 0\n", ""))
    assert state(workspace) is S.TO_CORRECT
    asked = ask(workspace)
    assert (asked.agent_id, asked.due_at, asked.reason) == ("AG2", DUE, "new index missing")
    assert remind_overdue(workspace, now=DUE, who="D. Martin") == ()
    late = datetime(2026, 6, 5, 12, 1)
    (reminder,) = remind_overdue(workspace, now=late, who="D. Martin")
    assert reminder.field_manager == "F. Leroy"
    (kept,) = list_corrections(workspace)
    assert (kept.flagged_to, kept.reminders, kept.is_overdue(late)) == ("F. Leroy", 1, True)
    # within the day nobody is reminded again
    assert remind_overdue(workspace, now=datetime(2026, 6, 6, 12), who="D. Martin") == ()
    assert len(remind_overdue(workspace, now=datetime(2026, 6, 6, 12, 1), who="D. Martin")) == 1
    with pytest.raises(InputError, match="found 'none', expected a number"):
        answer_correction(workspace, asked.correction_id, "none", book=BOOK, now=late, who="AG2")
    done = answer_correction(workspace, asked.correction_id, "0", book=BOOK, now=late, who="AG2")
    assert (done.order.state, done.findings, done.lacks) == (S.CLOSED, (), ())
    assert list_corrections(workspace) == []
    (change,) = changes_of(workspace, "OI-02")
    assert (change.author, change.old_value, change.new_value) == ("AG2", "", "0")
    assert change.correction_id == asked.correction_id
    with pytest.raises(InputError, match="was answered on"):
        answer_correction(workspace, asked.correction_id, "1", book=BOOK, now=late, who="AG2")


def test_swapped_digits_are_corrected_and_the_original_stays(workspace, close, meter_data):
    reading = workspace.get(AssetReading, "R-1")
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(reading, value=1440))
    done = close("OI-02", meter_data(1428))
    assert "digits swapped? 1482" in done.errors[0].message.english()
    fixed = correct_directly(
        workspace,
        "OI-02",
        "old_index",
        "1482",
        reason="digits swapped, photo",
        book=BOOK,
        now=NOW,
        who="D. Martin",
        photo="index.jpg",
    )
    assert fixed.order.state is S.CLOSED
    (change,) = changes_of(workspace, "OI-02")
    assert (change.author, change.old_value, change.new_value, change.reason, change.photo) == (
        "D. Martin",
        "1428",
        "1482",
        "digits swapped, photo",
        "index.jpg",
    )
    closure = closure_of(workspace, "OI-02")
    assert closure.fields["old_index"] == "1482"
    assert original_of(closure, [change], "old_index") == "1428"
    assert closure.raw == meter_data(1428)
    # handing the same in again does not bring the mistake back
    close("OI-02", meter_data(1428))
    assert closure_of(workspace, "OI-02").fields["old_index"] == "1482"


def test_a_correction_of_parts_moves_the_stock_by_the_difference(workspace, close, meter_data):
    close("OI-02", meter_data(1512))
    change = {"reason": "two meters", "book": BOOK, "now": NOW, "who": "D. Martin"}
    correct_directly(workspace, "OI-02", "parts.meter", "3", **change)
    assert workspace.get(StockLine, "AG2-meter").quantity == 2
    workspace.undo(who="D. Martin")
    assert workspace.get(StockLine, "AG2-meter").quantity == 4
    assert workspace.get(Closure, "OI-02").parts == {"meter": 1}
    assert changes_of(workspace, "OI-02") == []


def test_an_order_waits_for_what_is_asked_even_when_the_checks_find_nothing(workspace, close, meter_data):
    data = meter_data(1512)
    close("OI-02", data.replace("year: 2026", "year: 1949"))
    first = ask(workspace)
    done = correct_directly(
        workspace, "OI-02", "year", "2026", reason="typo", book=BOOK, now=NOW, who="D. Martin"
    )
    assert done.order.state is S.TO_CORRECT
    assert [one.english() for one in done.lacks] == [
        "a correction of new_index is asked for until 2026-06-05 12:00"
    ]
    done = answer_correction(workspace, first.correction_id, "0", book=BOOK, now=NOW, who="AG2")
    assert done.order.state is S.CLOSED


def test_what_cannot_be_asked_or_changed_is_named(workspace, close, meter_data):
    close("OI-02", meter_data(1482))
    for changes, said in (
        ({"agent": "AG9"}, "AG9"),
        ({"reason": " "}, "say why"),
        ({"due_at": NOW}, "is over"),
    ):
        with pytest.raises(InputError, match=said):
            ask(workspace, **changes)
    set_ = {"reason": "x", "book": BOOK, "now": NOW, "who": "D. Martin"}
    for field, value, said in (
        ("old_idx", "1", "near: old_index"),
        ("reading_type", "guessed", "expected one of real, self, estimated"),
        ("old_index", "1482", "is '1482' already"),
        ("parts.meter", "-1", "expected a whole number"),
    ):
        with pytest.raises(InputError, match=said):
            correct_directly(workspace, "OI-02", field, value, **set_)
    assert workspace.all(CorrectionRequest) == []
    assert changes_of(workspace, "OI-02") == []


FLUSHING = """started_at: 2026-06-03 10:00
ended_at: 2026-06-03 10:25
agents: [AG1]
result: {result}
photos: [p.jpg]
"""


@pytest.fixture
def cut(workspace):
    """Have the work of OI-03 cut the water at V4."""
    lines = MultiLineString([[(687500, 6924000), (687540, 6924000)]])
    cut = Outage(OrderId("OI-03"), AssetId("P03"), ("V4",), (), ("P03",), (), (), (), 40.0, 1.0, False, lines)
    import_records(workspace, [cut], name="import", who="test")


def ask_again(workspace, field="agents"):
    asked = {"reason": "who else?", "agent": "AG1", "due_at": DUE, "book": BOOK, "now": NOW}
    return ask_correction(workspace, "OI-03", field, who="D. Martin", **asked)


def test_an_order_goes_on_as_done_when_only_a_gate_still_holds_it(workspace, close, cut):
    close("OI-03", FLUSHING.format(result="done"))
    asked = ask_again(workspace)
    assert workspace.get(WorkOrder, "OI-03").state is S.TO_CORRECT
    later = datetime(2026, 6, 4, 9)
    with pytest.raises(InputError, match="a correction of agents is asked for"):
        advance_order(workspace, "OI-03", S.DONE, now=later, who="D. Martin")
    done = answer_correction(workspace, asked.correction_id, "AG1;AG2", book=BOOK, now=later, who="AG1")
    # nothing is left to correct: what the gate asks for is said, and the work ended when it did
    assert [one.english() for one in done.lacks] == ["valve V4: note how it was left"]
    assert (done.order.state, done.order.ended_at) == (S.DONE, datetime(2026, 6, 3, 10, 25))
    correct_directly(
        workspace, "OI-03", "valves.V4", "open", reason="seen", book=BOOK, now=later, who="D. Martin"
    )
    assert workspace.get(WorkOrder, "OI-03").state is S.CLOSED
    moves = [one.to_state for one in order_history(workspace, "OI-03")]
    assert moves == [S.DONE, S.TO_CORRECT, S.DONE, S.CLOSED]
    # it was done on its day, not on that of the answer
    assert planned_against_done(workspace, later.date(), later.date()).whole.done == 0


def test_what_was_not_done_waits_for_its_new_day_once_it_is_corrected(workspace, close):
    text = FLUSHING.format(result="not_done") + "cause: customer_absent\ncomment: porte close\n"
    close("OI-03", text.replace("AG1", "AG9"))
    assert workspace.get(WorkOrder, "OI-03").state is S.TO_CORRECT
    later = datetime(2026, 6, 4, 9)
    done = correct_directly(
        workspace, "OI-03", "agents", "AG1", reason="typo", book=BOOK, now=later, who="D. Martin"
    )
    assert (done.order.state, done.order.ended_at) == (S.NOT_DONE, datetime(2026, 6, 3, 10, 25))
    # missed once, on its day
    assert planned_against_done(workspace, later.date(), later.date()).whole.not_done == 0
    assert planned_against_done(workspace, NOW.date(), NOW.date()).whole.not_done == 1
    again = not_done(workspace, "OI-03", "customer_absent", now=later, who="D. Martin")
    assert again.order.state is S.RESCHEDULED
