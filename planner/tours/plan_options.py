# SPDX-License-Identifier: GPL-3.0-or-later
"""What to plan, by what weights, and how long to search."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What to plan and how long to search; ``objective`` names a preset of the planning rules.

    With ``iterations`` each search stops after that many steps, and the plan depends on the workspace, the
    seed, the steps and the ``threads`` alone. ``threads`` None: one with ``iterations``, so that the plan is
    the same on every machine, else one for each core. With ``subcontract`` an order may be given away where
    its price is less than what leaving it out costs.
    """

    day: date
    days: int = 1
    seconds: float = 8.0
    iterations: int | None = None
    seed: int = 1
    objective: str = "balanced"
    threads: int | None = None
    subcontract: bool = False

    @property
    def searches(self) -> int:
        """Return how many searches run side by side."""
        if self.threads is not None:
            return self.threads
        return 1 if self.iterations is not None else os.cpu_count() or 1
