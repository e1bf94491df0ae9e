# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of closure fields as what they mean; None for a text that means nothing of its kind."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime

from ...core.messages import Message
from .forms import FormField

_YES = frozenset({"yes", "true", "1", "oui", "vrai"})
_NO = frozenset({"no", "false", "0", "non", "faux"})
# no counter, length or flow of a water service is beyond
_LARGEST = 1e12


def number_of(text: str) -> float | None:
    """Return a number that is written with a point or a comma, spaces between thousands or not."""
    try:
        value = float("".join(text.split()).replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= _LARGEST else None


def moment_of(text: str) -> datetime | None:
    """Return a moment of the service's clock, written as 2026-06-03 08:12."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is None else None


def place_of(text: str) -> tuple[float, float] | None:
    """Return a place written as 687520,6924000, in metres."""
    parts = [number_of(part) for part in text.split(",")]
    if len(parts) not in (2, 3) or parts[0] is None or parts[1] is None:
        return None
    return parts[0], parts[1]


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a list written as ``a;b``."""
    return tuple(item.strip() for item in text.split(";") if item.strip())


def means_something(text: str, field: FormField) -> bool:
    """Tell whether a text that is not empty is of a field's kind; a choice takes any text here."""
    if field.kind in ("number", "whole"):
        value = number_of(text)
        return value is not None and (field.kind == "number" or value == int(value))
    if field.kind == "moment":
        return moment_of(text) is not None
    if field.kind == "day":
        return _is_day(text)
    if field.kind == "yes_no":
        return text.strip().lower() in _YES | _NO
    return place_of(text) is not None if field.kind == "place" else True


def expected_of(field: FormField) -> Message:
    """Return what a field takes, in words."""
    if field.kind == "choice":
        return Message("cell.one_of", {"values": ", ".join(field.values)})
    kind = Message(_EXPECTED[field.kind])
    return Message("closure.in_unit", {"kind": kind, "unit": field.unit}) if field.unit else kind


def text_of(fields: Mapping[str, str], name: str) -> str:
    """Return the text of a field without blanks at its ends; empty where there is none."""
    return fields.get(name, "").strip()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


_EXPECTED: Mapping[str, str] = {
    "text": "cell.text",
    "whole": "cell.whole_number",
    "number": "cell.number",
    "moment": "cell.datetime",
    "day": "cell.date",
    "yes_no": "cell.yes_no",
    "place": "closure.place",
    "list": "cell.list",
}
