# SPDX-License-Identifier: GPL-3.0-or-later
"""How people write a cadastral parcel: ``AB 123``, ``section AB n° 0123``, or the 14 signs of its id.

Source: DGFiP, identifier of a parcel: INSEE code of the town (5), prefix (3), section (2), number (4).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_FULL = re.compile(r"(\d[0-9AB]\d{3})(\d{3})([0-9A-Z]{2})(\d{4})")
_SHORT = re.compile(r"([A-Z]{1,2})0*([1-9]\d{0,3})")
_EMPTY_WORDS = re.compile(r"\b(PARCELLE|PARCEL|SECTION|NUMERO|NUMBER|NO|N)\b")


@dataclass(frozen=True, slots=True)
class ParcelWords:
    """A parcel as it was written; ``town`` (INSEE code) and ``prefix`` are empty where it says none."""

    section: str
    number: int
    town: str = ""
    prefix: str = ""


def parcel_words(text: str) -> ParcelWords | None:
    """Return the parcel that a text names, None when it names none."""
    plain = unicodedata.normalize("NFKD", text.upper().replace("°", " "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    signs = "".join(re.findall(r"[0-9A-Z]", _EMPTY_WORDS.sub(" ", plain)))
    full = _FULL.fullmatch(signs)
    if full:
        return ParcelWords(full[3].lstrip("0"), int(full[4]), full[1], full[2])
    short = _SHORT.fullmatch(signs)
    return ParcelWords(short[1], int(short[2])) if short else None
