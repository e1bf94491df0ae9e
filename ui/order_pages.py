# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chain found for one order, as the pages of the ORDER dock (Qt rich text). Free of widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ..qgis_bridge.figures import day_text, distance_text, duration_text, moment_text, number_text, time_text
from ..qgis_bridge.labels import job_text, means_text, reason_text
from ..qgis_bridge.messages import say, tr
from ..qgis_bridge.styles import palette
from ..qgis_bridge.wording import word

if TYPE_CHECKING:
    from ..planner.order_sheet import OrderSheet
    from ..planner.records import OrderConflict, OrderNotice, Outage, PlanStop

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


def order_pages(sheet: OrderSheet, names: Mapping[str, str]) -> OrderPages:
    """Return the pages of an order; ``names`` gives the agents' names by id."""
    return OrderPages(
        asset=asset_page(sheet),
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
    return tr("{score} points: {factors}").format(
        score=number_text(order.score, 1), factors=" + ".join(factors) or tr("nothing aggravating")
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
        (tr("Skills"), _words(map(means_text, order.skills))),
        (tr("Each of the crew"), _words(map(means_text, order.crew_skills))),
        (tr("Equipment"), _words(means_text(item) for item in order.equipment)),
        (tr("Parts"), _words(f"{count} × {means_text(part)}" for part, count in order.parts.items())),
    ]
    hazards = [escape(say(message)) for message in hazard_messages(order.hazards)]
    parts = [_table(rows)]
    if hazards:
        parts.append(_heading(tr("Hazards")) + _list(hazards))
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


def _traces(sheet: OrderSheet) -> str:
    titles = {"upstream": tr("Sewer upstream"), "downstream": tr("Sewer downstream")}
    rows = [
        (
            titles.get(trace.direction, trace.direction),
            tr("{pipes} pipes, {length}, {customers} connections").format(
                pipes=len(trace.pipes), length=distance_text(trace.length_m), customers=len(trace.customers)
            ),
        )
        for trace in sheet.traces
    ]
    return _heading(tr("Flow")) + _table(rows) if rows else ""


def _request(sheet: OrderSheet) -> str:
    request = sheet.request
    if request is None:
        return ""
    caller = " · ".join(escape(text) for text in (request.caller, request.phone) if text)
    return (
        _heading(tr("Call"))
        + _table([(escape(request.request_id), moment_text(request.received_at)), (tr("Caller"), caller)])
        + f"<p><i>{escape(request.description)}</i></p>"
    )


def cut_page(outage: Outage | None) -> str:
    """Return the page about the water cut: valves in their order, customers with the sensitive ones first."""
    if outage is None:
        return _quiet(tr("This work does not cut the water."))
    parts = []
    if outage.already_dry:
        parts.append(f"<p><b>{tr('No source reaches this place: it is dry already.')}</b></p>")
    valves = [f'<a href="valve:{escape(valve)}">{escape(valve)}</a>' for valve in outage.close]
    parts.append(_heading(tr("Close, in this order")))
    parts.append(_list(valves, ordered=True) if valves else _quiet(tr("No valve to close.")))
    if outage.already_closed:
        shut = tr("Already closed, keep shut: {valves}")
        parts.append(f"<p>{shut.format(valves=escape(', '.join(outage.already_closed)))}</p>")
    parts.append(
        _table(
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
    return _heading(tr("Fire hydrants")) + f"<p>{escape(', '.join(outage.hydrants))}<br>{advice}</p>"


def _customers(outage: Outage) -> str:
    heading = _heading(tr("Customers without water: {count}").format(count=len(outage.customers)))
    if not outage.customers:
        return heading
    first = [f"<b>{escape(ref)}</b> {tr('sensitive: warn first')}" for ref in outage.sensitive_customers]
    others = [ref for ref in outage.customers if ref not in set(outage.sensitive_customers)]
    more = len(others) - _SHOWN_CUSTOMERS
    tail = f" {tr('… and {count} more').format(count=more)}" if more > 0 else ""
    return heading + (_list(first) if first else "") + f"<p>{_words(others[:_SHOWN_CUSTOMERS])}{tail}</p>"


def networks_page(sheet: OrderSheet) -> str:
    """Return the page about the networks near the dig and the notice that the law asks for."""
    parts = [_notice(sheet)] if sheet.notice else []
    if sheet.footprint:
        area = tr("Excavation of {area} m²").format(area=number_text(sheet.footprint.area_m2, 1))
        parts.append(f"<p>{area}</p>")
    if sheet.conflicts:
        parts.append(_heading(tr("Networks near the dig: {count}").format(count=len(sheet.conflicts))))
        parts.append(_conflicts(sheet.conflicts))
        warning = tr("Open data never replaces the consultation of the network operators.")
        parts.append(f"<p><small>{warning}</small></p>")
    elif sheet.order.digs:
        parts.append(_quiet(tr("No known network near the dig. Consult the operators all the same.")))
    else:
        parts.append(_quiet(tr("This work does not dig.")))
    return "".join(parts)


def _notice(sheet: OrderSheet) -> str:
    notice = sheet.notice
    assert notice is not None
    calls = [f"<b>{escape(operator)}</b>" for operator in notice.call_first]
    rows = [
        (tr("Why"), escape(say(notice.reason))),
        *_notice_dates(notice),
        (tr("Telephone first"), "<br>".join(calls)),
        (tr("Write to"), _words(notice.write_to)),
        (tr("Rules of"), escape(notice.law_version)),
    ]
    kind = word(f"notice_kind.{notice.kind}")
    return f"<h3>{escape(kind)}</h3>" + _table(rows)


def _notice_dates(notice: OrderNotice) -> list[tuple[str, str]]:
    rows = []
    if notice.send_by:
        rows.append((tr("Send by"), day_text(notice.send_by)))
    if notice.answer_by:
        rows.append((tr("Answers by"), day_text(notice.answer_by)))
    if notice.earliest_start:
        rows.append((tr("Earliest legal start"), f"<b>{moment_text(notice.earliest_start)}</b>"))
    if notice.start_by:
        rows.append((tr("Start before"), day_text(notice.start_by)))
    return rows


def _conflicts(conflicts: Iterable[OrderConflict]) -> str:
    rows = []
    for conflict in conflicts:
        swatch = palette.network_colour(conflict.network_type)
        verdict = palette.VERDICT.get(conflict.verdict, palette.MUTED)
        advice = word(f"verdict.{conflict.verdict}")
        phone = f" · {escape(conflict.emergency_phone)}" if conflict.emergency_phone else ""
        sensitive = f" <b>{tr('sensitive')}</b>" if conflict.is_sensitive else ""
        where = tr("{distance} m, class {accuracy}").format(
            distance=number_text(conflict.edge_m, 1), accuracy=conflict.accuracy_class
        )
        rows.append(
            f'<tr><td bgcolor="{swatch}" width="6"></td>'
            f"<td><b>{escape(conflict.label)}</b>{sensitive}<br>"
            f"{escape(conflict.operator)}{phone}<br>"
            f'{where}: <b style="color:{verdict}">{escape(advice)}</b></td></tr>'
        )
    return f'<table width="100%" cellspacing="4" cellpadding="3">{"".join(rows)}</table>'


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
    return f"<h3>{tr('Not planned, and why')}</h3>" + _table(rows)


def _stop(stop: PlanStop, names: Mapping[str, str]) -> str:
    rows = [
        (tr("Day"), day_text(stop.day)),
        (tr("On site"), f"<b>{time_text(stop.start)} – {time_text(stop.end)}</b>"),
        (tr("Arrives"), time_text(stop.arrive)),
        (tr("Stop"), tr("number {number} of the tour").format(number=stop.sequence)),
        (tr("Way there"), f"{distance_text(stop.distance_m)}, {duration_text(stop.travel_s)}"),
    ]
    return f"<h3>{escape(names.get(stop.agent_id, stop.agent_id))}</h3>" + _table(rows)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = (f'<tr><td width="34%">{heading}</td><td>{text}</td></tr>' for heading, text in rows if text)
    return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(cells)}</table>'


def _list(items: Iterable[str], *, ordered: bool = False) -> str:
    tag = "ol" if ordered else "ul"
    return f'<{tag} style="-qt-list-indent: 1; margin: 2px">{"".join(f"<li>{i}</li>" for i in items)}</{tag}>'


def _heading(text: str) -> str:
    return f'<h4 style="margin-bottom: 2px">{text}</h4>'


def _quiet(text: str) -> str:
    return f"<p>{text}</p>"


def _words(words: Iterable[str]) -> str:
    return escape(", ".join(words))
