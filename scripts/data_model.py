#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write docs/data_model.md: every table of a workspace, as the record classes define it.

Usage: data_model.py [--check]; ``--check`` writes nothing and ends with code 1 when it is not current.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "data_model.md"
ROLES = ROOT / "resources" / "rules" / "server_roles.yaml"

TITLES = {
    "personal": "Customers and callers",
    "said": "What agents said, were asked or were told",
    "staff": "People",
    "partners": "Operators and companies",
    "assets": "The network, beside its layers",
    "sensitive": "Restricted",
    "records": "The work",
}

HEAD = """# Data model

Every record of a workspace is a frozen dataclass, and every class is one table, the same in a GeoPackage
and in PostGIS ([architecture](architecture.md)). The first column is the business key; `version` rises with
every write, and a write that was prepared on an older version is refused. Lists are JSON texts. Times are
local times of the service, without zone. A column that may be empty is marked *optional*; `fid` is the
row's number and means nothing else.

Beside these tables stand `journal` (every change: who, when, which command, the record before and after),
`setting`, `meta`, and the layers of the networks, in the standard that they came in
([mapping](mapping.md)).

Made from the code by `scripts/data_model.py`.
"""


def page() -> str:
    """Return the page as the code of today has it."""
    record_tables = import_module("regard.store.tables").record_tables

    tables = record_tables(2154).by_name
    parts = [HEAD, *(_group(name, members, tables) for name, members in _groups(set(tables)))]
    return "\n".join(parts)


def _groups(names: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Return the groups that rights are granted by, each with its tables."""
    groups = yaml.safe_load(ROLES.read_text(encoding="utf-8"))["groups"]
    for group, content in groups.items():
        members = [name for name in content if name in names]
        if members:
            yield group, members


def _group(title: str, names: list[str], tables: Any) -> str:
    return f"## {TITLES[title]}\n\n" + "\n".join(_table(tables[name]) for name in names)


def _table(table: Any) -> str:
    hints = get_type_hints(table.kind)
    doc = inspect.cleandoc(table.kind.__doc__ or "").replace("``", "`")
    rows = [f"| `{name}` | {_type(hints[name])} |" for name in table.names]
    return "\n".join([f"### `{table.name}`", "", doc, "", "| column | holds |", "|---|---|", *rows, ""])


def _type(hint: Any) -> str:
    """Return a field's type in words that a reader of tables uses."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    words = sorted({_word(part) for part in parts if part is not type(None)})
    return " or ".join(words) + (", optional" if type(None) in parts else "")


def _word(part: Any) -> str:
    named = {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "bool": "yes or no",
        "datetime": "date and time",
        "date": "date",
        "time": "time of day",
        "dict": "values by name",
    }
    if isinstance(part, type) and issubclass(part, Enum):
        return ", ".join(f"`{member.value}`" for member in part)
    if get_origin(part) is tuple:
        return f"list of {_word(get_args(part)[0])}"
    supertype = getattr(part, "__supertype__", None)
    if supertype is not None:
        return re.sub(r"(?<!^)(?=[A-Z])", " ", part.__name__).lower().removesuffix(" id") + " id"
    name = getattr(part, "__name__", str(part))
    return named.get(name, re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower())


def main() -> int:
    """Write the page, or say whether it is current."""
    sys.path.insert(0, str(ROOT / "var" / "typing"))
    text = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{PAGE.relative_to(ROOT)} is not current: run scripts/data_model.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
