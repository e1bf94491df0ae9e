# SPDX-License-Identifier: GPL-3.0-or-later
"""Planned against done, and why orders got another day: by cause, type of work and team, never by person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...labels import job_labels, rules_read, spoken_language
from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, number_result, period_inputs
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.life.variance import Pareto, Tally, Variance

TALLIES = OutputLayer(
    name="TALLIES",
    label=lambda: tr("Planned against done"),
    explanation=lambda: tr("A table: all orders, then those of each type of work, then those of each zone."),
    fields=(
        *(("by", "text"), ("group", "text"), ("label", "text"), ("planned", "integer")),
        *(("done", "integer"), ("not_done", "integer"), ("open", "integer")),
    ),
)
CAUSES = OutputLayer(
    name="CAUSES",
    label=lambda: tr("Causes"),
    explanation=lambda: tr("A table: how many orders were not done for which cause."),
    fields=(("cause", "text"), ("label", "text"), ("count", "integer")),
)
MISSED = OutputLayer(
    name="MISSED",
    label=lambda: tr("Orders not done"),
    explanation=lambda: tr("A table: each order that was not done, why, and what the field said."),
    fields=(
        *(("order_id", "text"), ("code", "text"), ("zone", "text"), ("cause", "text")),
        *(("label", "text"), ("comment", "text")),
    ),
)
PARETO = OutputLayer(
    name="PARETO",
    label=lambda: tr("Causes of postponements"),
    explanation=lambda: tr("A table, the most frequent first: how many, and the share up to there."),
    fields=(
        *(("cause", "text"), ("label", "text"), ("group", "text"), ("count", "integer")),
        ("cumulated_share", "real"),
    ),
)


class Outcomes(UseCase):
    """Reads a workspace; writes nothing into it."""

    PLANNED, DONE, NOT_DONE = "PLANNED_COUNT", "DONE_COUNT", "NOT_DONE_COUNT"

    key = "outcomes"
    section = "figures"
    layers = (TALLIES, CAUSES, MISSED)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Planned against done"), tr(
            "Holds what was planned on some days against what was done: in all, by cause, type of work and "
            "zone. Nobody is ranked."
        )

    def inputs(self) -> Inputs:
        """Yield the days."""
        yield from period_inputs()

    def results(self) -> Results:
        """Yield the whole."""
        yield number_result(self.PLANNED, tr("Orders planned"))
        yield number_result(self.DONE, tr("Orders done"))
        yield number_result(self.NOT_DONE, tr("Number of orders not done"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Count them."""
        from ....planner.life.outcomes import planned_against_done

        found = planned_against_done(workspace, *given.period())
        rows = {
            TALLIES: lambda: _tally_rows(found),
            CAUSES: lambda: _cause_rows(found.by_cause),
            MISSED: lambda: _missed_rows(found),
        }
        whole = found.whole
        values = {self.PLANNED: whole.planned, self.DONE: whole.done, self.NOT_DONE: whole.not_done}
        return Outcome(rows, values)


class Postponements(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "POSTPONED_COUNT"

    key = "postponements"
    section = "figures"
    layers = (PARETO,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Why orders got another day"), tr(
            "Counts the causes for which orders got another day, the most frequent first."
        )

    def inputs(self) -> Inputs:
        """Yield the days."""
        yield from period_inputs()

    def results(self) -> Results:
        """Yield how many there were."""
        yield number_result(self.COUNT, tr("Number of postponements"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Count them."""
        from ....planner.life.outcomes import postponements

        found = postponements(workspace, *given.period())
        return Outcome({PARETO: lambda: _pareto_rows(found)}, {self.COUNT: found.total})


def _cause(code: str) -> str:
    known = rules_read().life.not_done
    return known[code].label.spoken(spoken_language()) if code in known else code


def _job(code: str) -> str:
    known = job_labels()
    return known[code].spoken(spoken_language()) if code in known else code


def _tally_rows(found: Variance) -> Rows:
    yield None, ("all", "", tr("All orders"), *_counts(found.whole))
    for code, tally in found.by_type.items():
        yield None, ("type", code, _job(code), *_counts(tally))
    for zone, tally in found.by_team.items():
        yield None, ("zone", zone, zone, *_counts(tally))


def _counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.planned, tally.done, tally.not_done, tally.open


def _cause_rows(causes: Mapping[str, int]) -> Rows:
    for code, count in causes.items():
        yield None, (code, _cause(code), count)


def _missed_rows(found: Variance) -> Rows:
    for one in found.missed:
        yield None, (one.order_id, one.code, one.team, one.cause, _cause(one.cause), one.comment)


def _pareto_rows(found: Pareto) -> Rows:
    for row in found.rows:
        group = word(f"cause_group.{row.group}")
        yield None, (row.cause, _cause(row.cause), group, row.count, row.cumulated_share)
