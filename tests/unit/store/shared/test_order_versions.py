# SPDX-License-Identifier: GPL-3.0-or-later
"""What was removed of an order, and what ties it to others, is part of its version."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.core.supplies import Booking
from regard.planner.records import OrderLink
from regard.store.workspaces import open_workspace
from regard.workorders.life.records import OperatorAnswer, Permit
from regard.workorders.teleservice.records import NoticeOperator

EIGHT, TEN = datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 10)
BOOKING = Booking("B1", "digger", EIGHT, TEN, "OI-01")
LINK = OrderLink("OI-01>OI-02", "OI-01", "OI-02", "after", 0, None, "chain")
REMOVED = {
    "booking": BOOKING,
    "operator_answer": OperatorAnswer("A1", "OI-01", "gas"),
    "permit": Permit("P1", "OI-01", "traffic_order", "mairie", EIGHT),
    "notice_operator": NoticeOperator("N1", "OI-01", "gas", "GRDF", "Rouen", ("GA",), ("CC",), True),
    "order_link": LINK,
}


@pytest.fixture
def orders(workspace, order):
    """Return a workspace with two orders that nobody changes."""
    with workspace.command("qualify", who="Ada") as transaction:
        transaction.add([order, replace(order, order_id="OI-02", request_id="DI-02")])
    return workspace


def write(workspace, do, record):
    with workspace.command(do, who="Blaise") as transaction:
        getattr(transaction, do)([record] if do == "add" else record)


def refusal(workspace, order_id, version):
    """Return the message that refuses an order as it was seen, asked when the workspace is opened again."""
    again = open_workspace(workspace.url)
    with pytest.raises(InputError) as caught:
        again.expect(order_id, version)
    again.close()
    return caught.value.message


@pytest.mark.parametrize("table", REMOVED)
def test_what_was_removed_since_it_was_seen_is_told(orders, table):
    write(orders, "add", REMOVED[table])
    seen = orders.order_versions(["OI-01"])["OI-01"]
    write(orders, "remove", REMOVED[table])
    said = refusal(orders, "OI-01", seen)
    assert said.code == "order.changed_since"
    assert said.params["who"].startswith("Blaise")
    assert [(one.code, one.params) for one in said.params["changes"]] == [("order.went", {"table": table})]
    now = orders.order_versions(["OI-01"])["OI-01"]
    orders.expect("OI-01", now)


def test_what_an_undo_takes_away_is_told(orders):
    write(orders, "add", BOOKING)
    seen = orders.order_versions(["OI-01"])["OI-01"]
    orders.undo(who="Blaise")
    assert refusal(orders, "OI-01", seen).code == "order.changed_since"


@pytest.mark.parametrize("end", ["OI-01", "OI-02"])
def test_a_link_counts_at_both_of_its_ends(orders, end):
    seen = orders.order_versions(["OI-01", "OI-02"])[end]
    write(orders, "add", LINK)
    assert [one.code for one in refusal(orders, end, seen).params["changes"]] == ["order.came"]
    seen = orders.order_versions(["OI-01", "OI-02"])[end]
    write(orders, "remove", LINK)
    assert [one.code for one in refusal(orders, end, seen).params["changes"]] == ["order.went"]


def test_what_is_removed_of_another_order_changes_nothing(orders):
    write(orders, "add", replace(BOOKING, order_id="OI-02"))
    seen = orders.order_versions(["OI-01", "OI-02"])
    write(orders, "remove", replace(BOOKING, order_id="OI-02"))
    now = orders.order_versions(["OI-01", "OI-02"])
    assert now["OI-01"] == seen["OI-01"]
    assert now["OI-02"] > seen["OI-02"]


def test_a_key_that_came_back_for_another_order_is_told_to_both(orders):
    write(orders, "add", BOOKING)
    seen = orders.order_versions(["OI-01", "OI-02"])
    write(orders, "remove", BOOKING)
    write(orders, "add", replace(BOOKING, order_id="OI-02"))
    now = orders.order_versions(["OI-01", "OI-02"])
    assert all(now[key] > seen[key] for key in seen)
