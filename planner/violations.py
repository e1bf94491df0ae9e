# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that a plan made by hand breaks, in words."""

from __future__ import annotations

from ..core.messages import Message
from ..routing.problem import Problem
from ..routing.timeline import Violation


def violation_message(problem: Problem, violation: Violation) -> Message:
    """Return what a violation of a plan of the problem means."""
    agent = "" if violation.shift is None else problem.shifts[violation.shift].agent
    return Message(
        f"broken.{violation.code}",
        {"visit": violation.visit_id, "agent": agent, "detail": violation.detail},
    )
