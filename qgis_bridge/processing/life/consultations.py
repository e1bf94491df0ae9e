# SPDX-License-Identifier: GPL-3.0-or-later
"""Consultations of the teleservice taken in for an order, and the DICT that follows an answered DT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from ...messages import say, tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    changed_order_inputs,
    flag_input,
    moment_input,
    now_input,
    number_result,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase
from .paperwork import clock_of

if TYPE_CHECKING:
    from ....planner.notices.import_consultation import ImportedConsultation
    from ....planner.ports import Workspace
    from ....store.workspace import SqlWorkspace

FILE, SENT, SAME, REPLACES, DT = "FILE", "SENT", "SAME", "REPLACES", "DT"
NUMBER, KIND, FILES = "NUMBER", "KIND", "FILE_COUNT"

OPERATORS = OutputLayer(
    name="OPERATORS",
    label=lambda: tr("Operators consulted"),
    explanation=lambda: tr("A table: who has to answer, whose networks are sensitive, and their numbers."),
    fields=(
        *(("operator", "text"), ("company", "text"), ("sensitive", "boolean")),
        *(("emergency_phone", "text"), ("phone", "text"), ("email", "text")),
    ),
)


class ImportConsultation(UseCase):
    """Writes the consultation in one journaled command, all of it or nothing."""

    key = "importconsultation"
    section = "life"
    layers = (OPERATORS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import a consultation of the teleservice"), tr(
            "Takes in a consultation (zip or XML) for an order that digs: its footprint, the operators with "
            "their emergency telephones, and the plans as attachments."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the file and what it stands for."""
        yield from changed_order_inputs(tr("The number of an order that digs."))
        file = QgsProcessingParameterFile(FILE, tr("Consultation (zip, XML)"))
        yield file, tr("The file as the teleservice gave it.")
        sent = tr("When the notice went out with it. Empty: it was not sent yet.")
        yield moment_input(SENT, tr("Sent"), sent, optional=True)
        same = tr("COMPANY=OPERATOR, separated by semicolons: companies by their names in our layers.")
        yield text_input(SAME, tr("Same operators"), same, optional=True)
        yield flag_input(REPLACES, tr("In place of an earlier one"), tr("The earlier one is given up."))
        yield now_input(tr("The day that it was taken in. Empty: now."))

    def results(self) -> Results:
        """Yield what the consultation is."""
        yield text_result(NUMBER, tr("Number of the consultation"))
        yield text_result(KIND, tr("Kind of notice"))
        yield number_result(FILES, tr("Number of files"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Take it in."""
        from ....planner.notices.import_consultation import import_consultation
        from ....store.attachment_folder import attachment_folder
        from ....store.handed_files import read_bytes

        file, rules = given.file(FILE), given.rules(workspace).teleservice
        found = import_consultation(
            workspace,
            given.text(ORDER),
            read_bytes(file, rules),
            file=file.name,
            rules=rules,
            attachments=attachment_folder(workspace),
            day=given.now.date(),
            who=self.who(),
            sent_at=given.moment(SENT),
            same=given.pairs(SAME),
            replaces=given.flag(REPLACES),
        )
        values = {NUMBER: found.number, KIND: found.kind, FILES: len(found.files)}
        return Outcome({OPERATORS: lambda: _rows(found)}, values, [say(one) for one in found.remarks])


class FollowConsultation(UseCase):
    """Writes the notice in one journaled command."""

    key = "followdt"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Have a DICT follow a DT"), tr(
            "Has the contractor's DICT follow the owner's DT, which the operators have answered: it is to be "
            "sent from now on, and answered anew."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the DT."""
        yield from changed_order_inputs(tr("The number of an order that digs."))
        yield text_input(DT, tr("Number of the DT"), tr("The number that the teleservice gave the DT."))
        yield now_input(tr("The dates are those of a DICT sent at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield the clock of the DICT."""
        yield text_result("ANSWER_BY", tr("Answers due by"))
        yield text_result("EARLIEST_START", tr("First legal start"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Have it follow."""
        from ....planner.notices.follow_dt import follow_dt

        order, number = given.text(ORDER), given.text(DT)
        return Outcome(
            values=clock_of(follow_dt(workspace, order, number=number, now=given.now, who=self.who()))
        )


def _rows(found: ImportedConsultation) -> Rows:
    for one in found.operators:
        phones = (one.emergency_phone, one.phone, one.email)
        yield None, (one.operator, one.company, one.is_sensitive, *phones)
