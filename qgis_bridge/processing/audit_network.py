# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:auditnetwork``: what is wrong with the networks, where, and how it could be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ..messages import say, tr
from ..styles import findings as styles
from ..wording import word
from .base import FeedbackProgress, OutputLayer, RegardAlgorithm, Rows

if TYPE_CHECKING:
    from ...network.assets.results import Correction, Defect
    from ...planner.ports import Workspace

DEFECTS = OutputLayer(
    name="DEFECTS",
    label=lambda: tr("Defects"),
    explanation=lambda: tr(
        "Every defect with its severity, its asset, a sentence and the proposed correction. Those of the "
        "network as a whole have no place."
    ),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("severity", "text"),
        ("role", "text"),
        ("asset_id", "text"),
        ("kind", "text"),
        ("problem", "text"),
        ("correction", "text"),
    ),
    style=styles.draw_defects,
)
_CORRECTION = (
    ("asset_id", "text"),
    ("role", "text"),
    ("action", "text"),
    ("needs_review", "boolean"),
    ("correction", "text"),
    ("problem", "text"),
)
LINES = OutputLayer(
    name="CORRECTED_LINES",
    label=lambda: tr("Lines as proposed"),
    explanation=lambda: tr("Pipes and connections as they would be drawn once corrected."),
    kind=QgsWkbTypes.Type.MultiLineString,
    fields=_CORRECTION,
    style=styles.draw_corrected_lines,
    optional=True,
)
POINTS = OutputLayer(
    name="CORRECTED_POINTS",
    label=lambda: tr("Points as proposed"),
    explanation=lambda: tr("Devices where they would stand once corrected."),
    kind=QgsWkbTypes.Type.Point,
    fields=_CORRECTION,
    style=styles.draw_corrected_points,
    optional=True,
)


class AuditNetwork(RegardAlgorithm):
    """Reads the networks of a workspace; writes nothing into it."""

    ERRORS, WARNINGS, NOTICES = "ERRORS", "WARNINGS", "NOTICES"

    feature = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "auditnetwork"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Audit the networks")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Lists what is wrong with the water and sewer networks of a workspace: missing or repeated ids, "
            "unusable geometries, ends that do not meet, valves off the pipe, parts that no source reaches. "
            "Corrections are proposed, never made."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_layers([DEFECTS, LINES, POINTS])
        self.promise_numbers(
            {
                self.ERRORS: tr("Number of errors"),
                self.WARNINGS: tr("Number of warnings"),
                self.NOTICES: tr("Number of notices"),
            }
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Audit and write the layers."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.assets.audit_network import audit_network

        progress = FeedbackProgress(feedback)
        progress.report(0.1, tr("Building the network"))
        found = audit_network(AssetBase(workspace))
        progress.check()
        counts = Counter(defect.severity for defect in found)
        for severity, count in counts.items():
            feedback.pushInfo(f"{word(f'severity.{severity}')}: {count}")
        rows = {
            DEFECTS: lambda: _defects(found),
            LINES: lambda: _corrections(found, ("LineString", "MultiLineString")),
            POINTS: lambda: _corrections(found, ("Point",)),
        }
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.ERRORS: counts["error"],
            self.WARNINGS: counts["warning"],
            self.NOTICES: counts["info"],
        }


def _defects(found: Sequence[Defect]) -> Rows:
    for defect in found:
        kind = word(f"defect.{defect.message.code.rpartition('.')[2]}")
        named = (defect.severity, word(f"role.{defect.role}"), defect.asset_id, kind)
        proposal = _in_words(defect.correction) if defect.correction else None
        yield defect.place, (*named, say(defect.message), proposal)


def _corrections(found: Sequence[Defect], kinds: Collection[str]) -> Rows:
    for defect in found:
        mended = defect.correction
        if mended is None or mended.geometry is None or mended.geometry.geom_type not in kinds:
            continue
        named = (defect.asset_id, word(f"role.{defect.role}"), mended.action, mended.needs_review)
        yield mended.geometry, (*named, _in_words(mended), say(defect.message))


def _in_words(correction: Correction) -> str:
    from ...core.messages import Message

    said = word(f"correction.{correction.action}")
    return say(Message("correction.to_review", {"correction": said})) if correction.needs_review else said
