# SPDX-License-Identifier: GPL-3.0-or-later
"""A zone's tours as a job: a value that any process or machine turns into the same solution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from ...core.errors import Failure
from ...core.progress import Progress
from ...core.version import __version__
from ...routing.model.problem import Solution
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
