# SPDX-License-Identifier: GPL-3.0-or-later
"""A step is done after what it follows and its least lag; optional steps hold nothing up."""

from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.workorders.intake.steps import OrderStep, done, due_by, find_step, linked

NOW = datetime(2026, 6, 3, 8)


def step(number, follows=(), *, tree="OI", least=0, most=None, optional=False, done_at=None):
    names = tuple(f"{tree}/{before:02d}" for before in follows)
    key = f"{tree}/{number:02d}"
    label = f"step {number}"
    return OrderStep(
        key, tree, tree, number, f"s{number}", label, "site", names, least, most, optional, done_at
    )


def tree(*steps):
    return {one.step_id: one for one in steps}


def test_the_least_lag_has_to_pass():
    steps = tree(step(1, done_at=NOW), step(2, [1], least=60))
    with pytest.raises(InputError, match="step 2: cannot start before 2026-06-03 09:00"):
        done(steps, steps["OI/02"], at=NOW + timedelta(minutes=59), by="A")
    assert done(steps, steps["OI/02"], at=NOW + timedelta(minutes=60), by="A").done_by == "A"


def test_an_optional_step_holds_nothing_up_but_what_it_follows_does():
    steps = tree(step(1), step(2, [1], optional=True), step(3, [2]))
    with pytest.raises(InputError, match=r"before this is done: step 1$"):
        done(steps, steps["OI/03"], at=NOW, by="A")
    steps = tree(step(1, done_at=NOW), step(2, [1], optional=True), step(3, [2]))
    assert done(steps, steps["OI/03"], at=NOW, by="A").done_at == NOW


def test_all_that_is_missing_is_told_in_the_order_of_the_chain():
    steps = tree(step(1), step(2, [1]), step(3, [1]), step(4, [3, 2]))
    with pytest.raises(InputError, match=r"step 1, step 2, step 3$"):
        done(steps, steps["OI/04"], at=NOW, by="A")


def test_a_step_is_due_after_the_last_of_what_it_follows():
    steps = tree(step(1, done_at=NOW), step(2, done_at=NOW + timedelta(hours=1)), step(3, [1, 2], most=60))
    assert due_by(steps, steps["OI/03"]) == NOW + timedelta(hours=2)
    open_ones = tree(step(1, done_at=NOW), step(2), step(3, [1, 2], most=60), step(4, [1]))
    assert due_by(open_ones, open_ones["OI/03"]) is None
    assert due_by(open_ones, open_ones["OI/04"]) is None


def test_steps_are_found_by_id_number_and_key():
    steps = [step(1), step(2)]
    assert [find_step(steps, name).number for name in ("OI/02", "2", "s2")] == [2, 2, 2]
    with pytest.raises(InputError, match="no step is called '3'; there are 1 s1, 2 s2"):
        find_step(steps, "3")


def test_steps_of_two_trees_are_not_linked():
    with pytest.raises(InputError, match="steps of different orders"):
        linked(tree(step(1)), step(1), step(1, tree="OTHER"))
