# SPDX-License-Identifier: GPL-3.0-or-later
"""What is noted for one part of a split dig, or judged of it, goes to the other parts too."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.intake.merge import judge_again, merge_requests
from regard.planner.intake.priorities import prioritise
from regard.planner.intake.split import SplitAsked, split_order
from regard.planner.life.notice_way import note_way
from regard.planner.life.paperwork import note_answer, note_permit, note_sent
from regard.planner.records import Footprint, OrderConflict, OrderNotice
from regard.workorders.intake.splitting import PartAsked
from regard.workorders.life.records import OperatorAnswer, Permit
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import ServiceRequest

NOW = datetime(2026, 6, 3, 9)
WHO = "D. Martin"


@pytest.fixture
def parts(desk):
    """Return the ids of the two parts of the burst on P03."""
    desk.take(request_id="DI-2026-0417")
    burst = desk.qualify(chains=True)[0]
    asked = SplitAsked((PartAsked(300), PartAsked(300)))
    made = split_order(desk.workspace, burst.order_id, asked, now=NOW, who=WHO)
    return [one.order_id for one in made.parts]


def put(workspace, kind, key, /, **values):
    with workspace.command("put", who="test") as transaction:
        transaction.save(replace(workspace.get(kind, key), **values))


def operator_of(workspace, order_id):
    return workspace.all(OrderConflict, order_id=order_id)[0].operator


def unkeyed(record):
    """Return a notice without whose it is."""
    return replace(record, order_id="", version=0)


def test_a_notice_sent_for_one_part_is_that_of_the_others_and_one_undo_takes_it_back(desk, parts):
    workspace = desk.workspace
    before = [unkeyed(workspace.get(OrderNotice, key)) for key in parts]
    note_sent(workspace, parts[1], number="2026060300417", sent_at=NOW, who=WHO)
    first, second = (workspace.get(OrderNotice, key) for key in parts)
    assert (first.number, first.sent_at, first.state) == ("2026060300417", NOW, "sent")
    assert unkeyed(first) == unkeyed(second)
    workspace.undo(who=WHO)
    assert [unkeyed(workspace.get(OrderNotice, key)) for key in parts] == before


def test_the_legal_start_of_every_part_follows_from_the_notice(desk, parts):
    workspace = desk.workspace
    for key in parts:
        put(workspace, OrderNotice, key, kind="DT-DICT")
    note_way(workspace, parts[0], on_paper=True, now=NOW, who=WHO)
    assert all(workspace.get(OrderNotice, key).on_paper for key in parts)
    note_sent(workspace, parts[0], number="2026060300417", sent_at=NOW + timedelta(days=1), who=WHO)
    starts = {workspace.get(WorkOrder, key).earliest_start for key in parts}
    assert len(starts) == 1
    assert starts == {workspace.get(OrderNotice, parts[0]).earliest_start}
    assert None not in starts


def test_what_an_operator_answers_and_an_authority_grants_holds_for_all_parts(desk, parts):
    workspace = desk.workspace
    operator = operator_of(workspace, parts[0])
    note_answer(workspace, parts[0], operator, who=WHO, reminded_on=NOW.date())
    note_answer(workspace, parts[1], operator, who=WHO, answered_at=NOW, contact="Mme Roux")
    answers = [workspace.get(OperatorAnswer, f"{key}/{operator}") for key in parts]
    assert [(one.contact, one.answered_at, one.reminded_on) for one in answers] == [
        ("Mme Roux", NOW, NOW.date())
    ] * 2
    note_permit(workspace, parts[0], "traffic_order", who=WHO, granted_on=NOW.date())
    assert [workspace.get(Permit, f"{key}/traffic_order").granted_on for key in parts] == [NOW.date()] * 2


def test_another_notice_of_the_dig_asks_the_operators_of_all_parts_anew(desk, parts):
    workspace = desk.workspace
    operator = operator_of(workspace, parts[0])
    note_sent(workspace, parts[0], number="1", sent_at=NOW, who=WHO)
    note_answer(workspace, parts[0], operator, who=WHO, answered_at=NOW)
    note_sent(workspace, parts[0], number="2", sent_at=NOW + timedelta(days=2), who=WHO)
    assert workspace.all(OperatorAnswer) == []
    assert {workspace.get(OrderNotice, key).number for key in parts} == {"2"}


def test_only_this_part_is_meant_when_one_says_so(desk, parts):
    workspace = desk.workspace
    operator = operator_of(workspace, parts[0])
    note_sent(workspace, parts[1], number="7", sent_at=NOW, who=WHO, alone=True)
    note_permit(workspace, parts[1], "traffic_order", who=WHO, granted_on=NOW.date(), alone=True)
    note_answer(workspace, parts[0], operator, who=WHO, answered_at=NOW, alone=True)
    assert workspace.get(OrderNotice, parts[0]).sent_at is None
    assert [one.order_id for one in workspace.all(Permit)] == [parts[1]]
    assert [one.order_id for one in workspace.all(OperatorAnswer)] == [parts[0]]


def test_an_answer_to_one_notice_is_none_to_another(desk, parts):
    workspace = desk.workspace
    note_sent(workspace, parts[1], number="7", sent_at=NOW, who=WHO, alone=True)
    note_answer(workspace, parts[1], operator_of(workspace, parts[1]), who=WHO, answered_at=NOW)
    assert [one.order_id for one in workspace.all(OperatorAnswer)] == [parts[1]]


@pytest.mark.parametrize("redrawn", ["geometry", "depth_m"])
def test_a_part_whose_dig_was_drawn_otherwise_keeps_to_itself(desk, parts, redrawn):
    workspace = desk.workspace
    dig = workspace.get(Footprint, parts[1])
    value = dig.geometry.buffer(2) if redrawn == "geometry" else 3.0
    put(workspace, Footprint, parts[1], **{redrawn: value})
    note_sent(workspace, parts[0], number="7", sent_at=NOW, who=WHO)
    note_answer(workspace, parts[0], operator_of(workspace, parts[0]), who=WHO, answered_at=NOW)
    note_permit(workspace, parts[0], "traffic_order", who=WHO, granted_on=NOW.date())
    assert workspace.get(OrderNotice, parts[1]).sent_at is None
    assert {one.order_id for one in (*workspace.all(OperatorAnswer), *workspace.all(Permit))} == {parts[0]}


def test_a_part_that_is_over_is_left_as_it_was(desk, parts):
    put(desk.workspace, WorkOrder, parts[0], state=OrderState.CLOSED)
    note_sent(desk.workspace, parts[1], number="7", sent_at=NOW, who=WHO)
    assert desk.workspace.get(OrderNotice, parts[0]).sent_at is None


def asked_about_danger(desk, rules, order_id):
    (request,) = desk.workspace.all(ServiceRequest)
    put(desk.workspace, ServiceRequest, request.request_id, answers={**request.answers, "danger": "yes"})
    return judge_again(desk.workspace, desk.base, order_id, rules=rules, now=NOW, who=WHO)


@pytest.mark.parametrize("named", [0, 1])
def test_judged_again_all_parts_have_the_new_priority(desk, parts, rules, named):
    workspace = desk.workspace
    later = NOW + timedelta(days=9)
    for key in parts:
        put(workspace, WorkOrder, key, priority=Priority.P4, due_at=later, score=3.0)
    before = [workspace.get(WorkOrder, key) for key in parts]
    judged = asked_about_danger(desk, rules, parts[named])
    assert judged.order_id == parts[named]
    first, second = (workspace.get(WorkOrder, key) for key in parts)
    assert first.score > before[0].score
    assert first.priority is Priority.P1
    assert first.due_at < later
    for name in ("priority", "due_at", "score", "score_detail", "score_sources", "rules_version", "hazards"):
        assert getattr(first, name) == getattr(second, name)
    assert (second.label, second.duration_min, second.parts) == (
        before[1].label,
        before[1].duration_min,
        before[1].parts,
    )
    workspace.undo(who=WHO)
    assert [workspace.get(WorkOrder, key).priority for key in parts] == [one.priority for one in before]


def test_a_part_that_has_left_and_a_priority_set_by_hand_stay(desk, parts, rules):
    workspace = desk.workspace
    before = workspace.get(WorkOrder, parts[0])
    put(workspace, WorkOrder, parts[0], state=OrderState.DISPATCHED)
    prioritise(workspace, parts[1], Priority.P4, reason="owner away", by=WHO, at=NOW, rules=rules)
    with pytest.raises(InputError, match="dispatched"):
        asked_about_danger(desk, rules, parts[0])
    judged = judge_again(workspace, desk.base, parts[1], rules=rules, now=NOW, who=WHO)
    assert (judged.priority, judged.score > before.score) == (Priority.P4, True)
    left = workspace.get(WorkOrder, parts[0])
    assert (left.priority, left.score) == (before.priority, before.score)


def test_a_merged_call_makes_every_part_more_urgent(desk, parts, rules):
    workspace = desk.workspace
    before = workspace.get(WorkOrder, parts[1])
    call = desk.take(minutes=20, request_id="DI-2026-0418")
    put(workspace, ServiceRequest, "DI-2026-0418", answers={"danger": "yes"})
    merge_requests(workspace, desk.base, ["DI-2026-0418"], into="DI-2026-0417", rules=rules, now=NOW, who=WHO)
    first, second = (workspace.get(WorkOrder, key) for key in parts)
    assert call is not None
    assert second.score == first.score > before.score
    assert second.priority == first.priority
