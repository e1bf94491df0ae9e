# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses found from what people write, with slips of the keys, missing words and old abbreviations.

The likeness of words is the Levenshtein one of the library rapidfuzz, which compares a text with all the
streets of a département in some milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from .address_words import AddressRules, AddressWords, addresses_in, spelled_out, taken_apart

# words of an address, town and postcode included
_LONGEST = 12
# streets looked at more closely
_CLOSEST = 40
# what another postcode than the one that was said costs, in points of likeness
_OTHER_POSTCODE = 12.0
# a house number that the street does not have
_NO_SUCH_NUMBER = 5.0


@dataclass(frozen=True, slots=True)
class Street:
    """One street of one town: ``numbers`` are as ``12`` or ``12 bis``, each with its x, y in ``places``."""

    name: str
    postcode: str
    town: str
    numbers: tuple[str, ...]
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address that may be meant: ``score`` from 0 to 100.

    ``is_exact_number`` is False where the street lacks the number that was asked for: the place is that of
    the nearest number, or of the middle of the street when none was asked for. ``word_score`` is the
    likeness of the street alone.
    """

    label: str
    street: str
    number: str
    postcode: str
    town: str
    x: float
    y: float
    score: float
    is_exact_number: bool
    word_score: float = 100.0


class AddressBook:
    """The streets of an address base, ready to be searched: O(streets) a search."""

    def __init__(self, streets: Sequence[Street], rules: AddressRules) -> None:
        self._streets = tuple(streets)
        self.rules = rules
        self._names = [spelled_out(street.name, rules) for street in self._streets]
        self._with_town = [
            f"{name} {spelled_out(street.town, rules)}"
            for name, street in zip(self._names, self._streets, strict=True)
        ]

    def __len__(self) -> int:
        """Return how many addresses there are."""
        return sum(len(street.numbers) for street in self._streets)

    def search(self, text: str, *, most: int = 5) -> tuple[FoundAddress, ...]:
        """Return the addresses most like a text, the best first; none when no street is alike."""
        asked = taken_apart(text, self.rules)
        if not asked.words or not self._streets:
            return ()
        scored = sorted(
            ((self._score(asked, row, score), row) for row, score in self._closest(asked.words)),
            key=lambda pair: (-pair[0], self._with_town[pair[1]]),
        )
        found = [self._address(asked, row, score) for score, row in scored]
        kept = [one for one in found if one.score >= self.rules.least_score]
        return tuple(sorted(kept, key=lambda one: (-one.score, one.label))[:most])

    def search_in_text(self, text: str) -> FoundAddress | None:
        """Return the surest address that a running text mentions, one with a house number before others.

        None when nothing in the text is sure.
        """
        sure: list[FoundAddress] = []
        for span in addresses_in(text, self.rules):
            words = span.split()
            # the address ends somewhere before the sentence does
            for length in range(2, min(len(words), _LONGEST) + 1):
                found = self.search(" ".join(words[:length]), most=1)
                sure += [one for one in found if one.score >= self.rules.sure_score]
        return max(sure, key=lambda one: (one.is_exact_number, one.score), default=None)

    def _closest(self, words: str) -> list[tuple[int, float]]:
        """Return the rows of the streets that are most like some words, each with its likeness."""
        scores = np.zeros(len(self._streets))
        for choices in (self._names, self._with_town):
            alike = process.cdist([words], choices, scorer=fuzz.ratio, processor=None)[0]
            sorted_alike = process.cdist([words], choices, scorer=fuzz.token_sort_ratio)[0]
            scores = np.maximum(scores, np.maximum(alike, sorted_alike - 2))
        rows = np.argsort(-scores, kind="stable")[:_CLOSEST]
        return [(int(row), float(scores[row])) for row in rows]

    def _score(self, asked: AddressWords, row: int, score: float) -> float:
        other = asked.postcode and asked.postcode != self._streets[row].postcode
        return score - (_OTHER_POSTCODE if other else 0.0)

    def _address(self, asked: AddressWords, row: int, score: float) -> FoundAddress:
        street = self._streets[row]
        at, is_exact = _position(street, asked.number)
        number = street.numbers[at] if is_exact else asked.number
        label = f"{number} {street.name}".strip() + f", {street.postcode} {street.town}".rstrip(" ,")
        x, y = street.places[at]
        return FoundAddress(
            label=label,
            street=street.name,
            number=number,
            postcode=street.postcode,
            town=street.town,
            x=x,
            y=y,
            score=round(score - (0.0 if is_exact or not asked.number else _NO_SUCH_NUMBER), 1),
            is_exact_number=is_exact,
            word_score=round(score, 1),
        )


def _position(street: Street, number: str) -> tuple[int, bool]:
    """Return which of a street's places a number means, and whether the street has it."""
    if number in street.numbers:
        return street.numbers.index(number), True
    if not number:
        return len(street.numbers) // 2, False
    wanted = _leading(number)
    gaps = [abs(_leading(own) - wanted) for own in street.numbers]
    return gaps.index(min(gaps)), False


def _leading(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0


def streets_by_name(
    rows: Sequence[tuple[str, str, str, str, float, float]],
) -> tuple[Street, ...]:
    """Return the streets of addresses given as name, postcode, town, number, x and y, in order of number."""
    by_name: dict[tuple[str, str, str], dict[str, tuple[float, float]]] = {}
    for name, postcode, town, number, x, y in rows:
        by_name.setdefault((name, postcode, town), {}).setdefault(number, (x, y))
    return tuple(_street(key, houses) for key, houses in by_name.items())


def _street(key: tuple[str, str, str], houses: Mapping[str, tuple[float, float]]) -> Street:
    numbers = tuple(sorted(houses, key=lambda number: (_leading(number), number)))
    return Street(*key, numbers, tuple(houses[number] for number in numbers))
