# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tab of next year in step with the workspace, while it is shown; writes it to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ...core.errors import InputError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .export_file import ask_export_file
from .page_controller import PageController, Question, unread
from .year_page import YearPage
from .year_shown import YearShown


class YearController(PageController[YearPage]):
    """Fills the tab with a year: 0 is the one after the day of the desk."""

    def __init__(
        self,
        page: YearPage,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(page, state, jobs, reporter, clock=clock)
        self._year = 0
        page.asked.connect(self._ask)
        page.export_asked.connect(self._export)

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
        kinds = {
            tr("Workbook (*.xlsx)"): ".xlsx",
            tr("Table (*.csv)"): ".csv",
            tr("Page (*.html)"): ".html",
        }
        if path := ask_export_file(self.page, tr("Export next year"), str(self.page.year), kinds):
            self.write(path)

    def _ask(self, year: int) -> None:
        self._year = year
        self._on_changed()

    def _wanted(self) -> int:
        return self._year

    def _reading(self) -> str:
        return tr("Reading next year")

    def _read(self, url: str, now: datetime, wanted: int) -> YearShown:
        load_wheels_apart()
        from .year_reader import read_year

        return read_year(url, now, wanted)

    def _show(self, shown: YearShown) -> None:
        self.page.show_year(shown)

    def _on_failed(self, question: Question, error: Exception) -> None:
        if not isinstance(error, InputError):
            self._reporter.error(error)
        if self.page is not None and question == self._question():
            # from here the arrows lead on, though this one could not be shown
            self.page.year = self._year or self.page.year
            # a history that is too short is no fault: it is said where the year would be
            self.page.show_hint(say(error.message) if isinstance(error, InputError) else unread())


def _write(url: str, now: datetime, year: int, path: str) -> None:
    load_wheels_apart()
    from .year_reader import write_year

    write_year(url, now, year, path)
