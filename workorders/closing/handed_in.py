# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agent hands in, read against the form of the type of work; mistakes name line and field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...core.errors import InputError
from ...core.near_names import near_names
from .forms import JobForm
from .values import expected_of, items_of, means_something, number_of

AUTHOR, ORDER, PARTS, VALVES, PHOTOS = "author", "order_id", "parts", "valves", "photos"
# what stands beside the fields of the form
_BESIDE = (AUTHOR, ORDER, PARTS, VALVES, PHOTOS)
_STATE, _NOTE = "state", "note"
# what a whole number column holds
_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a file: its name with dots (``parts.repair_clamp``), its text, its line."""

    name: str
    text: str
    line: int


@dataclass(slots=True)
class HandedIn:
    """What was handed in, by its parts; ``raw`` is the file."""

    raw: str
    author: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    valves: dict[str, str] = field(default_factory=dict)
    valve_notes: dict[str, str] = field(default_factory=dict)
    photos: tuple[str, ...] = ()


def handed_in(
    entries: Sequence[Entry], form: JobForm, *, file: str, raw: str, order_id: str = ""
) -> HandedIn:
    """Return what the entries of a file say.

    Raises
    ------
    InputError
        A field that the form does not have, a value of another kind than its field, a file that is about
        another order: the message names the file, the line, the field, what was found and expected.
    """
    result = HandedIn(raw)
    for entry in entries:
        name, _, rest = entry.name.partition(".")
        text = entry.text.strip()
        if name == PARTS:
            result.parts[rest] = _count(entry, file)
        elif name == VALVES:
            _valve(result, rest, text)
        elif name == PHOTOS:
            result.photos = items_of(text)
        elif name == AUTHOR:
            result.author = text
        elif name == ORDER:
            _same_order(entry, order_id, file)
        else:
            result.fields[entry.name] = _value(entry, form, file)
    return result


def _value(entry: Entry, form: JobForm, file: str) -> str:
    text, asked = entry.text.strip(), form.fields.get(entry.name)
    if asked is None:
        near = near_names(entry.name, (*form.fields, *_BESIDE))
        raise InputError("closure.field", file=file, line=entry.line, found=entry.name, near=near)
    if text and not means_something(text, asked):
        raise _wrong(entry, file, expected_of(asked))
    return text


def _count(entry: Entry, file: str) -> int:
    count = number_of(entry.text)
    if count is None or count != int(count) or abs(count) > _MOST:
        raise _wrong(entry, file, "1, 2, 3…")
    return int(count)


def _valve(result: HandedIn, name: str, text: str) -> None:
    valve, _, about = name.rpartition(".")
    if valve and about == _NOTE:
        result.valve_notes[valve] = text
    elif valve and about == _STATE:
        result.valves[valve] = text
    else:
        result.valves[name] = text


def _same_order(entry: Entry, order_id: str, file: str) -> None:
    if order_id and entry.text.strip() != order_id:
        raise _wrong(entry, file, order_id)


def _wrong(entry: Entry, file: str, expected: object) -> InputError:
    return InputError(
        "table.value", file=file, line=entry.line, column=entry.name, found=entry.text, expected=expected
    )
