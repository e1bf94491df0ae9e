# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:alternatives``: what stands in for missing people or means, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import means_text
from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import ORDER, Given, Inputs, Results, day_input, now_input, number_result, order_input
from ..use_case import Outcome, UseCase
from ..who import ids_of, named

if TYPE_CHECKING:
    from ....planner.agent_names import Names
    from ....planner.ports import Workspace
    from ....planner.running.alternatives import Alternative

DAY, COUNT = "DAY", "WAY_COUNT"

WAYS = OutputLayer(
    name="WAYS",
    label=lambda: tr("Alternatives"),
    explanation=lambda: tr("A table, the cheapest in time first: who, when, what it costs, and how late."),
    fields=(
        *(("order_id", "text"), ("kind", "text"), ("way", "text"), ("day", "text"), ("start", "datetime")),
        *(("agents", "text"), ("agent_names", "text"), ("company", "text"), ("equipment", "text")),
        *(("cost_min", "integer"), ("price_eur", "real"), ("late_min", "integer"), ("parts_min", "text")),
    ),
)


class FindAlternatives(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "alternatives"
    feature = "plan"
    section = "people"
    layers = (WAYS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Alternatives to a missing means"), tr(
            "Lists what stands in when an order cannot be made as wanted on a day: another agent or day, a "
            "neighbour zone, a split, a subcontractor, somebody on call, hire; each with its costs."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the day."""
        yield order_input(tr("The number of the order."))
        yield day_input(DAY, tr("Day"), tr("The day on which it is wanted."))
        yield now_input(tr("Nothing begins before this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many ways there are."""
        yield number_result(COUNT, tr("Number of ways"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Find them."""
        from ....planner.agent_names import agent_names
        from ....planner.running.alternatives import find_alternatives

        order = given.text(ORDER)
        found = find_alternatives(workspace, order, day=given.some_day(DAY), now=given.now)
        called = agent_names(workspace)
        return Outcome({WAYS: lambda: _rows(order, found, called)}, {COUNT: len(found)})


def _rows(order: str, found: Iterable[Alternative], called: Names) -> Rows:
    for way in found:
        when = (order, way.kind, word(f"alternative.{way.kind}"), way.day.isoformat(), way.start)
        who = (
            ids_of(way.agents),
            named(way.agents, called),
            way.company,
            ", ".join(map(means_text, way.equipment)),
            way.cost_min,
        )
        parts = ", ".join(map(str, way.parts_min))
        yield None, (*when, *who, way.price_eur, way.late_min, parts)
