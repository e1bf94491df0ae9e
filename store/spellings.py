# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that a search asks for, a telephone number being one of them however it is written.

French numbers are told in pairs. Pairs that were looked for each by itself would be found in most records
(every number of a region begins alike), and no index of runs of three letters knows a pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# the ways in which a word may be written; any of them will do
Word = tuple[str, ...]

# what the indexes of both databases are made of: runs of so many letters
RUN = 3

_BETWEEN_PAIRS = ("", " ", ".", "-")
# a national number (ARCEP, numbering plan: ten digits, the first a 0 that falls away after +33), or its end
_NUMBER = re.compile(
    r"(?<!\S)(?:(?:\+33 ?|0033 ?|0)(?P<whole>[1-9](?:[ .-]?\d\d){4})|(?P<end>\d\d(?: \d\d){2,}))(?!\S)"
)


def asked_words(text: str) -> list[Word]:
    """Return the words of a folded text, each with its spellings; three pairs of digits or more are one."""
    line = " ".join(text.split())
    words: list[Word] = []
    at = 0
    for number in _NUMBER.finditer(line):
        words += ((word,) for word in line[at : number.start()].split())
        words.append(tuple(_written(number["whole"] or number["end"])))
        at = number.end()
    return words + [(word,) for word in line[at:].split()]


def holds(line: str, words: Sequence[Word]) -> bool:
    """Tell whether a folded line holds every word in one of its spellings."""
    return all(any(spelling in line for spelling in word) for word in words)


def is_indexed(word: Word) -> bool:
    """Tell whether an index knows a word in each of its spellings; what is shorter can only be read for."""
    return min(map(len, word)) >= RUN


def _written(number: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", number)
    first = len(digits) % 2
    pairs = [digits[:first], *(digits[at : at + 2] for at in range(first, len(digits), 2))]
    for between in _BETWEEN_PAIRS:
        yield between.join(pair for pair in pairs if pair)
