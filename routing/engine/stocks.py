# SPDX-License-Identifier: GPL-3.0-or-later
"""Which parts can run out on which van, as rows of ``kernel_book``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.problem import Problem
from ..model.visit import Visit
from .kernel_book import Array


@dataclass(frozen=True, slots=True)
class Stocks:
    """The stocks of each shift (kind of part, how many) that may run out, and the parts that count.

    A van that has enough of a part for all visits together has no row for it, nor one that has none.
    """

    of_shift: tuple[tuple[tuple[int, int], ...], ...]
    kinds: dict[str, int]
    part_count: int
    has_loads: bool

    @classmethod
    def of(cls, problem: Problem) -> Stocks:
        """Return what counts of a problem's stocks."""
        needed: Counter[str] = Counter()
        for visit in problem.visits:
            needed.update(visit.parts)
        kinds = {part: kind for kind, part in enumerate(sorted(needed))}
        rows = tuple(
            tuple(
                (kind, have)
                for part, kind in kinds.items()
                if 0 < (have := shift.stock.get(part, 0)) < needed[part]
            )
            for shift in problem.shifts
        )
        has_stores = any(shift.store for shift in problem.shifts)
        part_count = sum(len(visit.parts) for visit in problem.visits) if any(rows) else 0
        return cls(rows, kinds, part_count, has_stores or any(rows))

    @property
    def row_count(self) -> int:
        """Return the number of stocks."""
        return sum(map(len, self.of_shift))

    def fill(self, facts: Array, visits: Sequence[Visit], first_part: int) -> None:
        """Fill the rows of stocks and parts; ``visits`` holds that of each task."""
        row = int(facts[0]["tasks_to"])
        for shift, stocks in enumerate(self.of_shift, 1):
            facts[shift]["first_stock"], facts[shift]["last_stock"] = row, row + len(stocks)
            for kind, have in stocks:
                facts[row]["kind"], facts[row]["amount"] = kind, have
                row += 1
        if not self.part_count:
            return
        seen = set()
        for task, visit in enumerate(visits, int(facts[0]["tasks_from"])):
            facts[task]["first_part"] = facts[task]["last_part"] = first_part
            # the van of the first role brings all
            if visit.visit_id in seen:
                continue
            seen.add(visit.visit_id)
            for part, count in visit.parts.items():
                facts[first_part]["kind"], facts[first_part]["amount"] = self.kinds[part], count
                first_part += 1
            facts[task]["last_part"] = first_part
