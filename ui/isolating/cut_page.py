# SPDX-License-Identifier: GPL-3.0-or-later
"""A cut in words: its figures, what to heed, whom it takes, and what was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from ...qgis_bridge.figures import distance_text, number_text
from ...qgis_bridge.messages import counted, say, tr
from ...qgis_bridge.wording import word
from ..rich_text import bullets, heading, paragraph, words

if TYPE_CHECKING:
    from ...workorders.informing.contacts import Reachable
    from .cut_reader import CutValve, FoundCut, PreparedMessages, StoredCut

_MOST_NAMED = 6


def title_text(found: FoundCut) -> str:
    """Return what is shut off, and what that costs in one line."""
    cut = found.isolation
    figures = tr("{valves} valves · {customers} customers · {hydrants} hydrants · {length} · {volume} m³")
    line = counted(
        figures,
        valves=len(cut.close),
        customers=number_text(cut.customer_count),
        hydrants=len(cut.hydrants),
        length=distance_text(cut.length_m),
        volume=number_text(cut.volume_m3, 1),
    )
    return f"<b>{tr('Cut of {asset}').format(asset=escape(cut.asset))}</b><br>{line}"


def cost_page(found: FoundCut) -> str:
    """Return whom the cut takes, the sensitive ones first, hydrants, sources and what to heed."""
    parts = [_warnings(found), _extra(found), _customers(found)]
    hydrants = found.isolation.hydrants
    hydrant_text = words(hydrants) if hydrants else tr("none")
    parts.append(heading(tr("Hydrants out of service")) + paragraph(hydrant_text))
    source_text = words(found.sources) if found.sources else tr("no source is known to feed this place")
    parts.append(heading(tr("Water comes from")) + paragraph(source_text))
    reasons = [f"<b>{escape(valve.valve)}</b>: {escape(why_text(valve))}" for valve in found.valves]
    parts.append(heading(tr("Why these valves")) + bullets(reasons))
    return "".join(parts)


def why_text(valve: CutValve) -> str:
    """Return why a valve is on the list."""
    if valve.state == "unusable":
        return tr("called unusable: the cut goes on to the next valves")
    return say(valve.why) if valve.why else ""


def ring_text(valve: CutValve) -> str:
    """Return what happens if a valve does not hold."""
    ring = valve.ring
    if ring is None:
        return ""
    if not ring.can_isolate:
        return tr("no valve is left")
    more = counted(tr("+ {customers} customers"), customers=len(ring.extra_customers))
    if ring.extra_sensitive:
        more += " " + tr("({sensitive} sensitive)").format(sensitive=len(ring.extra_sensitive))
    return more


def state_text(valve: CutValve) -> str:
    """Return the state of a valve in words."""
    texts = {
        "to_close": tr("to close"),
        "already_closed": tr("closed already"),
        "unusable": tr("unusable"),
    }
    return texts[valve.state]


def stored_text(stored: StoredCut) -> str:
    """Return what was stored on the order."""
    text = tr("This is now the cut of <b>{order}</b>.").format(order=escape(stored.order_id))
    if stored.chosen.extra:
        more = tr("{count} more delivery points lose water than before: tell their customers.")
        text += " " + counted(more, count=len(stored.chosen.extra))
    return " ".join([text, *(escape(say(note)) for note in stored.chosen.notes)])


def messages_text(done: PreparedMessages) -> str:
    """Return how far the messages of the order are."""
    plan = done.plan
    waiting = sum(1 for message in plan.messages if message.sent_at is None)
    text = counted(
        tr("{count} messages of {order} wait to be sent, the sensitive customers first."),
        count=waiting,
        order=escape(plan.order_id),
    )
    if plan.gaps:
        text += " " + counted(tr("{count} of them have nobody or no number yet."), count=len(plan.gaps))
    return " ".join([text, *(escape(say(note)) for note in plan.notes)])


def person_text(who: Reachable) -> str:
    """Return a customer in one line: name, place, number."""
    parts = (who.name or who.ref, who.place or who.address, who.mobile or who.phone)
    return " · ".join(part for part in parts if part)


def _warnings(found: FoundCut) -> str:
    notes = [f"<b>{escape(say(note))}</b>" for note in found.isolation.notes]
    if found.isolation.already_dry:
        notes.append(tr("<b>No source reached this place before the cut.</b>"))
    return bullets(notes) if notes else ""


def _extra(found: FoundCut) -> str:
    count = len(found.extra)
    if not count:
        return ""
    against = tr("than the stored cut of {order}") if found.against_order else tr("than with every valve")
    text = tr("<b>▲ {count} more customers</b> {against}")
    against = escape(against.format(order=found.asked.order_id))
    people = [who for who in found.customers if who.ref in found.extra]
    return paragraph(counted(text, count=count, against=against)) + bullets(_named(people))


def _customers(found: FoundCut) -> str:
    sensitive = [who for who in found.customers if who.is_sensitive]
    title = heading(counted(tr("Customers without water: {count}"), count=len(found.customers)))
    kinds = (
        f"{number_text(count)} {word('user_type.' + (kind or 'unknown'))}"
        for kind, count in found.isolation.customers_by_category.items()
    )
    text = title + paragraph(escape(", ".join(kinds)))
    if sensitive:
        text += paragraph(tr("Sensitive, to warn first:")) + bullets(_named(sensitive))
    return text


def _named(people: Sequence[Reachable]) -> list[str]:
    """Return the first of some customers in a line each, the sensitive ones marked, and how many more."""
    lines = [
        f"<b>✚ {escape(person_text(who))}</b>" if who.is_sensitive else escape(person_text(who))
        for who in people[:_MOST_NAMED]
    ]
    if len(people) > _MOST_NAMED:
        lines.append(counted(tr("and {count} more"), count=len(people) - _MOST_NAMED))
    return lines
