# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has to allow works on a road, by when to ask, and what an emergency owes afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..core.calendars import add_months
from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, Label, RegularExpression, Rule, misfit, one_of, read_rules
from .law import Limit

ROAD_OCCUPANCY = RULES_FOLDER / "road_occupancy.yaml"

Effect = Literal["digs", "occupies", "hinders_traffic"]
_Count = Annotated[int, Field(ge=0)]


class NumberPattern(Rule):
    """The class of the roads whose whole number fits a regular expression."""

    pattern: RegularExpression
    road: str


class Authority(Label):
    """Who gives an authorisation; ``directory`` is its kind in the directory of the service."""

    directory: str = ""


class AskDays(Rule):
    """How many days before the works an authorisation is asked for: as a rule, and at the least."""

    usual: _Count
    least: _Count


class Authorisation(Label):
    """One authorisation: which effect of the works asks for it, and who gives it by class of road.

    ``permit`` is the kind under which it is kept with an order, empty for what is only coordinated.
    """

    when: Effect
    inside: Mapping[str, str]
    outside: Mapping[str, str]
    ask_days: AskDays
    permit: str = ""
    source: str


class EmergencyDuties(Rule):
    """What urgent works owe once they have begun."""

    inform_mayor_hours: _Count
    regularise_hours: _Count
    final_reinstatement_days: _Count
    source: str


class RoadOccupancyRules(DatedRules):
    """The rules of works on roads."""

    numbers: tuple[NumberPattern, ...]
    default: str
    roads: Mapping[str, Label]
    authorities: Mapping[str, Authority]
    authorisations: Mapping[str, Authorisation]
    beside_m: Limit
    emergency: EmergencyDuties
    recent_surface_years: Limit

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        for name, authorisation in self.authorisations.items():
            for side in ("inside", "outside"):
                by_road: Mapping[str, str] = getattr(authorisation, side)
                for road in self.roads:
                    if by_road.get(road) not in self.authorities:
                        found = by_road.get(road, "")
                        expected = one_of(found, self.authorities)
                        raise misfit(
                            found or Message("found.nothing"), expected, "authorisations", name, side
                        )
        for pattern in self.numbers:
            if pattern.road not in self.roads:
                raise misfit(pattern.road, one_of(pattern.road, self.roads), "numbers")
        return self

    @property
    def ask_days(self) -> dict[str, AskDays]:
        """Return by kind of permit how long before the works it is asked for."""
        return {one.permit: one.ask_days for one in self.authorisations.values() if one.permit}

    def road_class(self, number: str) -> str:
        """Return the class of a road by its number (OSM ``ref``; of several, the first that is known)."""
        for part in re.split(r"[;,/]", number):
            for known in self.numbers:
                if re.fullmatch(known.pattern, part.strip(), re.IGNORECASE):
                    return known.road
        return self.default


@dataclass(frozen=True, slots=True)
class RoadSite:
    """Where and how works meet a road; ``number`` is the road's own (``D 12``), empty when it has none."""

    number: str
    built_up: bool
    digs: bool
    occupies: bool = True
    hinders_traffic: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """An authorisation to ask for: of whom, by which day as a rule, and the last day that makes sense."""

    kind: str
    authority: str
    ask_by: date
    ask_at_latest: date


@dataclass(frozen=True, slots=True)
class EmergencyDeadlines:
    """Until when the mayor is told, the works are regularised and the surface is finally reinstated."""

    inform_mayor_by: datetime
    regularise_by: datetime
    reinstate_by: date


def authorisations_needed(site: RoadSite, *, start: date, rules: RoadOccupancyRules) -> tuple[Request, ...]:
    """Return the authorisations that planned works need, in the order of the rules."""
    road = rules.road_class(site.number)
    return tuple(
        Request(
            kind=name,
            authority=(authorisation.inside if site.built_up else authorisation.outside)[road],
            ask_by=start - timedelta(days=authorisation.ask_days.usual),
            ask_at_latest=start - timedelta(days=authorisation.ask_days.least),
        )
        for name, authorisation in rules.authorisations.items()
        if getattr(site, authorisation.when)
    )


def emergency_deadlines(start: datetime, *, done: date, rules: RoadOccupancyRules) -> EmergencyDeadlines:
    """Return what works that began at once owe; ``done`` is the day of the temporary reinstatement."""
    duties = rules.emergency
    return EmergencyDeadlines(
        inform_mayor_by=start + timedelta(hours=duties.inform_mayor_hours),
        regularise_by=start + timedelta(hours=duties.regularise_hours),
        reinstate_by=done + timedelta(days=duties.final_reinstatement_days),
    )


def is_recent_surface(laid: date | None, *, day: date, rules: RoadOccupancyRules) -> bool:
    """Tell whether a road surface is so young that opening it may be refused; an unknown age is not."""
    return laid is not None and day < add_months(laid, round(12 * rules.recent_surface_years.value))


def load_road_occupancy(path: Path | None = None) -> RoadOccupancyRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or ROAD_OCCUPANCY, RoadOccupancyRules)
