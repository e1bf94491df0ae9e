# SPDX-License-Identifier: GPL-3.0-or-later
"""A printed page of the coverage in one hour: map, legend, scale, source of the roads (A4, landscape)."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject, QgsRectangle, QgsVectorLayer

from .messages import tr
from .prints import Box, a4_landscape, add_legend, add_map, add_scale_bar, add_text
from .styles import palette

_MARGIN = 10.0
_LEGEND_X = 222.0


def coverage_layout(
    project: QgsProject,
    areas: QgsVectorLayer,
    holes: QgsVectorLayer,
    hour: int,
    *,
    background: Sequence[QgsMapLayer] = (),
) -> QgsPrintLayout:
    """Return the page of an hour; ``background`` is drawn below the areas, its top layer first.

    The layers are cut down to the hour on the page alone: their own filters stay as they are.
    """
    shown = [_of_hour(layer, hour) for layer in (holes, areas)]
    layout = a4_landscape(project, tr("Coverage {hour}").format(hour=_clock(hour)))
    project.addMapLayers(shown, False)
    extent = QgsRectangle(areas.extent())
    extent.combineExtentWith(holes.extent())
    extent.scale(1.06)
    top = Box(_MARGIN, 8, 200, 9)
    add_text(layout, top, tr("Who can be where in how long"), 15, bold=True)
    text = tr("From {start} to {end}; along the roads, from where the agents are then")
    hours = text.format(start=_clock(hour), end=_clock(hour + 1))
    add_text(layout, Box(_MARGIN, 17, 200, 6), hours, 9, colour=palette.MUTED)
    item = add_map(layout, Box(_MARGIN, 25, 206, 172), [*shown, *background], extent)
    # in metres, whatever the project is in
    item.setCrs(areas.crs())
    item.zoomToExtent(extent)
    titles = dict(zip(shown, (tr("Holes in coverage"), tr("Reached in time")), strict=True))
    add_legend(layout, item, titles, _LEGEND_X, 25, size_pt=9)
    add_scale_bar(layout, item, _LEGEND_X, 170)
    credit = "© OpenStreetMap contributors, ODbL"
    add_text(layout, Box(_LEGEND_X, 188, 68, 8), credit, 7, colour=palette.MUTED)
    return layout


def _of_hour(layer: QgsVectorLayer, hour: int) -> QgsVectorLayer:
    copy = layer.clone()
    inside = f'"first_hour" <= {hour} AND "end_hour" > {hour}'
    before = layer.subsetString()
    copy.setSubsetString(f"({before}) AND {inside}" if before else inside)
    copy.temporalProperties().setIsActive(False)
    return copy


def _clock(hour: int) -> str:
    return f"{hour:02d}:00"
