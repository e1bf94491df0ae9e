# SPDX-License-Identifier: GPL-3.0-or-later
"""What the algorithms share: the workspace parameter, sinks, progress, errors in the user's words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from ...core.errors import Cancelled, RegardError
from ..compat import make_field
from ..dependencies import affected_features, find_lacks, pip_command, read_requirements
from ..geometry import to_qgis
from ..messages import say, tr
from ..native import load_wheels_apart

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...planner.ports import Workspace

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
WORKSPACE = "WORKSPACE"


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

    def createInstance(self) -> RegardAlgorithm:
        """Return a fresh copy, as QGIS asks for each run."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the icon of the toolbar's command."""
        return QIcon(str(ICONS / f"{self.drawing}.svg"))

    def canExecute(self) -> tuple[bool, str]:
        """Tell whether the Python libraries are there, and if not how to get them."""
        lacks = find_lacks(read_requirements())
        if self.feature not in affected_features(lacks):
            return True, ""
        names = ", ".join(lack.requirement.name for lack in lacks)
        text = tr("Python libraries are missing: {names}. Run: {command}")
        return False, text.format(names=names, command=pip_command(lacks))

    def add_workspace_parameter(self) -> None:
        """Ask for the workspace: a file, or the address of a PostGIS schema."""
        self.addParameter(QgsProcessingParameterFile(WORKSPACE, tr("Workspace (file or postgresql://…)")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Open the workspace and answer; called by QGIS in a worker thread.

        Errors of the use case become Processing's, in the user's words; a cancelled run gives nothing.
        """
        load_wheels_apart()
        from ...store.workspaces import open_workspace

        try:
            workspace = open_workspace(self.parameterAsString(parameters, WORKSPACE, context))
            try:
                return self.answer(parameters, context, feedback, workspace)
            finally:
                workspace.close()
        except Cancelled:
            return {}
        except RegardError as error:
            raise QgsProcessingException(say(error.message)) from error

    @abstractmethod
    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Run the use case on the open workspace and return the outputs."""

    def fill_sink(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        *,
        fields: Sequence[tuple[str, str]],
        kind: QgsWkbTypes.Type,
        crs: str,
        rows: Iterable[tuple[BaseGeometry | None, Sequence[Any]]],
    ) -> str:
        """Write (geometry, attributes) rows into an output and return its id; fields are (name, kind)."""
        columns = QgsFields()
        for field, field_kind in fields:
            columns.append(make_field(field, field_kind))
        reference = QgsCoordinateReferenceSystem(crs)
        sink, sink_id = self.parameterAsSink(parameters, name, context, columns, kind, reference)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, name))
        for geometry, values in rows:
            sink.addFeature(_feature(columns, geometry, values), QgsFeatureSink.Flag.FastInsert)
        return sink_id


def _feature(columns: QgsFields, geometry: BaseGeometry | None, values: Sequence[Any]) -> QgsFeature:
    feature = QgsFeature(columns)
    feature.setAttributes(list(values))
    if geometry is not None and not geometry.is_empty:
        feature.setGeometry(to_qgis(geometry))
    return feature
