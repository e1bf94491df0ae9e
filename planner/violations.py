# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that a plan breaks: in words, and refused where it is to be stored."""

from __future__ import annotations

from collections.abc import Callable

from ..core.errors import Failure
from ..core.messages import Message
from ..routing.check.checker import Checked
from ..routing.check.timeline import Violation
from ..routing.model.problem import Problem

_OF_MEANS = frozenset({"skill_missing", "equipment_missing"})


def violation_message(
    problem: Problem, violation: Violation, *, name_of: Callable[[str], str] = str
) -> Message:
    """Return what a violation of a plan means; ``name_of`` gives the name of a skill or of equipment."""
    detail = name_of(violation.detail) if violation.code in _OF_MEANS else violation.detail
    agent = "" if violation.shift is None else problem.shifts[violation.shift].agent
    return Message(
        f"broken.{violation.code}",
        {"visit": violation.visit_id, "agent": agent, "detail": detail},
    )


def refuse_broken(checked: Checked) -> None:
    """Raise ``Failure`` with the rules that a plan breaks, if it breaks any."""
    if checked.violations:
        broken = (f"{v.code} {v.visit_id} {v.detail}".strip() for v in checked.violations)
        raise Failure("plan.violations", found="; ".join(broken))
