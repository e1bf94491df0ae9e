# SPDX-License-Identifier: GPL-3.0-or-later
"""A contractor digs: the owner's DT first, then the contractor's DICT; a unit operation joins both."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.company import set_company
from regard.planner.life.advance import gate_findings
from regard.planner.life.paperwork import note_answer, note_sent
from regard.planner.notices.agenda import notice_on
from regard.planner.notices.draw_dig import draw_dig
from regard.planner.notices.follow_dt import follow_dt
from regard.planner.records import Footprint, OrderNotice
from regard.workorders.life.records import OperatorAnswer
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import box

from .conftest import NOW

COMPANY = "owner: {name: Régie}\ncontractor: {name: Terrassements Durand}\n"


def kind(workspace, order_id):
    return workspace.get(OrderNotice, order_id).kind


def widen(workspace, order_id):
    """Draw a dig of 500 m2, more than a unit operation."""
    place = workspace.get(Footprint, order_id).geometry.centroid
    draw_dig(
        workspace,
        order_id,
        box(place.x - 50, place.y - 5, place.x + 50, place.y),
        depth_m=None,
        now=NOW,
        who="test",
    )


@pytest.fixture
def contracted(valmont):
    set_company(valmont, COMPANY, file="company.yaml", who="D. Martin")


@pytest.fixture
def dt(valmont, contracted, valve):
    """Return an order whose works take the owner's DT."""
    widen(valmont, valve)
    return valve


def test_a_contractor_joins_both_for_a_unit_operation_only(valmont, contracted, valve):
    notice = valmont.get(OrderNotice, valve)
    assert (notice.kind, notice.reason_code) == ("DT-DICT", "notice.unit_operation")
    widen(valmont, valve)
    assert kind(valmont, valve) == "DT"


def test_the_service_itself_joins_both_however_large(valmont, valve):
    widen(valmont, valve)
    assert kind(valmont, valve) == "DT-DICT"


def test_the_answers_to_a_dt_let_nobody_dig_before_the_dict(valmont, dt):
    note_sent(valmont, dt, number="2026060300123D", sent_at=datetime(2026, 6, 3, 9), who="test")
    for one in notice_on(valmont, dt, date(2026, 6, 3)).clock.operators:
        note_answer(valmont, dt, one.operator.name, who="test", answered_at=datetime(2026, 6, 8, 9))
    tasks = [task.code for task in notice_on(valmont, dt, date(2026, 6, 9)).clock.tasks]
    assert tasks == ["notice_task.dict_to_follow"]

    def lacks():
        order = valmont.get(WorkOrder, dt)
        found = gate_findings(valmont, order, OrderState.DISPATCHED, now=datetime(2026, 7, 20, 9))
        return {one.code for one in found}

    assert "gate.dict_to_follow" in lacks()
    follow_dt(valmont, dt, number="2026060300123D", now=datetime(2026, 6, 9, 9), who="test")
    assert lacks() >= {"gate.notice_not_sent"} and "gate.dict_to_follow" not in lacks()


def test_a_dict_has_its_own_dates_and_asks_anew(valmont, dt):
    note_sent(valmont, dt, number="2026060300123D", sent_at=datetime(2026, 6, 3, 9), who="test")
    note_answer(valmont, dt, "Gaz de Valmont", who="test", answered_at=datetime(2026, 6, 8, 9))
    found = follow_dt(valmont, dt, number="2026060300123D", now=datetime(2026, 6, 9, 9), who="test")
    assert (found.kind, found.sent_at, found.number) == ("DICT", None, "")
    # seven days from the 9th
    assert (found.answer_by, found.earliest_start) == (date(2026, 6, 16), datetime(2026, 6, 17, 8))
    assert valmont.get(WorkOrder, dt).earliest_start == datetime(2026, 6, 17, 8)
    assert "2026060300123D" in found.reason.english()
    assert valmont.all(OperatorAnswer) == []
    # a dig that is drawn anew stays behind its DT
    widen(valmont, dt)
    assert kind(valmont, dt) == "DICT"
    valmont.undo(who="test")
    valmont.undo(who="test")
    assert (kind(valmont, dt), len(valmont.all(OperatorAnswer))) == ("DT", 1)


def test_what_no_dict_can_follow_is_refused(valmont, burst, ordered):
    with pytest.raises(InputError, match="is ATU"):
        follow_dt(valmont, burst, number="1", now=NOW, who="test")
    with pytest.raises(InputError, match="does not dig"):
        follow_dt(valmont, ordered("AEP-CPT-REM"), number="1", now=NOW, who="test")
    with pytest.raises(InputError, match="number of the DT"):
        follow_dt(valmont, ordered("AEP-VAN-REM"), number=" ", now=NOW, who="test")
