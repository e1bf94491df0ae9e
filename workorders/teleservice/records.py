# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a consultation of the teleservice beside the order that it was made for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shapely.geometry import MultiPolygon

from ...core.ids import OrderId

# the folder of an order's photos among its attachments
PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class NoticeConsultation:
    """The consultation that stands behind an order's notice: one row an order.

    ``kind`` is a ``NoticeKind``; ``geometry`` the declared footprint in the CRS of the workspace.
    """

    order_id: OrderId
    number: str
    consulted_at: datetime
    kind: str
    schema_version: str
    geometry: MultiPolygon
    version: int = 0


@dataclass(frozen=True, slots=True)
class NoticeOperator:
    """An operator that the teleservice named for an order: one row an order and operator.

    ``operator`` is its name in our layers where it has one there, ``company`` that of the consultation.
    ``categories`` and ``works_classes`` are the teleservice's; ``is_sensitive``: one of its networks is.
    """

    notice_operator_id: str
    order_id: OrderId
    operator: str
    company: str
    agency: str
    categories: tuple[str, ...]
    works_classes: tuple[str, ...]
    is_sensitive: bool
    crosses_footprint: bool | None = None
    phone: str = ""
    emergency_phone: str = ""
    damage_phone: str = ""
    email: str = ""
    instructions: str = ""
    number: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A plan, letter or photo of an order, kept in the folder of attachments.

    It came with a consultation, or from an ``operator``; a photo from whoever took it.

    ``name`` is its path in the archive, ``stored_as`` that in the folder; ``sha256`` tells whether the file
    there is still the one that came.
    """

    file_id: str
    order_id: OrderId
    operator: str
    name: str
    stored_as: str
    sha256: str
    size_bytes: int
    received_on: date | None = None
    version: int = 0

    @property
    def is_photo(self) -> bool:
        """Tell whether it is a photo of the order: those have a folder of their own."""
        return is_photo(str(self.order_id), self.stored_as)


def is_photo(order_id: str, stored_as: str) -> bool:
    """Tell whether a path in the folder of attachments is that of a photo of an order."""
    return stored_as.startswith(f"{order_id}/{PHOTOS}/")
