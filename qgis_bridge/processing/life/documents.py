# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages for teams and companies: the briefing of a zone, the framework of an order, the pack of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFileDestination, QgsProcessingParameterFolderDestination

from ...labels import rules_read, spoken_language
from ...messages import say, tr
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    choice_input,
    day_input,
    number_result,
    order_input,
    text_input,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.informing.page import Page
    from ....planner.ports import Workspace

PAGE, FOLDER, ZONE, DAY, NEXT = "PAGE", "FOLDER", "ZONE", "DAY", "NEXT"


class _PageOut(UseCase):
    """Base of those that write one page."""

    section = "life"

    def write(self, given: Given, page: Page) -> Outcome:
        """Write the page as HTML, in the user's language."""
        from ....planner.informing.page import page_html
        from ....store.whole_file import write_whole

        file = given.output_file(PAGE)
        write_whole(file, page_html(page, say, language=spoken_language()))
        return Outcome(values={PAGE: str(file)})


class TeamBriefing(_PageOut):
    """Reads a workspace; writes a file only."""

    key = "briefing"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Briefing of a team"), tr(
            "Fills in the briefing of a zone's team: done, not done, blocked, to come, remarks and actions."
        )

    def inputs(self) -> Inputs:
        """Yield the zone, the day and the file."""
        yield text_input(ZONE, tr("Zone"), tr("The id of the zone."))
        yield day_input(DAY, tr("Day"), tr("The day of the briefing."))
        following = tr("The day of the next briefing. Empty: after the usual time.")
        yield day_input(NEXT, tr("Next briefing"), following, optional=True)
        yield _page_input()

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Write it."""
        from ....planner.informing.briefing import briefing_page, team_briefing

        rules = rules_read().execution
        found = team_briefing(
            workspace, given.text(ZONE), day=given.some_day(DAY), rules=rules, next_on=given.day(NEXT)
        )
        return self.write(given, briefing_page(found))


class FrameworkOfOrder(_PageOut):
    """Reads a workspace; writes a file only."""

    key = "framework"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Framework of an order"), tr(
            "Writes the framework of an order's execution: scope, hours, rules, and what stops the work."
        )

    def inputs(self) -> Inputs:
        """Yield the order and the file."""
        yield order_input(tr("The number of the order."))
        yield _page_input()

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Write it."""
        from ....planner.informing.framework import execution_framework, framework_page

        book = rules_read()
        found = execution_framework(workspace, given.text(ORDER), rules=book.execution)
        return self.write(given, framework_page(found, book=book, language=spoken_language()))


class PackOfJob(UseCase):
    """Reads a workspace; writes files only."""

    COMPANY, ALONG, COUNT = "COMPANY", "ALONG", "ASSET_COUNT"

    key = "jobpack"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Job pack of a subcontractor"), tr(
            "Writes the pack that a subcontractor works from: a sheet, and the assets as GeoPackage and CSV."
        )

    def inputs(self) -> Inputs:
        """Yield the order, the company, the assets and the folder."""
        yield order_input(tr("The number of the order."))
        yield text_input(self.COMPANY, tr("Subcontractor"), tr("The id of the company."))
        ways = [tr("its asset"), tr("the sewers upstream"), tr("the sewers downstream")]
        yield choice_input(self.ALONG, tr("Assets"), tr("Which assets go with it."), ways)
        folder = QgsProcessingParameterFolderDestination(FOLDER, tr("Folder"))
        yield folder, tr("Where the files go; it is not there yet.")

    def results(self) -> Results:
        """Yield how many assets go with it."""
        yield number_result(self.COUNT, tr("Number of assets"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Write it."""
        from ....core.spreadsheets import csv_table
        from ....planner.assets.asset_base import AssetBase
        from ....planner.informing.job_pack import job_pack, job_pack_page
        from ....planner.informing.page import page_html
        from ....store.job_pack_files import write_job_pack

        book, language = given.rules(workspace), spoken_language()
        pack = job_pack(
            workspace,
            AssetBase(workspace),
            given.text(ORDER),
            company_id=given.text(self.COMPANY),
            along=given.choice(self.ALONG, ("asset", "upstream", "downstream")),
            packs=book.job_packs,
            execution=book.execution,
        )
        columns = [name for name in pack.assets.columns if name != pack.assets.geometry.name]
        table = csv_table(columns, pack.assets[columns].itertuples(index=False))
        page = job_pack_page(pack, book=book, language=language)
        folder = given.file(FOLDER)
        sheet = page_html(page, say, language=language)
        write_job_pack(folder, sheet=sheet, assets=pack.assets, table=table)
        return Outcome(values={FOLDER: str(folder), self.COUNT: len(pack.assets)})


def _page_input() -> Input:
    page = QgsProcessingParameterFileDestination(PAGE, tr("Page"), "HTML (*.html)")
    return page, tr("The file to write.")
