# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:studyorder``: the maps asked again about an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...labels import spoken_language
from ...messages import tr
from ..inputs import ORDER, Given, Inputs, Results, changed_order_inputs, now_input, text_input, text_result
from ..order_columns import order_rows, orders_layer
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

ASSET = "ASSET"
ORDERS = orders_layer("ORDERS", lambda: tr("Order"), lambda: tr("The order as it is after the study."))


class StudyOrder(UseCase):
    """Writes what is found in one journaled command, where anything has changed."""

    key = "studyorder"
    section = "life"
    layers = (ORDERS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Study the place of an order"), tr(
            "Asks the maps again about an order that has not left: asset, cut, networks around its dig, "
            "works notice. An order that was imported is studied so before it is planned."
        )

    def inputs(self) -> Inputs:
        """Yield the order and its asset."""
        yield from changed_order_inputs(tr("The number of an order that has not left."))
        asset = tr(
            "The business id of the asset that it is about. Empty: the nearest one that fits its type."
        )
        yield text_input(ASSET, tr("Asset id"), asset, optional=True)
        yield now_input(tr("The notice is decided as of this moment. Empty: now."))

    def results(self) -> Results:
        """Yield the asset."""
        yield text_result(ASSET, tr("Asset id"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Study it."""
        from ....planner.life.study_order import study_order

        studied = study_order(
            workspace,
            given.text(ORDER),
            rules=given.rules(workspace),
            now=given.now,
            who=self.who(),
            asset_id=given.text(ASSET),
            language=spoken_language(),
        )
        return Outcome({ORDERS: lambda: order_rows([studied])}, {ASSET: studied.asset_id})
