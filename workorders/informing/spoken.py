# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and times as letters and telephone scripts say them, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType

_DAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    }
)
_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fr": (
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    }
)


def spoken_day(day: date, language: str) -> str:
    """Return a day as ``jeudi 11 juin 2026`` or ``Thursday 11 June 2026``; French for other languages."""
    spoken = language if language in _DAYS else "fr"
    number = "1er" if spoken == "fr" and day.day == 1 else str(day.day)
    return f"{_DAYS[spoken][day.weekday()]} {number} {_MONTHS[spoken][day.month - 1]} {day.year}"


def spoken_time(moment: datetime | time, language: str) -> str:
    """Return a time of day as ``9 h 05`` or ``09:05``."""
    return f"{moment:%H:%M}" if language == "en" else f"{moment.hour} h {moment.minute:02d}"


def spoken_moment(moment: datetime, language: str) -> str:
    """Return a day with its time, as ``jeudi 11 juin 2026 à 9 h 00``."""
    word = "at" if language == "en" else "à"
    return f"{spoken_day(moment, language)} {word} {spoken_time(moment, language)}"
