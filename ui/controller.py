# SPDX-License-Identifier: GPL-3.0-or-later
"""What every controller of the window is: something that can be put in and taken out without a trace."""

from __future__ import annotations

from typing import Protocol


class Controller(Protocol):
    """One feature of the window; every connection made by ``load`` is undone by ``unload``."""

    def load(self) -> None:
        """Put the feature into the window."""

    def unload(self) -> None:
        """Take it out again."""
