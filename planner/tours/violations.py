# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that a plan breaks: in words, and refused where it is to be stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...core.errors import Failure
from ...core.messages import Message
from ...routing.check.checker import Checked
from ...routing.check.timeline import Violation
from ...routing.model.problem import Problem

_OF_MEANS = frozenset({"skill_missing", "equipment_missing", "part_missing"})


def violation_message(
    problem: Problem, violation: Violation, *, name_of: Callable[[str], str] = str
) -> Message:
    """Return what a violation of a plan means; ``name_of`` names a skill, equipment or part."""
    detail = name_of(violation.detail) if violation.code in _OF_MEANS else violation.detail
    agent = "" if violation.shift is None else problem.shifts[violation.shift].agent
    return Message(
        f"broken.{violation.code}",
        {"visit": violation.visit_id, "agent": agent, "detail": detail},
    )


def broken_rules(problem: Problem, violations: Sequence[Violation]) -> tuple[Message, ...]:
    """Return the rules that a plan breaks, each once."""
    return tuple(violation_message(problem, one) for one in dict.fromkeys(violations))


def refuse_broken(problem: Problem, checked: Checked) -> None:
    """Raise ``Failure`` with the rules that a plan breaks, if it breaks any."""
    if checked.violations:
        raise Failure("plan.violations", found=broken_rules(problem, checked.violations))
