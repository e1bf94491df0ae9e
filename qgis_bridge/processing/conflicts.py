# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:conflicts``: the networks of other operators around a dig, and what to do about each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale

from ..messages import say, tr
from ..styles.cuts import style_footprints
from ..styles.findings import draw_networks_near
from ..wording import word
from .asset_rows import geometry_of
from .base import OutputLayer, Rows
from .desk_now import desk_now
from .place import PlaceAlgorithm

if TYPE_CHECKING:
    from ...planner.assets.asset_base import AssetBase
    from ...planner.ports import Workspace
    from ...planner.sites.network_questions import Surroundings

EXCAVATION = OutputLayer(
    name="EXCAVATION",
    label=lambda: tr("Excavation"),
    explanation=lambda: tr("The edge of the dig from which distances are measured."),
    kind=QgsWkbTypes.Type.Polygon,
    fields=(("order_id", "text"), ("area_m2", "real")),
    style=style_footprints,
)
NETWORKS = OutputLayer(
    name="NETWORKS",
    label=lambda: tr("Third-party networks"),
    explanation=lambda: tr(
        "Each network with its distance from the edge, the corridor of its class, its depth where known, "
        "what must be done before digging, what may dig there, and the equipment that it adds."
    ),
    kind=QgsWkbTypes.Type.MultiLineString,
    fields=(
        ("asset_id", "text"),
        ("network_type", "text"),
        ("label", "text"),
        ("operator", "text"),
        ("emergency_phone", "text"),
        ("accuracy_class", "text"),
        ("is_sensitive", "boolean"),
        ("edge_m", "real"),
        ("effective_m", "real"),
        ("verdict", "text"),
        ("corridor_m", "real"),
        ("depth_m", "real"),
        ("what_to_do", "text"),
        ("technique", "text"),
        ("equipment", "text"),
    ),
    style=draw_networks_near,
)


class Conflicts(PlaceAlgorithm):
    """Reads the networks of a workspace; writes nothing into it."""

    ORDER, TRENCH_LENGTH_M, TRENCH_WIDTH_M = "ORDER", "TRENCH_LENGTH_M", "TRENCH_WIDTH_M"
    NETWORK_COUNT = "NETWORK_COUNT"
    REPORT = "REPORT"

    feature = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "conflicts"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Find third-party networks around a dig")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the networks of other operators around the dig of an order, or around a trench at a "
            "point, with what must be done about each. Open data never replaces the consultation of "
            "the operators."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterString(self.ORDER, tr("Order"), optional=True),
            tr("The number of an order that digs: its excavation is the one that counts."),
        )
        self.ask_point()
        number = QgsProcessingParameterNumber
        for name, default, label, text in (
            (
                self.TRENCH_LENGTH_M,
                4.0,
                tr("Length of the trench, m"),
                tr("At a point: how long the trench is along the nearest pipe."),
            ),
            (
                self.TRENCH_WIDTH_M,
                2.0,
                tr("Width of the trench, m"),
                tr("At a point: how wide the trench is across the pipe."),
            ),
        ):
            size = number(name, label, number.Type.Double, default, minValue=0.1, maxValue=1000)
            self.ask(size, text)
        self.ask_layers([EXCAVATION, NETWORKS])
        self.ask(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Report"), "HTML (*.html)", None, optional=True, createByDefault=False
            ),
            tr("Where the conflicts report of the order goes; not written for a point."),
        )
        self.promise_numbers({self.NETWORK_COUNT: tr("Number of networks")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look around the dig and write the layers."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.sites.network_questions import conflicts_at, conflicts_of_order

        order = self.parameterAsString(parameters, self.ORDER, context)
        point = self.read_point(parameters, context, workspace.crs)
        if bool(order) == (point is not None):
            raise QgsProcessingException(tr("Give either an order or a point."))
        base = AssetBase(workspace)
        if point is None:
            found = conflicts_of_order(workspace, base, order)
        else:
            length_m, width_m = (
                self.parameterAsDouble(parameters, name, context)
                for name in (self.TRENCH_LENGTH_M, self.TRENCH_WIDTH_M)
            )
            found = conflicts_at(base, point, length_m=length_m, width_m=width_m)
        report = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if order and report:
            _write_report(workspace, order, Path(report))
        _tell(found, feedback)
        dig = (order or None, found.excavation.area)
        rows = {
            EXCAVATION: lambda: [(found.excavation, dig)],
            NETWORKS: lambda: _networks(workspace, base, found, order=order),
        }
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.NETWORK_COUNT: len(found.conflicts),
            **({self.REPORT: report} if order and report else {}),
        }


def _write_report(workspace: Workspace, order: str, path: Path) -> None:
    from ...planner.informing.page import page_html
    from ...planner.notices.conflict_report import conflict_report, report_page
    from ...planner.rule_versions import rule_book_of
    from ...store.whole_file import write_whole

    language, today = QLocale().name()[:2], desk_now(workspace).date()
    found = conflict_report(workspace, order, day=today)
    page = report_page(found, book=rule_book_of(workspace, today), language=language)
    write_whole(path, page_html(page, say, language=language))


def _tell(found: Surroundings, feedback: QgsProcessingFeedback) -> None:
    for conflict in found.conflicts:
        named = f"{conflict.label or conflict.network_type} · {conflict.operator}"
        feedback.pushInfo(f"{named}: {word(f'verdict.{conflict.verdict}')}")
    feedback.pushWarning(tr("Open data never replaces the consultation of the operators."))


def _networks(workspace: Workspace, base: AssetBase, found: Surroundings, *, order: str) -> Rows:
    if base.third_party is None:
        return
    import numpy as np

    from ...planner.notices.conflict_report import deemed_operators, what_digs_near
    from ...planner.rule_versions import rule_book_of

    ids, drawn = (np.asarray(base.third_party[name], dtype=object) for name in ("asset_id", "geometry"))
    place = geometry_of(ids, drawn, [conflict.asset_id for conflict in found.conflicts])
    book, language = rule_book_of(workspace, desk_now(workspace).date()), QLocale().name()[:2]
    deemed = deemed_operators(workspace, order) if order else set()
    for conflict in found.conflicts:
        is_deemed = conflict.is_sensitive and conflict.operator in deemed
        said = word("conflicts.deemed" if is_deemed else f"verdict.{conflict.verdict}")
        digs = what_digs_near(conflict, base.conflict_rules, book, language, is_deemed=is_deemed)
        values = [getattr(conflict, name) for name, _ in NETWORKS.fields[:-3]]
        yield place[conflict.asset_id], (*values, said, *digs)
