# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a period order by order, in arrays: what sums are made of, and brought up to date by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa

from . import orders
from .planned_and_done import COLUMNS, planned_and_done
from .sought import Sought

Parts = Mapping[str, pd.DataFrame]

# what a time to the millisecond takes of the text that GeoPackage keeps
_LETTERS_OF_TIME = 23
# the columns that hold texts; all others are numbers, or the time of a deadline
TEXTS = frozenset({"part", "order_id", "asset_id", "zone", "code", "agents", "cause", "result"})
_NAMES: Mapping[str, tuple[str, ...]] = {
    "work": COLUMNS,
    "deadlines": ("order_id", "zone", "code", "agents", "told_at", "in_time"),
    "durations": ("order_id", "zone", "code", "hours", "duration_min"),
    "put_off": ("order_id", "zone", "code", "cause"),
    "closing": ("order_id", "zone", "code", "corrected"),
    "on_assets": ("order_id", "asset_id", "zone", "code"),
}


def read_rows(connection: sa.Connection, sought: Sought) -> Parts:
    """Return the parts of the work of the orders that are looked at, each sorted by order."""
    queries: Mapping[str, Sequence[sa.Executable]] = {
        "work": [planned_and_done(sought)],
        "deadlines": [orders.deadlines(sought)],
        "durations": [orders.durations(sought), orders.durations_not_closed(sought)],
        "put_off": [orders.put_off(sought)],
        "closing": [orders.closing_data(sought)],
        "on_assets": [orders.on_assets(sought)],
    }
    return {
        name: _in_order(_frame(_NAMES[name], [row for one in own for row in answer(connection, one)[1]]))
        for name, own in queries.items()
    }


def answer(connection: sa.Connection, query: sa.Executable) -> tuple[tuple[str, ...], Sequence[Any]]:
    """Return the names of the columns of an answer and its rows."""
    result = connection.execute(query)
    # the driver's own rows: half the time of those that know their columns by name
    return tuple(result.keys()), result.cursor.fetchall()


def renewed(kept: Parts, changed: Sequence[str], read: Parts) -> Parts:
    """Return kept parts in which the rows of the orders that changed are those read now."""
    return {name: _renewed(own, changed, read[name]) for name, own in kept.items()}


def _renewed(own: pd.DataFrame, changed: Sequence[str], read: pd.DataFrame) -> pd.DataFrame:
    is_old = own["order_id"].isin(changed).to_numpy()
    if not is_old.any() and not len(read):
        return own
    return _in_order(_together(own[~is_old], read))


def _together(kept: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    columns: dict[str, Any] = {}
    for name in kept.columns:
        both = (kept[name], read[name])
        if name in TEXTS:
            columns[name] = _joined(*(one.array for one in both))
        else:
            columns[name] = np.concatenate([one.to_numpy() for one in both])
    return pd.DataFrame(columns)


def _joined(kept: Any, read: Any) -> Any:
    """Return two columns of texts as one, under the texts of both in their order."""
    more = read.categories[~read.categories.isin(kept.categories)]
    # two runs in order are put together in one pass
    known = pd.Index(sorted([*kept.categories, *more]), dtype=object) if len(more) else kept.categories
    codes = [known.get_indexer(part.categories)[part.codes] for part in (kept, read)]
    return pd.Categorical.from_codes(np.concatenate(codes), categories=known)


def _in_order(own: pd.DataFrame) -> pd.DataFrame:
    """Return rows by order, those of one as they came: sums are then equal to the last digit."""
    at = np.argsort(own["order_id"].cat.codes.to_numpy(), kind="stable")
    return own.iloc[at].reset_index(drop=True)


def _frame(names: Sequence[str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    return pd.DataFrame({name: _column(name, [row[at] for row in rows]) for at, name in enumerate(names)})


def _sorted_texts(cells: Sequence[str]) -> Any:
    known = sorted(set(cells))
    codes = {text: code for code, text in enumerate(known)}
    own = np.fromiter((codes[cell] for cell in cells), dtype=np.int32, count=len(cells))
    return pd.Categorical.from_codes(own, categories=pd.Index(known, dtype=object))


def _column(name: str, cells: Sequence[Any]) -> Any:
    if name in TEXTS:
        return _sorted_texts(["" if cell is None else cell for cell in cells])
    if name == "told_at":
        plain = [cell[:_LETTERS_OF_TIME] if isinstance(cell, str) else cell for cell in cells]
        return np.array(plain, dtype="datetime64[ms]")
    return np.array([np.nan if cell is None else cell for cell in cells], dtype=float)
