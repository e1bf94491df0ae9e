# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent's day on portrait A4 pages: map of the tour, what to load, and each stop with what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsPrintLayout, QgsProject, QgsRectangle, QgsVectorLayer

from ..workorders.requirements import hazard_messages
from . import prints
from .figures import day_text, distance_text, duration_text, time_text
from .labels import job_text, means_text
from .messages import counted, say, tr
from .page_flow import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, PageFlow
from .prints import Cell, Column
from .project import ATTRIBUTION
from .styles import palette

if TYPE_CHECKING:
    from ..planner.plans.tour_sheet import SheetStop, TourSheet

_HEADER_MM = 17.0
_MAP_MM = 96.0
_AROUND = 1.15
_LEAST_WIDTH_M = 400.0
_TEXT_PT = 8.5
_BY_AGENT = ("tours", "stops", "agents")
_BY_ORDER = ("orders", "outages", "footprints")
_WHOLE = "regard/whole"


def tour_sheet(project: QgsProject, layers: Mapping[str, QgsVectorLayer], sheet: TourSheet) -> QgsPrintLayout:
    """Return the layout of one agent's sheet.

    The layers are those of ``open_layers``, held by the project; tours, orders, cuts and digs are those of
    this agent alone from then on.
    """
    flow = PageFlow(project, f"tour {sheet.agent.agent_id}")
    _show_only(layers, sheet)
    _add_map(flow, layers, sheet)
    flow.heading(tr("To load"))
    flow.text(_load_text(sheet), _TEXT_PT, gap=3)
    flow.heading(tr("Stops"))
    flow.table(_columns(), [_row(one) for one in sheet.stops])
    for page in range(flow.pages):
        _frame(flow, sheet, page)
    return flow.layout


def _show_only(layers: Mapping[str, QgsVectorLayer], sheet: TourSheet) -> None:
    agent, day = sheet.agent.agent_id.replace("'", "''"), sheet.tour.day.isoformat()
    numbers = ", ".join("'{}'".format(one.order.order_id.replace("'", "''")) for one in sheet.stops)
    own = dict.fromkeys(_BY_ORDER, f'"order_id" IN ({numbers or "NULL"})')
    own |= dict.fromkeys(_BY_AGENT, f"\"agent_id\" = '{agent}' AND \"day\" = '{day}'")
    own["agents"] = f"\"agent_id\" = '{agent}'"
    for key in own.keys() & layers.keys():
        layer = layers[key]
        whole = layer.customProperty(_WHOLE)
        if whole is None:
            whole = layer.subsetString()
            layer.setCustomProperty(_WHOLE, whole)
        layer.setSubsetString(f"({whole}) AND {own[key]}" if whole else own[key])


def _add_map(flow: PageFlow, layers: Mapping[str, QgsVectorLayer], sheet: TourSheet) -> None:
    box = flow.box(MARGIN, flow.y, WIDTH, _MAP_MM)
    item = prints.add_map(flow.layout, box, list(layers.values()), _extent(sheet))
    prints.add_scale_bar(flow.layout, item, box.x + 3, box.y + _MAP_MM - 10)
    flow.y += _MAP_MM + 4


def _extent(sheet: TourSheet) -> QgsRectangle:
    extent = QgsRectangle()
    if sheet.tour.geometry is not None:
        extent.combineExtentWith(QgsRectangle(*sheet.tour.geometry.bounds))
    for one in sheet.stops:
        extent.combineExtentWith(one.stop.place.x, one.stop.place.y)
    extent.scale(_AROUND)
    if extent.width() < _LEAST_WIDTH_M:
        extent.grow((_LEAST_WIDTH_M - extent.width()) / 2)
    return extent


def _load_text(sheet: TourSheet) -> str:
    parts = [f"{count} × {means_text(name)}" for name, count in sheet.parts.items()]
    loaded = [*parts, *map(means_text, sheet.equipment)]
    return " · ".join(loaded) if loaded else tr("Nothing beside what is always in the van.")


def _columns() -> tuple[Column, ...]:
    return (
        Column("", 8, right=True),
        Column(tr("Hours"), 22),
        Column(tr("Work and place"), 62),
        Column(tr("To do and to take"), 50),
        Column(tr("Beware, and whom to see"), WIDTH - 142),
    )


def _row(one: SheetStop) -> list[Cell]:
    stop, order = one.stop, one.order
    hours = f"{time_text(stop.start)}–{time_text(stop.end)}\n{distance_text(stop.distance_m)}"
    # a call at the depot is elsewhere than the order that it is for
    address = "" if stop.task == "pick_up" else f"{order.address}\n"
    work = f"{order.priority.value} · {job_text(order)}\n{address}{order.order_id}"
    return [
        Cell(str(stop.sequence), bold=True),
        Cell(hours),
        Cell(work),
        Cell("\n".join(_tasks(one))),
        Cell("\n".join(_people(one)), ink=palette.INK),
    ]


def _tasks(one: SheetStop) -> Iterator[str]:
    """Yield what is to be operated and what to take at a stop."""
    valves = ", ".join(one.stop.valves)
    if one.stop.task == "close":
        yield tr("Close, in this order: {valves}").format(valves=valves)
    elif one.stop.task == "reopen":
        yield tr("Open again, in this order: {valves}").format(valves=valves)
    elif one.stop.task == "pick_up":
        yield tr("Call at the depot on the way, and load:")
        for name, _, count in (part.partition("=") for part in one.stop.parts):
            yield f"{count} × {means_text(name)}"
    else:
        if one.outage is not None:
            yield tr("Valves of the cut: {valves}").format(valves=", ".join(one.outage.close) or "–")
        for name, count in one.parts.items():
            yield f"{count} × {means_text(name)}"
        yield from map(means_text, one.order.equipment)


def _people(one: SheetStop) -> Iterator[str]:
    """Yield the dangers, who is cut off (sensitive ones by a number alone), and whom to call."""
    yield from (f"▲ {say(message)}" for message in hazard_messages(one.order.hazards))
    if one.outage is not None:
        yield counted(tr("{count} customers without water"), count=len(one.outage.customers))
        if one.outage.sensitive_customers:
            yield counted(
                tr("▲ {count} sensitive: see them first"), count=len(one.outage.sensitive_customers)
            )
    if one.request is not None and one.stop.task == "work":
        yield from filter(None, (one.request.caller, one.request.phone))


def _frame(flow: PageFlow, sheet: TourSheet, page: int) -> None:
    """Add the head and the foot of a page."""
    tour, layout = sheet.tour, flow.layout
    prints.add_panel(layout, flow.box(0, 0, PAGE_WIDTH, _HEADER_MM, page=page), palette.WATER_DEEP)
    title = f"{sheet.agent.name} · {day_text(tour.day)}"
    head = flow.box(MARGIN, 2.5, WIDTH, 7, page=page)
    prints.add_text(layout, head, title, 13, bold=True, colour="#ffffff")
    figures = counted(
        tr("{stops} stops · out {out} · back {back} · {way} · driving {driving} · on site {work}"),
        stops=tour.stops,
        out=time_text(tour.leaves_at),
        back=time_text(tour.returns_at),
        way=distance_text(tour.distance_m),
        driving=duration_text(tour.travel_s),
        work=duration_text(tour.work_s),
    )
    prints.add_text(layout, flow.box(MARGIN, 9.5, WIDTH, 6, page=page), figures, 8.5, colour="#ffffff")
    foot = flow.box(MARGIN, PAGE_HEIGHT - 12, WIDTH - 20, 8, page=page)
    disclaimer = tr("Open data never replaces the consultation of the network operators.")
    prints.add_text(layout, foot, f"{ATTRIBUTION} · {disclaimer}", 6.5, colour=palette.MUTED)
    number = tr("{page} of {pages}").format(page=page + 1, pages=flow.pages)
    right = flow.box(PAGE_WIDTH - MARGIN - 20, PAGE_HEIGHT - 12, 20, 5, page=page)
    prints.add_text(layout, right, number, 7, colour=palette.MUTED, right=True)
