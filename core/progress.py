# SPDX-License-Identifier: GPL-3.0-or-later
"""Progress and cancel: the only threading contract of the domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Progress(Protocol):
    """What long work reports to, and asks whether to go on."""

    def report(self, fraction: float, text: str = "") -> None:
        """Say how far the work is: ``fraction`` in 0..1, ``text`` what is being done."""

    def check(self) -> None:
        """Raise ``Cancelled`` if the user stopped the work."""


class SilentProgress:
    """Progress for callers who do not watch."""

    def report(self, fraction: float, text: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        """Go on."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a longer work: maps 0..1 onto ``start``..``end`` of the parent."""

    parent: Progress
    start: float
    end: float

    def report(self, fraction: float, text: str = "") -> None:
        """Report to the parent, scaled."""
        self.parent.report(self.start + (self.end - self.start) * fraction, text)

    def check(self) -> None:
        """Ask the parent."""
        self.parent.check()
