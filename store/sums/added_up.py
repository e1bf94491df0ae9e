# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a period added up by zone, type, people and cause, from what is known order by order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pandas as pd

from .order_rows import TEXTS, Parts

_WORK = ("part", "zone", "code", "agents", "cause", "result", "flag", "planned")


def added_up(parts: Parts, limit: datetime) -> dict[str, pd.DataFrame]:
    """Return each part with ``n`` orders a row; deadlines are those that were told before ``limit``."""
    due = parts["deadlines"]
    told = due[due["told_at"].to_numpy() < np.datetime64(limit, "ms")]
    return {
        "work": _grouped(parts["work"], _WORK, ("a", "b", "c", "d")),
        "deadlines": _grouped(told, ("zone", "code", "agents", "in_time")),
        "durations": _plain(parts["durations"].drop(columns="order_id")),
        "put_off": _grouped(parts["put_off"], ("zone", "code", "cause")),
        "on_assets": parts["on_assets"],
        "closing": _grouped(parts["closing"], ("zone", "code", "corrected")),
    }


def _grouped(own: pd.DataFrame, by: Sequence[str], sums: Sequence[str] = ()) -> pd.DataFrame:
    groups = own.assign(n=1.0).groupby(list(by), observed=True, sort=True)
    return _plain(groups[["n", *sums]].sum().reset_index())


def _plain(own: pd.DataFrame) -> pd.DataFrame:
    return own.astype({name: object for name in own.columns if name in TEXTS})
