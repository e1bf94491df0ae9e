# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found wrong with an asset base, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from shapely import Geometry
from shapely.geometry import Point

from ...core.ids import AssetId
from ...core.messages import Message


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that would mend a defect without losing anything.

    ``action`` is ``move_end``, ``move_point``, ``merge_parts`` or ``set_value``; ``geometry`` is what the
    asset would be drawn as, ``column`` and ``value`` what would be written. Most corrections write down what
    the build took for granted and change no answer; those that ``needs_review`` join what it left apart or
    only guessed, so somebody who knows the place must look first.
    """

    action: str
    geometry: Geometry | None = None
    column: str = ""
    value: str = ""
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong with the asset base: how severe, where, which asset, in words, and how to mend it."""

    severity: str
    role: str
    asset_id: AssetId
    place: Point | None
    message: Message
    correction: Correction | None = None
