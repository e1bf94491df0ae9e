# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of a type of work: choices or a line of text each, what is missing said beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ..flow_layout import FlowLayout
from .notes import Note

if TYPE_CHECKING:
    from ...workorders.intake.registration import Asked

DANGER = "danger"
UNKNOWN = "unknown"


class QuestionField(QWidget):
    """One question with its answer; ``changed`` is sent when the user answers."""

    changed = pyqtSignal()

    def __init__(self, asked: Asked, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = asked.question
        self.key = asked.key
        self.is_mandatory = question.mandatory
        text = question.spoken(QLocale().name()[:2])
        self.title = QLabel(text, self)
        self.title.setWordWrap(True)
        self.note = Note(self)
        self.choices: dict[str, QRadioButton] = {}
        self.line: QLineEdit | None = None
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(head)
        layout.addWidget(self._choices(asked, text) if question.answers else self._line(text))
        self.set_answer(answer)

    @property
    def answer(self) -> str:
        """Return the answer by its key, or the text; empty while there is none."""
        if self.line is not None:
            return self.line.text().strip()
        return next((key for key, button in self.choices.items() if button.isChecked()), "")

    def set_answer(self, answer: str) -> None:
        """Show an answer without telling anyone."""
        if self.line is not None:
            self.line.setText(answer)
        elif answer in self.choices:
            self.choices[answer].setChecked(True)

    def ask(self) -> None:
        """Put the keyboard here."""
        (self.line or next(iter(self.choices.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choices(self, asked: Asked, text: str) -> QWidget:
        row = QWidget(self)
        layout = FlowLayout(row, gap=8)
        layout.setContentsMargins(8, 0, 0, 0)
        language = QLocale().name()[:2]
        labels = {key: label.spoken(language) for key, label in asked.question.answers.items()}
        if not asked.question.must_be_known:
            labels[UNKNOWN] = word("answer.unknown")
        for key, label in labels.items():
            button = QRadioButton(label, row)
            button.setAccessibleName(f"{text} {label}")
            button.clicked.connect(self.changed)
            layout.addWidget(button)
            self.choices[key] = button
        return row

    def _line(self, text: str) -> QLineEdit:
        self.line = QLineEdit(self)
        self.line.setAccessibleName(text)
        self.line.editingFinished.connect(self.changed)
        return self.line


class QuestionsForm(QWidget):
    """The questions: danger first, what tells types apart, what must be answered; the others folded away."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QuestionField] = {}
        self._said: dict[str, str] = {}
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._first = QVBoxLayout()
        self._others = QWidget(self)
        self._others_layout = QVBoxLayout(self._others)
        self._others_layout.setContentsMargins(0, 0, 0, 0)
        self._others.hide()
        self.more = QToolButton(self)
        self.more.setText(tr("More questions"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._first)
        layout.addWidget(self.more)
        layout.addWidget(self._others)

    @property
    def answers(self) -> dict[str, str]:
        """Return what was answered, also to questions of a type that was thought of before."""
        shown = {key: field.answer for key, field in self.fields.items()}
        return {key: said for key, said in (self._said | shown).items() if said}

    def show_questions(self, asked: Sequence[Asked], telling: Sequence[Asked]) -> None:
        """Ask these questions; those in ``telling`` tell types apart. Answers stay where a question stays."""
        apart = {one.key for one in telling}
        every = {one.key: one for one in (*asked, *telling)}.values()
        first = [one for one in every if one.question.mandatory or one.key in apart]
        first.sort(key=lambda one: (one.key != DANGER, one.key not in apart))
        shown_first = {one.key for one in first}
        others = [one for one in asked if one.key not in shown_first]
        shown = (tuple(one.key for one in first), tuple(one.key for one in others))
        if shown == self._shown:
            return
        self._shown, self._said = shown, self.answers
        kept = self.fields
        self.fields = {}
        for layout, questions in ((self._first, first), (self._others_layout, others)):
            for one in questions:
                field = kept.pop(one.key, None) or self._field(one)
                self.fields[one.key] = field
                layout.addWidget(field)
                field.show()
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        self.more.setVisible(bool(others))
        self._order_tabs()

    def mark(self, missing: Collection[str], *, strict: bool) -> None:
        """Say beside each question in ``missing`` that it must be answered, louder once saving was tried."""
        for key, field in self.fields.items():
            is_open = key in missing and not field.answer
            field.note.put(tr("must be answered") if is_open else "", loud=strict or key == DANGER)

    def clear(self) -> None:
        """Forget all answers."""
        for field in self.fields.values():
            field.hide()
            field.deleteLater()
        self.fields, self._said, self._shown = {}, {}, ((), ())
        self.more.setChecked(False)

    def _field(self, asked: Asked) -> QuestionField:
        field = QuestionField(asked, self._said.get(asked.key, ""), self)
        field.changed.connect(self.changed)
        return field

    def _unfold(self, shown: bool) -> None:
        self._others.setVisible(shown)
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def _order_tabs(self) -> None:
        """Let the tab key follow the order on the screen, whatever order the fields were made in."""
        widgets = [w for key in self._shown[0] for w in _inputs(self.fields[key])]
        widgets.append(self.more)
        widgets += [w for key in self._shown[1] for w in _inputs(self.fields[key])]
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)


def _inputs(field: QuestionField) -> Sequence[QWidget]:
    return [field.line] if field.line is not None else list(field.choices.values())


def labels_of(named: Mapping[str, object]) -> dict[str, str]:
    """Return labels of the rules in the user's language."""
    language = QLocale().name()[:2]
    return {key: label.spoken(language) for key, label in named.items()}  # type: ignore[attr-defined]
