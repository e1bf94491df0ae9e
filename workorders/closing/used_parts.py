# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts that were used leave the van: which stock lines become what, and what no van had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...core.resources import StockLine


@dataclass(frozen=True, slots=True)
class Used:
    """The stock lines that change, what was taken of each, and the parts that were not on board."""

    lines: tuple[StockLine, ...]
    taken: Mapping[str, int]
    missing: Mapping[str, int]


def used_parts(
    lines: Sequence[StockLine],
    parts: Mapping[str, int],
    *,
    vans: Sequence[str],
    before: Mapping[str, int] | None = None,
) -> Used:
    """Return the stock after parts were used by some agents.

    Each part comes from the first van that holds enough of it, else from all of them in their order; what
    was taken ``before`` for the same work is put back first. Stock never falls below nothing.
    """
    given_back = dict(before or {})
    held = {line.stock_id: line.quantity + given_back.get(line.stock_id, 0) for line in lines}
    taken: dict[str, int] = {}
    missing: dict[str, int] = {}
    for part, count in sorted(parts.items()):
        own = [line for van in vans for line in lines if line.holder == van and line.part == part]
        enough = next((line for line in own if held[line.stock_id] >= count), None)
        left = max(0, count)
        for line in [enough] if enough else own:
            used = min(left, max(0, held[line.stock_id]))
            if used:
                held[line.stock_id] -= used
                taken[line.stock_id] = taken.get(line.stock_id, 0) + used
                left -= used
        if left:
            missing[part] = left
    changed = tuple(
        replace(line, quantity=held[line.stock_id]) for line in lines if held[line.stock_id] != line.quantity
    )
    return Used(changed, taken, missing)
