# SPDX-License-Identifier: GPL-3.0-or-later
"""Third page of the wizard: what each layer was recognised as; layers of one's own layout are assigned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...core.errors import RegardError
from ...qgis_bridge.messages import counted, say, tr
from ...qgis_bridge.tasks import JobRunner
from ...qgis_bridge.wording import word
from ..reporter import Reporter
from .column_names import column_names
from .materials_table import MaterialsTable
from .network_source import NetworkSource, look
from .progress_row import ProgressRow

if TYPE_CHECKING:
    from ...planner.assets.try_import import SourceLook

Choices = dict[str, tuple[str, dict[str, str]]]


class RolesPage(QWizardPage):
    """Reads the source in a task; ``choices`` are by layer its role and the columns of the chosen one."""

    def __init__(
        self,
        jobs: JobRunner,
        reporter: Reporter,
        source: Callable[[], NetworkSource],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = reporter.error
        self._source = source
        self.setTitle(tr("What it is"))
        self.setSubTitle(tr("Check the role of each layer, and beneath where its columns come from."))
        self.notice = QLabel(self)
        self.table = QTableWidget(0, 3, self)
        self.columns = QTableWidget(0, 2, self)
        self.materials = MaterialsTable(self)
        self.progress = ProgressRow(jobs, self)
        self.source: NetworkSource = NetworkSource()
        self.found: SourceLook | None = None
        self.choices: Choices = {}
        self._build()

    @property
    def is_own(self) -> bool:
        """Tell whether the layers are of no known standard, so that the choices make a mapping."""
        return self.found is not None and not self.found.recognised

    def initializePage(self) -> None:
        """Look at the source, off the main thread."""
        self.found, self.choices = None, {}
        self.materials.forget()
        self.table.setRowCount(0)
        self.columns.setRowCount(0)
        self.notice.clear()
        self.source = source = self._source()
        self.progress.start(
            tr("Reading the layers"),
            lambda progress: look(source, progress),
            succeeded=self._on_found,
            failed=self._on_failed,
            cancelled=lambda: self.notice.setText(tr("Cancelled. Go back and choose again.")),
        )
        self.completeChanged.emit()

    def cleanupPage(self) -> None:
        """Go back: what is still being read is given up."""
        self.progress.stop()

    def isComplete(self) -> bool:
        """Tell whether any layer plays a role."""
        if self.found is None:
            return False
        return not self.is_own or any(role for role, _ in self.choices.values())

    def _on_found(self, found: SourceLook) -> None:
        self.found = found
        if self.is_own:
            self.notice.setText(
                tr("No known standard: the roles and columns beneath are guesses. Check them.")
            )
        else:
            names = sorted({one.standard for one in found.recognised.values()})
            text = tr("Recognised: {standards}. Layers of other names are left out.")
            self.notice.setText(text.format(standards=", ".join(names)))
        self.choices = {
            name: (one.role.value if one.role else "", dict(one.columns))
            for name, one in found.guessed.items()
        }
        self.table.setRowCount(len(found.layers))
        for row, layer in enumerate(found.layers):
            self.table.setItem(row, 0, _cell(layer.name))
            self._show_role(row, layer.name)
        self.columns.setVisible(self.is_own)
        self.table.setCurrentCell(0, 0)
        self._show_columns()
        self.completeChanged.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RegardError):
            self.notice.setText(say(error.message))
        else:
            self.notice.setText(tr("The layers could not be read."))
            self._report(error)

    def _show_role(self, row: int, name: str) -> None:
        if not self.is_own:
            known = self.found.recognised.get(name)
            roles = [word(f"role.{role.value}") for role in known.roles] if known else []
            self.table.setItem(row, 1, _cell(", ".join(roles) or tr("left out")))
            unknown = ", ".join(known.unknown_fields) if known else ""
            told = counted(tr("Columns known: {count}"), count=len(known.known_fields)) if known else ""
            self.table.setItem(row, 2, _cell(f"{told}; {tr('not used:')} {unknown}" if unknown else told))
            return
        choice = _role_choice(self.choices[name][0])
        choice.currentIndexChanged.connect(lambda _: self._on_role(name, choice.currentData()))
        self.table.setCellWidget(row, 1, choice)
        self.table.setItem(row, 2, _cell(self._told(name)))

    def _told(self, name: str) -> str:
        role, columns = self.choices[name]
        count = sum(1 for column in columns.values() if column)
        return counted(tr("Columns known: {count}"), count=count) if role else ""

    def _on_role(self, name: str, role: str) -> None:
        """Guess the columns anew for another role."""
        from ...network.assets.roles import Role
        from ...network.layouts.proposal import LayerChoice
        from ...planner.assets.try_import import guessed

        layers = [layer for layer in self.found.layers if layer.name == name]
        choice = {name: LayerChoice(Role(role) if role else None)}
        self.choices[name] = (role, dict(guessed(layers, choices=choice)[name].columns))
        self._tell(name)
        self._show_columns()

    def _show_columns(self, *_: object) -> None:
        self.columns.setRowCount(0)
        self.materials.show_values("", ())
        item = self.table.item(self.table.currentRow(), 0)
        if item is None or not self.is_own:
            return
        from ...network.assets.roles import COLUMNS, Role

        name = item.text()
        role, chosen = self.choices[name]
        layer = next(one for one in self.found.layers if one.name == name)
        names = column_names()
        for column in COLUMNS[Role(role)] if role else ():
            row = self.columns.rowCount()
            self.columns.insertRow(row)
            cell = _cell(names[column])
            cell.setToolTip(column)
            self.columns.setItem(row, 0, cell)
            self.columns.setCellWidget(row, 1, self._column_choice(name, column, layer.columns, chosen))
        self._show_materials(name)

    def _show_materials(self, name: str) -> None:
        column = self.choices[name][1].get("material", "")
        layer = next(one for one in self.found.layers if one.name == name)
        self.materials.show_values(name, layer.values.get(column, ()) if column else ())

    def _column_choice(
        self, name: str, column: str, known: tuple[str, ...], chosen: Mapping[str, str]
    ) -> QComboBox:
        choice = QComboBox()
        choice.addItem(tr("(none)"), "")
        for one in known:
            choice.addItem(one, one)
        choice.setCurrentIndex(max(0, choice.findData(chosen.get(column, ""))))
        choice.setAccessibleName(column_names()[column])

        def on_changed(_: int) -> None:
            self.choices[name][1][column] = choice.currentData()
            self._tell(name)
            if column == "material":
                self._show_materials(name)

        choice.currentIndexChanged.connect(on_changed)
        return choice

    def _tell(self, name: str) -> None:
        for item in self.table.findItems(name, Qt.MatchFlag.MatchExactly):
            if item.column() == 0:
                self.table.item(item.row(), 2).setText(self._told(name))
        self.completeChanged.emit()

    def _build(self) -> None:
        self.notice.setWordWrap(True)
        for table, titles in (
            (self.table, (tr("Layer"), tr("Role"), tr("Columns"))),
            (self.columns, (tr("Wanted"), tr("Column of the layer"))),
        ):
            table.setHorizontalHeaderLabels(titles)
            table.verticalHeader().hide()
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            table.setAccessibleName(titles[0])
        layout = QVBoxLayout(self)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 2)
        beneath = QHBoxLayout()
        beneath.addWidget(self.columns, 1)
        beneath.addWidget(self.materials, 1)
        layout.addLayout(beneath, 3)
        layout.addWidget(self.progress)
        self.table.currentCellChanged.connect(self._show_columns)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item


def _role_choice(role: str) -> QComboBox:
    from ...network.assets.roles import Role

    choice: Any = QComboBox()
    choice.addItem(tr("left out"), "")
    for one in Role:
        choice.addItem(word(f"role.{one.value}"), one.value)
    choice.setCurrentIndex(max(0, choice.findData(role)))
    return choice
