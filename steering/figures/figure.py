# SPDX-License-Identifier: GPL-3.0-or-later
"""The value of an indicator, its parts by zone, team or type, and what drives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from .indicator_rules import IndicatorRule
from .measures import Slice


@dataclass(frozen=True, slots=True)
class Part:
    """The indicator of one group, and what the whole would be without it (None: cannot be told)."""

    group: str
    value: float | None
    without: float | None


@dataclass(frozen=True, slots=True)
class Cause:
    """The most frequent cause of a loss: how many of how many."""

    cause: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator of a period; a value of None is not known.

    ``known_on`` is the day from which on it can be known, None where nothing has to be waited for;
    ``seen_at`` the moment at which a period that is not over is seen.
    """

    rule: IndicatorRule
    value: float | None
    previous: float | None = None
    year_before: float | None = None
    zones: tuple[Part, ...] = ()
    teams: tuple[Part, ...] = ()
    types: tuple[Part, ...] = ()
    cause: Cause | None = None
    known_on: date | None = None
    seen_at: datetime | None = None

    @property
    def meets_target(self) -> bool | None:
        """Tell whether the target is met; None when there is none, or no value, or the period is not over."""
        if (
            self.seen_at is not None
            or self.value is None
            or self.rule.target is None
            or self.rule.direction == "none"
        ):
            return None
        # what is shown is what is judged
        shown = round(self.value, self.rule.decimals)
        return shown >= self.rule.target if self.rule.direction == "up" else shown <= self.rule.target


def indicator_value(rule: IndicatorRule, facts: Slice) -> float | None:
    """Return what the formula of an indicator gives for some facts, None when it cannot be known."""
    return rule.parsed.value(facts.total, facts.percentile)


def parts(rule: IndicatorRule, facts: Slice, dimension: str) -> tuple[Part, ...]:
    """Return the indicator of every group of a dimension that it can be told for, in their order."""
    formula = rule.parsed
    if formula.spreads:
        names = facts.groups((*formula.sums, *formula.spreads), dimension)
        values = {name: indicator_value(rule, facts.narrowed(dimension, (name,))) for name in names}
        return tuple(Part(name, value, None) for name, value in values.items() if value is not None)
    told = {name: facts.sums(name, dimension) for name in formula.sums}
    if any(own is None for own in told.values()):
        return ()
    known = {name: own or {} for name, own in told.items()}
    groups = sorted({group for own in known.values() for group in own})
    found = []
    for group in groups:
        own_sums = {name: sums.get(group, 0.0) for name, sums in known.items()}
        rest_sums = {name: sum(sums.values()) - own_sums[name] for name, sums in known.items()}
        value = formula.value(own_sums.__getitem__, _no_spread)
        rest = formula.value(rest_sums.__getitem__, _no_spread) if len(groups) > 1 else None
        if value is not None:
            found.append(Part(group, value, rest))
    return tuple(found)


def _no_spread(measure: str, percent: float) -> float | None:  # noqa: ARG001
    return None


def main_cause(rule: IndicatorRule, facts: Slice) -> Cause | None:
    """Return the most frequent cause of what an indicator loses, None without any."""
    rows = facts.rows(rule.loss) if rule.loss else None
    if rows is None or "cause" not in rows.columns:
        return None
    lost = rows.loc[rows["value"] > 0, ["cause", "value"]]
    named = lost[lost["cause"] != ""].groupby("cause", observed=True)["value"].sum()
    counts = sorted(named.items(), key=lambda item: (-item[1], str(item[0])))
    return Cause(str(counts[0][0]), round(counts[0][1]), round(lost["value"].sum())) if counts else None


def driver(rule: IndicatorRule, value: float | None, groups: Iterable[Part]) -> Part | None:
    """Return the group that pulls an indicator most the wrong way, or weighs most where no way is wrong.

    It is the one without which the whole would be best; None when no group makes it worse.
    """
    if value is None:
        return None
    known = [part for part in groups if part.without is not None and part.without != value]
    sign = -1.0 if rule.direction == "up" else 1.0
    effects = [(sign * (value - (part.without or 0.0)), part.group, part) for part in known]
    worst = max(effects, default=None, key=lambda item: (item[0], item[1]))
    return worst[2] if worst is not None and worst[0] > 0 else None
