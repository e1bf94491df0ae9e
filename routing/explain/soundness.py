# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits that no plan can hold, whatever else it holds: found before the search, each with what is wrong.

``Problem`` refuses values that cannot be meant; these can be meant, and concern one visit only: it is left
out, and the rest is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...core.messages import Message
from ..model.links import Link, LinkKind
from ..model.problem import Pin, Problem, Shift, Visit, clock
from .clocked import Span, earliest_end_s, latest_end_s, starts
from .reason import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one visit; the reason is for the whole team."""

    visit_id: str
    reason: Reason

    @property
    def message(self) -> Message:
        """Return what is wrong as a sentence."""
        return Message("sound.visit", {"visit": self.visit_id, "problem": self.reason.message})


def findings(problem: Problem) -> tuple[Finding, ...]:
    """Return what keeps visits out of every plan, in the order of the visits, links last.

    A visit without a finding may still not fit. Takes time linear in visits x shifts.
    """
    own = [Finding(visit.visit_id, reason) for visit in problem.visits for reason in _wrong(problem, visit)]
    tied = [
        Finding(visit_id, Reason("link_never", detail=other))
        for link in problem.links
        for visit_id, other in _never(problem, link)
    ]
    hopeless = dict.fromkeys(finding.visit_id for finding in (*own, *tied))
    return (*own, *tied, *_dragged(problem, list(hopeless)))


def marked_hopeless(problem: Problem) -> Problem:
    """Return the problem whose visits say which of them have a finding: their work is nobody's share."""
    hopeless = {finding.visit_id for finding in findings(problem)}
    visits = tuple(
        replace(visit, hopeless=True) if visit.visit_id in hopeless else visit for visit in problem.visits
    )
    return replace(problem, visits=visits) if hopeless else problem


def _wrong(problem: Problem, visit: Visit) -> Iterator[Reason]:
    """Yield what is wrong with a visit by itself."""
    if problem.shifts and not any(problem.reaches(shift, visit) for shift in problem.shifts):
        yield Reason("unreachable")
    yield from _without_means(problem, visit)
    yield from _wrong_pin(problem, visit)
    is_on_a_day = visit.pin is None or visit.pin.day in {None, *(shift.day for shift in problem.shifts)}
    if problem.shifts and is_on_a_day and not starts(problem, visit):
        ends_s = max(shift.end_s + shift.overtime_s for shift in problem.shifts)
        if visit.earliest_s > ends_s:
            yield Reason("earliest_start", detail=clock(visit.earliest_s))
        else:
            yield Reason("window_outside", detail=visit.when)


def _without_means(problem: Problem, visit: Visit) -> Iterator[Reason]:
    """Yield the skills and the equipment that nobody has on any day, and crews larger than any day's team."""
    shifts = problem.shifts
    for skill in sorted(_wanted(visit).difference(*(shift.skills for shift in shifts))):
        yield Reason("skill_nobody", detail=skill)
    for role in visit.roles:
        together = role.skills | visit.team_skills
        known = all(any(skill in shift.skills for shift in shifts) for skill in together)
        if known and not any(together <= shift.skills for shift in shifts):
            yield Reason("skills_nobody", detail=" + ".join(sorted(together)))
            break
    for kind in sorted(visit.equipment.difference(*(shift.equipment for shift in shifts))):
        if len(visit.roles) > 1 or not any(shift.has_in_store(kind) for shift in shifts):
            yield Reason("equipment_nobody", detail=kind)
    for part, count in sorted(visit.parts.items()):
        if not any(shift.store or shift.stock.get(part, 0) >= count for shift in shifts):
            yield Reason("part_nobody", detail=part)
    days = {shift.day for shift in shifts}
    present = max((sum(shift.day == day for shift in shifts) for day in days), default=0)
    if present < len(visit.roles):
        yield Reason("crew", detail=f"{present}/{len(visit.roles)}")


def _wrong_pin(problem: Problem, visit: Visit) -> Iterator[Reason]:
    """Yield the rules that a pin contradicts."""
    pin = visit.pin or Pin()
    if not pin.agents and pin.day is None:
        return
    names = ", ".join(sorted(pin.agents))
    allowed = [shift for shift in problem.shifts if shift.agent not in visit.forbidden]
    if pin.agents and pin.agents <= visit.forbidden:
        yield Reason("pin_forbidden", detail=names)
    elif pin.day is not None and not any(shift.day == pin.day for shift in problem.shifts):
        yield Reason("pin_day", detail=f"{pin.day + 1}")
    elif not (kept := [shift for shift in allowed if _is_kept(pin, shift)]):
        yield Reason("pin_absent", detail=names)
    else:
        missing = _wanted(visit).difference(*(shift.skills for shift in kept))
        known = _wanted(visit).intersection(*[set().union(*(s.skills for s in problem.shifts))])
        yield from (Reason("pin_skill", detail=skill) for skill in sorted(missing & known))


def _is_kept(pin: Pin, shift: Shift) -> bool:
    return (not pin.agents or shift.agent in pin.agents) and pin.day in (None, shift.day)


def _wanted(visit: Visit) -> frozenset[str]:
    return visit.skills.union(visit.team_skills, *(role.skills for role in visit.roles))


def _never(problem: Problem, link: Link) -> Iterator[tuple[str, str]]:
    """Yield the visits (with the other one) that a link rules out because of windows, dates and shifts."""
    first = problem.visits[problem.index_of(link.first)]
    second = problem.visits[problem.index_of(link.second)]
    earlier, later = starts(problem, first), starts(problem, second)
    if not earlier or not later:
        return
    if link.kind is LinkKind.AFTER:
        is_too_early = earliest_end_s(first, earlier) + link.min_lag_s > max(to_s for _, to_s in later)
        latest_s = None if link.max_lag_s is None else latest_end_s(first, earlier) + link.max_lag_s
        if is_too_early or (latest_s is not None and min(from_s for from_s, _ in later) > latest_s):
            yield link.second, link.first
    elif link.kind is LinkKind.TOGETHER and not _meet(earlier, later):
        yield link.first, link.second
        yield link.second, link.first


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(max(a, c) <= min(b, d) for a, b in one for c, d in other)


def _dragged(problem: Problem, hopeless: list[str]) -> Iterator[Finding]:
    """Yield the visits that follow, or start together with, those that cannot be planned."""
    done = set(hopeless)
    todo = list(hopeless)
    while todo:
        visit_id = todo.pop()
        for link in problem.links:
            follows = link.kind in (LinkKind.AFTER, LinkKind.TOGETHER) and link.first == visit_id
            joins = link.kind is LinkKind.TOGETHER and link.second == visit_id
            other = link.second if follows else link.first
            if (follows or joins) and other not in done:
                done.add(other)
                todo.append(other)
                yield Finding(other, Reason("link_missing", detail=visit_id))
