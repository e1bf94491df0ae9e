# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones in processes of this machine: the same plan as in one process, also when processes are killed."""

import os
import signal
from dataclasses import replace
from multiprocessing import active_children

import pytest
from regard.core.errors import Cancelled, Failure
from regard.planner.zones.local_processes import LocalProcesses
from regard.tests.unit.planner.plans import state, stops, zoned

# enough for a second or more of each zone
LONG = 60_000


class Watching:
    """Progress that does something once, as soon as a job is under way."""

    def __init__(self, act):
        self.act, self.acted = act, 0

    def report(self, fraction, text=""):
        # planning itself reports a tenth for what comes before the jobs
        if text == "zones.searching" and fraction > 0.1:
            self.acted += bool(self.act())

    def check(self):
        """Go on."""


def kill_one():
    """Kill one of the processes that are there; tell whether there was one."""
    for child in active_children():
        os.kill(child.pid, signal.SIGKILL)
        return True
    return False


def test_the_plan_is_the_same_as_in_one_process(zoned_day):
    expected = zoned(zoned_day)
    zoned_day.undo(who="test")
    made = zoned(zoned_day, run=LocalProcesses(workers=2))
    assert stops(zoned_day, made.plan) == stops(zoned_day, expected.plan) != set()
    assert made.plan.cost == expected.plan.cost
    assert active_children() == []


def test_what_a_killed_process_was_doing_is_done_again(zoned_day):
    expected = zoned(zoned_day, iterations=LONG)
    zoned_day.undo(who="test")
    watching = Watching(lambda: not watching.acted and kill_one())
    made = zoned(zoned_day, iterations=LONG, run=LocalProcesses(workers=2), progress=watching)
    assert watching.acted == 1
    assert stops(zoned_day, made.plan) == stops(zoned_day, expected.plan) != set()


def test_processes_killed_again_and_again_are_a_failure_that_stores_nothing(zoned_day):
    before = state(zoned_day)
    run = LocalProcesses(workers=1, most_restarts=1)
    watching = Watching(kill_one)
    with pytest.raises(Failure, match=r"killed 2 times.*zones left: Z1.*nothing was stored"):
        zoned(zoned_day, iterations=10 * LONG, run=run, progress=watching)
    assert watching.acted >= 2
    assert state(zoned_day) == before


def test_a_cancel_stops_the_processes_and_stores_nothing(zoned_day):
    before = state(zoned_day)

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        zoned(zoned_day, iterations=1000 * LONG, run=LocalProcesses(workers=2), progress=Watching(cancel))
    assert active_children() == []
    assert state(zoned_day) == before


def test_a_mistake_in_a_job_is_told_as_it_is(zoned_day):
    def wrong_version(jobs, progress):
        return LocalProcesses(workers=2)([replace(job, version="0.0") for job in jobs], progress)

    with pytest.raises(Failure, match=r"made by Regard 0\.0"):
        zoned(zoned_day, run=wrong_version)
