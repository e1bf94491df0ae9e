# SPDX-License-Identifier: GPL-3.0-or-later
"""Where to look for a seat when there are many: beside near visits, near homes, and on one tour at random."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.compiled import compiled
from .kernel_book import Array
from .kernel_choice import begin_offers, choose_offered, offer_after, offer_along
from .kernel_loads import lacks
from .kernel_plain import try_plain
from .kernel_random import below

# with no more visits planned than this, every position is looked at
_FEW = 160
# beside how many near visits a place is looked for: more where some are left out
_BESIDE = 12
_BESIDE_CHOSEN = 24


@compiled
def cheapest_near(
    problem: Any,
    plan: Array,
    desk: Array,
    number: int,
    limit: float,
    blink: float,
    persists: bool,
    rng: Array,
) -> float:
    """Return the cost of a cheap insertion of a visit below ``limit`` (infinite: none); note its seat.

    ``problem`` is (facts, travel, fits, close visits, near homes). With ``persists`` all positions are tried
    where the near ones give nothing.
    """
    facts, travel, fits, close, homes = problem
    is_wide = plan[0].planned <= _FEW
    while True:
        begin_offers(facts, plan, desk, limit, blink)
        if is_wide:
            _offer_all(facts, plan, desk, travel, fits, number, rng)
        elif facts[0].is_plain:
            _try_near(facts, plan, desk, travel, fits, close, homes, number, rng)
        else:
            count = _list_places(facts, plan, desk, fits, close, homes, number, rng)
            for at in range(count):
                shift, before = desk[at].place_shift, desk[at].place_before
                offer_after(facts, plan, desk, travel, fits, number, shift, before, rng)
        cost = choose_offered(facts, plan, desk, travel, fits, number, limit, rng)
        if is_wide or not persists or cost < np.inf:
            return cost
        is_wide = True


@compiled
def _offer_all(
    facts: Array, plan: Array, desk: Array, travel: Array, fits: Array, number: int, rng: Array
) -> None:
    """Offer every position, of empty shifts that are alike only one."""
    task = facts[number].first_task
    for shift in range(1, facts[0].visits_from):
        if desk[shift].barred or fits[task, shift] < 0 or lacks(facts, plan, fits, task, shift):
            continue
        if plan[shift].stops == 0 and shift != _empty_one(facts, plan, desk, facts[shift].alike):
            continue
        offer_along(facts, plan, desk, travel, fits, number, shift, rng)


@compiled
def _try_near(
    facts: Array,
    plan: Array,
    desk: Array,
    travel: Array,
    fits: Array,
    close: Array,
    homes: Array,
    number: int,
    rng: Array,
) -> None:
    """Try the same places as ``_list_places`` names, where a try is cheaper than to know them apart."""
    task, row = facts[number].first_task, number - facts[0].visits_from
    desk[0].listings += 1
    seen, most = 0, _BESIDE if desk[0].gones == 0 else _BESIDE_CHOSEN
    for index in close[row]:
        there = facts[facts[0].visits_from + index].first_task
        shift = plan[there].shift
        if shift == 0 or fits[task, shift] < 0 or _is_refused(facts, plan, desk, fits, task, shift):
            continue
        if not facts[facts[there].visit].fixed:
            try_plain(facts, plan, desk, travel, task, shift, plan[there].before, rng)
            try_plain(facts, plan, desk, travel, task, shift, there, rng)
        if desk[shift].listing != desk[0].listings:
            desk[shift].listing = desk[0].listings
            try_plain(facts, plan, desk, travel, task, shift, facts[shift].fixed, rng)
            try_plain(facts, plan, desk, travel, task, shift, plan[shift].last, rng)
        seen += 1
        if seen == most:
            break
    count = _list_homes(facts, plan, desk, fits, homes, number, 0)
    for at in range(count):
        try_plain(facts, plan, desk, travel, task, desk[at].place_shift, desk[at].place_before, rng)
    shift = 1 + below(rng, facts[0].visits_from - 1)
    if fits[task, shift] >= 0 and not _is_refused(facts, plan, desk, fits, task, shift):
        offer_along(facts, plan, desk, travel, fits, number, shift, rng)


@compiled
def _list_places(
    facts: Array, plan: Array, desk: Array, fits: Array, close: Array, homes: Array, number: int, rng: Array
) -> int:
    """List places for a visit, each once; return how many."""
    task, row = facts[number].first_task, number - facts[0].visits_from
    desk[0].listings += 1
    count, seen, most = 0, 0, _BESIDE if desk[0].gones == 0 else _BESIDE_CHOSEN
    for index in close[row]:
        other = facts[0].visits_from + index
        if plan[other].rank < 0:
            continue
        there = facts[other].first_task
        shift = plan[there].shift
        if fits[task, shift] < 0 or _is_refused(facts, plan, desk, fits, task, shift):
            continue
        if not facts[other].fixed:
            count = _list_place(desk, shift, plan[there].before, count)
            count = _list_place(desk, shift, there, count)
        count = _list_ends(facts, plan, desk, shift, count)
        seen += 1
        if seen == most:
            break
    count = _list_homes(facts, plan, desk, fits, homes, number, count)
    shift = 1 + below(rng, facts[0].visits_from - 1)
    if fits[task, shift] >= 0 and not _is_refused(facts, plan, desk, fits, task, shift):
        count = _list_tour(facts, plan, desk, shift, count)
    return count


@compiled
def _list_homes(
    facts: Array, plan: Array, desk: Array, fits: Array, homes: Array, number: int, count: int
) -> int:
    """List the ends of the tours from near homes, an empty one of each kind."""
    task = facts[number].first_task
    for shift in homes[number - facts[0].visits_from]:
        if shift == 0:
            break
        if plan[shift].stops > 0 and facts[shift].next_alike == 0:
            if not _is_refused(facts, plan, desk, fits, task, shift):
                count = _list_ends(facts, plan, desk, shift, count)
        else:
            empty = _empty_one(facts, plan, desk, shift)
            if empty > 0:
                count = _list_place(desk, empty, 0, count)
    return count


@compiled
def _is_refused(facts: Array, plan: Array, desk: Array, fits: Array, task: int, shift: int) -> bool:
    """Tell whether the van of a shift has too little for a task; looked up once in a listing if it has."""
    if desk[shift].barred or desk[shift].refused == desk[0].listings:
        return True
    if lacks(facts, plan, fits, task, shift):
        desk[shift].refused = desk[0].listings
        return True
    return False


@compiled
def _list_tour(facts: Array, plan: Array, desk: Array, shift: int, count: int) -> int:
    """List all places of a tour."""
    before = facts[shift].fixed
    count = _list_place(desk, shift, before, count)
    before = plan[shift].first if before == 0 else plan[before].after
    while before > 0:
        count = _list_place(desk, shift, before, count)
        before = plan[before].after
    return count


@compiled
def _list_ends(facts: Array, plan: Array, desk: Array, shift: int, count: int) -> int:
    """List the first and the last place of a tour."""
    count = _list_place(desk, shift, facts[shift].fixed, count)
    return _list_place(desk, shift, plan[shift].last, count)


@compiled
def _list_place(desk: Array, shift: int, before: int, count: int) -> int:
    """List the place after a task (0: the first one of the tour) if it is not yet; return how many are."""
    row = before if before > 0 else shift
    if desk[row].listing == desk[0].listings:
        return count
    desk[row].listing = desk[0].listings
    desk[count].place_shift, desk[count].place_before = shift, before
    return count + 1


@compiled
def _empty_one(facts: Array, plan: Array, desk: Array, shift: int) -> int:
    """Return an empty shift among those just like one, the first of them, 0 when there is none."""
    first = desk[shift]
    if first.idle > 0 and plan[first.idle].stops == 0:
        return int(first.idle)
    if first.full == desk[0].step:
        return 0
    while shift > 0 and (plan[shift].stops > 0 or desk[shift].barred):
        shift = facts[shift].next_alike
    first.idle = shift
    if shift == 0:
        first.full = desk[0].step
    return shift
