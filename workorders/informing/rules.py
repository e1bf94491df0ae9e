# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated rules of communication: who is told what, when it is due, by which channels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Rule, misfit, read_rules
from ..orders import Priority
from .contacts import Channel

COMMUNICATION = RULES_FOLDER / "communication.yaml"

Condition = Literal["cut", "planned_cut", "urgent_cut", "hydrant_out", "urgent_dig", "planned"]


def _compiles(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(str(error)) from error
    return text


Pattern = Annotated[str, AfterValidator(_compiles)]


class PhoneRule(Rule):
    """Which numbers there are: the country's code, how mobile ones begin after the zero, the forms of all.

    ``national`` and ``abroad`` are patterns of numbers without anything between the digits, ``trunk`` what
    a number of the country begins with instead of its code.
    """

    country: Annotated[str, Field(pattern=r"^\d{1,3}$")]
    mobile_prefixes: tuple[Annotated[str, Field(pattern=r"^\d+$")], ...]
    source: str
    # files written before numbers were checked have none
    trunk: Annotated[str, Field(pattern=r"^\d*$")] = "0"
    national: tuple[Pattern, ...] = (r"0[1-9]\d{8}", r"1\d{1,3}", r"3\d{3}", r"118\d{3}")
    abroad: tuple[Pattern, ...] = (r"\+[1-9]\d{6,14}",)


class Hours(Rule):
    """A figure in hours with its source."""

    value: Annotated[float, Field(gt=0)]
    source: str


class LetterWindow(Rule):
    """The rectangle of an A4 page that shows through an envelope's window, in mm from the top left corner."""

    x_mm: Annotated[float, Field(ge=0, le=210)]
    y_mm: Annotated[float, Field(ge=0, le=297)]
    width_mm: Annotated[float, Field(gt=0)]
    height_mm: Annotated[float, Field(gt=0)]
    source: str


class Due(Rule):
    """When a message is due: some hours after (before, if negative) an anchor.

    ``at_once_when_past``: what would have been due before the plan was made is due at once, and not late.
    """

    anchor: Literal["start", "end", "notice", "now"]
    hours: float = 0
    at_once_when_past: bool = False


class MessageRule(Rule):
    """One message; ``plan_b`` plans it too for those whom only a valve that fails would cut off.

    Somebody whom no channel reaches is shown as a gap, unless the message is ``optional``.
    """

    to: str
    when: tuple[Condition, ...]
    due: Due
    channels: tuple[Channel, ...]
    source: str
    plan_b: bool = False
    optional: bool = False
    revoked_by: str = ""


class Revocation(Rule):
    """A message that takes another one back."""

    due: Due
    source: str


class Confirmation(Rule):
    """By which channels an appointment is confirmed, the usual one first."""

    channels: tuple[Channel, ...]
    source: str


class CommunicationRules(DatedRules):
    """The whole rule file."""

    phone: PhoneRule
    cut_notice_hours: Hours
    urgent_priorities: tuple[Priority, ...]
    letter: LetterWindow
    appointment: Confirmation
    messages: Mapping[str, MessageRule]
    revocations: Mapping[str, Revocation] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _revocations_exist(self) -> Self:
        unknown = {rule.revoked_by for rule in self.messages.values()} - {"", *self.revocations}
        if unknown:
            missing = ", ".join(sorted(unknown))
            raise misfit(missing, Message("rules.revocation", {"missing": missing}), "revocations")
        return self

    @property
    def purposes(self) -> tuple[str, ...]:
        """Return every purpose that a message may have."""
        return (*self.messages, *self.revocations)


def due_at(due: Due, *, now: datetime, start: datetime, end: datetime, notice: datetime) -> datetime:
    """Return when a message is due, given the moments that it may be counted from."""
    anchor = {"now": now, "start": start, "end": end, "notice": notice}[due.anchor]
    found = anchor + timedelta(hours=due.hours)
    return max(found, now) if due.at_once_when_past else found


def load_communication(path: Path | None = None) -> CommunicationRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or COMMUNICATION, CommunicationRules)
