# SPDX-License-Identifier: GPL-3.0-or-later
"""Priorities come with their factors, sources and rules; a person may set another one, with a reason."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.intake.merge import judge_again
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.intake.priorities import override_of, prioritise, take_back_priority
from regard.workorders.orders import Priority, WorkOrder
from shapely.geometry import Point

AT = datetime(2026, 6, 3, 8, 31)
SUSPECTED = {
    "danger": "no",
    "leak_place": "road",
    "water_entering_building": "no",
    "road_subsiding": "suspected",
}


@pytest.fixture
def leak(desk):
    """Return the order of the leak on P03 with a road that may subside."""
    desk.take(request_id="DI-2026-0417", code="AEP-FUI-CAN", answers=SUSPECTED)
    return desk.qualify()[0]


@pytest.fixture
def set_priority(desk, rules, leak):
    def set_priority(priority=Priority.P1, reason="school exam"):
        return prioritise(
            desk.workspace, leak.order_id, priority, reason=reason, by="D. Martin", at=AT, rules=rules
        )

    return set_priority


def test_the_leak_on_p03_scores_47_5_and_is_p2(leak):
    points = {name: worth for name, worth in leak.score_detail.items() if worth}
    assert points == {"safety": 20, "service": 12.5, "sensitive": 15}
    assert (leak.score, leak.priority) == (47.5, Priority.P2)


def test_a_confirmed_collapse_scores_67_5_and_is_p1(desk):
    desk.take(code="AEP-FUI-CAN", answers={**SUSPECTED, "road_subsiding": "confirmed"})
    (order,) = desk.qualify()
    assert (order.score, order.priority) == (67.5, Priority.P1)


def test_the_catalogue_is_the_least_severe_that_a_meter_leak_can_be(desk):
    desk.take(code="AEP-FUI-CPT", answers={"danger": "no"})
    (order,) = desk.qualify()
    assert order.score < 15
    assert order.priority is Priority.P3


def test_every_score_shows_its_sources_and_the_version_of_its_rules(leak):
    assert leak.score_sources == {
        "safety": "road_subsiding=suspected",
        "service": "customers_cut=23",
        "sensitive": "sensitive_cut=1",
    }
    assert leak.rules_version.startswith("catalogue 2026.1, criticality 2026.1")


def test_the_sheet_tells_why_the_work_takes_that_long(desk, leak):
    parts = order_sheet(desk.workspace, leak.order_id).duration
    assert [part.minutes for part in parts] == [270, 60]
    assert sum(part.minutes for part in parts) == leak.duration_min
    assert parts[1].said.fr == "Procédure amiante"


def test_an_override_without_a_reason_is_refused(desk, leak, set_priority):
    with pytest.raises(InputError, match=f"{leak.order_id}: say why it becomes P1"):
        set_priority(reason=" ")
    assert desk.workspace.get(WorkOrder, leak.order_id).priority is Priority.P2


def test_an_override_is_logged_with_who_when_and_why(desk, leak, set_priority):
    order, kept = set_priority()
    assert (order.priority, order.due_at) == (Priority.P1, datetime(2026, 6, 3, 9, 12))
    assert (kept.by, kept.at, kept.reason, kept.judged) == ("D. Martin", AT, "school exam", Priority.P2)
    assert order_sheet(desk.workspace, leak.order_id).override == kept
    lines = [(line.who, line.command) for line in desk.workspace.journal(key=leak.order_id)]
    assert ("D. Martin", "set priority") in lines


def test_judging_again_keeps_the_override_until_it_is_taken_back(desk, rules, leak, set_priority):
    set_priority(Priority.P4, reason="owner away")
    judged = judge_again(desk.workspace, desk.base, leak.order_id, rules=rules, now=AT, who="D. Martin")
    assert (judged.priority, judged.score) == (Priority.P4, 47.5)
    assert override_of(desk.workspace, leak.order_id).judged is Priority.P2
    back = take_back_priority(desk.workspace, leak.order_id, by="D. Martin")
    assert (back.priority, back.due_at) == (leak.priority, leak.due_at)
    assert override_of(desk.workspace, leak.order_id) is None
    with pytest.raises(InputError, match="its priority is that of the rules"):
        take_back_priority(desk.workspace, leak.order_id, by="D. Martin")


def test_a_second_override_remembers_what_the_rules_said(desk, leak, set_priority):
    set_priority()
    _, kept = set_priority(Priority.P3, reason="exam is over")
    assert (kept.judged, kept.reason) == (Priority.P2, "exam is over")
    assert take_back_priority(desk.workspace, leak.order_id, by="D. Martin").priority is Priority.P2


def test_an_override_can_be_undone(desk, leak, set_priority):
    set_priority()
    desk.workspace.undo(who="D. Martin")
    assert desk.workspace.get(WorkOrder, leak.order_id).priority is Priority.P2
    assert override_of(desk.workspace, leak.order_id) is None


def test_a_request_becomes_an_order_on_its_asset_with_its_place_and_work(desk):
    desk.take(request_id="DI-2026-0417", at=Point(687520, 6924003))
    (order,) = desk.qualify()
    assert (order.request_id, order.code, order.label) == (
        "DI-2026-0417",
        "AEP-CASSE",
        "Casse sur canalisation",
    )
    assert (order.asset_role, order.asset_id) == ("water_pipe", "P03")
    pipes = desk.base.frames[next(role for role in desk.base.frames if role.value == "water_pipe")]
    pipe = pipes.set_index("asset_id").loc["P03"]
    assert (pipe["material"], pipe["diameter_mm"]) == ("02", 150)
    # the work is on the main, not where the caller stood
    assert order.place.equals_exact(Point(687520, 6924000), 1e-6)


def test_the_place_brings_asbestos_means_and_soft_digging_beside_gas(desk):
    desk.take(request_id="DI-2026-0417", at=Point(687520, 6924003))
    (order,) = desk.qualify()
    standard = desk.rules.catalogue["AEP-CASSE"]
    assert {"asbestos_cement", "gas_in_corridor", "urgent_dig"} == set(order.hazards)
    assert set(order.skills) - set(standard.skills) == {"SS4"}
    assert set(order.equipment) - set(standard.equipment) == {"suction_excavator"}
    assert order.parts == {**standard.parts, "ss4_mask_kit": 1}
    assert (order.duration_min, order.crew_skills) == (standard.duration_min.p50 + 60, ("AIPR_OP",))
