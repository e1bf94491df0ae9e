# SPDX-License-Identifier: GPL-3.0-or-later
"""Ties between visits: one after another, together, apart, by the same agent, on the same day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from graphlib import CycleError, TopologicalSorter

from ...core.messages import Message


class LinkKind(Enum):
    """What ties two visits: see ``Link``."""

    AFTER = "after"
    TOGETHER = "together"
    APART = "apart"
    SAME_AGENT = "same_agent"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two visits, named by their ids.

    AFTER: the second starts at least ``min_lag_s`` and at most ``max_lag_s`` (None: any time) after the end
    of the first, and is only made if the first is. TOGETHER: both start at one moment, on one day and by
    different agents, or neither is made. APART: they never overlap in time. SAME_AGENT, SAME_DAY: if both
    are made, by the same agent, on the same day.
    """

    first: str
    second: str
    kind: LinkKind
    min_lag_s: int = 0
    max_lag_s: int | None = None


def together(links: Sequence[Link], visits: Sequence[str]) -> list[list[int]]:
    """Return the visits (indices) in groups that start together, in order of the first of each group."""
    number = {visit: index for index, visit in enumerate(visits)}
    group = list(range(len(visits)))
    for link in links:
        if link.kind is LinkKind.TOGETHER:
            one, other = group[number[link.first]], group[number[link.second]]
            group = [min(one, other) if own in (one, other) else own for own in group]
    members: dict[int, list[int]] = {}
    for index, own in enumerate(group):
        members.setdefault(own, []).append(index)
    return list(members.values())


def link_issues(links: Sequence[Link], roles: Mapping[str, int]) -> Iterator[Message]:
    """Yield what is wrong with links between visits, given as ids with their number of roles."""
    unknown = False
    for link in links:
        which = {"first": link.first, "second": link.second, "kind": link.kind.value}
        for visit in (link.first, link.second):
            if visit not in roles:
                unknown = True
                yield Message("tour.link_unknown", which | {"visit": visit})
        if link.first == link.second:
            yield Message("tour.link_self", which)
        if link.min_lag_s < 0 or (link.max_lag_s is not None and link.max_lag_s < link.min_lag_s):
            yield Message("tour.link_lag", which | {"least": link.min_lag_s, "most": link.max_lag_s})
        if link.kind is LinkKind.SAME_AGENT and {roles.get(link.first, 1), roles.get(link.second, 1)} != {1}:
            yield Message("tour.link_crew", which)
    if not unknown:
        yield from _contradictions(links, list(roles))


def _contradictions(links: Sequence[Link], visits: Sequence[str]) -> Iterator[Message]:
    """Yield visits that would have to come after themselves, or overlap and not overlap."""
    group = {visits[index]: number for number, own in enumerate(together(links, visits)) for index in own}
    follows = TopologicalSorter[int]()
    for link in links:
        one, other = group[link.first], group[link.second]
        if one == other and link.kind in (LinkKind.APART, LinkKind.SAME_AGENT, LinkKind.AFTER):
            which = {"first": link.first, "second": link.second, "kind": link.kind.value}
            yield Message("tour.link_contradicts", which)
        elif link.kind is LinkKind.AFTER:
            follows.add(other, one)
    try:
        follows.prepare()
    except CycleError as error:
        circle = [next(v for v in visits if group[v] == number) for number in error.args[1]]
        yield Message("tour.link_circle", {"visits": " → ".join(reversed(circle))})
