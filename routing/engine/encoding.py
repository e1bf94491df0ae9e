# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a tour problem into the rows of ``kernel_book``."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import chain

import numpy as np

from ..model.links import LinkKind, together
from ..model.problem import Problem, Stop
from ..model.shift import Shift
from ..model.visit import Visit
from .kernel_book import (
    APART,
    FACT,
    FOLLOWS,
    FROM_STORE,
    LEADS,
    MOVED,
    NEVER_S,
    SAME_AGENT,
    SAME_DAY,
    STRANGER,
    Array,
)
from .stocks import Stocks

_MINUTE_S = 60.0
# what must be equal in shifts that are alike, breaks and stocks apart
_SHIFT_FACTS = (
    "start_s",
    "end_s",
    "latest_s",
    "start_place",
    "end_place",
    "fair_s",
    "day",
    "matrix",
    "store_place",
    "loading_s",
    "longest_s",
    "leaves_late",
    "fixed",
)
# how the first and the second visit of a link see it
_SEEN_AS = {
    LinkKind.AFTER: (LEADS, FOLLOWS),
    LinkKind.APART: (APART, APART),
    LinkKind.SAME_AGENT: (SAME_AGENT, SAME_AGENT),
    LinkKind.SAME_DAY: (SAME_DAY, SAME_DAY),
}

# the visit and the other one (indices), how it sees the link, least and most lag
_LinkRow = tuple[int, int, int, int, int]
_Windows = list[tuple[int, int]]


Groups = Sequence[Sequence[int]]


def facts_of(problem: Problem, groups: Groups) -> Array:
    """Return the rows of the whole, shifts, visits, tasks, stocks, breaks, windows, links and parts."""
    breaks = [pause for shift in problem.shifts for pause in shift.breaks]
    stocks = Stocks.of(problem)
    links = _links_by_row(problem, groups)
    windows = [_common_windows(problem, group) for group in groups]
    visits_from = 1 + len(problem.shifts)
    tasks_from = visits_from + len(groups)
    tasks_to = tasks_from + sum(len(visit.roles) for visit in problem.visits)
    stocks_to = tasks_to + stocks.row_count
    windows_from = stocks_to + len(breaks)
    links_from = windows_from + sum(map(len, windows)) + 1
    parts_from = links_from + sum(map(len, links))
    facts = np.zeros(parts_from + stocks.part_count, FACT)
    _fill_whole(facts[0], problem)
    facts[0]["visits_from"], facts[0]["tasks_from"] = visits_from, tasks_from
    facts[0]["tasks_to"], facts[0]["stocks_to"] = tasks_to, stocks_to
    facts[0]["has_breaks"], facts[0]["has_links"] = len(breaks) > 0, links_from < parts_from
    facts[0]["has_loads"] = stocks.has_loads
    _fill_shifts(facts[1:visits_from], problem, first_break=stocks_to)
    _fill_windows(facts[windows_from:links_from], windows)
    _fill_tasks(facts, problem, groups, windows, windows_from=windows_from)
    crews = facts["last_task"][visits_from:tasks_from] - facts["first_task"][visits_from:tasks_from]
    facts[0]["has_meetings"] = facts[0]["has_links"] or (crews > 1).any()
    facts[0]["has_lags"] = facts[tasks_from:tasks_to]["most_s"].any()
    stops = stops_of(problem, groups)
    _fill_links(facts, links, stops, links_from)
    _note_brought(facts)
    stocks.fill(facts, [problem.visits[stop.visit] for stop in stops], parts_from)
    for row, pause in zip(facts[stocks_to:windows_from], breaks, strict=True):
        row["from_s"], row["latest_s"] = pause.from_s, pause.latest_start_s
        row["duration_s"] = pause.duration_s
    return facts


def groups_of(problem: Problem) -> list[list[int]]:
    """Return the visits (indices) by row: those that start together share one."""
    return together(problem.links, [visit.visit_id for visit in problem.visits])


def stops_of(problem: Problem, groups: Groups) -> list[Stop]:
    """Return the stop that each task stands for, in the order of the tasks."""
    return [
        Stop(number, role)
        for group in groups
        for number in group
        for role in range(len(problem.visits[number].roles))
    ]


def fits_of(problem: Problem, facts: Array, groups: Groups) -> Array:
    """Return what each shift brings to each task (see ``kernel_book``), task row x shift row."""
    fits = np.full((int(facts[0]["tasks_to"]), 1 + len(problem.shifts)), -1, np.int64)
    task = int(facts[0]["tasks_from"])
    known: dict[Hashable, Array] = {}
    for group in groups:
        bit = 0
        for visit in (problem.visits[number] for number in group):
            # many visits ask for the same
            asks = (bit, *_asks(visit))
            if asks not in known:
                known[asks] = _fits_of_visit(visit, problem.shifts, bit)
            fits[task : task + len(visit.roles), 1:] = known[asks]
            task += len(visit.roles)
            bit += _need_count(visit)
    _bar_unreachable(fits, problem, facts)
    return fits


def _asks(visit: Visit) -> tuple[Hashable, ...]:
    """Return all that decides who fits a visit."""
    whom = (visit.roles, visit.skills, visit.team_skills, visit.preferred, visit.forbidden, visit.pin)
    return (*whom, visit.equipment, frozenset(visit.parts.items()), visit.published)


def _bar_unreachable(fits: Array, problem: Problem, facts: Array) -> None:
    """Keep every shift from the places that its vehicle cannot drive to, or from."""
    tasks = slice(int(facts[0]["tasks_from"]), int(facts[0]["tasks_to"]))
    places = facts["place"][tasks]
    for column, shift in enumerate(problem.shifts, 1):
        cut_off = problem.travel_of(shift).unreachable
        if not cut_off:
            continue
        if shift.places & set(cut_off):
            fits[:, column] = -1
        fits[tasks, column][np.isin(places, cut_off)] = -1


def _fits_of_visit(visit: Visit, shifts: Sequence[Shift], first_bit: int) -> Array:
    """Return what each shift brings to each role of a visit, its needs from a bit on."""
    rows = np.full((len(visit.roles), len(shifts)), -1, np.int64)
    for column, shift in enumerate(shifts):
        _fill_fits(rows[:, column], visit, shift, first_bit)
    return rows


def _fill_fits(rows: Array, visit: Visit, shift: Shift, first_bit: int) -> None:
    """Fill what a shift brings to each role of a visit, its needs from a bit on."""
    if not _may_visit(shift, visit):
        return
    brings = _brings(shift, visit)
    is_alone = len(visit.roles) == 1
    if is_alone and brings != _all_needs(visit):
        return
    brings <<= first_bit
    if is_alone and not visit.equipment <= shift.equipment:
        brings |= FROM_STORE
    if visit.preferred and shift.agent not in visit.preferred:
        brings |= STRANGER
    if visit.published and (shift.agent, shift.day) not in visit.published:
        brings |= MOVED
    lacks = any(shift.stock.get(part, 0) < count for part, count in visit.parts.items())
    for place, role in enumerate(visit.roles):
        if not shift.skills >= role.skills | visit.team_skills:
            continue
        if place > 0 or not lacks:
            rows[place] = brings
        elif shift.store:
            rows[place] = brings | FROM_STORE


def note_alike(facts: Array, fits: Array) -> None:
    """Note which shifts are just alike as long as they are empty, all that they bring included."""
    seen: dict[Hashable, int] = {}
    first_shift: dict[Hashable, int] = {}
    for row in range(1, int(facts[0]["visits_from"])):
        shift = facts[row]
        breaks = facts[shift["first_break"] : shift["last_break"]]
        stocks = facts[shift["first_stock"] : shift["last_stock"]]
        what = (
            tuple(int(shift[name]) for name in _SHIFT_FACTS),
            tuple(breaks[["from_s", "latest_s", "duration_s"]].tolist()),
            tuple(stocks[["kind", "amount"]].tolist()),
            fits[:, row].tobytes(),
        )
        facts[row]["alike"] = first_shift.setdefault(what, row)
        if what in seen:
            facts[seen[what]]["next_alike"] = row
        seen[what] = row


def _fill_whole(row: Array, problem: Problem) -> None:
    for term in ("lateness", "travel", "overtime", "waiting", "imbalance"):
        row[term] = getattr(problem.weights, term)
    row["largest"] = problem.weights.largest_lateness
    row["has_late"] = any(shift.leaves_late or shift.longest_s is not None for shift in problem.shifts)
    for term in ("preference", "moves"):
        row[term] = getattr(problem.weights, term) * _MINUTE_S


def _fill_shifts(rows: Array, problem: Problem, *, first_break: int) -> None:
    agents = {agent: number for number, agent in enumerate(sorted({s.agent for s in problem.shifts}))}
    work_s = sum(visit.work_s for visit in problem.visits if not visit.hopeless)
    vehicles = list(problem.travel_by)
    all_s = sum(shift.capacity_s for shift in problem.shifts)
    for row, shift in zip(rows, problem.shifts, strict=True):
        row["agent"], row["day"] = agents[shift.agent], shift.day
        row["start_place"], row["end_place"] = shift.start_place, shift.end_place
        row["start_s"], row["end_s"] = shift.start_s, shift.end_s
        row["latest_s"] = shift.end_s + shift.overtime_s
        row["matrix"] = 0
        if shift.vehicle in problem.travel_by:
            row["matrix"] = (1 + vehicles.index(shift.vehicle)) * problem.travel.size
        row["store_place"], row["loading_s"] = -1, 0
        if shift.store:
            row["store_place"], row["loading_s"] = shift.store.place, shift.store.duration_s
        row["longest_s"] = NEVER_S if shift.longest_s is None else shift.longest_s
        row["leaves_late"] = shift.leaves_late
        row["fair_s"] = work_s * shift.capacity_s // all_s if all_s > 0 else 0
        row["first_break"], row["last_break"] = first_break, first_break + len(shift.breaks)
        first_break += len(shift.breaks)


def _fill_windows(rows: Array, windows: Sequence[_Windows]) -> None:
    """Fill the windows of all groups, and a last one that is always open."""
    for row, (from_s, to_s) in zip(rows, [*chain(*windows), (0, NEVER_S)], strict=True):
        row["from_s"], row["latest_s"] = from_s, to_s


def _fill_tasks(
    facts: Array, problem: Problem, groups: Groups, windows_of: Sequence[_Windows], *, windows_from: int
) -> None:
    """Fill the rows of visits and of their tasks."""
    task, always = int(facts[0]["tasks_from"]), windows_from + sum(map(len, windows_of))
    for at, (group, windows) in enumerate(zip(groups, windows_of, strict=True), int(facts[0]["visits_from"])):
        row = facts[at]
        row["first_task"] = task
        for visit in (problem.visits[number] for number in group):
            for place, role in enumerate(visit.roles):
                what = facts[task]
                what["visit"], what["place"], what["duration_s"] = at, visit.place, visit.duration_of(place)
                # the first one brings the parts
                is_alike = place > 0 and role == visit.roles[place - 1]
                what["like_previous"] = is_alike and not (place == 1 and visit.parts)
                what["lag_s"], what["most_s"] = role.lag_s
                what["first_window"], what["last_window"] = windows_from, windows_from + len(windows)
                what["from_s"] = min((from_s for from_s, _ in windows), default=0) + role.lag_s[0]
                what["latest_s"] = max((to_s for _, to_s in windows), default=-1) + role.lag_s[1]
                what["due_s"] = NEVER_S if visit.due_s is None else visit.due_s
                what["lateness_factor"] = visit.lateness_factor * (place == 0 or role.lag_s != (0, 0))
                if role.lag_s != (0, 0):
                    what["first_window"], what["last_window"] = always, always + 1
                task += 1
            row["value"] += _worth(problem, visit) * _MINUTE_S
        row["last_task"] = task
        windows_from += len(windows)
        _fill_visit(row, facts[row["first_task"] : task], [problem.visits[number] for number in group])


def _worth(problem: Problem, visit: Visit) -> float:
    """Return what it costs that nobody makes a visit, in weighted minutes."""
    if problem.is_subcontracted(visit):
        return problem.weights.subcontracting * (visit.subcontract_min or 0)
    return problem.weights.unplanned * visit.left_out_min


def _fill_visit(row: Array, tasks: Array, visits: Sequence[Visit]) -> None:
    first = tasks[0]
    row["place"], row["duration_s"] = first["place"], first["duration_s"]
    row["latest_s"] = tasks["latest_s"].max()
    row["spread"] = (tasks["place"] != first["place"]).any() or (
        tasks["duration_s"] != first["duration_s"]
    ).any()
    row["needs"] = (1 << sum(map(_need_count, visits))) - 1


def _links_by_row(problem: Problem, groups: Groups) -> list[list[_LinkRow]]:
    """Return the links of the visits of each group, as its row sees them."""
    number = problem.numbers
    group_of = {index: row for row, group in enumerate(groups) for index in group}
    rows: list[list[_LinkRow]] = [[] for _ in groups]
    for link in problem.links:
        one, other = number[link.first], number[link.second]
        if link.kind is LinkKind.TOGETHER or group_of[one] == group_of[other]:
            continue
        most_s = NEVER_S if link.max_lag_s is None else link.max_lag_s
        there, back = _SEEN_AS[link.kind]
        least_s = link.min_lag_s if link.kind is LinkKind.AFTER else 0
        rows[group_of[one]].append((one, other, there, least_s, most_s))
        rows[group_of[other]].append((other, one, back, least_s, most_s))
    return rows


def _fill_links(facts: Array, links: Sequence[Sequence[_LinkRow]], stops: Sequence[Stop], first: int) -> None:
    """Fill the links of all groups from a row on; ``stops`` are what the tasks stand for."""
    tasks_of: dict[int, list[int]] = {}
    for task, stop in enumerate(stops, int(facts[0]["tasks_from"])):
        tasks_of.setdefault(stop.visit, []).append(task)
    for at, rows in enumerate(links, int(facts[0]["visits_from"])):
        facts[at]["first_link"], facts[at]["last_link"] = first, first + len(rows)
        for row, (own, other, kind, least_s, most_s) in zip(facts[first:], rows, strict=False):
            row["own_task"], row["kind"] = tasks_of[own][0], kind
            row["first_task"], row["last_task"] = tasks_of[other][0], tasks_of[other][-1] + 1
            row["other"] = facts[row["first_task"]]["visit"]
            row["lag_s"], row["most_s"] = least_s, most_s
        first += len(rows)


def _note_brought(facts: Array) -> None:
    """Note what all visits are worth that can only come after another one, directly or not."""
    for row in range(int(facts[0]["visits_from"]), int(facts[0]["tasks_from"])):
        later, todo = set[int](), [row]
        while todo:
            visit = facts[todo.pop()]
            for link in facts[visit["first_link"] : visit["last_link"]]:
                if link["kind"] == LEADS and int(link["other"]) not in later:
                    later.add(int(link["other"]))
                    todo.append(int(link["other"]))
        facts[row]["brings"] = facts["value"][sorted(later)].sum()


def _common_windows(problem: Problem, group: Sequence[int]) -> _Windows:
    """Return when all visits of a group may start."""
    windows = _open_windows(problem.visits[group[0]])
    for number in group[1:]:
        more = _open_windows(problem.visits[number])
        both = [(max(a, c), min(b, d)) for a, b in windows for c, d in more]
        windows = sorted((from_s, to_s) for from_s, to_s in both if from_s <= to_s)
    return windows


def _open_windows(visit: Visit) -> _Windows:
    """Return the windows in order, cut at the earliest start."""
    windows = sorted(visit.opens) or [(visit.earliest_s, NEVER_S)]
    return [(max(from_s, visit.earliest_s), to_s) for from_s, to_s in windows if to_s >= visit.earliest_s]


def _may_visit(shift: Shift, visit: Visit) -> bool:
    if shift.agent in visit.forbidden:
        return False
    if visit.pin is None:
        return True
    return (not visit.pin.agents or shift.agent in visit.pin.agents) and visit.pin.day in (None, shift.day)


def _brings(shift: Shift, visit: Visit) -> int:
    """Return the needs of a visit that an agent meets: one bit for each skill, then for each equipment."""
    met = [name in shift.skills for name in sorted(visit.skills)]
    is_alone = len(visit.roles) == 1
    met += [
        name in shift.equipment or (is_alone and shift.has_in_store(name)) for name in sorted(visit.equipment)
    ]
    return sum(1 << bit for bit, is_met in enumerate(met) if is_met)


def _all_needs(visit: Visit) -> int:
    return (1 << _need_count(visit)) - 1


def _need_count(visit: Visit) -> int:
    return len(visit.skills) + len(visit.equipment)
