# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of an order on the planning board and in its tray."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...qgis_bridge.messages import tr
from .rows import Board


class OrderMenu(QMenu):
    """Offers what can be done with an order as it stands; ``chosen`` says what, with a company if one is."""

    chosen = pyqtSignal(str, str)

    def __init__(self, board: Board, order_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RegardOrderMenu")
        work = [block for _, block in board.places.get(order_id, ()) if block.task == "work"]
        can_move = bool(work) and not work[0].is_fixed
        is_pinned = order_id in board.pinned
        self._offer("why", tr("&Why here?") if work else tr("&Why not planned?"))
        self._offer("show", tr("Show on the &map"))
        self._offer("copy", tr("&Copy the number"))
        self.addSeparator()
        if is_pinned:
            self._offer("unpin", tr("&Unpin: anybody may make it"))
        else:
            self._offer("pin", tr("&Pin to those who have it, on this day"), is_on=can_move)
        self._offer("swap", tr("&Swap with…"), is_on=can_move)
        self._offer("take_out", tr("&Take out of the plan"), is_on=can_move)
        self._companies(board.companies.get(order_id, ()), is_on=can_move or not work)

    def _companies(self, companies: tuple[tuple[str, str], ...], *, is_on: bool) -> None:
        menu = self.addMenu(tr("&Hand over to"))
        menu.setEnabled(bool(companies) and is_on)
        for company, name in companies:
            menu.addAction(name).triggered.connect(self._choosing("hand_over", company))

    def _offer(self, name: str, text: str, *, is_on: bool = True) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setEnabled(is_on)
        action.triggered.connect(self._choosing(name))

    def _choosing(self, name: str, argument: str = "") -> Callable[..., None]:
        return lambda *_: self.chosen.emit(name, argument)
