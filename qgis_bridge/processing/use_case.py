# SPDX-License-Identifier: GPL-3.0-or-later
"""An algorithm that is one use case: inputs, tables, values, and a plain answer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputDefinition

from .base import FeedbackProgress, OutputLayer, RegardAlgorithm, Rows
from .inputs import ORDER, SEEN, Given, Input

if TYPE_CHECKING:
    from ...planner.ports import Workspace
    from ...store.workspace import SqlWorkspace


@dataclass(frozen=True)
class Outcome:
    """What a use case gives: rows of layers, values of outputs, and what the log says."""

    rows: Mapping[OutputLayer, Callable[[], Rows]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    notes: Sequence[str] = ()
    warnings: Sequence[str] = ()


class UseCase(RegardAlgorithm):
    """Base of the algorithms that call one use case; ``key`` is the id, which is never renamed.

    Texts, inputs and results are asked when the algorithm is declared, in the user's language.
    """

    key: ClassVar[str]
    feature = "orders"
    drawing = "orders"
    layers: ClassVar[tuple[OutputLayer, ...]] = ()

    @abstractmethod
    def texts(self) -> tuple[str, str]:
        """Return the name in the toolbox, and what it does."""

    @abstractmethod
    def inputs(self) -> Iterable[Input]:
        """Yield the parameters beside the workspace, each with the text that explains it."""

    @abstractmethod
    def act(self, given: Given, workspace: SqlWorkspace) -> Outcome:
        """Call the use case; its errors are told in the user's words."""

    def results(self) -> Iterable[QgsProcessingOutputDefinition]:
        """Yield what is handed out beside the tables."""
        return ()

    def name(self) -> str:
        """Return the id."""
        return self.key

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.texts()[0]

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return self.texts()[1]

    def seen_order(self, given: Given, workspace: Workspace) -> str:  # noqa: ARG002 - some look it up
        """Return the order that ``SEEN`` is a version of."""
        return given.text(ORDER)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        for parameter, explanation in self.inputs():
            self.ask(parameter, explanation)
        self.ask_layers(self.layers)
        for result in self.results():
            self.addOutput(result)

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: SqlWorkspace,
    ) -> dict[str, Any]:
        """Refuse an order that has changed since it was looked at, call the use case, write its tables."""
        given = Given(self, parameters, context, FeedbackProgress(feedback), workspace)
        seen = given.whole(SEEN)
        if seen is not None:
            workspace.expect(self.seen_order(given, workspace), seen)
        done = self.act(given, workspace)
        for note in done.notes:
            feedback.pushInfo(note)
        for warning in done.warnings:
            feedback.pushWarning(warning)
        return {**self.write_layers(parameters, context, workspace.crs, done.rows), **done.values}
