# SPDX-License-Identifier: GPL-3.0-or-later
"""What docks have in common whose proposal was stored and can be taken back from the dock itself."""

from __future__ import annotations

import getpass

from ...qgis_bridge.messages import tr
from ..board.writer import BoardWriter
from ..proposing import ProposingController
from ..side_dock import D
from ..workspace_controller import WorkspaceController


class TakingBackController(ProposingController[D]):
    """Owns a dock that proposes; ``begin`` proposes anew."""

    # set by who is made
    _writer: BoardWriter
    _workspaces: WorkspaceController
    # the commands by which a proposal was stored, the last one first
    _stored: tuple[int, ...] = ()

    def begin(self) -> None:
        """Propose for the selected order."""
        raise NotImplementedError

    def _note_stored(self, what: str, command_ids: tuple[int, ...]) -> None:
        """Keep what takes a proposal back; ``command_ids`` begin with the last one."""
        self._stored = command_ids
        self._writer.note(what, tuple(reversed(command_ids)))

    def _on_refused(self, error: Exception) -> None:
        self._reporter.error(error)
        self._begin_anew()

    def _undo(self) -> None:
        command_ids, url, who = self._stored, self._state.url, getpass.getuser()
        if not command_ids:
            return
        from .undone import undo_commands

        self._stored = ()
        self._writer.forget(command_ids)
        self._jobs.start(
            tr("Undoing"),
            lambda _: undo_commands(url, command_ids, who=who),
            succeeded=self._begin_anew,
            failed=self._on_refused,
        )

    def _begin_anew(self, _: object = None) -> None:
        self._workspaces.refresh()
        self.begin()

    def _forget(self) -> None:
        self._stored = ()
