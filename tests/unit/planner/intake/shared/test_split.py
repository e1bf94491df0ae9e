# SPDX-License-Identifier: GPL-3.0-or-later
"""An order split into parts: who is cut off, what waits for what, what closes the request; undone at once."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.errors import Failure, InputError
from regard.core.ids import OrderId
from regard.core.supplies import JobState, SubcontractJob
from regard.planner.import_records import import_records
from regard.planner.intake.merge import judge_again, requests_closed_by
from regard.planner.intake.order_tree import order_tree
from regard.planner.intake.split import SplitAsked, draft_split, split_order
from regard.planner.intake.split_basis import split_basis
from regard.planner.life.advance import gate_findings
from regard.planner.life.paperwork import note_answer, note_permit, note_sent
from regard.planner.records import Footprint, OrderConflict, OrderLink, OrderNotice, Outage
from regard.store.errors import StaleWrite
from regard.workorders.intake.splitting import PartAsked
from regard.workorders.intake.steps import OrderStep
from regard.workorders.life.moves import OrderMove
from regard.workorders.life.records import OperatorAnswer, Permit
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

NOW = datetime(2026, 6, 3, 9)
HALVES = SplitAsked((PartAsked(300), PartAsked(300)))


@pytest.fixture
def burst(desk):
    """Return the main order of the burst on P03, with its chain laid out."""
    desk.take(request_id="DI-2026-0417")
    return desk.qualify(chains=True)[0]


def split(desk, order, asked=HALVES, **values):
    return split_order(desk.workspace, order.order_id, asked, now=NOW, who="D. Martin", **values)


def put(workspace, order, **values):
    with workspace.command("put", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, order.order_id), **values))
    return workspace.get(WorkOrder, order.order_id)


def test_parts_are_numbered_after_the_order_and_keep_asset_priority_and_deadline(desk, burst):
    made = split(desk, burst)
    assert [one.order_id for one in made.parts] == [burst.order_id, f"{burst.order_id}-2"]
    assert [one.label for one in made.parts] == [f"{burst.label} (1/2)", f"{burst.label} (2/2)"]
    assert [one.duration_min for one in made.parts] == [300, 300]
    for one in made.parts:
        kept = (one.asset_id, one.priority, one.score_detail, one.due_at, one.skills, one.request_id)
        assert kept == (
            *(burst.asset_id, burst.priority, burst.score_detail, burst.due_at, burst.skills),
            burst.request_id,
        )
        assert (one.part_of, one.state) == (burst.order_id, OrderState.QUALIFIED)
    assert made.parts == tuple(desk.workspace.get(WorkOrder, one.order_id) for one in made.parts)


def test_nobody_who_is_cut_off_is_forgotten_each_part_has_the_cut_and_says_so(desk, burst):
    (whole,) = desk.workspace.all(Outage, order_id=burst.order_id)
    made = split(desk, burst)
    cuts = [desk.workspace.all(Outage, order_id=one.order_id) for one in made.parts]
    assert [(len(own), own[0].customers, own[0].close) for own in cuts] == [
        (1, whole.customers, whole.close)
    ] * 2
    (note,) = [one for one in made.notes if one.code == "split.cuts"]
    assert "23 customers are cut off at each of the 2 parts" in note.english()
    assert "sensitive: 1" in note.english()


def test_what_was_found_asked_and_answered_of_the_dig_holds_for_each_part(desk, burst):
    workspace = desk.workspace
    note_sent(workspace, burst.order_id, number="2026060300417", sent_at=NOW, who="D. Martin")
    operator = workspace.all(OrderConflict, order_id=burst.order_id)[0].operator
    note_answer(workspace, burst.order_id, operator, answered_at=NOW, contact="Mme Roux", who="D. Martin")
    note_permit(workspace, burst.order_id, "traffic_order", granted_on=NOW.date(), who="D. Martin")
    made = split(desk, burst)
    new = made.parts[1].order_id
    for kind in (OrderNotice, Footprint, OrderConflict, OperatorAnswer, Permit):
        old_ones, new_ones = (workspace.all(kind, order_id=key) for key in (burst.order_id, new))
        assert len(new_ones) == len(old_ones) > 0
    (answer,) = workspace.all(OperatorAnswer, order_id=new)
    assert (answer.answer_id, answer.contact) == (f"{new}/{operator}", "Mme Roux")
    (notice,) = workspace.all(OrderNotice, order_id=new)
    assert (notice.number, notice.sent_at) == ("2026060300417", NOW)
    assert [one.code for one in made.notes if one.code.startswith("split.notice")] == ["split.notice_sent"]
    gates = [gate_findings(workspace, one, OrderState.DISPATCHED, now=NOW) for one in made.parts]
    assert gates[0] == gates[1]


def test_the_parts_follow_each_other_and_the_reinstatement_follows_the_last(desk, burst):
    (before,) = desk.workspace.all(OrderLink)
    made = split(desk, burst, replace(HALVES, lag_min=600))
    first, last = (one.order_id for one in made.parts)
    links = {(one.first_id, one.second_id): one for one in desk.workspace.all(OrderLink)}
    assert links.keys() == {(first, last), (last, before.second_id)}
    assert (links[first, last].min_lag_min, links[first, last].max_lag_min) == (600, None)
    assert links[last, before.second_id].max_lag_min == before.max_lag_min


def test_parts_in_any_order_are_all_waited_for(desk, burst):
    (before,) = desk.workspace.all(OrderLink)
    made = split(desk, burst, replace(HALVES, in_turn=False))
    links = {(one.first_id, one.second_id) for one in desk.workspace.all(OrderLink)}
    assert links == {(one.order_id, before.second_id) for one in made.parts}


def test_parts_under_one_cut_are_tied_as_a_bundle(desk, burst):
    made = split(desk, burst, replace(HALVES, one_cut=True))
    (tie,) = [one for one in desk.workspace.all(OrderLink) if one.origin == "shut_off"]
    assert (tie.first_id, tie.second_id) == tuple(one.order_id for one in made.parts)
    assert tie.max_lag_min == 60
    assert (
        "cut off once for all 2 parts" in next(n for n in made.notes if n.code == "split.one_cut").english()
    )


def test_one_cut_does_not_last_over_several_days(desk, burst):
    basis = split_basis(desk.workspace, burst.order_id, now=NOW)
    with pytest.raises(InputError, match="within 60 min; made on several days, each has a cut of its own"):
        draft_split(basis, replace(HALVES, one_cut=True, lag_min=600))
    dry = replace(basis, shared=tuple(one for one in basis.shared if not isinstance(one, Outage)))
    with pytest.raises(InputError, match="takes no water cut"):
        draft_split(dry, replace(HALVES, one_cut=True))


def test_steps_go_to_the_part_that_ends_with_them(desk, burst):
    parts = (PartAsked(200, name="excavate"), PartAsked(150, name="reopen"), PartAsked(250, name="close_out"))
    made = split(desk, burst, SplitAsked(parts, by_steps=True))
    carried = {}
    for step in desk.workspace.all(OrderStep):
        carried.setdefault(step.order_id, []).append(step.key)
    first, second, third = (carried[one.order_id] for one in made.parts)
    assert first == ["secure", "close_valves", "consult_operators", "excavate"]
    assert second == ["repair", "survey", "recommission", "reopen"]
    assert third == ["backfill", "update_gis", "close_out"]
    assert made.parts[1].label == f"{burst.label} (2/3 Réouverture des vannes, fin de coupure, SDIS)"


def test_a_step_that_there_is_not_or_an_earlier_one_is_refused(desk, burst):
    for names, said in (
        (("dance", "repair"), "no step is called 'dance'"),
        (("repair", "secure"), "later step"),
    ):
        asked = SplitAsked(tuple(PartAsked(300, name=name) for name in names), by_steps=True)
        with pytest.raises(InputError, match=said):
            split(desk, burst, asked)


def test_the_request_closes_when_the_last_part_does(desk, burst):
    made = split(desk, burst)
    tree = order_tree(desk.workspace, made.parts[1].order_id)
    assert tree.main.order_id == burst.order_id
    assert {one.order_id for one in made.parts} <= {one.order_id for one in tree.orders}
    *others, last = tree.orders
    for one in others:
        put(desk.workspace, one, state=OrderState.CLOSED)
        assert requests_closed_by(desk.workspace, desk.workspace.get(WorkOrder, one.order_id), at=NOW) == ()
    closed = put(desk.workspace, last, state=OrderState.CLOSED)
    (request,) = requests_closed_by(desk.workspace, closed, at=NOW)
    assert (request.request_id, request.state) == ("DI-2026-0417", RequestState.CLOSED)


def test_the_parts_of_an_order_without_a_request_are_one_tree(desk, burst):
    loose = replace(burst, order_id=OrderId("OI-7"), request_id="", version=0)
    import_records(desk.workspace, [loose], name="import", who="test")
    made = split(desk, loose)
    for one in made.parts:
        tree = order_tree(desk.workspace, one.order_id)
        assert [own.order_id for own in tree.orders] == ["OI-7", "OI-7-2"]


def test_a_part_is_split_again_with_numbers_that_are_free(desk, burst):
    (_, second) = split(desk, burst).parts
    again = split(desk, second, SplitAsked((PartAsked(150), PartAsked(150))))
    assert [one.order_id for one in again.parts] == [f"{burst.order_id}-2", f"{burst.order_id}-3"]
    assert {one.part_of for one in again.parts} == {burst.order_id}


def test_a_split_dated_before_the_last_move_of_the_order_is_refused(desk, burst):
    planned = put(desk.workspace, burst, state=OrderState.PLANNED)
    later = NOW + timedelta(days=1)
    own = planned.order_id
    move = OrderMove(f"{own}/9", own, 9, OrderState.QUALIFIED, OrderState.PLANNED, later, "x")
    import_records(desk.workspace, [move], name="move", who="test")
    with pytest.raises(InputError, match="cannot become qualified at"):
        split(desk, planned)
    assert desk.workspace.get(WorkOrder, own) == planned


def test_one_undo_takes_everything_back(desk, burst):
    workspace = desk.workspace
    kinds = (WorkOrder, OrderLink, OrderStep, Outage, OrderNotice, Footprint, OrderConflict, OrderMove)
    before = {kind: content(workspace, kind) for kind in kinds}
    planned = put(workspace, burst, state=OrderState.PLANNED)
    split(
        desk,
        planned,
        SplitAsked((PartAsked(300, name="repair"), PartAsked(300, name="close_out")), by_steps=True),
    )
    assert workspace.undo(who="D. Martin").command == "split order"
    assert workspace.get(WorkOrder, burst.order_id).state is OrderState.PLANNED
    put(workspace, burst, state=OrderState.QUALIFIED)
    assert {kind: content(workspace, kind) for kind in kinds} == before


def content(workspace, kind):
    return [replace(one, version=0) for one in workspace.all(kind)]


def test_a_planned_order_leaves_the_plan_which_knew_it_whole(desk, burst):
    planned = put(desk.workspace, burst, state=OrderState.PLANNED)
    made = split(desk, planned)
    assert {one.state for one in made.parts} == {OrderState.QUALIFIED}
    (move,) = desk.workspace.all(OrderMove, order_id=burst.order_id)
    assert (move.from_state, move.to_state) == (OrderState.PLANNED, OrderState.QUALIFIED)
    assert move.reason == f"{burst.order_id}-2"
    assert "split.off_plan" in [note.code for note in made.notes]


@pytest.mark.parametrize("state", [OrderState.DISPATCHED, OrderState.IN_PROGRESS, OrderState.CLOSED])
def test_an_order_that_has_left_is_not_split(desk, burst, state):
    put(desk.workspace, burst, state=state)
    with pytest.raises(InputError, match="it is split only while it is qualified; planned; rescheduled"):
        split(desk, burst)
    assert len(desk.workspace.all(WorkOrder)) == 2


def test_an_order_with_a_subcontractor_is_not_split(desk, burst):
    job = SubcontractJob(
        *("BC-2026-051", "ST-03", burst.order_id, JobState.SENT, 8.0, "h", 900.0, NOW.date(), NOW.date())
    )
    import_records(desk.workspace, [job], name="send", who="test")
    with pytest.raises(InputError, match="is with ST-03 by the job BC-2026-051"):
        split(desk, burst)


def test_an_order_that_shares_a_cut_is_untied_first(desk, burst):
    link = OrderLink("A>B", OrderId("A"), burst.order_id, "after", 0, 60, "shut_off")
    import_records(desk.workspace, [link], name="tie", who="test")
    with pytest.raises(InputError, match="under one cut or at one time with A"):
        split(desk, burst)


def test_somebody_elses_change_meanwhile_refuses_the_split(desk, burst):
    seen = desk.workspace.get(WorkOrder, burst.order_id).version
    put(desk.workspace, burst, duration_min=burst.duration_min + 30)
    with pytest.raises(StaleWrite):
        split(desk, burst, seen_version=seen)
    assert len(desk.workspace.all(WorkOrder)) == 2
    assert issubclass(StaleWrite, Failure)


def test_the_appointment_stays_with_the_first_part(desk, burst):
    start = NOW + timedelta(days=1)
    put(desk.workspace, burst, window_start=start, window_end=start + timedelta(hours=2))
    first, second = split(desk, burst).parts
    assert (first.window_start, second.window_start, second.window_end) == (start, None, None)


def test_judged_again_a_part_keeps_its_share_of_the_work(desk, burst, rules):
    split(desk, burst)
    judge_again(
        desk.workspace, desk.base, burst.order_id, rules=rules, now=NOW, who="D. Martin", language="fr"
    )
    first = desk.workspace.get(WorkOrder, burst.order_id)
    assert (first.duration_min, first.part_of, first.label) == (300, burst.order_id, f"{burst.label} (1/2)")


def test_the_final_surface_is_asked_for_once_the_last_part_is_done(desk, burst):
    """The trench stays open between two parts: the days for the final surface run from the last."""
    made = split(desk, burst)
    times = {"started_at": NOW, "ended_at": NOW + timedelta(hours=5), "state": OrderState.DONE}
    first = put(desk.workspace, made.parts[0], **times)
    closing = [
        one.code
        for one in gate_findings(desk.workspace, first, OrderState.CLOSED, now=NOW + timedelta(hours=6))
    ]
    assert "gate.reinstatement" not in closing
    last = put(desk.workspace, made.parts[1], **times)
    closing = [
        one.code
        for one in gate_findings(desk.workspace, last, OrderState.CLOSED, now=NOW + timedelta(hours=6))
    ]
    assert "gate.reinstatement" in closing


def test_the_request_is_not_asked_for_twice(desk, burst):
    split(desk, burst)
    (request,) = desk.workspace.all(ServiceRequest)
    assert (request.order_id, request.state) == (burst.order_id, RequestState.CONVERTED)
