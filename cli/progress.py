# SPDX-License-Identifier: GPL-3.0-or-later
"""How far long work is: a moving bar on a terminal, now and then a line elsewhere; always on stderr."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from ..core.progress import Progress

_SECONDS_BETWEEN_LINES = 5.0

Phase = Callable[[str], str]


@contextmanager
def terminal_progress(phase: Phase) -> Iterator[Progress]:
    """Show progress while the body runs; ``phase`` puts a phase of the work in the user's words."""
    console = Console(stderr=True, markup=False, highlight=False)
    if not console.is_terminal:
        with SparseLines(phase).kept_up() as lines:
            yield lines
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        yield MovingBar(bars, bars.add_task("", total=1.0), phase)


@dataclass(frozen=True, slots=True)
class MovingBar:
    """Progress as a bar of the terminal."""

    bars: Bars
    task: TaskID
    phase: Phase

    def report(self, fraction: float, text: str = "") -> None:
        """Move the bar."""
        description = {"description": self.phase(text)} if text else {}
        self.bars.update(self.task, completed=fraction, **description)  # type: ignore[arg-type]

    def check(self) -> None:
        """Go on: Ctrl-C interrupts by itself."""


@dataclass(slots=True)
class SparseLines:
    """Progress as a line every few seconds, for logs; also while a long step reports nothing."""

    phase: Phase
    doing: str = ""
    fraction: float = 0.0
    last_s: float = field(default_factory=time.monotonic)

    @contextmanager
    def kept_up(self) -> Iterator[SparseLines]:
        """Repeat the last report while the body runs, at the same pace, when no other one comes."""
        over = threading.Event()
        watch = threading.Thread(target=self._keep_up, args=(over,), daemon=True)
        watch.start()
        try:
            yield self
        finally:
            over.set()
            watch.join()

    def _keep_up(self, over: threading.Event) -> None:
        while not over.wait(_SECONDS_BETWEEN_LINES / 5):
            if self.doing:
                self.report(self.fraction)

    def report(self, fraction: float, text: str = "") -> None:
        """Print a line when the last one is old enough."""
        self.doing, self.fraction = self.phase(text) if text else self.doing, fraction
        now_s = time.monotonic()
        if now_s - self.last_s >= _SECONDS_BETWEEN_LINES:
            self.last_s = now_s
            sys.stderr.write(f"{fraction:4.0%} {self.doing}".rstrip() + "\n")
            sys.stderr.flush()

    def check(self) -> None:
        """Go on: Ctrl-C interrupts by itself."""
