# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be meant is refused, and named."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.routing.model.planning_rules import Weights, planning_rules
from regard.routing.model.problem import Break, Cost, Problem, Shift, Visit, clock
from regard.routing.travel import TravelMatrix

SHIFT = Shift(AgentId("Dupont"), 0, 0, 0, 8 * 3600, 16 * 3600)
VISIT = Visit("OI-7", 1, 1800)
TRAVEL = TravelMatrix(np.zeros((2, 2), np.int32), np.zeros((2, 2), np.int32))


def refusal(shifts=(SHIFT,), visits=(VISIT,), weights=None):
    with pytest.raises(InputError) as caught:
        Problem(tuple(shifts), tuple(visits), TRAVEL, weights or Weights.balanced())
    return str(caught.value)


def test_a_shift_that_ends_before_it_starts():
    text = refusal([replace(SHIFT, start_s=17 * 3600)])
    assert text == "the shift of Dupont on day 1 ends before it starts (17:00 to 16:00)"


def test_two_shifts_of_one_agent_on_a_day():
    assert refusal([SHIFT, SHIFT]) == "Dupont has two shifts on day 1"


@pytest.mark.parametrize("field", ["start_place", "end_place"])
def test_a_shift_at_an_unknown_place(field):
    assert "place 2, but there are 2 places" in refusal([replace(SHIFT, **{field: 2})])


@pytest.mark.parametrize(
    "pause",
    [
        Break(12 * 3600, 12 * 3600 + 1800, 3600),
        Break(6 * 3600, 7 * 3600, 1800),
        Break(12 * 3600, 13 * 3600, -60),
    ],
)
def test_a_break_that_cannot_be_taken(pause):
    assert "the break of Dupont on day 1 cannot be taken between" in refusal(
        [replace(SHIFT, breaks=(pause,))]
    )


def test_breaks_that_overlap():
    breaks = (Break(12 * 3600, 13 * 3600, 1800), Break(12 * 3600, 13 * 3600, 1800))
    assert "cannot be taken" in refusal([replace(SHIFT, breaks=breaks)])


def test_a_visit_given_twice():
    assert refusal(visits=[VISIT, VISIT]) == "visit OI-7 is given twice"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"place": 5}, "visit OI-7 is at place 5, but there are 2 places"),
        ({"roles": ()}, "visit OI-7 needs nobody: give it at least one role"),
        ({"duration_s": -1}, "visit OI-7: duration_s is negative (-1)"),
        ({"value_min": -5}, "visit OI-7: value_min is negative (-5)"),
        (
            {"windows": ((9 * 3600, 8 * 3600),)},
            "visit OI-7: a window ends before it starts (09:00 to 08:00)",
        ),
    ],
)
def test_a_visit_that_cannot_be_meant(change, text):
    assert refusal(visits=[replace(VISIT, **change)]) == text


@pytest.mark.parametrize("price", [-0.5, float("nan")])
def test_a_weight_that_is_no_price(price):
    text = refusal(weights=replace(Weights.balanced(), travel=price))
    assert text.startswith("the weight of travel must not be negative")


def test_a_visit_that_nobody_can_make_is_no_error():
    Problem((SHIFT,), (replace(VISIT, skills=frozenset({"diving"})),), TRAVEL, Weights.balanced())


def test_the_total_is_the_weighted_sum_of_the_terms():
    cost = Cost(unplanned=1, lateness=2, travel=3, overtime=4, waiting=5, imbalance=6, preference=7)
    weights = Weights(
        unplanned=1, lateness=10, travel=100, overtime=0.5, waiting=0, imbalance=2, preference=1
    )
    assert cost.total(weights) == pytest.approx(1 + 20 + 300 + 2 + 0 + 12 + 7)


def test_higher_priorities_are_worth_more_and_cost_more_when_late():
    rules = planning_rules()
    for prices in (rules.value_min, rules.lateness_factor):
        assert list(prices) == ["P1", "P2", "P3", "P4"]
        assert sorted(prices.values(), reverse=True) == list(prices.values())


def test_clock_says_the_day_from_the_second_on():
    assert clock(8 * 3600 + 1800) == "08:30"
    assert clock(86_400 + 8 * 3600 + 1800) == "2 08:30"
