# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what came back from the field as rows, and sends back what is wrong; runs in workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from html import escape
from typing import Any

from ...core.messages import Message
from ...planner.agent_names import agent_names
from ...planner.closing.returned import Returned, Standing, returned_orders, send_back
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.figures import moment_text
from ...qgis_bridge.labels import job_text, learn_names, rules_read, spoken_language
from ...qgis_bridge.messages import counted, say, tr
from ...store.workspaces import open_workspace
from ...workorders.closing.forms import FormField
from ...workorders.closing.known import Finding
from ...workorders.closing.presence import AGENTS
from ...workorders.closing.values import items_of, moment_of, text_of
from ..acting.panel_dock import PanelPage
from ..acting.rows import AMBER, GREEN, RED, Act, Cell, Pressed, Row
from ..rich_text import bullets, heading, paragraph
from .dock import RETURNED

_MARKS = {Standing.WRONG: RED, Standing.HELD: AMBER, Standing.ASKED: AMBER, Standing.CLOSED: GREEN}


def read_returned(url: str, clock: datetime) -> Mapping[str, PanelPage]:
    """Return what was handed in on the day of the desk and what is open from before, with its chips."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        now = desk_moment(workspace, clock)
        found = returned_orders(workspace, since=now.replace(hour=0, minute=0, second=0), now=now)
        names = agent_names(workspace)
    finally:
        workspace.close()
    groups = {str(one.order.order_id): frozenset({one.standing.value}) for one in found}
    counts = Counter(one.standing for one in found)
    chips = {
        standing.value: f"{standing_text(standing)} {counts[standing]}"
        for standing in Standing
        if counts[standing]
    }
    return {RETURNED: PanelPage(tuple(_row(one, names) for one in found), chips, groups)}


def standing_text(standing: Standing) -> str:
    """Return how far closure data got, in words."""
    return {
        Standing.WRONG: tr("to send back"),
        Standing.HELD: tr("kept open"),
        Standing.ASKED: tr("sent back"),
        Standing.NOT_DONE: tr("not done"),
        Standing.CLOSED: tr("closed"),
    }[standing]


def _row(one: Returned, names: Mapping[str, str]) -> Row:
    said = _said(one)
    agents = items_of(text_of(one.closure.fields, AGENTS)) or (one.closure.author,)
    acts = (Act("send_back", tr("Send back"), partial(_send_back, one)),) if one.to_send_back else ()
    return Row(
        key=str(one.order.order_id),
        order_id=str(one.order.order_id),
        cells=(
            Cell(str(one.order.order_id)),
            Cell(job_text(one.order)),
            Cell(", ".join(names.get(agent, agent) for agent in agents)),
            Cell(standing_text(one.standing), _MARKS.get(one.standing, "")),
            Cell(said[0] if said else "", tip="\n".join(said)),
        ),
        acts=acts,
        details=_details(one, names),
    )


def _said(one: Returned) -> tuple[str, ...]:
    """Return what is to be said of it, what keeps it from being closed first."""
    errors = [_finding_text(found) for found in one.findings if found.is_error]
    warnings = [_finding_text(found) for found in one.findings if not found.is_error]
    return tuple(dict.fromkeys((*errors, *map(say, one.lacks), *warnings)))


def _finding_text(found: Finding) -> str:
    """Return what a check found, the field as the forms call it."""
    params = found.message.params
    if params.get("field") == found.field:
        params = {**params, "field": _field_text(found.field)}
    return say(Message(found.message.code, params))


def _details(one: Returned, names: Mapping[str, str]) -> str:
    """Return what was found, what is asked of whom by when, and what was handed in, as rich text."""
    parts = []
    if said := _said(one):
        parts += [heading(tr("Found")), bullets(map(escape, said))]
    if one.asked:
        asked = (
            tr("{field}: by {due}").format(field=_field_text(request.field), due=moment_text(request.due_at))
            for request in one.asked
        )
        parts += [heading(tr("Asked to be corrected")), bullets(map(escape, asked))]
    values = (
        tr("{name}: {value}").format(name=_field_text(name), value=_value_text(name, text, names))
        for name, text in one.closure.fields.items()
        if text
    )
    parts += [heading(tr("Handed in")), bullets(map(escape, values))]
    if one.closure.photos:
        count = len(one.closure.photos)
        parts.append(paragraph(counted(tr("{count} photos"), count=count)))
    return "".join(parts)


def _field(name: str) -> FormField | None:
    forms = rules_read().closure.forms.values()
    return next((form.fields[name] for form in forms if name in form.fields), None)


def _field_text(name: str) -> str:
    """Return what a field of the forms is called."""
    field = _field(name)
    return field.spoken(spoken_language()) if field else name


def _value_text(name: str, text: str, names: Mapping[str, str]) -> str:
    """Return a value in words: a choice, a moment, names of agents; any other as it was handed in."""
    field = _field(name)
    if name == AGENTS:
        return ", ".join(names.get(agent, agent) for agent in items_of(text))
    if field is not None and text in field.values:
        return field.values[text].spoken(spoken_language())
    moment = moment_of(text) if field is not None and field.kind == "moment" else None
    return moment_text(moment) if moment else text


def _send_back(one: Returned, workspace: Any, pressed: Pressed) -> None:
    reasons = {found.field: _finding_text(found) for found in one.to_send_back}
    send_back(workspace, str(one.order.order_id), reasons, now=pressed.now, who=pressed.who)
