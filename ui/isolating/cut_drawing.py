# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a cut over the map: mains, plan B, valves by number and state, customers, hydrants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

from ...qgis_bridge.styles import palette
from ..map_highlight import MapHighlight, Stroke, paint_tag

_VALVE = 12.0
_REACH = 15.0
_SPOT = 3.5
_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place of the map.

    ``kind`` is ``to_close``, ``already_closed`` or ``unusable`` for the valve called ``name``; ``hydrant``,
    ``customer`` or ``sensitive``.
    """

    kind: str
    place: QgsPointXY
    name: str = ""
    text: str = ""


class CutDrawing(MapHighlight):
    """Leaves layers, legend and project as they are; every kind of mark has a shape of its own."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.marks: tuple[Mark, ...] = ()
        self._painters: Mapping[str, Callable[[QPainter, QPointF, str], None]] = MappingProxyType(
            {
                "customer": _paint_customer,
                "sensitive": _paint_sensitive,
                "hydrant": _paint_hydrant,
                "already_closed": _paint_closed,
                "to_close": _paint_to_close,
                "unusable": _paint_unusable,
            }
        )

    def show_cut(self, place: QgsPointXY | None, strokes: Sequence[Stroke], marks: Sequence[Mark]) -> None:
        """Draw a cut in place of the one before; without a place nothing is drawn."""
        self.marks = tuple(marks)
        self.show_order(place, strokes)

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint the mains below, valves on top."""
        super().paint(painter)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, paint in self._painters.items():
            for mark in self.marks:
                if mark.kind == kind:
                    paint(painter, self.toCanvasCoordinates(mark.place), mark.text)
        painter.restore()

    def valve_at(self, pixel: QPoint) -> str:
        """Return the valve whose mark is nearest to a pixel of the canvas; empty for none near."""
        found, nearest = "", _REACH
        for mark in self.marks:
            if mark.kind not in ("to_close", "already_closed", "unusable"):
                continue
            away = self.toCanvasCoordinates(mark.place) - QPointF(pixel)
            distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
            if distance <= nearest:
                found, nearest = mark.name, distance
        return found


def _paint_customer(painter: QPainter, centre: QPointF, _: str) -> None:
    painter.setPen(QPen(QColor("#ffffff"), 1.0))
    painter.setBrush(QColor(palette.CUT))
    painter.drawEllipse(centre, _SPOT, _SPOT)


def _paint_sensitive(painter: QPainter, centre: QPointF, _: str) -> None:
    painter.setPen(QPen(QColor("#ffffff"), 1.5))
    painter.setBrush(QColor(palette.PRIORITY["P1"]))
    arm, reach = 3.0, _SIZE
    corners = ((-arm, -reach), (arm, -reach), (arm, -arm), (reach, -arm), (reach, arm), (arm, arm))
    corners += tuple((-x, -y) for x, y in corners)
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


def _paint_hydrant(painter: QPainter, centre: QPointF, _: str) -> None:
    box = QRectF(centre.x() - _SIZE, centre.y() - _SIZE, 2 * _SIZE, 2 * _SIZE)
    painter.setPen(QPen(QColor("#ffffff"), 1.5))
    painter.setBrush(QColor("#c62828"))
    painter.drawRoundedRect(box, 2.0, 2.0)
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


def _paint_closed(painter: QPainter, centre: QPointF, _: str) -> None:
    painter.setPen(QPen(QColor(palette.CUT), 3.0))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(centre, _SIZE, _SIZE)


def _paint_to_close(painter: QPainter, centre: QPointF, text: str) -> None:
    paint_tag(painter, centre, text, radius_px=_VALVE)


def _paint_unusable(painter: QPainter, centre: QPointF, _: str) -> None:
    painter.setPen(QPen(QColor(palette.INK), 2.0))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(centre, _VALVE, _VALVE)
    arm = _VALVE * 0.55
    painter.setPen(QPen(QColor(palette.INK), 3.0))
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(arm, -arm), centre + QPointF(-arm, arm))
