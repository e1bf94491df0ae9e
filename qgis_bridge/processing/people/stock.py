# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts in vans and depots: what is there, moved, and what each tour of a day takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import means_text
from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import Given, Input, Inputs, Results, day_input, number_result, text_input, whole_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....core.resources import StockLine
    from ....planner.agent_names import Names
    from ....planner.ports import Workspace
    from ....planner.resources.stock import PickList

HOLDER, PART, DAY = "HOLDER", "PART", "DAY"

STOCK = OutputLayer(
    name="STOCK",
    label=lambda: tr("Stock"),
    explanation=lambda: tr("A table: what each van and depot holds of each part."),
    fields=(
        *(("holder", "text"), ("holder_name", "text"), ("part", "text"), ("label", "text")),
        ("quantity", "integer"),
    ),
)
PICKS = OutputLayer(
    name="PICKS",
    label=lambda: tr("Pick lists"),
    explanation=lambda: tr(
        "A table by tour: each part of each order, from the van, from the depot and when, or to be ordered."
    ),
    fields=(
        *(
            ("agent_id", "text"),
            ("agent", "text"),
            ("depot", "text"),
            ("at", "datetime"),
            ("order_id", "text"),
        ),
        *(("part", "text"), ("label", "text"), ("needed", "integer"), ("from_van", "integer")),
        *(("from_depot", "integer"), ("to_order", "integer"), ("supply", "text")),
    ),
)


class ListStock(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "stock"
    section = "people"
    layers = (STOCK,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Stock of vans and depots"), tr("Lists the parts that vans and depots hold.")

    def inputs(self) -> Inputs:
        """Yield the holder and the part."""
        holder = tr("Only those of this van (its agent) or depot, by its id. Empty: all.")
        yield text_input(HOLDER, tr("Van or depot"), holder, optional=True)
        yield _part_input(optional=True)

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.agent_names import holder_names
        from ....planner.resources.stock import stock

        found = stock(workspace, holder=given.text(HOLDER), part=given.text(PART))
        called = holder_names(workspace)
        return Outcome({STOCK: lambda: _stock_rows(found, called)})


class MoveStock(UseCase):
    """Writes both stocks in one journaled command."""

    ORIGIN, RECEIVER, QUANTITY = "FROM", "TO", "QUANTITY"

    key = "movestock"
    section = "people"
    layers = (STOCK,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Move parts"), tr(
            "Moves parts from a van or depot to another; refused where too few are there."
        )

    def inputs(self) -> Inputs:
        """Yield the part, how many, from where and to where."""
        yield _part_input()
        yield whole_input(self.QUANTITY, tr("Quantity"), tr("How many."), 1, least=1)
        yield text_input(self.ORIGIN, tr("From"), tr("The van (its agent) or depot that gives, by its id."))
        yield text_input(self.RECEIVER, tr("To"), tr("The van (its agent) or depot that gets, by its id."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Move them."""
        from ....planner.agent_names import holder_names
        from ....planner.resources.stock import move_stock

        lines = move_stock(
            workspace,
            given.text(PART),
            given.whole(self.QUANTITY) or 1,
            origin=given.text(self.ORIGIN),
            target=given.text(self.RECEIVER),
            who=self.who(),
        )
        called = holder_names(workspace)
        return Outcome({STOCK: lambda: _stock_rows(lines, called)})


class PickLists(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "TO_ORDER_COUNT"

    key = "picklists"
    section = "people"
    layers = (PICKS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Pick lists of a day"), tr(
            "Shows what each tour of a day takes: from the van, from the depot and when, and what is to be "
            "ordered."
        )

    def inputs(self) -> Inputs:
        """Yield the day."""
        yield day_input(DAY, tr("Day"), tr("A day of the plan in force."))

    def results(self) -> Results:
        """Yield how many parts are to be ordered."""
        yield number_result(self.COUNT, tr("Parts to order"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Make them."""
        from ....planner.agent_names import agent_names
        from ....planner.resources.stock import pick_lists

        found = pick_lists(workspace, given.some_day(DAY))
        to_order = sum(sum(own.to_order.values()) for own in found)
        called = agent_names(workspace)
        return Outcome({PICKS: lambda: _pick_rows(found, called)}, {self.COUNT: to_order})


def _part_input(*, optional: bool = False) -> Input:
    return text_input(PART, tr("Part"), tr("The part, by its name in means.yaml."), optional=optional)


def _stock_rows(lines: Iterable[StockLine], called: Names) -> Rows:
    for line in lines:
        whose = (line.holder, called.get(line.holder, line.holder))
        yield None, (*whose, line.part, means_text(line.part), line.quantity)


def _pick_rows(lists: Iterable[PickList], called: Names) -> Rows:
    for own in lists:
        who = (own.agent_id, called.get(own.agent_id, own.agent_id))
        for need in own.needs:
            part = (need.order_id, need.part, means_text(need.part), need.needed)
            where = (need.from_van, need.from_depot, need.to_order, word(f"supply.{need.supply.value}"))
            yield None, (*who, own.depot_id, own.at, *part, *where)
