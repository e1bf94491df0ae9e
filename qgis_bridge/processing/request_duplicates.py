# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:requestduplicates``: requests that may be about the same thing, joined by lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.answers import draw_duplicates
from .base import OutputLayer, RegardAlgorithm, Rows
from .desk_now import desk_now

if TYPE_CHECKING:
    from ...planner.ports import Workspace
    from ...workorders.requests import ServiceRequest

DUPLICATES = OutputLayer(
    name="DUPLICATES",
    label=lambda: tr("Possible duplicates"),
    explanation=lambda: tr(
        "A line from each request to an earlier one that it may repeat, how far and how late."
    ),
    kind=QgsWkbTypes.Type.LineString,
    fields=(
        ("request_id", "text"),
        ("repeats", "text"),
        ("distance_m", "real"),
        ("minutes_later", "integer"),
        ("address", "text"),
        ("repeats_address", "text"),
        ("repeats_order", "text"),
    ),
    style=draw_duplicates,
)


class RequestDuplicates(RegardAlgorithm):
    """Reads a workspace; writes nothing into it."""

    NEW_ONLY, COUNT = "NEW_ONLY", "DUPLICATE_COUNT"

    feature = "orders"
    section = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "requestduplicates"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Possible duplicates of requests")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds requests that may be about the same thing as an earlier one: near, soon after, and of a "
            "kind of work that goes with it. Nothing is merged."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterBoolean(self.NEW_ONLY, tr("Only new requests"), True),
            tr("Looks only at requests that are still new; they may repeat any earlier one."),
        )
        self.ask_layers([DUPLICATES])
        self.promise_numbers({self.COUNT: tr("Number of pairs")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look for duplicates and write the lines."""
        from ...planner.intake.register import doubles
        from ...planner.rule_versions import rule_book_of
        from ...workorders.requests import RequestState, ServiceRequest

        only = {"state": RequestState.NEW} if self.parameterAsBool(parameters, self.NEW_ONLY, context) else {}
        chosen = workspace.all(ServiceRequest, **only)
        found = doubles(workspace, chosen, rules=rule_book_of(workspace, desk_now(workspace).date()))
        rows = {DUPLICATES: lambda: _rows(workspace, found)}
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.COUNT: sum(map(len, found.values())),
        }


def _rows(workspace: Workspace, found: Mapping[str, tuple[str, ...]]) -> Rows:
    from shapely.geometry import LineString

    from ...planner.conditions import Where
    from ...workorders.requests import ServiceRequest

    wanted = sorted({*found, *(former for formers in found.values() for former in formers)})
    near = workspace.all(ServiceRequest, where=[Where("request_id", among=wanted)])
    known: dict[str, ServiceRequest] = {one.request_id: one for one in near}
    for key, formers in found.items():
        for one, former in ((known[key], known[earlier]) for earlier in formers):
            minutes = round((one.received_at - former.received_at).total_seconds() / 60)
            far = (round(one.place.distance(former.place), 1), minutes)
            said = (one.address, former.address, former.order_id)
            yield LineString([one.place, former.place]), (key, former.request_id, *far, *said)
