# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar with what is being done and a button to cancel it, for work that a dialog waits for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...core.messages import Message
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.tasks import JobRunner, JobTask, Work, running

_LOOK_MS = 150


class ProgressRow(QWidget):
    """Runs one piece of work at a time and shows how far it is; hidden while there is none."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._task: JobTask | None = None
        self._number = 0
        self.step = QLabel(self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.stop)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.step)
        column.addLayout(row)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Tell whether work runs."""
        return self._task is not None

    def start(
        self,
        title: str,
        work: Work,
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None],
    ) -> None:
        """Do a piece of work off the main thread; one of the callbacks follows."""

        self._number += 1
        number = self._number

        def ended(callback: Callable[..., None]) -> Callable[..., None]:
            def call(*given: Any) -> None:
                # work that was given up may end after other work was begun
                if number == self._number:
                    self._end()
                    callback(*given)

            return call

        self.step.setText(title)
        # a bar that moves until the work tells how far it is
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()
        self._timer.start()
        self._task = self._jobs.start(
            title, work, succeeded=ended(succeeded), failed=ended(failed), cancelled=ended(cancelled)
        )

    def stop(self, *_: object) -> None:
        """Cancel the work."""
        task = running(self._task)
        if task is not None:
            self.cancel.setEnabled(False)
            task.cancel()

    def _look(self) -> None:
        task = running(self._task)
        if task is None:
            self._end()
        elif task.progress() > 0.0:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(task.progress()))
            if task.step:
                self.step.setText(say(Message(task.step)))

    def _end(self) -> None:
        self._task = None
        self._timer.stop()
        self.hide()
