# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs what the tables of a dock ask for: written in a worker, said in its undo bar, taken back by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from ..board.writer import BoardWriter
from .commands import done
from .rows import Act
from .table import ActingTable
from .undo_bar import UndoBar


class ActingDesk:
    """Joins the tables and the undo bar of a dock to the writer; ``leave`` parts them again."""

    def __init__(
        self,
        tables: Sequence[ActingTable],
        bar: UndoBar,
        writer: BoardWriter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._tables = tuple(tables)
        self._bar = bar
        self._writer = writer
        self._clock = clock
        for table in self._tables:
            table.act_asked.connect(self.run)
        bar.undo_asked.connect(self.undo)
        bar.redo_asked.connect(writer.redo)

    def leave(self) -> None:
        """Undo the connections."""
        self._bar.redo_asked.disconnect(self._writer.redo)
        self._bar.undo_asked.disconnect(self.undo)
        for table in self._tables:
            table.act_asked.disconnect(self.run)

    def run(self, act: Act, text: str) -> None:
        """Do what a button says."""
        write = partial(done, act=act, text=text, clock=self._clock, who=self._writer.who)
        self._writer.write(act.text, write, done=lambda: self._bar.say_done(act.text))

    def undo(self) -> None:
        """Take back what was done last in the window."""
        self._bar.clear()
        self._writer.undo()
