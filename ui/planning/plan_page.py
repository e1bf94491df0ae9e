# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in words and figures: the one so far, before against after, what an order comes to."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from ...qgis_bridge.figures import duration_text, moment_text, number_text, time_text
from ...qgis_bridge.messages import counted, say, tr
from ..rich_text import bullets, heading

if TYPE_CHECKING:
    from ...planner.plans.accept_draft import PartTaken
    from ...planner.plans.draft_plan import Placed
    from ...routing.engine.watch import SoFar
    from .plan_reader import FoundPlan, TakenPlan

_MOST_NOTES = 8
_MOST_NAMED = 4


def so_far_text(so_far: SoFar | None) -> str:
    """Return the figures of the plan so far."""
    if so_far is None:
        return tr("Reading orders, people and roads…")
    rows = (
        (tr("Stops planned"), number_text(so_far.planned)),
        (tr("Stops left out"), number_text(so_far.unplanned)),
        (tr("On the road"), duration_text(60 * so_far.travel_min)),
        (tr("Late"), duration_text(60 * so_far.lateness_min)),
        (tr("Overtime"), duration_text(60 * so_far.overtime_min)),
    )
    cells = (f"<tr><td>{name}</td><td align='right'><b>{value}</b></td></tr>" for name, value in rows)
    return f"<table cellpadding='4'>{''.join(cells)}</table>"


def comparison_page(found: FoundPlan, zones: Mapping[str, str]) -> str:
    """Return before against after in figures, loads by zone; nobody is named or ranked."""
    one, other = found.before, found.after
    rows = [
        _row(tr("Orders planned"), one.planned, other.planned, better=1),
        _row(tr("Orders left out"), one.unplanned, other.unplanned, better=-1),
        _row(tr("Orders late"), one.late, other.late, better=-1),
        _row(tr("Kilometres"), one.distance_m / 1000, other.distance_m / 1000, better=-1, decimals=1),
        _row(tr("Driving, min"), one.cost["travel"], other.cost["travel"], better=-1),
        _row(tr("Lateness, min"), one.cost["lateness"], other.cost["lateness"], better=-1),
        _row(tr("Overtime, min"), one.cost["overtime"], other.cost["overtime"], better=-1),
        _row(tr("Mean load of a shift, min"), one.load.mean, other.load.mean),
        _row(tr("Spread of the loads, min"), one.load.range, other.load.range, better=-1),
    ]
    rows.append(_row(tr("Cost by these weights, min"), one.total, other.total, better=-1))
    for zone, (before, after) in found.loads.items():
        name = zones.get(zone) or zone or tr("no zone")
        rows.append(_row(tr("Mean load in {zone}, min").format(zone=escape(name)), before, after))
    heads = (tr("Figure"), tr("Before"), tr("After"), tr("Difference"))
    head = "".join(
        f"<th align='{'left' if number == 0 else 'right'}'>{text}</th>" for number, text in enumerate(heads)
    )
    text = f"<table width='100%' cellspacing='0' cellpadding='3'><tr>{head}</tr>{''.join(rows)}</table>"
    if not found.had_plan:
        text = f"<p>{tr('There is no plan of exactly these days yet: everything is new.')}</p>" + text
    notes = [escape(say(note)) for note in found.draft.notes[:_MOST_NOTES]]
    return text + (heading(tr("To heed")) + bullets(notes) if notes else "")


def placed_text(one: Placed | None, names: Mapping[str, str], *, with_day: bool) -> str:
    """Return when and by whom an order is made."""
    if one is None:
        return tr("not planned")
    who = ", ".join(names.get(agent, agent) for agent in one.agents)
    return f"{moment_text(one.start) if with_day else time_text(one.start)} · {who}"


def part_text(taken: PartTaken) -> str:
    """Return whether the orders ticked can be taken without the others."""
    if not taken.broken:
        return tr("✔ The ticked orders can be taken without the others.")
    reasons = "; ".join(escape(say(message)) for message in taken.broken[:3])
    text = tr("<b>✖ Not without others</b>: {reasons}").format(reasons=reasons)
    count = len(taken.with_them)
    if count > _MOST_NAMED:
        text += "<br>" + counted(tr("Together with {count} others it works out."), count=count)
    elif count:
        others = escape(", ".join(taken.with_them))
        text += "<br>" + tr("Together with {orders} it works out.").format(orders=others)
    return text


def taken_text(taken: TakenPlan) -> str:
    """Return what came into force."""
    text = tr("Plan <b>{plan}</b> is in force, with {count} changed orders. Board and map show it.")
    return counted(text, plan=escape(taken.plan_id), count=taken.orders)


def _row(name: str, before: float, after: float, *, better: int = 0, decimals: int = 0) -> str:
    difference = round(after - before, decimals)
    mark = ""
    if difference and better:
        mark = tr("better") if (difference > 0) == (better > 0) else tr("worse")
    sign = "+" if difference > 0 else ""
    shown = f"{sign}{number_text(difference, decimals)}" if difference else "="
    return (
        f"<tr><td>{name}</td><td align='right'>{number_text(before, decimals)}</td>"
        f"<td align='right'><b>{number_text(after, decimals)}</b></td>"
        f"<td align='right'>{shown} <small>{mark}</small></td></tr>"
    )
