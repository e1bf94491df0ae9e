# SPDX-License-Identifier: GPL-3.0-or-later
"""Links to visits that have left, as what they leave to the other visit: windows, days, agents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ...core.ids import AgentId
from ..model.links import Link, LinkKind
from ..model.problem import Pin, Visit

_FOREVER_S = 2**40
_Windows = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Frozen:
    """A visit that has left: from when to when it is made, its duration, by whom, on which day."""

    start_s: int
    end_s: int
    duration_s: int
    agents: frozenset[AgentId]
    day: int


def narrowed(visit: Visit, link: Link, frozen: Frozen, *, agents: Collection[AgentId]) -> Visit:
    """Return a visit as its link to one that has left allows it; ``agents`` are all there are.

    A visit that the link rules out is forbidden to everyone.
    """
    match link.kind:
        case LinkKind.SAME_AGENT:
            return replace(visit, forbidden=visit.forbidden | (frozenset(agents) - frozen.agents))
        case LinkKind.SAME_DAY:
            return _on_day(visit, frozen.day, agents)
    windows = tuple(_common(visit.windows or ((0, _FOREVER_S),), _open(visit, link, frozen)))
    if not windows:
        return replace(visit, forbidden=frozenset(agents))
    return replace(visit, windows=windows)


def _on_day(visit: Visit, day: int, agents: Collection[AgentId]) -> Visit:
    pin = visit.pin or Pin()
    if pin.day not in (None, day):
        return replace(visit, forbidden=frozenset(agents))
    return replace(visit, pin=replace(pin, day=day))


def _open(visit: Visit, link: Link, frozen: Frozen) -> _Windows:
    """Return when a visit may start beside one that has left."""
    longest_s = visit.duration_s + max(role.lag_s[1] for role in visit.roles)
    before_s = frozen.start_s - longest_s
    if link.kind is LinkKind.APART:
        return [(0, before_s)] * (before_s >= 0) + [(frozen.end_s, _FOREVER_S)]
    if link.kind is LinkKind.TOGETHER:
        return [(frozen.start_s, frozen.start_s)]
    if link.second == visit.visit_id:
        most_s = _FOREVER_S if link.max_lag_s is None else frozen.end_s + link.max_lag_s
        return [(frozen.end_s + link.min_lag_s, most_s)]
    latest_s = before_s - link.min_lag_s
    return [(0, latest_s)] * (latest_s >= 0)


def _common(one: _Windows, other: _Windows) -> Iterator[tuple[int, int]]:
    for from_s, to_s in one:
        for opens_s, closes_s in other:
            if max(from_s, opens_s) <= min(to_s, closes_s):
                yield max(from_s, opens_s), min(to_s, closes_s)
