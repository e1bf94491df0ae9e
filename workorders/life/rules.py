# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures and lists that the life of an order goes by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...core.errors import InputError
from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, read_rules
from ..informing.contacts import Channel

LIFE = RULES_FOLDER / "life.yaml"

Resource = Literal["people", "parts", "equipment", "subcontractor", "notices", "permits"]
Group = Literal["customer", "resources", "organisation", "outside"]
Days = Annotated[int, Field(ge=0)]


class Reinstatement(Rule):
    """By when the final surface of a road follows, and which types of work make it."""

    within_days: Annotated[int, Field(gt=0)]
    codes: tuple[str, ...]
    source: str


class Within(Rule):
    """A delay in hours with its source."""

    within_hours: Annotated[int, Field(gt=0)]
    source: str


class Urgency(Rule):
    """How many days before its day an order that lacks a resource is amber, then red; and who is told."""

    amber_days: Days
    red_days: Days
    alert: str

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.red_days > self.amber_days:
            raise misfit(f"{self.red_days} > {self.amber_days}", Message("rules.red_amber"), "red_days")
        return self


class ToldBy(Rule):
    """Which messages, once sent, tell what the gates ask for."""

    restored: tuple[str, ...]
    hydrant_back: tuple[str, ...]
    mayor: tuple[str, ...]
    operator_call: tuple[str, ...]


class ReadinessRules(Rule):
    """The days before that the board is looked at, and the figures of each resource.

    ``send_ahead_days``: how long before the last day to send it a declaration is watched.
    """

    checkpoints: tuple[Days, ...]
    # files written before the rule was known have none
    send_ahead_days: Days = 5
    resources: Mapping[Resource, Urgency]


class AlertRules(Rule):
    """Whom alerts go to, by which channels, and when one that nobody answers goes further.

    ``unanswered_job`` is told of subcontractors who do not answer in time, ``overdue_correction`` of closure
    data that are not corrected in time.
    """

    channels: tuple[Channel, ...]
    unanswered_job: str
    overdue_correction: str
    escalate_after_hours: Annotated[int, Field(gt=0)]
    escalate_to: str
    roles: Mapping[str, Label]


class CoverageRules(Rule):
    """How far ahead skills are looked for, and how long before its last day a skill is named."""

    ahead_days: Annotated[int, Field(gt=0)]
    expiry_days: Annotated[int, Field(gt=0)] = 60


class Cause(Rule):
    """A reason why an order is not done or put off.

    ``retry_working_days``: how many working days on a new try makes sense; ``on_site``: somebody came.
    """

    label: Label
    group: Group
    on_site: bool
    retry_working_days: Days


class LifeRules(DatedRules):
    """All of them."""

    reinstatement: Reinstatement
    mayor: Within
    told_by: ToldBy
    readiness: ReadinessRules
    alerts: AlertRules
    coverage: CoverageRules
    not_done: Mapping[str, Cause]

    def cause(self, code: str) -> Cause:
        """Return a cause; an unknown one raises ``InputError`` that names those there are."""
        found = self.not_done.get(code)
        if found is None:
            raise InputError("life.unknown_cause", found=code, known=", ".join(self.not_done))
        return found

    @model_validator(mode="after")
    def _known_roles(self) -> Self:
        own = (self.alerts.escalate_to, self.alerts.unanswered_job, self.alerts.overdue_correction)
        told = {*own, *(one.alert for one in self.readiness.resources.values())}
        if unknown := sorted(told - self.alerts.roles.keys()):
            missing = ", ".join(unknown)
            raise misfit(missing, Message("rules.roles", {"missing": missing}), "alerts", "roles")
        return self


def load_life_rules(path: Path | None = None) -> LifeRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path, LifeRules) if path else _shipped()


@cache
def _shipped() -> LifeRules:
    return read_rules(LIFE, LifeRules)
