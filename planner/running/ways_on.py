# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left to do with an emergency for which nobody has time, whoever gives way."""

from __future__ import annotations

from datetime import date, datetime

from ..ports import Workspace
from .alternatives import Alternative, find_alternatives
from .emergency import Emergency


def ways_on(workspace: Workspace, found: Emergency, *, day: date, now: datetime) -> tuple[Alternative, ...]:
    """Return what stands in for an emergency without an offer: in time first, then the cheapest.

    That is the work in two halves, agents on call, a subcontractor, hired equipment and the next days; none
    where there is an offer. Errors are those of ``find_alternatives``.
    """
    return () if found.offers else find_alternatives(workspace, found.order_id, day=day, now=now)
