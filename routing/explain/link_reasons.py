# SPDX-License-Identifier: GPL-3.0-or-later
"""Which ties to other visits keep a visit out of a plan that has room for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model.links import Link, LinkKind, together
from ..model.problem import Problem, Stop, Visit
from .excerpt import Excerpt
from .reason import Reason
from .seats import Seats

_CODES = {
    LinkKind.APART: "link_apart",
    LinkKind.SAME_AGENT: "link_agent",
    LinkKind.SAME_DAY: "link_day",
}


def links_of(problem: Problem, number: int) -> tuple[Link, ...]:
    """Return the links of a visit."""
    visit_id = problem.visits[number].visit_id
    return tuple(link for link in problem.links if visit_id in (link.first, link.second))


def without_links(problem: Problem, number: int, *, keep: Iterable[Link] = ()) -> Problem:
    """Return the problem without the links of a visit, but for some."""
    dropped = set(links_of(problem, number)) - set(keep)
    return replace(problem, links=tuple(link for link in problem.links if link not in dropped))


def group_of(problem: Problem, number: int) -> list[int]:
    """Return the visits (indices) that start together with one, itself among them."""
    groups = together(problem.links, [visit.visit_id for visit in problem.visits])
    return next(group for group in groups if number in group)


def worth_min(problem: Problem, number: int) -> float:
    """Return what leaving a visit out costs, weighted, with all that has to start together with it."""
    return sum(_worth(problem, problem.visits[visit]) for visit in group_of(problem, number))


def _worth(problem: Problem, visit: Visit) -> float:
    if problem.is_subcontracted(visit):
        return problem.weights.subcontracting * (visit.subcontract_min or 0)
    return problem.weights.unplanned * visit.left_out_min


def link_reasons(part: Excerpt, *, number_of_shift: int | None = None) -> list[Reason]:
    """Return the links of a visit that would each alone keep it out.

    The visit fits into the excerpt without its links, and not with them; with ``number_of_shift`` (index in
    the whole problem) it is to be in that shift. When no link does so alone, they do it together.
    """
    links = links_of(part.problem, part.number)
    place = None if number_of_shift is None else part.shifts.index(number_of_shift)
    found = [reason for link in links if (reason := _link_reason(part, link, place))]
    others = sorted({_other(part, link) for link in links})
    return found or [Reason("link_several", detail=", ".join(others))]


def _link_reason(part: Excerpt, link: Link, place: int | None) -> Reason | None:
    if _fits(part, link, place):
        return None
    other = _other(part, link)
    if link.kind is LinkKind.TOGETHER:
        return Reason("link_together" if _finds_room(part, other) else "link_partner", detail=other)
    if link.kind is not LinkKind.AFTER:
        return Reason(_CODES[link.kind], detail=other)
    if link.first == part.problem.visits[part.number].visit_id:
        return Reason("link_before", detail=other)
    if not _is_planned(part, other):
        return Reason("link_missing", detail=other)
    is_too_late = link.max_lag_s is not None and _fits(part, replace(link, max_lag_s=None), place)
    return Reason("link_late" if is_too_late else "link_after", detail=other)


def _fits(part: Excerpt, link: Link, place: int | None) -> bool:
    """Tell whether the visit fits with one link only."""
    free = without_links(part.problem, part.number)
    tied = replace(free, links=(*free.links, link))
    return Seats(tied, part.routes, part.order).find(part.number, place) is not None


def _finds_room(part: Excerpt, visit_id: str) -> bool:
    """Tell whether another visit that is left out fits by itself."""
    number = part.problem.index_of(visit_id)
    free = without_links(part.problem, number)
    return Seats(free, part.routes, part.order).find(number) is not None


def _is_planned(part: Excerpt, visit_id: str) -> bool:
    number = part.problem.index_of(visit_id)
    return any(isinstance(step, Stop) and step.visit == number for route in part.routes for step in route)


def _other(part: Excerpt, link: Link) -> str:
    return link.second if link.first == part.problem.visits[part.number].visit_id else link.first
