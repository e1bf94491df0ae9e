# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong between a use case and its workspace, in the user's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ..core.errors import Failure
from ..core.messages import Message, templates
from ..workorders.lifecycle import order_state
from ..workorders.orders import OrderState

# longer values, such as the outline of a dig, are cut short
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a stale record: what the workspace holds and what the caller wanted to store."""

    field: str
    stored: object
    wanted: object


class StaleWrite(Failure):
    """A record was changed by someone else after it was read; nothing is merged silently."""

    def __init__(
        self, *, table: str, key: str, who: str, at: object, differences: tuple[Difference, ...]
    ) -> None:
        self.differences = differences
        said: Mapping[str, object] = {"table": table, "key": key, "who": who, "at": at}
        if not differences:
            super().__init__("record.gone", **said)
            return
        super().__init__(
            "record.stale",
            **said,
            fields=tuple(field_name(difference.field) for difference in differences),
            stored=tuple(said_value(difference.stored) for difference in differences),
            wanted=tuple(said_value(difference.wanted) for difference in differences),
        )


def field_name(name: str) -> Message | str:
    """Return what a field is called; a column of a layer keeps its own name."""
    said = Message(f"field.{name}")
    return said if said.code in templates() else name


def said_value(value: object) -> Message | str:
    """Return a stored value as users write it in files and commands, a state in words."""
    if isinstance(value, OrderState):
        return order_state(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    text = "-" if value in (None, "") else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
