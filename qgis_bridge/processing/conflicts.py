# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:conflicts``: the networks of other operators around a dig, and what to do about each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.cuts import style_footprints
from ..styles.findings import draw_networks_near
from ..wording import word
from .asset_rows import geometry_of
from .base import OutputLayer, Rows
from .place import PlaceAlgorithm

if TYPE_CHECKING:
    from ...planner.assets.asset_base import AssetBase
    from ...planner.ports import Workspace
    from ...planner.sites.network_questions import Surroundings

EXCAVATION = OutputLayer(
    name="EXCAVATION",
    label=lambda: tr("Excavation"),
    explanation=lambda: tr("The edge of the dig from which distances are measured."),
    kind=QgsWkbTypes.Type.Polygon,
    fields=(("order_id", "text"), ("area_m2", "real")),
    style=style_footprints,
)
NETWORKS = OutputLayer(
    name="NETWORKS",
    label=lambda: tr("Third-party networks"),
    explanation=lambda: tr(
        "Each network with its distance from the edge, the distance less the uncertainty of its class, and "
        "what must be done before digging."
    ),
    kind=QgsWkbTypes.Type.MultiLineString,
    fields=(
        ("asset_id", "text"),
        ("network_type", "text"),
        ("label", "text"),
        ("operator", "text"),
        ("emergency_phone", "text"),
        ("accuracy_class", "text"),
        ("is_sensitive", "boolean"),
        ("edge_m", "real"),
        ("effective_m", "real"),
        ("verdict", "text"),
        ("what_to_do", "text"),
    ),
    style=draw_networks_near,
)


class Conflicts(PlaceAlgorithm):
    """Reads the networks of a workspace; writes nothing into it."""

    ORDER, TRENCH_LENGTH_M, TRENCH_WIDTH_M = "ORDER", "TRENCH_LENGTH_M", "TRENCH_WIDTH_M"
    NETWORK_COUNT = "NETWORK_COUNT"

    feature = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "conflicts"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Find third-party networks around a dig")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the networks of other operators around the dig of an order, or around a trench at a "
            "point, with what must be done about each. Open data never replaces the consultation of "
            "the operators."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterString(self.ORDER, tr("Order"), optional=True),
            tr("The number of an order that digs: its excavation is the one that counts."),
        )
        self.ask_point()
        number = QgsProcessingParameterNumber
        for name, default, label, text in (
            (
                self.TRENCH_LENGTH_M,
                4.0,
                tr("Length of the trench, m"),
                tr("At a point: how long the trench is along the nearest pipe."),
            ),
            (
                self.TRENCH_WIDTH_M,
                2.0,
                tr("Width of the trench, m"),
                tr("At a point: how wide the trench is across the pipe."),
            ),
        ):
            size = number(name, label, number.Type.Double, default, minValue=0.1, maxValue=1000)
            self.ask(size, text)
        self.ask_layers([EXCAVATION, NETWORKS])
        self.promise_numbers({self.NETWORK_COUNT: tr("Number of networks")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look around the dig and write the layers."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.sites.network_questions import conflicts_at, conflicts_of_order

        order = self.parameterAsString(parameters, self.ORDER, context)
        point = self.read_point(parameters, context, workspace.crs)
        if bool(order) == (point is not None):
            raise QgsProcessingException(tr("Give either an order or a point."))
        base = AssetBase(workspace)
        if point is None:
            found = conflicts_of_order(workspace, base, order)
        else:
            length_m, width_m = (
                self.parameterAsDouble(parameters, name, context)
                for name in (self.TRENCH_LENGTH_M, self.TRENCH_WIDTH_M)
            )
            found = conflicts_at(base, point, length_m=length_m, width_m=width_m)
        _tell(found, feedback)
        dig = (order or None, found.excavation.area)
        rows = {
            EXCAVATION: lambda: [(found.excavation, dig)],
            NETWORKS: lambda: _networks(base, found),
        }
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.NETWORK_COUNT: len(found.conflicts),
        }


def _tell(found: Surroundings, feedback: QgsProcessingFeedback) -> None:
    for conflict in found.conflicts:
        named = f"{conflict.label or conflict.network_type} · {conflict.operator}"
        feedback.pushInfo(f"{named}: {word(f'verdict.{conflict.verdict}')}")
    feedback.pushWarning(tr("Open data never replaces the consultation of the operators."))


def _networks(base: AssetBase, found: Surroundings) -> Rows:
    if base.third_party is None:
        return
    import numpy as np

    ids, drawn = (np.asarray(base.third_party[name], dtype=object) for name in ("asset_id", "geometry"))
    place = geometry_of(ids, drawn, [conflict.asset_id for conflict in found.conflicts])
    for conflict in found.conflicts:
        said = word(f"verdict.{conflict.verdict}")
        values = [getattr(conflict, name) for name, _ in NETWORKS.fields[:-1]]
        yield place[conflict.asset_id], (*values, said)
