# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:importrequests``: the calls of a file or a mail, taken into the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.answers import draw_requests
from .base import OutputLayer
from .day_inputs import DayAlgorithm
from .place import PlaceAlgorithm
from .request_rows import REQUEST_FIELDS, request_rows

if TYPE_CHECKING:
    from ...planner.ports import Workspace
    from ...workorders.requests import ServiceRequest

REQUESTS = OutputLayer(
    name="REQUESTS",
    label=lambda: tr("Requests"),
    explanation=lambda: tr("The requests that were taken in, where each of them is about."),
    kind=QgsWkbTypes.Type.Point,
    fields=REQUEST_FIELDS,
    style=draw_requests,
    optional=True,
)


class ImportRequests(PlaceAlgorithm, DayAlgorithm):
    """Writes the requests into the workspace in one journaled command."""

    SOURCE, COUNT = "SOURCE", "REQUEST_COUNT"

    feature = "orders"
    section = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "importrequests"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import requests")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Takes in the requests of a CSV file or a layer, all or none, or the request that one mail "
            "makes. They are new until they are qualified into orders."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterFile(self.SOURCE, tr("Requests (CSV, GeoPackage, mail)")),
            tr("A CSV file, a layer (.gpkg, .shp, .geojson) or a mail (.eml, .txt)."),
        )
        self.ask_point(tr("Where a mail is about, when its words name no address of the address base."))
        self.ask_now(tr("Everything was received at this moment at the latest. Empty: now."))
        self.ask_layers([REQUESTS])
        self.promise_numbers({self.COUNT: tr("Requests imported")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Take the requests in and write them."""
        from ...store.mail_files import SUFFIXES

        file = Path(self.parameterAsString(parameters, self.SOURCE, context).strip())
        now = self.read_now(parameters, context, workspace)
        if file.suffix.lower() in SUFFIXES:
            taken = self._mail(file, self.read_point(parameters, context, workspace.crs), workspace, now)
        elif self.read_point(parameters, context, workspace.crs) is not None:
            raise QgsProcessingException(tr("A place is for mails only: the requests of a file have theirs."))
        else:
            taken = self._file(file, workspace, now)
        return {
            **self.write_layers(parameters, context, workspace.crs, {REQUESTS: lambda: request_rows(taken)}),
            self.COUNT: len(taken),
        }

    def _mail(self, file: Path, at: Any, workspace: Workspace, now: datetime) -> Sequence[ServiceRequest]:
        from ...planner.assets.asset_base import AssetBase
        from ...planner.intake.from_mail import take_mail
        from ...planner.rule_versions import rule_book_of
        from ...store.mail_files import read_mail_file

        rules = rule_book_of(workspace, now.date())
        base, who = AssetBase(workspace), self.who()
        mail = read_mail_file(file, time_zone=rules.intake.time_zone)
        return [
            take_mail(workspace, base, mail, rules=rules, now=now, who=who, file=str(file), at=at).request
        ]

    def _file(self, file: Path, workspace: Workspace, now: datetime) -> Sequence[ServiceRequest]:
        from ...planner.assets.asset_base import AssetBase
        from ...planner.import_records import import_records
        from ...planner.intake.reach import Reach
        from ...planner.rule_versions import rule_book_of
        from ...store.request_files import read_requests

        rules = rule_book_of(workspace, now.date())
        reach = Reach(AssetBase(workspace), rules.intake)
        requests = read_requests(file, rules, crs=workspace.crs, now=now, check_place=reach)
        import_records(workspace, requests, name="import requests", who=self.who())
        return requests
