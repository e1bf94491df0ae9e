# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees of orders: their steps laid out and reported done, and orders or steps that follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException

from ...labels import spoken_language
from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    changed_order_inputs,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
    whole_input,
)
from ..order_columns import order_rows, orders_layer
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.intake.order_tree import OrderTree
    from ....planner.ports import Workspace

STEP, FIRST, THEN, TREE = "STEP", "FIRST", "THEN", "TREE"
LEAST, MOST, COUNT = "MIN_LAG", "MAX_LAG", "STEP_COUNT"

ORDERS = orders_layer(
    "ORDERS", lambda: tr("Orders of the tree"), lambda: tr("The main order and those of its steps.")
)
STEPS = OutputLayer(
    name="STEPS",
    label=lambda: tr("Steps"),
    explanation=lambda: tr("A table: the steps in their order, what each follows, and when it was done."),
    fields=(
        *(("number", "integer"), ("key", "text"), ("label", "text"), ("where", "text")),
        *(("order_id", "text"), ("follows", "text"), ("due_at", "datetime"), ("done_at", "datetime")),
    ),
)


class _Tree(UseCase):
    """Base of those that hand a tree of orders out."""

    section = "orders"
    layers = (ORDERS, STEPS)

    def results(self) -> Results:
        """Yield how many steps there are."""
        yield number_result(COUNT, tr("Number of steps"))

    def tree(self, tree: OrderTree) -> Outcome:
        """Return orders and steps."""
        rows = {ORDERS: lambda: order_rows(tree.orders), STEPS: lambda: _step_rows(tree)}
        return Outcome(rows, {COUNT: len(tree.steps)})


class LayOutSteps(_Tree):
    """Writes steps, orders and links in one journaled command."""

    key = "layoutsteps"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Lay out the steps of an order"), tr(
            "Lays out the steps of an order's type of work, with the orders of their own that these ask for."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield from changed_order_inputs(tr("The number of a main order."))
        yield now_input(tr("When the steps are laid out. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Lay them out."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.intake.order_tree import lay_out_chain

        made = lay_out_chain(
            workspace,
            AssetBase(workspace),
            given.text(ORDER),
            rules=given.rules(workspace),
            now=given.now,
            who=self.who(),
            language=spoken_language(),
        )
        return self.tree(made)


class TreeOfOrder(_Tree):
    """Reads a workspace; writes nothing into it."""

    key = "ordertree"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Tree of an order"), tr("Shows the orders that belong together, their steps and links.")

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of any order of the tree."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Look it up."""
        from ....planner.intake.order_tree import order_tree

        return self.tree(order_tree(workspace, given.text(ORDER)))


class StepDone(_Tree):
    """Writes the step in one journaled command."""

    key = "stepdone"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Report a step done"), tr(
            "Reports a step of an order done; refused while what it follows is not."
        )

    def inputs(self) -> Inputs:
        """Yield the order and its step."""
        yield from changed_order_inputs(tr("The number of the order."))
        yield text_input(STEP, tr("Step"), tr("The number of the step, or its key."))
        yield now_input(tr("When it was done. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Report it."""
        from ....planner.intake.links import step_done
        from ....planner.intake.order_tree import order_tree

        step_done(workspace, given.text(ORDER), given.text(STEP), at=given.now, who=self.who())
        return self.tree(order_tree(workspace, given.text(ORDER)))


class LinkOrders(UseCase):
    """Writes the link in one journaled command."""

    LINK = "LINK"

    key = "linkorders"
    section = "orders"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Link orders"), tr(
            "Has an order start after the end of another one, or a step of an order follow another step. "
            "Refused where they would wait for each other in a circle."
        )

    def inputs(self) -> Inputs:
        """Yield what comes first, what comes after, and how far apart."""
        yield from _link_inputs()
        steps = tr("The names are those of steps of this order. Empty: they are orders.")
        yield text_input(TREE, tr("Steps of the order"), steps, optional=True)
        yield whole_input(LEAST, tr("Least minutes between them"), tr("For orders; none by default."))
        yield whole_input(MOST, tr("Most minutes between them"), tr("For orders; no limit by default."))

    def results(self) -> Results:
        """Yield the link."""
        yield text_result(self.LINK, tr("Link"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Link them."""
        from ....planner.intake.links import link_orders, link_steps

        first, then, tree = (given.text(name) for name in (FIRST, THEN, TREE))
        least, most = given.whole(LEAST), given.whole(MOST)
        if tree:
            if least or most is not None:
                raise QgsProcessingException(tr("Minutes between are for orders, not for steps."))
            link_steps(workspace, tree, first, then, who=self.who())
        else:
            link_orders(workspace, first, then, min_lag_min=least or 0, max_lag_min=most, who=self.who())
        return Outcome(values={self.LINK: f"{first}>{then}"})


class UnlinkOrders(UseCase):
    """Takes the link away in one journaled command."""

    LINK = "LINK"

    key = "unlinkorders"
    section = "orders"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Unlink orders"), tr("Takes away the link by which an order follows another one.")

    def inputs(self) -> Inputs:
        """Yield what comes first, and what comes after."""
        yield from _link_inputs()

    def results(self) -> Results:
        """Yield the link that is gone."""
        yield text_result(self.LINK, tr("Link"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Unlink them."""
        from ....planner.intake.links import unlink_orders

        gone = unlink_orders(workspace, given.text(FIRST), given.text(THEN), who=self.who())
        return Outcome(values={self.LINK: gone.link_id})


def _link_inputs() -> Inputs:
    yield text_input(FIRST, tr("First"), tr("What has to end before."))
    yield text_input(THEN, tr("Then"), tr("What starts after it."))


def _step_rows(tree: OrderTree) -> Rows:
    from ....workorders.intake.steps import due_by

    steps = tree.steps_by_id
    for one in tree.steps:
        follows = ", ".join(str(steps[before].number) for before in one.follows)
        where = (one.number, one.key, one.label, word(f"where.{one.where}"))
        yield None, (*where, one.order_id, follows, due_by(steps, one), one.done_at)
