# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a year by whom it falls on: everybody, those of a zone, those who hold a skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ...steering.programme.levelling import Levelled, Movable, Pool
from ...steering.programme.year_load import MONTHS, Months
from ...workorders.rulebook import RuleBook
from .chosen import Chosen
from .owed import Owed
from .past import PastWork
from .people import YearPeople

Array = NDArray[np.float64]

_NOBODY: Months = (0.0,) * MONTHS


@dataclass(frozen=True, slots=True, order=True)
class PoolKey:
    """Whom work falls on: all, a zone or a skill by its name."""

    kind: Literal["all", "zone", "skill"]
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


ALL = PoolKey("all")


@dataclass(frozen=True, slots=True)
class PoolYear:
    """The load of a zone or of a skill against the hours there, by month.

    ``before`` is programmed work as it is spread at first, ``after`` levelled. ``capacity`` takes skills that
    expire as renewed, ``valid`` as they are granted.
    """

    name: str
    curative: Months
    before: Months
    after: Months
    capacity: Months
    valid: Months

    @property
    def load(self) -> Months:
        """Return all of the work once it is levelled."""
        return tuple(one + other for one, other in zip(self.curative, self.after, strict=True))


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of an objective that lies in a zone and is open on the same days, as it is spread at first."""

    owed: Owed
    zone: str
    group: int
    load: Months
    months: frozenset[int]

    @property
    def name(self) -> str:
        return f"{self.owed.name}/{self.zone}/{self.group}"


@dataclass(frozen=True, slots=True, eq=False)
class YearWork:
    """Hours of work that comes by series and month, pieces of what is owed, and who can do them.

    ``skill_parts`` tells, for each type, which part of its hours falls on each skill.
    """

    past: PastWork
    curative_h: Array
    pieces: tuple[_Piece, ...]
    people: YearPeople
    skill_parts: Mapping[str, Mapping[str, float]]
    keys: tuple[PoolKey, ...]

    @classmethod
    def of(
        cls,
        past: PastWork,
        curative_h: Array,
        chosen: tuple[Chosen, ...],
        people: YearPeople,
        book: RuleBook,
    ) -> YearWork:
        """Return the work of a year; the hours of work that comes are by series of the past and month."""
        owed = tuple(one.owed for one in chosen)
        pieces = tuple(
            _Piece(one.owed, zone, group, load, frozenset(months))
            for one in chosen
            for zone, share in one.owed.shares.items()
            for group, load, months in one.pieces(zone, one.owed.hours * share, people.days)
        )
        agents = {**past.agents, **{one.rule.job: float(one.crew) for one in owed}}
        parts = {code: _skill_parts(book, code, count) for code, count in agents.items()}
        zones = {*past.zones, *people.by_zone, *(one.zone for one in pieces)}
        skills = {name for own in parts.values() for name in own}
        keys = (
            ALL,
            *(PoolKey("zone", name) for name in sorted(zones)),
            *(PoolKey("skill", name) for name in sorted(skills)),
        )
        return cls(past, curative_h, pieces, people, parts, keys)

    def part(self, key: PoolKey, code: str, zone: str) -> float:
        """Return which part of the hours of a type in a zone falls on a pool."""
        if key.kind == "skill":
            return self.skill_parts[code].get(key.name, 0.0)
        return float(key.kind == "all" or key.name == zone)

    def curative(self, key: PoolKey) -> Months:
        """Return the work that comes to a pool by month."""
        past = self.past
        parts = [self.part(key, code, zone) for code, zone in zip(past.codes, past.zones, strict=True)]
        return tuple((np.array(parts) @ self.curative_h).tolist()) if parts else _NOBODY

    def capacity(self, key: PoolKey) -> Months:
        """Return the hours of a pool by month; skills that expire count as renewed."""
        if key.kind == "skill":
            return self.people.skill(key.name, renewed=True)
        return self.people.all if key.kind == "all" else self.people.by_zone.get(key.name, _NOBODY)

    def pools(self) -> list[Pool]:
        """Return what levelling must fit: all pools with the work that cannot be moved."""
        return [
            Pool(
                str(key),
                _sum(self.curative(key), self._programmed(key, None, movable=False)),
                self.capacity(key),
            )
            for key in self.keys
        ]

    def movables(self) -> list[Movable]:
        """Return the pieces that levelling may move, with the part of each that falls on each pool."""
        return [
            Movable(
                one.name,
                one.load,
                one.months,
                {
                    str(key): part
                    for key in self.keys
                    if (part := self.part(key, one.owed.rule.job, one.zone))
                },
            )
            for one in self.pieces
            if one.owed.rule.movable
        ]

    def by_activity(self, levelled: Levelled | None) -> dict[str, Months]:
        """Return each activity by month, as spread at first or levelled."""
        found: dict[str, Months] = {}
        for one in self.pieces:
            found[one.owed.name] = _sum(found.get(one.owed.name, _NOBODY), self._load(one, levelled))
        return found

    def by_piece(self, levelled: Levelled) -> dict[tuple[str, str, int], Months]:
        """Return each activity in each zone by group of days open and by month, levelled."""
        return {(one.owed.name, one.zone, one.group): self._load(one, levelled) for one in self.pieces}

    def pool_year(self, key: PoolKey, levelled: Levelled) -> PoolYear:
        """Return the year of a pool."""
        return PoolYear(
            name=key.name,
            curative=self.curative(key),
            before=self._programmed(key, None),
            after=self._programmed(key, levelled),
            capacity=self.capacity(key),
            valid=self.people.skill(key.name, renewed=False) if key.kind == "skill" else self.capacity(key),
        )

    def _programmed(self, key: PoolKey, levelled: Levelled | None, *, movable: bool = True) -> Months:
        total = np.zeros(MONTHS)
        for one in self.pieces:
            if movable or not one.owed.rule.movable:
                part = self.part(key, one.owed.rule.job, one.zone)
                total += part * np.array(self._load(one, levelled))
        return tuple(total.tolist())

    @staticmethod
    def _load(piece: _Piece, levelled: Levelled | None) -> Months:
        return piece.load if levelled is None else levelled.loads.get(piece.name, piece.load)


def _skill_parts(book: RuleBook, code: str, agents: float) -> dict[str, float]:
    """Return the part of the hours of a type for each skill: of one of the crew, or of all of them."""
    standard = book.catalogue.jobs.get(code)
    if standard is None:
        return {}
    one_of_them = dict.fromkeys(standard.skills, 1.0 / max(agents, 1.0))
    return {**one_of_them, **dict.fromkeys(standard.crew_skills, 1.0)}


def _sum(one: Months, other: Months) -> Months:
    return tuple(a + b for a, b in zip(one, other, strict=True))
