# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a search cools down: several times where one of them is long enough for the problem."""

from __future__ import annotations

from .book import Book

# so many steps or seconds for each visit make a round
_STEPS = 500
_VISIT_S = 0.008
_MOST_ROUNDS = 6
# where there are more visits, one long round is better
_MOST_VISITS = 200


def rounds_of(book: Book, seconds: float, iterations: int | None) -> int:
    """Return how many rounds a search of so many seconds or steps makes.

    One where tours depend on each other, or on the largest lateness: they cannot be put together anew.
    """
    count = len(book.visits)
    if book.has_meetings or book.facts["largest"][0] > 0.0 or not 0 < count <= _MOST_VISITS:
        return 1
    fit = seconds / (count * _VISIT_S) if iterations is None else iterations / (count * _STEPS)
    return max(1, min(_MOST_ROUNDS, int(fit)))
