# SPDX-License-Identifier: GPL-3.0-or-later
"""A request becomes an order: its priority, its deadline, and what it takes at its place."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from regard.core.ids import AssetId, OrderId
from regard.core.rules import Label
from regard.workorders.duration_parts import duration_parts
from regard.workorders.facts import AssetFacts, NetworkNear
from regard.workorders.orders import OrderState, Priority
from regard.workorders.qualification import qualify, refine

GAS = NetworkNear("GRDF", "0800 47 33 33", "GAZ", "GAZ PE63", True, "in_corridor")
P03 = AssetFacts(
    role="water_pipe",
    asset_id=AssetId("P03"),
    distance_m=3.0,
    material="02",
    diameter_mm=150,
    customers_cut=23,
    sensitive_cut=1,
    hydrants_out=1,
    networks=(GAS,),
)


@pytest.fixture
def order_of(rules):
    def qualified(request, facts=P03, **options):
        return qualify(
            request,
            standard=rules.catalogue[request.code],
            facts=facts,
            contract=rules.contracts[request.contract_id],
            rules=rules,
            order_id=OrderId("VA-2026-AEP-00417"),
            zone="Nord",
            **options,
        )

    return qualified


def parts_of(order, rules):
    return [
        (part.minutes, part.said.en if isinstance(part.said, Label) else part.said.code)
        for part in duration_parts(order, rules)
    ]


def test_the_minutes_of_an_order_are_told_with_the_source_of_each(order_of, burst_call, rules):
    order = order_of(burst_call)
    assert parts_of(order, rules) == [(330, "duration.standard"), (60, "Asbestos procedure")]
    assert "R.4412-144" in duration_parts(order, rules)[1].source
    longer = replace(order, duration_min=420)
    assert parts_of(longer, rules)[-1] == (30, "duration.otherwise")
    gone = replace(order, code="AEP-GONE", hazards=("no_such_rule",))
    assert parts_of(gone, rules) == [(390, "duration.otherwise")]


def test_what_the_caller_says_of_the_meter_makes_the_order_longer(order_of, burst_call, rules):
    call = replace(burst_call, code="AEP-CPT-REM", answers={"meter_diameter_mm": "DN 65"})
    order = order_of(call, AssetFacts(role="delivery_point"))
    assert (order.duration_min, order.crew) == (120, 2)
    assert parts_of(order, rules) == [(25, "duration.standard"), (95, "Meter of DN 40 or more")]


def test_the_burst_of_the_golden_case(order_of, burst_call, rules):
    order = order_of(burst_call)
    assert order.state is OrderState.QUALIFIED
    assert (order.priority, order.score) == (Priority.P1, 47.5)
    assert order.score_detail["sensitive"] == 15
    assert order.due_at == datetime(2026, 6, 3, 9, 12)
    assert (order.asset_role, order.asset_id, order.asset_distance_m) == ("water_pipe", "P03", 3.0)
    assert order.label == "Main burst"
    assert order.digs
    assert "SS4" in order.skills
    assert order.crew_skills == ("AIPR_OP",)
    assert "suction_excavator" in order.equipment
    assert order.parts["ss4_mask_kit"] == 1
    assert order.duration_min == rules.catalogue["AEP-CASSE"].duration_min.p50 + 60
    assert order.hazards == ("asbestos_cement", "gas_in_corridor", "urgent_dig")


def test_an_order_keeps_the_versions_of_the_rules_that_judged_it(order_of, burst_call, rules):
    version = order_of(burst_call).rules_version
    assert f"catalogue {rules.catalogue.version}" in version
    assert f"criticality {rules.criticality.version}" in version


def test_the_label_is_in_the_language_of_the_service(order_of, burst_call):
    assert order_of(burst_call, language="fr").label == "Casse sur canalisation"


def test_the_request_gives_place_and_window(order_of, burst_call):
    start, end = datetime(2026, 6, 4, 9), datetime(2026, 6, 4, 11)
    order = order_of(replace(burst_call, window_start=start, window_end=end))
    assert (order.window_start, order.window_end) == (start, end)
    assert (order.request_id, order.place, order.address) == (
        burst_call.request_id,
        burst_call.place,
        burst_call.address,
    )


def test_a_leak_that_can_wait_is_no_urgent_dig(order_of, burst_call):
    order = order_of(replace(burst_call, code="AEP-FUI-CAN", answers=None), AssetFacts())
    assert order.priority is Priority.P3
    assert order.crew_skills == ()
    assert order.due_at == datetime(2026, 6, 10, 17, 0)


def test_a_request_that_waits_gains_weight(order_of, burst_call):
    # due Wed 10 June 17:00: half of the delay is over on Sat 6 June, all of it on Thu 11 June
    leak = replace(burst_call, code="AEP-FUI-CPT", answers=None)
    times = (burst_call.received_at, datetime(2026, 6, 8, 8), datetime(2026, 6, 11, 8))
    assert [order_of(leak, AssetFacts(), now=now).score for now in times] == [0.0, 5.0, 10.0]


def test_danger_to_people_is_p1(order_of, burst_call):
    order = order_of(replace(burst_call, code="AEP-FUI-CPT", danger=True), AssetFacts())
    assert order.priority is Priority.P1


def test_better_facts_change_the_judgement_and_not_the_order(order_of, burst_call, rules):
    leak = replace(burst_call, code="AEP-FUI-CAN")
    blind = AssetFacts(role="water_pipe", asset_id=AssetId("P03"))
    first = replace(
        order_of(leak, blind),
        state=OrderState.PLANNED,
        earliest_start=datetime(2026, 6, 3, 9, 30),
        version=4,
    )
    assert (first.score, first.priority) == (20.0, Priority.P3)
    again = refine(
        first,
        leak,
        standard=rules.catalogue["AEP-FUI-CAN"],
        facts=P03,
        contract=rules.contracts["VA-2024"],
        rules=rules,
    )
    assert (again.score, again.priority) == (47.5, Priority.P2)
    assert "SS4" in again.skills
    for field in ("order_id", "state", "earliest_start", "zone", "version"):
        assert getattr(again, field) == getattr(first, field)


def test_a_request_has_to_be_done_by_its_own_day_where_the_contract_leaves_more(order_of, burst_call):
    contract = order_of(burst_call).due_at
    earlier, later = contract - timedelta(minutes=30), contract + timedelta(days=3)
    assert order_of(replace(burst_call, due_at=earlier)).due_at == earlier
    assert order_of(replace(burst_call, due_at=later)).due_at == contract
    at_once = order_of(replace(burst_call, due_at=burst_call.received_at))
    assert at_once.due_at == burst_call.received_at
