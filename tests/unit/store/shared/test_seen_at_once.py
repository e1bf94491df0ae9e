# SPDX-License-Identifier: GPL-3.0-or-later
"""Two sessions write different records of one order that both saw the same: one of them is refused."""

import threading
from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.supplies import Booking
from regard.store.workspaces import open_workspace
from regard.workorders.life.records import Permit

EIGHT, TEN = datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 10)


@pytest.fixture
def sessions(workspace, order):
    """Return two sessions on a workspace with one order."""
    with workspace.command("qualify", who="Ada") as transaction:
        transaction.add([order])
    opened = [open_workspace(workspace.url) for _ in range(2)]
    yield opened
    for session in opened:
        session.close()


@pytest.mark.parametrize("first_looked", [True, False])
def test_of_two_commands_at_once_the_second_is_refused(sessions, first_looked):
    first, second = sessions
    seen = first.order_versions(["OI-01"])["OI-01"]
    if first_looked:
        first.expect("OI-01", seen)
    second.expect("OI-01", seen)
    begun, gone, refused = threading.Event(), threading.Event(), []

    def write_second():
        try:
            with second.command("permit", who="Blaise") as transaction:
                transaction.add([Permit("P1", "OI-01", "traffic_order", "mairie", EIGHT)])
                begun.set()
                gone.wait(30)
        except InputError as error:
            refused.append(error.message)

    thread = threading.Thread(target=write_second)
    with first.command("book", who="Ada") as transaction:
        transaction.add([Booking("B1", "digger", EIGHT, TEN, "OI-01")])
        thread.start()
        # a file lets nobody else begin; on a server both are under way
        begun.wait(1)
    gone.set()
    thread.join(30)
    assert [message.code for message in refused] == ["order.changed_since"]
    assert (first.count(Booking), first.count(Permit)) == (1, 0)


def test_a_command_is_not_refused_for_what_it_writes_itself(sessions, order):
    first, second = sessions
    with second.command("book", who="Blaise") as transaction:
        transaction.add([replace(order, order_id="OI-02"), Booking("B1", "digger", EIGHT, TEN, "OI-02")])
    first.expect("OI-01", first.order_versions(["OI-01"])["OI-01"])
    booking, whole = first.get(Booking, "B1"), first.get(type(order), "OI-01")
    with first.command("take over", who="Ada") as transaction:
        # the booking's former life is that of another order
        transaction.save(replace(booking, order_id="OI-01"))
        transaction.save(replace(whole, address="4 rue du Puits"))
    assert first.get(Booking, "B1").order_id == "OI-01"
