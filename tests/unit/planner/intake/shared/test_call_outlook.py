# SPDX-License-Identifier: GPL-3.0-or-later
"""A call while it is taken: types, questions, assets, duplicates and deadlines, with nothing saved."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.planner.intake.call_outlook import answers_asked, look_at_call
from regard.planner.intake.take_call import Call
from regard.tests.unit.planner.intake.shared.conftest import CLICK, LEAK, RECEIVED
from regard.workorders.orders import Priority, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest

CALL = Call(caller="", phone="", description="", received_at=RECEIVED)


@pytest.fixture
def look(desk):
    def look(*, at=CLICK, asset="", **said):
        call = replace(CALL, **said)
        return look_at_call(desk.workspace, desk.base, call, at=at, asset_id=asset, rules=desk.rules)

    return look


def test_nothing_said_asks_the_common_questions_with_danger_first(look):
    seen = look(at=None)
    assert (seen.code, seen.assets, seen.duplicates) == ("", (), ())
    assert seen.asked[0].key == "danger"
    assert seen.to_ask == ("danger",)
    assert seen.priority is Priority.P4


def test_words_give_types_and_the_questions_that_tell_them_apart(look):
    seen = look(description="fuite")
    assert seen.code == "AEP-FUI-CAN"
    assert {one.key for one in seen.telling} == {"leak_flow", "leak_place"}
    assert {"danger", "leak_place", "water_entering_building", "road_subsiding"} == set(seen.to_ask)


def test_the_answer_that_tells_types_apart_changes_the_type(look):
    words = "fuite"
    assert look(description=words, answers={"leak_flow": "gusher"}).code == "AEP-CASSE"
    assert look(description=words, answers={"leak_place": "meter_pit"}).code == "AEP-FUI-CPT"
    assert look(description=words, code="AEP-FUI-CAN", answers={"leak_flow": "gusher"}).code == "AEP-FUI-CAN"


def test_danger_shortens_the_deadline_before_anything_is_saved(look, desk):
    calm = look(code="AEP-CASSE", answers=LEAK)
    pressing = look(code="AEP-CASSE", answers={**LEAK, "danger": "yes"})
    assert pressing.priority is Priority.P1
    assert pressing.deadlines.on_site_by <= calm.deadlines.on_site_by
    assert desk.workspace.keys(ServiceRequest) == []


def test_the_nearest_asset_of_the_type_comes_first(look):
    seen = look(code="AEP-CASSE")
    assert seen.assets[0].asset_id == "P03"
    assert [one.distance_m for one in seen.assets] == sorted(one.distance_m for one in seen.assets)


def test_a_quantity_gives_the_time_on_site_where_the_work_is_counted(look):
    usual, counted = look(code="ASS-CUR-P"), look(code="ASS-CUR-P", quantity=550.0)
    assert (counted.pace.en, counted.duration.p50) == ("metres", 418)
    assert usual.duration != counted.duration
    burst = look(code="AEP-CASSE", quantity=550.0)
    assert burst.pace is None
    assert burst.duration == look(code="AEP-CASSE").duration


def test_an_earlier_call_nearby_is_shown_with_its_distance(look, desk):
    first = desk.take(minutes=-30).request
    seen = look(code="AEP-FUI-CAN", answers=LEAK)
    assert [(one.request_id, metres) for one, metres in seen.duplicates] == [(first.request_id, 0.0)]
    assert look(code="AEP-FUI-CAN", received_at=datetime(2026, 6, 3, 18)).duplicates == ()


def test_answers_to_a_type_that_was_thought_of_before_are_left_aside(look):
    seen = look(code="AEP-CPT-REM")
    assert answers_asked({**LEAK, "landmark": ""}, seen) == {"danger": "no"}


def test_only_the_call_that_was_saved_is_made_into_orders(desk, rules):
    from regard.planner.intake.qualify_day import qualify_requests

    waiting, saved = (desk.take(minutes=n).request.request_id for n in range(2))
    done = qualify_requests(
        desk.workspace, desk.base, rules=rules, now=RECEIVED, who="test", chains=True, only=[saved]
    )
    assert {order.request_id for order in done.orders} == {saved}
    assert len(done.orders) == len(desk.workspace.keys(WorkOrder)) > 0
    assert desk.workspace.get(ServiceRequest, waiting).state is RequestState.NEW
