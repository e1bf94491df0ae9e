# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that was found: before against after, the orders that change, and what is taken of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import counted, tr
from .changes_list import ChangesList
from .plan_page import comparison_page, part_text, taken_text

if TYPE_CHECKING:
    from ...planner.plans.accept_draft import PartTaken
    from .plan_reader import FoundPlan, TakenPlan

_SETTLED_MS = 250


def _unchanged_text(left_out: int) -> str:
    """Return that the plan stays as it is, and that nothing of what it leaves out fits."""
    if not left_out:
        return tr("<b>Nothing better was found</b>: the plan stays as it is.")
    text = tr(
        "<b>No place was found for the orders left out</b> (number: {count}): the plan stays as it is. "
        "<i>Why not planned?</i> on the board tells the reasons."
    )
    return counted(text, count=left_out)


class ResultPage(QWidget):
    """``all_taken``, ``part_taken`` (the ticked orders), ``rejected``; ``part_asked`` when ticks changed."""

    all_taken = pyqtSignal()
    part_taken = pyqtSignal()
    part_asked = pyqtSignal()
    rejected = pyqtSignal()
    undo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QTextBrowser(self)
        self.changes = ChangesList(self)
        self.state = QLabel(self)
        self.together = QPushButton(tr("Tick these too"), self)
        self.accept_all = QPushButton(tr("Accept all"), self)
        self.accept_part = QPushButton(tr("Accept the ticked orders"), self)
        self.reject = QPushButton(tr("Reject"), self)
        self.undo = QPushButton(tr("Undo"), self)
        self._with_them: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._build()

    def show_found(self, found: FoundPlan, zones: Mapping[str, str]) -> None:
        """Show a draft, every change ticked."""
        self.figures.setHtml(comparison_page(found, zones))
        self.changes.show_found(found)
        self.changes.setEnabled(True)
        self.undo.hide()
        self.together.hide()
        self.accept_all.setEnabled(bool(found.changes))
        self.reject.setEnabled(True)
        self.accept_part.setEnabled(False)
        self.state.setText(
            counted(
                tr("{count} orders change. Untick those that stay as they are."), count=len(found.changes)
            )
            if found.changes
            else _unchanged_text(found.after.unplanned)
        )
        self.accept_all.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, taken: PartTaken | None, *, every: bool) -> None:
        """Say whether the ticked orders can be taken alone; None for none ticked, ``every`` for all."""
        self._with_them = taken.with_them if taken else ()
        self.together.setVisible(bool(self._with_them))
        self.accept_part.setEnabled(taken is not None and not taken.broken and not every)
        self.state.setText(part_text(taken) if taken else tr("No order is ticked."))

    def show_taking(self) -> None:
        """Say that it is being stored."""
        self.changes.setEnabled(False)
        self.together.hide()
        for button in (self.accept_all, self.accept_part, self.reject):
            button.setEnabled(False)
        self.state.setText(tr("Storing the plan…"))

    def show_taken(self, taken: TakenPlan) -> None:
        """Say what came into force."""
        self.state.setText(taken_text(taken))
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_over(self, text: str) -> None:
        """Say that this draft is over, and why."""
        self.show_taking()
        self.undo.hide()
        self.state.setText(text)

    def _build(self) -> None:
        self.state.setWordWrap(True)
        self.figures.setAccessibleName(tr("Before and after"))
        self.figures.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.together.hide()
        self.undo.hide()
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.figures)
        split.addWidget(self.changes)
        split.setChildrenCollapsible(False)
        split.setSizes([300, 260])
        said = QHBoxLayout()
        said.addWidget(self.state, 1)
        said.addWidget(self.together)
        said.addWidget(self.undo)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.reject, self.accept_part, self.accept_all):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split, 1)
        layout.addLayout(said)
        layout.addLayout(foot)
        self.accept_all.clicked.connect(lambda *_: self.all_taken.emit())
        self.accept_part.clicked.connect(lambda *_: self.part_taken.emit())
        self.reject.clicked.connect(lambda *_: self.rejected.emit())
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        self.together.clicked.connect(
            lambda *_: self.changes.tick({*self.changes.ticked(), *self._with_them})
        )
        self.changes.ticks_changed.connect(self._on_ticks)
        self._timer.timeout.connect(self.part_asked)

    def _on_ticks(self) -> None:
        self.accept_part.setEnabled(False)
        self._timer.start()
