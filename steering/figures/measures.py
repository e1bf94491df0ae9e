# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures that formulas are made of, and their totals over the rows of a period.

Every measure belongs to a source: a table with one row an order (or an agent's day, or a given figure). A
source that has nothing at all for a period is missing, and so is whatever is made of it: None, never 0.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

import numpy as np
import pandas as pd

from .periods import Period

DIMENSIONS = ("zone", "team", "code", "cause")

# measure: source
BASE_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("contract_h", "absent_h", "rest_h"), "people"),
        **dict.fromkeys(("planned_orders", "planned_h", "travel_h", "planned_km"), "planned"),
        **dict.fromkeys(("planned_done_orders", "planned_done_h", "missed_orders"), "planned"),
        "orders_to_plan": "to_plan",
        **dict.fromkeys(("done_orders", "closed_orders", "site_h"), "done"),
        **dict.fromkeys(("planned_site_h", "unplanned_site_h", "unplanned_done_orders"), "done"),
        **dict.fromkeys(("deadline_orders", "in_time_orders"), "deadlines"),
        **dict.fromkeys(("fixed_first_orders", "asset_closed_orders", "located_orders"), "done"),
        "duration_gap_percent": "standards",
        "rescheduled_orders": "moves",
        **dict.fromkeys(("open_orders", "open_h", "open_late_orders", "open_age_d"), "backlog"),
        **dict.fromkeys(("handed_in_orders", "accepted_first_orders"), "closures"),
        **dict.fromkeys(("cuts", "unannounced_cuts", "customers_cut"), "cuts"),
        "hot_spots": "hot_spots",
    }
)
SCALARS = ("period_days", "period_weeks")


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """What is known of a period.

    ``sources`` has a frame for each source that has anything: ``order_id``, the dimensions that it knows, and
    its measures. ``givens`` are the figures that come from elsewhere, None where they are not given;
    ``small`` the groups (dimension, name) of too few people, which are shown together. ``known_on`` tells of
    measures that cannot be known yet from which day on they can; ``seen_at`` is the moment at which a period
    that is not over is seen, None once it is over.
    """

    period: Period
    sources: Mapping[str, pd.DataFrame]
    givens: Mapping[str, float | None]
    small: frozenset[tuple[str, str]] = frozenset()
    known_on: Mapping[str, date] = field(default_factory=dict)
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """The facts of a period, narrowed to values of dimensions; ``derived`` are measures of some types."""

    facts: PeriodFacts
    derived: Mapping[str, tuple[str, tuple[str, ...]]]
    wanted: tuple[tuple[str, frozenset[str]], ...] = ()

    def narrowed(self, dimension: str, values: Collection[str]) -> Slice:
        """Return the part of these facts that has one of some values of a dimension."""
        return Slice(self.facts, self.derived, (*self.wanted, (dimension, frozenset(values))))

    def rows(self, measure: str) -> pd.DataFrame | None:
        """Return the rows of a measure, with its values under ``value``; None when its source is missing.

        A source that does not know a dimension asked for cannot be narrowed by it, and is missing too. A
        measure that cannot be known yet has rows without a value.
        """
        base, codes = self.derived.get(measure, (measure, ()))
        frame = self.facts.sources.get(BASE_MEASURES.get(base, ""))
        if frame is None:
            return None
        keep = np.ones(len(frame), dtype=bool)
        for dimension, values in (*self.wanted, *((("code", frozenset(codes)),) if codes else ())):
            if dimension not in frame.columns:
                return None
            keep &= frame[dimension].isin(values).to_numpy()
        kept = frame if keep.all() else frame.loc[keep]
        return kept.assign(value=np.nan if base in self.facts.known_on else kept[base])

    def known_on(self, measures: Collection[str]) -> date | None:
        """Return from which day on all of some measures can be known, None when they can be by now."""
        bases = (self.derived.get(name, (name, ()))[0] for name in measures)
        return max((self.facts.known_on[name] for name in bases if name in self.facts.known_on), default=None)

    def total(self, measure: str) -> float | None:
        """Return the sum of a measure, None when it is missing."""
        if measure in SCALARS:
            return self.facts.period.days / (7 if measure == "period_weeks" else 1)
        if measure in self.facts.givens:
            # what is given is of the whole service
            return None if self.wanted else self.facts.givens[measure]
        rows = self.rows(measure)
        if rows is None or (rows["value"].isna().all() and len(rows)):
            return None
        return float(rows["value"].sum())

    def sums(self, measure: str, dimension: str) -> dict[str, float] | None:
        """Return the sum of a measure for each value of a dimension, None when that cannot be told."""
        rows = self.rows(measure)
        if rows is None or dimension not in rows.columns or (rows["value"].isna().all() and len(rows)):
            return None
        found = rows.groupby(dimension, observed=True)["value"].sum()
        return {str(name): float(value) for name, value in found.items()}

    def percentile(self, measure: str, percent: float) -> float | None:
        """Return a percentile of a measure over its rows, None without any."""
        rows = self.rows(measure)
        values = np.array([]) if rows is None else rows["value"].dropna().to_numpy(dtype=float)
        return float(np.percentile(values, percent)) if len(values) else None

    def groups(self, measures: Collection[str], dimension: str) -> tuple[str, ...]:
        """Return the values of a dimension among the rows of measures that know it."""
        found: set[str] = set()
        for measure in measures:
            rows = self.rows(measure)
            if rows is not None and dimension in rows.columns:
                found.update(rows[dimension].unique())
        return tuple(sorted(found))
