# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of an order in the list of orders."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...qgis_bridge.messages import tr


class OrderListMenu(QMenu):
    """``chosen`` says what is asked: ``show``, ``copy`` or ``split``."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardOrderListMenu")
        for name, text in (
            ("show", tr("Show on the &map")),
            ("copy", tr("&Copy the number")),
            ("split", tr("Spl&it…")),
        ):
            action = self.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda *_, name=name: self.chosen.emit(name))
