# SPDX-License-Identifier: GPL-3.0-or-later
"""The map side of the selection: zoom to the order, draw what was found for it, select by clicking on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface

from ..qgis_bridge.day_filter import show_day_of
from ..qgis_bridge.geometry import to_qgis
from ..qgis_bridge.project import layers_by_key
from ..qgis_bridge.styles import palette
from .canvas_overlay import MapAttribution
from .map_highlight import MapHighlight, Stroke, Tag
from .view_state import ViewState

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..planner.intake.order_sheet import OrderSheet
    from ..workorders.orders import WorkOrder

_LEAST_M = 160.0
_NEAR_M = 15.0
_MARGIN = 1.25
_VALVE_SCALE = 800.0


class MapController:
    """Owns the highlight on the canvas; ``highlight`` exists between ``load`` and ``unload``."""

    def __init__(self, iface: QgisInterface, project: QgsProject, state: ViewState) -> None:
        self._canvas = iface.mapCanvas()
        self._project = project
        self._state = state
        self._orders: QgsVectorLayer | None = None
        self._attribution: MapAttribution | None = None
        self.highlight: MapHighlight | None = None

    def load(self) -> None:
        """Put the highlight on the canvas and listen to selections in the orders layer."""
        self.highlight = MapHighlight(self._canvas)
        self._attribution = MapAttribution(self._canvas)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.orders_changed.connect(self._on_day_changed)
        self._state.day_changed.connect(self._on_day_changed)
        self._project.layersWillBeRemoved.connect(self._on_layers_removed)
        self._on_workspace_changed()

    def unload(self) -> None:
        """Take the highlight off the canvas."""
        self._project.layersWillBeRemoved.disconnect(self._on_layers_removed)
        self._state.day_changed.disconnect(self._on_day_changed)
        self._state.orders_changed.disconnect(self._on_day_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self._unwatch_orders()
        self._canvas.scene().removeItem(self.highlight)
        self._canvas.scene().removeItem(self._attribution)
        self.highlight = self._attribution = None

    def show_order(self, sheet: OrderSheet | None, *, zoom: bool = True) -> None:
        """Highlight an order and zoom to it if asked; None takes the highlight away."""
        if sheet is None:
            self.highlight.show_order(None)
            return
        place = self.to_map(sheet.order.place).asPoint()
        self.highlight.show_order(place, list(self._strokes(sheet)), list(self._tags(sheet)))
        if zoom:
            self._zoom(sheet)

    def point_at(self, order: WorkOrder) -> None:
        """Put the ring of the selection around an order's place, and nothing else."""
        self.highlight.show_order(self.to_map(order.place).asPoint())

    def zoom_to_valve(self, valve: str) -> None:
        """Centre the map on one of the highlighted order's valves."""
        for tag_valve, place in self._valves(self._state.order_id):
            if tag_valve == valve:
                self._canvas.setCenter(place)
                self._canvas.zoomScale(_VALVE_SCALE)

    def mark(self, x: float, y: float) -> None:
        """Go to a place of the workspace and put the ring of the selection around it."""
        geometry = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        orders = layers_by_key(self._project).get("orders")
        if orders is not None:
            geometry.transform(self._transform(orders.crs()))
        self.highlight.show_order(geometry.asPoint())
        self._canvas.setCenter(geometry.asPoint())
        self._canvas.zoomScale(_VALVE_SCALE)

    def _strokes(self, sheet: OrderSheet) -> Iterator[Stroke]:
        if sheet.outage:
            cut = self.to_map(sheet.outage.geometry)
            yield Stroke(cut, palette.CUT, 14.0, 0.25)
            yield Stroke(cut, palette.CUT, 3.5)
        for trace in sheet.traces:
            yield Stroke(self.to_map(trace.geometry), palette.FOUL, 9.0, 0.45)
        near = self.to_map(
            (sheet.footprint.geometry if sheet.footprint else sheet.order.place).buffer(_NEAR_M)
        )
        for conflict in reversed(sheet.conflicts):
            if conflict.verdict != "consult":
                line = self.to_map(conflict.geometry).intersection(near)
                yield Stroke(line, palette.VERDICT[conflict.verdict], 10.0, 0.35)
                yield Stroke(line, palette.network_colour(conflict.network_type), 3.0)
        if sheet.footprint:
            yield Stroke(self.to_map(sheet.footprint.geometry), palette.DIG, 2.5)

    def _tags(self, sheet: OrderSheet) -> Iterator[Tag]:
        places = dict(self._valves(sheet.order.order_id)) if sheet.outage else {}
        for number, valve in enumerate(sheet.outage.close if sheet.outage else (), start=1):
            if valve in places:
                yield Tag(places[valve], str(number))

    def _valves(self, order_id: str) -> Iterator[tuple[str, QgsPointXY]]:
        layer = layers_by_key(self._project).get("valves_to_close")
        if layer is None:
            return
        wanted = order_id.replace("'", "''")
        request = QgsFeatureRequest().setFilterExpression(f"\"order_id\" = '{wanted}'")
        for feature in layer.getFeatures(request):
            geometry = QgsGeometry(feature.geometry())
            geometry.transform(self._transform(layer.crs()))
            yield str(feature["valve"]), geometry.asPoint()

    def _zoom(self, sheet: OrderSheet) -> None:
        extent = self.to_map(sheet.order.place.buffer(_LEAST_M / 2)).boundingBox()
        if sheet.outage and not sheet.outage.geometry.is_empty:
            extent.combineExtentWith(self.to_map(sheet.outage.geometry).boundingBox())
        extent.scale(_MARGIN)
        self._canvas.setExtent(QgsRectangle(extent))
        self._canvas.refresh()

    def to_map(self, geometry: BaseGeometry) -> QgsGeometry:
        """Return a stored geometry in the map's CRS."""
        converted = to_qgis(geometry)
        orders = layers_by_key(self._project).get("orders")
        if orders is not None:
            converted.transform(self._transform(orders.crs()))
        return converted

    def _transform(self, source: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(source, self._canvas.mapSettings().destinationCrs(), self._project)

    def _on_workspace_changed(self) -> None:
        self._attribution.setVisible(bool(self._state.url) and not self._project.fileName())
        self._unwatch_orders()
        self._orders = layers_by_key(self._project).get("orders")
        if self._orders is not None:
            self._orders.selectionChanged.connect(self._on_selected_on_map)

    def _on_day_changed(self) -> None:
        """Show the tours of the day; a plan in force of one day is shown whatever is planned next."""
        day, plan = self._state.day, self._state.plan
        if day is None or plan is None:
            return
        layers = layers_by_key(self._project)
        # a map that is being drawn while its layers get other rows and symbols has crashed QGIS
        self._canvas.stopRendering()
        if plan.is_latest and plan.holds(day):
            show_day_of(layers, day if plan.days > 1 else None)
        else:
            show_day_of(layers, day, plan_id=plan.plan_id)
        self._canvas.refresh()

    def _unwatch_orders(self) -> None:
        if self._orders is not None:
            self._orders.selectionChanged.disconnect(self._on_selected_on_map)
            self._orders = None

    def _on_layers_removed(self, layer_ids: list[str]) -> None:
        if self._orders is not None and self._orders.id() in layer_ids:
            self._unwatch_orders()

    def _on_selected_on_map(self, *_: object) -> None:
        chosen = self._orders.selectedFeatures()
        if len(chosen) == 1:
            self._state.select_order(str(chosen[0]["order_id"]))
