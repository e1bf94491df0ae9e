# SPDX-License-Identifier: GPL-3.0-or-later
"""A problem met in the field, the ways out looked at with the agents, and who decided for which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId


@dataclass(frozen=True, slots=True)
class ProblemNote:
    """One problem of an order; ``decision`` is the chosen option, empty while it is open."""

    problem_id: str
    order_id: OrderId
    text: str
    raised_at: datetime
    raised_by: str
    decision: str = ""
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ProblemOption:
    """One way out.

    ``close``, ``customers``, ``sensitive`` and ``length_m`` are those of the cut that it needs, computed from
    the network (None where it needs no other cut); ``wait_min`` is what it makes the team wait.
    """

    option_id: str
    problem_id: str
    text: str
    wait_min: int = 0
    close: tuple[str, ...] = ()
    customers: int | None = None
    sensitive: int | None = None
    length_m: float | None = None
    version: int = 0


def decided(
    problem: ProblemNote,
    options: Iterable[ProblemOption],
    option_id: str,
    *,
    at: datetime,
    by: str,
    reason: str = "",
) -> ProblemNote:
    """Return a problem with its decision.

    An option is named by its id, or by its number within the problem: ``2`` is ``P-0001/2``. ``InputError``
    for one that the problem has not, or a second decision.
    """
    known = [option.option_id for option in options]
    chosen = next((one for one in known if option_id in (one, one.rpartition("/")[2])), None)
    if chosen is None:
        expected = ", ".join(known) or "-"
        raise InputError("problem.option", problem=problem.problem_id, found=option_id, expected=expected)
    if problem.decision:
        raise InputError("problem.decided", problem=problem.problem_id, by=problem.decided_by)
    return replace(problem, decision=chosen, reason=reason, decided_at=at, decided_by=by)
