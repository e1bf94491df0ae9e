# SPDX-License-Identifier: GPL-3.0-or-later
"""What a contract promises: by when a request is acknowledged, someone is on site, the work is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..core.calendars import WorkingHours, add_working_days
from ..core.errors import InputError
from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, Rule, misfit, name_entries, read_rules
from .orders import Priority

CONTRACTS = RULES_FOLDER / "contracts.yaml"

_UNITS = ("minutes", "hours", "working_days")


class Delay(Rule):
    """A delay in minutes or hours of a clock, or in whole working days."""

    minutes: Annotated[int, Field(gt=0)] | None = None
    hours: Annotated[float, Field(gt=0)] | None = None
    working_days: Annotated[int, Field(gt=0)] | None = None
    clock: Literal["always", "working_hours"] = "always"

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        given = [name for name in _UNITS if getattr(self, name) is not None]
        if len(given) != 1:
            raise misfit(", ".join(given) or Message("found.nothing"), Message("rules.one_delay"))
        return self

    def after(self, start: datetime, *, hours: WorkingHours) -> datetime:
        """Return when the delay from ``start`` has run out; working days end when the hours close."""
        if self.working_days is not None:
            return hours.close_of(add_working_days(start.date(), self.working_days, region=hours.region))
        span = timedelta(minutes=self.minutes or 0, hours=self.hours or 0)
        return start + span if self.clock == "always" else hours.add(start, span)


class OpeningHours(Rule):
    """The working hours that a contract counts in; ``region`` as in ``core.calendars``."""

    opens: time
    closes: time
    region: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes <= self.opens:
            raise misfit(f"{self.opens:%H:%M} - {self.closes:%H:%M}", Message("rules.closes"), "closes")
        return self


class Contract(Rule):
    """One contract; ``jobs`` holds commitments on a type of work, which bind beside those on the priority.

    ``cut_notice_hours`` is how long before a planned water cut the customers are told; None where the
    contract does not say.
    """

    contract_id: str
    label: str
    working_hours: OpeningHours
    acknowledge: Delay
    on_site: Mapping[Priority, Delay]
    done: Mapping[Priority, Delay] = Field(default_factory=dict)
    jobs: Mapping[str, Delay] = Field(default_factory=dict)
    cut_notice_hours: Annotated[float, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _every_priority(self) -> Self:
        missing = [priority.value for priority in Priority if priority not in self.on_site]
        if missing:
            found = ", ".join(priority.value for priority in self.on_site) or Message("found.nothing")
            raise misfit(found, Message("rules.on_site", {"missing": ", ".join(missing)}), "on_site")
        return self


class Contracts(DatedRules):
    """Every contract by its id."""

    contracts: Mapping[str, Contract]

    @model_validator(mode="before")
    @classmethod
    def _name_the_contracts(cls, data: object) -> object:
        return name_entries(data, section="contracts", field="contract_id")

    def __getitem__(self, contract_id: str) -> Contract:
        """Return a contract; an unknown id raises ``InputError`` that names the known ones."""
        if contract_id not in self.contracts:
            raise InputError("contract.unknown", found=contract_id, known=", ".join(self.contracts))
        return self.contracts[contract_id]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The instants that a contract sets for one request; ``done_by`` is None when it sets none."""

    acknowledge_by: datetime
    on_site_by: datetime
    done_by: datetime | None


def deadlines(contract: Contract, *, priority: Priority, code: str, received: datetime) -> Deadlines:
    """Return the contract's deadlines for a request of this type and priority received at ``received``.

    Where the contract also commits on the type of work, the earlier of the two binds.
    """
    hours = WorkingHours(
        contract.working_hours.opens, contract.working_hours.closes, contract.working_hours.region
    )
    on_site = [contract.on_site[priority]]
    if code in contract.jobs:
        on_site.append(contract.jobs[code])
    done = contract.done.get(priority)
    return Deadlines(
        acknowledge_by=contract.acknowledge.after(received, hours=hours),
        on_site_by=min(delay.after(received, hours=hours) for delay in on_site),
        done_by=done.after(received, hours=hours) if done else None,
    )


def load_contracts(path: Path | None = None) -> Contracts:
    """Return the contracts of a file (by default the sample that comes with Regard)."""
    return read_rules(path or CONTRACTS, Contracts)
