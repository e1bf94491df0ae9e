# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of an order: kept among its attachments, whoever hands them in, before the works or after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from ...core.errors import InputError
from ...workorders.closing.records import Closure
from ...workorders.orders import WorkOrder
from ...workorders.teleservice.records import PHOTOS, NoticeFile, is_photo
from ..life.gathered import first
from ..ports import Workspace
from .attachments import Attachments, stored_name

# how a JPEG and a PNG begin (ISO 10918-1, ISO 15948): what browsers and prints show
_KINDS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of an order by its path in the folder of attachments; ``day`` is when it was handed in."""

    stored_as: str
    name: str
    day: date | None


def photo_name(order_id: str, name: str, data: bytes) -> str:
    """Return where a photo that was handed back for an order is kept in the folder of attachments."""
    return stored_name(sha256(data).hexdigest(), order_id, PHOTOS, name.rpartition("/")[2])


def picture_kind(data: bytes) -> str:
    """Return the media type of a picture by its own mark, empty for none that can be shown."""
    return next((kind for mark, kind in _KINDS.items() if data.startswith(mark)), "")


def attach_photo(
    workspace: Workspace,
    order_id: str,
    data: bytes,
    *,
    file: str,
    day: date,
    attachments: Attachments,
    who: str,
) -> NoticeFile:
    """Keep a photo with an order; the same one twice changes nothing.

    One journaled command. ``InputError`` for what is neither JPEG nor PNG, and for an unknown order.
    """
    order = workspace.get(WorkOrder, order_id)
    if not picture_kind(data):
        raise InputError("photo.no_picture", file=file)
    digest = sha256(data).hexdigest()
    record = NoticeFile(
        file_id=f"{order_id}/{PHOTOS}/{digest[:12]}",
        order_id=order.order_id,
        operator="",
        name=file,
        stored_as=stored_name(digest, order_id, PHOTOS, file),
        sha256=digest,
        size_bytes=len(data),
        received_on=day,
    )
    before = first(workspace.all(NoticeFile, file_id=record.file_id))
    if before is not None:
        # the file may have gone from the folder
        with attachments.kept({before.stored_as: data}):
            return before
    with attachments.kept({record.stored_as: data}), workspace.command("attach photo", who=who) as writing:
        writing.add([record])
    return replace(record, version=workspace.get(NoticeFile, record.file_id).version)


def photos_of(workspace: Workspace, order_id: str) -> tuple[Photo, ...]:
    """Return the photos of an order by day: attached to it, and handed back when it was closed."""
    attached = {
        one.stored_as: Photo(one.stored_as, one.name, one.received_on)
        for one in workspace.all(NoticeFile, order_id=order_id)
        if one.is_photo
    }
    closure = first(workspace.all(Closure, order_id=order_id))
    for stored_as in closure.photos if closure else ():
        if is_photo(order_id, stored_as) and stored_as not in attached:
            # the digest before the name is ours
            name = stored_as.rpartition("/")[2].partition("_")[2]
            attached[stored_as] = Photo(stored_as, name, closure.received_at.date() if closure else None)
    return tuple(sorted(attached.values(), key=lambda one: (one.day or date.min, one.name)))
