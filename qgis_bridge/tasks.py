# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work off the main thread: a task closes over plain data, its result comes back on the main thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from qgis.core import QgsTask, QgsTaskManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QThreadPool, QTimer

from ..core.errors import Cancelled
from ..core.progress import Progress
from .native import keep_projections

Work = Callable[[Progress], Any]
_REPORT_EVERY_S = 0.1
_LOOK_EVERY_MS = 1000


class TaskProgress:
    """The domain's ``Progress`` on top of a task, at most ten reports a second."""

    def __init__(self, task: JobTask) -> None:
        self._task = task
        self._reported_at = 0.0

    def report(self, fraction: float, text: str = "") -> None:
        """Show how far the work is in QGIS's task panel."""
        now = time.monotonic()
        if now - self._reported_at >= _REPORT_EVERY_S:
            self._reported_at = now
            self._task.step = text
            self._task.setProgress(100.0 * fraction)

    def check(self) -> None:
        """Raise ``Cancelled`` once the user pressed cancel."""
        if self._task.isCanceled():
            raise Cancelled


class JobTask(QgsTask):
    """Runs ``work`` in a worker thread and hands its result or error to the callbacks.

    ``step`` says what is being done; ``muted`` tasks end without calling anyone. ``successor`` is the task
    that does the work in the place of one that QGIS lost.
    """

    def __init__(
        self,
        description: str,
        work: Work,
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._succeeded = succeeded
        self._failed = failed
        self._cancelled = cancelled
        self._result: Any = None
        self._error: Exception | None = None
        self._begun = threading.Lock()
        self.step = ""
        self.muted = False
        self.successor: JobTask | None = None

    @property
    def current(self) -> JobTask:
        """Return the task that does the work now."""
        return self if self.successor is None else self.successor.current

    def replaced(self) -> JobTask | None:
        """Return a task for the same work; this one never runs then. None if it has begun."""
        if not self._begun.acquire(blocking=False):
            return None
        self.muted = True
        self.successor = JobTask(
            self.description(),
            self._work,
            succeeded=self._succeeded,
            failed=self._failed,
            cancelled=self._cancelled,
        )
        return self.successor

    def run(self) -> bool:
        """Do the work; called by QGIS in a worker thread."""
        if not self._begun.acquire(blocking=False):
            return False
        try:
            self._result = self._work(TaskProgress(self))
        except Cancelled:
            return False
        except Exception as error:
            self._error = error
            return False
        finally:
            keep_projections()
        return True

    def finished(self, ok: bool) -> None:
        """Deliver the outcome; called by QGIS on the main thread."""
        if self.muted:
            return
        if ok and not self.isCanceled():
            self._succeeded(self._result)
        elif self._error is not None:
            self._failed(self._error)
        elif self._cancelled is not None:
            self._cancelled()


def running(task: JobTask | None) -> JobTask | None:
    """Return the task that does the work now; None where there is none, or where it ended without a word.

    A muted task tells nobody of its end, and QGIS deletes it.
    """
    now = None if task is None else task.current
    return None if now is None or sip.isdeleted(now) else now


def pool_of(manager: QgsTaskManager) -> QThreadPool:
    """Return the threads that run tasks: newer versions of QGIS keep some for these alone."""
    own = getattr(manager, "threadPool", None)
    return QThreadPool.globalInstance() if own is None else own()


class JobRunner:
    """Starts tasks and keeps them alive until they have finished.

    A task that QGIS has queued can be lost (seen in 3.22): it waits for ever while every thread is idle,
    probably because ``QgsTaskManager::taskStatusChanged`` takes the task that has just ended off the pool's
    queue by an address that another has by then. So what still waits while threads are idle is given to
    QGIS once more.
    """

    def __init__(self, manager: QgsTaskManager) -> None:
        self._manager = manager
        self._tasks: set[JobTask] = set()
        self._waiting: set[JobTask] = set()
        self._look = QTimer()
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._restart_lost)

    def start(
        self,
        description: str,
        work: Work,
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
    ) -> JobTask:
        """Queue ``work``; exactly one of the callbacks is called later on the main thread."""
        task = JobTask(description, work, succeeded=succeeded, failed=failed, cancelled=cancelled)
        self._add(task)
        return task

    def _add(self, task: JobTask) -> None:
        self._tasks.add(task)
        task.taskCompleted.connect(lambda: self._tasks.discard(task))
        task.taskTerminated.connect(lambda: self._tasks.discard(task))
        self._manager.addTask(task)
        # a look that every new task put off would never come
        if not self._look.isActive():
            self._look.start()

    def _restart_lost(self) -> None:
        """Start anew what waited at the last look too, although threads are idle."""
        if not self._tasks:
            self._look.stop()
        pool = pool_of(self._manager)
        has_room = pool.activeThreadCount() < pool.maxThreadCount()
        queued = {task for task in self._tasks if task.status() == QgsTask.TaskStatus.Queued}
        lost = self._waiting & queued if has_room else set()
        self._waiting = queued - lost
        for task in lost:
            if (again := task.replaced()) is not None:
                task.cancel()
                self._add(again)

    @property
    def busy(self) -> bool:
        """Tell whether any task has not finished."""
        return bool(self._tasks)

    def cancel_all(self) -> None:
        """Stop every running task; none of them calls back any more."""
        for task in tuple(self._tasks):
            if not sip.isdeleted(task):
                task.muted = True
                task.cancel()
