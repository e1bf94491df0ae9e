# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work leaves the window free, tells its outcome once, and stops when asked."""

import threading
import time

import pytest
from qgis.core import QgsApplication
from regard.core.errors import InputError
from regard.qgis_bridge.tasks import JobRunner, pool_of, running
from regard.ui.starting.progress_row import ProgressRow


@pytest.fixture
def runner(qgis_app):
    return JobRunner(QgsApplication.taskManager())


@pytest.fixture
def told():
    """Return what was told, and the callbacks that tell it."""

    class Told(list):
        def callbacks(self):
            return {
                "succeeded": lambda result: self.append(("succeeded", result)),
                "failed": lambda error: self.append(("failed", error)),
                "cancelled": lambda: self.append(("cancelled",)),
            }

    return Told()


def wait_for_cancel(progress):
    while True:
        progress.check()
        time.sleep(0.005)


@pytest.mark.parametrize("result", [7, 0, None, ""])
def test_a_result_is_delivered_even_when_it_is_falsy(runner, told, qtbot, result):
    runner.start("work", lambda _: result, **told.callbacks())
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == [("succeeded", result)]


def test_an_error_is_delivered_as_it_was_raised(runner, told, qtbot):
    error = InputError("file.missing", file="x")

    def work(progress):
        raise error

    runner.start("work", work, **told.callbacks())
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == [("failed", error)]


def test_cancel_stops_the_work_soon(runner, told, qtbot):
    task = runner.start("work", wait_for_cancel, **told.callbacks())
    qtbot.waitUntil(lambda: task.status() == task.TaskStatus.Running, timeout=5_000)
    started = time.monotonic()
    task.cancel()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == [("cancelled",)]
    assert time.monotonic() - started < 0.5


def test_after_cancel_all_nobody_is_called(runner, told, qtbot):
    runner.start("work", wait_for_cancel, **told.callbacks())
    runner.cancel_all()
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)
    qtbot.wait(50)
    assert told == []


def test_finished_tasks_are_let_go(runner, told, qtbot):
    runner.start("work", lambda _: 1, **told.callbacks())
    assert runner.busy
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)


def test_progress_is_told_at_most_ten_times_a_second(runner, told, qtbot):
    seen = []

    def work(progress):
        for step in range(1000):
            progress.report(step / 1000, "step")
        return "done"

    task = runner.start("work", work, **told.callbacks())
    task.progressChanged.connect(seen.append)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert len(seen) < 20
    assert task.step == "step"


def test_a_task_that_the_pool_has_lost_runs_all_the_same_and_once(runner, told, qtbot):
    pool, over, ran = pool_of(QgsApplication.taskManager()), threading.Event(), []
    for _ in range(pool.maxThreadCount()):
        runner.start("in the way", lambda _: over.wait(20), succeeded=str, failed=str)
    qtbot.waitUntil(lambda: pool.activeThreadCount() == pool.maxThreadCount(), timeout=5_000)
    task = runner.start("work", lambda _: ran.append(1), **told.callbacks())
    pool.clear()
    over.set()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    qtbot.waitUntil(lambda: not runner.busy, timeout=5_000)
    assert (told, ran) == ([("succeeded", None)], [1])
    assert task.current is not task


def test_a_task_that_only_waits_is_left_alone(runner, told, qtbot):
    pool, over = pool_of(QgsApplication.taskManager()), threading.Event()
    for _ in range(pool.maxThreadCount()):
        runner.start("in the way", lambda _: over.wait(20), succeeded=str, failed=str)
    qtbot.waitUntil(lambda: pool.activeThreadCount() == pool.maxThreadCount(), timeout=5_000)
    task = runner.start("work", lambda _: 1, **told.callbacks())
    qtbot.wait(2_500)
    over.set()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert (told, task.current) == ([("succeeded", 1)], task)


def test_a_row_whose_work_ends_without_a_word_goes_away(runner, told, qtbot):
    row = ProgressRow(runner)
    qtbot.addWidget(row)
    row.start("x", wait_for_cancel, **told.callbacks())
    runner.cancel_all()
    qtbot.waitUntil(lambda: not row.is_busy, timeout=10_000)
    row.stop()
    assert told == []
    assert running(None) is None
