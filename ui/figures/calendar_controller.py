# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tab of the calendar in step with the workspace, and writes what is asked for there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from qgis.gui import QgsMapCanvas

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import JobRunner
from ..board.writer import BoardWriter
from ..reporter import Reporter
from ..view_state import ViewState
from .calendar_page import CalendarPage
from .calendar_shown import CalendarShown, EventFields
from .event_areas import EventAreas
from .event_dialog import EventDialog
from .page_controller import PageController


class CalendarController(PageController[CalendarPage]):
    """Fills the tab; every change is a command of the journal, and one of the window's undo."""

    def __init__(
        self,
        page: CalendarPage,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        canvas: QgsMapCanvas,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(page, state, jobs, reporter, clock=clock)
        self._writer = writer
        self.dialog: EventDialog | None = None
        self.areas = EventAreas(canvas)
        page.chosen_changed.connect(self._draw)
        page.add_asked.connect(self._open)
        page.change_asked.connect(self._open)
        page.removal_asked.connect(self._remove)
        page.done.undo_asked.connect(self._undo)
        page.done.redo_asked.connect(writer.redo)

    def leave(self) -> None:
        """Follow the window no longer, and draw nothing."""
        self.page.chosen_changed.disconnect(self._draw)
        self.areas.clear()
        super().leave()

    def _draw(self) -> None:
        shown = self.page.shown
        self.areas.show(self.page.areas(), shown.crs if shown is not None else "")

    def _open(self, fields: EventFields | None = None) -> None:
        if self.page.shown is None:
            return
        self.dialog = EventDialog(self.page.shown.choices, fields, self.page.window())
        self.dialog.agreed.connect(self._put)
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _close(self, *_: object) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _put(self, asked: EventFields) -> None:
        title = tr("Change the event {name}") if asked.event_id else tr("Add the event {name}")
        now, who, text = self._clock(), self._writer.who, title.format(name=asked.name)
        self._writer.write(
            text,
            lambda workspace: _put(workspace, asked, now, who),
            done=lambda: self._written(text),
            refused=self._refused,
        )

    def _written(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if self.page is not None:
            self.page.done.say_done(text)

    def _refused(self, error: Exception) -> bool:
        if self.dialog is None or not isinstance(error, RegardError):
            return False
        self.dialog.say_refused(say(error.message))
        return True

    def _remove(self, keys: list[str]) -> None:
        if not keys or self.page.shown is None:
            return
        names = [row.fields.name for row in self.page.shown.rows if row.fields.event_id in keys]
        who, text = self._writer.who, tr("Take out {names}").format(names=", ".join(names))
        self._writer.write(
            text, lambda workspace: _take_out(workspace, keys, who), done=lambda: self._written(text)
        )

    def _undo(self) -> None:
        self.page.done.clear()
        self._writer.undo()

    def _wanted(self) -> None:
        return None

    def _reading(self) -> str:
        return tr("Reading the calendar")

    def _read(self, url: str, now: datetime, wanted: None) -> CalendarShown:  # noqa: ARG002
        load_wheels_apart()
        from .calendar_reader import read_calendar

        return read_calendar(url, now)

    def _show(self, shown: CalendarShown) -> None:
        self.page.show_events(shown)


def _put(workspace: Any, asked: EventFields, now: datetime, who: str) -> tuple[int, ...]:
    from .calendar_reader import put_event

    return put_event(workspace, asked=asked, clock=now, who=who)


def _take_out(workspace: Any, keys: list[str], who: str) -> tuple[int, ...]:
    from .calendar_reader import take_out

    return take_out(workspace, keys=keys, who=who)
