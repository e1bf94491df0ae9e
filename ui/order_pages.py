# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chain found for one order, as the pages of the ORDER dock (Qt rich text). Free of widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ..core.messages import Message
from ..qgis_bridge.figures import day_text, distance_text, duration_text, moment_text, number_text, time_text
from ..qgis_bridge.labels import job_text, means_text, reason_text, spoken_language
from ..qgis_bridge.messages import counted, say, tr
from ..qgis_bridge.wording import word
from .networks_page import networks_page
from .rich_text import bullets, heading, paragraph, table, words

if TYPE_CHECKING:
    from ..planner.intake.order_sheet import OrderSheet
    from ..planner.records import Outage, PlanStop

_SHOWN_CUSTOMERS = 60


@dataclass(frozen=True, slots=True)
class OrderPages:
    """The four pages, with how many things the second and third list."""

    asset: str
    cut: str
    cut_count: int
    networks: str
    networks_count: int
    tour: str


def order_pages(sheet: OrderSheet, names: Mapping[str, str], photos: str = "") -> OrderPages:
    """Return the pages of an order; ``names``: the agents by id, ``photos``: the part of the first page."""
    return OrderPages(
        asset=asset_page(sheet) + photos,
        cut=cut_page(sheet.outage),
        cut_count=len(sheet.outage.close) if sheet.outage else 0,
        networks=networks_page(sheet),
        networks_count=len(sheet.conflicts),
        tour=tour_page(sheet, names),
    )


def why_text(sheet: OrderSheet) -> str:
    """Return where an order's priority comes from, in one line."""
    order = sheet.order
    factors = [
        " ".join((word(f"factor.{name}"), number_text(value, 1)))
        for name, value in order.score_detail.items()
        if value
    ]
    return counted(
        tr("{score} points: {factors}"),
        score=number_text(order.score, 1),
        factors=" + ".join(factors) or tr("nothing aggravating"),
    )


def asset_page(sheet: OrderSheet) -> str:
    """Return the page about the asset, the work and the call."""
    from ..workorders.requirements import hazard_messages

    order = sheet.order
    rows = [
        (tr("Asset"), _asset(sheet)),
        (tr("Address"), escape(order.address)),
        (tr("Zone"), escape(order.zone)),
        (tr("Work"), f"<b>{escape(order.code)}</b> {escape(job_text(order))}"),
        (tr("On site"), _effort(sheet)),
        (tr("Why this long"), _why_this_long(sheet)),
        (tr("Skills"), words(map(means_text, order.skills))),
        (tr("Each of the crew"), words(map(means_text, order.crew_skills))),
        (tr("Equipment"), words(means_text(item) for item in order.equipment)),
        (tr("Parts"), words(f"{count} × {means_text(part)}" for part, count in order.parts.items())),
    ]
    hazards = [escape(say(message)) for message in hazard_messages(order.hazards)]
    parts = [table(rows)]
    if hazards:
        parts.append(heading(tr("Hazards")) + bullets(hazards))
    rules = tr("Judged by the rules: {version}").format(version=escape(order.rules_version))
    parts += [_traces(sheet), _request(sheet), f"<p><small>{rules}</small></p>"]
    return "".join(parts)


def _asset(sheet: OrderSheet) -> str:
    order = sheet.order
    if not order.asset_id:
        return tr("none within reach: place the order on the map")
    where = tr("{role} <b>{asset}</b>, {distance} from the call")
    return where.format(
        role=word(f"role.{order.asset_role}"),
        asset=escape(order.asset_id),
        distance=f"{number_text(order.asset_distance_m, 1)} m",
    )


def _effort(sheet: OrderSheet) -> str:
    crew = sheet.order.crew
    text = tr("{time}, one agent") if crew == 1 else tr("{time}, {crew} agents at once")
    return text.format(time=duration_text(sheet.order.duration_min * 60), crew=crew)


def _why_this_long(sheet: OrderSheet) -> str:
    """Return the standard and what the place adds, with each rule's source; empty for a bare standard."""
    if len(sheet.duration) < 2:
        return ""
    lines = []
    for part in sheet.duration:
        source = f" <small>({escape(part.source)})</small>" if part.source else ""
        said = say(part.said) if isinstance(part.said, Message) else part.said.spoken(spoken_language())
        lines.append(f"{part.minutes:+d} min {escape(said)}{source}")
    return "<br>".join(lines).removeprefix("+")


def _traces(sheet: OrderSheet) -> str:
    titles = {"upstream": tr("Sewer upstream"), "downstream": tr("Sewer downstream")}
    rows = [
        (
            titles.get(trace.direction, trace.direction),
            counted(
                tr("{pipes} pipes, {length}, {customers} connections"),
                pipes=len(trace.pipes),
                length=distance_text(trace.length_m),
                customers=len(trace.customers),
            ),
        )
        for trace in sheet.traces
    ]
    return heading(tr("Flow")) + table(rows) if rows else ""


def _request(sheet: OrderSheet) -> str:
    request = sheet.request
    if request is None:
        return ""
    caller = " · ".join(escape(text) for text in (request.caller, request.phone) if text)
    return (
        heading(tr("Call"))
        + table([(escape(request.request_id), moment_text(request.received_at)), (tr("Caller"), caller)])
        + f"<p><i>{escape(request.description)}</i></p>"
    )


def cut_page(outage: Outage | None) -> str:
    """Return the page about the water cut: valves in their order, customers with the sensitive ones first."""
    if outage is None:
        return paragraph(tr("This work does not cut the water."))
    parts = []
    if outage.already_dry:
        parts.append(f"<p><b>{tr('No source reaches this place: it is dry already.')}</b></p>")
    valves = [f'<a href="valve:{escape(valve)}">{escape(valve)}</a>' for valve in outage.close]
    parts.append(heading(tr("Close, in this order")))
    parts.append(bullets(valves, ordered=True) if valves else paragraph(tr("No valve to close.")))
    if outage.already_closed:
        shut = tr("Already closed, keep shut: {valves}")
        parts.append(f"<p>{shut.format(valves=escape(', '.join(outage.already_closed)))}</p>")
    parts.append(
        table(
            [
                (tr("Isolated"), f"{distance_text(outage.length_m)}, {number_text(outage.volume_m3, 1)} m³"),
                (tr("Mains"), str(len(outage.pipes))),
            ]
        )
    )
    return "".join(parts) + _hydrants(outage) + _customers(outage)


def _hydrants(outage: Outage) -> str:
    if not outage.hydrants:
        return ""
    advice = tr("Out of service: tell the fire service and the mayor.")
    return heading(tr("Fire hydrants")) + f"<p>{escape(', '.join(outage.hydrants))}<br>{advice}</p>"


def _customers(outage: Outage) -> str:
    title = heading(counted(tr("Customers without water: {count}"), count=len(outage.customers)))
    if not outage.customers:
        return title
    first = [f"<b>{escape(ref)}</b> {tr('sensitive: warn first')}" for ref in outage.sensitive_customers]
    others = [ref for ref in outage.customers if ref not in set(outage.sensitive_customers)]
    more = len(others) - _SHOWN_CUSTOMERS
    tail = f" {counted(tr('… and {count} more'), count=more)}" if more > 0 else ""
    return title + (bullets(first) if first else "") + f"<p>{words(others[:_SHOWN_CUSTOMERS])}{tail}</p>"


def tour_page(sheet: OrderSheet, names: Mapping[str, str]) -> str:
    """Return the page about who comes when, or why nobody does, agent by agent."""
    if sheet.stops:
        return "".join(_stop(stop, names) for stop in sheet.stops)
    if sheet.unplanned is None:
        hint = tr("No plan holds this order yet. Run <b>Plan</b> from the toolbar.")
        return f"<p>{hint}</p>"
    rows = [
        (
            escape(names.get(reason["agent"], reason["agent"] or tr("Everybody"))),
            escape(reason_text(reason["code"], reason["detail"])),
        )
        for reason in sheet.unplanned.reasons
    ]
    return f"<h3>{tr('Not planned, and why')}</h3>" + table(rows)


def _stop(stop: PlanStop, names: Mapping[str, str]) -> str:
    loads = (part.partition("=") for part in stop.parts)
    what = (*stop.valves, *(f"{count} × {means_text(part)}" for part, _, count in loads))
    rows = [
        (tr("Task"), escape(say(Message(f"stop.{stop.task}", {"valves": ", ".join(what)})))),
        (tr("Day"), day_text(stop.day)),
        (tr("On site"), f"<b>{time_text(stop.start)} – {time_text(stop.end)}</b>"),
        (tr("Arrives"), time_text(stop.arrive)),
        (tr("Stop"), tr("number {number} of the tour").format(number=stop.sequence)),
        (tr("Way there"), f"{distance_text(stop.distance_m)}, {duration_text(stop.travel_s)}"),
    ]
    return f"<h3>{escape(names.get(stop.agent_id, stop.agent_id))}</h3>" + table(rows)
