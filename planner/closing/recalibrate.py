# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue recalibrated with the past year: what was and what would be, stored once accepted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ...core.errors import InputError
from ...workorders.closing.recalibration import (
    Actuals,
    Proposal,
    actuals,
    proposals,
    with_durations,
    with_paces,
)
from ...workorders.history import ClosedIntervention
from ...workorders.rule_versions import RuleVersion
from ..conditions import Where
from ..ports import Workspace
from ..rule_versions import import_rules, rule_book_of, rule_texts

CATALOGUE = "catalogue.yaml"
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Recalibration:
    """The actual times of the year before a day, and the standards that they lead to."""

    first_day: date
    last_day: date
    actuals: tuple[Actuals, ...]
    proposals: tuple[Proposal, ...]


def recalibration(workspace: Workspace, day: date, *, least_jobs: int) -> Recalibration:
    """Return what the year before a day says of the standards in force; nothing is written."""
    start = day - _YEAR
    book = rule_book_of(workspace, day)
    within = Where("ended_at", at_least=datetime.combine(start, time()), below=datetime.combine(day, time()))
    history = workspace.all(ClosedIntervention, where=[within])
    return Recalibration(
        first_day=start,
        last_day=day - timedelta(days=1),
        actuals=actuals(history, catalogue=book.catalogue, resources=book.resources),
        proposals=proposals(
            history, catalogue=book.catalogue, resources=book.resources, least_jobs=least_jobs
        ),
    )


def accept_recalibration(
    workspace: Workspace,
    found: Recalibration,
    codes: Collection[str],
    *,
    valid_from: date,
    now: datetime,
    who: str,
) -> RuleVersion:
    """Store the proposed standards of some types as a new version of the rules from a day on.

    ``InputError`` when a type has no proposal that changes anything.
    """
    proposed = {one.code: one for one in found.proposals if one.is_changed}
    unknown = next((code for code in codes if code not in proposed), None)
    if unknown is not None or not codes:
        raise InputError("catalogue.no_proposal", found=unknown or "-", expected=", ".join(proposed) or "-")
    text = rule_texts(workspace, valid_from)[CATALOGUE]
    durations = {code: (proposed[code].new_p50_min, proposed[code].new_p80_min) for code in codes}
    paces = {code: pace for code in codes if (pace := proposed[code].new_each_min) is not None}
    text = with_paces(text, paces)
    return import_rules(
        workspace,
        {CATALOGUE: with_durations(text, durations, file=CATALOGUE)},
        valid_from=valid_from,
        now=now,
        who=who,
        note=f"{found.first_day} - {found.last_day}: {', '.join(sorted(codes))}",
        name="recalibrate",
    )
