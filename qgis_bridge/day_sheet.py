# SPDX-License-Identifier: GPL-3.0-or-later
"""The day on one landscape A4 page: map, tours by agent, emergencies, what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer

from ..planner.intake.order_sheet import OrderSheet
from ..planner.plans.summary import DaySummary, LeftOut
from . import prints
from .figures import day_text, distance_text, duration_text, time_text
from .labels import job_text, reason_text
from .messages import counted, tr
from .prints import Box, Cell, Column
from .project import ATTRIBUTION, work_extent
from .styles import palette

_PAGE_MM = 297.0
_MARGIN = 8.0
_GAP = 5.0
_TOP = 21.0
_MAP = Box(_MARGIN, _TOP, 120, 177)
_RIGHT_X = _MAP.x + _MAP.width + _GAP
_RIGHT_MM = _PAGE_MM - _MARGIN - _RIGHT_X
_BOTTOM = _MAP.y + _MAP.height
_ORDER_MM = 34.0
_LEAST_LEFT_OUT_MM = 38.0
_TEXT_PT = 7.5


def day_sheet(
    project: QgsProject,
    layers: Mapping[str, QgsVectorLayer],
    summary: DaySummary,
    emergencies: Sequence[OrderSheet],
) -> QgsPrintLayout:
    """Return the sheet's layout; the layers are those of ``open_layers``, held by the project."""
    layout = prints.a4_landscape(project, "day sheet")
    _add_header(layout, summary)
    map_item = prints.add_map(layout, _MAP, list(layers.values()), work_extent(layers))
    prints.add_scale_bar(layout, map_item, _MAP.x + 3, _MAP.y + _MAP.height - 10)
    below = _add_tours(layout, Box(_RIGHT_X, _TOP, _RIGHT_MM, 84), summary) + _GAP
    most = _BOTTOM - below - _LEAST_LEFT_OUT_MM
    below = _add_emergencies(layout, Box(_RIGHT_X, below, _RIGHT_MM, most), emergencies) + _GAP
    _add_left_out(layout, Box(_RIGHT_X, below, _RIGHT_MM, _BOTTOM - below), summary)
    _add_footer(layout)
    return layout


def _add_header(layout: QgsPrintLayout, summary: DaySummary) -> None:
    prints.add_panel(layout, Box(0, 0, _PAGE_MM, 16), palette.WATER_DEEP)
    day = day_text(summary.plan.first_day) if summary.plan else tr("nothing planned yet")
    prints.add_text(
        layout,
        Box(_MARGIN, 3, 170, 10),
        tr("Day sheet · {day}").format(day=day),
        15,
        bold=True,
        colour="#ffffff",
    )
    figures = counted(
        tr("{orders} orders · {planned} planned · {left} left out · {customers} customers cut off"),
        orders=sum(summary.counts.values()),
        planned=sum(count for (state, _), count in summary.counts.items() if state == "planned"),
        left=len(summary.left_out),
        customers=summary.customers_cut,
    )
    prints.add_text(layout, Box(_MARGIN + 150, 3, 131, 10), figures, 8.5, colour="#ffffff", right=True)


def _add_tours(layout: QgsPrintLayout, box: Box, summary: DaySummary) -> float:
    columns = (
        Column("", 5),
        Column(tr("Agent"), box.width - 98),
        Column(tr("stops"), 13, right=True),
        Column(tr("out"), 13, right=True),
        Column(tr("back"), 13, right=True),
        Column(tr("way"), 17, right=True),
        Column(tr("driving"), 18, right=True),
        Column(tr("on site"), 19, right=True),
    )
    rows = [
        [
            Cell("", fill=tour.colour),
            Cell(agent.name, bold=True),
            Cell(str(tour.stops)),
            Cell(time_text(tour.leaves_at)),
            Cell(time_text(tour.returns_at)),
            Cell(distance_text(tour.distance_m)),
            Cell(duration_text(tour.travel_s)),
            Cell(duration_text(tour.work_s)),
        ]
        for agent, tour in summary.tours
    ]
    tours = [tour for _, tour in summary.tours]
    rows.append(
        [
            Cell(""),
            Cell(tr("Total"), bold=True),
            Cell(str(sum(t.stops for t in tours)), bold=True),
            Cell(""),
            Cell(""),
            Cell(distance_text(sum(t.distance_m for t in tours)), bold=True),
            Cell(duration_text(sum(t.travel_s for t in tours)), bold=True),
            Cell(duration_text(sum(t.work_s for t in tours)), bold=True),
        ]
    )
    return _add_titled_table(layout, box, tr("Tours"), columns, rows, empty=tr("No tour is planned."))


def _add_titled_table(
    layout: QgsPrintLayout,
    box: Box,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    empty: str,
) -> float:
    """Add a title and a table and return where they end; rows that do not fit are counted below it."""
    prints.add_text(layout, Box(box.x, box.y, box.width, 5), title, 9.5, bold=True, colour=palette.WATER_DEEP)
    if not rows:
        prints.add_text(layout, Box(box.x, box.y + 6, box.width, 5), empty, _TEXT_PT, colour=palette.MUTED)
        return box.y + 11
    inside = Box(box.x, box.y + 5.5, box.width, box.height - 10)
    used, shown = prints.add_table(layout, inside, columns, rows, size_pt=_TEXT_PT)
    if shown < len(rows):
        more = counted(tr("… and {count} more"), count=len(rows) - shown)
        prints.add_text(
            layout, Box(box.x, inside.y + used + 0.5, box.width, 4), more, _TEXT_PT, colour=palette.MUTED
        )
        used += 4.5
    return inside.y + used


def _add_emergencies(layout: QgsPrintLayout, box: Box, emergencies: Sequence[OrderSheet]) -> float:
    columns = (
        Column(tr("Order"), _ORDER_MM),
        Column(tr("Work"), 37),
        Column(tr("Address"), box.width - _ORDER_MM - 88),
        Column(tr("by"), 11, right=True),
        Column(tr("Who"), 40),
    )
    rows = [
        [
            Cell(sheet.order.order_id, bold=True, ink=palette.PRIORITY["P1"]),
            Cell(job_text(sheet.order)),
            Cell(sheet.order.address),
            Cell(time_text(sheet.order.due_at)),
            Cell(_crew_text(sheet), ink=palette.PRIORITY["P1"] if _is_late(sheet) else palette.INK),
        ]
        for sheet in emergencies
    ]
    return _add_titled_table(
        layout, box, tr("Emergencies (P1)"), columns, rows, empty=tr("No emergency today.")
    )


def _crew_text(sheet: OrderSheet) -> str:
    if not sheet.work:
        return tr("nobody")
    return f"{time_text(sheet.work[0][0].start)} {', '.join(agent.name for _, agent in sheet.work)}"


def _is_late(sheet: OrderSheet) -> bool:
    return bool(sheet.work) and sheet.work[0][0].start > sheet.order.due_at


def _add_left_out(layout: QgsPrintLayout, box: Box, summary: DaySummary) -> float:
    columns = (
        Column(tr("Order"), _ORDER_MM),
        Column("", 7),
        Column(tr("Work"), 45),
        Column(tr("Why"), box.width - _ORDER_MM - 52),
    )
    rows = [
        [
            Cell(left_out.order.order_id, bold=True),
            Cell(
                left_out.order.priority.value, ink=palette.PRIORITY[left_out.order.priority.value], bold=True
            ),
            Cell(job_text(left_out.order)),
            Cell(_why(left_out)),
        ]
        for left_out in summary.left_out
    ]
    _add_titled_table(
        layout, box, tr("Left out, and why"), columns, rows, empty=tr("Every order is planned.")
    )


def _why(left_out: LeftOut) -> str:
    """Return the reason that rules out most agents, and how many it rules out."""
    if not left_out.reasons:
        return ""
    code, detail, times = left_out.reasons[0]
    return f"{reason_text(code, detail)} (× {times})"


def _add_footer(layout: QgsPrintLayout) -> None:
    disclaimer = tr("Open data never replaces the consultation of the network operators.")
    prints.add_text(
        layout,
        Box(_MARGIN, 201, _PAGE_MM - 2 * _MARGIN, 5),
        f"{ATTRIBUTION} · {disclaimer}",
        6.5,
        colour=palette.MUTED,
    )
