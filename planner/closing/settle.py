# SPDX-License-Identifier: GPL-3.0-or-later
"""Take closure data in: check them, move the order as far as they and the gates let it, in one command.

With it go the stock of the vans, the valves as they were left, and the readings of the asset.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.messages import Message
from ...workorders.closing.checks import closure_findings
from ...workorders.closing.known import Finding
from ...workorders.closing.presence import RESULT
from ...workorders.closing.records import Closure, CorrectionRequest
from ...workorders.closing.values import moment_of, text_of
from ...workorders.history import ClosedIntervention
from ...workorders.life.gate_facts import Found
from ...workorders.life.gates import findings
from ...workorders.life.moves import Trail
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..asset_changes.propose import propose
from ..assets.asset_base import AssetBase
from ..intake.merge import requests_closed_by
from ..life.gathered import SHUT, first, gate_rules, gather_facts
from ..life.known_facts import form_for, known_of, open_corrections
from ..ports import Workspace
from ..records import ValveNote
from ..rule_versions import DatedRules, rule_book_of
from ..trails import trail_after
from .follow_ups import Writes, closed, not_on_board, parts_of, readings, valve_notes

_S = OrderState
_NOT_DONE = "not_done"
_SHUT_NAMES = frozenset(state.value for state in SHUT)


@dataclass(frozen=True, slots=True)
class Settled:
    """Where closure data brought an order: what the checks found, and what still keeps it open."""

    order: WorkOrder
    closure: Closure
    findings: tuple[Finding, ...]
    lacks: tuple[Message, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Return the findings that have to be corrected."""
        return tuple(one for one in self.findings if one.is_error)


def settle(
    workspace: Workspace,
    order: WorkOrder,
    closure: Closure,
    *,
    book: RuleBook,
    now: datetime,
    who: str,
    name: str,
    beside: Sequence[object] = (),
    answered: CorrectionRequest | None = None,
    base: AssetBase | None = None,
) -> Settled:
    """Store closure data with all that follows from them, in one command called ``name``.

    ``beside`` are new records that belong to the command, ``answered`` a correction that it answers. Nothing
    is written when nothing changes. Errors put the order to be corrected; what keeps it open otherwise is
    returned.

    Raises
    ------
    InputError
        The order's life has no way from its state to a closed one.
    """
    form = form_for(order, book)
    known = known_of(workspace, order, closure, form, book=book, now=now, base=base)
    found = closure_findings(closure, form, book.closure, known)
    is_sound = not any(one.is_error for one in found)
    used = parts_of(workspace, closure, is_sound=is_sound)
    found += tuple(not_on_board(used))
    closure = replace(closure, taken=dict(used.taken))
    notes = valve_notes(workspace, closure, known)
    trail = trail_after(workspace, [order], now=now, who=who)
    asked = open_corrections(workspace, order, but=answered.correction_id if answered else "")
    moved, lacks = _moved(
        workspace, order, closure, trail, errors=_why(found), asked=asked, notes=[note for _, note in notes]
    )
    writes = Writes(new=[*trail.made, *beside], changed=[*used.lines, *([answered] if answered else [])])
    for old, note in notes:
        writes.keep(note, old)
    for old_reading, reading in readings(workspace, order, closure, form, known) if is_sound else ():
        writes.keep(reading, old_reading)
    if is_sound:
        proposed = propose(workspace, order, closure, form.names, rules=book.asset_changes, now=now)
        writes.new += proposed.new
        writes.changed += proposed.changed
    _add_order(workspace, writes, order, moved, closure, now)
    writes.write(workspace, name=name, who=who)
    return Settled(workspace.get(WorkOrder, order.order_id), closure, found, lacks)


def _add_order(
    workspace: Workspace, writes: Writes, order: WorkOrder, moved: WorkOrder, closure: Closure, now: datetime
) -> None:
    """Add the closure data and the order as it is now; once closed its history, and the requests over."""
    writes.keep(closure, first(workspace.all(Closure, order_id=order.order_id)))
    if moved != order:
        writes.changed.append(moved)
    if moved.state is not _S.CLOSED:
        return
    if order.state is not _S.CLOSED:
        writes.changed += requests_closed_by(workspace, moved, at=now)
    history = first(workspace.all(ClosedIntervention, order_id=order.order_id))
    for intervention in closed(moved, closure):
        writes.keep(intervention, history)


def _moved(
    workspace: Workspace,
    order: WorkOrder,
    closure: Closure,
    trail: Trail,
    *,
    errors: str,
    asked: tuple[Message, ...],
    notes: Iterable[ValveNote],
) -> tuple[WorkOrder, tuple[Message, ...]]:
    """Return the order as far as its life goes now, and what keeps it open beside errors.

    What was not done waits for a new day instead of being closed.
    """
    if order.state is _S.CLOSED:
        return order, ()
    causes = rule_book_of(workspace, trail.at.date()).life.not_done
    reported = _reported(order, closure, trail, causes)
    if errors or asked:
        why = errors or ", ".join(str(one.params["field"]) for one in asked)
        is_there = reported.state is _S.TO_CORRECT
        return reported if is_there else trail.move(reported, _S.TO_CORRECT, reason=why), asked
    if text_of(closure.fields, RESULT) == _NOT_DONE:
        return _corrected(reported, closure, trail, _S.NOT_DONE), ()
    lacks = _gate(workspace, reported, notes, trail.at)
    if lacks:
        return _corrected(reported, closure, trail, _S.DONE), lacks
    return trail.move(reported, _S.CLOSED), ()


def _corrected(order: WorkOrder, closure: Closure, trail: Trail, reported: OrderState) -> WorkOrder:
    """Return an order in which nothing is left to correct as it was reported; in another state it stays."""
    if order.state is not _S.TO_CORRECT:
        return order
    said = text_of(closure.fields, "comment") or text_of(closure.fields, "cause") or "-"
    return trail.move(order, reported, reason=said if reported is _S.NOT_DONE else "")


def _reported(order: WorkOrder, closure: Closure, trail: Trail, causes: Collection[str]) -> WorkOrder:
    """Return the order as done or not done, at its actual times; later states stay."""
    is_done = text_of(closure.fields, RESULT) != _NOT_DONE
    moved = order
    if moved.state in (_S.DISPATCHED, _S.IN_PROGRESS):
        if moved.state is _S.DISPATCHED:
            moved = trail.move(moved, _S.IN_PROGRESS)
        if is_done:
            moved = trail.move(moved, _S.DONE)
        else:
            said = text_of(closure.fields, "cause") or "-"
            cause = said if said in causes else ""
            comment = text_of(closure.fields, "comment") or ("" if cause else said)
            moved = trail.move(moved, _S.NOT_DONE, reason=comment, cause=cause)
    elif moved.state not in (_S.DONE, _S.NOT_DONE, _S.TO_CORRECT):
        # its life says why this is no way
        trail.move(moved, _S.DONE)
    start, end = (moment_of(text_of(closure.fields, name)) for name in ("started_at", "ended_at"))
    if start is None or end is None or end < start:
        return moved
    return replace(moved, started_at=start, ended_at=end)


def _gate(
    workspace: Workspace, order: WorkOrder, notes: Iterable[ValveNote], now: datetime
) -> tuple[Message, ...]:
    """Return what keeps the order from being closed, with the valves as the closure says."""
    dated = DatedRules(workspace)
    facts = gather_facts(workspace, order, dated, day=now.date())
    left = {str(note.valve_id): Found(note.state not in _SHUT_NAMES, note.noted_at) for note in notes}
    facts = replace(facts, valves={**facts.valves, **left})
    return findings(OrderState.CLOSED, facts, gate_rules(dated, now))


def _why(found: Iterable[Finding]) -> str:
    """Return the fields with errors in one text, empty where there are none."""
    return ", ".join(dict.fromkeys(one.field for one in found if one.is_error))
