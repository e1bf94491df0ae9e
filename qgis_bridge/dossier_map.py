# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of a dossier's plans: what is dug, measured and closed, over the layers of the workspace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from .compat import make_field
from .figures import number_text
from .geometry import to_qgis
from .messages import tr
from .styles.cuts import draw_cut, style_conflicts, style_footprints
from .styles.printed import style_printed_dimensions, style_printed_networks, style_printed_valves

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..planner.dossiers.facts import DossierFacts

# what of the workspace a plan shows, from the top to the bottom
_ABOVE = ("hydrants", "valves", "delivery_points")
_THIRD_PARTIES = ("answered", "third_parties")
_BELOW = (
    *("water_pipes", "service_pipes", "manholes", "gullies", "sewer_pipes", "sewer_connections"),
    *("roads", "buildings", "sea"),
)
# the least distance worth a measure on paper, metres
_WORTH_MEASURING_M = 0.05
# how far within a plan, as a share of its size, stands what lies beyond it
_WITHIN = 0.06


def prepare_layers(layers: Mapping[str, QgsVectorLayer]) -> None:
    """Restyle the layers of a workspace that are printed otherwise than shown; once for a batch."""
    for key in _THIRD_PARTIES:
        if key in layers:
            style_printed_networks(layers[key])


class DossierMap:
    """The layers of the plans of one order, from the top of the map to the bottom.

    ``size_mm`` is that of a plan on paper: a valve that the widest one does not reach stands at its edge.
    """

    def __init__(
        self, facts: DossierFacts, layers: Mapping[str, QgsVectorLayer], *, size_mm: tuple[float, float]
    ) -> None:
        crs = facts.crs
        place = facts.dig.outline.centroid if facts.dig else facts.sheet.order.place
        self.x, self.y = place.x, place.y
        reached = self.extent(*size_mm, facts.rules.scales.wide)
        self.valves = _memory(
            "Point", crs, tr("Valves to close"), _valves(facts, layers, reached), ("number", "valve")
        )
        self.measures = _memory("LineString", crs, tr("Dimensions"), _measures(facts), ("text",))
        self.dig = _memory("Polygon", crs, tr("Excavations"), _dig(facts), ())
        self.cut = _memory("MultiLineString", crs, tr("Mains cut off"), _cut(facts), ())
        self.near = _memory("MultiLineString", crs, tr("Networks near the digs"), _near(facts), ("verdict",))
        style_printed_valves(self.valves)
        style_printed_dimensions(self.measures)
        style_footprints(self.dig)
        draw_cut(self.cut)
        style_conflicts(self.near)
        self.base = layers

    def drawn(self, *, wide: bool) -> list[QgsVectorLayer]:
        """Return the layers to draw; the wide plan leaves the measures out."""
        own = [self.valves] if wide else [self.valves, self.measures]
        above = [self.base[key] for key in _ABOVE if key in self.base]
        third = [self.base[key] for key in _THIRD_PARTIES if key in self.base]
        below = [self.base[key] for key in _BELOW if key in self.base]
        return [*own, *above, *third, self.near, self.dig, self.cut, *below]

    def legend(self) -> dict[QgsVectorLayer, str]:
        """Return the layers that the legend explains, with their titles."""
        named = {
            "third_parties": tr("Networks of other operators"),
            "water_pipes": tr("Mains"),
            "sewer_pipes": tr("Sewers"),
        }
        own = {self.dig: self.dig.name(), self.valves: self.valves.name(), self.cut: self.cut.name()}
        shown = {layer: title for layer, title in own.items() if layer.featureCount()}
        return {**shown, **{self.base[key]: title for key, title in named.items() if key in self.base}}

    def extent(self, width_mm: float, height_mm: float, scale: int) -> QgsRectangle:
        """Return what a map of that size shows at a scale, with the dig in its middle."""
        half_x, half_y = width_mm / 2000 * scale, height_mm / 2000 * scale
        return QgsRectangle(self.x - half_x, self.y - half_y, self.x + half_x, self.y + half_y)


Shape = tuple[QgsGeometry, Sequence[Any]]


def _memory(kind: str, crs: str, title: str, shapes: Iterable[Shape], names: Sequence[str]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}", title, "memory")
    provider = layer.dataProvider()
    provider.addAttributes([make_field(name, "text") for name in names])
    layer.updateFields()
    for geometry, values in shapes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(list(values))
        provider.addFeature(feature)
    layer.updateExtents()
    return layer


def _valves(
    facts: DossierFacts, layers: Mapping[str, QgsVectorLayer], reached: QgsRectangle
) -> Iterable[Shape]:
    """Yield the valves to close; one beyond the plans at their edge, with how far it is from the dig."""
    if not facts.valves or "valves" not in layers:
        return
    number = {valve: place for place, valve in enumerate(facts.valves, start=1)}
    listed = ", ".join("'{}'".format(valve.replace("'", "''")) for valve in number)
    request = QgsFeatureRequest().setFilterExpression(f'"id_aep_vanne" IN ({listed})')
    for feature in layers["valves"].getFeatures(request):
        valve = str(feature["id_aep_vanne"])
        shape, said = QgsGeometry(feature.geometry()), valve
        there = shape.centroid().asPoint()
        if not reached.contains(there):
            said = f"{valve} → {number_text(there.distance(reached.center()))} m"
            shape = QgsGeometry.fromPointXY(_at_the_edge(there, reached))
        yield shape, (str(number[valve]), said)


def _at_the_edge(point: QgsPointXY, reached: QgsRectangle) -> QgsPointXY:
    """Return where the way from the middle of a plan to a point leaves it, a little within."""
    centre = reached.center()
    half_x, half_y = (1 - _WITHIN) * reached.width() / 2, (1 - _WITHIN) * reached.height() / 2
    x, y = point.x() - centre.x(), point.y() - centre.y()
    part = 1 / max(abs(x) / half_x, abs(y) / half_y)
    return QgsPointXY(centre.x() + x * part, centre.y() + y * part)


def _dig(facts: DossierFacts) -> Iterable[Shape]:
    if facts.dig is not None:
        yield to_qgis(facts.dig.outline), ()


def _cut(facts: DossierFacts) -> Iterable[Shape]:
    if facts.sheet.outage is not None:
        yield _multi(facts.sheet.outage.geometry), ()


def _near(facts: DossierFacts) -> Iterable[Shape]:
    for near in facts.sheet.conflicts:
        yield _multi(near.geometry), (near.verdict,)


def _multi(geometry: BaseGeometry) -> QgsGeometry:
    converted = to_qgis(geometry)
    converted.convertToMultiType()
    return converted


def _measures(facts: DossierFacts) -> Iterable[Shape]:
    """Yield the sides of the dig, and the way from its edge to each network to keep off, with lengths."""
    import shapely

    dig = facts.dig
    if dig is None:
        return
    for side, length_m in ((dig.length_side, dig.length_m), (dig.width_side, dig.width_m)):
        yield to_qgis(side), (f"{number_text(length_m, 2)} m",)
    for group in facts.near:
        near = group.nearest
        if near.verdict in ("in_corridor", "to_mark_out") and near.edge_m > _WORTH_MEASURING_M:
            way = shapely.shortest_line(dig.outline, near.geometry)
            yield to_qgis(way), (f"{number_text(near.edge_m, 2)} m",)
