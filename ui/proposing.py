# SPDX-License-Identifier: GPL-3.0-or-later
"""What docks have in common that propose something: of one workspace, given up with it."""

from __future__ import annotations

from .side_dock import D, SideDockController


class ProposingController(SideDockController[D]):
    """Owns a dock that proposes; nothing is stored unasked."""

    # the workspace that what is proposed belongs to
    _url = ""

    def _put_in(self, dock: D) -> None:
        super()._put_in(dock)
        self._url = self._state.url

    def _forget(self) -> None:
        """Give up what was proposed."""

    def _on_hidden(self) -> None:
        """Take away what is drawn outside of the dock."""

    def _on_visible(self, visible: bool) -> None:
        # a dock behind another tab is invisible too, but not hidden
        if not visible and self.dock.isHidden():
            self._on_hidden()

    def _on_workspace_changed(self) -> None:
        if self._state.url != self._url:
            self._url = self._state.url
            self._forget()
            self.dock.hide()
        else:
            self._on_refreshed()

    def _on_refreshed(self) -> None:
        """Look again at the same workspace, where that matters."""
