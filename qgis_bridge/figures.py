# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates, times, lengths and durations as the user's language writes them."""

from __future__ import annotations

from datetime import date, datetime

from qgis.PyQt.QtCore import QDate, QLocale, QTime

from .messages import tr


def day_text(day: date) -> str:
    """Return a day written out, as ``mercredi 3 juin 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("dddd d MMMM yyyy"))


def short_day_text(day: date) -> str:
    """Return a day in short, as ``mer. 3 juin``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("ddd d MMM"))


def date_text(day: date) -> str:
    """Return a day in short with its year, as ``3 juin 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def weekday_texts() -> tuple[str, ...]:
    """Return the names of the days of a week in short, from Monday on."""
    return tuple(QLocale().dayName(number, QLocale.FormatType.ShortFormat) for number in range(1, 8))


def moment_text(moment: datetime) -> str:
    """Return a day and time in short, as ``mer. 3 juin 14:30``."""
    return f"{short_day_text(moment.date())} {time_text(moment)}"


def time_text(moment: datetime) -> str:
    """Return a time of day as ``14:30``."""
    return QTime(moment.hour, moment.minute).toString("HH:mm")


def number_text(value: float, decimals: int = 0) -> str:
    """Return a number with the language's own decimal sign and thousands."""
    return QLocale().toString(float(value), "f", decimals)


def distance_text(metres: float) -> str:
    """Return a length in metres below 1 km, else in kilometres."""
    if metres < 1000:
        return f"{number_text(metres)} m"
    return f"{number_text(metres / 1000, 1)} km"


def duration_text(seconds: float) -> str:
    """Return a duration as ``45 min`` or ``2 h 05``."""
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"
