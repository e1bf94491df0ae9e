# SPDX-License-Identifier: GPL-3.0-or-later
"""The requests that a call may repeat, each with a button that makes the call one more about it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...qgis_bridge.figures import number_text, time_text
from ...qgis_bridge.messages import tr

if TYPE_CHECKING:
    from ...workorders.requests import ServiceRequest

_MOST = 3


class Duplicates(QFrame):
    """``merge_asked`` gives the request that the call is about too."""

    merge_asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.buttons: dict[str, QPushButton] = {}
        self._shown: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(QLabel(f"<b>{tr('Maybe called in before')}</b>", self))
        self.hide()

    def show_requests(self, found: Sequence[tuple[ServiceRequest, float]]) -> None:
        """Show the nearest ones."""
        chosen = found[:_MOST]
        keys = tuple(request.request_id for request, _ in chosen)
        if keys == self._shown:
            return
        self._shown, self.buttons = keys, {}
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for request, distance_m in chosen:
            self._add(request, distance_m)
        self.setVisible(bool(chosen))

    def _add(self, request: ServiceRequest, distance_m: float) -> None:
        text = tr("<b>{request}</b> at {time}, {metres} m away: {words}").format(
            request=escape(request.request_id),
            time=time_text(request.received_at),
            metres=number_text(distance_m),
            words=escape(request.description),
        )
        label = QLabel(text, self)
        label.setWordWrap(True)
        button = QPushButton(tr("Same thing: merge"), self)
        button.setAccessibleName(tr("Same thing as {request}: merge").format(request=request.request_id))
        button.clicked.connect(lambda *_, key=request.request_id: self.merge_asked.emit(key))
        for widget in (label, button):
            self._layout.addWidget(widget)
            self._rows.append(widget)
        self.buttons[request.request_id] = button
