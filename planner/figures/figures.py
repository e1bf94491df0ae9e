# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a week, month or year: value, comparisons, parts, and the orders behind them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd

from ...core.errors import InputError
from ...core.near_names import near_names
from ...core.rules import parse_rules
from ...steering.figures.figure import Figure, indicator_value, main_cause, parts
from ...steering.figures.givens import given_value
from ...steering.figures.indicator_rules import FILE, IndicatorRule, IndicatorRules
from ...steering.figures.measures import BASE_MEASURES, DIMENSIONS, PeriodFacts, Slice
from ...steering.figures.periods import Period
from ...steering.figures.small_groups import OTHERS, pooled
from ...workorders.history import ClosedIntervention
from ..conditions import Where
from ..ports import Workspace
from ..rule_versions import rule_book_of, rule_texts
from ..work_asked import WorkAsked
from .people_hours import Staff
from .sources import hot_spots, period_sources
from .summed_sources import summed_sources
from .work_rows import plans_in_force, read_rows

_DAYS_OF_MONTH = 30.4375


@dataclass(frozen=True, slots=True)
class Filters:
    """What figures are narrowed to; empty: everything."""

    zone: str = ""
    team: str = ""
    code: str = ""


NO_FILTER = Filters()


def indicator_rules_of(workspace: Workspace, period: Period) -> IndicatorRules:
    """Return the indicators in force on the last day of a period: the workspace's own, or the shipped."""
    return parse_rules(rule_texts(workspace, period.last)[FILE], IndicatorRules, file=FILE)


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads the figures of periods from a workspace.

    ``shown`` tells under which name each zone and team is shown, those of too few people together.
    """

    workspace: Workspace
    rules: IndicatorRules
    staff: Staff
    region: str
    as_of: datetime

    @classmethod
    def of(cls, workspace: Workspace, period: Period, *, as_of: datetime | None = None) -> FigureReader:
        """Return the reader of a workspace by the rules in force at the end of a period.

        A period is seen as of a moment, at which it may not be over, or returns of its work may still come;
        without one, as if it were over and all of its returns known.
        """
        rules = indicator_rules_of(workspace, period)
        book = rule_book_of(workspace, period.last)
        return cls(
            workspace,
            rules,
            Staff.of(workspace, daily_rest_h=book.settings.daily_rest_h),
            book.law.region,
            as_of or _known_at(period, rules),
        )

    def slice(self, period: Period, *, with_hot_spots: bool = False) -> Slice:
        """Return the facts of a period as the workspace sums them, small zones and teams together."""
        in_force, published = plans_in_force(self.workspace, period.begins, period.ends)
        asked = WorkAsked(
            period.begins,
            period.ends,
            min(self.as_of, period.ends),
            self.rules.return_days,
            self._recurring_since(period),
            in_force,
            published,
        )
        recurring = self.rules.hot_spot if with_hot_spots else None
        sources = summed_sources(self.workspace, self.staff, asked, recurring=recurring)
        people = self.staff.hours(period.first, period.last, region=self.region)
        if len(people):
            sources["people"] = people
        return self._facts(sources, period)

    def orders(self, period: Period, *, with_hot_spots: bool = False) -> Slice:
        """Return the same facts order by order: slower, for who asks what is behind a figure."""
        rows = read_rows(self.workspace, period.begins, period.ends, after=self.rules.return_days)
        sources = period_sources(rows, self.staff, self.rules, period, region=self.region, as_of=self.as_of)
        spots = self._hot_spots(period) if with_hot_spots else None
        if spots is not None:
            sources["hot_spots"] = spots
        return self._facts(sources, period)

    def _facts(self, sources: dict[str, pd.DataFrame], period: Period) -> Slice:
        groups = {
            dimension: self._pooled(sources, dimension, people)
            for dimension, people in (("zone", self.staff.by_zone()), ("team", self.staff.by_team()))
        }
        for name, frame in sources.items():
            mapped = {
                dimension: _grouped(frame[dimension], groups.get(dimension, {}))
                for dimension in DIMENSIONS
                if dimension in frame.columns
            }
            sources[name] = frame.assign(**mapped)
        givens = {name: given_value(rule, period) for name, rule in self.rules.givens.items()}
        small = frozenset(
            (dimension, own)
            for dimension, shown in groups.items()
            for own, name in shown.items()
            if name == OTHERS
        )
        seen_at = self.as_of if self.as_of < period.ends else None
        known_on = self._known_on(period) if "done" in sources else {}
        facts = PeriodFacts(period, sources, givens, small, known_on, seen_at)
        return Slice(facts, self.rules.derived)

    def _known_on(self, period: Period) -> dict[str, date]:
        """Return what cannot be known yet: whether work is called for again, until days have passed."""
        known_at = _known_at(period, self.rules)
        return {"fixed_first_orders": known_at.date()} if self.as_of < known_at else {}

    def _pooled(
        self, sources: Mapping[str, pd.DataFrame], dimension: str, based: Mapping[str, frozenset[str]]
    ) -> dict[str, str]:
        """Return under which names groups are shown: few are those based there, or those who did its work."""
        people = dict(based)
        done = sources.get("done")
        if done is not None:
            for name, agents in done.groupby(dimension)["agents"]:
                worked = frozenset(one for text in agents.unique() for one in json.loads(text))
                own = people.get(str(name), frozenset())
                known = [group for group in (own, worked) if group]
                people[str(name)] = min(known, key=len, default=frozenset())
        return pooled(people, least=self.rules.least_people)

    def _recurring_since(self, period: Period) -> datetime:
        first = period.ends - timedelta(days=round(self.rules.hot_spot.months * _DAYS_OF_MONTH))
        return datetime.combine(first.date(), time.min)

    def _hot_spots(self, period: Period) -> pd.DataFrame | None:
        """Return the assets with recurring interventions until the end of a period."""
        rule = self.rules.hot_spot
        within = Where("ended_at", at_least=self._recurring_since(period), below=period.ends)
        names = ["order_id", "asset_id", "zone", "code"]
        where = [Where("code", among=rule.codes), within]
        return hot_spots(pd.DataFrame(self.workspace.columns(ClosedIntervention, names, where=where)), rule)

    def indicators(self, codes: Collection[str] = ()) -> tuple[IndicatorRule, ...]:
        """Return the indicators asked for, all without any; ``InputError`` names an unknown one."""
        known = self.rules.indicators
        for code in codes:
            if code not in known:
                raise InputError("steering.indicator", found=code, near=near_names(code, known))
        return tuple(known[code] for code in codes) if codes else tuple(known.values())


def _known_at(period: Period, rules: IndicatorRules) -> datetime:
    """Return when the last return that counts for the work of a period may have come."""
    return period.ends + timedelta(days=rules.return_days)


def _grouped(column: pd.Series, shown: Mapping[str, str]) -> pd.api.extensions.ExtensionArray:
    """Return a column with each group under the name that it is shown by, fast to look up and to sum by."""
    codes, names = pd.factorize(column)
    groups = [shown.get(str(name), str(name)) for name in names]
    kinds = sorted(set(groups))
    place = np.array([kinds.index(group) for group in groups] or [0], dtype=np.int64)
    shown_codes = place[np.asarray(codes, dtype=np.int64)].tolist()
    return pd.Categorical.from_codes(shown_codes, categories=pd.Index(kinds))


def needs_hot_spots(indicators: Iterable[IndicatorRule], rules: IndicatorRules) -> bool:
    """Tell whether an indicator is made of recurring points, which take a year's interventions to find."""
    used = {name for rule in indicators for name in (*rule.parsed.sums, *rule.parsed.spreads)}
    return any(BASE_MEASURES.get(rules.derived.get(n, (n, ()))[0]) == "hot_spots" for n in used)


def narrowed(facts: Slice, filters: Filters) -> Slice | None:
    """Return the facts of a zone, team or type; None for a group of too few people to be shown by itself."""
    for dimension, value in (("zone", filters.zone), ("team", filters.team), ("code", filters.code)):
        if value:
            facts = facts.narrowed(dimension, (value,))
    groups = (("zone", filters.zone), ("team", filters.team))
    is_small = any(own[1] and own in facts.facts.small for own in groups)
    return None if is_small else facts


def figures_of(
    workspace: Workspace,
    period: Period,
    *,
    indicators: Collection[str] = (),
    filters: Filters = NO_FILTER,
    as_of: datetime | None = None,
) -> tuple[Figure, ...]:
    """Return indicators of a period with the one before, the year before, their parts and main cause.

    Raises
    ------
    InputError
        An indicator is unknown, or a zone or team has too few people to be shown.
    """
    reader = FigureReader.of(workspace, period, as_of=as_of)
    wanted = reader.indicators(indicators)
    spots = needs_hot_spots(wanted, reader.rules)
    previous, before = period.previous(), period.year_before()
    facts = {
        one: narrowed(reader.slice(one, with_hot_spots=spots), filters)
        for one in dict.fromkeys((period, previous, before))
    }
    own, last, year = (facts[one] for one in (period, previous, before))
    if own is None:
        raise _too_few(filters, reader.rules)
    return tuple(
        replace(
            figure(rule, own),
            previous=indicator_value(rule, last) if last else None,
            year_before=indicator_value(rule, year) if year else None,
        )
        for rule in wanted
    )


def _too_few(filters: Filters, rules: IndicatorRules) -> InputError:
    group = ", ".join(own for own in (filters.zone, filters.team) if own)
    return InputError("steering.too_few", group=group, least=rules.least_people)


def figure(rule: IndicatorRule, facts: Slice) -> Figure:
    """Return an indicator of some facts with its parts and its main cause."""
    return Figure(
        rule,
        indicator_value(rule, facts),
        zones=parts(rule, facts, "zone"),
        teams=parts(rule, facts, "team"),
        types=parts(rule, facts, "code"),
        cause=main_cause(rule, facts),
        known_on=facts.known_on((*rule.parsed.sums, *rule.parsed.spreads)),
        seen_at=facts.facts.seen_at,
    )


def orders_behind(
    workspace: Workspace,
    period: Period,
    code: str,
    *,
    filters: Filters = NO_FILTER,
    as_of: datetime | None = None,
) -> tuple[dict[str, object], ...]:
    """Return the orders behind an indicator: each with its zone, type and what it adds to each measure.

    Errors are those of ``figures_of``.
    """
    reader = FigureReader.of(workspace, period, as_of=as_of)
    (rule,) = reader.indicators([code])
    spots = needs_hot_spots([rule], reader.rules)
    facts = narrowed(reader.orders(period, with_hot_spots=spots), filters)
    if facts is None:
        raise _too_few(filters, reader.rules)
    behind: dict[str, dict[str, object]] = {}
    for name in (*rule.parsed.sums, *rule.parsed.spreads):
        rows = facts.rows(name)
        if rows is None or not len(rows) or (rows["order_id"] == "").all():
            continue
        cells = (rows[column].tolist() for column in ("order_id", "zone", "code", "value"))
        for order, zone, kind, value in zip(*cells, strict=True):
            told = behind.setdefault(order, {"order": order, "zone": zone, "code": kind})
            told[name] = None if pd.isna(value) else round(value, 3)
    return tuple(behind[name] for name in sorted(behind))
