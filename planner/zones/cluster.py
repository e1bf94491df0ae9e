# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the jobs of zones on a dask.distributed cluster; a job whose worker died is done by another."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ...core.errors import Cancelled, Failure, InputError, RegardError
from ...core.progress import Progress
from .zone_jobs import SolvedZone, ZoneJob, solve_zone

_LOOK_EVERY_S = 0.1
_ASK_EVERY_S = 0.5
_CONNECT_WITHIN_S = 10.0
_ADDRESS = re.compile(r"[a-z]+://[^/\s]+:\d+")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Runs jobs on the workers of a scheduler such as ``tcp://10.0.0.5:8786``.

    Workers need Regard of the same version. ``patience_s`` is how long to wait for a worker
    when there is none.
    """

    address: str
    patience_s: float = 30.0

    def __call__(self, jobs: Sequence[ZoneJob], progress: Progress) -> list[SolvedZone]:
        """Return the solution of each job, in their order.

        A job whose worker died goes to another, as often as the scheduler allows (its setting
        ``distributed.scheduler.allowed-failures``).

        Raises
        ------
        InputError
            The library is not installed, or the address is none.
        Failure
            There is no scheduler or no worker, or a job ended with an error.
        """
        with self._client() as client:
            return self._run(client, jobs, progress)

    def _run(self, client: Any, jobs: Sequence[ZoneJob], progress: Progress) -> list[SolvedZone]:
        import distributed

        run = uuid.uuid4().hex
        stop: Any = distributed.Event(f"regard-stop-{run}", client=client)
        names = [f"regard-zone-{job.zone or 'none'}-{run}" for job in jobs]
        futures = [
            client.submit(_work, job, stop.name, key=name, pure=False)
            for job, name in zip(jobs, names, strict=True)
        ]
        try:
            self._wait(client, futures, progress)
            return [self._result(future, job) for future, job in zip(futures, jobs, strict=True)]
        except BaseException:
            stop.set()
            client.cancel(futures)
            raise

    def _wait(self, client: Any, futures: Sequence[Any], progress: Progress) -> None:
        seen_s = time.monotonic()
        while True:
            done = sum(future.done() for future in futures)
            progress.report(done / max(1, len(futures)), "zones.searching")
            progress.check()
            if done == len(futures) or any(future.status == "error" for future in futures):
                return
            now_s = time.monotonic()
            if client.nthreads():
                seen_s = now_s
            elif now_s - seen_s > self.patience_s:
                raise Failure("cluster.no_workers", address=self.address)
            time.sleep(_LOOK_EVERY_S)

    def _result(self, future: Any, job: ZoneJob) -> SolvedZone:
        try:
            solution: SolvedZone = future.result()
        except RegardError:
            raise
        except Exception as error:  # whatever went wrong on another machine
            reason = f"{type(error).__name__}: {error}"
            raise Failure("cluster.job", zone=job.zone or "-", reason=reason) from error
        return solution

    @contextmanager
    def _client(self) -> Iterator[Any]:
        try:
            import dask
            import distributed
        except ImportError as error:
            raise InputError("cluster.missing") from error
        if not _ADDRESS.fullmatch(self.address):
            raise InputError("cluster.address", found=self.address)
        # problems are data, and travel with their jobs so that no worker that dies takes them along
        quiet = {"distributed.admin.large-graph-warning-threshold": "1GB"}
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        with dask.config.set(quiet):
            try:
                client = distributed.Client(self.address, timeout=_CONNECT_WITHIN_S, set_as_default=False)
            except OSError as error:
                raise Failure("cluster.unreachable", address=self.address) from error
            with client:
                yield client


class _Asking:
    """Progress of a job on a worker, stopped by an event of the cluster."""

    def __init__(self, name: str) -> None:
        import distributed

        self._stop: Any = distributed.Event(name)
        self._asked_s = time.monotonic()

    def report(self, fraction: float, text: str = "") -> None:
        """Say nothing: only whole jobs are counted."""

    def check(self) -> None:
        """Ask the scheduler now and then."""
        if time.monotonic() - self._asked_s >= _ASK_EVERY_S:
            self._asked_s = time.monotonic()
            if self._stop.is_set():
                raise Cancelled


def _work(job: ZoneJob, stop: str) -> SolvedZone | None:
    """Return the solution of a job, None when it was stopped."""
    try:
        return solve_zone(job, _Asking(stop))
    except Cancelled:
        return None
