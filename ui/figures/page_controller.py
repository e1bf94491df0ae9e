# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tabs of the dock of figures have in common: read while they are shown, where they may be old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from qgis.PyQt.QtCore import pyqtBoundSignal

from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState


class Page(Protocol):
    """A tab."""

    def isVisible(self) -> bool:
        """Tell whether it is shown."""

    def show_hint(self, text: str) -> None:
        """Show a sentence in place of what was read."""


P = TypeVar("P", bound=Page)
# the workspace that is asked, and what it is asked for
Question = tuple[str, Any]


class PageController(Generic[P]):
    """``page`` is what it fills; ``look`` reads anew where what it shows may be old."""

    def __init__(
        self,
        page: P,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.page = page
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._clock = clock
        self._is_stale = True
        for changed in self._changes():
            changed.connect(self._on_changed)

    def leave(self) -> None:
        """Follow the window no longer; the page is about to be deleted."""
        for changed in self._changes():
            changed.disconnect(self._on_changed)
        self.page = None

    def look(self) -> None:
        """Read what the page shows if it is shown and may be old."""
        if not self._is_stale or not self.page.isVisible():
            return
        question, now = self._question(), self._clock()
        url, wanted = question
        if not url:
            self.page.show_hint(tr("Open a workspace first."))
            return
        self._is_stale = False
        self.page.show_hint(tr("Reading…"))
        self._jobs.start(
            self._reading(),
            lambda _: self._read(url, now, wanted),
            succeeded=lambda shown: self._on_read(question, shown),
            failed=lambda error: self._on_failed(question, error),
        )

    def _changes(self) -> tuple[pyqtBoundSignal, ...]:
        """Return the signals after which the page may be old."""
        return (self._state.workspace_changed,)

    def _wanted(self) -> Any:
        """Return what is asked for."""
        raise NotImplementedError

    def _reading(self) -> str:
        """Return what the task is called."""
        raise NotImplementedError

    def _read(self, url: str, now: datetime, wanted: Any) -> Any:
        """Read in the worker."""
        raise NotImplementedError

    def _show(self, shown: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _question(self) -> Question:
        return self._state.url, self._wanted()

    def _on_changed(self) -> None:
        self._is_stale = True
        self.look()

    def _on_read(self, question: Question, shown: Any) -> None:
        # an answer to an earlier question is not shown
        if self.page is not None and question == self._question():
            self._show(shown)

    def _on_failed(self, question: Question, error: Exception) -> None:  # noqa: ARG002 - who overrides it
        self._is_stale = True
        self._reporter.error(error)
        if self.page is not None:
            self.page.show_hint(unread())


def unread() -> str:
    """Return what a page says that could not be read."""
    return tr("This could not be read: see the message above the map.")
