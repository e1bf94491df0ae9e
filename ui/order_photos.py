# SPDX-License-Identifier: GPL-3.0-or-later
"""The photos of an order for the ORDER dock: small pictures that open the whole ones. Touches no widget."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import QBuffer, QIODevice, QUrl
from qgis.PyQt.QtGui import QImageReader

from ..core.errors import InputError
from ..planner.notices.photos import photos_of
from ..planner.ports import Workspace
from ..qgis_bridge.figures import day_text
from ..qgis_bridge.messages import counted, tr
from ..store.attachment_folder import attachment_folder
from .rich_text import heading, paragraph

_HEIGHT_PX = 150
# beyond this a picture is none that a camera made, and is not unpacked
_MOST_PIXELS = 200_000_000


@dataclass(frozen=True, slots=True)
class OrderPhoto:
    """A photo by name; ``small`` is a picture as a data URL, empty where it cannot be read."""

    name: str
    day: date | None
    path: Path | None
    small: str


def read_photos(workspace: Workspace, order_id: str) -> tuple[OrderPhoto, ...]:
    """Return the photos of an order with small pictures of those that are in the folder."""
    folder, found = attachment_folder(workspace), []
    for photo in photos_of(workspace, order_id):
        path = None
        # a path that leads out of the folder is no photo of ours
        with suppress(InputError):
            path = folder.path_of(photo.stored_as)
        found.append(OrderPhoto(photo.name, photo.day, path, small_picture(path) if path else ""))
    return tuple(found)


def small_picture(path: Path) -> str:
    """Return a picture as a small JPEG in a data URL, turned as it was taken; empty for what is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return ""
    if size.height() > _HEIGHT_PX:
        reader.setScaledSize(size * (_HEIGHT_PX / size.height()))
    image, buffer = reader.read(), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not image.save(buffer, "JPEG"):
        return ""
    return f"data:image/jpeg;base64,{b64encode(bytes(buffer.data())).decode()}"


def photos_part(photos: Sequence[OrderPhoto]) -> str:
    """Return the photos as a part of a page; a click opens one whole, one that is not there is named."""
    if not photos:
        return ""
    return heading(counted(tr("Photos ({count})"), count=len(photos))) + "".join(map(_photo, photos))


def _photo(photo: OrderPhoto) -> str:
    said = " · ".join(filter(None, (photo.name, day_text(photo.day) if photo.day else "")))
    if photo.path is None:
        return paragraph(escape(tr("{photo}: not in the folder of attachments").format(photo=said)))
    picture = f'<img src="{photo.small}"><br>' if photo.small else ""
    address = QUrl.fromLocalFile(str(photo.path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return paragraph(f'<a href="{escape(address)}">{picture}{escape(said)}</a>')
