# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures of next year: levels of load, forecast, hours that people are away, objectives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from ...core.messages import Message
from ...core.rules import DatedRules, Label, Rule, misfit, name_entries, one_of
from .calendar import CalendarRules

FILE = "programme.yaml"

Percent = Annotated[float, Field(gt=0, le=200)]
MonthNumber = Annotated[int, Field(ge=1, le=12)]


class LoadLevels(Rule):
    """Percent of capacity: overload above ``over``, to watch from ``watch``, too little below ``under``.

    ``level`` is what levelling aims at.
    """

    over: Percent
    watch: Percent
    under: Percent
    level: Percent

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.under < self.watch <= self.over:
            raise misfit(f"{self.under:g}, {self.watch:g}, {self.over:g}", Message("expected.rising"))
        return self


class ForecastRules(Rule):
    """How the past tells the year to come.

    ``years`` is how far back it is read, ``least_months`` how much of it there must be; ``in_ten`` how many
    years out of ten should end between low and high; ``untested_spread`` is the variance by mean of monthly
    counts where too short a past tells none.
    """

    years: Annotated[int, Field(ge=1, le=20)]
    least_months: Annotated[int, Field(ge=12)]
    in_ten: Annotated[float, Field(gt=0, lt=10)]
    untested_spread: Annotated[float, Field(ge=1)]


class HoursRules(Rule):
    """Hours around the work: travel of each agent to an intervention, and who is away in each month.

    ``away_percent`` is leave, training and sickness by month, where absences that are noted are not more.
    """

    travel_min: Annotated[float, Field(ge=0)]
    away_percent: Annotated[
        tuple[Annotated[float, Field(ge=0, lt=100)], ...], Field(min_length=12, max_length=12)
    ]


class ActivityRule(Rule):
    """One kind of preventive work: type of the catalogue, daily output of a crew, months, why those.

    ``assets`` are the roles of what it is done to, of which the first that the layers have is taken;
    ``dead_ends`` leaves only pipes that end there. ``movable``: levelling may change its months. ``renews``:
    the asset is a new one afterwards, so that its age tells when it was done last.
    """

    activity: str
    label: Label
    job: str
    unit: Literal["km", "asset"]
    per_crew_day: Annotated[float, Field(gt=0)]
    months: Annotated[tuple[MonthNumber, ...], Field(min_length=1)]
    assets: Annotated[tuple[str, ...], Field(min_length=1)]
    dead_ends: bool = False
    movable: bool = False
    renews: bool = False
    window: Label | None = None

    @field_validator("months")
    @classmethod
    def _rising(cls, found: tuple[int, ...]) -> tuple[int, ...]:
        if list(found) != sorted(set(found)):
            raise misfit(", ".join(map(str, found)), Message("expected.rising"))
        return found


class ObjectiveRule(Rule):
    """What is owed in a year: a quantity, or each asset once in so many years.

    ``floor`` is what a contract or the law asks for at least; ``due`` the month in which it ends;
    ``weight`` which objective matters more.
    """

    activity: str
    quantity: Annotated[float, Field(gt=0)] | None = None
    every_years: Annotated[float, Field(gt=0)] | None = None
    floor: Annotated[float, Field(ge=0)] = 0.0
    due: MonthNumber = 12
    weight: Annotated[int, Field(ge=1)] = 1
    source: Label

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.quantity is None) == (self.every_years is None):
            raise misfit(self.activity, Message("programme.one_quantity"))
        return self


class ProgrammeRules(DatedRules):
    """The figures of next year in force; read with what is known of ``job`` and ``assets`` as context."""

    load_percent: LoadLevels
    forecast: ForecastRules
    hours: HoursRules
    activities: Annotated[Mapping[str, ActivityRule], Field(min_length=1)]
    objectives: tuple[ObjectiveRule, ...]
    calendar: CalendarRules = CalendarRules()

    @model_validator(mode="before")
    @classmethod
    def _named(cls, data: Any) -> Any:
        return name_entries(data, section="activities", field="activity")

    @model_validator(mode="after")
    def _known(self, info: ValidationInfo) -> Self:
        """Check names against the types of work and the roles of assets that the reader knows."""
        for field, known in (info.context or {}).items():
            for name, one in self.activities.items():
                found = (one.job,) if field == "job" else one.assets
                for own in found:
                    if own not in known:
                        raise misfit(own, one_of(own, known), "activities", name, field)
        return self

    @model_validator(mode="after")
    def _objectives_fit(self) -> Self:
        seen: set[str] = set()
        for number, one in enumerate(self.objectives):
            at = ("objectives", number, "activity")
            if one.activity not in self.activities:
                raise misfit(one.activity, one_of(one.activity, self.activities), *at)
            if one.activity in seen:
                raise misfit(one.activity, Message("programme.once"), *at)
            if one.due < self.activities[one.activity].months[0]:
                raise misfit(one.due, Message("programme.due"), "objectives", number, "due")
            seen.add(one.activity)
        return self
