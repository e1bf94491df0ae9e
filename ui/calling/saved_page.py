# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the call that was saved last, with the next steps as buttons."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...qgis_bridge.labels import job_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ..flow_layout import FlowLayout

if TYPE_CHECKING:
    from .call_desk import SavedCall


class SavedPage(QFrame):
    """``emergency_asked`` and ``slots_asked`` are for the main order, ``undo_asked`` for the whole call."""

    emergency_asked = pyqtSignal()
    slots_asked = pyqtSignal()
    undo_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.emergency = QPushButton(tr("Send a crew now…"), self)
        self.slots = QPushButton(tr("Offer a slot…"), self)
        self.undo = QPushButton(tr("Undo"), self)
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        for button, signal in (
            (self.emergency, self.emergency_asked),
            (self.slots, self.slots_asked),
            (self.undo, self.undo_asked),
        ):
            button.clicked.connect(lambda *_, asked=signal: asked.emit())
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.hide()

    def show_saved(self, saved: SavedCall) -> None:
        """Say which request and orders there are now."""
        self.text.setText(_text(saved))
        open_now = bool(saved.orders) and not saved.merged_into
        self.emergency.setVisible(open_now)
        self.slots.setVisible(open_now)
        self.show()


def _text(saved: SavedCall) -> str:
    key = escape(saved.request_id)
    if saved.merged_into:
        text = tr("<b>{request}</b> is saved as one more call about <b>{other}</b>.")
        return text.format(request=key, other=escape(saved.merged_into))
    if not saved.orders:
        text = tr("<b>{request}</b> is saved. No type of work fits its words yet: no order was made.")
        return text.format(request=key)
    main, *more = saved.orders
    text = tr("<b>{request}</b> is saved: <b>{order}</b>, {job}, {priority}.").format(
        request=key,
        order=escape(main.order_id),
        job=escape(job_text(main)),
        priority=word(f"priority.{main.priority.value}"),
    )
    if more:
        text += " " + tr("Follow-up orders: {orders}.").format(
            orders=escape(", ".join(order.order_id for order in more))
        )
    return text
