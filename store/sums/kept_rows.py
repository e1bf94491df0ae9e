# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a period order by order, kept in the user's cache and brought up to date by the journal.

What is kept follows from the records alone: no formula, target or label is in it. Only the orders that
commands have touched since are read again. Whatever cannot be relied on is read anew: another workspace at
the same place, an older copy of it, another login, a file that is damaged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa

from ...planner.work_asked import WorkAsked
from ..journal import COMMAND, JOURNAL
from ..network_cache import digest_of, networks_folder, read_entry, write_entry
from ..tables import Tables
from .order_rows import TEXTS, Parts, read_rows, renewed
from .sought import Sought
from .touched import Days, differing_plans, plans_holding, touched_orders

_FORMAT = 1
_SUFFIX = ".sums.npz"
# fewer rows are read as fast as a file is
WORTH_ROWS = 5_000
# periods of one workspace that are kept, those asked for last
_PERIODS = 12
_PACKAGE = Path(__file__).resolve().parents[2]
_FOLLOWED = ("store/sums/*.py", "store/tables.py", "planner/work_asked.py")
# what a login may see follows from its roles
_LOGIN = """
SELECT session_user || ' ' || coalesce(string_agg(rolname, ' ' ORDER BY rolname), '')
FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')
"""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Rows as they were after a command; ``mark`` is its last line, ``days`` the plans in force by day."""

    command: int
    mark: str
    days: Mapping[str, Days]
    parts: Parts


def work_parts(connection: sa.Connection, tables: Tables, asked: WorkAsked, *, identity: str) -> Parts:
    """Return the rows of the orders of a period, read anew or kept ones with what has changed since.

    ``identity`` tells the workspace from all others; few rows are not kept.
    """
    # before anything is read: what is written in between is looked at again the next time
    command = int(connection.scalar(sa.select(sa.func.max(COMMAND.c.command_id))) or 0)
    sought = Sought(tables, asked, connection.dialect)
    entry = _entry(connection, tables, asked, identity)
    kept = _read(entry) if entry is not None else None
    known = kept is not None and _mark(connection, kept.command) == kept.mark
    parts = _brought_up(connection, sought, kept) if kept is not None and known else None
    if parts is None:
        parts = read_rows(connection, sought)
    is_news = kept is None or parts is not kept.parts
    if entry is not None and is_news and sum(map(len, parts.values())) >= WORTH_ROWS:
        _write(entry, _Kept(command, _mark(connection, command), _days(asked), parts))
    return parts


def _brought_up(connection: sa.Connection, sought: Sought, kept: _Kept) -> Parts | None:
    plans = differing_plans(kept.days, _days(sought.asked))
    changed = touched_orders(connection, sought, after=kept.command, plans=plans)
    if changed is None or not changed:
        # plans without any order change nothing
        return None if changed is None else kept.parts
    some = replace(sought, orders=tuple(sorted(changed)))
    holding = plans_holding(connection, some)
    asked = sought.asked
    days = {day: plan for day, plan in asked.in_force.items() if plan in holding}
    narrow = replace(asked, in_force=days, published={day: asked.published[day] for day in days})
    return renewed(kept.parts, sorted(changed), read_rows(connection, replace(some, asked=narrow)))


def _days(asked: WorkAsked) -> dict[str, Days]:
    """Return the plan in force and the first moment of a plan by day, as they are kept."""
    return {
        "in_force": {day.isoformat(): plan for day, plan in asked.in_force.items()},
        "published": {day.isoformat(): asked.published[day].isoformat() for day in asked.in_force},
    }


def _mark(connection: sa.Connection, command: int) -> str:
    """Return what tells a command from one of the same number in another copy of the workspace."""
    line, own = JOURNAL.c, COMMAND.c
    query = (
        sa.select(own.at, own.who, own.name, line.seq, line.key, line.after)
        .join_from(COMMAND, JOURNAL)
        .where(own.command_id == command)
        .order_by(line.seq.desc())
        .limit(1)
    )
    return hashlib.sha256(repr(connection.execute(query).first()).encode()).hexdigest()


def _entry(connection: sa.Connection, tables: Tables, asked: WorkAsked, identity: str) -> Path | None:
    folder = networks_folder()
    if folder is None:
        return None
    login = connection.scalar(sa.text(_LOGIN)) if connection.dialect.name == "postgresql" else ""
    own = hashlib.sha256(f"{identity} {login}".encode()).hexdigest()[:16]
    days = (str(asked.first), str(asked.end), str(asked.recurring_since), asked.return_days)
    key = json.dumps([_FORMAT, _code(), tables.fingerprint, *days])
    return folder / f"{own}-{hashlib.sha256(key.encode()).hexdigest()[:32]}{_SUFFIX}"


@cache
def _code() -> str:
    return digest_of(_PACKAGE, _FOLLOWED)


def _read(entry: Path) -> _Kept | None:
    found = read_entry(entry)
    try:
        parts = {name: _table(own) for name, own in found["parts"].items()} if found else {}
        return _Kept(found["command"], found["mark"], found["days"], parts) if found else None
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _write(entry: Path, kept: _Kept) -> None:
    parts = {
        name: {column: _arrays(own[column]) for column in own.columns} for name, own in kept.parts.items()
    }
    found = {"command": kept.command, "mark": kept.mark, "days": kept.days, "parts": parts}
    with suppress(OSError):
        write_entry(entry, found)
        own = entry.parent.glob(f"{entry.name.partition('-')[0]}-*{_SUFFIX}")
        for old in sorted(own, key=lambda one: one.stat().st_mtime)[:-_PERIODS]:
            old.unlink(missing_ok=True)


def _arrays(column: pd.Series) -> dict[str, Any]:
    if column.name in TEXTS:
        return {"codes": column.cat.codes.to_numpy(), "texts": np.array(column.cat.categories, dtype=object)}
    return {"values": column.to_numpy()}


def _table(columns: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame({name: _column(own) for name, own in columns.items()})


def _column(arrays: Mapping[str, Any]) -> Any:
    if "values" in arrays:
        return arrays["values"]
    return pd.Categorical.from_codes(
        arrays["codes"], categories=pd.Index(np.asarray(arrays["texts"]), dtype=object)
    )
