# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the jobs of zones in processes of this machine; what a process that died was doing is done again."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any

from ...core.errors import Cancelled, Failure
from ...core.progress import Progress
from .zone_jobs import SolvedZone, ZoneJob, solve_zone

_LOOK_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class LocalProcesses:
    """Runs jobs in as many processes as there are cores, started again up to ``most_restarts`` times."""

    workers: int = 0
    most_restarts: int = 3

    def __call__(self, jobs: Sequence[ZoneJob], progress: Progress) -> list[SolvedZone]:
        """Return the solution of each job, in their order.

        Raises
        ------
        Cancelled
            ``progress`` says so; the processes stop within 0.2 s.
        Failure
            Processes died again and again, as they do when memory runs out.
        """
        found: dict[int, SolvedZone] = {}
        board = _Board(len(jobs))
        for _ in range(1 + self.most_restarts):
            todo = [number for number in range(len(jobs)) if number not in found]
            if not todo:
                break
            with suppress(BrokenProcessPool):
                self._run(jobs, todo, found, board, progress)
        if missing := [jobs[number].zone or "-" for number in range(len(jobs)) if number not in found]:
            raise Failure("zones.process_died", zones=", ".join(missing), times=1 + self.most_restarts)
        return [found[number] for number in range(len(jobs))]

    def _run(
        self,
        jobs: Sequence[ZoneJob],
        todo: Sequence[int],
        found: dict[int, SolvedZone],
        board: _Board,
        progress: Progress,
    ) -> None:
        """Put solutions into ``found`` as they come; ``BrokenProcessPool`` when a process died."""
        pool = ProcessPoolExecutor(
            min(len(todo), self.workers or os.cpu_count() or 1),
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_enter,
            initargs=(board.stop, board.done),
        )
        with pool:
            waiting = {pool.submit(_work, number, jobs[number]): number for number in todo}
            try:
                while waiting:
                    _collect(waiting, found)
                    progress.report(board.share(found), "zones.searching")
                    progress.check()
            except BrokenProcessPool:
                # the pool ends the other processes itself
                raise
            except BaseException:
                # the processes look at it, and the pool waits for them
                board.stop.value = 1
                pool.shutdown(cancel_futures=True)
                raise


def _collect(waiting: dict[Future[SolvedZone | None], int], found: dict[int, SolvedZone]) -> None:
    """Take what is finished within a moment; what is finished counts also when other processes died."""
    done, _ = wait(waiting, timeout=_LOOK_EVERY_S, return_when=FIRST_COMPLETED)
    broken: BrokenProcessPool | None = None
    for job in done:
        number = waiting.pop(job)
        try:
            solution = job.result()
        except BrokenProcessPool as error:
            broken = error
            continue
        if solution is not None:
            found[number] = solution
    if broken is not None:
        raise broken


class _Board:
    """Memory that the processes share without locks, which a killed process would leave locked."""

    def __init__(self, jobs: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.stop: Any = context.RawValue("b", 0)
        self.done: Any = context.RawArray("d", jobs)

    def share(self, found: dict[int, SolvedZone]) -> float:
        """Return how much of all jobs is done, from 0 to 1."""
        shares = [1.0 if number in found else share for number, share in enumerate(self.done)]
        return sum(shares) / max(1, len(shares))


_board: dict[str, Any] = {}


def _enter(stop: Any, done: Any) -> None:
    """Give a new process the shared memory; have it end when the one that asked has ended, not on Ctrl-C."""
    _board.update(stop=stop, done=done)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@dataclass(frozen=True, slots=True)
class _Posted:
    """Progress of one job, told to and stopped by the process that has asked."""

    number: int

    def report(self, fraction: float, text: str = "") -> None:  # noqa: ARG002 - one text for all jobs
        """Write the share on the board."""
        _board["done"][self.number] = fraction

    def check(self) -> None:
        """Look for the stop sign."""
        if _board["stop"].value:
            raise Cancelled


def _work(number: int, job: ZoneJob) -> SolvedZone | None:
    """Return the solution of a job, None when it was stopped."""
    try:
        return solve_zone(job, _Posted(number))
    except Cancelled:
        return None
