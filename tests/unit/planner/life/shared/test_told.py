# SPDX-License-Identifier: GPL-3.0-or-later
"""What messages have told counts at the gates like what was noted by hand."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.planner.import_records import import_records
from regard.planner.life.advance import gate_findings
from regard.planner.life.paperwork import note_hydrant, note_restored
from regard.planner.records import OrderConflict
from regard.workorders.informing.contacts import Channel
from regard.workorders.informing.messages import MessageState, OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

START, END = datetime(2026, 6, 3, 9, 30), datetime(2026, 6, 3, 14)


@pytest.fixture
def tell(burst):
    """Return a function that keeps a message of the burst in a state."""

    def tell(purpose, ref, state, **values):
        message = OrderMessage(
            f"{burst.order_id}/{purpose}/{ref}",
            burst.order_id,
            purpose,
            "customers",
            ref,
            ref,
            Channel.PHONE,
            "06",
            "fr",
            END,
            START,
            state=state,
            sent_at=END,
            **values,
        )
        import_records(burst.workspace, [message], name="import", who="test")

    return tell


def codes(burst, target):
    workspace = burst.workspace
    order = replace(workspace.get(WorkOrder, burst.order_id), started_at=START, ended_at=END)
    found = gate_findings(workspace, order, target, now=END)
    return {one.code: one for one in found}


def test_a_mail_to_the_town_hall_tells_the_mayor_once_it_is_sent(burst, tell):
    tell("town_hall_urgent_works", "TH", MessageState.PLANNED)
    assert "gate.mayor_untold" in codes(burst, OrderState.CLOSED)
    tell("town_hall_urgent_works", "TH2", MessageState.SENT)
    assert "gate.mayor_untold" not in codes(burst, OrderState.CLOSED)


def test_hydrants_are_back_once_the_fire_service_was_told_after_the_work(burst, tell):
    note_hydrant(burst.workspace, "PI-014", available=False, now=START, who="D. Martin")
    tell("hydrant_back", "SDIS", MessageState.FAILED)
    assert "gate.hydrant_out" in codes(burst, OrderState.CLOSED)
    tell("hydrant_back", "SDIS2", MessageState.SENT)
    assert "gate.hydrant_out" not in codes(burst, OrderState.CLOSED)


def test_customers_are_counted_by_their_messages_and_by_notes(burst, tell):
    def untold():
        found = codes(burst, OrderState.CLOSED).get("gate.customers_untold")
        return found.params["count"] if found else 0

    assert untold() == 23
    tell("cut_restored", "C-1", MessageState.SENT)
    tell("cut_restored", "C-2", MessageState.PLANNED, points=3)
    tell("cut_restored_sensitive", "C-1", MessageState.FAILED)
    tell("cut_restored", "C-3", MessageState.CANCELLED)
    assert untold() == 3
    note_restored(burst.workspace, burst.order_id, now=END, who="D. Martin")
    assert untold() == 0


def test_a_logged_call_is_an_answer_and_asks_whom_was_spoken_to(asked, burst, tell):
    near = burst.workspace.all(OrderConflict, order_id=burst.order_id)
    sensitive = sorted({one.operator for one in near if one.is_sensitive})
    for operator in sensitive:
        tell("operator_call", operator, MessageState.ANSWERED, answered_at=START)
    assert set(codes(burst, OrderState.DISPATCHED)) == {"gate.contact_missing"}
    workspace = burst.workspace
    with workspace.command("edit", who="test") as transaction:
        for message in workspace.all(OrderMessage):
            transaction.save(replace(message, answer="M. Roux"))
    assert codes(burst, OrderState.DISPATCHED) == {}
