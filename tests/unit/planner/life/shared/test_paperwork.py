# SPDX-License-Identifier: GPL-3.0-or-later
"""The burst from the call to the end: what has to be written down before each gate opens."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.valve_register import note_valve
from regard.planner.life.advance import advance_order, gate_findings
from regard.planner.life.paperwork import (
    note_answer,
    note_hydrant,
    note_permit,
    note_restored,
    note_sent,
)
from regard.planner.notices.deem import deem_in_zone
from regard.planner.records import OrderConflict, OrderNotice, Outage
from regard.workorders.life.records import OperatorAnswer
from regard.workorders.orders import OrderState, WorkOrder

S = OrderState
WHO = "D. Martin"


def at(hour, minute=0):
    return datetime(2026, 6, 3, hour, minute)


@pytest.fixture
def dug(burst):
    """Return the burst dispatched after its calls, dug and done between 9:30 and 14:00."""
    workspace, name = burst.workspace, burst.order_id
    advance_order(workspace, name, S.PLANNED, now=at(8, 20), who=WHO)
    for near in workspace.all(OrderConflict, order_id=name):
        if near.is_sensitive:
            note_answer(workspace, name, near.operator, who=WHO, answered_at=at(8, 25), contact="M. Roux")
    note_sent(workspace, name, number="2026060300123A", sent_at=at(8, 15), who=WHO)
    advance_order(workspace, name, S.DISPATCHED, now=at(8, 30), who=WHO)
    advance_order(workspace, name, S.IN_PROGRESS, now=at(9, 30), who="AG1")
    advance_order(workspace, name, S.DONE, now=at(14), who="AG1")
    return burst


def test_a_burst_closes_only_with_everything_written_down(dug):
    workspace, name = dug.workspace, dug.order_id
    with pytest.raises(InputError) as caught:
        advance_order(workspace, name, S.CLOSED, now=at(15), who=WHO)
    said = str(caught.value)
    for missing in (
        "no closure data were handed in",
        "valve V4: note how it was left",
        "PI-014 still unavailable",
        "23 customers not told that the water is back",
        "the mayor was not told of the urgent works (by 2026-06-04 09:30)",
        "final reinstatement not planned (<= 2026-06-13, 10 d local rule)",
    ):
        assert missing in said
    network = AssetBase(workspace).water
    for valve in ("V4", "V5"):
        note_valve(workspace, network, valve=valve, state="open", now=at(14, 10), who="AG1")
    note_hydrant(workspace, "PI-014", available=True, now=at(14, 15), who=WHO)
    note_restored(workspace, name, now=at(14, 20), who=WHO)
    note_permit(workspace, name, "mayor_told", who=WHO, authority="mairie", asked_at=at(11))
    with pytest.raises(InputError) as caught:
        advance_order(workspace, name, S.CLOSED, now=at(15), who=WHO)
    assert str(caught.value) == (
        f"{name} cannot become closed: no closure data were handed in: started_at, ended_at, agents, result, "
        "asset, repair_point, repaired, defect, material "
        f"(regard close --order {name} lists the form); final reinstatement not planned "
        "(<= 2026-06-13, 10 d local rule)"
    )
    assert workspace.get(WorkOrder, name).state is S.DONE


def test_the_number_of_an_urgent_notice_changes_no_date(burst):
    before = burst.workspace.get(OrderNotice, burst.order_id)
    sent = note_sent(burst.workspace, burst.order_id, number=" 2026060300123A ", sent_at=at(9), who=WHO)
    assert (sent.number, sent.state, sent.earliest_start) == ("2026060300123A", "sent", before.earliest_start)


def test_customers_are_told_one_by_one_or_all(burst):
    workspace, name = burst.workspace, burst.order_id
    first, *_ = workspace.get(Outage, name).customers
    assert len(note_restored(workspace, name, [first], now=at(14), who=WHO).customers) == 1
    assert len(note_restored(workspace, name, now=at(14), who=WHO).customers) == 23
    with pytest.raises(InputError, match="'C-9999' is none of the customers cut off"):
        note_restored(workspace, name, ["C-9999"], now=at(14), who=WHO)


def test_nobody_answers_a_declaration_before_it_was_sent(dig):
    workspace, order_id = dig.workspace, dig.order_id
    for name, early in (
        ("answered_at", datetime(2026, 6, 2, 18)),
        ("acknowledged_on", date(2026, 6, 2)),
        ("reminded_on", date(2025, 6, 11)),
        ("appointment_on", date(2026, 6, 2)),
    ):
        with pytest.raises(InputError, match=r"is before its DICT was sent \(2026-06-03\)"):
            note_answer(workspace, order_id, "Gaz de Valmont", who=WHO, **{name: early})
    notice = workspace.get(OrderNotice, order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(replace(notice, sent_at=None))
    with pytest.raises(InputError, match="was not sent yet, so no operator has answered it"):
        note_answer(workspace, order_id, "Gaz de Valmont", who=WHO, answered_at=datetime(2026, 6, 8, 9))
    assert workspace.all(OperatorAnswer) == []


def test_nobody_is_called_about_an_urgent_dig_before_it_is_known(burst):
    workspace, order_id = burst.workspace, burst.order_id
    called = {"answered_at": datetime(2025, 6, 3, 9), "contact": "M. Roux"}
    with pytest.raises(InputError, match=r"2025-06-03 is before the order was asked for \(2026-06-03\)"):
        note_answer(workspace, order_id, "Gaz de Valmont", who=WHO, **called)
    with pytest.raises(InputError, match="is before the order was asked for"):
        at_2025 = datetime(2025, 6, 3, 9)
        deem_in_zone(workspace, order_id, "Gaz de Valmont", contact="x", called_at=at_2025, who=WHO)
    with pytest.raises(InputError, match="is before the order was asked for"):
        note_sent(workspace, order_id, number="2025060300123T", sent_at=at_2025, who=WHO)
    assert workspace.all(OperatorAnswer) == []
    assert workspace.get(OrderNotice, order_id).sent_at is None


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (lambda w, o: note_answer(w, o, "Gaz de Valmon", who=WHO), "near: Gaz de Valmont"),
        (lambda w, o: note_permit(w, o, "parking", who=WHO), "there are roadworks_permit"),
        (lambda w, o: note_permit(w, o, "other: ", who=WHO), "other:NAME"),
        (lambda w, o: note_hydrant(w, "PI-15", available=True, now=at(9), who=WHO), "PI-014"),
        (lambda w, _: note_sent(w, "OI-9", number="1", sent_at=at(9), who=WHO), "OI-9"),
    ],
)
def test_what_is_unknown_is_named_with_what_is_near(burst, note, said):
    with pytest.raises(InputError, match=said):
        note(burst.workspace, burst.order_id)


def test_a_notice_of_a_name_of_its_own_is_waited_for_like_a_permit(burst):
    workspace, order_id = burst.workspace, burst.order_id

    def lacks():
        order = workspace.get(WorkOrder, order_id)
        found = gate_findings(workspace, order, OrderState.DISPATCHED, now=at(9))
        return [one.english() for one in found if "Avis de travaux" in one.english()]

    kind = "other:Avis de travaux de rénovation"
    noted = note_permit(workspace, order_id, kind, who=WHO, authority="Métro de Valmont")
    assert noted.label.english() == "other notice: Avis de travaux de rénovation"
    assert len(lacks()) == 1
    note_permit(workspace, order_id, kind, who=WHO, granted_on=at(9).date())
    assert lacks() == []
