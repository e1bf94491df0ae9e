# SPDX-License-Identifier: GPL-3.0-or-later
"""How people write a record's fields in a spreadsheet cell, and how each kind is read and asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType
from typing import Any, get_origin

import shapely
from pydantic import TypeAdapter, ValidationError

from ..core.messages import Message
from .columns import alternatives, geometry_kind

_YES_NO = MappingProxyType(
    dict.fromkeys(("yes", "true", "1", "oui", "vrai"), True)
    | dict.fromkeys(("no", "false", "0", "non", "faux"), False)
)
_SHOWN_CHOICES = 8
# what an integer column of both databases holds
_LARGEST = 2**31 - 1
# no projected system has coordinates beyond
_FARTHEST_M = 1e8


class CellError(ValueError):
    """A cell that cannot be read; ``expected`` says what should be there."""

    def __init__(self, expected: Message) -> None:
        super().__init__(expected.english())
        self.expected = expected


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one column: ``split`` makes plain Python of the text, pydantic the field's value."""

    split: Callable[[str], Any]
    adapter: TypeAdapter[Any]
    expected: Message
    optional: bool

    def read(self, text: str) -> Any:
        """Return the field's value; ``CellError`` when the text is something else."""
        if not text and self.optional:
            return None
        try:
            return self.adapter.validate_python(self.split(text))
        except (ValidationError, ValueError, KeyError, shapely.errors.ShapelyError) as error:
            raise CellError(self.expected) from error


def cell_reader(hint: Any) -> CellReader:
    """Return the reader of a record field's type."""
    kinds, optional = alternatives(hint)
    if geometry_kind(hint):
        return CellReader(shapely.from_wkt, TypeAdapter(Any), Message("cell.wkt"), optional)
    (kind,) = kinds
    if isinstance(kind, type) and issubclass(kind, Enum):
        expected = choices([str(member.value) for member in kind])
        return CellReader(str, TypeAdapter(kind), expected, optional)
    split, code = _WAYS.get(get_origin(kind) or kind, (str, "cell.text"))
    return CellReader(split, TypeAdapter(kind), Message(code), optional)


def coordinate_reader() -> CellReader:
    """Return the reader of one coordinate in metres, which is on the Earth."""
    return CellReader(_coordinate, TypeAdapter(float), Message("cell.number"), optional=False)


def choices(values: Collection[str], *, near: str = "") -> Message:
    """Return the message that lists what a cell may hold, the values nearest to ``near`` first."""
    close = get_close_matches(near, values, n=3) if near else []
    shown = close or sorted(values)[:_SHOWN_CHOICES]
    more = "" if len(shown) == len(values) else ", …"
    return Message("cell.one_of", {"values": ", ".join(shown) + more})


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _LARGEST:
        raise ValueError(text)
    return number


def _number(text: str) -> float:
    number = float(text.replace(",", "."))
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _coordinate(text: str) -> float:
    metres = _number(text)
    if abs(metres) > _FARTHEST_M:
        raise ValueError(text)
    return metres


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None or len(text) <= len("2026-06-03"):
        raise ValueError(text)
    return moment


def _time_of_day(text: str) -> time:
    moment = time.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(text)
    return moment


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]


def _pairs(text: str) -> dict[str, str]:
    pairs = {}
    for item in _items(text):
        name, equals, value = item.partition("=")
        if not (equals and name.strip()):
            raise ValueError(item)
        pairs[name.strip()] = value.strip()
    return pairs


_WAYS: dict[Any, tuple[Callable[[str], Any], str]] = {
    int: (_count, "cell.count"),
    float: (_number, "cell.number"),
    bool: (lambda text: _YES_NO[text.lower()], "cell.yes_no"),
    date: (date.fromisoformat, "cell.date"),
    datetime: (_moment, "cell.datetime"),
    time: (_time_of_day, "cell.time"),
    tuple: (_items, "cell.list"),
    list: (_items, "cell.list"),
    dict: (_pairs, "cell.pairs"),
}
