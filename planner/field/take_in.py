# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back from the field taken in, order by order: each is one command, or is told why not.

What was taken in before is left as it is, so a run that was cut off is finished by running it again. What
somebody else changed meanwhile is never written over: both values are told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from hashlib import sha256

from ...core.errors import Failure, InputError
from ...core.messages import Message
from ...core.progress import Progress
from ...workorders.closing.handed_in import HandedIn, handed_in
from ...workorders.closing.records import Closure
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..closing.close_order import close_order
from ..life.gathered import first
from ..life.known_facts import form_for
from ..notices.attachments import Attachments, stored_name
from ..notices.photos import photo_name
from ..ports import Workspace
from .package import FORMAT, WORKSPACE_SETTING
from .results import FieldResult, FieldRow

FOLDER = "field"
# what is stored of such an order is what an earlier try handed in
_AT_WORK = (OrderState.DISPATCHED, OrderState.IN_PROGRESS)
# somebody else wrote between our reading and our writing
_WRITTEN_MEANWHILE = ("record.stale", "record.gone")


class Outcome(Enum):
    """What became of the answers for an order."""

    TAKEN = "taken"
    ALREADY = "already"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the answers for one order, and all that is to be said of it."""

    order_id: str
    outcome: Outcome
    state: str
    said: tuple[Message, ...] = ()


def take_in(
    workspace: Workspace,
    result: FieldResult,
    *,
    book: RuleBook,
    attachments: Attachments,
    now: datetime,
    who: str,
    progress: Progress,
    base: AssetBase | None = None,
) -> tuple[TakenIn, ...]:
    """Take in what came back; the file itself and the photos are kept among the attachments.

    Whoever takes in many files opens the asset base once (``base``).

    Raises
    ------
    InputError
        A package of another workspace, of another layout or CRS, or no folder to keep files in: nothing of
        it is taken. What is wrong with one order is told with it, and the others are taken.
    """
    _of_this_workspace(workspace, result)
    base = base or AssetBase(workspace)
    digest = sha256(result.raw).hexdigest()
    taken = []
    with attachments.kept(
        {stored_name(digest, FOLDER, result.package_id or "file", result.name): result.raw}
    ):
        pass
    for number, row in enumerate(result.rows):
        progress.check()
        progress.report(number / max(len(result.rows), 1), row.order_id)
        try:
            done = _one(
                workspace, result, row, book=book, attachments=attachments, now=now, who=who, base=base
            )
        except InputError as error:
            done = TakenIn(row.order_id, Outcome.REFUSED, "", (error.message,))
        except Failure as error:
            if error.message.code not in _WRITTEN_MEANWHILE:
                raise
            done = TakenIn(row.order_id, Outcome.CONFLICT, "", (error.message,))
        taken.append(done)
    return tuple(taken)


def _of_this_workspace(workspace: Workspace, result: FieldResult) -> None:
    header = result.header
    if header is None:
        return
    if header.get("format") != str(FORMAT):
        raise InputError("field.format", file=result.name, found=header.get("format", ""), expected=FORMAT)
    here = workspace.setting(WORKSPACE_SETTING)
    if header.get("workspace_id") != here:
        found = header.get("workspace_id", "")
        raise InputError("field.other_workspace", file=result.name, found=found, expected=here or "-")
    crs = {header.get("crs", ""), *result.layer_crs} - {workspace.crs}
    if crs:
        raise InputError("field.crs", file=result.name, found=", ".join(crs), expected=workspace.crs)


def _one(
    workspace: Workspace,
    result: FieldResult,
    row: FieldRow,
    *,
    book: RuleBook,
    attachments: Attachments,
    now: datetime,
    who: str,
    base: AssetBase,
) -> TakenIn:
    order = workspace.get(WorkOrder, row.order_id)
    form = form_for(order, book)
    entries = row.entries_for(form)
    read = {one.name: one.read() for one in row.photos}
    photos = {name: data for name, data in read.items() if data is not None}
    said = tuple(
        Message("field.photo_missing", {"order": row.order_id, "photo": name})
        for name, data in read.items()
        if data is None
    )
    names = {name: photo_name(row.order_id, name, data) for name, data in photos.items()}
    values = dict(sorted((entry.name, entry.text) for entry in entries))
    raw = json.dumps(
        {"package": result.package_id, "values": values, "photos": sorted(names.values())},
        ensure_ascii=False,
    )
    stored = first(workspace.all(Closure, order_id=row.order_id))
    if stored is not None and stored.raw == raw:
        return TakenIn(row.order_id, Outcome.ALREADY, order.state.value, said)
    handed = handed_in(entries, form, file=row.file, raw=raw, order_id=row.order_id)
    handed.photos = (*handed.photos, *names.values())
    clash = (*_moved_on(order, row), *_differs(order, stored, handed, result.package_id))
    if clash:
        return TakenIn(row.order_id, Outcome.CONFLICT, order.state.value, (*said, *clash))
    with attachments.kept({names[name]: data for name, data in photos.items()}):
        done = close_order(workspace, row.order_id, handed, book=book, now=now, who=who, base=base)
    said += (*(one.message for one in done.findings), *done.lacks)
    return TakenIn(row.order_id, Outcome.TAKEN, done.order.state.value, said)


def _moved_on(order: WorkOrder, row: FieldRow) -> Iterator[Message]:
    """Yield what of the order is not any more what the agent had in hand."""
    for name, here in (("code", order.code), ("asset_id", order.asset_id)):
        there = row.packed.get(name, here)
        if there != here:
            yield _both(order, name, here, there)


def _differs(
    order: WorkOrder, stored: Closure | None, handed: HandedIn, package_id: str
) -> Iterator[Message]:
    """Yield both values of what differs from data that others handed in or corrected, or that are final."""
    if stored is None or order.state in _AT_WORK:
        return
    ours = _kept_values(stored)
    untouched = _given(stored, package_id, handed.author) == ours
    if untouched and order.state is not OrderState.CLOSED:
        return
    theirs = _kept_values(
        replace(
            stored,
            fields=handed.fields,
            parts=handed.parts,
            valves=handed.valves,
            valve_notes=handed.valve_notes,
        )
    )
    differing = [name for name in sorted({*ours, *theirs}) if ours.get(name, "") != theirs.get(name, "")]
    for name in differing:
        yield _both(order, name, ours.get(name, ""), theirs.get(name, ""))
    if not differing:
        yield _both(order, "photos", ", ".join(stored.photos), ", ".join(handed.photos))


def _both(order: WorkOrder, field: str, here: str, there: str) -> Message:
    return Message("field.both", {"order": order.order_id, "field": field, "here": here, "there": there})


def _given(stored: Closure, package_id: str, author: str) -> Mapping[str, str] | None:
    """Return the values that came with the same package by the same author before; None for any other."""
    try:
        before = json.loads(stored.raw)
        if before["package"] != package_id or stored.author != author:
            return None
        values = dict(before["values"])
    except (ValueError, TypeError, KeyError):
        return None
    return {name: text for name, text in values.items() if name not in ("author", "order_id") and text}


def _kept_values(closure: Closure) -> dict[str, str]:
    values = {
        **closure.fields,
        **{f"parts.{name}": str(count) for name, count in closure.parts.items()},
        **{f"valves.{name}.state": state for name, state in closure.valves.items()},
        **{f"valves.{name}.note": note for name, note in closure.valve_notes.items()},
    }
    return {name: text for name, text in values.items() if text}
