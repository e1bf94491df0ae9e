# SPDX-License-Identifier: GPL-3.0-or-later
"""A burst has twelve steps that follow each other, and a final reinstatement of its own."""

from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.planner.intake.links import link_orders, link_steps, step_done, unlink_orders
from regard.planner.intake.order_sheet import order_sheet
from regard.planner.intake.order_tree import lay_out_chain, order_tree
from regard.planner.records import OrderLink
from regard.workorders.intake.steps import OrderStep, due_by
from regard.workorders.orders import Priority, WorkOrder

NOW = datetime(2026, 6, 3, 8, 15)
DEMANDED = [
    "secure",
    "close_valves",
    "consult_operators",
    "excavate",
    "repair",
    "survey",
    "recommission",
    "reopen",
    "backfill",
    "reinstatement",
    "update_gis",
    "close_out",
]


@pytest.fixture
def burst(desk):
    """Return the tree of the burst on P03."""
    desk.take(request_id="DI-2026-0417")
    orders = desk.qualify(chains=True)
    return order_tree(desk.workspace, orders[0].order_id)


def test_a_burst_makes_twelve_steps_each_after_the_one_before(burst):
    assert [step.key for step in burst.steps] == DEMANDED
    assert [step.number for step in burst.steps] == list(range(1, 13))
    assert [step.follows for step in burst.steps] == [(), *((step.step_id,) for step in burst.steps[:-1])]
    assert [step.label for step in burst.steps if step.number in (5, 8)] == [
        "Réparation",
        "Réouverture des vannes, fin de coupure, SDIS",
    ]


def test_the_final_reinstatement_is_an_order_within_ten_days(burst):
    main, reinstatement = burst.orders
    assert (main.code, reinstatement.code) == ("AEP-CASSE", "AEP-REF")
    assert (main.request_id, reinstatement.request_id) == ("DI-2026-0417", "DI-2026-0417")
    assert reinstatement.priority is not Priority.P1
    (link,) = burst.links
    assert (link.first_id, link.second_id, link.kind) == (main.order_id, reinstatement.order_id, "after")
    assert timedelta(minutes=link.max_lag_min) == timedelta(days=10)
    carriers = {step.key: step.order_id for step in burst.steps}
    assert carriers.pop("reinstatement") == reinstatement.order_id
    assert set(carriers.values()) == {main.order_id}


def test_both_orders_and_the_request_know_each_other(desk, burst):
    for order in burst.orders:
        sheet = order_sheet(desk.workspace, order.order_id)
        assert [one.order_id for one in sheet.tree.orders] == [one.order_id for one in burst.orders]
        assert [one.request_id for one in sheet.tree.requests] == ["DI-2026-0417"]


def test_valves_are_not_opened_before_the_repair_is_done(desk, burst):
    def done(name, minutes):
        at = NOW + timedelta(minutes=minutes)
        return step_done(desk.workspace, burst.main.order_id, name, at=at, who="A. Petit")

    for number, key in enumerate(DEMANDED[:4]):
        done(key, number)
    with pytest.raises(
        InputError, match=r"Réouverture.*: cannot start before this is done: Réparation, Levé"
    ):
        done("reopen", 10)
    for number, key in enumerate(DEMANDED[4:8], start=11):
        step = done(key, number)
    assert (step.key, step.done_by, step.done_at) == ("reopen", "A. Petit", NOW + timedelta(minutes=14))
    with pytest.raises(InputError, match="is done already, since 2026-06-03 08:29"):
        done("reopen", 30)


def test_the_temporary_surface_dates_the_final_one(desk, burst):
    for number, key in enumerate(DEMANDED[:9]):
        step_done(desk.workspace, burst.main.order_id, key, at=NOW + timedelta(hours=number), who="A. Petit")
    tree = order_tree(desk.workspace, burst.main.order_id)
    final = tree.steps[9]
    assert due_by(tree.steps_by_id, final) == NOW + timedelta(hours=8, days=10)


def test_earthworks_after_the_reinstatement_would_be_a_circle(desk, burst):
    with pytest.raises(InputError, match="wait for each other in a circle") as refusal:
        link_steps(desk.workspace, burst.main.order_id, "reinstatement", "excavate", who="D. Martin")
    assert "Réfection définitive > Marquage et terrassement" in str(refusal.value)
    unchanged = {step.step_id: step.follows for step in desk.workspace.all(OrderStep)}
    assert unchanged == {step.step_id: step.follows for step in burst.steps}


def test_a_link_that_closes_no_circle_is_kept_and_undone(desk, burst):
    tree_id = burst.main.order_id
    link_steps(desk.workspace, tree_id, "consult_operators", "repair", who="D. Martin")
    assert order_tree(desk.workspace, tree_id).steps[4].follows == (f"{tree_id}/04", f"{tree_id}/03")
    desk.workspace.undo(who="D. Martin")
    assert order_tree(desk.workspace, tree_id).steps[4].follows == (f"{tree_id}/04",)


def test_orders_that_wait_for_each_other_in_a_circle_are_refused(desk, burst):
    main, reinstatement = (order.order_id for order in burst.orders)
    with pytest.raises(InputError, match=f"{main} cannot come after {reinstatement}"):
        link_orders(desk.workspace, reinstatement, main, who="D. Martin")
    with pytest.raises(InputError, match="wait for each other"):
        link_orders(desk.workspace, main, main, who="D. Martin")
    with pytest.raises(InputError, match=r"follows .* already"):
        link_orders(desk.workspace, main, reinstatement, who="D. Martin")
    with pytest.raises(InputError, match="least lag of 9 min is longer"):
        link_orders(desk.workspace, reinstatement, main, min_lag_min=9, max_lag_min=3, who="D. Martin")
    assert len(desk.workspace.all(OrderLink)) == 1


def test_a_link_can_be_taken_away_and_turned_round(desk, burst):
    main, reinstatement = (order.order_id for order in burst.orders)
    unlink_orders(desk.workspace, main, reinstatement, who="D. Martin")
    turned = link_orders(desk.workspace, reinstatement, main, min_lag_min=30, who="D. Martin")
    assert (turned.first_id, turned.min_lag_min, turned.max_lag_min) == (reinstatement, 30, None)
    with pytest.raises(InputError, match="does not follow"):
        unlink_orders(desk.workspace, main, reinstatement, who="D. Martin")


def test_steps_are_laid_out_once_and_undone_with_their_orders(desk, rules):
    desk.take()
    (main,) = desk.qualify()

    def lay_out():
        return lay_out_chain(
            desk.workspace, desk.base, main.order_id, rules=rules, now=NOW, who="D. Martin", language="en"
        )

    assert lay_out().steps[7].label == "Open the valves, end of the cut, fire service"
    with pytest.raises(InputError, match="has its steps already"):
        lay_out()
    desk.workspace.undo(who="D. Martin")
    assert desk.workspace.all(OrderStep) == []
    assert [order.order_id for order in desk.workspace.all(WorkOrder)] == [main.order_id]


def test_work_of_a_single_step_has_no_chain(desk, rules):
    desk.take(code="AEP-REL", answers={"danger": "no"})
    (order,) = desk.qualify()
    with pytest.raises(InputError, match="AEP-REL is a single step"):
        lay_out_chain(desk.workspace, desk.base, order.order_id, rules=rules, now=NOW, who="D. Martin")
    with pytest.raises(InputError, match="has no steps"):
        step_done(desk.workspace, order.order_id, "repair", at=NOW, who="D. Martin")


def test_an_unknown_step_names_those_that_there_are(desk, burst):
    with pytest.raises(InputError, match="no step is called 'paint'; there are 1 secure, 2 close_valves"):
        step_done(desk.workspace, burst.main.order_id, "paint", at=NOW, who="D. Martin")
