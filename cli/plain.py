# SPDX-License-Identifier: GPL-3.0-or-later
"""Results as JSON: points are [x, y], other geometries GeoJSON, times ISO, unknown numbers null."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path

from shapely.geometry import Point, mapping
from shapely.geometry.base import BaseGeometry

from ..core.messages import Message
from ..core.rules import Label


def plain(value: object, text: Callable[[Message], str]) -> object:
    """Return a value as JSON knows it; ``text`` says a message."""
    if isinstance(value, Message):
        return text(value)
    if isinstance(value, Label):
        return {"en": value.en, "fr": value.fr}
    if isinstance(value, Enum):
        return plain(value.value, text)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, BaseGeometry):
        return _geometry(value)
    if isinstance(value, Mapping):
        return {str(plain(key, text)): plain(item, text) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name), text) for item in fields(value)}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, text) for item in value]
    return str(value) if isinstance(value, Path) else value


def _geometry(geometry: BaseGeometry) -> object:
    if isinstance(geometry, Point):
        return [] if geometry.is_empty else [geometry.x, geometry.y]
    return mapping(geometry)
