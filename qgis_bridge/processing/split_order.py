# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:splitorder``: one order becomes several parts, in one journaled command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import say, tr
from .base import OutputLayer, Rows
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.intake.split import Split
    from ...planner.intake.split_basis import SplitBasis
    from ...planner.ports import Workspace
    from ...workorders.intake.splitting import PartAsked

PARTS = OutputLayer(
    name="PARTS",
    label=lambda: tr("Parts"),
    explanation=lambda: tr("The parts where the order is; the first keeps its number."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("order_id", "text"),
        ("label", "text"),
        ("duration_min", "integer"),
        ("quantity", "real"),
        ("follows", "text"),
    ),
)
_MINUTES, _DAYS, _QUANTITY = range(3)


class SplitOrder(DayAlgorithm):
    """Writes the parts with what ties them; an undo of the workspace takes it back."""

    WAY, VALUES, IN_TURN, ONE_CUT, COUNT = "WAY", "VALUES", "IN_TURN", "ONE_CUT", "PART_COUNT"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "splitorder"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Split an order")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Makes parts of an order that has not left. Each keeps asset, priority, notice and cut, and "
            "is numbered after the order. The request closes with the last part."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of an order that is qualified, planned or rescheduled."))
        ways = [tr("minutes of each part"), tr("number of days, a part a day"), tr("quantity of each part")]
        self.ask(
            QgsProcessingParameterEnum(self.WAY, tr("Split by"), ways, defaultValue=_MINUTES),
            tr("What the values say."),
        )
        self.ask(
            QgsProcessingParameterString(self.VALUES, tr("Values")),
            tr("Numbers with commas, such as 180,150; of days a single number."),
        )
        self.ask(
            QgsProcessingParameterBoolean(self.IN_TURN, tr("Each part after the one before it"), True),
            tr("Otherwise the parts are made in any order."),
        )
        self.ask(
            QgsProcessingParameterBoolean(self.ONE_CUT, tr("One water cut for all, on one day"), False),
            tr("Otherwise each part has a cut of its own, and its customers are told of each."),
        )
        self.ask_now(tr("By which rules the order is split. Empty: now."))
        self.ask_layers([PARTS])
        self.promise_numbers({self.COUNT: tr("Number of parts")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Split the order and write its parts."""
        from ...planner.intake.split import SplitAsked, split_order
        from ...planner.intake.split_basis import split_basis

        order, now = self.read_order(parameters, context), self.read_now(parameters, context, workspace)
        basis = split_basis(workspace, order, now=now)
        way = self.parameterAsEnum(parameters, self.WAY, context)
        in_turn = self.parameterAsBool(parameters, self.IN_TURN, context)
        parts = _parts(basis, way, self.parameterAsString(parameters, self.VALUES, context))
        asked = SplitAsked(
            parts,
            in_turn=in_turn,
            lag_min=basis.rules.intake.split.overnight_min if way == _DAYS and in_turn else 0,
            one_cut=self.parameterAsBool(parameters, self.ONE_CUT, context),
        )
        version = basis.order.version
        made = split_order(workspace, order, asked, now=now, who=self.who(), seen_version=version)
        for note in made.notes:
            feedback.pushInfo(say(note))
        return {
            **self.write_layers(parameters, context, workspace.crs, {PARTS: lambda: _rows(made)}),
            self.COUNT: len(made.parts),
        }


def _parts(basis: SplitBasis, way: int, text: str) -> tuple[PartAsked, ...]:
    from ...workorders.intake.splitting import PartAsked, by_quantities, in_equal_parts

    try:
        values = [float(part) for part in text.split(",")]
    except ValueError:
        values = []
    is_whole = all(value == int(value) for value in values if abs(value) < float("inf"))
    if not values or (way != _QUANTITY and not is_whole) or (way == _DAYS and len(values) != 1):
        raise QgsProcessingException(
            tr("Values: found '{found}', expected numbers such as 180,150").format(found=text)
        )
    rules = basis.rules.intake.split
    if way == _DAYS:
        return in_equal_parts(basis.order, int(values[0]), rules)
    if way == _QUANTITY:
        return by_quantities(basis.order, values, rules)
    return tuple(PartAsked(int(value)) for value in values)


def _rows(made: Split) -> Rows:
    before = {link.second_id: link.first_id for link in made.links}
    own = {part.order_id for part in made.parts}
    for part in made.parts:
        follows = before.get(part.order_id, "")
        yield (
            part.place,
            (
                *(part.order_id, part.label, part.duration_min, part.quantity),
                follows if follows in own else "",
            ),
        )
