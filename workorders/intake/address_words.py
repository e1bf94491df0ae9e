# SPDX-License-Identifier: GPL-3.0-or-later
"""How people write an address, taken apart: house number, postcode and the words of street and town."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...core.rules import RULES_FOLDER, DatedRules, read_rules

ADDRESSES = RULES_FOLDER / "addresses.yaml"
_NUMBER = re.compile(r"(?<![\w])(\d{1,4})\s*(?:(bis|ter|quater|[a-d])\b)?(?!\d)")
_SENTENCE_END = re.compile(r"[;.!?]")
_POSTCODE = re.compile(r"\b(?:f-?)?(\d{5})\b")


class AddressRules(DatedRules):
    """Abbreviations of street types and names, and the words that an address may begin with in a text."""

    abbreviations: Mapping[str, str]
    street_types: tuple[str, ...]
    least_score: float
    sure_score: float


@dataclass(frozen=True, slots=True)
class AddressWords:
    """A written address: ``number`` with its suffix (``12 bis``), ``postcode``, and the other words."""

    number: str
    postcode: str
    words: str


def folded(text: str) -> str:
    """Return a text in small letters without accents, ligatures or punctuation, one space between words."""
    spelled = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    letters = "".join(
        letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def spelled_out(text: str, rules: AddressRules) -> str:
    """Return folded words with their abbreviations written out."""
    return " ".join(rules.abbreviations.get(word, word) for word in folded(text).split())


def taken_apart(text: str, rules: AddressRules) -> AddressWords:
    """Return the parts of a written address; the house number is the first number that is no postcode."""
    plain = folded(text)
    postcode = _POSTCODE.search(plain)
    rest = plain if postcode is None else plain[: postcode.start()] + plain[postcode.end() :]
    number = _NUMBER.match(rest.lstrip()) or None
    rest = rest.lstrip()
    said = ""
    if number is not None and rest[number.end() :].strip():
        said = " ".join(part for part in number.groups() if part)
        rest = rest[number.end() :]
    return AddressWords(said, postcode[1] if postcode else "", spelled_out(rest, rules))


def addresses_in(text: str, rules: AddressRules) -> Iterator[str]:
    """Yield what may be an address in running text: a house number or none, a kind of street, some words.

    Each is told to the end of its line or sentence; words that go on after the address stay with it.
    """
    kinds = "|".join(sorted(map(re.escape, rules.street_types), key=len, reverse=True))
    number = r"\b\d{1,4}\s*(?:bis|ter|quater|[a-d])?\b[\s,]*"
    start = re.compile(rf"(?:{number})?\b(?:{kinds})\b\.?\s+(?=\S)", re.IGNORECASE)
    for line in text.splitlines():
        for match in start.finditer(line):
            rest = _SENTENCE_END.split(line[match.end() :], maxsplit=1)[0]
            if rest.strip():
                yield f"{match[0]}{rest}".strip()


def load_address_rules(path: Path | None = None) -> AddressRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or ADDRESSES, AddressRules)
