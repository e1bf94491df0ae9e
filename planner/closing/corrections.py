# SPDX-License-Identifier: GPL-3.0-or-later
"""Corrections of closure data: asked of an agent by a time, reminded, answered; or made here directly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.near_names import near_names
from ...core.resources import Agent, Zone
from ...workorders.closing.forms import FormField, JobForm
from ...workorders.closing.handed_in import PARTS, PHOTOS, VALVES
from ...workorders.closing.records import Closure, CorrectionRequest, FieldChange
from ...workorders.closing.values import expected_of, items_of, means_something, number_of, text_of
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..life.gathered import first
from ..life.known_facts import form_for
from ..ports import Workspace
from ..trails import trail_after
from .close_order import closure_of
from .settle import Settled, settle

# an agent who has just been reminded is not reminded again before
_BETWEEN_REMINDERS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A correction that is overdue: who is reminded, and which field manager is told."""

    correction: CorrectionRequest
    field_manager: str


def ask_correction(
    workspace: Workspace,
    order_id: str,
    field: str,
    *,
    reason: str,
    agent: str,
    due_at: datetime,
    book: RuleBook,
    now: datetime,
    who: str,
) -> CorrectionRequest:
    """Ask an agent to correct a field by a time; the order waits for it, to be corrected.

    Raises
    ------
    InputError
        The order, agent or field is unknown; nothing was reported yet, or the order is closed; no reason;
        a time that is over.
    """
    (asked,) = ask_corrections(
        workspace, order_id, {field: reason}, agent=agent, due_at=due_at, book=book, now=now, who=who
    )
    return asked


def ask_corrections(
    workspace: Workspace,
    order_id: str,
    reasons: Mapping[str, str],
    *,
    agent: str,
    due_at: datetime,
    book: RuleBook,
    now: datetime,
    who: str,
) -> tuple[CorrectionRequest, ...]:
    """Ask an agent to correct fields, each for its reason, in one command; as ``ask_correction``."""
    order = workspace.get(WorkOrder, order_id)
    workspace.get(Agent, agent)
    form = form_for(order, book)
    for field, reason in reasons.items():
        _require_field(form, field)
        if not reason.strip():
            raise InputError("correction.reason", order=order_id)
    if due_at <= now:
        raise InputError("correction.due", found=due_at, now=now)
    trail = trail_after(workspace, [order], now=now, who=who)
    moved = order
    if order.state is not OrderState.TO_CORRECT:
        moved = trail.move(order, OrderState.TO_CORRECT, reason=next(iter(reasons.values())))
    number = 1 + len(workspace.all(CorrectionRequest, order_id=order_id))
    asked = tuple(
        CorrectionRequest(
            correction_id=f"COR-{order_id}-{number + further}",
            order_id=order.order_id,
            field=field,
            reason=reason.strip(),
            agent_id=AgentId(agent),
            due_at=due_at,
            asked_at=now,
            asked_by=who,
        )
        for further, (field, reason) in enumerate(reasons.items())
    )
    with workspace.command("ask correction", who=who) as transaction:
        if moved is not order:
            transaction.save(moved)
        transaction.add([*trail.made, *asked])
    return asked


def list_corrections(workspace: Workspace, *, is_open: bool = True) -> list[CorrectionRequest]:
    """Return the corrections that were asked for, or only those without an answer, the first due first."""
    found = workspace.all(CorrectionRequest)
    own = (one for one in found if one.answered_at is None or not is_open)
    return sorted(own, key=lambda one: (one.due_at, one.correction_id))


def answer_correction(
    workspace: Workspace,
    correction_id: str,
    value: str,
    *,
    book: RuleBook,
    now: datetime,
    who: str,
    photo: str = "",
) -> Settled:
    """Answer a correction with the field's value; the order goes on as far as its data let it.

    ``InputError`` when it is unknown or answered already, or the value is not of the field's kind.
    """
    asked = workspace.get(CorrectionRequest, correction_id)
    if asked.answered_at is not None:
        raise InputError("correction.answered", correction=correction_id, at=asked.answered_at)
    answered = replace(asked, answered_at=now, answer=value.strip())
    return _change(
        workspace,
        asked.order_id,
        asked.field,
        value,
        reason=asked.reason,
        book=book,
        now=now,
        who=who,
        photo=photo,
        answered=answered,
    )


def correct_directly(
    workspace: Workspace,
    order_id: str,
    field: str,
    value: str,
    *,
    reason: str,
    book: RuleBook,
    now: datetime,
    who: str,
    photo: str = "",
) -> Settled:
    """Change one value of closure data; author, both values and the reason are kept, the original too.

    Raises
    ------
    InputError
        The order or field is unknown, nothing was handed in, no reason, the value is not of the field's kind
        or is there already.
    """
    if not reason.strip():
        raise InputError("correction.reason", order=order_id)
    return _change(
        workspace, order_id, field, value, reason=reason.strip(), book=book, now=now, who=who, photo=photo
    )


def changes_of(workspace: Workspace, order_id: str) -> list[FieldChange]:
    """Return the values of an order that were changed, in their order; an unknown order: ``InputError``."""
    workspace.get(WorkOrder, order_id)
    return sorted(workspace.all(FieldChange, order_id=order_id), key=lambda one: one.number)


def remind_overdue(workspace: Workspace, *, now: datetime, who: str) -> tuple[Reminder, ...]:
    """Remind of every correction that is overdue and flag it to the field manager, in one command.

    Who was reminded within a day is left in peace.
    """
    zones = {zone.zone_id: zone.field_manager for zone in workspace.all(Zone)}
    due = [
        one
        for one in list_corrections(workspace)
        if one.is_overdue(now) and (one.reminded_at is None or now - one.reminded_at >= _BETWEEN_REMINDERS)
    ]
    made = []
    for one in due:
        manager = zones.get(workspace.get(WorkOrder, one.order_id).zone, "")
        reminded = replace(one, reminded_at=now, reminders=one.reminders + 1, flagged_to=manager)
        made.append(Reminder(reminded, manager))
    if made:
        with workspace.command("remind of corrections", who=who) as transaction:
            for reminder in made:
                transaction.save(reminder.correction)
    return tuple(made)


def _change(
    workspace: Workspace,
    order_id: str,
    field: str,
    value: str,
    *,
    reason: str,
    book: RuleBook,
    now: datetime,
    who: str,
    photo: str,
    answered: CorrectionRequest | None = None,
) -> Settled:
    order, before = workspace.get(WorkOrder, order_id), closure_of(workspace, order_id)
    form = form_for(order, book)
    _require_field(form, field)
    old, after = _with_value(before, form, field, value.strip())
    changes = [*_noted(workspace, order, field, (old, value.strip()), reason, now, who, photo, answered)]
    if answered is None and not changes:
        raise InputError("correction.unchanged", field=field, found=old)
    if photo:
        after = replace(after, photos=tuple(dict.fromkeys((*after.photos, photo))))
    return settle(
        workspace,
        order,
        after,
        book=book,
        now=now,
        who=who,
        name="correct",
        beside=changes,
        answered=answered,
    )


def _noted(
    workspace: Workspace,
    order: WorkOrder,
    field: str,
    values: tuple[str, str],
    reason: str,
    now: datetime,
    who: str,
    photo: str,
    answered: CorrectionRequest | None,
) -> Iterator[FieldChange]:
    old, new = values
    if old == new:
        return
    number = 1 + len(workspace.all(FieldChange, order_id=order.order_id))
    yield FieldChange(
        change_id=f"{order.order_id}/{number}",
        order_id=order.order_id,
        number=number,
        field=field,
        old_value=old,
        new_value=new,
        reason=reason,
        author=who,
        changed_at=now,
        photo=photo,
        correction_id=answered.correction_id if answered else "",
    )


def _with_value(closure: Closure, form: JobForm, field: str, text: str) -> tuple[str, Closure]:
    """Return the old value of a field, and the closure data with the new one."""
    group, _, name = field.partition(".")
    if group == PHOTOS:
        return ";".join(closure.photos), replace(closure, photos=items_of(text))
    if group == PARTS:
        count = number_of(text)
        if count is None or count != int(count) or not 0 <= count < 2**31:
            raise InputError("correction.value", field=field, found=text, expected=expected_of(_COUNT))
        parts = {**closure.parts, name: int(count)}
        parts = {part: number for part, number in parts.items() if number}
        return str(closure.parts.get(name, 0)), replace(closure, parts=parts)
    if group == VALVES:
        return closure.valves.get(name, ""), replace(closure, valves={**closure.valves, name: text})
    asked = form.fields[field]
    is_off = asked.kind == "choice" and text not in asked.values
    if text and (is_off or not means_something(text, asked)):
        raise InputError("correction.value", field=field, found=text, expected=expected_of(asked))
    return text_of(closure.fields, field), replace(closure, fields={**closure.fields, field: text})


_COUNT = FormField(en="", fr="", kind="whole")


def _require_field(form: JobForm, field: str) -> None:
    group, dot, name = field.partition(".")
    if field in form.fields or field == PHOTOS or (group in (PARTS, VALVES) and dot and name):
        return
    raise InputError("correction.field", found=field, near=near_names(field, (*form.fields, PHOTOS)))


def original_of(closure: Closure, changes: list[FieldChange], field: str) -> str:
    """Return what was handed in for a field, before every change of it."""
    oldest = first([one for one in changes if one.field == field])
    return oldest.old_value if oldest else text_of(closure.fields, field)
