# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of a day planned again, as Qt rich text: figures before and after, what moves, whom to tell."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ...qgis_bridge.figures import day_text, duration_text, number_text, time_text
from ...qgis_bridge.labels import job_text, reason_text
from ...qgis_bridge.messages import counted, tr
from ..rich_text import bullets, heading, paragraph

if TYPE_CHECKING:
    from ...planner.running.running_day import Change, Visited
    from .day_reader import FoundDay

_FIGURES = ("travel", "lateness", "overtime")


def day_page(found: FoundDay) -> str:
    """Return what would follow: cost, orders that move, those that fall out with why, people to tell."""
    changes = [change for change in found.replanned.changes if change.task == "work"]
    parts = [_lost(found), _cost(found), heading(tr("What changes"))]
    parts.append(_table(found, changes) if changes else paragraph(tr("No order moves.")))
    return "".join(parts) + _fallen(found) + _later(found) + _told(found)


def taken_text(found: FoundDay) -> str:
    """Return what was stored."""
    text = tr("<b>The day is planned again</b>: {count} stops changed. Board and map show it.")
    return counted(text, count=number_text(len(found.replanned.changes)))


def _lost(found: FoundDay) -> str:
    minutes = found.replanned.short_min
    if not minutes:
        return ""
    text = tr("{duration} of working time are lost today.").format(duration=duration_text(60 * minutes))
    return paragraph(text)


def _cost(found: FoundDay) -> str:
    proposal = found.replanned.proposal
    before, after = proposal.in_force.plan.cost, proposal.checked.cost.minutes()
    names = (tr("Driving, min"), tr("Lateness, min"), tr("Overtime, min"))
    rows = [
        _figure(name, before.get(term, 0.0), after.get(term, 0.0))
        for name, term in zip(names, _FIGURES, strict=True)
    ]
    heads = (tr("Figure"), tr("Before"), tr("After"))
    head = "".join(f"<th align='{'right' if n else 'left'}'>{text}</th>" for n, text in enumerate(heads))
    return f"<table width='100%' cellspacing='0' cellpadding='3'><tr>{head}</tr>{''.join(rows)}</table>"


def _figure(name: str, before: float, after: float) -> str:
    return (
        f"<tr><td>{name}</td><td align='right'>{number_text(before)}</td>"
        f"<td align='right'><b>{number_text(after)}</b></td></tr>"
    )


def _table(found: FoundDay, changes: list[Change]) -> str:
    rows = "".join(_change(found, change) for change in changes)
    heads = (tr("Order"), tr("Before"), tr("After"))
    head = "".join(f"<th align='left'>{text}</th>" for text in heads)
    return f"<table width='100%' cellspacing='0' cellpadding='3'><tr>{head}</tr>{rows}</table>"


def _change(found: FoundDay, change: Change) -> str:
    order = found.replanned.proposal.in_force.orders[change.order_id]
    late = ""
    if change.late_after_min > change.late_before_min:
        late = f" <b>▲ {tr('{duration} late').format(duration=duration_text(60 * change.late_after_min))}</b>"
    moved = " ⇄" if change.is_moved else ""
    return (
        f"<tr><td>{escape(change.order_id)}<br><small>{escape(job_text(order))}</small></td>"
        f"<td>{_visited(found, change.before)}</td>"
        f"<td>{_visited(found, change.after)}{moved}{late}</td></tr>"
    )


def _visited(found: FoundDay, one: Visited | None) -> str:
    if one is None:
        return f"<b>{tr('not planned')}</b>"
    agents = ", ".join(found.names.get(agent, agent) for agent in one.agents)
    return f"{time_text(one.start)}<br><small>{escape(agents)}</small>"


def _fallen(found: FoundDay) -> str:
    lines = []
    for order_id, reasons in found.replanned.dropped.items():
        why = "; ".join(escape(reason_text(one.code, one.detail)) for one in reasons[:3])
        lines.append(f"<b>{escape(str(order_id))}</b> · {why}")
    return heading(tr("No longer planned today")) + bullets(lines) if lines else ""


def _later(found: FoundDay) -> str:
    if not found.later:
        return ""
    name = escape(found.names.get(found.happened.agent_id, found.happened.agent_id))
    lines = [
        counted(tr("{day}: {count} orders"), day=day_text(day), count=count)
        for day, count in found.later.items()
    ]
    title = tr("Planned for {name} on later days: plan these again if the absence reaches them")
    return heading(title.format(name=name)) + bullets(lines)


def _told(found: FoundDay) -> str:
    lines = [
        f"<b>{escape(one.order_id)}</b> · {escape(one.caller) or tr('nobody is named')} · "
        + (escape(one.phone) or tr("no number known"))
        for one in found.to_tell
    ]
    agents = {a for c in found.replanned.changes for a in (*c.agents_before, *c.agents_after)}
    text = ", ".join(sorted(escape(found.names.get(agent, agent)) for agent in agents))
    told = heading(tr("Who must be told"))
    told += bullets(lines) if lines else paragraph(tr("No customer was told another time."))
    return told + (paragraph(tr("Agents whose tour changes: {names}").format(names=text)) if text else "")
