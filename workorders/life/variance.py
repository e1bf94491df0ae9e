# SPDX-License-Identifier: GPL-3.0-or-later
"""Planned against done, and why orders were put off: by cause, type and team, never by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .rules import Cause


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order that was planned: ``result`` is ``done``, ``not_done`` or ``open``.

    ``team`` is a zone; where it was not done, ``cause`` is a code of ``life.yaml`` and ``comment`` what the
    field said about it. Who said so is not told.
    """

    order_id: str
    code: str
    team: str
    result: str
    cause: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the planned orders were done, not done, or have no word yet."""

    planned: int
    done: int
    not_done: int
    open: int


@dataclass(frozen=True, slots=True)
class Variance:
    """Planned against done in all, by type of work and by team; ``by_cause`` sums up to what was not done.

    ``missed`` are the orders that were not done, with the field's comments, in the order of ``by_cause``.
    """

    whole: Tally
    by_type: Mapping[str, Tally]
    by_team: Mapping[str, Tally]
    by_cause: Mapping[str, int]
    missed: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class ParetoRow:
    """One cause of postponements: how many, and the share of all up to and with it."""

    cause: str
    group: str
    count: int
    cumulated_share: float


@dataclass(frozen=True, slots=True)
class Pareto:
    """The postponements of a time, the most frequent cause first; ``by_group`` sums the causes up."""

    total: int
    rows: tuple[ParetoRow, ...]
    by_group: Mapping[str, int]


def variance(outcomes: Iterable[Outcome]) -> Variance:
    """Return planned against done. O(outcomes)."""
    known = list(outcomes)
    missed = [one for one in known if one.result == "not_done"]
    causes = Counter(one.cause for one in missed)
    return Variance(
        whole=_tally(known),
        by_type={code: _tally(o for o in known if o.code == code) for code in _names(o.code for o in known)},
        by_team={team: _tally(o for o in known if o.team == team) for team in _names(o.team for o in known)},
        by_cause=dict(sorted(causes.items(), key=lambda item: (-item[1], item[0]))),
        missed=tuple(sorted(missed, key=lambda one: (-causes[one.cause], one.cause, one.order_id))),
    )


def pareto(codes: Iterable[str], causes: Mapping[str, Cause]) -> Pareto:
    """Return the causes of postponements, one code each, as a Pareto; an unlisted code has no group."""
    counts = Counter(codes)
    total, so_far, rows = counts.total(), 0, []
    groups: Counter[str] = Counter()
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        so_far += count
        group = causes[code].group if code in causes else ""
        groups[group] += count
        rows.append(ParetoRow(code, group, count, so_far / total))
    return Pareto(total, tuple(rows), dict(groups))


def _tally(outcomes: Iterable[Outcome]) -> Tally:
    results = Counter(one.result for one in outcomes)
    return Tally(results.total(), results["done"], results["not_done"], results["open"])


def _names(names: Iterable[str]) -> list[str]:
    return sorted(set(names))
