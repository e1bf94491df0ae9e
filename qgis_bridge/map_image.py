# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the town with the day's tours: map, tours by agent, legend, scale bar, attribution."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer

from ..planner.plans.summary import DaySummary
from . import prints
from .figures import day_text, distance_text
from .messages import counted, tr
from .prints import Box, Cell, Column
from .project import ATTRIBUTION, work_extent
from .styles import palette

_MAP = Box(0, 0, 229, 210)
_PANEL = Box(229, 0, 68, 210)


def map_image(
    project: QgsProject, layers: Mapping[str, QgsVectorLayer], summary: DaySummary
) -> QgsPrintLayout:
    """Return the picture's layout; the layers are those of ``open_layers``, held by the project."""
    layout = prints.a4_landscape(project, "map")
    map_item = prints.add_map(layout, _MAP, list(layers.values()), work_extent(layers))
    map_item.setFrameEnabled(False)
    prints.add_panel(layout, _PANEL, "#ffffff")
    left = _PANEL.x + 5
    width = _PANEL.width - 10
    prints.add_text(layout, Box(left, 8, width, 9), tr("Tours of the day"), 17, bold=True)
    prints.add_text(layout, Box(left, 17, width, 6), _day(summary), 10, colour=palette.MUTED)
    prints.add_text(layout, Box(left, 24, width, 6), _figures(summary), 8.5)
    used, _ = prints.add_table(layout, Box(left, 33, width, 80), _columns(), _rows(summary), size_pt=8)
    legend = {layers[key]: title for key, title in _legend().items() if key in layers}
    prints.add_legend(layout, map_item, legend, left, 33 + used + 3)
    prints.add_scale_bar(layout, map_item, 6, 198)
    prints.add_text(layout, Box(left, 201, width, 5), ATTRIBUTION, 6.5, colour=palette.MUTED)
    return layout


def _columns() -> tuple[Column, ...]:
    return (
        Column("", 5),
        Column(tr("Agent"), 25),
        Column(tr("stops"), 12, right=True),
        Column(tr("way"), 16, right=True),
    )


def _legend() -> dict[str, str]:
    return {
        "orders": tr("Orders (hollow: not planned)"),
        "outages": tr("Mains cut off"),
        "water_pipes": tr("Mains"),
    }


def _rows(summary: DaySummary) -> list[list[Cell]]:
    return [
        [
            Cell("", fill=tour.colour),
            Cell(agent.name),
            Cell(str(tour.stops)),
            Cell(distance_text(tour.distance_m)),
        ]
        for agent, tour in summary.tours
    ]


def _day(summary: DaySummary) -> str:
    return day_text(summary.plan.first_day) if summary.plan else tr("nothing planned yet")


def _figures(summary: DaySummary) -> str:
    return counted(
        tr("{stops} stops · {tours} tours · {way}"),
        stops=sum(tour.stops for _, tour in summary.tours),
        tours=len(summary.tours),
        way=distance_text(sum(tour.distance_m for _, tour in summary.tours)),
    )
