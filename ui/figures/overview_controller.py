# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tab of the field manager in step with the workspace and the day, while it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .overview import OverviewShown
from .overview_page import OverviewPage


class OverviewController:
    """``page`` is what it fills; ``look`` reads anew where what it shows may be old."""

    def __init__(
        self,
        page: OverviewPage,
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
        page.order_chosen.connect(state.select_order)
        for changed in (state.workspace_changed, state.day_changed):
            changed.connect(self._on_changed)

    def leave(self) -> None:
        """Follow the workspace no longer; the page is about to be deleted."""
        for changed in (self._state.workspace_changed, self._state.day_changed):
            changed.disconnect(self._on_changed)
        self.page = None

    def look(self) -> None:
        """Read the overview if it is shown and may be old."""
        if not self._is_stale or not self.page.isVisible():
            return
        url, now, day = self._state.url, self._clock(), self._state.day
        if not url:
            self.page.show_hint(tr("Open a workspace first."))
            return
        self._is_stale = False
        self.page.show_hint(tr("Reading…"))
        self._jobs.start(
            tr("Reading the overview"),
            lambda _: (url, day, _read(url, now, day)),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    def _on_changed(self) -> None:
        self._is_stale = True
        self.look()

    def _on_read(self, result: tuple[str, date | None, OverviewShown]) -> None:
        url, day, shown = result
        # an answer to an earlier question is not shown
        if self.page is not None and (url, day) == (self._state.url, self._state.day):
            self.page.show_overview(shown)

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = True
        self._reporter.error(error)
        if self.page is not None:
            self.page.show_hint(tr("This could not be read: see the message above the map."))


def _read(url: str, now: datetime, day: date | None) -> OverviewShown:
    load_wheels_apart()
    from .overview_reader import read_overview

    return read_overview(url, now, day)
