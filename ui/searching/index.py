# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches the workspace that is shown; called from the threads of QGIS's locator."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from ...qgis_bridge.native import keep_projections, load_wheels_apart

if TYPE_CHECKING:
    from ...planner.find_anything import Found, Places

_MOST = 5


class SearchIndex:
    """Keeps what is read once (assets, customers, addresses) until the layers change; searches take turns."""

    def __init__(self) -> None:
        self.url = ""
        self._lock = Lock()
        self._places: tuple[str, object, Places] | None = None

    def find(self, text: str) -> tuple[Found, ...]:
        """Return what a text may mean; errors are ``RegardError``."""
        url = self.url
        if not url or not text.strip():
            return ()
        with self._lock:
            try:
                load_wheels_apart()
                return self._find(url, text)
            finally:
                keep_projections()

    def _find(self, url: str, text: str) -> tuple[Found, ...]:
        from ...planner.find_anything import Places, find_anything
        from ...store.workspaces import open_workspace

        workspace = open_workspace(url)
        try:
            state = workspace.network_state()
            kept = self._places
            if kept is None or kept[:2] != (url, state):
                kept = (url, state, Places.of(workspace))
                self._places = kept
            return find_anything(workspace, kept[2], text, most=_MOST)
        finally:
            workspace.close()
