# SPDX-License-Identifier: GPL-3.0-or-later
"""Readings of counters: not below the last one, a usual use since then, digits that were swapped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...core.messages import Message
from .forms import NotBelow, UsualRate
from .known import Finding, Known
from .records import Closure
from .values import moment_of, number_of, text_of

ENDED = "ended_at"


def not_below(check: NotBelow, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a reading below the last one, with the digits that may have been swapped."""
    text, last = text_of(closure.fields, check.field), known.last(check.reading)
    found = number_of(text)
    if found is None or not last or found >= last[0].value:
        return
    hint = swapped_digits(found, at_least=last[0].value, within=check.hint_within)
    params = {
        "field": check.field,
        "found": f"{found:g}" if found != int(found) else str(int(found)),
        "expected": f"{last[0].value:.12g}",
        "day": last[0].read_at.date(),
        "hint": "" if hint is None else str(hint),
    }
    message = Message("closure.below_last", params)
    yield Finding(check.field, check.severity, text, f">= {last[0].value:.12g}", message)


def usual_rate(check: UsualRate, closure: Closure, known: Known) -> Iterator[Finding]:
    """Find a use a day since the last reading far from what it was between the two readings before."""
    found, last = number_of(text_of(closure.fields, check.field)), known.last(check.reading)
    at = moment_of(text_of(closure.fields, ENDED))
    if found is None or at is None or len(last) < 2:
        return
    before = _per_day(last[0].value - last[1].value, last[0].read_at - last[1].read_at)
    since = _per_day(found - last[0].value, at - last[0].read_at)
    if before is None or since is None or before <= 0 or since < 0:
        return
    ratio = since / before
    if not check.least <= ratio <= check.most:
        params = {"field": check.field, "ratio": f"{ratio:.2g}", "least": check.least, "most": check.most}
        message = Message("closure.unusual_use", params)
        yield Finding(check.field, check.severity, f"{ratio:.2g}", f"{check.least}-{check.most}", message)


def swapped_digits(number: float, *, at_least: float, within: float) -> int | None:
    """Return the least whole number from ``at_least`` to ``within`` above it that swaps two neighbours.

    None when the number is not whole, or no swap of two neighbouring digits leads there.
    """
    if number != int(number) or number < 0:
        return None
    digits = str(int(number))
    swaps = (
        int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
        for place in range(len(digits) - 1)
    )
    return min((one for one in swaps if at_least <= one <= at_least + within), default=None)


def _per_day(amount: float, span: timedelta) -> float | None:
    days = span / timedelta(days=1)
    return amount / days if days > 0 else None
