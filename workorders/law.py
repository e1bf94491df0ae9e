# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures of the anti-damage law (code de l'environnement, R.554-1 and following)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..core.calendars import add_working_days, answer_deadline
from ..core.rules import RULES_FOLDER, DatedRules, RegularExpression, Rule, read_rules
from .orders import Priority

Declaration = Literal["DT", "DICT", "DT-DICT"]

LAW = RULES_FOLDER / "law.yaml"


class AnswerDelay(Rule):
    """Days, public holidays left out, that operators have to answer."""

    days: Annotated[int, Field(gt=0)]
    days_on_paper: Annotated[int, Field(gt=0)]
    source: str


class Limit(Rule):
    """One figure with its source."""

    value: Annotated[float, Field(gt=0)]
    source: str


class Sourced(Rule):
    """What the law names, with its source."""

    source: str


class NumberForm(Rule):
    """How a number looks, as a regular expression for the whole of it."""

    pattern: RegularExpression
    source: str


class Consultation(Rule):
    """The state of an order before which the teleservice is consulted, and by which text."""

    before: Literal["planned", "dispatched"]
    source: str


class AntiDamageLaw(DatedRules):
    """Delays, surfaces and grounds on which a works notice is decided."""

    answer: Mapping[Declaration, AnswerDelay]
    count_sundays: bool
    region: str
    # files written before the rule was known have none: a letter then arrives on its day
    post_working_days: Limit | None = None
    validity_months: Annotated[int, Field(gt=0)]
    reminder_working_days: Annotated[int, Field(gt=0)]
    on_site_days: Limit
    # files written before the rule was known have none: it is then not looked at
    long_works_months: Limit | None = None
    renew_before_days: Annotated[int, Field(ge=0)]
    works_start_at: time
    unit_operation_m2: Limit
    joint_footprint_m2: Limit
    footprint_m2: Limit
    urgent_priorities: tuple[Priority, ...]
    urgency_grounds: Mapping[str, Sourced]
    exemptions: Mapping[str, Sourced]
    # a kind that is not named, as in files written before the rule was known: before the order leaves
    consultation: Mapping[str, Consultation] = {}
    # files written before the rule was known have none: any number then does
    consultation_number: NumberForm | None = None

    def answer_by(
        self, kind: Declaration, sent: date, *, count_sundays: bool | None = None, on_paper: bool = False
    ) -> date:
        """Return the last day for the answers to a DT, DICT or DT-DICT received by the operators on ``sent``.

        ``count_sundays`` overrides the file's own reading of the law.
        """
        delay = self.answer[kind]
        return answer_deadline(
            sent,
            delay.days_on_paper if on_paper else delay.days,
            count_sundays=self.count_sundays if count_sundays is None else count_sundays,
            region=self.region,
        )

    def on_site_answer_by(
        self, kind: Declaration, sent: date, *, count_sundays: bool | None = None, on_paper: bool = False
    ) -> date:
        """Return the last day for the answer of an operator who comes to measure its network on site."""
        delay = self.answer[kind]
        return answer_deadline(
            sent,
            (delay.days_on_paper if on_paper else delay.days) + round(self.on_site_days.value),
            count_sundays=self.count_sundays if count_sundays is None else count_sundays,
            region=self.region,
        )

    def is_consulted_to_plan(self, kind: str) -> bool:
        """Tell whether the teleservice is consulted before an order with a notice of a kind is planned."""
        return kind in self.consultation and self.consultation[kind].before == "planned"

    def received_on(self, sent: date, *, on_paper: bool) -> date:
        """Return when the operators have what is sent on a day: at once, on paper when the post brings it."""
        if not on_paper or self.post_working_days is None:
            return sent
        return add_working_days(sent, round(self.post_working_days.value), region=self.region)

    def reminder_answer_by(self, sent: date) -> date:
        """Return the last day for the answer to a reminder of an unanswered DICT sent on ``sent``.

        After it the works may start near networks that are not sensitive, never near those that are.
        """
        return add_working_days(sent, self.reminder_working_days, region=self.region)


def load_law(path: Path | None = None) -> AntiDamageLaw:
    """Return the law's figures from a file (by default those that come with Regard)."""
    return read_rules(path or LAW, AntiDamageLaw)
