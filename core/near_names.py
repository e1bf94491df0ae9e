# SPDX-License-Identifier: GPL-3.0-or-later
"""The known names that a mistyped one may stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from difflib import get_close_matches

# More names than a person notices the time of; of longer lists only the neighbours in the alphabet count.
_COMPARED = 4_000
_ALIKE = 0.4


def near_names(name: str, known: Iterable[str], *, most: int = 3) -> str:
    """Return the known names most like ``name`` in one text, ``"-"`` when none is; case does not count."""
    written = {one.casefold(): one for one in sorted(set(known), reverse=True)}
    asked, names = name.casefold(), sorted(written)
    if len(names) > _COMPARED:
        middle = bisect_left(names, asked)
        names = names[max(0, middle - _COMPARED // 2) : middle + _COMPARED // 2]
    near = get_close_matches(asked, names, n=most, cutoff=_ALIKE)
    return ", ".join(written[one] for one in near) or "-"
