# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal of a workspace, and any command of it taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ...wording import command_words, word
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, number_result, text_input, text_result, whole_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....store.journal import JournalEntry
    from ....store.workspace import SqlWorkspace

COMMAND, RECORD, LATEST = "COMMAND", "RECORD", "LATEST"

JOURNAL = OutputLayer(
    name="JOURNAL",
    label=lambda: tr("Journal"),
    explanation=lambda: tr("A table, the oldest first: when, by whom, by which command, on which record."),
    fields=(
        *(("command_id", "integer"), ("at", "datetime"), ("who", "text"), ("command", "text")),
        *(("undoes", "integer"), ("table", "text"), ("key", "text")),
    ),
)


class ShowJournal(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "LINE_COUNT"

    key = "journal"
    section = "workspace"
    layers = (JOURNAL,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Journal of the workspace"), tr(
            "Shows what was written into the workspace: when, by whom, by which command. The numbers are "
            "those that a command is taken back by."
        )

    def inputs(self) -> Inputs:
        """Yield which lines."""
        key = tr("Only what happened to this record, such as an order. Empty: all.")
        yield text_input(RECORD, tr("Record"), key, optional=True)
        yield whole_input(LATEST, tr("Lines"), tr("How many lines to show, the latest ones."), 20, least=1)

    def results(self) -> Results:
        """Yield how many lines there are."""
        yield number_result(self.COUNT, tr("Number of lines"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Look it up."""
        entries = workspace.journal(key=given.text(RECORD) or None, last=given.whole(LATEST))
        return Outcome({JOURNAL: lambda: _rows(entries)}, {self.COUNT: len(entries)})


class UndoCommand(UseCase):
    """Writes the records as they were before, in one journaled command that can be taken back too."""

    UNDONE = "UNDONE"

    key = "undo"
    section = "workspace"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Take a command back"), tr(
            "Takes back the latest command that still stands, or the one named, by a new command of the "
            "journal. Refused when one of its records has changed since."
        )

    def inputs(self) -> Inputs:
        """Yield the command."""
        number = tr("The number of the command, as the journal has it. Empty: the latest one.")
        yield whole_input(COMMAND, tr("Command"), number, least=1)

    def results(self) -> Results:
        """Yield what was taken back."""
        yield number_result(COMMAND, tr("Number of the command"))
        yield text_result(self.UNDONE, tr("What was taken back"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Take it back."""
        gone = workspace.undo(who=self.who(), command_id=given.whole(COMMAND))
        what = command_words(gone.command)
        said = tr("Taken back: {command}, {who}, {at}").format(
            command=what, who=gone.author, at=f"{gone.at:%Y-%m-%d %H:%M}"
        )
        return Outcome(values={COMMAND: gone.command_id, self.UNDONE: what}, notes=[said])


def _rows(entries: Iterable[JournalEntry]) -> Rows:
    for one in entries:
        table = word(f"table.{one.change.table}")
        command = (one.command_id, one.at, one.author, command_words(one.command), one.undoes)
        yield None, (*command, table, one.change.key)
