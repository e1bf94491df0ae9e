# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the checker finds broken is said in words."""

import ast
from pathlib import Path

import numpy as np
import pytest
import regard.routing.check
from regard.core.errors import Failure
from regard.core.messages import templates
from regard.planner.tours.violations import refuse_broken, violation_message
from regard.routing.check.checker import Checked, check_routes
from regard.routing.check.timeline import Violation
from regard.routing.model.planning_rules import planning_rules
from regard.routing.model.problem import Cost, Problem, Shift, Stop, Visit
from regard.routing.travel import TravelMatrix

CHECKER = Path(regard.routing.check.__file__).parent


def codes_in(text):
    """Return the codes that a module of the checker gives to violations."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in ("Violation", "_note") and isinstance(first, ast.Constant):
                found.add(first.value)
        # the misfits of an agent are pairs of a code and a detail
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            found.add(node.value.elts[0].value)
    return found


def known_codes():
    return set().union(*(codes_in(path.read_text(encoding="utf-8")) for path in CHECKER.glob("*.py")))


def test_the_codes_of_the_checker_are_found():
    assert {"window", "overtime", "part_missing", "forbidden", "unplanned_list"} <= known_codes()


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_every_violation_of_the_checker_has_words(code, flat):
    violation = Violation(code, 0, "OI-1", "some detail")
    assert f"broken.{code}" in templates()
    assert not violation_message(flat, violation).english().startswith("broken.")


@pytest.fixture
def flat():
    """Return a day of one agent who is done before the visit could be."""
    ways = np.array([[0, 600], [600, 0]], dtype=np.int64)
    return Problem(
        shifts=(Shift("AG1", 0, 0, 0, 8 * 3600, 9 * 3600),),
        visits=(Visit("OI-1", 1, 3600, parts={"clamp": 1}),),
        travel=TravelMatrix(seconds=ways, metres=ways),
        weights=planning_rules().presets["balanced"],
    )


def test_a_plan_that_breaks_rules_is_refused_in_words(flat):
    checked = check_routes(flat, [(Stop(0),)])
    with pytest.raises(Failure) as refusal:
        refuse_broken(flat, checked)
    assert str(refusal.value) == (
        "The plan breaks rules and was not stored: AG1 would be back at 09:20, too late; "
        "AG1 would not have enough on board for OI-1: clamp"
    )


def test_a_plan_that_keeps_the_rules_is_not_refused(flat):
    refuse_broken(flat, Checked((), Cost(), 0.0, ()))
