# SPDX-License-Identifier: GPL-3.0-or-later
"""What the algorithms share: the workspace parameter, sinks, progress, errors in the user's words."""

from __future__ import annotations

import getpass
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtGui import QIcon

from ...core.errors import Cancelled, RegardError
from ..compat import make_field
from ..dependencies import affected_features, find_lacks, pip_command, read_requirements
from ..geometry import to_qgis
from ..messages import say, tr
from ..native import keep_projections, load_wheels_apart
from .styling import style_when_loaded

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...store.workspace import SqlWorkspace

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
WORKSPACE = "WORKSPACE"
T = TypeVar("T")

# geometry (None for none) and attributes, in the order of the fields
Rows = Iterable[tuple["BaseGeometry | None", Sequence[Any]]]

_SOURCES = {
    QgsWkbTypes.GeometryType.PointGeometry: QgsProcessing.SourceType.TypeVectorPoint,
    QgsWkbTypes.GeometryType.LineGeometry: QgsProcessing.SourceType.TypeVectorLine,
    QgsWkbTypes.GeometryType.PolygonGeometry: QgsProcessing.SourceType.TypeVectorPolygon,
    QgsWkbTypes.GeometryType.NullGeometry: QgsProcessing.SourceType.TypeVector,
}


@dataclass(frozen=True)
class OutputLayer:
    """A layer that an algorithm writes: its fields as (name, kind), its geometry if any, how it is drawn.

    ``label`` and ``explanation`` are asked in the user's language. An optional layer is written when it is
    asked for; ``by_default`` says what the dialog proposes.
    """

    name: str
    label: Callable[[], str]
    explanation: Callable[[], str]
    fields: tuple[tuple[str, str], ...]
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry
    style: Callable[[QgsVectorLayer], None] = lambda _: None
    optional: bool = False
    by_default: bool = True


class FeedbackProgress:
    """The domain's ``Progress`` on top of Processing's feedback."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def report(self, fraction: float, text: str = "") -> None:
        """Move the progress bar."""
        self._feedback.setProgress(100.0 * fraction)
        if text:
            self._feedback.setProgressText(text)

    def check(self) -> None:
        """Raise ``Cancelled`` once the user pressed cancel."""
        if self._feedback.isCanceled():
            raise Cancelled


class RegardAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms; ``feature`` names the libraries that a subclass needs, ``drawing`` its icon."""

    feature = ""
    drawing = "regard"
    section = "network"

    def createInstance(self) -> RegardAlgorithm:
        """Return a fresh copy, as QGIS asks for each run."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the icon of the toolbar's command."""
        return QIcon(str(ICONS / f"{self.drawing}.svg"))

    def groupId(self) -> str:
        """Return the id of the folder in the toolbox; never renamed."""
        return self.section

    def group(self) -> str:
        """Return the folder in the toolbox."""
        names = {
            "network": tr("Networks"),
            "orders": tr("Requests and orders"),
            "life": tr("Life of an order"),
            "planning": tr("Planning"),
            "people": tr("People and means"),
            "figures": tr("Figures"),
            "workspace": tr("Workspace"),
        }
        return names[self.section]

    def canExecute(self) -> tuple[bool, str]:
        """Tell whether the Python libraries are there, and if not how to get them."""
        lacks = find_lacks(read_requirements())
        if self.feature not in affected_features(lacks):
            return True, ""
        names = ", ".join(lack.requirement.name for lack in lacks)
        text = tr("Python libraries are missing: {names}. Run: {command}")
        return False, text.format(names=names, command=pip_command(lacks))

    def ask(self, parameter: QgsProcessingParameterDefinition, explanation: str) -> None:
        """Ask for a parameter, with a text that explains it (shown by QGIS since 3.16)."""
        if hasattr(parameter, "setHelp"):
            parameter.setHelp(explanation)
        self.addParameter(parameter)

    def ask_workspace(self) -> None:
        """Ask for the workspace: a file, or the address of a PostGIS schema."""
        # by the usual filter, *.*, QGIS refuses the address of a schema, whose last part has no dot
        workspace = QgsProcessingParameterFile(
            WORKSPACE,
            tr("Workspace (file or postgresql://…)"),
            fileFilter="GeoPackage (*.gpkg);;PostgreSQL (*)",
        )
        self.ask(
            workspace,
            tr("The workspace to work on: a GeoPackage of Regard, or the address of its PostGIS schema."),
        )

    def who(self) -> str:
        """Return whom the journal names for what the algorithm writes: the user of this computer."""
        return getpass.getuser()

    def ask_layers(self, layers: Iterable[OutputLayer]) -> None:
        """Ask where to write the layers."""
        for layer in layers:
            source = _SOURCES[QgsWkbTypes.geometryType(layer.kind)]
            sink = QgsProcessingParameterFeatureSink(
                layer.name, layer.label(), source, None, layer.optional, layer.by_default
            )
            self.ask(sink, layer.explanation())

    def promise_numbers(self, numbers: Mapping[str, str]) -> None:
        """Declare outputs that are numbers, with their labels."""
        for name, label in numbers.items():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Open the workspace and answer; called by QGIS in a worker thread.

        Errors of the use case become Processing's, in the user's words; a cancelled run gives nothing.
        """
        try:
            return self.in_user_words(lambda: self._on_workspace(parameters, context, feedback))
        except Cancelled:
            return {}

    def in_user_words(self, work: Callable[[], T]) -> T:
        """Return what some work returns; its error becomes Processing's, in the user's words."""
        load_wheels_apart()
        try:
            return work()
        except Cancelled:
            raise
        except RegardError as error:
            raise QgsProcessingException(say(error.message)) from error
        finally:
            keep_projections()

    def _on_workspace(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...store.workspaces import open_workspace
        from ..labels import learn_names

        workspace = open_workspace(self.parameterAsString(parameters, WORKSPACE, context))
        try:
            learn_names(workspace)
            return self.answer(parameters, context, feedback, workspace)
        finally:
            workspace.close()

    @abstractmethod
    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: SqlWorkspace,
    ) -> dict[str, Any]:
        """Run the use case on the open workspace and return the outputs."""

    def write_layers(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        rows: Mapping[OutputLayer, Callable[[], Rows]],
    ) -> dict[str, str]:
        """Write the layers that are asked for and return their ids; the rows of the others are not made."""
        return {
            layer.name: self._fill(parameters, context, crs, layer, make())
            for layer, make in rows.items()
            if parameters.get(layer.name) or not layer.optional
        }

    def _fill(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: str,
        layer: OutputLayer,
        rows: Rows,
    ) -> str:
        columns = QgsFields()
        for field, kind in layer.fields:
            columns.append(make_field(field, kind))
        reference = QgsCoordinateReferenceSystem(crs)
        sink, sink_id = self.parameterAsSink(parameters, layer.name, context, columns, layer.kind, reference)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, layer.name))
        feedback = context.feedback()
        for geometry, values in rows:
            if feedback is not None and feedback.isCanceled():
                raise Cancelled
            sink.addFeature(feature_of(columns, geometry, values), QgsFeatureSink.Flag.FastInsert)
        style_when_loaded(context, sink_id, layer.style)
        return sink_id


def feature_of(columns: QgsFields, geometry: BaseGeometry | None, values: Sequence[Any]) -> QgsFeature:
    """Return a row of a layer as a feature."""
    feature = QgsFeature(columns)
    feature.setAttributes([_moment(value) if isinstance(value, datetime) else value for value in values])
    if geometry is not None and not geometry.is_empty:
        feature.setGeometry(to_qgis(geometry))
    return feature


def _moment(value: datetime) -> QDateTime:
    day, time = QDate(value.year, value.month, value.day), QTime(value.hour, value.minute, value.second)
    return QDateTime(day, time)
