# SPDX-License-Identifier: GPL-3.0-or-later
"""A zone's tours as a job: a value that any process or machine turns into the same solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from ...core.errors import Failure
from ...core.progress import Progress, SilentProgress
from ...core.version import __version__
from ...routing.model.problem import Solution
from ..tours.depot_stock import beyond_depots
from ..tours.solve_tours import Search, solve_tours
from ..tours.tour_problem import TourProblem

# the problem that is solved, from which orders may have been taken, and its solution
SolvedZone: TypeAlias = tuple[TourProblem, Solution]


@dataclass(frozen=True, slots=True)
class ZoneJob:
    """A problem with how to search for its tours; see ``solve_tours``. It can be pickled."""

    zone: str
    tours: TourProblem
    search: Search
    start: Solution | None = None
    version: str = __version__

    @classmethod
    def of(cls, zone: str, tours: TourProblem, search: Search, start: Solution | None) -> ZoneJob:
        """Return a job that holds no more of people and orders than what the search needs."""
        return cls(zone, replace(tours, orders=(), agents=(), places=()), search, start)


class JobRunner(Protocol):
    """Where jobs run: on this machine or on others."""

    def __call__(self, jobs: Sequence[ZoneJob], progress: Progress) -> list[SolvedZone]:
        """Return what comes out of each job, in their order.

        ``Cancelled`` when ``progress`` says so, ``Failure`` when a job cannot be done.
        """


def solve_zone(job: ZoneJob, progress: Progress | None = None) -> SolvedZone:
    """Return the best tours found for a job.

    With a number of steps they depend on the job alone. A job that another version of Regard made is refused
    with ``Failure``: it would give other tours.
    """
    if job.version != __version__:
        raise Failure("zones.version", own=job.version, found=__version__)
    return solve_tours(job.tours, job.search, start=job.start, progress=progress)


def within_depots(
    jobs: Sequence[ZoneJob], found: Sequence[SolvedZone], kept: Sequence[SolvedZone], *, run: JobRunner
) -> list[SolvedZone]:
    """Return what came out of some jobs so that all tours together take no more from a depot than it holds.

    ``kept`` are the tours that stay as they are. Each job whose visits have to go is done once more without
    them, from what it found; this ends, for a visit never comes back.
    """
    done = list(found)
    while gone := _of_jobs(beyond_depots([*done, *kept]), len(done)):
        again = [
            replace(
                jobs[number],
                tours=replace(done[number][0], short={**done[number][0].short, **short}),
                search=jobs[number].search.shortened(),
                start=done[number][1],
            )
            for number, short in gone.items()
        ]
        for number, solved in zip(gone, run(again, SilentProgress()), strict=True):
            done[number] = solved
    return done


def _of_jobs(gone: Mapping[tuple[int, str], str], jobs: int) -> dict[int, dict[str, str]]:
    """Return what is to be left out, job by job; what is kept stays."""
    found: dict[int, dict[str, str]] = {}
    for (number, name), part in gone.items():
        if number < jobs:
            found.setdefault(number, {})[name] = part
    return found
