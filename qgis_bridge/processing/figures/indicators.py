# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:figures``: the indicators of a week, month or year, with zones, teams and types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...labels import rules_read, spoken_language
from ...messages import say, tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Input, Inputs, Results, now_input, number_result, text_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

PERIOD, INDICATORS, ZONE, TEAM, CODE = "PERIOD", "INDICATORS", "ZONE", "TEAM", "CODE"

FIGURES = OutputLayer(
    name="FIGURES",
    label=lambda: tr("Figures of the period"),
    explanation=lambda: tr(
        "A table: each indicator with its value, target, the period before and the year before, then its "
        "value for each zone, team and type of work."
    ),
    fields=(
        *(("period", "text"), ("indicator", "text"), ("name", "text"), ("unit", "text")),
        *(("group", "text"), ("value", "real"), ("previous", "real"), ("year_before", "real")),
        *(("target", "real"), ("formula", "text"), ("sentence", "text")),
    ),
)


class FiguresOfPeriod(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "FIGURE_COUNT"

    key = "figures"
    section = "figures"
    layers = (FIGURES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Figures of a period"), tr(
            "Shows the indicators of a week, month or year with target, the period before, the year before, "
            "and what drives each. Groups of too few people are not shown apart."
        )

    def inputs(self) -> Inputs:
        """Yield the period and what it is narrowed to."""
        yield period_input()
        codes = tr("The codes of the indicators, with commas between them. Empty: all.")
        yield text_input(INDICATORS, tr("Indicators"), codes, optional=True)
        yield from narrowing_inputs()
        yield now_input(tr("What is known at this moment counts. Empty: now."))

    def results(self) -> Results:
        """Yield how many indicators there are."""
        yield number_result(self.COUNT, tr("Number of indicators"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Reckon them."""
        from ....planner.figures.figures import Filters, figures_of
        from ....planner.figures.spoken import figure_table, names_of
        from ....steering.figures.periods import parse_period

        period, language = parse_period(given.text(PERIOD)), spoken_language()
        found = figures_of(
            workspace,
            period,
            indicators=given.texts(INDICATORS),
            filters=Filters(*(given.text(name) for name in (ZONE, TEAM, CODE))),
            as_of=given.now,
        )
        name_of = names_of(workspace, rules_read(), say, language=language)
        table = figure_table(found, period, say, name_of, language=language)
        return Outcome({FIGURES: lambda: _rows(table)}, {self.COUNT: len(found)})


def period_input() -> Input:
    """Return a week, month or year to give."""
    return text_input(PERIOD, tr("Period"), tr("A week, a month or a year: 2026-W23, 2026-06 or 2026."))


def narrowing_inputs() -> Inputs:
    """Yield what figures can be narrowed to: a zone, a crew, a type of work."""
    yield text_input(ZONE, tr("Zone"), tr("Only this zone, by its id. Empty: all."), optional=True)
    yield text_input(TEAM, tr("Team"), tr("Only this crew, by its id. Empty: all."), optional=True)
    kind = tr("Only this type of work, by its code. Empty: all.")
    yield text_input(CODE, tr("Type of work"), kind, optional=True)


def _rows(table: Iterable[Mapping[str, Any]]) -> Rows:
    for row in table:
        yield None, tuple(row.get(name) for name, _ in FIGURES.fields)
