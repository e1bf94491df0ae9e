# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules as files of a folder that people edit; the catalogue as a table for a spreadsheet if they like.

A folder with ``catalogue.csv`` has the types of work there, and no ``jobs`` in ``catalogue.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ..core.errors import InputError
from ..core.near_names import near_names
from ..core.rules import parse_rules
from ..planner.rule_versions import RULE_FILES
from ..workorders.catalogue import Catalogue
from ..workorders.means import Means
from .catalogue_csv import catalogue_rows, read_catalogue_rows
from .csv_writing import write_csv

YAML, CSV, MEANS = "catalogue.yaml", "catalogue.csv", "means.yaml"
_HEAD = ("version", "valid_from", "source")


def write_rules(folder: Path, texts: Mapping[str, str], *, as_table: bool = False) -> list[str]:
    """Write rule files into a folder that has none of them yet; return their names.

    ``InputError`` when one is there already, or cannot be written.
    """
    wanted = dict(texts)
    rows = None
    if as_table:
        means = parse_rules(texts[MEANS], Means, file=MEANS)
        catalogue = parse_rules(texts[YAML], Catalogue, file=YAML, context=means)
        rows = catalogue_rows(catalogue)
        head = {name: getattr(catalogue, name) for name in _HEAD}
        wanted[YAML] = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    for name in (*wanted, *((CSV,) if rows else ())):
        if (folder / name).exists():
            raise InputError("rules.there", file=folder / name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in wanted.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError("file.unwritable", file=folder, reason=error.strerror) from error
    if rows:
        write_csv(folder / CSV, list(rows[0]), rows)
    return sorted({*wanted, *((CSV,) if rows else ())})


def read_rule_folder(folder: Path, *, base: Mapping[str, str]) -> dict[str, str]:
    """Return the rule files of a folder by name; a table of the catalogue becomes ``catalogue.yaml``.

    Raises
    ------
    InputError
        The folder is missing or has no rule file, one that is none of the rules, or a catalogue in both
        forms; a mistake in the table (line and column).
    """
    if not folder.is_dir():
        raise InputError("file.missing", file=folder)
    texts = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in (".yaml", ".yml", ".csv") or path.name == CSV:
            continue
        if path.name not in RULE_FILES:
            raise InputError("rules.no_such_file", file=path, near=near_names(path.name, RULE_FILES))
        texts[path.name] = _text(path)
    if (folder / CSV).exists():
        means = parse_rules(texts.get(MEANS, base[MEANS]), Means, file=MEANS)
        head = _head(texts.get(YAML), base[YAML], folder)
        jobs = read_catalogue_rows(folder / CSV, means=means)
        texts[YAML] = yaml.safe_dump({**head, "jobs": jobs}, allow_unicode=True, sort_keys=False, width=110)
    if not texts:
        raise InputError("rules.no_file", file=folder, expected=", ".join((*RULE_FILES, CSV)))
    return texts


def _head(own: str | None, base: str, folder: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(own if own is not None else base)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise InputError("rules.syntax", file=YAML, line=line, reason="no YAML") from error
    data = data if isinstance(data, dict) else {}
    if own is not None and "jobs" in data:
        raise InputError("rules.two_catalogues", file=folder / CSV)
    return {name: data[name] for name in _HEAD if name in data}


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error
