# SPDX-License-Identifier: GPL-3.0-or-later
"""What was noted of a call so far. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CallForm:
    """The fields as they were filled in.

    ``code`` is empty while the type is left to the words, ``place`` None while no place was chosen: x and y
    in the workspace's CRS. ``asset_id`` is the asset that was chosen, of those near or by its own id.
    ``quantity`` is how much there is to do, in the unit of the type of work.
    """

    received_at: datetime
    caller: str = ""
    phone: str = ""
    words: str = ""
    code: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    place: tuple[float, float] | None = None
    asset_id: str = ""
    quantity: float | None = None
