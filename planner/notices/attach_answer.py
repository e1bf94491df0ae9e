# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan or letter that an operator answered with on its own, kept with the order under its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

from ...core.errors import InputError
from ...core.near_names import near_names
from ...workorders.orders import WorkOrder
from ...workorders.teleservice.records import NoticeFile
from ..life.gathered import first, operators_of
from ..ports import Workspace
from .attachments import Attachments, stored_name

# how a PDF begins, within its first kilobyte (ISO 32000-1, annex H)
_PDF, _WITHIN = b"%PDF-", 1024


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a PDF by its own mark, whatever its name says."""
    return _PDF in data[:_WITHIN]


def attach_answer(
    workspace: Workspace,
    order_id: str,
    data: bytes,
    *,
    file: str,
    operator: str,
    day: date,
    attachments: Attachments,
    who: str,
) -> NoticeFile:
    """Keep a PDF as the answer of an operator of a day; the same one twice changes nothing.

    One journaled command. ``InputError`` for what is no PDF, an unknown order, or an operator that has no
    network near its dig and that the teleservice did not name.
    """
    order = workspace.get(WorkOrder, order_id)
    known = {one.name for one in operators_of(workspace, order)}
    if operator not in known:
        near = near_names(operator, known)
        raise InputError("life.unknown_operator", order=order_id, found=operator, near=near)
    if not is_pdf(data):
        raise InputError("notices.no_pdf", file=file)
    digest = sha256(data).hexdigest()
    record = NoticeFile(
        file_id=f"{order_id}/{operator}/{digest[:12]}",
        order_id=order.order_id,
        operator=operator,
        name=file,
        stored_as=stored_name(digest, order_id, operator, file),
        sha256=digest,
        size_bytes=len(data),
        received_on=day,
    )
    before = first(workspace.all(NoticeFile, file_id=record.file_id))
    if before is not None and replace(record, version=before.version) == before:
        return before
    with attachments.kept({record.stored_as: data}), workspace.command("attach answer", who=who) as writing:
        if before is None:
            writing.add([record])
        else:
            writing.save(replace(record, version=before.version))
    return workspace.get(NoticeFile, record.file_id)
