# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:isolate``: the valves to close to shut off a place, and what loses water."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..messages import say, tr
from ..styles.cuts import draw_customers, draw_cut, style_valves_to_close
from .base import FeedbackProgress, RegardAlgorithm
from .styling import style_when_loaded

if TYPE_CHECKING:
    from ...network.results import Isolation
    from ...planner.asset_base import AssetBase
    from ...planner.ports import Workspace

_LEEWAY_M = 0.01
_PIPE_FIELDS = (("asset_id", "text"), ("material", "text"), ("diameter_mm", "real"), ("length_m", "real"))
_VALVE_FIELDS = (("asset_id", "text"), ("number", "integer"))
_CUSTOMER_FIELDS = (
    ("asset_id", "text"),
    ("customer_ref", "text"),
    ("is_sensitive", "boolean"),
    ("address", "text"),
)


class Isolate(RegardAlgorithm):
    """Reads the network of a workspace; writes nothing into it."""

    ASSET, POINT, UNUSABLE = "ASSET", "POINT", "UNUSABLE"
    PIPES, VALVES, CUSTOMERS = "PIPES", "VALVES", "CUSTOMERS"
    CUSTOMER_COUNT, LENGTH_M = "CUSTOMER_COUNT", "LENGTH_M"

    feature = "isolate"
    drawing = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "isolate"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Isolate a place")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the valves to close to shut off an asset or a point of the water network, the mains that "
            "run dry and the customers without water. Give the id of an asset or a point. Valves that cannot "
            "be used (stuck, under a car) are listed by id, separated by commas: the cut then extends to the "
            "next valves."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.add_workspace_parameter()
        self.addParameter(QgsProcessingParameterString(self.ASSET, tr("Asset id"), optional=True))
        self.addParameter(QgsProcessingParameterPoint(self.POINT, tr("or point"), optional=True))
        self.addParameter(
            QgsProcessingParameterString(self.UNUSABLE, tr("Valves that cannot be used"), optional=True)
        )
        for name, text, kind in (
            (self.PIPES, tr("Mains cut off"), QgsProcessing.SourceType.TypeVectorLine),
            (self.VALVES, tr("Valves to close"), QgsProcessing.SourceType.TypeVectorPoint),
            (self.CUSTOMERS, tr("Customers without water"), QgsProcessing.SourceType.TypeVectorPoint),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind))
        self.addOutput(QgsProcessingOutputNumber(self.CUSTOMER_COUNT, tr("Number of customers")))
        self.addOutput(QgsProcessingOutputNumber(self.LENGTH_M, tr("Length cut off, m")))

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Trace and write the three outputs."""
        from ...planner.asset_base import AssetBase
        from ...planner.network_questions import isolate_place

        asset = self.parameterAsString(parameters, self.ASSET, context)
        point = self._point(parameters, context, workspace.crs)
        if not asset and point is None:
            raise QgsProcessingException(tr("Give the id of an asset, or a point."))
        progress = FeedbackProgress(feedback)
        progress.report(0.1, tr("Building the network"))
        base = AssetBase(workspace)
        unusable = self._unusable(parameters, context)
        found = isolate_place(base, asset=asset or None, point=point, unusable=unusable)
        progress.check()
        _tell(found, feedback)
        return self._write(parameters, context, base, found, workspace.crs)

    def _point(self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str) -> Any:
        if parameters.get(self.POINT) in (None, ""):
            return None
        from shapely.geometry import Point

        place = self.parameterAsPoint(parameters, self.POINT, context, QgsCoordinateReferenceSystem(crs))
        return Point(place.x(), place.y())

    def _unusable(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        text = self.parameterAsString(parameters, self.UNUSABLE, context)
        return [part.strip() for part in text.split(",") if part.strip()]

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        base: AssetBase,
        found: Isolation,
        crs: str,
    ) -> dict[str, Any]:
        contents = (
            (self.PIPES, _PIPE_FIELDS, QgsWkbTypes.Type.MultiLineString, _pipes),
            (self.VALVES, _VALVE_FIELDS, QgsWkbTypes.Type.Point, _valves),
            (self.CUSTOMERS, _CUSTOMER_FIELDS, QgsWkbTypes.Type.Point, _customers),
        )
        outputs = {
            name: self.fill_sink(
                parameters, name, context, fields=fields, kind=kind, crs=crs, rows=rows(base, found)
            )
            for name, fields, kind, rows in contents
        }
        style_when_loaded(context, outputs[self.PIPES], draw_cut)
        style_when_loaded(context, outputs[self.VALVES], style_valves_to_close)
        style_when_loaded(context, outputs[self.CUSTOMERS], draw_customers)
        return {**outputs, self.CUSTOMER_COUNT: found.customer_count, self.LENGTH_M: found.length_m}


def _tell(found: Isolation, feedback: QgsProcessingFeedback) -> None:
    close = tr("Close: {valves}").format(valves=", ".join(found.close) or "-")
    cost = tr(
        "{customers} customers without water, {sensitive} of them sensitive; {length} m of mains cut off"
    )
    feedback.pushInfo(close)
    feedback.pushInfo(
        cost.format(
            customers=found.customer_count,
            sensitive=len(found.sensitive_customers),
            length=round(found.length_m),
        )
    )
    if found.hydrants:
        feedback.pushInfo(
            tr("Hydrants out of service: {hydrants}").format(hydrants=", ".join(found.hydrants))
        )
    for note in found.notes:
        feedback.pushWarning(say(note))


def _pipes(base: AssetBase, found: Isolation) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    from shapely import force_2d
    from shapely.geometry import MultiLineString

    from ...network.roles import Role

    cut = found.geometry.buffer(_LEEWAY_M)
    frame = base.frames[Role.WATER_PIPE].set_index("asset_id")
    for pipe in found.pipes:
        row = frame.loc[pipe]
        part = force_2d(row.geometry).intersection(cut)
        geometry = MultiLineString([part]) if part.geom_type == "LineString" else part
        yield geometry, (pipe, str(row.material), _number(row.diameter_mm), part.length)


def _valves(base: AssetBase, found: Isolation) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    from ...network.roles import Role

    frame = base.frames[Role.VALVE].set_index("asset_id")
    for number, valve in enumerate(found.close, start=1):
        yield frame.loc[valve].geometry, (valve, number)


def _customers(base: AssetBase, found: Isolation) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    from ...network.roles import Role

    if not found.customers:
        return
    frame = base.frames[Role.DELIVERY_POINT].set_index("asset_id")
    sensitive = set(found.sensitive_customers)
    for customer in sorted(found.customers, key=lambda c: (c not in sensitive, c)):
        row = frame.loc[customer]
        yield row.geometry, (customer, str(row.customer_ref), customer in sensitive, str(row.address))


def _number(value: float) -> float | None:
    return None if value != value else float(value)
