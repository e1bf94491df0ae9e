# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a declaration serves works that have begun: near sensitive networks not for ever.

Law: application guide of the anti-damage rules, part 1, 6.5 (R.554-20 ff.). Figures: ``law.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...core.calendars import add_months
from ...core.messages import Message
from ..law import AntiDamageLaw
from .gate_facts import Notice, Operator


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Works that have begun; ``declared_days`` is how long the notice said they last, None if unknown."""

    begun_on: date
    declared_days: int | None = None


def serves_until(
    notice: Notice, operators: Iterable[Operator], works: UnderWay, law: AntiDamageLaw
) -> date | None:
    """Return the last day on which a declaration serves works that began; None where nothing ends it.

    Near sensitive networks it is renewed when the works last longer than ``long_works_months``. An urgent
    notice is for one emergency and is not renewed.
    """
    if law.long_works_months is None or not _is_declared_near_sensitive(notice, operators):
        return None
    return add_months(works.begun_on, round(law.long_works_months.value))


def under_way_tasks(
    notice: Notice, operators: Iterable[Operator], works: UnderWay, *, day: date, law: AntiDamageLaw
) -> Iterator[Message]:
    """Yield what is to be done about the declaration of works that have begun, looked at on a day."""
    operators = tuple(operators)
    until = serves_until(notice, operators, works, law)
    if until is None:
        return
    if day > until:
        yield Message("notice_task.expired", {"kind": notice.kind, "day": until})
    elif (until - day).days <= law.renew_before_days:
        yield Message("notice_task.renew_under_way", {"kind": notice.kind, "day": until})
    elif works.declared_days is not None:
        last = works.begun_on + timedelta(days=works.declared_days - 1)
        if day > last:
            named = ", ".join(one.name for one in operators if one.sensitive)
            params = {"days": works.declared_days, "kind": notice.kind, "operators": named}
            yield Message("notice_task.longer", params)


def _is_declared_near_sensitive(notice: Notice, operators: Iterable[Operator]) -> bool:
    is_declared = notice.is_needed and not notice.is_urgent and notice.sent_at is not None
    return is_declared and any(one.sensitive for one in operators)
