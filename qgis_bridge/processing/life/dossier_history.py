# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:dossierhistory``: everything that happened to an order, with author and time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFileDestination

from ...labels import spoken_language
from ...messages import say, tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import ORDER, Given, Inputs, Results, number_result, order_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.informing.history import Event
    from ....store.workspace import SqlWorkspace

PAGE = "PAGE"

EVENTS = OutputLayer(
    name="EVENTS",
    label=lambda: tr("What happened to the order"),
    explanation=lambda: tr("A table, the oldest first: when, by whom, of what kind, in words."),
    fields=(("at", "datetime"), ("who", "text"), ("kind", "text"), ("text", "text")),
)


class DossierHistory(UseCase):
    """Reads a workspace; writes a file only."""

    COUNT = "EVENT_COUNT"

    key = "dossierhistory"
    section = "life"
    layers = (EVENTS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Everything that happened to an order"), tr(
            "Gathers the calls, moves, changes, plans, messages, alerts, remarks and problems of an order in "
            "the order of time, as a table and as a page to print. Restricted notes are never among them."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the file."""
        yield order_input(tr("The number of the order."))
        page = QgsProcessingParameterFileDestination(PAGE, tr("Page"), "HTML (*.html)")
        yield page, tr("The file to write.")

    def results(self) -> Results:
        """Yield how many events there are."""
        yield number_result(self.COUNT, tr("Number of events"))

    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Gather them."""
        from ....planner.informing.history import history_page, order_dossier
        from ....planner.informing.page import page_html
        from ....store.whole_file import write_whole

        found, file = order_dossier(workspace, given.text(ORDER)), given.output_file(PAGE)
        write_whole(file, page_html(history_page(found), say, language=spoken_language()))
        values = {PAGE: str(file), self.COUNT: len(found.events)}
        return Outcome({EVENTS: lambda: _rows(found.events)}, values)


def _rows(events: Iterable[Event]) -> Rows:
    for one in events:
        yield None, (one.at, one.who, word(f"event.{one.kind}"), say(one.text))
