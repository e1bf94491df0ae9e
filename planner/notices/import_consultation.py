# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a consultation of the teleservice to the order that it was made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import sha256

import numpy as np
import shapely
from pyproj import Transformer
from pyproj.exceptions import ProjError
from shapely.geometry import MultiPolygon

from ...core.errors import InputError
from ...core.messages import Message
from ...workorders.life.notice_clock import expires_on
from ...workorders.life.records import OperatorAnswer
from ...workorders.orders import WorkOrder
from ...workorders.teleservice.archived import ConsultationFile, read_consultation_file
from ...workorders.teleservice.declaration import Consultation
from ...workorders.teleservice.records import NoticeConsultation, NoticeFile, NoticeOperator
from ...workorders.teleservice.rules import TeleserviceRules
from ..life.gathered import first
from ..life.paperwork import keep_start, notice_sent, reading_of
from ..ports import Transaction, Workspace
from ..records import Footprint, OrderConflict, OrderNotice
from .attachments import Attachments, stored_name
from .operators_named import calls_made, named_operators, with_contacts_named


@dataclass(frozen=True, slots=True)
class ImportedConsultation:
    """What an import brought to an order.

    ``outside_m2`` is what of the dig lies outside the declared footprint; ``changed`` is False when all of it
    was there already.
    """

    order_id: str
    number: str
    consulted_at: datetime
    kind: str
    footprint_m2: float
    outside_m2: float
    operators: tuple[NoticeOperator, ...]
    files: tuple[NoticeFile, ...]
    remarks: tuple[Message, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class _Order:
    """The order as it stands before the import."""

    order: WorkOrder
    notice: OrderNotice
    dig: Footprint | None
    conflicts: Sequence[OrderConflict]
    consultation: NoticeConsultation | None
    operators: Mapping[str, NoticeOperator]
    files: Mapping[str, NoticeFile]
    answers: Mapping[str, OperatorAnswer]


def import_consultation(
    workspace: Workspace,
    order_id: str,
    data: bytes,
    *,
    file: str,
    rules: TeleserviceRules,
    attachments: Attachments,
    day: date,
    who: str,
    sent_at: datetime | None = None,
    same: Mapping[str, str] | None = None,
    replaces: bool = False,
) -> ImportedConsultation:
    """Read a consultation and keep it with its order: number, footprint, operators to answer, attachments.

    ``sent_at`` says that the notice went out with it. ``same`` maps companies to the operators of our layers.
    ``replaces`` takes it in place of an earlier consultation, whose answers no longer count. The same file
    twice changes nothing. One journaled command.

    Raises
    ------
    InputError
        The file cannot be used, the order is unknown or needs no notice, its dig lies elsewhere, or it has
        another consultation already.
    """
    # first of all: it refuses most of what means harm, and needs nothing of the workspace
    found = read_consultation_file(data, file=file, rules=rules)
    before = _read_order(workspace, order_id)
    kept = _kept(before, found.consultation, workspace.crs, file=file)
    is_other = before.notice.number not in ("", kept.number)
    if is_other and not replaces:
        known = before.notice.number
        raise InputError("notices.other_number", order=order_id, found=kept.number, known=known)
    ours = [near.operator for near in before.conflicts]
    operators = named_operators(found.consultation, before.order.order_id, known=ours, same=same or {})
    files, contents = _files(found, before.order, day)
    notice = _notice(workspace, before, kept, is_other=is_other, sent_at=sent_at)
    notice = with_contacts_named(notice, before.conflicts, operators)
    answers = list(_calls(found.consultation, before, operators, is_other=is_other))
    changes = _Changes(before, kept, operators, files, notice, answers, is_other)
    if changes.any:
        with attachments.kept(contents), workspace.command("import consultation", who=who) as transaction:
            changes.write(transaction)
    outside_m2 = _outside_m2(before, kept.geometry, rules)
    remarks = _remarks(workspace, before, kept, operators, outside_m2=outside_m2, day=day)
    return changes.told(outside_m2, tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Changes:
    """What an import writes beside what is there."""

    before: _Order
    kept: NoticeConsultation
    operators: Sequence[NoticeOperator]
    files: Sequence[NoticeFile]
    notice: OrderNotice
    answers: Sequence[OperatorAnswer]
    is_other: bool

    @property
    def any(self) -> bool:
        """Tell whether anything differs from what is kept."""
        before = self.before
        return (
            _differs(before.consultation, self.kept)
            or self.notice != before.notice
            or bool(self.answers)
            or self.is_other
            or any(_differs(before.operators.get(o.notice_operator_id), o) for o in self.operators)
            or any(_differs(before.files.get(one.file_id), one) for one in self.files)
            or len(before.operators) > len(self.operators)
        )

    def told(self, outside_m2: float, remarks: tuple[Message, ...]) -> ImportedConsultation:
        """Return what the import tells."""
        return ImportedConsultation(
            order_id=str(self.kept.order_id),
            number=self.kept.number,
            consulted_at=self.kept.consulted_at,
            kind=self.kept.kind,
            footprint_m2=round(self.kept.geometry.area, 2),
            outside_m2=outside_m2,
            operators=tuple(self.operators),
            files=tuple(self.files),
            remarks=remarks,
            changed=self.any,
        )

    def write(self, transaction: Transaction) -> None:
        """Write it within a command."""
        before = self.before
        _keep(transaction, before.consultation, self.kept)
        for operator in self.operators:
            _keep(transaction, before.operators.get(operator.notice_operator_id), operator)
        for gone in before.operators.keys() - {one.notice_operator_id for one in self.operators}:
            transaction.remove(before.operators[gone])
        for one in self.files:
            _keep(transaction, before.files.get(one.file_id), one)
        for answer in before.answers.values() if self.is_other else ():
            transaction.remove(answer)
        for answer in self.answers:
            known = None if self.is_other else before.answers.get(answer.operator)
            _keep(transaction, known, answer)
        if self.notice != before.notice:
            keep_start(transaction, before.order, self.notice)


def _read_order(workspace: Workspace, order_id: str) -> _Order:
    order = workspace.get(WorkOrder, order_id)
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    if notice is None or notice.kind == "none":
        raise InputError("life.no_notice", order=order_id)
    return _Order(
        order=order,
        notice=notice,
        dig=first(workspace.all(Footprint, order_id=order_id)),
        conflicts=workspace.all(OrderConflict, order_id=order_id),
        consultation=first(workspace.all(NoticeConsultation, order_id=order_id)),
        operators={o.notice_operator_id: o for o in workspace.all(NoticeOperator, order_id=order_id)},
        files={one.file_id: one for one in workspace.all(NoticeFile, order_id=order_id)},
        answers={one.operator: one for one in workspace.all(OperatorAnswer, order_id=order_id)},
    )


def _kept(before: _Order, consultation: Consultation, crs: str, *, file: str) -> NoticeConsultation:
    """Return a consultation as it is kept; ``InputError`` when it has no place, or is that of another one."""
    placed = _placed(consultation, crs, file=file)
    _require_near(before, placed)
    return NoticeConsultation(
        order_id=before.order.order_id,
        number=consultation.number,
        consulted_at=consultation.consulted_at,
        kind=consultation.declaration.kind,
        schema_version=consultation.schema,
        geometry=placed,
    )


def _placed(consultation: Consultation, crs: str, *, file: str) -> MultiPolygon:
    """Return the declared footprint in the CRS of the workspace; ``InputError`` where it has no place."""
    declaration = consultation.declaration
    try:
        transformer = Transformer.from_crs(declaration.crs, crs, always_xy=True)
        placed: MultiPolygon = shapely.transform(
            declaration.footprint,
            lambda pairs: np.column_stack(transformer.transform(pairs[:, 0], pairs[:, 1])),
        )
    except ProjError as error:
        raise InputError("notices.unplaced", file=file, crs=declaration.crs) from error
    if not np.isfinite(shapely.get_coordinates(placed)).all() or not placed.is_valid:
        raise InputError("notices.unplaced", file=file, crs=declaration.crs)
    return placed


def _require_near(before: _Order, placed: MultiPolygon) -> None:
    """Refuse a consultation for another place: its dig would not be declared at all."""
    apart_m = 0.0 if before.dig is None else before.dig.geometry.distance(placed)
    if apart_m > 0:
        raise InputError("notices.elsewhere", order=before.order.order_id, distance_m=round(apart_m))


def _outside_m2(before: _Order, placed: MultiPolygon, rules: TeleserviceRules) -> float:
    if before.dig is None:
        return 0.0
    reach = placed.buffer(rules.footprint_tolerance_m)
    return round(float(before.dig.geometry.difference(reach).area), 2)


def _files(found: ConsultationFile, order: WorkOrder, day: date) -> tuple[list[NoticeFile], dict[str, bytes]]:
    """Return the records of the attachments and their contents by their path in the folder."""
    records, contents = [], {}
    for name, data in found.attachments.items():
        digest = sha256(data).hexdigest()
        stored_as = stored_name(digest, order.order_id, found.consultation.number, name)
        contents[stored_as] = data
        records.append(
            NoticeFile(
                file_id=f"{order.order_id}/{found.consultation.number}/{name}",
                order_id=order.order_id,
                operator="",
                name=name,
                stored_as=stored_as,
                sha256=digest,
                size_bytes=len(data),
                received_on=day,
            )
        )
    return records, contents


def _notice(
    workspace: Workspace,
    before: _Order,
    kept: NoticeConsultation,
    *,
    is_other: bool,
    sent_at: datetime | None,
) -> OrderNotice:
    """Return the order's notice under the number of the consultation, sent or still to be sent."""
    notice, reading = before.notice, reading_of(workspace, kept.consulted_at.date())
    if is_other:
        notice = replace(notice, sent_at=None, received_on=None, state="to_send")
    sent = sent_at or notice.sent_at
    if sent is not None:
        return notice_sent(notice, number=kept.number, sent_at=sent, consultation=kept, reading=reading)
    start_by = None if notice.kind == "ATU" else expires_on(kept.consulted_at.date(), reading.law)
    return replace(notice, number=kept.number, start_by=start_by)


def _calls(
    consultation: Consultation, before: _Order, operators: Sequence[NoticeOperator], *, is_other: bool
) -> Iterator[OperatorAnswer]:
    """Yield the calls that an urgent notice has written down, where no answer is noted yet."""
    names = {one.company: one.operator for one in operators}
    for operator, network in calls_made(consultation, names):
        known = None if is_other else before.answers.get(operator)
        if network.called_on is None or (known is not None and known.answered_at is not None):
            continue
        base = known or OperatorAnswer(f"{before.order.order_id}/{operator}", before.order.order_id, operator)
        at = datetime.combine(network.called_on, network.called_at or time())
        yield replace(base, answered_at=at, contact=network.called)


def _remarks(
    workspace: Workspace,
    before: _Order,
    kept: NoticeConsultation,
    operators: Sequence[NoticeOperator],
    *,
    outside_m2: float,
    day: date,
) -> Iterator[Message]:
    notice = before.notice
    if kept.kind != notice.kind:
        yield Message("notices.other_kind", {"found": kept.kind, "expected": notice.kind})
    if before.dig is None:
        yield Message("notices.no_dig", {"order": before.order.order_id})
    if outside_m2 > 0:
        yield Message("notices.outside", {"area_m2": outside_m2})
    consulted = kept.consulted_at.date()
    expires = expires_on(consulted, reading_of(workspace, consulted).law)
    if notice.kind != "ATU" and day > expires:
        yield Message("notices.too_old", {"day": expires})
    ours = {near.operator: near.is_sensitive for near in before.conflicts}
    for one in operators:
        if one.is_sensitive and not one.emergency_phone:
            yield Message("notices.no_phone", {"operator": one.operator})
        if one.operator not in ours:
            yield Message("notices.not_in_layers", {"operator": one.operator})
    for missing in sorted(ours.keys() - {one.operator for one in operators}):
        yield Message("notices.not_named", {"operator": missing})


def _differs(before: object, after: object) -> bool:
    return before is None or _as_kept(before, after) != before


def _as_kept(before: object, after: object) -> object:
    """Return a record as it would be kept: its version is the stored one's, a file keeps its first day."""
    same: dict[str, object] = {"version": before.version}  # type: ignore[attr-defined]
    if isinstance(before, NoticeFile):
        same["received_on"] = before.received_on
    return replace(after, **same)  # type: ignore[type-var]


def _keep(transaction: Transaction, before: object | None, after: object) -> None:
    if before is None:
        transaction.add([after])
    elif (kept := _as_kept(before, after)) != before:
        transaction.save(kept)
