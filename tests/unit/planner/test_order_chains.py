# SPDX-License-Identifier: GPL-3.0-or-later
"""What links ask of orders: tied while both are to do, bound to the end of what is done, held otherwise."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.planner.order_chains import bundles, chains, tour_links
from regard.planner.records import OrderLink
from regard.routing.model.links import Link, LinkKind
from regard.tests.unit.planner.days import order
from regard.workorders.orders import OrderState

ENDED = datetime(2026, 6, 2, 16)


def link(first, second, kind="after", *, least=0, most=None, origin="chain"):
    return OrderLink(f"{first}>{second}", first, second, kind, least, most, origin)


def orders(**states):
    return [
        replace(
            order(order_id, (0, 0), 30, (), None),
            state=state,
            ended_at=ENDED if state is OrderState.DONE else None,
        )
        for order_id, state in states.items()
    ]


def test_orders_that_are_both_to_do_are_tied():
    step = link("A", "B", least=10, most=60)
    asked = chains([step], orders(A=OrderState.PLANNED, B=OrderState.QUALIFIED))
    assert (asked.links, asked.held) == ((step,), {})
    assert tour_links(asked.links) == [Link("A", "B", LinkKind.AFTER, 600, 3600)]


def test_what_is_done_bounds_the_next_by_its_end():
    asked = chains([link("A", "B", least=90, most=600)], orders(A=OrderState.DONE, B=OrderState.QUALIFIED))
    assert (asked.links, asked.held) == ((), {})
    assert asked.not_before == {"B": datetime(2026, 6, 2, 17, 30)}
    assert asked.due_by == {"B": datetime(2026, 6, 3, 2)}


@pytest.mark.parametrize("state", [OrderState.CANCELLED, OrderState.IN_PROGRESS, OrderState.SUSPENDED])
def test_an_order_is_held_by_one_that_cannot_be_planned_and_holds_the_next(state):
    steps = [link("B", "C"), link("A", "B")]
    asked = chains(steps, orders(A=state, B=OrderState.QUALIFIED, C=OrderState.QUALIFIED))
    assert asked.held == {"B": "A", "C": "B"}
    assert asked.links == ()


def test_an_order_is_held_by_one_that_is_not_there():
    assert chains([link("A", "B")], orders(B=OrderState.QUALIFIED)).held == {"B": "A"}


def test_together_holds_either_side_and_apart_neither():
    states = {"A": OrderState.QUALIFIED, "B": OrderState.SUSPENDED}
    assert chains([link("A", "B", "together")], orders(**states)).held == {"A": "B"}
    assert chains([link("A", "B", "apart")], orders(**states)).held == {}


def test_what_shares_a_cut_can_do_without_the_other():
    shared = link("A", "B", most=60, origin="shut_off")
    alone = chains([shared], orders(A=OrderState.SUSPENDED, B=OrderState.QUALIFIED))
    assert (alone.links, alone.held) == ((), {})
    assert tour_links([shared])[1] == Link("A", "B", LinkKind.SAME_DAY)


def test_orders_under_one_cut_are_one_bundle_with_the_first_in_front():
    shared = [link(*ends, origin="shut_off") for ends in (("B", "C"), ("A", "B"), ("X", "Y"))]
    assert bundles([*shared, link("C", "X")]) == [("A", "B", "C"), ("X", "Y")]
