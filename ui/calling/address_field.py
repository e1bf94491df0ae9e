# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for an address that offers those of the address base while one types, and a click on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QStringListModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ...qgis_bridge.messages import tr

if TYPE_CHECKING:
    from ...workorders.intake.address_book import FoundAddress
    from .call_desk import FoundAddresses

_PAUSE_MS = 120


class AddressField(QWidget):
    """``searched`` asks for addresses after a pause in the typing; ``chosen`` gives x, y and the address.

    ``typed`` says that what was chosen before no longer holds, ``on_map_asked`` is the button.
    """

    typed = pyqtSignal()
    searched = pyqtSignal(str)
    chosen = pyqtSignal(float, float, str)
    on_map_asked = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.on_map = QToolButton(self)
        self.was_left = False
        self._found: tuple[FoundAddress, ...] = ()
        self._sure: tuple[str, FoundAddress] | None = None
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_left)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.completer.activated.connect(self._on_activated)
        self.on_map.toggled.connect(self.on_map_asked)

    def text(self) -> str:
        """Return what was typed or chosen."""
        return self.line.text()

    def take(self, address: str) -> None:
        """Show an address that was chosen."""
        self.line.setText(address)
        self.completer.popup().hide()

    def clear(self) -> None:
        """Forget the address."""
        self.line.clear()
        self.was_left = False
        self._found, self._sure = (), None

    def show_found(self, result: FoundAddresses) -> None:
        """Offer the addresses that were found, unless the text is another one by now."""
        if result.text != self.text().strip():
            return
        self._found = result.found
        self._sure = (result.text, result.sure) if result.sure else None
        self._model.setStringList([one.label for one in result.found])
        if self.was_left:
            self._take_sure()
        elif result.found:
            self.completer.complete()

    def _build(self) -> None:
        self.line.setPlaceholderText(tr("12 rue des Saules"))
        self.line.setAccessibleName(tr("Address"))
        self.setFocusProxy(self.line)
        self.on_map.setIcon(QgsApplication.getThemeIcon("/mActionCapturePoint.svg"))
        self.on_map.setToolTip(tr("Place it with a click on the map"))
        self.on_map.setAccessibleName(tr("Place it with a click on the map"))
        self.on_map.setCheckable(True)
        # what was searched for is offered as it is: the search forgives slips of the keys, a filter would not
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(self.completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.on_map)

    def _on_edited(self, text: str) -> None:
        self.was_left = False
        self._sure = None
        self.typed.emit()
        if len(text.strip()) > 2:
            self._pause.start()

    def _on_activated(self, label: str) -> None:
        found = next((one for one in self._found if one.label == label), None)
        if found is not None:
            self.chosen.emit(found.x, found.y, found.label)

    def _on_left(self) -> None:
        if self.completer.popup().isVisible():
            return
        self.was_left = True
        self._take_sure()

    def _take_sure(self) -> None:
        """Take the address that the text means without a doubt; what is doubtful waits for a choice."""
        if self._sure is not None and self._sure[0] == self.text().strip():
            found = self._sure[1]
            self._sure = None
            self.chosen.emit(found.x, found.y, found.label)
