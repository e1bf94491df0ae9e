# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be done: one intervention, who it takes, when it may start, what leaving it out costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...core.ids import AgentId
from ...core.messages import Message
from .clock import clock

# a window that is over long before anything can start
_NEVER = (-(2**40), -(2**40))


@dataclass(frozen=True, slots=True)
class Role:
    """One agent's part in a visit, with the skills that this agent must hold.

    It starts with the visit, or ``lag_s`` (least, most) after the start of the visit, which is that of its
    first role. ``duration_s`` is how long it takes where that differs from the visit's.
    """

    skills: frozenset[str] = frozenset()
    lag_s: tuple[int, int] = (0, 0)
    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """Who must make a visit (any of ``agents``, when there are some), on which day and when it starts."""

    agents: frozenset[AgentId] = frozenset()
    day: int | None = None
    start_s: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One intervention, made by as many agents at once as it has roles.

    Attributes
    ----------
    windows
        When the service may *start* (both ends included); who arrives early waits. Empty: at any time.
    roles
        One for each agent; all start together, unless a role has a lag, and stay for ``duration_s``.
    skills
        Each is held by at least one of the team. ``team_skills`` are held by all of it.
    equipment
        Each is on board at least one vehicle of the team; who comes alone may have picked it up at the store.
    parts
        How many of each part it uses up, from the van of the first role.
    earliest_s
        Start allowed by law or parts. ``due_s``: a start after it is late, and each second late counts
        ``lateness_factor`` times; a role with a lag counts its own start as well.
    value_min
        Cost, in minutes, of leaving the visit out. ``late_if_left_out_min`` comes on top of it: how late the
        visit counts then. It is no reason to make the visit rather than another one.
    subcontract_min
        Price, in minutes, at which someone else makes the visit, where that can be had.
    preferred, forbidden
        Agents who should make it (soft), who must not (hard).
    published
        The agents and days that the published plan gave it to; any other counts as a move.
    hopeless
        No shift can make it (see ``explain.soundness``): its work is nobody's share.
    """

    visit_id: str
    place: int
    duration_s: int
    windows: tuple[tuple[int, int], ...] = ()
    roles: tuple[Role, ...] = (Role(),)
    skills: frozenset[str] = frozenset()
    team_skills: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    parts: Mapping[str, int] = field(default_factory=dict)
    earliest_s: int = 0
    due_s: int | None = None
    lateness_factor: int = 1
    value_min: int = 1_000
    late_if_left_out_min: int = 0
    subcontract_min: int | None = None
    preferred: frozenset[AgentId] = frozenset()
    forbidden: frozenset[AgentId] = frozenset()
    pin: Pin | None = None
    published: frozenset[tuple[AgentId, int]] = frozenset()
    hopeless: bool = False

    def duration_of(self, role: int) -> int:
        """Return how long a role takes, in seconds."""
        own_s = self.roles[role].duration_s if role < len(self.roles) else None
        return self.duration_s if own_s is None else own_s

    @property
    def left_out_min(self) -> int:
        """Return what leaving it out costs in all."""
        return self.value_min + self.late_if_left_out_min

    @property
    def work_s(self) -> int:
        """Return the working time of all roles."""
        return sum(map(self.duration_of, range(len(self.roles))))

    @property
    def opens(self) -> tuple[tuple[int, int], ...]:
        """Return when it may start, a pinned start included, before ``earliest_s``; empty: at any time."""
        if self.pin is None or self.pin.start_s is None:
            return self.windows
        start_s = self.pin.start_s
        if self.windows and not any(from_s <= start_s <= to_s for from_s, to_s in self.windows):
            return (_NEVER,)
        return ((start_s, start_s),)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return the windows as they were asked for; a start that they exclude stands beside them."""
        if self.pin is None or self.pin.start_s is None:
            return self.windows
        pinned = (self.pin.start_s, self.pin.start_s)
        return (*self.windows, pinned) if _NEVER in self.opens else (pinned,)

    @property
    def when(self) -> str:
        """Return the windows as text, and what a pin makes of them."""
        return ", ".join(
            clock(from_s) if from_s == to_s else f"{clock(from_s)}-{clock(to_s)}"
            for from_s, to_s in self.spans
        )


def visit_issues(visit: Visit, places: int) -> Iterator[Message]:
    """Yield the values of a visit that cannot be meant; ``places`` is the size of the travel matrix."""
    which = {"visit": visit.visit_id}
    if not 0 <= visit.place < places:
        yield Message("tour.visit_place", which | {"place": visit.place, "count": places})
    if not visit.roles:
        yield Message("tour.visit_roles", which)
    for role in visit.roles:
        if not 0 <= role.lag_s[0] <= role.lag_s[1] or (role is visit.roles[0] and role.lag_s != (0, 0)):
            yield Message("tour.role_lag", which | {"least": role.lag_s[0], "most": role.lag_s[1]})
    numbers = {name: getattr(visit, name) for name in ("duration_s", "value_min", "lateness_factor")}
    numbers |= {"roles.duration_s": min(map(visit.duration_of, range(len(visit.roles))), default=0)}
    numbers |= {"late_if_left_out_min": visit.late_if_left_out_min}
    numbers |= {"subcontract_min": visit.subcontract_min or 0}
    numbers |= {f"parts.{part}": count for part, count in visit.parts.items()}
    for name, found in numbers.items():
        if found < 0:
            yield Message("tour.visit_negative", which | {"field": name, "found": found})
    for from_s, to_s in visit.windows:
        if to_s < from_s:
            yield Message("tour.visit_window", which | {"start": clock(from_s), "end": clock(to_s)})
