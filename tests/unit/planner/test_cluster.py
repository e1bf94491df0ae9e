# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones on a real cluster of this machine: a scheduler and two workers, one of which is killed half-way."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import distributed
import pytest
from regard.core.errors import Cancelled, Failure, InputError
from regard.planner.zones.cluster import Cluster
from regard.tests.unit.planner.plans import state, stops, zoned

# enough for some seconds of each zone
LONG = 60_000
PATIENCE_S = 60


class LocalCluster:
    """A scheduler and its workers as processes; ``kill`` ends a worker as a power cut would."""

    def __init__(self, folder):
        self.file, self.workers = folder / "scheduler.json", {}
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", self.file)
        until(self.file.exists)
        self.client = distributed.Client(scheduler_file=str(self.file), set_as_default=False)
        self.address = self.client.scheduler.address

    def _start(self, kind, *options):
        module = f"distributed.cli.dask_{kind}"
        command = [sys.executable, "-m", module, "--host", "127.0.0.1", "--no-dashboard", *map(str, options)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def add_worker(self, name):
        options = ("--no-nanny", "--nthreads", "1", "--name", name, self.address)
        self.workers[name] = self._start("worker", *options)
        until(lambda: name in self._names())

    def kill(self, name):
        worker = self.workers.pop(name)
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def busy(self):
        """Return the names of the workers that are at work on a zone."""
        names = self._names_by_address()
        return [names[address] for address, keys in self.client.processing().items() if keys]

    def _names(self):
        return set(self._names_by_address().values())

    def _names_by_address(self):
        workers = self.client.run_on_scheduler(
            lambda dask_scheduler: {address: w.name for address, w in dask_scheduler.workers.items()}
        )
        return dict(workers)

    def close(self):
        self.client.close()
        for process in (*self.workers.values(), self.scheduler):
            process.terminate()
            process.wait()


def until(is_so):
    """Wait until something is so; fail when it takes too long."""
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = LocalCluster(tmp_path_factory.mktemp("cluster"))
    try:
        cluster.add_worker("first")
        cluster.add_worker("second")
        yield cluster
    finally:
        cluster.close()


def test_the_plan_is_the_same_as_in_one_process(zoned_day, cluster):
    expected = zoned(zoned_day)
    zoned_day.undo(who="test")
    made = zoned(zoned_day, run=Cluster(cluster.address))
    assert stops(zoned_day, made.plan) == stops(zoned_day, expected.plan) != set()
    assert made.plan.cost == expected.plan.cost


def test_the_zone_of_a_worker_killed_half_way_is_done_again(zoned_day, cluster):
    expected = zoned(zoned_day, iterations=LONG)
    zoned_day.undo(who="test")
    killed = []

    def kill_a_busy_one():
        until(lambda: len(cluster.busy()) == 2)
        killed.append(cluster.busy()[0])
        cluster.kill(killed[0])

    killer = threading.Thread(target=kill_a_busy_one)
    killer.start()
    made = zoned(zoned_day, iterations=LONG, run=Cluster(cluster.address))
    killer.join()
    cluster.add_worker(f"after {killed[0]}")
    assert stops(zoned_day, made.plan) == stops(zoned_day, expected.plan) != set()
    assert made.plan.cost == expected.plan.cost


def test_a_cancel_frees_the_workers_and_stores_nothing(zoned_day, cluster):
    before = state(zoned_day)

    class Cancelling:
        def report(self, fraction, text=""):
            """Go on."""

        def check(self):
            if cluster.busy():
                raise Cancelled

    with pytest.raises(Cancelled):
        zoned(zoned_day, iterations=1000 * LONG, run=Cluster(cluster.address), progress=Cancelling())
    assert state(zoned_day) == before
    # a worker that went on would hold the next job up for minutes
    made = zoned(zoned_day, run=Cluster(cluster.address))
    assert len(stops(zoned_day, made.plan)) > 0


def test_jobs_of_another_version_are_refused_by_the_workers_and_nothing_is_stored(zoned_day, cluster):
    before = state(zoned_day)

    def run(jobs, progress):
        return Cluster(cluster.address)([replace(job, version="0.0") for job in jobs], progress)

    with pytest.raises(Failure, match=r"made by Regard 0\.0"):
        zoned(zoned_day, run=run)
    assert state(zoned_day) == before


def test_an_error_that_nobody_foresaw_names_the_zone(zoned_day, cluster):
    def run(jobs, progress):
        return Cluster(cluster.address)(
            [replace(job, search=replace(job.search, seed="one")) for job in jobs], progress
        )

    with pytest.raises(Failure, match=r"Zone Z\d could not be planned on the cluster: \w+Error"):
        zoned(zoned_day, run=run)


def test_a_scheduler_without_workers_is_a_failure(zoned_day, tmp_path):
    lonely = LocalCluster(tmp_path)
    try:
        with pytest.raises(Failure, match="the scheduler has no worker; nothing was stored"):
            zoned(zoned_day, run=Cluster(lonely.address, patience_s=0.5))
    finally:
        lonely.close()


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:8786", "tcp://127.0.0.1", "tcp://127.0.0.1:x"])
def test_what_is_no_address_is_refused(zoned_day, address):
    with pytest.raises(InputError, match=rf"'{address}' is not the address of a scheduler"):
        zoned(zoned_day, run=Cluster(address))


def test_a_scheduler_that_does_not_answer_is_named(zoned_day):
    before = state(zoned_day)
    with pytest.raises(Failure, match=r"tcp://127\.0\.0\.1:9: no scheduler answers"):
        zoned(zoned_day, run=Cluster("tcp://127.0.0.1:9"))
    assert state(zoned_day) == before


def test_without_the_library_the_command_that_installs_it_is_told(zoned_day, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install 'regard\[cluster\]'"):
        zoned(zoned_day, run=Cluster("tcp://127.0.0.1:8786"))
