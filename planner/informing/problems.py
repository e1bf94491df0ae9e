# SPDX-License-Identifier: GPL-3.0-or-later
"""A problem of an order, its ways out with figures from the network, and the decision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from ...core.errors import InputError
from ...workorders.informing.problems import ProblemNote, ProblemOption, decided
from ...workorders.orders import WorkOrder
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .cut_customers import isolate_order
from .numbers import next_number


@dataclass(frozen=True, slots=True)
class ProblemSheet:
    """A problem with its options in the order in which they were put forward."""

    problem: ProblemNote
    options: tuple[ProblemOption, ...]

    @property
    def chosen(self) -> ProblemOption | None:
        """Return the option that was decided for, None while the problem is open."""
        return next((o for o in self.options if o.option_id == self.problem.decision), None)


def raise_problem(workspace: Workspace, order_id: str, text: str, *, now: datetime, who: str) -> ProblemNote:
    """Note a problem of an order in one journaled command; ``InputError`` for an unknown order or no text."""
    order = workspace.get(WorkOrder, order_id)
    if not text.strip():
        raise InputError("problem.no_text")
    name = next_number("P", (problem.problem_id for problem in workspace.all(ProblemNote)))
    problem = ProblemNote(name, order.order_id, text.strip(), now, who)
    with workspace.command("note problem", who=who) as transaction:
        transaction.add([problem])
    return problem


def add_option(
    workspace: Workspace,
    base: AssetBase,
    problem_id: str,
    text: str,
    *,
    unusable: Collection[str] = (),
    wait_min: int = 0,
    who: str,
) -> ProblemOption:
    """Put an option forward; with ``unusable`` valves, its cut is computed from the network as it is now.

    ``InputError`` for an unknown problem or valve, a problem that is decided, or an option without text.
    """
    problem = workspace.get(ProblemNote, problem_id)
    if problem.decision:
        raise InputError("problem.decided", problem=problem_id, by=problem.decided_by)
    if not text.strip():
        raise InputError("problem.no_text")
    taken = len(workspace.all(ProblemOption, problem_id=problem_id))
    option = ProblemOption(f"{problem_id}/{taken + 1}", problem_id, text.strip(), wait_min)
    if unusable:
        order = workspace.get(WorkOrder, problem.order_id)
        cut = isolate_order(base, order, unusable=unusable)
        option = ProblemOption(
            option_id=option.option_id,
            problem_id=problem_id,
            text=option.text,
            wait_min=wait_min,
            close=tuple(cut.close),
            customers=cut.customer_count,
            sensitive=len(cut.sensitive_customers),
            length_m=cut.length_m,
        )
    with workspace.command("note option", who=who) as transaction:
        transaction.add([option])
    return option


def decide_problem(
    workspace: Workspace, problem_id: str, option_id: str, *, now: datetime, by: str, reason: str = ""
) -> ProblemSheet:
    """Store who decided for which option, in one journaled command."""
    sheet = problem_sheet(workspace, problem_id)
    done = decided(sheet.problem, sheet.options, option_id, at=now, by=by, reason=reason)
    with workspace.command("decide problem", who=by) as transaction:
        transaction.save(done)
    return problem_sheet(workspace, problem_id)


def problem_sheet(workspace: Workspace, problem_id: str) -> ProblemSheet:
    """Return a problem with its options; ``InputError`` when there is none of this id."""
    problem = workspace.get(ProblemNote, problem_id)
    return ProblemSheet(problem, tuple(workspace.all(ProblemOption, problem_id=problem_id)))


def problems_of(workspace: Workspace, order_id: str) -> list[ProblemSheet]:
    """Return the problems of an order in the order in which they were raised."""
    workspace.get(WorkOrder, order_id)
    return [problem_sheet(workspace, p.problem_id) for p in workspace.all(ProblemNote, order_id=order_id)]
