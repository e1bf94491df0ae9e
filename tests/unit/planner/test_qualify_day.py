# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests of the golden town become orders with all that the maps and the law say."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.intake import qualify_day
from regard.planner.intake.merge import judge_again
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.intake.take_call import answer_questions
from regard.planner.sites.network_questions import isolate_place
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import RequestState, ServiceRequest
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 8, 15)
LEAK = (687520, 6924003)


@pytest.fixture
def qualify(valmont, rules):
    def qualify(*requests):
        import_records(valmont, requests, name="import requests", who="test")
        return qualify_requests(valmont, AssetBase(valmont), rules=rules, now=NOW, who="test")

    return qualify


def only_sheet(valmont):
    (order,) = valmont.all(WorkOrder)
    return order_sheet(valmont, order.order_id)


def test_a_burst_finds_its_main_its_cut_and_its_zone(qualify, valmont, request_of):
    qualify(request_of(417, LEAK, "AEP-CASSE"))
    sheet = only_sheet(valmont)
    assert (sheet.order.asset_role, sheet.order.asset_id) == ("water_pipe", "P03")
    assert sheet.order.asset_distance_m == pytest.approx(3.0)
    assert sheet.order.zone == "Z1"
    assert sheet.order.state is OrderState.QUALIFIED
    assert sheet.order.priority is Priority.P1
    assert sheet.outage.close == ("V4", "V5")
    assert len(sheet.outage.customers) == 23
    assert sheet.outage.sensitive_customers == ("PL-P09-03",)
    assert sheet.outage.hydrants == ("PI-014",)


def test_asbestos_cement_asks_for_its_authorisation(qualify, valmont, request_of):
    qualify(request_of(417, LEAK, "AEP-CASSE"))
    order = only_sheet(valmont).order
    assert "SS4" in order.skills + order.crew_skills


def test_a_burst_digs_at_once_with_an_urgent_notice_and_calls(qualify, valmont, request_of):
    qualify(request_of(417, LEAK, "AEP-CASSE"))
    sheet = only_sheet(valmont)
    assert sheet.notice.kind == "ATU"
    assert sheet.order.earliest_start == NOW
    assert any("Gaz de Valmont" in contact for contact in sheet.notice.call_first)
    verdicts = {conflict.label: conflict.verdict for conflict in sheet.conflicts}
    assert verdicts["GAZ PE63"] == "in_corridor"
    assert verdicts["TEL"] == "position_unknown"
    assert sheet.conflicts[0].label == "GAZ PE63"


def test_a_planned_dig_waits_for_the_answers(qualify, valmont, request_of):
    qualify(request_of(1, LEAK, "AEP-BRT-SUP"))
    sheet = only_sheet(valmont)
    assert sheet.notice.kind == "DT-DICT"
    assert sheet.notice.answer_by == date(2026, 6, 12)
    assert sheet.order.earliest_start >= datetime(2026, 6, 13)


def test_a_meter_change_needs_no_declaration_and_finds_its_customer(qualify, valmont, request_of):
    qualify(request_of(2, LEAK, "AEP-CPT-REM", customer_ref="C-P09-03"))
    sheet = only_sheet(valmont)
    assert (sheet.order.asset_role, sheet.order.asset_id) == ("delivery_point", "PL-P09-03")
    assert sheet.notice.kind == "none"
    assert sheet.notice.reason.english() != sheet.notice.reason_code
    assert sheet.order.earliest_start is None
    assert (sheet.outage, sheet.footprint, sheet.conflicts) == (None, None, ())


def test_a_blocked_sewer_is_traced_both_ways(qualify, valmont, request_of):
    qualify(request_of(3, (687970, 6923901), "ASS-CUR-C"))
    traces = {trace.direction: trace for trace in only_sheet(valmont).traces}
    assert set(traces["upstream"].pipes) >= {"E1", "E2", "E5", "E6"}
    assert "E4" in traces["downstream"].pipes


@pytest.mark.parametrize(
    ("layer", "code"), [("aep_vanne", "AEP-VAN-REM"), ("pei", "AEP-PI-REP"), ("ass_regard", "ASS-REG")]
)
def test_an_asset_off_the_network_does_not_stop_the_others(qualify, valmont, request_of, layer, code):
    stray = (687000, 6926000)
    assets = valmont.read_layer(layer)
    assets.geometry = [Point(stray), *assets.geometry[1:]]
    for node in {"id_noeud", "id_noeud_reseau"} & set(assets.columns):
        assets.loc[0, node] = ""
    valmont.write_layer(layer, assets)
    done = qualify(request_of(1, stray, code), request_of(2, LEAK, "AEP-CASSE"))
    off, on = (order_sheet(valmont, order.order_id) for order in done.orders)
    assert off.order.asset_id == assets.iloc[0].iloc[0]
    assert (off.outage, off.traces) == (None, ())
    assert on.outage is not None


def test_a_pipe_with_the_id_of_the_valve_is_not_taken_for_it(qualify, valmont, request_of):
    valves = valmont.read_layer("aep_vanne")
    row = valves.index[valves["id_aep_vanne"] == "V4"][0]
    before = isolate_place(AssetBase(valmont), asset="V4")
    valves.loc[row, "id_aep_vanne"] = "P09"
    valmont.write_layer("aep_vanne", valves)
    place = valves.geometry[row]
    qualify(request_of(1, (place.x, place.y), "AEP-VAN-REM"))
    sheet = only_sheet(valmont)
    assert (sheet.order.asset_role, sheet.order.asset_id) == ("valve", "P09")
    assert set(sheet.outage.close) == set(before.close)
    assert sheet.outage.length_m == before.length_m


def test_words_give_the_type_when_the_call_centre_gave_none(qualify, valmont, request_of):
    done = qualify(request_of(4, LEAK, description="grosse casse de canalisation, la rue est inondée"))
    assert [order.code for order in done.orders] == ["AEP-CASSE"]


def test_words_that_fit_nothing_leave_the_request_new(qualify, valmont, request_of):
    done = qualify(request_of(5, LEAK, description="bonjour"), request_of(6, LEAK, "AEP-CASSE"))
    assert [request.request_id for request in done.unclear] == ["DI-2026-0005"]
    states = {r.request_id: r.state for r in valmont.all(ServiceRequest)}
    assert states == {"DI-2026-0005": RequestState.NEW, "DI-2026-0006": RequestState.CONVERTED}


def test_who_was_never_asked_about_danger_is_to_be_called_back(qualify, valmont, rules, request_of):
    full = {"danger": "no", "leak_place": "road", "water_entering_building": "no", "road_subsiding": "no"}
    done = qualify(
        request_of(1, LEAK, "AEP-CASSE", channel="mail"),
        request_of(2, LEAK, "AEP-CASSE", channel="csv"),
        request_of(3, LEAK, "AEP-CASSE", channel="phone", answers=full),
    )
    open_questions = {one.request.request_id: one for one in done.call_back}
    assert {key: one.danger_is_open for key, one in open_questions.items()} == {
        "DI-2026-0001": True,
        "DI-2026-0002": False,
    }
    mail = open_questions["DI-2026-0001"]
    assert mail.questions[0].key == "danger"
    before = valmont.get(WorkOrder, mail.request.order_id)
    answers = {**full, "danger": "yes"}
    answer_questions(valmont, mail.request.request_id, answers, rules=rules, who="test")
    judge_again(valmont, AssetBase(valmont), before.order_id, rules=rules, now=NOW, who="test")
    after = valmont.get(WorkOrder, before.order_id)
    assert after.score > before.score
    with pytest.raises(InputError, match="was made of it, with its type of work"):
        answer_questions(valmont, mail.request.request_id, answers, rules=rules, code="ASS-DEB", who="test")


def test_order_numbers_go_on_where_they_stopped(qualify, request_of):
    first = qualify(request_of(7, LEAK, "AEP-CASSE")).orders[0].order_id
    second = qualify(request_of(8, LEAK, "ASS-DEB")).orders[0].order_id
    assert (first[-5:], second[-5:]) == ("00001", "00002")


def test_one_undo_takes_the_whole_qualification_back(qualify, valmont, request_of):
    qualify(request_of(9, LEAK, "AEP-CASSE"), request_of(10, LEAK, "AEP-CPT-REM"))
    valmont.undo(who="test")
    assert valmont.all(WorkOrder) == []
    assert {r.state for r in valmont.all(ServiceRequest)} == {RequestState.NEW}


def test_a_record_left_without_its_order_is_told_at_once(qualify, valmont, request_of, monkeypatch):
    qualify(request_of(417, LEAK, "AEP-CASSE"))
    with valmont.command("another program", who="test") as transaction:
        transaction.remove(valmont.all(WorkOrder)[0])
    studied = []
    study = qualify_day.desk_of
    monkeypatch.setattr(qualify_day, "desk_of", lambda *a, **k: studied.append(1) or study(*a, **k))
    with pytest.raises(InputError) as caught:
        qualify(request_of(418, LEAK, "AEP-CASSE"))
    assert caught.value.message.code == "record.exists"
    assert caught.value.message.params["table"] != "work_order"
    assert len(studied) == 1
