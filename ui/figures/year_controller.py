# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tab of next year in step with the workspace, while it is shown; writes it to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from qgis.PyQt.QtWidgets import QFileDialog

from ...core.errors import InputError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .year_page import YearPage
from .year_shown import YearShown


class YearController:
    """``page`` is what it fills; ``look`` reads anew where what it shows may be old."""

    def __init__(
        self,
        page: YearPage,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.page = page
        self._state, self._jobs, self._reporter, self._clock = state, jobs, reporter, clock
        self._wanted, self._is_stale = 0, True
        page.asked.connect(self._ask)
        page.export_asked.connect(self._export)
        state.workspace_changed.connect(self._on_changed)

    def leave(self) -> None:
        """Follow the workspace no longer; the page is about to be deleted."""
        self._state.workspace_changed.disconnect(self._on_changed)
        self.page = None

    def look(self) -> None:
        """Read the year if it is shown and may be old."""
        if not self._is_stale or not self.page.isVisible():
            return
        url, now, year = self._state.url, self._clock(), self._wanted
        if not url:
            self.page.show_hint(tr("Open a workspace first."))
            return
        self._is_stale = False
        self.page.show_hint(tr("Reading…"))
        self._jobs.start(
            tr("Reading next year"),
            lambda _: (url, year, _read(url, now, year)),
            succeeded=self._on_read,
            failed=lambda error: self._on_failed(url, year, error),
        )

    def write(self, path: str) -> None:
        """Write the year that is shown: the assets by week as CSV or XLSX, or all of it as a page."""
        url, now, year = self._state.url, self._clock(), self.page.year
        self._jobs.start(
            tr("Writing next year"),
            lambda _: _write(url, now, year, path),
            succeeded=lambda _: self._reporter.info(tr("{file} written.").format(file=path)),
            failed=self._reporter.error,
        )

    def _export(self) -> None:
        kinds = (tr("Workbook (*.xlsx)"), tr("Table (*.csv)"), tr("Page (*.html)"))
        name = str(self.page.year)
        path, kind = QFileDialog.getSaveFileName(self.page, tr("Export next year"), name, ";;".join(kinds))
        if path:
            suffix = (".xlsx", ".csv", ".html")[kinds.index(kind) if kind in kinds else 0]
            has_one = path.lower().endswith((".html", ".xlsx", ".csv"))
            self.write(path if has_one else path + suffix)

    def _ask(self, year: int) -> None:
        self._wanted, self._is_stale = year, True
        self.look()

    def _on_changed(self) -> None:
        self._is_stale = True
        self.look()

    def _on_read(self, result: tuple[str, int, YearShown]) -> None:
        url, year, shown = result
        # an answer to an earlier question is not shown
        if self.page is not None and (url, year) == (self._state.url, self._wanted):
            self.page.show_year(shown)

    def _on_failed(self, url: str, year: int, error: Exception) -> None:
        if not isinstance(error, InputError):
            self._reporter.error(error)
        if self.page is not None and (url, year) == (self._state.url, self._wanted):
            # from here the arrows lead on, though this one could not be shown
            self.page.year = year or self.page.year
            unread = tr("This could not be read: see the message above the map.")
            # a history that is too short is no fault: it is said where the year would be
            self.page.show_hint(say(error.message) if isinstance(error, InputError) else unread)


def _read(url: str, now: datetime, year: int) -> YearShown:
    load_wheels_apart()
    from .year_reader import read_year

    return read_year(url, now, year)


def _write(url: str, now: datetime, year: int, path: str) -> None:
    load_wheels_apart()
    from .year_reader import write_year

    write_year(url, now, year, path)
