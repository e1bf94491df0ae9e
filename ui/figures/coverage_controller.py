# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the coverage of the day that is shown, keeps map and tab in step, and writes the gap sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.gui import QgisInterface

from ...core.errors import InputError
from ...core.progress import Progress
from ...qgis_bridge.figures import day_text
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .coverage_page import CoveragePage
from .coverage_shown import CoverageShown, HoleRow, Needed
from .export_file import ask_export_file
from .page_controller import unread

_MARGIN = 1.5


class CoverageController:
    """Nothing is worked out before it is asked for; ``look`` says what the tab can do now."""

    def __init__(
        self,
        page: CoveragePage,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self.page = page
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._clock = clock
        self._url = state.url
        page.watch(jobs)
        page.draw_asked.connect(self._draw)
        page.part_asked.connect(self._show_part)
        page.hole_chosen.connect(self._zoom)
        page.sheet_asked.connect(self._export)
        state.workspace_changed.connect(self.look)
        state.day_changed.connect(self.look)
        self.look()

    def leave(self) -> None:
        """Follow the window no longer; the page is about to be deleted."""
        self._state.workspace_changed.disconnect(self.look)
        self._state.day_changed.disconnect(self.look)
        self.page.row.stop()
        self.page = None

    def look(self) -> None:
        """Say what can be drawn; what is listed stays, unless it is of another workspace."""
        page, day = self.page, self._state.day
        if self._state.url != self._url:
            self._url = self._state.url
            page.row.stop()
            page.shown = None
        ready = bool(self._url and day) and not page.row.is_busy
        if not self._url:
            page.show_hint(tr("Open a workspace first."), ready=False)
        elif page.row.is_busy:
            return
        elif page.shown is None:
            text = tr("{day}: where agents come in time, hour by hour, with each skill and equipment.")
            page.show_hint(text.format(day=day_text(day)) if day else tr("Reading…"), ready=ready)
        elif day is not None and page.shown.day != day:
            text = tr("The map is that of {drawn}. Draw it again for {day}.")
            page.say(text.format(drawn=day_text(page.shown.day), day=day_text(day)), ready=ready)

    def _draw(self) -> None:
        url, now, day = self._state.url, self._clock(), self._state.day
        text = tr("Working out who can be where in how long")
        self.page.row.start(
            text,
            lambda progress: _read(url, now, day, progress),
            succeeded=lambda shown: self._on_read(url, day, shown),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )
        self.page.say(self.page.title.text(), ready=False)

    def _on_read(self, url: str, day: date | None, shown: CoverageShown) -> None:
        from ...qgis_bridge.coverage_layers import put_coverage

        if self.page is None or url != self._state.url:
            return
        if day != self._state.day:
            # asked for another day meanwhile: this one is no longer wanted
            self.look()
            return
        self._iface.mapCanvas().stopRendering()
        name = tr("Coverage on {day}").format(day=day_text(shown.day))
        put_coverage(QgsProject.instance(), name, shown.rows, shown.crs)
        self.page.show_coverage(shown)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, InputError):
            self._reporter.error(error)
        if self.page is not None:
            # a town without people or pipes is no fault: it is said where the holes would be
            text = say(error.message) if isinstance(error, InputError) else unread()
            self.page.show_hint(text, ready=bool(self._state.url))

    def _on_cancelled(self) -> None:
        if self.page is None:
            return
        self.look()
        if self.page.shown is not None:
            self.page.say(tr("Cancelled; the map is as it was."), ready=True)

    def _show_part(self, needed: Needed, hour: int) -> None:
        from ...qgis_bridge.coverage_layers import show_hour

        self._iface.mapCanvas().stopRendering()
        show_hour(QgsProject.instance(), kind=needed.kind, key=needed.key, hour=hour)

    def _zoom(self, row: HoleRow) -> None:
        canvas = self._iface.mapCanvas()
        source = QgsCoordinateReferenceSystem(self.page.shown.crs)
        target = canvas.mapSettings().destinationCrs()
        to_map = QgsCoordinateTransform(source, target, QgsProject.instance())
        box = to_map.transformBoundingBox(QgsRectangle(*row.box))
        box.scale(_MARGIN)
        canvas.setExtent(box)
        canvas.refresh()

    def _export(self) -> None:
        kinds = {
            tr("Page (*.html)"): ".html",
            tr("Workbook (*.xlsx)"): ".xlsx",
            tr("Table (*.csv)"): ".csv",
        }
        name = tr("gaps {day}").format(day=self._state.day or "").strip()
        if path := ask_export_file(self.page, tr("Gap sheet"), name, kinds, also=(".htm",)):
            self.write(path)

    def write(self, path: str) -> None:
        """Write the gap sheet of the weeks from the day that is shown on, by the ending of the file."""
        url, now, day = self._state.url, self._clock(), self._state.day
        self._jobs.start(
            tr("Writing the gap sheet"),
            lambda _: _write(url, now, day, path),
            succeeded=lambda _: self._reporter.info(tr("{file} written.").format(file=path)),
            failed=self._reporter.error,
        )


def _read(url: str, now: datetime, day: date | None, progress: Progress) -> CoverageShown:
    load_wheels_apart()
    from .coverage_reader import read_coverage

    return read_coverage(url, now, day, progress=progress)


def _write(url: str, now: datetime, day: date | None, path: str) -> None:
    load_wheels_apart()
    from .coverage_reader import write_gap_sheet

    write_gap_sheet(url, now, day, path)
