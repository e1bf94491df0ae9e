# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that is booked: the order keeps it, the confirmation waits, one undo takes both back."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import RequestId
from regard.planner.import_records import import_records
from regard.planner.running.appointments import book_appointment
from regard.planner.running.desk_moment import DESK_MOMENT, desk_moment
from regard.tests.unit.planner.days import order
from regard.workorders.informing.contacts import Channel
from regard.workorders.informing.messages import MessageState, OrderMessage
from regard.workorders.informing.rules import load_communication
from regard.workorders.orders import WorkOrder
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 8, 15)
OPENS, CLOSES = datetime(2026, 6, 4, 8), datetime(2026, 6, 4, 10)


@pytest.fixture
def called(golden_day):
    """Return the golden day with the order OI-90 of a customer with a mobile number."""
    from dataclasses import replace

    request = ServiceRequest(
        request_id=RequestId("DI-90"),
        received_at=NOW,
        caller="Mme Roc",
        phone="06 39 98 00 01",
        customer_ref="",
        address="12 rue des Saules",
        place=Point(687500, 6924000),
        code="AEP-CPT-REM",
        description="compteur",
        danger=False,
        contract_id="VA-2024",
    )
    own = replace(order("OI-90", (687500, 6924000), 30, (), None), request_id=RequestId("DI-90"))
    import_records(golden_day, [request, own], name="call", who="test")
    return golden_day


def book(workspace, *, opens=OPENS, closes=CLOSES, order_id="OI-90"):
    rules = load_communication()
    return book_appointment(
        workspace, order_id, opens=opens, closes=closes, rules=rules, now=NOW, who="D. Martin"
    )


def test_the_order_keeps_the_window_and_the_customer_gets_a_message(called):
    done = book(called)
    stored = called.get(WorkOrder, "OI-90")
    assert (stored.window_start, stored.window_end) == (OPENS, CLOSES)
    assert (done.message.channel, done.message.reach) == (Channel.SMS, "+33639980001")
    assert (done.message.name, done.message.text, done.message.due_at) == ("Mme Roc", "10 h 00", NOW)


def test_one_undo_takes_window_and_message_back(called):
    book(called)
    called.undo(who="D. Martin")
    assert called.get(WorkOrder, "OI-90").window_start is None
    assert called.all(OrderMessage, order_id="OI-90") == []


def test_a_second_booking_calls_the_first_confirmation_off(called):
    first = book(called).message
    second = book(called, opens=datetime(2026, 6, 5, 8), closes=datetime(2026, 6, 5, 10)).message
    assert called.get(OrderMessage, first.message_id).state is MessageState.CANCELLED
    assert called.get(OrderMessage, second.message_id).state is MessageState.PLANNED


@pytest.mark.parametrize(
    ("opens", "closes"),
    [(CLOSES, OPENS), (datetime(2026, 6, 3, 6), datetime(2026, 6, 3, 8))],
)
def test_a_window_that_is_over_or_upside_down_is_refused(called, opens, closes):
    with pytest.raises(InputError) as refused:
        book(called, opens=opens, closes=closes)
    assert refused.value.message.code == "day.window"
    assert called.all(OrderMessage, order_id="OI-90") == []


def test_a_demonstration_stands_still_and_others_work_now(golden_day):
    assert desk_moment(golden_day, NOW) == NOW
    golden_day.set_setting(DESK_MOMENT, OPENS.isoformat())
    assert desk_moment(golden_day, NOW) == OPENS
