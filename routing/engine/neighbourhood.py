# SPDX-License-Identifier: GPL-3.0-or-later
"""What the search looks up of each visit: what is near it, and when it is inserted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .book import Book
from .kernel_book import Array

# how many visits and homes are looked at as neighbours, and what a second of waiting counts between two
_CLOSE = 100
_HOMES = 8
_WAIT_COUNTS = 0.2


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The lists of a problem, the same for all searches."""

    near: Array
    close: Array
    homes: Array
    hard: Array

    @classmethod
    def of(cls, book: Book) -> Neighbourhood:
        """Return the lists of a problem."""
        return cls(
            _neighbours(book.facts, book.travel),
            _close_visits(book.facts, book.travel),
            _near_homes(book.facts, book.travel, book.fits),
            _insertion_orders(book.facts, book.travel, book.fits),
        )


def _neighbours(facts: Array, travel: Array) -> Array:
    """Return for each visit all visits, itself first, by travel time there and back (visits from 0)."""
    places = _visits(facts)["place"]
    there = travel[: travel.shape[1]][np.ix_(places, places)].astype(np.int64)
    away = there + there.T
    np.fill_diagonal(away, -1)
    return np.argsort(away, axis=1, kind="stable")


def _close_visits(facts: Array, travel: Array) -> Array:
    """Return for each visit those that could well come right before or after it, at most 100, best first.

    Waits and lateness between the two count beside the way (the proximity of Vidal et al. 2013, see
    ``kernel_segments``, with their weights).
    """
    visits = _visits(facts)
    tasks = facts[visits["first_task"]]
    places = visits["place"]
    from_s, latest_s, lasts_s = (
        tasks[name].astype(np.float64) for name in ("from_s", "latest_s", "duration_s")
    )
    way_s = travel[: travel.shape[1]][np.ix_(places, places)].astype(np.float64)
    wait_s = from_s - (latest_s + lasts_s)[:, None] - way_s
    late_s = (from_s + lasts_s)[:, None] + way_s - latest_s
    away = way_s + _WAIT_COUNTS * np.maximum(wait_s, 0.0) + np.maximum(late_s, 0.0)
    away = np.minimum(away, away.T)
    np.fill_diagonal(away, np.inf)
    return np.argsort(away, axis=1, kind="stable")[:, : min(_CLOSE, len(visits) - 1)]


def _near_homes(facts: Array, travel: Array, fits: Array) -> Array:
    """Return for each visit the shifts with the shortest ways from home and back, at most eight.

    Of shifts that are just alike only the first is named; 0 stands for none.
    """
    visits, shifts = _visits(facts), facts[1 : facts[0]["visits_from"]]
    first = np.flatnonzero(shifts["alike"] == np.arange(1, len(shifts) + 1))
    rows, places = shifts[first]["matrix"][:, None], visits["place"]
    homes = np.zeros((len(visits), _HOMES), np.int64)
    if not len(first):
        return homes
    away = travel[rows + shifts[first]["start_place"][:, None], places].astype(np.float64)
    away += travel[rows + places, shifts[first]["end_place"][:, None]]
    away = np.where(fits[visits["first_task"]][:, 1 + first] >= 0, away.T, np.inf)
    order = np.argsort(away, axis=1, kind="stable")[:, :_HOMES]
    is_fit = np.isfinite(np.take_along_axis(away, order, axis=1))
    homes[:, : order.shape[1]] = np.where(is_fit, 1 + first[order], 0)
    return homes


def _insertion_orders(facts: Array, travel: Array, fits: Array) -> Array:
    """Return the weights of the orders of insertion (row 0) and the keys of each visit (further rows).

    The orders: random, longest work, fewest agents, least room, highest value, farthest, nearest.
    """
    visits, shifts = _visits(facts), facts[1 : facts[0]["visits_from"]]
    starts = np.unique(shifts["start_place"])
    away = travel[np.ix_(starts, visits["place"])].min(axis=0) if len(starts) else np.zeros(len(visits))
    keys = np.column_stack(
        (
            np.zeros(len(visits)),
            [-facts[visit["first_task"] : visit["last_task"]]["duration_s"].sum() for visit in visits],
            [(fits[visit["first_task"] : visit["last_task"]] >= 0).sum(axis=1).min() for visit in visits],
            [(rows["latest_s"] - rows["from_s"]).sum() for rows in _windows(facts, visits)],
            -visits["value"],
            -away,
            away,
        )
    )
    return np.vstack(([4.0, 4.0, 2.0, 2.0, 2.0, 2.0, 1.0], keys.astype(np.float64)))


def _windows(facts: Array, visits: Array) -> Iterator[Array]:
    for task in facts[visits["first_task"]]:
        yield facts[task["first_window"] : task["last_window"]]


def _visits(facts: Array) -> Array:
    visits: Array = facts[facts[0]["visits_from"] : facts[0]["tasks_from"]]
    return visits
