# SPDX-License-Identifier: GPL-3.0-or-later
"""Closure data as files: YAML or JSON (one order), or CSV (one row an order).

Values are taken as they are written: ``02`` stays a code, ``yes`` a word. In CSV, ``parts`` and ``valves``
are written ``repair_clamp=1;gasket=2`` and ``V4=open;V5=closed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from ..core.errors import InputError
from ..core.messages import Message
from ..core.near_names import near_names
from ..workorders.closing.handed_in import ORDER, PARTS, PHOTOS, VALVES, Entry
from ..workorders.closing.values import items_of
from ..workorders.teleservice.rules import TeleserviceRules
from .csv_text import read_csv
from .handed_files import read_bytes

_CSV = (".csv", ".tsv", ".gz")
# deeper than any file of ours; YAML may also be built to exhaust whoever follows it
_DEEPEST = 4


def read_closure_file(path: Path, *, order_id: str) -> tuple[tuple[Entry, ...], str]:
    """Return the entries of an order in a file, and the text as it is.

    Raises
    ------
    InputError
        The file is missing or cannot be read as what it is (file, line); a CSV has no row, or several, of
        the order; a key is given twice.
    """
    if path.suffix.lower() in _CSV:
        return _row_of(path, order_id)
    text = _text(path)
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise InputError("closure.syntax", file=path, line=line, reason=error.problem) from error
    except yaml.YAMLError as error:
        raise InputError("closure.syntax", file=path, line=1, reason=error) from error
    finally:
        loader.dispose()
    if not isinstance(root, yaml.MappingNode):
        raise InputError("closure.syntax", file=path, line=1, reason="no names with values")
    entries = tuple(_entries(path, root, "", 0))
    _refuse_twice(path, entries)
    return entries, text


def read_photos(path: Path, entries: Iterable[Entry], rules: TeleserviceRules) -> dict[str, bytes]:
    """Return the photos that entries name, by that name; they lie beside the file of the entries.

    ``InputError`` (file, line) for one that is not there, or that is larger than a file may be.
    """
    found = {}
    for entry in entries:
        for name in items_of(entry.text) if entry.name == PHOTOS else ():
            if not (path.parent / name).is_file():
                beside = near_names(name, (one.name for one in path.parent.iterdir() if one.is_file()))
                expected = Message("closure.photo_beside", {"near": beside})
                raise InputError(
                    "table.value", file=path, line=entry.line, column=PHOTOS, found=name, expected=expected
                )
            found[name] = read_bytes(path.parent / name, rules)
    return found


def _entries(path: Path, node: yaml.Node, name: str, depth: int) -> Iterator[Entry]:
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise InputError("closure.syntax", file=path, line=line, reason="too deep")
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise InputError("closure.syntax", file=path, line=line, reason="a name is no text")
            inner = f"{name}.{key.value}" if name else key.value
            yield from _entries(path, value, inner, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        if not all(isinstance(item, yaml.ScalarNode) for item in node.value):
            raise InputError("closure.syntax", file=path, line=line, reason="a list of plain values expected")
        separator = "," if all(item.tag.endswith((":float", ":int")) for item in node.value) else ";"
        yield Entry(name, separator.join(item.value for item in node.value), line)
    else:
        is_nothing = node.tag == "tag:yaml.org,2002:null"
        yield Entry(name, "" if is_nothing else node.value, line)


def _refuse_twice(path: Path, entries: tuple[Entry, ...]) -> None:
    lines: dict[str, int] = {}
    for entry in entries:
        if (first := lines.setdefault(entry.name, entry.line)) != entry.line:
            raise InputError(
                "rules.duplicate", file=path, line=entry.line, found=entry.name, first_line=first
            )


def _row_of(path: Path, order_id: str) -> tuple[tuple[Entry, ...], str]:
    table = read_csv(path)
    for column in table.header:
        if table.header.count(column) > 1:
            raise InputError("table.column_twice", file=path, column=column)
    own = [
        (line, dict(zip(table.header, row, strict=True)))
        for line, row in table.rows
        if ORDER not in table.header or row[table.header.index(ORDER)] == order_id
    ]
    if len(own) != 1:
        raise InputError("closure.rows", file=path, order=order_id, found=len(own))
    line, row = own[0]
    raw = "\n".join(f"{name};{text}" for name, text in row.items())
    return tuple(cells(path, line, row)), raw


def cells(path: Path, line: int, row: dict[str, str]) -> Iterator[Entry]:
    """Yield the entries of a row by its columns; ``InputError`` for parts or valves written otherwise."""
    for name, text in row.items():
        if name not in (PARTS, VALVES):
            yield Entry(name, text, line)
            continue
        for item in items_of(text):
            key, equals, value = (part.strip() for part in item.partition("="))
            if not equals:
                raise InputError(
                    "table.value", file=path, line=line, column=name, found=text, expected="a=1;b=2"
                )
            yield Entry(f"{name}.{key}", value, line)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("file.missing", file=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error
