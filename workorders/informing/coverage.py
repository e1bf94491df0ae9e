# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of the customers of a cut can be told, by which channels, and how many have been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .contacts import Channel
from .messages import TOLD, MessageState, OrderMessage


@dataclass(frozen=True, slots=True)
class Coverage:
    """Delivery points of a cut: how many by channel, how many of all are covered and told, who is not."""

    by_channel: Mapping[Channel, int]
    covered: int
    told: int
    total: int
    missing: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether somebody can be told for every delivery point."""
        return self.covered == self.total


def coverage(messages: Iterable[OrderMessage], *, purpose: str) -> Coverage:
    """Return the coverage of one purpose; what is called off does not count."""
    counted = [m for m in messages if m.purpose == purpose and m.state is not MessageState.CANCELLED]
    put_right = {m.replaces for m in counted}
    latest = {m.ref: m for m in counted if not m.if_valve and m.message_id not in put_right}
    by_channel: Counter[Channel] = Counter()
    for message in latest.values():
        by_channel[message.channel] += message.points
    missing = by_channel.pop(Channel.NONE, 0)
    total = missing + by_channel.total()
    return Coverage(
        by_channel=dict(by_channel.most_common()),
        covered=total - missing,
        told=sum(m.points for m in latest.values() if m.state in TOLD),
        total=total,
        missing=tuple(m.name or m.ref for m in latest.values() if m.channel is Channel.NONE),
    )
