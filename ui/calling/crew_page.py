# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found for an emergency as Qt rich text: cut, calls, what each offer displaces."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from ...core.messages import Message
from ...qgis_bridge.figures import duration_text, moment_text, number_text, short_day_text, time_text
from ...qgis_bridge.labels import job_text, means_text, reason_text, spoken_language
from ...qgis_bridge.messages import counted, say, tr
from ...qgis_bridge.wording import word
from ..rich_text import bullets, heading, paragraph

if TYPE_CHECKING:
    from ...planner.life.requeue import NewDay
    from ...planner.running.alternatives import Alternative
    from ...planner.running.emergency import Offer
    from ...planner.running.running_day import Change, Visited
    from .crew_reader import FoundCrew, SentCrew, TakenWay

_MOST_CALLED = 8


def site_page(found: FoundCrew) -> str:
    """Return what has to be closed, who loses water, and whom to call before the dig."""
    return _cut(found) + _calls(found)


def offer_title(offer: Offer, names: Mapping[str, str]) -> str:
    """Return an offer in two lines of plain text: who comes when, and what it costs."""
    agents = ", ".join(names.get(agent, agent) for agent in offer.agents)
    first = f"{time_text(offer.start)} · {agents}"
    facts = [tr("cost {minutes} min").format(minutes=number_text(offer.cost_min))]
    if offer.late_min:
        facts.append(tr("{duration} late").format(duration=duration_text(60 * offer.late_min)))
    if offer.dropped:
        facts.append(counted(tr("{count} give way"), count=len(offer.dropped)))
    facts.append(
        counted(tr("displaces {count}"), count=len(offer.changes))
        if offer.changes
        else tr("displaces nothing")
    )
    return f"{first}\n{' · '.join(facts)}"


def offer_page(offer: Offer, found: FoundCrew) -> str:
    """Return what becomes of the other orders: old time and agent, new time and agent."""
    if not offer.changes and not offer.dropped:
        return paragraph(tr("No other order moves."))
    rows = "".join(_change(change, found) for change in offer.changes)
    head = "".join(
        f'<th align="left">{text}</th>' for text in (tr("Order displaced"), tr("Before"), tr("After"))
    )
    moved = f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{head}</tr>{rows}</table>'
    return _giving_way(offer, found) + moved


def nowhere_page(found: FoundCrew) -> str:
    """Return why an order fits nowhere; empty where it does, or nobody asked."""
    if found.refusal is not None:
        return paragraph(escape(say(found.refusal)))
    emergency = found.emergency
    if emergency is None or not emergency.reasons:
        return ""
    reasons = [escape(reason_text(one.code, one.detail)) for one in emergency.reasons[:4]]
    return paragraph(f"<b>{tr('It fits nowhere as the plan stands:')}</b>") + bullets(reasons)


def faults_page(found: FoundCrew) -> str:
    """Return which tours nobody is offered in, for what is wrong with them by now; empty where none is."""
    faults = found.emergency.faults if found.emergency else ()
    told = [escape(say(Message("day.left_as_is", {"fault": fault}))) for fault in faults]
    return bullets(told) if told else ""


def way_page(way: Alternative, names: Mapping[str, str]) -> str:
    """Return one of the things that are left to do where nobody can go."""
    rows = _way(way, names)
    head = "".join(
        f'<th align="left">{text}</th>' for text in (tr("What is left to do"), tr("When"), tr("Cost"))
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{head}</tr>{rows}</table>'


def way_title(way: Alternative, names: Mapping[str, str]) -> str:
    """Return a way in two lines of plain text: what is done and by whom, when and at what cost."""
    who = ", ".join(names.get(name, name) for name in (*way.agents, *([way.company] if way.company else [])))
    facts = [
        moment_text(way.start) if way.start else short_day_text(way.day),
        tr("cost {minutes} min").format(minutes=number_text(way.cost_min)),
    ]
    if way.price_eur is not None:
        facts.append(f"{number_text(way.price_eur)} €")
    if way.breaks_deadline:
        facts.append(f"▲ {tr('{duration} late').format(duration=duration_text(60 * way.late_min))}")
    first = " · ".join(text for text in (word(f"alternative.{way.kind}"), who) if text)
    return f"{first}\n{' · '.join(facts)}"


def way_button(way: Alternative) -> str:
    """Return what a button says that takes a way."""
    return {
        "subcontractor": tr("Give it to the subcontractor (Ctrl+Enter)"),
        "split": tr("Split it in two (Ctrl+Enter)"),
        "other_day": tr("Make it on that day (Ctrl+Enter)"),
    }.get(way.kind, tr("To be arranged by telephone"))


def taken_text(taken: TakenWay, names: Mapping[str, str]) -> str:
    """Return which way was taken."""
    return f"<b>{escape(taken.order_id)}</b> · {escape(way_title(taken.way, names)).replace(chr(10), '<br>')}"


def _way(way: Alternative, names: Mapping[str, str]) -> str:
    who = ", ".join(names.get(name, name) for name in (*way.agents, *([way.company] if way.company else [])))
    means = ", ".join(means_text(kind) for kind in way.equipment)
    parts = " + ".join(duration_text(60 * minutes).replace(" ", "\u00a0") for minutes in way.parts_min)
    if way.then is not None:
        parts += f" ({tr('the rest on {moment}').format(moment=moment_text(way.then))})"
    below = " · ".join(escape(text) for text in (who, means, parts) if text)
    when = escape(moment_text(way.start) if way.start else short_day_text(way.day))
    if way.breaks_deadline:
        late = tr("{late} after its deadline").format(late=duration_text(60 * way.late_min))
        when += f"<br><b>▲ {late}</b>"
    cost = duration_text(60 * way.cost_min)
    if way.price_eur is not None:
        cost += f"<br>{number_text(way.price_eur)} €"
    kind = escape(word(f"alternative.{way.kind}"))
    return f"<tr><td>{kind}<br><small>{below}</small></td><td>{when}</td><td>{cost}</td></tr>"


def sent_text(sent: SentCrew) -> str:
    """Return what was stored."""
    text = tr("<b>{order}</b> is in the plan ({plan}).").format(
        order=escape(sent.order_id), plan=escape(sent.plan_id)
    )
    if sent.problem is not None:
        return f"{text} {escape(say(sent.problem))}"
    count = len(sent.messages.messages) if sent.messages else 0
    gaps = len(sent.messages.gaps) if sent.messages else 0
    text += " " + counted(tr("{count} messages wait to be sent, the sensitive customers first."), count=count)
    if gaps:
        text += " " + counted(tr("{count} of them have nobody or no number yet."), count=gaps)
    return text


def _cut(found: FoundCrew) -> str:
    outage = found.sheet.outage
    if outage is None:
        return paragraph(tr("This work does not cut the water."))
    valves = [escape(valve) for valve in outage.close]
    parts = [heading(tr("Close, in this order"))]
    parts.append(bullets(valves, ordered=True) if valves else paragraph(tr("No valve to close.")))
    parts.append(
        heading(counted(tr("Without water: {count}, {hydrants} hydrants"),
            count=len(outage.customers), hydrants=len(outage.hydrants)
        ))
    )  # fmt: skip
    first = [who for who in found.customers.customers if who.is_sensitive] if found.customers else []
    lines = [
        f"<b>{escape(who.name or who.ref)}</b> · {escape(who.place or who.address)}"
        + (f" · {escape(who.phone or who.mobile)}" if who.phone or who.mobile else "")
        for who in first[:_MOST_CALLED]
    ]
    if lines:
        parts.append(paragraph(tr("Sensitive, to warn first:")) + bullets(lines))
    return "".join(parts)


def _calls(found: FoundCrew) -> str:
    notice = found.sheet.notice
    if found.calls is None:
        kind = word(f"notice_kind.{notice.kind}") if notice else tr("none")
        return heading(tr("Works notice")) + paragraph(escape(kind))
    title = heading(tr("Urgent works notice (ATU): call before digging"))
    lines = [
        f"<b>{escape(who.name)}</b> · {escape(who.phone) if who.phone else tr('no number known')}"
        for who in found.calls
    ]
    return title + (bullets(lines) if lines else paragraph(tr("No sensitive network near the dig.")))


def _giving_way(offer: Offer, found: FoundCrew) -> str:
    """Return who gives way, why, and the day proposed instead; empty where nobody does."""
    if not offer.dropped:
        return ""
    head = "".join(f'<th align="left">{text}</th>' for text in (tr("Gives way"), tr("Why"), tr("New day")))
    why = escape(found.reason.spoken(spoken_language())) if found.reason else ""
    rows = "".join(
        f"<tr><td>{_named(name, found)}</td><td>{why}</td><td>{_new_day(found.instead.get(name))}</td></tr>"
        for name in offer.dropped
    )
    return f'<table width="100%" cellspacing="0" cellpadding="3"><tr>{head}</tr>{rows}</table>'


def _new_day(new: NewDay | None) -> str:
    if new is None:
        return tr("none proposed")
    day = f"<b>{escape(short_day_text(new.day))}</b>"
    if new.is_in_time:
        day += f" · {tr('in time')}"
    else:
        late = tr("after its deadline, {due}").format(due=escape(moment_text(new.order.due_at)))
        day += f" <b>▲ {late}</b>"
    if not new.is_covered:
        day += f"<br>{tr('nobody with the skills is at work then')}"
    return day + "".join(f"<br>{escape(say(one.message))}" for one in new.impacts)


def _named(name: str, found: FoundCrew) -> str:
    order = found.orders.get(name)
    return f"{escape(name)}<br><small>{escape(job_text(order)) if order else ''}</small>"


def _change(change: Change, found: FoundCrew) -> str:
    late = ""
    if change.late_after_min > change.late_before_min:
        late = f" <b>▲ {tr('{duration} late').format(duration=duration_text(60 * change.late_after_min))}</b>"
    told = f"<br>{tr('people were told another time')}" if change.told_off_min else ""
    return (
        f"<tr><td>{_named(change.order_id, found)}</td>"
        f"<td>{_visited(change.before, found.names)}</td>"
        f"<td>{_visited(change.after, found.names)}{late}{told}</td></tr>"
    )


def _visited(one: Visited | None, names: Mapping[str, str]) -> str:
    if one is None:
        return f"<b>{tr('not planned')}</b>"
    agents = ", ".join(names.get(agent, agent) for agent in one.agents)
    return f"{time_text(one.start)}<br><small>{escape(agents)}</small>"
