# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tab of the field manager in step with the workspace and the day, while it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from qgis.PyQt.QtCore import pyqtBoundSignal

from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .overview import OverviewShown
from .overview_page import OverviewPage
from .page_controller import PageController


class OverviewController(PageController[OverviewPage]):
    """Fills the tab with the zones of the day."""

    def __init__(
        self,
        page: OverviewPage,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(page, state, jobs, reporter, clock=clock)
        page.order_chosen.connect(state.select_order)

    def _changes(self) -> tuple[pyqtBoundSignal, ...]:
        return self._state.workspace_changed, self._state.day_changed

    def _wanted(self) -> date | None:
        return self._state.day

    def _reading(self) -> str:
        return tr("Reading the overview")

    def _read(self, url: str, now: datetime, wanted: date | None) -> OverviewShown:
        load_wheels_apart()
        from .overview_reader import read_overview

        return read_overview(url, now, wanted)

    def _show(self, shown: OverviewShown) -> None:
        self.page.show_overview(shown)
