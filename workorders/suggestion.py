# SPDX-License-Identifier: GPL-3.0-or-later
"""From a caller's words to types of work: synonyms in French and English, tolerant of accents and typing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import log

from .catalogue import Catalogue

# words of both languages that say nothing of the work
_EMPTY_WORDS = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "it", "my", "of", "on", "or", "the", "to"),
        *(
            "au",
            "aux",
            "chez",
            "d",
            "dans",
            "de",
            "des",
            "du",
            "elle",
            "en",
            "est",
            "et",
            "il",
            "j",
            "je",
            "l",
        ),
        *("la", "le", "les", "ma", "mon", "ou", "par", "pour", "qu", "que", "qui", "s", "se", "son", "sur"),
        *("un", "une", "with", "y"),
    )
)
_SHORTEST_STEM = 3
_SHORTEST_TYPO = 5
_TYPO_CLOSENESS = 0.84


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A type of work and the caller's words that speak for it; ``score`` grows with how telling they are."""

    code: str
    words: tuple[str, ...]
    score: float


def suggest_codes(text: str, catalogue: Catalogue) -> tuple[Suggestion, ...]:
    """Return the types of work that a text may mean, the likeliest first.

    A synonym counts when all its words are in the text, whatever their order, accents, gender or number, and
    with a slip of the keys. It is worth the sum of how rare its words are in the catalogue, so that precise
    synonyms win over general ones. O(synonyms x words).
    """
    phrases = {
        standard.code: [_words(name).keys() for name in standard.names] for standard in catalogue.standards()
    }
    rarity = _rarity(phrases)
    said = _recognised(text, rarity.keys())
    found = []
    for code, synonyms in phrases.items():
        matches = [phrase for phrase in synonyms if phrase <= said.keys()]
        if matches:
            score, phrase = max((sum(rarity[word] for word in phrase), sorted(phrase)) for phrase in matches)
            words = tuple(said[word] for word in said if word in phrase)
            found.append(Suggestion(code=code, words=words, score=round(score, 3)))
    return tuple(sorted(found, key=lambda suggestion: (-suggestion.score, suggestion.code)))


def _rarity(phrases: Mapping[str, Iterable[Collection[str]]]) -> dict[str, float]:
    """Return how telling each word is: the logarithm of the share of types that do not use it."""
    uses = Counter(word for synonyms in phrases.values() for word in set().union(*synonyms))
    return {word: log(1 + len(phrases) / count) for word, count in uses.items()}


def _recognised(text: str, known: Collection[str]) -> dict[str, str]:
    """Return the catalogue's words found in a text, each with the word as it was written."""
    said: dict[str, str] = {}
    for stem, written in _words(text).items():
        if stem in known:
            said.setdefault(stem, written)
        elif len(stem) >= _SHORTEST_TYPO:
            for close in get_close_matches(stem, known, n=1, cutoff=_TYPO_CLOSENESS):
                said.setdefault(close, written)
    return said


def _words(text: str) -> dict[str, str]:
    """Return the telling words of a text by their stem: no accents, gender or plural."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return {_stem(word): word for word in re.findall(r"[a-z0-9]+", letters) if word not in _EMPTY_WORDS}


def _stem(word: str) -> str:
    return word.rstrip("sx").rstrip("e") or word if len(word) > _SHORTEST_STEM else word
