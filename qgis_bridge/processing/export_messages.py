# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:exportmessages``: the open SMS of an order for a gateway, or its letters as a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..messages import say, tr
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace

_SMS, _LETTERS = range(2)


class ExportMessages(DayAlgorithm):
    """Writes a file; into the workspace only when messages are planned first, in one journaled command."""

    KIND, PURPOSE, UPDATE, FILE, COUNT = "KIND", "PURPOSE", "UPDATE", "FILE", "MESSAGE_COUNT"

    feature = "isolate"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "exportmessages"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export the SMS or letters of an order")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Writes the messages of an order that are still to be told: SMS as a CSV file for a gateway, or "
            "letters and leaflets as a PDF, one page each. Log them once they have left."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of the order that people are told about."))
        kinds = [tr("SMS (CSV)"), tr("Letters and leaflets (PDF)")]
        self.ask(
            QgsProcessingParameterEnum(self.KIND, tr("What to write"), kinds, defaultValue=_SMS),
            tr("Which of the messages are written, and so the kind of file."),
        )
        self.ask(
            QgsProcessingParameterString(self.PURPOSE, tr("Purpose"), optional=True),
            tr("Only messages of this purpose, such as cut_planned. Empty: all."),
        )
        self.ask(
            QgsProcessingParameterBoolean(self.UPDATE, tr("Plan the messages first"), False),
            tr("Brings the messages of the order up to date by the rules before they are written."),
        )
        self.ask_now(tr("The messages are written as at this moment, and letters bear this day. Empty: now."))
        self.ask(
            QgsProcessingParameterFileDestination(self.FILE, tr("File"), "CSV (*.csv);;PDF (*.pdf)"),
            tr("The file to write, .csv or .pdf."),
        )
        self.promise_numbers({self.COUNT: tr("Number of messages")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Write the file."""
        from ...planner.informing.letters import PRINTED
        from ...planner.informing.open_messages import author_of, open_messages
        from ...workorders.informing.contacts import Channel

        order, now = self.read_order(parameters, context), self.read_now(parameters, context, workspace)
        if self.parameterAsBool(parameters, self.UPDATE, context):
            self._plan(workspace, order, now, feedback)
        kind = self.parameterAsEnum(parameters, self.KIND, context)
        purpose = self.parameterAsString(parameters, self.PURPOSE, context).strip()
        channels = [Channel.SMS] if kind == _SMS else PRINTED
        author = author_of(workspace, order, now=now)
        written = open_messages(workspace, author, channels, purpose=purpose)
        file = Path(self.parameterAsFileOutput(parameters, self.FILE, context))
        _write(file, kind, written, workspace, now)
        return {self.FILE: str(file), self.COUNT: len(written)}

    def _plan(self, workspace: Workspace, order: str, now: datetime, feedback: QgsProcessingFeedback) -> None:
        from ...planner.assets.asset_base import AssetBase
        from ...planner.informing.plan_messages import plan_communication
        from ...planner.rule_versions import rule_book_of

        book = rule_book_of(workspace, now.date())
        contracts, rules = book.contracts, book.communication
        base, who = AssetBase(workspace), self.who()
        done = plan_communication(workspace, base, order, contracts=contracts, rules=rules, now=now, who=who)
        for note in done.notes:
            feedback.pushWarning(say(note))


def _write(file: Path, kind: int, written: Any, workspace: Workspace, now: datetime) -> None:
    from ...planner.informing.letters import letters_of, sender_of
    from ...planner.informing.sms import sms_table
    from ...planner.rule_versions import rule_book_of
    from ...store.letters_pdf import write_letters
    from ...store.whole_file import write_whole

    if kind == _SMS:
        write_whole(file, sms_table(written))
        return
    sender, window = sender_of(workspace), rule_book_of(workspace, now.date()).communication.letter
    write_letters(file, letters_of(written), sender=sender, window=window, day=now.date())
