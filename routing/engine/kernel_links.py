# SPDX-License-Identifier: GPL-3.0-or-later
"""What links ask of the times of a visit, given the visits before it in the global order."""

from __future__ import annotations

from typing import Any

from ...core.compiled import compiled
from .kernel_book import APART, FOLLOWS, LEADS, SAME_AGENT, SAME_DAY, Array


@compiled
def is_linked(visit: Any) -> bool:
    """Tell whether a visit has links."""
    linked: bool = visit.first_link < visit.last_link
    return linked


@compiled
def is_planned(plan: Array, desk: Array, number: int) -> bool:
    """Tell whether a visit is in the plan, or the one being tried."""
    planned: bool = plan[number].rank >= 0 or desk[0].trial == number
    return planned


@compiled
def goes_before(plan: Array, desk: Array, one: int, other: int) -> bool:
    """Tell whether one visit comes before another in the global order, the one being tried at its place."""
    if desk[0].trial == one:
        first: bool = desk[one].try_rank <= plan[other].rank
    elif desk[0].trial == other:
        first = plan[one].rank < desk[other].try_rank
    else:
        first = plan[one].rank < plan[other].rank
    return first


@compiled
def end_of(facts: Array, times: Array, link: Any) -> int:
    """Return when the last task of the other visit of a link ends, by the starts in ``times``."""
    end_s = 0
    for task in range(link.first_task, link.last_task):
        end_s = max(end_s, times[task].start_s + facts[task].duration_s)
    return end_s


@compiled
def _end_by_now(facts: Array, plan: Array, desk: Array, link: Any) -> int:
    """Return when the other visit of a link ends, by its new times if it has some."""
    if desk[link.other].retimed:
        return end_of(facts, desk, link)
    return end_of(facts, plan, link)


@compiled
def planned_bound(facts: Array, plan: Array, number: int) -> int:
    """Return before when a planned visit must not start, -1 when what it follows is not before it."""
    bound_s = 0
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        other = plan[link.other]
        is_before = 0 <= other.rank < plan[number].rank
        if link.kind == FOLLOWS and not is_before:
            return -1
        if link.kind == FOLLOWS:
            bound_s = max(bound_s, end_of(facts, plan, link) + link.lag_s)
        elif link.kind == APART and is_before:
            bound_s = max(bound_s, end_of(facts, plan, link))
        elif is_before and _differs(facts, plan, plan, link):
            return -1
    return bound_s


@compiled
def trial_bound(facts: Array, plan: Array, desk: Array, number: int) -> int:
    """Return the same while seats are being tried, with the new times of those visits that have some.

    The seats of the visit itself are on the desk.
    """
    bound_s = 0
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        other = link.other
        is_before = is_planned(plan, desk, other) and goes_before(plan, desk, other, number)
        if link.kind == FOLLOWS and not is_before:
            return -1
        if link.kind == FOLLOWS or (link.kind == APART and is_before):
            bound_s = max(bound_s, _end_by_now(facts, plan, desk, link) + link.lag_s)
    return bound_s


@compiled
def too_late(facts: Array, plan: Array, number: int, start_s: int) -> bool:
    """Tell whether a planned visit starts too long after one that it follows."""
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        if link.kind == FOLLOWS and start_s > end_of(facts, plan, link) + link.most_s:
            return True
    return False


@compiled
def trial_too_late(facts: Array, plan: Array, desk: Array, number: int, start_s: int) -> bool:
    """Tell the same while seats are being tried."""
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        if link.kind == FOLLOWS and start_s > _end_by_now(facts, plan, desk, link) + link.most_s:
            return True
    return False


@compiled
def keeps_company(facts: Array, plan: Array, desk: Array, number: int) -> bool:
    """Tell whether the seats being tried suit the visits that want the same agent, or the same day."""
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        if plan[link.other].rank >= 0 and _differs(facts, plan, desk, link):
            return False
    return True


@compiled
def _differs(facts: Array, plan: Array, seats: Array, link: Any) -> bool:
    mine = facts[seats[link.own_task].shift]
    theirs = facts[plan[link.first_task].shift]
    if link.kind == SAME_AGENT:
        return bool(mine.agent != theirs.agent)
    return bool(link.kind == SAME_DAY and mine.day != theirs.day)


@compiled
def alarm_later(facts: Array, plan: Array, desk: Array, number: int) -> None:
    """Note that a visit has new times, and that those linked to it and after it must look at theirs."""
    whole = desk[0]
    if not desk[number].retimed:
        desk[number].retimed = 1
        desk[whole.times].timed = number
        whole.times += 1
    for row in range(facts[number].first_link, facts[number].last_link):
        link = facts[row]
        other = link.other
        if link.kind != LEADS and link.kind != APART:
            continue
        is_later = is_planned(plan, desk, other) and goes_before(plan, desk, number, other)
        if is_later and not desk[other].alarmed:
            desk[other].alarmed = 1
            desk[whole.alarms].alarm = other
            whole.alarms += 1


@compiled
def drop_alarm(desk: Array, number: int) -> None:
    """Take a visit off the list of those that must look at their times."""
    whole = desk[0]
    if desk[number].alarmed:
        desk[number].alarmed = 0
        for at in range(whole.alarms):
            if desk[at].alarm == number:
                whole.alarms -= 1
                desk[at].alarm = desk[whole.alarms].alarm
                break


@compiled
def forget_times(desk: Array) -> None:
    """Leave no new times and no alarms."""
    whole = desk[0]
    for at in range(whole.times):
        desk[desk[at].timed].retimed = 0
    for at in range(whole.alarms):
        desk[desk[at].alarm].alarmed = 0
    whole.times = whole.alarms = whole.trial = 0
