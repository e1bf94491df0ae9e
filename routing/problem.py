# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour problem and its solution: immutable, in integer seconds and metres.

Times are seconds from midnight of the first day (the second day starts at 86,400); places are indices into
the travel matrix.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from ..core.errors import InputError
from ..core.ids import AgentId
from ..core.messages import Message
from .links import Link, link_issues
from .planning_rules import Weights
from .travel import TravelMatrix


@dataclass(frozen=True, slots=True)
class Break:
    """A pause that lies wholly between ``from_s`` and ``to_s``, never inside a visit.

    It may interrupt the drive. An agent who is back early enough to take it after the tour needs none on it.
    """

    from_s: int
    to_s: int
    duration_s: int

    @property
    def latest_start_s(self) -> int:
        """Return the last moment at which it can begin."""
        return self.to_s - self.duration_s


@dataclass(frozen=True, slots=True)
class Shift:
    """One agent's working day.

    The agent leaves ``start_place`` at ``start_s`` or later and is back at ``end_place`` by ``end_s`` plus at
    most ``overtime_s``. ``skills`` are those valid on that day; ``equipment`` is what the vehicle carries.
    ``breaks`` follow each other in time.
    """

    agent: AgentId
    day: int
    start_place: int
    end_place: int
    start_s: int
    end_s: int
    skills: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    breaks: tuple[Break, ...] = ()
    overtime_s: int = 0

    @property
    def capacity_s(self) -> int:
        """Return the ordinary working time, breaks apart."""
        return self.end_s - self.start_s - sum(pause.duration_s for pause in self.breaks)


@dataclass(frozen=True, slots=True)
class Role:
    """One agent's part in a visit, with the skills that this agent must hold.

    It starts with the visit, or ``lag_s`` (least, most) after the start of the visit, which is that of its
    first role.
    """

    skills: frozenset[str] = frozenset()
    lag_s: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Pin:
    """Who must make a visit (any of ``agents``, when there are some) and on which day (when given)."""

    agents: frozenset[AgentId] = frozenset()
    day: int | None = None


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
        Each is on board at least one vehicle of the team.
    earliest_s
        Start allowed by law or parts. ``due_s``: a start after it is late, and each second late counts
        ``lateness_factor`` times; a role with a lag counts its own start as well.
    value_min
        Cost, in minutes, of leaving the visit out.
    preferred, forbidden
        Agents who should make it (soft), who must not (hard).
    published
        The agents and days that the published plan gave it to; any other counts as a move.
    """

    visit_id: str
    place: int
    duration_s: int
    windows: tuple[tuple[int, int], ...] = ()
    roles: tuple[Role, ...] = (Role(),)
    skills: frozenset[str] = frozenset()
    team_skills: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    earliest_s: int = 0
    due_s: int | None = None
    lateness_factor: int = 1
    value_min: int = 1_000
    preferred: frozenset[AgentId] = frozenset()
    forbidden: frozenset[AgentId] = frozenset()
    pin: Pin | None = None
    published: frozenset[tuple[AgentId, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """Who works when, what is to be visited, how long the ways are, and what counts how much.

    A value that cannot be meant (a shift that ends before it starts, ...) raises ``InputError`` naming it.
    A visit that merely cannot be planned is no error: ``explain`` says why.
    """

    shifts: tuple[Shift, ...]
    visits: tuple[Visit, ...]
    travel: TravelMatrix
    weights: Weights
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        for issue in self._issues():
            raise InputError(issue.code, **issue.params)

    def index_of(self, visit_id: str) -> int:
        """Return the index of a visit."""
        return next(index for index, visit in enumerate(self.visits) if visit.visit_id == visit_id)

    def _issues(self) -> Iterator[Message]:
        shift_keys = [(shift.agent, shift.day) for shift in self.shifts]
        for agent, day in {key for key in shift_keys if shift_keys.count(key) > 1}:
            yield Message("tour.shift_twice", {"agent": agent, "day": day + 1})
        ids = [visit.visit_id for visit in self.visits]
        if len(set(ids)) < len(ids):
            yield Message("tour.visit_twice", {"visit": next(v for v in ids if ids.count(v) > 1)})
        for shift in self.shifts:
            yield from _shift_issues(shift, self.travel.size)
        for visit in self.visits:
            yield from _visit_issues(visit, self.travel.size)
        yield from link_issues(self.links, {visit.visit_id: len(visit.roles) for visit in self.visits})
        for term in fields(self.weights):
            if not getattr(self.weights, term.name) >= 0:
                yield Message("tour.weight", {"term": term.name, "found": getattr(self.weights, term.name)})


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit on a tour: its index in the problem, and the role that the agent takes."""

    visit: int
    role: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """A break taken between the two stops around it: its index in the shift."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """The terms of a plan's cost in minutes, before weighting."""

    unplanned: float = 0.0
    lateness: float = 0.0
    travel: float = 0.0
    overtime: float = 0.0
    waiting: float = 0.0
    imbalance: float = 0.0
    preference: float = 0.0
    moves: float = 0.0

    def minutes(self) -> dict[str, float]:
        """Return each term by its name."""
        return {term.name: getattr(self, term.name) for term in fields(self)}

    def total(self, weights: Weights) -> float:
        """Return the weighted sum."""
        return sum(float(getattr(weights, name)) * minutes for name, minutes in self.minutes().items())


@dataclass(frozen=True, slots=True)
class Solution:
    """One route for each shift of the problem, in the same order; the visits (ids) that none makes.

    Times are not part of it: they follow from the routes, every visit starting as soon as it can (``check``).
    ``order`` lists the visits (indices) as they are timed: of two that may not overlap, the earlier one goes
    first.
    """

    routes: tuple[tuple[Stop | Pause, ...], ...]
    unplanned: tuple[str, ...]
    cost: Cost
    total: float
    seed: int
    iterations: int
    seconds: float
    order: tuple[int, ...] = ()


def _shift_issues(shift: Shift, places: int) -> Iterator[Message]:
    whose = {"agent": shift.agent, "day": shift.day + 1}
    if shift.end_s < shift.start_s or shift.overtime_s < 0:
        yield Message("tour.shift_times", whose | {"start": clock(shift.start_s), "end": clock(shift.end_s)})
    for place in (shift.start_place, shift.end_place):
        if not 0 <= place < places:
            yield Message("tour.shift_place", whose | {"place": place, "count": places})
    free_s = shift.start_s
    for pause in shift.breaks:
        if pause.duration_s < 0 or max(free_s, pause.from_s) > pause.latest_start_s:
            yield Message("tour.break", whose | {"start": clock(pause.from_s), "end": clock(pause.to_s)})
        free_s = pause.to_s


def _visit_issues(visit: Visit, places: int) -> Iterator[Message]:
    which = {"visit": visit.visit_id}
    if not 0 <= visit.place < places:
        yield Message("tour.visit_place", which | {"place": visit.place, "count": places})
    if not visit.roles:
        yield Message("tour.visit_roles", which)
    for role in visit.roles:
        if not 0 <= role.lag_s[0] <= role.lag_s[1] or (role is visit.roles[0] and role.lag_s != (0, 0)):
            yield Message("tour.role_lag", which | {"least": role.lag_s[0], "most": role.lag_s[1]})
    for name in ("duration_s", "value_min", "lateness_factor"):
        if getattr(visit, name) < 0:
            yield Message("tour.visit_negative", which | {"field": name, "found": getattr(visit, name)})
    for from_s, to_s in visit.windows:
        if to_s < from_s:
            yield Message("tour.visit_window", which | {"start": clock(from_s), "end": clock(to_s)})


def clock(seconds: int) -> str:
    """Return seconds from midnight of the first day as ``08:30``, the second day as ``2 08:30``."""
    day, rest = divmod(seconds, 86_400)
    text = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
    return f"{day + 1} {text}" if day else text
