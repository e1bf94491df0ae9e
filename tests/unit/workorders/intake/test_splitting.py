# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of an order are: minutes, quantities and material add up, whatever is asked."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.ids import OrderId
from regard.tests.unit.planner.days import order
from regard.workorders.intake.intake_rules import load_intake_rules
from regard.workorders.intake.splitting import (
    PartAsked,
    by_quantities,
    check_parts,
    in_equal_parts,
    part_orders,
    shares,
)

RULES = load_intake_rules().split
IDS = [OrderId(f"OI-1-{number}") for number in range(2, 13)]


def job(**values):
    made = order("OI-1", (687520, 6924000), 330, (), None)
    return replace(
        made, parts={"repair_clamp": 1, "pipe_length": 5}, due_at=datetime(2026, 6, 4, 17), **values
    )


@given(
    total=st.integers(1, 5000),
    weights=st.lists(st.floats(0.01, 1000), min_size=1, max_size=12),
    step=st.sampled_from([1, 5, 15]),
)
def test_shares_add_up_and_are_off_by_a_step_at_most(total, weights, step):
    found = shares(total, weights, step=step)
    assert sum(found) == total
    for own, weight in zip(found, weights, strict=True):
        assert abs(own - total * weight / sum(weights)) <= step + 1e-6


@given(
    minutes=st.lists(st.integers(15, 600), min_size=2, max_size=12),
    quantity=st.none() | st.floats(1, 5000).map(lambda value: round(value, 2)),
)
def test_parts_make_up_the_order(minutes, quantity):
    whole = job(quantity=quantity)
    made = part_orders(whole, [PartAsked(own) for own in minutes], IDS)
    assert [one.duration_min for one in made] == minutes
    assert made[0].order_id == whole.order_id
    assert len({one.order_id for one in made}) == len(made)
    if quantity is not None:
        assert sum(one.quantity for one in made) == pytest.approx(quantity)
    for part, count in whole.parts.items():
        assert sum(one.parts.get(part, 0) for one in made) == count


def test_minutes_and_material_follow_quantities():
    whole = job(quantity=400.0)
    asked = by_quantities(whole, [300, 100], RULES)
    assert [one.minutes for one in asked] == [250, 80]
    made = part_orders(whole, asked, IDS)
    assert [one.quantity for one in made] == [300, 100]
    assert [one.parts for one in made] == [{"repair_clamp": 1, "pipe_length": 4}, {"pipe_length": 1}]


def test_material_goes_with_the_part_that_needs_it():
    made = part_orders(job(), [PartAsked(200), PartAsked(130)], IDS, material_in=2)
    assert [one.parts for one in made] == [{}, {"repair_clamp": 1, "pipe_length": 5}]
    with pytest.raises(InputError, match="there is no part 3 to take the material"):
        part_orders(job(), [PartAsked(200), PartAsked(130)], IDS, material_in=3)


@pytest.mark.parametrize(
    ("minutes", "quantities", "said"),
    [
        ([330], [None], "found 1 part, expected 2 to 12"),
        ([30] * 13, [None] * 13, "found 13 parts"),
        ([320, 10], [None, None], "part 2 takes 10 min, expected 15 min at least"),
        ([160, 160], [None, None], "take 320 min together, expected 330 min"),
        ([200, 200], [100, None], "the quantity of every part, or of none"),
        ([200, 200], [100, 200], "are 300 together, expected 400"),
    ],
)
def test_parts_that_do_not_make_up_the_order_are_refused(minutes, quantities, said):
    asked = [PartAsked(own, much) for own, much in zip(minutes, quantities, strict=True)]
    with pytest.raises(InputError, match=said):
        check_parts(job(quantity=400.0), asked, RULES)


def test_more_time_than_the_order_is_allowed_for_setting_up_twice():
    check_parts(job(), [PartAsked(200), PartAsked(200)], RULES)


def test_equal_parts_are_in_whole_steps():
    assert [one.minutes for one in in_equal_parts(job(), 4, RULES)] == [80, 85, 85, 80]
    with pytest.raises(InputError, match="expected 2 to 12"):
        in_equal_parts(job(), 1, RULES)


@pytest.mark.parametrize("weights", [[1, 0], [1, -2], [1, float("nan")], [1, float("inf")]])
def test_a_share_of_nothing_is_refused(weights):
    with pytest.raises(InputError, match="expected numbers above 0"):
        shares(100, weights)
