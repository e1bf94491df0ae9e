# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:kpiorders``: the orders behind an indicator, with what each adds to its measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, now_input, number_result, text_input
from ..use_case import Outcome, UseCase
from .indicators import CODE, PERIOD, TEAM, ZONE, narrowing_inputs, period_input

if TYPE_CHECKING:
    from ....planner.ports import Workspace

INDICATOR = "INDICATOR"
_NAMES = ("order", "zone", "code")

ORDERS = OutputLayer(
    name="ORDERS",
    label=lambda: tr("Orders behind the indicator"),
    explanation=lambda: tr("A table: what each order adds to each measure, one row a measure."),
    fields=(
        *(("order_id", "text"), ("zone", "text"), ("code", "text")),
        *(("measure", "text"), ("value", "real")),
    ),
)


class OrdersBehind(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "ORDER_COUNT"

    key = "kpiorders"
    section = "figures"
    layers = (ORDERS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Orders behind an indicator"), tr(
            "Lists the orders that an indicator of a week, month or year is reckoned from, with what each "
            "adds to its measures. Groups of too few people are refused."
        )

    def inputs(self) -> Inputs:
        """Yield the period, the indicator and what it is narrowed to."""
        yield period_input()
        yield text_input(INDICATOR, tr("Indicator"), tr("The code of the indicator."))
        yield from narrowing_inputs()
        yield now_input(tr("What is known at this moment counts. Empty: now."))

    def results(self) -> Results:
        """Yield how many orders there are."""
        yield number_result(self.COUNT, tr("Number of orders"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Find them."""
        from ....planner.figures.figures import Filters, orders_behind
        from ....steering.figures.periods import parse_period

        found = orders_behind(
            workspace,
            parse_period(given.text(PERIOD)),
            given.text(INDICATOR),
            filters=Filters(*(given.text(name) for name in (ZONE, TEAM, CODE))),
            as_of=given.now,
        )
        return Outcome({ORDERS: lambda: _rows(found)}, {self.COUNT: len(found)})


def _rows(found: Iterable[Mapping[str, object]]) -> Rows:
    for one in found:
        about = tuple(one[name] for name in _NAMES)
        for measure, value in one.items():
            if measure not in _NAMES:
                yield None, (*about, measure, value)
