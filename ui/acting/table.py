# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of rows with the buttons of the chosen one, and a field for what a button asks."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...qgis_bridge.messages import tr
from ..flow_layout import FlowLayout
from .model import RowRole, RowsModel
from .rows import Act, Row

# pixels that a column may have in a narrow dock
_WIDEST = 190
# rows that the widths of columns follow from, so that thousands of rows are shown as soon as a few
_MEASURED = 200
# narrower, not even the sign of a state is seen: the table scrolls
_NARROWEST = 32


class _RowsView(QTreeView):
    """``widened`` says that there is another width for the columns."""

    widened = pyqtSignal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()


class ActingTable(QWidget):
    """``act_asked`` gives an ``Act`` and the text typed for it; ``order_chosen`` the order of a row.

    ``map_asked`` gives an ``Act`` that needs a drawing.

    What is typed survives new rows as long as the row and its button are there.
    """

    act_asked = pyqtSignal(object, str)
    map_asked = pyqtSignal(object)
    order_chosen = pyqtSignal(str)
    row_chosen = pyqtSignal(str)

    def __init__(
        self, headings: Sequence[str], *, name: str, empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = RowsModel(headings, self)
        self.view = _RowsView(self)
        self.empty = QLabel(empty, self)
        self.details = QTextBrowser(self)
        self.buttons: dict[str, QPushButton] = {}
        self.field = QLineEdit(self)
        self.choice = QComboBox(self)
        self._bar = QWidget(self)
        self._asking: Act | None = None
        self._build(name)

    @property
    def current(self) -> Row | None:
        """Return the chosen row."""
        number = self.view.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen one stays chosen, what was typed for it stays typed."""
        before, asking, typed = self.current, self._asking, self.field.text()
        blocked = self.view.selectionModel().blockSignals(True)
        self.model.show(rows)
        self.view.selectionModel().blockSignals(blocked)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.choose(before.key if before else "")
        self._fit()
        if asking is not None and asking.name in self.buttons:
            self._begin(next(act for act in self.current.acts if act.name == asking.name))
            self.field.setText(typed)

    def choose(self, key: str) -> None:
        """Choose a row without telling anyone; the first where there is none of the key."""
        number = max(0, self.model.row_of(key))
        blocked = self.view.selectionModel().blockSignals(True)
        self.view.setCurrentIndex(self.model.index(number, 0))
        self.view.selectionModel().blockSignals(blocked)
        self.view.viewport().update()
        self._show_acts()

    def choose_order(self, order_id: str) -> None:
        """Choose the first row of an order, if there is one and the chosen row is of another."""
        if self.current is not None and self.current.order_id == order_id:
            return
        for row in self.model.rows:
            if row.order_id == order_id:
                self.choose(row.key)
                self.view.scrollTo(self.view.currentIndex())
                return

    def show_details(self, key: str, html: str) -> None:
        """Show what was read about a row, if it is still the chosen one."""
        if self.current is not None and self.current.key == key:
            self.details.setHtml(html)
            self.details.setVisible(bool(html))

    def press(self, name: str) -> None:
        """Do what a button says, or ask for what it needs first."""
        act = next((act for act in self.current.acts if act.name == name), None) if self.current else None
        if act is None:
            return
        if act.on_map:
            self.map_asked.emit(act)
        elif act.asks:
            self._begin(act)
        else:
            self.act_asked.emit(act, "")

    def _build(self, name: str) -> None:
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAlternatingRowColors(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setAccessibleName(name)
        self.view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # its first letters tell a narrow heading from others better than one and dots
        self.view.header().setTextElideMode(Qt.TextElideMode.ElideNone)
        # Qt's own least is as wide as the widest letter of a font
        self.view.header().setMinimumSectionSize(_NARROWEST)
        self.view.header().setStretchLastSection(False)
        self.view.header().setResizeContentsPrecision(_MEASURED)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.details.setAccessibleName(tr("Details"))
        self.details.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.details.setMaximumHeight(170)
        self.details.hide()
        FlowLayout(self._bar).setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        for widget in (self.details, self._bar, self.field, self.choice):
            layout.addWidget(widget)
        for widget in (self.field, self.choice, self.view):
            widget.hide()
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_clicked)
        self.view.widened.connect(self._fit)
        self.view.activated.connect(lambda *_: self._focus_acts())
        self.field.returnPressed.connect(self._finish)
        self.choice.activated.connect(lambda *_: self._finish())

    def _on_current(self, index: QModelIndex, *_: object) -> None:
        if index.isValid():
            self._show_acts()
            self._on_clicked(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(RowRole.KEY))
        if index.data(RowRole.ORDER_ID):
            self.order_chosen.emit(index.data(RowRole.ORDER_ID))

    def _focus_acts(self) -> None:
        for button in self.buttons.values():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _show_acts(self) -> None:
        self._asking = None
        self.field.hide()
        self.choice.hide()
        self.field.clear()
        if any(widget.hasFocus() for widget in (*self.buttons.values(), self.field, self.choice)):
            # the keys of the dock, Ctrl+Z among them, go on working
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self.buttons.values():
            self._bar.layout().removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        row = self.current
        for act in row.acts if row else ():
            asks = act.asks or act.on_map
            button = QPushButton(f"{act.text}…" if asks else act.text, self._bar)
            button.clicked.connect(lambda _=False, name=act.name: self.press(name))
            self._bar.layout().addWidget(button)
            button.show()
            self.buttons[act.name] = button
        self.details.setHtml(row.details if row else "")
        self.details.setVisible(bool(row and row.details))
        self._bar.setVisible(bool(self.buttons))
        self._bar.updateGeometry()

    def _begin(self, act: Act) -> None:
        """Ask for what an act needs; Enter, or the choice, then does it."""
        self._asking = act
        self.field.setVisible(not act.choices)
        self.choice.setVisible(bool(act.choices))
        if act.choices:
            self.choice.clear()
            self.choice.setPlaceholderText(act.asks)
            for value, text in act.choices:
                self.choice.addItem(text, value)
            self.choice.setCurrentIndex(-1)
            self.choice.setAccessibleName(act.asks)
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.field.setPlaceholderText(tr("{what}, then Enter").format(what=act.asks))
        self.field.setAccessibleName(act.asks)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        act = self._asking
        if act is None:
            return
        text = str(self.choice.currentData() or "") if act.choices else self.field.text().strip()
        if text or act.may_be_empty:
            self._asking = None
            self.field.hide()
            self.choice.hide()
            self.field.clear()
            self.act_asked.emit(act, text)

    def _fit(self) -> None:
        """Give each column what it needs. Where that is too much, those of signs give way first, then others.

        The first column, which says what a row is about, keeps its width.
        """
        room, header = self.view.viewport().width(), self.view.header()
        widest, columns = max(_WIDEST, room * 2 // 5), range(self.model.columnCount())
        needs = [
            min(widest, max(self.view.sizeHintForColumn(column), header.sectionSizeHint(column)))
            for column in columns
        ]
        measured = self.model.rows[:_MEASURED]
        signs = [n for n in columns if any(n < len(row.cells) and row.cells[n].mark for row in measured)]
        texts = [n for n in columns[1:] if n not in signs]
        left = room - needs[0] - _NARROWEST * len(signs)
        most = _share([needs[n] for n in texts], left)
        widths = {0: needs[0], **{n: min(needs[n], most) for n in texts}}
        most = _share([needs[n] for n in signs], room - sum(widths.values()))
        widths |= {n: min(needs[n], most) for n in signs}
        last = columns[-1]
        widths[last] = max(widths[last], room - sum(widths[n] for n in columns[:-1]))
        for column, width in widths.items():
            self.view.setColumnWidth(column, width)


def _share(needs: Sequence[int], room: int) -> int:
    """Return the width above which columns are cut so that all fit; those that need less keep what they need.

    It is at least what shows the sign of a state.
    """
    left, most = room, len(needs)
    for need in sorted(needs):
        if need * most > left:
            return max(_NARROWEST, left // most)
        left, most = left - need, most - 1
    return max(needs, default=0)
