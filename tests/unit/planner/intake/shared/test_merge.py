# SPDX-License-Identifier: GPL-3.0-or-later
"""Several calls about one burst are answered by one tree of orders, which closes them all."""

from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.assets.valve_register import note_valve
from regard.planner.import_records import import_records
from regard.planner.intake.merge import callers_to_tell, close_requests, judge_again, merge_requests
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.intake.order_tree import order_tree
from regard.planner.intake.priorities import prioritise
from regard.planner.intake.request_sheet import request_sheet
from regard.planner.life.advance import advance_order
from regard.planner.records import Footprint, OrderConflict, OrderNotice, Outage
from regard.workorders.closing.records import Closure
from regard.workorders.life.moves import OrderMove
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

CLOSED_AT = datetime(2026, 6, 5, 16)
CALM = {"danger": "no", "leak_place": "road", "water_entering_building": "no", "road_subsiding": "no"}


@pytest.fixture
def merge(desk, rules):
    def merge(*request_ids, into="DI-2026-0417"):
        return merge_requests(
            desk.workspace,
            desk.base,
            request_ids,
            into=into,
            rules=rules,
            now=desk.clock.now,
            who="D. Martin",
        )

    return merge


def two_calls(desk):
    desk.take(request_id="DI-2026-0417", code="AEP-FUI-CAN", answers=CALM)
    subsiding = {**CALM, "road_subsiding": "confirmed"}
    desk.take(
        request_id="DI-2026-0418", minutes=9, caller="M. Roc", phone="06 00 00 00 02", answers=subsiding
    )


def close_orders(workspace):
    """Put the orders in state closed: how an order gets there is tested with its life."""
    with workspace.command("close", who="test") as transaction:
        for order in workspace.all(WorkOrder):
            if order.state is not OrderState.CANCELLED:
                transaction.save(type(order)(**{**fields_of(order), "state": OrderState.CLOSED}))


def fields_of(record):
    return {name: getattr(record, name) for name in record.__slots__}


def test_two_calls_are_one_tree_and_closing_it_closes_both_and_lists_two_callers(desk, merge):
    two_calls(desk)
    merge("DI-2026-0418")
    (main, _) = desk.qualify(chains=True)
    tree = order_tree(desk.workspace, main.order_id)
    assert [one.request_id for one in tree.requests] == ["DI-2026-0417", "DI-2026-0418"]
    with pytest.raises(InputError, match=r"not all orders are closed: VA-2026-AEP-00001 \(qualified\)"):
        close_requests(desk.workspace, main.order_id, at=CLOSED_AT, who="D. Martin")
    close_orders(desk.workspace)
    done = close_requests(desk.workspace, main.order_id, at=CLOSED_AT, who="D. Martin")
    assert [(one.request_id, one.caller, one.phone) for one in done.callers] == [
        ("DI-2026-0417", "Mme Martin", "06 00 00 00 01"),
        ("DI-2026-0418", "M. Roc", "06 00 00 00 02"),
    ]
    stored = desk.workspace.all(ServiceRequest)
    assert {(one.state, one.closed_at) for one in stored} == {(RequestState.CLOSED, CLOSED_AT)}
    with pytest.raises(InputError, match="answers no request that is still open"):
        close_requests(desk.workspace, main.order_id, at=CLOSED_AT, who="D. Martin")


def handed_in(order):
    fields = {
        "started_at": "2026-06-05 15:30",
        "ended_at": "2026-06-05 15:50",
        "agents": "AG01",
        "result": "done",
        "old_index": "1482",
        "new_index": "0",
        "reading_type": "real",
        "new_serial": "D26AB123456",
        "dn": "15",
        "year": "2026",
    }
    return Closure(
        order_id=order.order_id,
        code=order.code,
        author="AG01",
        received_at=CLOSED_AT,
        fields=fields,
        parts={},
        valves={},
        valve_notes={},
        photos=("meter.jpg",),
        raw="",
        rules_version="",
        taken={},
    )


def test_the_last_order_that_closes_closes_the_requests_and_undo_opens_both(desk, merge):
    desk.take(request_id="DI-2026-0417", code="AEP-CPT-REM", answers={"danger": "no"})
    desk.take(request_id="DI-2026-0418", code="AEP-CPT-REM", answers={"danger": "no"}, caller="M. Roc")
    merge("DI-2026-0418")
    (order,) = desk.qualify()
    for state in ("planned", "dispatched", "in_progress", "done"):
        advance_order(desk.workspace, order.order_id, OrderState(state), now=CLOSED_AT, who="D. Martin")
    with pytest.raises(InputError, match="no closure data were handed in"):
        advance_order(desk.workspace, order.order_id, OrderState.CLOSED, now=CLOSED_AT, who="D. Martin")
    import_records(desk.workspace, [handed_in(order)], name="hand in", who="AG01")
    advance_order(desk.workspace, order.order_id, OrderState.CLOSED, now=CLOSED_AT, who="D. Martin")
    stored = desk.workspace.all(ServiceRequest)
    assert {(one.state, one.closed_at) for one in stored} == {(RequestState.CLOSED, CLOSED_AT)}
    assert [one.caller for one in callers_to_tell(desk.workspace, order.order_id)] == ["Mme Martin", "M. Roc"]
    desk.workspace.undo(who="D. Martin")
    assert desk.workspace.get(WorkOrder, order.order_id).state is OrderState.DONE
    assert {one.state for one in desk.workspace.all(ServiceRequest)} == {
        RequestState.CONVERTED,
        RequestState.MERGED,
    }


def test_requests_and_orders_are_traced_both_ways(desk, merge, rules):
    two_calls(desk)
    (main, other) = desk.qualify()
    merge("DI-2026-0418")
    merged = request_sheet(desk.workspace, desk.base, "DI-2026-0418", rules=rules, now=desk.clock.now)
    root = request_sheet(desk.workspace, desk.base, "DI-2026-0417", rules=rules, now=desk.clock.now)
    assert (merged.orders, root.orders, root.merged) == (
        (main.order_id,),
        (main.order_id,),
        ("DI-2026-0418",),
    )
    sheet = order_sheet(desk.workspace, main.order_id)
    assert [one.request_id for one in sheet.tree.requests] == ["DI-2026-0417", "DI-2026-0418"]
    alone = order_tree(desk.workspace, other.order_id)
    assert (alone.main.order_id, alone.requests) == (other.order_id, ())


def test_the_order_of_a_merged_call_is_cancelled_and_the_kept_one_judged_on_both(desk, merge):
    two_calls(desk)
    (main, other) = desk.qualify()
    assert main.priority is Priority.P3
    done = merge("DI-2026-0418")
    stored = {order.order_id: order for order in desk.workspace.all(WorkOrder)}
    assert stored[other.order_id].state is OrderState.CANCELLED
    assert [one.order_id for one in done.cancelled] == [other.order_id]
    assert stored[main.order_id].priority is Priority.P1
    assert stored[main.order_id].score_sources["safety"] == "road_subsiding=confirmed"
    (move,) = desk.workspace.all(OrderMove, order_id=other.order_id)
    assert (move.who, move.to_state, move.reason) == ("D. Martin", OrderState.CANCELLED, "DI-2026-0417")


def test_one_undo_takes_a_merge_back(desk, merge):
    two_calls(desk)
    before = desk.qualify()
    merge("DI-2026-0418")
    desk.workspace.undo(who="D. Martin")
    after = {order.order_id: (order.state, order.priority) for order in desk.workspace.all(WorkOrder)}
    assert after == {order.order_id: (order.state, order.priority) for order in before}
    assert desk.workspace.get(ServiceRequest, "DI-2026-0418").state is RequestState.CONVERTED


def found_of(workspace, order_id):
    kinds = (Outage, Footprint, OrderConflict, OrderNotice)
    return {kind.__name__: workspace.all(kind, order_id=order_id) for kind in kinds}


def test_a_merge_studies_the_cut_and_the_notice_again_and_undo_brings_them_back(desk, merge):
    two_calls(desk)
    (main, _) = desk.qualify()
    before = found_of(desk.workspace, main.order_id)
    assert main.earliest_start is not None
    assert before["Outage"][0].close == ("V4", "V5")
    note_valve(
        desk.workspace, desk.base.water, valve="V5", state="stuck_open", now=desk.clock.now, who="D. Martin"
    )
    done = merge("DI-2026-0418")
    after = found_of(desk.workspace, main.order_id)
    assert done.studied
    assert after["Outage"][0].close == ("V4", "V6", "V8")
    assert (before["OrderNotice"][0].kind, after["OrderNotice"][0].kind) == ("DT-DICT", "ATU")
    order = desk.workspace.get(WorkOrder, main.order_id)
    assert (order.priority, order.earliest_start) == (Priority.P1, after["OrderNotice"][0].earliest_start)
    assert order.earliest_start != main.earliest_start
    desk.workspace.undo(who="D. Martin")
    undone = found_of(desk.workspace, main.order_id)
    assert undone["Outage"][0].close == ("V4", "V5")
    assert undone["OrderNotice"][0].kind == "DT-DICT"
    assert desk.workspace.get(WorkOrder, main.order_id).earliest_start == main.earliest_start


def test_what_was_found_of_a_planned_order_stays(desk, merge):
    two_calls(desk)
    (main, _) = desk.qualify()
    with desk.workspace.command("plan", who="test") as transaction:
        transaction.save(type(main)(**{**fields_of(main), "state": OrderState.PLANNED}))
    before = found_of(desk.workspace, main.order_id)
    assert not merge("DI-2026-0418").studied
    assert found_of(desk.workspace, main.order_id) == before


def test_a_request_merged_before_its_root_became_an_order_gets_the_order_later(desk, merge):
    two_calls(desk)
    merge("DI-2026-0418")
    (order,) = desk.qualify()
    assert desk.workspace.get(ServiceRequest, "DI-2026-0418").order_id == order.order_id


def test_the_calls_merged_before_count_when_the_order_is_made(desk, merge):
    two_calls(desk)
    merge("DI-2026-0418")
    (order,) = desk.qualify()
    assert order.priority is Priority.P1


def test_what_was_merged_into_a_merged_request_follows_it(desk, merge):
    two_calls(desk)
    desk.take(request_id="DI-2026-0419", minutes=12, caller="Mme Bel")
    merge("DI-2026-0419", into="DI-2026-0418")
    merge("DI-2026-0418")
    last = desk.workspace.get(ServiceRequest, "DI-2026-0419")
    assert (last.state, last.merged_into) == (RequestState.MERGED, "DI-2026-0417")


def test_merging_into_a_merged_request_means_its_root(desk, merge):
    two_calls(desk)
    desk.take(request_id="DI-2026-0419", minutes=12, caller="Mme Bel")
    merge("DI-2026-0418")
    assert merge("DI-2026-0419", into="DI-2026-0418").root.request_id == "DI-2026-0417"


def test_what_cannot_be_merged_is_refused_whole(desk, merge):
    two_calls(desk)
    with pytest.raises(InputError, match="DI-2026-0417: cannot be merged into itself"):
        merge("DI-2026-0418", "DI-2026-0417")
    assert desk.workspace.get(ServiceRequest, "DI-2026-0418").state is RequestState.NEW
    with pytest.raises(InputError, match="DI-2026-9999"):
        merge("DI-2026-9999")
    merge("DI-2026-0418")
    with pytest.raises(InputError, match="DI-2026-0418: cannot go from merged to merged"):
        merge("DI-2026-0418")


def test_work_that_has_begun_is_not_given_up(desk, merge):
    two_calls(desk)
    (_, other) = desk.qualify()
    begun = type(other)(**{**fields_of(other), "state": OrderState.IN_PROGRESS})
    with desk.workspace.command("begin", who="test") as transaction:
        transaction.save(begun)
    with pytest.raises(InputError, match=r"DI-2026-0418: cannot be merged, its order .* is in progress"):
        merge("DI-2026-0418")


def test_a_merge_dated_before_the_last_move_of_an_order_is_refused_whole(desk, merge):
    two_calls(desk)
    (_, other) = desk.qualify()
    later = datetime(2027, 1, 1)
    move = OrderMove(
        f"{other.order_id}/9", other.order_id, 9, OrderState.SUSPENDED, OrderState.QUALIFIED, later, "x"
    )
    import_records(desk.workspace, [move], name="move", who="test")
    before = desk.workspace.all(ServiceRequest)
    with pytest.raises(InputError, match="cannot become cancelled at"):
        merge("DI-2026-0418")
    assert desk.workspace.all(ServiceRequest) == before


def test_judging_again_takes_later_answers_into_account(desk, rules):
    desk.take(request_id="DI-1", code="AEP-FUI-CAN", answers=CALM)
    (order,) = desk.qualify()
    request = desk.workspace.get(ServiceRequest, "DI-1")
    told = type(request)(**{**fields_of(request), "answers": {**CALM, "road_subsiding": "confirmed"}})
    with desk.workspace.command("told", who="test") as transaction:
        transaction.save(told)
    judged = judge_again(
        desk.workspace, desk.base, order.order_id, rules=rules, now=desk.clock.now, who="D. Martin"
    )
    assert (order.priority, judged.priority) == (Priority.P3, Priority.P1)


def test_what_is_judged_as_it_was_leaves_no_line(desk, rules):
    desk.take(request_id="DI-1", code="AEP-FUI-CAN", answers=CALM)
    (order,) = desk.qualify()

    def judge():
        judge_again(
            desk.workspace, desk.base, order.order_id, rules=rules, now=desk.clock.now, who="D. Martin"
        )

    prioritise(
        desk.workspace,
        order.order_id,
        Priority.P2,
        reason="school",
        by="D. Martin",
        at=desk.clock.now,
        rules=rules,
    )
    written = desk.workspace.journal()
    judge()
    assert desk.workspace.journal() == written
    desk.clock.now = order.due_at + timedelta(hours=1)
    judge()
    assert desk.workspace.journal() != written
