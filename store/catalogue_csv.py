# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue as a table: one row a type of work, one column a figure or list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..core.errors import InputError
from ..core.messages import Message
from ..core.near_names import near_names
from ..workorders.catalogue import CODE_PATTERN, Catalogue, JobStandard
from ..workorders.means import Means
from .csv_text import read_csv

_TEXTS = ("network", "exemption", "urgency", "questions")
_LISTS = ("skills", "crew_skills", "equipment", "tools", "asset_roles", "closure")
_FLAGS = ("isolates", "preventive", "enters_chamber", "by_appointment")
# the columns of what has parts of its own
_INNER: Mapping[str, tuple[str, str]] = {
    "label_en": ("label", "en"),
    "label_fr": ("label", "fr"),
    "p50": ("duration_min", "p50"),
    "p80": ("duration_min", "p80"),
    "pace_en": ("pace", "en"),
    "pace_fr": ("pace", "fr"),
    "pace_p50": ("pace", "p50"),
    "pace_p80": ("pace", "p80"),
    "pace_setup_min": ("pace", "setup_min"),
    "pace_source": ("pace", "source"),
    "crew_min": ("crew", "min"),
    "crew_max": ("crew", "max"),
    "priority_most": ("priority", "most"),
    "priority_least": ("priority", "least"),
    "excavation_length_m": ("excavation", "length_m"),
    "excavation_width_m": ("excavation", "width_m"),
    "excavation_depth_m": ("excavation", "depth_m"),
}
# where two figures do not go together the column of the second one is named
_PAIRS: Mapping[tuple[str, ...], str] = {("duration_min",): "p80", ("pace",): "pace_p80"}
# numbers that a spreadsheet may write with a comma
_NUMBERS = frozenset({"length_m", "width_m", "depth_m", "p50", "p80"})
_SYNONYMS: Mapping[str, str] = {"synonyms_en": "en", "synonyms_fr": "fr"}
COLUMNS = ("code", *_INNER, *_TEXTS, *_LISTS, *_FLAGS, "parts", "raises", *_SYNONYMS)
_YES = frozenset({"yes", "oui", "true", "vrai", "1"})
_NO = frozenset({"", "no", "non", "false", "faux", "0"})


def catalogue_rows(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return a catalogue as rows by column."""
    return [_row(standard) for standard in catalogue.standards()]


def read_catalogue_rows(path: Path, *, means: Means) -> dict[str, dict[str, Any]]:
    """Return the types of work of a table by code, as a rule file has them.

    ``InputError`` names the file, the line, the column, what was found and expected: an unknown, missing or
    repeated column, a code that is none or is given twice, a duration of zero or less, an unknown skill…
    """
    table = read_csv(path)
    _check_header(path, table.header)
    jobs: dict[str, dict[str, Any]] = {}
    lines: dict[str, int] = {}
    for line, cells in table.rows:
        row = dict(zip(table.header, cells, strict=True))
        code = row["code"]
        if not re.match(CODE_PATTERN, code):
            expected = Message("rules.code_form")
            raise _wrong(path, line, "code", code, expected)
        if (first := lines.setdefault(code, line)) != line:
            raise InputError(
                "table.duplicate", file=path, line=line, column="code", found=code, first_line=first
            )
        jobs[code] = _checked(path, line, row, means)
    return jobs


def _row(standard: JobStandard) -> dict[str, object]:
    data = standard.model_dump(mode="json")
    row: dict[str, object] = {"code": standard.code}
    for column, (outer, inner) in _INNER.items():
        value = (data[outer] or {}).get(inner)
        row[column] = f"{value:g}" if isinstance(value, float) else value
    row |= {name: data[name] for name in (*_TEXTS, *_LISTS, *_FLAGS)}
    row["parts"] = [f"{part}={count}" for part, count in data["parts"].items()]
    row["raises"] = [
        f"{question}:{answer}={priority}"
        for question, by_answer in data["raises"].items()
        for answer, priority in by_answer.items()
    ]
    return row | {column: data["synonyms"][language] for column, language in _SYNONYMS.items()}


def _checked(path: Path, line: int, row: Mapping[str, str], means: Means) -> dict[str, Any]:
    data = _data(path, line, row)
    try:
        standard = JobStandard.model_validate({**data, "code": row["code"]}, context=means)
    except ValidationError as error:
        first = error.errors()[0]
        column, found = _column(first["loc"]), first["input"]
        expected = "a value" if first["type"] == "missing" else first["msg"].removeprefix("Value error, ")
        found = row.get(column, found if isinstance(found, str | int | float) else row["code"])
        raise _wrong(path, line, column, found, expected) from error
    return standard.model_dump(mode="json", exclude={"code"}, exclude_defaults=True)


def _data(path: Path, line: int, row: Mapping[str, str]) -> dict[str, Any]:
    """Return the row as a rule file would have it; empty cells are left out."""
    data: dict[str, Any] = {"synonyms": {}}
    for column, (outer, inner) in _INNER.items():
        if text := row.get(column, ""):
            number = text.replace(",", ".") if outer in ("excavation", "pace") and inner in _NUMBERS else text
            data.setdefault(outer, {})[inner] = number
    data |= {name: row[name] for name in _TEXTS if row.get(name)}
    data |= {name: _items(row[name]) for name in _LISTS if row.get(name)}
    for name in _FLAGS:
        if (text := row.get(name, "").lower()) not in _YES | _NO:
            raise _wrong(path, line, name, text, Message("cell.yes_no"))
        data[name] = text in _YES
    for item in _items(row.get("parts", "")):
        part, equals, count = item.rpartition("=")
        if not equals:
            raise _wrong(path, line, "parts", item, Message("cell.pairs"))
        data.setdefault("parts", {})[part] = count
    for item in _items(row.get("raises", "")):
        question, colon, rest = item.partition(":")
        answer, equals, priority = rest.partition("=")
        if not (colon and equals):
            raise _wrong(path, line, "raises", item, "question:answer=P1")
        data.setdefault("raises", {}).setdefault(question, {})[answer] = priority
    data["synonyms"] = {
        language: _items(row[column]) for column, language in _SYNONYMS.items() if row.get(column)
    }
    return data


def _check_header(path: Path, header: tuple[str, ...]) -> None:
    for column in header:
        if column not in COLUMNS:
            near = near_names(column, COLUMNS)
            raise InputError("table.column_unknown", file=path, column=column, expected=near)
        if header.count(column) > 1:
            raise InputError("table.column_twice", file=path, column=column)
    for column in ("code", "p50", "p80"):
        if column not in header:
            raise InputError("table.column_missing", file=path, column=column, found=", ".join(header))


def _column(location: tuple[int | str, ...]) -> str:
    names: tuple[str, ...] = tuple(part for part in location if isinstance(part, str))
    by_place = dict(_PAIRS) | {place: column for column, place in _INNER.items()}
    return by_place.get(names[:2], names[0] if names else "code")


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]


def _wrong(path: Path, line: int, column: str, found: object, expected: object) -> InputError:
    return InputError("table.value", file=path, line=line, column=column, found=found, expected=expected)
