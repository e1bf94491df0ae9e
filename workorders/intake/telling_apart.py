# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of several types of work a caller means, by the answers that tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..questions import Between


def likeliest_code(suggested: Sequence[str], between: Sequence[Between], answers: Mapping[str, str]) -> str:
    """Return the type that words and answers speak for, empty when nothing does.

    An answer speaks for the type that it points to and against the others that its question points to. What
    is even goes by the question that is asked first, then by the words (``suggested``, the likeliest first).
    """
    votes: Counter[str] = Counter()
    picked: list[str] = []
    for one in between:
        chosen = one.codes.get(answers.get(one.question, ""))
        if chosen is None:
            continue
        picked.append(chosen)
        votes[chosen] += 1
        for other in set(one.codes.values()) - {chosen}:
            votes[other] -= 1
    ranked = list(dict.fromkeys([*picked, *suggested]))
    return max(ranked, key=lambda code: (votes[code], -ranked.index(code)), default="")
