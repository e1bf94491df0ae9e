# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with a cut that was found: kept as layers, stored for an order, told, and taken back."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsProject

from ...qgis_bridge.messages import counted, tr
from ...qgis_bridge.tasks import JobRunner
from ..board.writer import BoardWriter
from ..reporter import Reporter
from ..view_state import ViewState
from ..workspace_controller import WorkspaceController
from .customers_dialog import CustomersDialog
from .dock import CutDock

if TYPE_CHECKING:
    from .cut_reader import CutDesk, FoundCut, PreparedMessages, StoredCut


class CutActs:
    """Writes in workers what dock and dialog ask for; ``stored`` is called with the order that has its cut.

    ``shown`` says which cut is on the screen, None when there is none.
    """

    def __init__(
        self,
        project: QgsProject,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        workspaces: WorkspaceController,
        writer: BoardWriter,
        *,
        shown: Callable[[], FoundCut | None],
        desk: Callable[[], CutDesk | None],
        stored: Callable[[str], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._project = project
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._workspaces = workspaces
        self._writer = writer
        self._shown = shown
        self._desk = desk
        self._tell_stored = stored
        self._clock = clock
        self._step: tuple[int, ...] = ()

    def load(self, dock: CutDock, dialog: CustomersDialog) -> None:
        """Do what a dock and its dialog ask for."""
        self._dock, self._dialog = dock, dialog
        dock.keep_asked.connect(self._keep)
        dock.store_asked.connect(self._store)
        dock.undo_asked.connect(self._undo)
        for part in (dock, dialog):
            part.messages_asked.connect(self._prepare_messages)
        dialog.saved.connect(self._say_saved)
        dialog.refused.connect(self._reporter.warning)

    def unload(self) -> None:
        """Listen no more."""
        self._dialog.refused.disconnect(self._reporter.warning)
        self._dialog.saved.disconnect(self._say_saved)
        for part in (self._dialog, self._dock):
            part.messages_asked.disconnect(self._prepare_messages)
        self._dock.undo_asked.disconnect(self._undo)
        self._dock.store_asked.disconnect(self._store)
        self._dock.keep_asked.disconnect(self._keep)
        del self._dock, self._dialog

    def _say_saved(self, path: str) -> None:
        self._reporter.info(tr("Saved: {file}").format(file=path))

    def _keep(self) -> None:
        found, desk = self._shown(), self._desk()
        if found is None or desk is None:
            return
        self._jobs.start(
            tr("Making layers"),
            lambda _: (desk, found, _rows(desk, found)),
            succeeded=self._on_rows,
            failed=self._reporter.error,
        )

    def _on_rows(self, result: tuple[CutDesk, FoundCut, dict]) -> None:
        from ...qgis_bridge.kept_layers import keep_layers

        desk, found, rows = result
        name = tr("Cut of {asset}").format(asset=found.isolation.asset)
        if found.asked.unusable:
            name += " " + tr("without {valves}").format(valves=", ".join(found.asked.unusable))
        kept = keep_layers(self._project, name, rows, desk.base.crs)
        text = tr("{count} layers are in the group “{name}”, on top of the others.")
        self._reporter.info(counted(text, count=len(kept), name=name))

    def _store(self) -> None:
        found, order_id, url = self._shown(), self._state.order_id, self._state.url
        if found is None or not order_id:
            return
        from .cut_reader import store_cut

        asked, who, now = found.asked, getpass.getuser(), self._clock()
        noted = asked.unusable if self._dock.register.isChecked() else ()
        self._dock.store.setEnabled(False)
        self._jobs.start(
            tr("Storing the cut"),
            lambda _: store_cut(url, asked, order_id, noted=noted, now=now, who=who),
            succeeded=self._on_stored,
            failed=self._on_not_written,
        )

    def _on_stored(self, stored: StoredCut) -> None:
        self._note(stored.step)
        self._dock.show_stored(stored)
        self._tell_stored(stored.order_id)
        self._workspaces.refresh()

    def _on_not_written(self, error: Exception) -> None:
        self._reporter.error(error)
        self._workspaces.refresh()

    def _prepare_messages(self) -> None:
        from .cut_reader import prepare_messages

        url, order_id = self._state.url, self._state.order_id
        now, who = self._clock(), getpass.getuser()
        for part in (self._dock, self._dialog):
            part.messages.setEnabled(False)
        self._jobs.start(
            tr("Preparing the messages"),
            lambda _: prepare_messages(url, order_id, now=now, who=who),
            succeeded=self._on_prepared,
            failed=self._on_not_written,
        )

    def _on_prepared(self, done: PreparedMessages) -> None:
        self._note(done.step)
        self._dialog.close()
        self._dock.show_prepared(done)
        self._workspaces.refresh()

    def _note(self, step: tuple[int, ...]) -> None:
        """Keep in mind what can be undone here, and on the board with Ctrl+Z."""
        self._step = step
        self._writer.note(tr("Isolating"), step)

    def _undo(self) -> None:
        from .cut_reader import take_back

        step, url, who = self._step, self._state.url, getpass.getuser()
        self._writer.forget(step)
        self._step = ()
        self._dock.forget_result()
        self._jobs.start(
            tr("Undoing"),
            lambda _: take_back(url, step, who=who),
            succeeded=lambda _: self._workspaces.refresh(),
            failed=self._on_not_written,
        )


def _rows(desk: CutDesk, found: FoundCut) -> dict:
    from .cut_reader import layer_rows

    return layer_rows(desk, found)
