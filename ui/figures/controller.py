# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the dock of figures in step with the workspace and what is asked for, while it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDockWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..board.writer import BoardWriter
from ..reporter import Reporter
from ..side_dock import SideDockController
from ..view_state import ViewState
from .asked import Asked, FiguresShown, OrderBehind
from .calendar_controller import CalendarController
from .coverage_controller import CoverageController
from .dock import FiguresDock
from .export_file import ask_export_file
from .overview_controller import OverviewController
from .page_controller import unread
from .year_controller import YearController

_ORDERS = "work_order"


class FiguresController(SideDockController[FiguresDock]):
    """Owns the dock; nothing is read while it is hidden."""

    width = 640

    def __init__(
        self,
        iface: QgisInterface,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        home: Callable[[], QDockWidget],
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(iface, state, jobs, reporter, home=home, clock=clock)
        self._is_stale = True
        # what is on its way, so that an answer to an earlier question is not shown
        self._latest: tuple[str, Asked] | None = None
        self._overview: OverviewController | None = None
        self.year: YearController | None = None
        self.calendar: CalendarController | None = None
        self.coverage: CoverageController | None = None
        self._writer = writer

    def load(self) -> None:
        """Add the dock on the right, hidden until it is asked for."""
        self._put_in(FiguresDock(self._iface.mainWindow()))
        self.dock.asked.connect(self._start)
        self.dock.before.clicked.connect(lambda *_: self._start(step=-1))
        self.dock.after.clicked.connect(lambda *_: self._start(step=1))
        self.dock.behind_asked.connect(self._drill)
        self.dock.order_chosen.connect(self._state.select_order)
        self.dock.orders_marked.connect(self._mark)
        self.dock.export_asked.connect(self._export)
        self._overview = OverviewController(
            self.dock.overview, self._state, self._jobs, self._reporter, clock=self._clock
        )
        self.year = YearController(self.dock.year, self._state, self._jobs, self._reporter, clock=self._clock)
        self.calendar = CalendarController(
            *(self.dock.calendar, self._state, self._jobs, self._reporter, self._writer),
            self._iface.mapCanvas(),
            clock=self._clock,
        )
        self.coverage = CoverageController(
            *(self.dock.coverage, self._iface, self._state, self._jobs, self._reporter), clock=self._clock
        )
        for tab in (self._overview, self.year, self.calendar):
            self.dock.tabs.currentChanged.connect(lambda *_, shown=tab: shown.look())

    def unload(self) -> None:
        """Remove the dock."""
        self._overview.leave()
        self.year.leave()
        self.calendar.leave()
        self.coverage.leave()
        self._take_out()

    def toggle(self) -> None:
        """Show the dock, or hide it."""
        if self.dock.isVisible():
            self.dock.hide()
        else:
            self._show()

    def _on_visible(self, visible: bool) -> None:
        if visible and self._is_stale:
            self._start()
        if visible:
            self._overview.look()
            self.year.look()
            self.calendar.look()

    def _on_workspace_changed(self) -> None:
        self._is_stale = True
        if self.dock.isVisible() or not self._state.url:
            self._start()

    def _start(self, *, step: int = 0) -> None:
        url, now = self._state.url, self._clock()
        self._is_stale = False
        if not url:
            self.dock.show_hint(tr("Open a workspace first."))
            return
        self.dock.show_hint(tr("Reading…"))
        asked = self.dock.wanted(step=step)
        self._latest = (url, asked)
        self._jobs.start(
            tr("Reading the figures"),
            lambda _: (url, asked, _read(url, now, asked)),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    def _on_read(self, result: tuple[str, Asked, FiguresShown]) -> None:
        url, asked, shown = result
        if self.dock is not None and (url, asked) == self._latest and url == self._state.url:
            self.dock.show_figures(shown)

    def _drill(self, indicator: str) -> None:
        url, now, asked = self._state.url, self._clock(), self.dock.wanted()
        name = self.dock.figures.currentItem().text(0)
        self._jobs.start(
            tr("Reading the orders behind a figure"),
            lambda _: (name, _read_behind(url, now, asked, indicator)),
            succeeded=self._on_drilled,
            failed=self._on_failed,
        )

    def _on_drilled(self, result: tuple[str, tuple[OrderBehind, ...]]) -> None:
        name, orders = result
        if self.dock is not None:
            self.dock.show_behind(orders, name)

    def _mark(self, orders: list[str]) -> None:
        """Select orders on the map, in every layer of orders of the project."""
        quoted = ", ".join("'" + one.replace("'", "''") + "'" for one in orders)
        for layer in self.layers_of_orders():
            layer.selectByExpression(f'"order_id" IN ({quoted})')
            if layer.selectedFeatureCount():
                self._iface.mapCanvas().zoomToSelected(layer)

    def layers_of_orders(self) -> list[QgsVectorLayer]:
        """Return the layers of the project that show orders."""
        layers = QgsProject.instance().mapLayers().values()
        return [one for one in layers if isinstance(one, QgsVectorLayer) and _shows_orders(one)]

    def _export(self) -> None:
        kinds = {
            tr("Page (*.html)"): ".html",
            tr("Workbook (*.xlsx)"): ".xlsx",
            tr("Table (*.csv)"): ".csv",
        }
        title, name = tr("Export the figures"), self.dock.period_title
        if path := ask_export_file(self.dock, title, name, kinds, also=(".htm",)):
            self.write(path)

    def write(self, path: str) -> None:
        """Write the figures that are shown into a file, by its ending."""
        url, now, asked = self._state.url, self._clock(), self.dock.wanted()
        self._jobs.start(
            tr("Writing the figures"),
            lambda _: _write(url, now, asked, path),
            succeeded=lambda found: self._reporter.info(tr("{file} written.").format(file=found)),
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = True
        self._reporter.error(error)
        if self.dock is not None:
            self.dock.show_hint(unread())


def _shows_orders(layer: QgsVectorLayer) -> bool:
    return _ORDERS in layer.source() and layer.fields().indexOf("order_id") >= 0


def _read(url: str, now: datetime, asked: Asked) -> FiguresShown:
    load_wheels_apart()
    from .reader import read_figures

    return read_figures(url, now, asked)


def _read_behind(url: str, now: datetime, asked: Asked, indicator: str) -> tuple[OrderBehind, ...]:
    load_wheels_apart()
    from .reader import read_behind

    return read_behind(url, now, asked, indicator)


def _write(url: str, now: datetime, asked: Asked, path: str) -> str:
    load_wheels_apart()
    from .reader import write_report

    return write_report(url, now, asked, path)
