# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls are taken with what matters, acknowledged in time, and seen to repeat each other."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.intake.register import queue_to_acknowledge, register
from regard.planner.intake.take_call import acknowledge_requests, answer_questions, reject_request
from regard.store.errors import StaleWrite
from regard.tests.unit.planner.intake.shared.conftest import Desk
from regard.workorders.orders import Priority, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest
from shapely.geometry import Point

CALM = {"danger": "no", "leak_place": "road", "water_entering_building": "no", "road_subsiding": "no"}


def test_a_call_about_water_on_the_road_finds_the_main_with_its_distance_and_chainage(desk):
    taken = desk.take(request_id="DI-2026-0417")
    stored = desk.workspace.get(ServiceRequest, "DI-2026-0417")
    assert (stored.caller, stored.phone, stored.address) == (
        "Mme Martin",
        "06 00 00 00 01",
        "12 rue des Saules",
    )
    assert (stored.place, stored.danger, stored.channel) == (Point(687523, 6924003), False, "phone")
    nearest = taken.assets[0]
    assert (nearest.role, nearest.asset_id) == ("water_pipe", "P03")
    assert nearest.distance_m == pytest.approx(3.0)
    assert nearest.chainage_m == pytest.approx(123.0)


class ReadBefore:
    """A workspace whose first look at the register was before somebody else wrote into it."""

    def __init__(self, workspace):
        self.workspace, self.seen = workspace, [workspace.keys(ServiceRequest)]

    def keys(self, kind):
        return self.seen.pop() if self.seen else self.workspace.keys(kind)

    def __getattr__(self, name):
        return getattr(self.workspace, name)


def test_a_call_taken_while_somebody_else_takes_one_gets_the_next_number(desk):
    late = Desk(ReadBefore(desk.workspace), desk.rules, desk.clock)
    first, second = desk.take().request.request_id, late.take().request.request_id
    assert int(second[-4:]) == int(first[-4:]) + 1
    assert {one.request_id for one in desk.workspace.all(ServiceRequest)} == {first, second}
    # an id that was asked for is never another
    with pytest.raises(InputError, match="exists already"):
        late.take(request_id=first)


@pytest.mark.parametrize("answers", [{}, {"danger": " "}, {"leak_place": "road"}])
def test_saving_without_the_question_of_danger_is_refused_before_all_others(desk, answers):
    with pytest.raises(InputError, match=r"answers are missing: danger \(yes, no\)"):
        desk.take(answers=answers)
    assert desk.workspace.all(ServiceRequest) == []


def test_a_mandatory_question_of_the_type_is_asked_too(desk):
    with pytest.raises(InputError, match="answers are missing: leak_place"):
        desk.take(answers={"danger": "no"})
    with pytest.raises(InputError, match="'danger': found 'unknown', expected one of yes, no"):
        desk.take(answers={"danger": "unknown"})


def test_danger_and_answers_are_kept(desk):
    answers = {
        "danger": "yes",
        "leak_place": "unknown",
        "road_subsiding": "confirmed",
        "landmark": "by the school",
    }
    taken = desk.take(answers={**answers, "water_entering_building": "no"})
    stored = desk.workspace.get(ServiceRequest, taken.request.request_id)
    assert stored.danger
    assert stored.answers == {**answers, "water_entering_building": "no"}


def test_a_second_call_at_40_m_within_two_hours_may_be_a_duplicate(desk):
    desk.take(request_id="DI-2026-0417")
    near = desk.take(at=Point(687563, 6924003), minutes=119, code="AEP-FUI-CAN", caller="M. Roc")
    assert near.request.request_id == "DI-2026-0418"
    assert near.duplicates == ("DI-2026-0417",)


@pytest.mark.parametrize(
    "other",
    [
        {"minutes": 121},
        {"at": Point(687600, 6924003)},
        {"code": "AEP-CPT-REM", "answers": {"danger": "no"}},
    ],
)
def test_another_time_place_or_kind_is_no_duplicate(desk, other):
    desk.take()
    assert desk.take(**other).duplicates == ()


def test_clocks_of_two_machines_may_differ_by_some_minutes(desk):
    ahead = desk.take(now=datetime(2026, 6, 3, 8), received_at=datetime(2026, 6, 3, 8, 5))
    assert ahead.request.received_at == datetime(2026, 6, 3, 8, 5)


def test_a_rejected_call_is_nobodys_duplicate(desk):
    first = desk.take().request
    reject_request(desk.workspace, first.request_id, reason="not our network", who="D. Martin")
    assert desk.take(minutes=5).duplicates == ()


def test_numbers_go_on_from_the_highest_of_the_year(desk):
    desk.take(request_id="DI-2026-0417")
    desk.take(request_id="HOTLINE-9")
    assert desk.take().request.request_id == "DI-2026-0418"
    later = desk.take(received_at=datetime(2027, 1, 2, 8))
    assert later.request.request_id == "DI-2027-0001"


def test_a_number_that_is_taken_is_refused(desk):
    desk.take(request_id="DI-2026-0417")
    with pytest.raises(InputError, match="DI-2026-0417"):
        desk.take(request_id="DI-2026-0417")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"caller": " "}, "a request needs a caller"),
        ({"phone": ""}, "needs a telephone number or an address"),
        ({"phone": "abc"}, "phone: found 'abc', expected a telephone number such as 06 12 34 56 78"),
        (
            {"now": datetime(2026, 6, 3, 8), "received_at": datetime(2026, 6, 3, 8, 6)},
            "received_at: found 2026-06-03 08:06, expected no later than now",
        ),
        ({"code": "AEP-CASE"}, "AEP-CASSE"),
        ({"contract_id": "VA-1999"}, "VA-2024"),
        ({"answers": {**CALM, "colour": "red"}}, "answer 'colour'"),
        ({"answers": {"danger": "maybe"}}, "'danger': found 'maybe', expected one of yes, no"),
        (
            {"window_start": datetime(2026, 6, 4, 12), "window_end": datetime(2026, 6, 4, 10)},
            "ends at 2026-06-04 10:00, before it starts at 2026-06-04 12:00",
        ),
    ],
)
def test_what_cannot_be_a_request_is_refused_and_nothing_is_saved(desk, wrong, said):
    with pytest.raises(InputError, match=said):
        desk.take(**wrong)
    assert desk.workspace.all(ServiceRequest) == []


def test_acknowledged_after_8_minutes_is_in_time_and_31_minutes_untouched_is_late_and_first(desk, rules):
    workspace = desk.workspace
    desk.take(request_id="DI-2026-0417")
    desk.take(request_id="DI-2026-0418", minutes=20, at=Point(687200, 6924000))
    acknowledge_requests(workspace, ["DI-2026-0417"], at=datetime(2026, 6, 3, 8, 20), who="D. Martin")
    desk.take(request_id="DI-2026-0419", minutes=-1, at=Point(687300, 6924000))
    now = datetime(2026, 6, 3, 8, 42)
    shown = {one.request.request_id: one.waiting for one in register(workspace, rules=rules, now=now)}
    done = shown["DI-2026-0417"]
    assert (done.waited_min, done.colour.value, done.is_acknowledged) == (8, "green", True)
    queue = queue_to_acknowledge(workspace, rules=rules, now=now)
    assert [(one.request.request_id, one.waited_min, one.colour.value) for one in queue] == [
        ("DI-2026-0419", 31, "red"),
        ("DI-2026-0418", 10, "green"),
    ]


def test_half_the_delay_gone_is_amber(desk, rules):
    desk.take()
    (one,) = queue_to_acknowledge(desk.workspace, rules=rules, now=datetime(2026, 6, 3, 8, 27))
    assert (one.waited_min, one.colour.value) == (15, "amber")
    (one,) = queue_to_acknowledge(desk.workspace, rules=rules, now=datetime(2026, 6, 3, 8, 26))
    assert (one.waited_min, one.colour.value) == (14, "green")


def test_acknowledging_twice_or_before_the_call_is_refused_for_all(desk):
    desk.take(request_id="DI-1")
    desk.take(request_id="DI-2")
    at = datetime(2026, 6, 3, 8, 20)
    acknowledge_requests(desk.workspace, ["DI-1"], at=at, who="D. Martin")
    with pytest.raises(InputError, match="DI-1: is acknowledged already, since 2026-06-03 08:20"):
        acknowledge_requests(desk.workspace, ["DI-2", "DI-1"], at=at, who="D. Martin")
    with pytest.raises(InputError, match="DI-2: cannot be acknowledged at 2026-06-03 08:00"):
        acknowledge_requests(desk.workspace, ["DI-2"], at=datetime(2026, 6, 3, 8), who="D. Martin")
    assert desk.workspace.get(ServiceRequest, "DI-2").acknowledged_at is None


def test_an_acknowledgement_can_be_undone(desk):
    desk.take(request_id="DI-1")
    acknowledge_requests(desk.workspace, ["DI-1"], at=datetime(2026, 6, 3, 8, 20), who="D. Martin")
    desk.workspace.undo(who="D. Martin")
    assert desk.workspace.get(ServiceRequest, "DI-1").acknowledged_at is None


def test_deadlines_follow_contract_type_priority_and_calendar(desk, rules):
    desk.take(request_id="DI-P1")
    desk.take(
        request_id="DI-P3",
        code="AEP-FUI-CPT",
        answers={"danger": "no"},
        received_at=datetime(2026, 5, 6, 9, 30),
    )
    shown = {one.request.request_id: one for one in register(desk.workspace, rules=rules, now=desk.clock.now)}
    urgent, calm = shown["DI-P1"], shown["DI-P3"]
    assert (urgent.priority, urgent.is_judged) == (Priority.P1, False)
    assert urgent.deadlines.acknowledge_by == datetime(2026, 6, 3, 8, 42)
    assert urgent.deadlines.on_site_by == datetime(2026, 6, 3, 9, 12)
    assert urgent.deadlines.done_by == datetime(2026, 6, 3, 16, 12)
    # 8 and 14 May are holidays: five working days after Wednesday 6 May end on Friday 15 May
    assert calm.priority is Priority.P3
    assert calm.deadlines.on_site_by == datetime(2026, 5, 15, 17)


def test_an_order_gives_its_request_the_judged_priority(desk, rules):
    desk.take(request_id="DI-1", code="AEP-FUI-CAN", answers={**CALM, "road_subsiding": "suspected"})
    (before,) = register(desk.workspace, rules=rules, now=desk.clock.now)
    desk.qualify()
    (after,) = register(desk.workspace, rules=rules, now=desk.clock.now)
    assert (before.priority, before.is_judged) == (Priority.P3, False)
    assert (after.priority, after.is_judged) == (Priority.P2, True)
    assert after.deadlines.on_site_by == desk.workspace.all(WorkOrder)[0].due_at


@pytest.mark.parametrize(("due_at", "is_its_own"), [(datetime(2026, 6, 4, 17), True), (None, False)])
def test_a_request_with_an_earlier_deadline_of_its_own_shows_that_of_its_order(
    desk, rules, due_at, is_its_own
):
    desk.take(request_id="DI-1", code="AEP-FUI-CPT", answers={"danger": "no"})
    stored = desk.workspace.get(ServiceRequest, "DI-1")
    with desk.workspace.command("due", who="test") as writing:
        writing.save(replace(stored, due_at=due_at))
    (before,) = register(desk.workspace, rules=rules, now=desk.clock.now)
    desk.qualify()
    (after,) = register(desk.workspace, rules=rules, now=desk.clock.now)
    (order,) = desk.workspace.all(WorkOrder)
    assert before.deadlines.on_site_by == after.deadlines.on_site_by == order.due_at
    assert (order.due_at == due_at) is is_its_own


def test_rejecting_needs_a_reason_and_ends_the_request(desk, rules):
    desk.take(request_id="DI-1")
    with pytest.raises(InputError, match="DI-1: say why it is rejected"):
        reject_request(desk.workspace, "DI-1", reason="  ", who="D. Martin")
    reject_request(desk.workspace, "DI-1", reason="private network", who="D. Martin")
    stored = desk.workspace.get(ServiceRequest, "DI-1")
    assert (stored.state, stored.reason) == (RequestState.REJECTED, "private network")
    assert desk.qualify() == ()
    assert queue_to_acknowledge(desk.workspace, rules=rules, now=desk.clock.now) == ()


def test_what_became_an_order_is_not_rejected(desk):
    desk.take(request_id="DI-1")
    desk.qualify()
    with pytest.raises(InputError, match="DI-1: cannot go from made into an order to rejected"):
        reject_request(desk.workspace, "DI-1", reason="mistake", who="D. Martin")


def test_answers_given_later_complete_those_that_are_there(desk, rules):
    desk.take(request_id="DI-1", answers=CALM)
    changed = answer_questions(
        desk.workspace, "DI-1", {"danger": "yes", "since_when": "08:00"}, rules=rules, who="D. Martin"
    )
    assert changed.danger
    assert changed.answers == {**CALM, "danger": "yes", "since_when": "08:00"}
    with pytest.raises(InputError, match="answer 'colour'"):
        answer_questions(desk.workspace, "DI-1", {"colour": "red"}, rules=rules, who="D. Martin")


def test_a_request_that_changed_since_it_was_read_is_not_overwritten(desk):
    old = desk.take(request_id="DI-1").request
    acknowledge_requests(desk.workspace, ["DI-1"], at=datetime(2026, 6, 3, 8, 20), who="A")
    with pytest.raises(StaleWrite), desk.workspace.command("late", who="B") as transaction:
        transaction.save(old)
