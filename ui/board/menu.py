# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of an order on the planning board and in its tray."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

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
        self._offer("longer", tr("Takes &longer…"), is_on=bool(work))
        for number, _ in board.places.get(order_id, ()) if work else ():
            row = board.rows[number]
            text = tr("{name} &leaves today…").format(name=row.name.replace("&", "&&"))
            if self.findChild(QAction, f"leaves {row.agent_id}") is None:
                self._offer(f"leaves {row.agent_id}", text, "leaves", row.agent_id)
                text = tr("&Tour sheet of {name}…").format(name=row.name.replace("&", "&&"))
                self._offer(f"sheet {row.agent_id}", text, "sheet", row.agent_id)
        self._offer("swap", tr("&Swap with…"), is_on=can_move)
        self._offer("split", tr("Spl&it…"), is_on=can_move or not work)
        self._offer("take_out", tr("&Take out of the plan"), is_on=can_move)
        self._companies(board.companies.get(order_id, ()), is_on=can_move or not work)

    def _companies(self, companies: tuple[tuple[str, str], ...], *, is_on: bool) -> None:
        menu = self.addMenu(tr("&Hand over to"))
        menu.setEnabled(bool(companies) and is_on)
        for company, name in companies:
            menu.addAction(name).triggered.connect(self._choosing("hand_over", company))

    def _offer(self, name: str, text: str, ask: str = "", argument: str = "", *, is_on: bool = True) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setEnabled(is_on)
        action.triggered.connect(self._choosing(ask or name, argument))

    def _choosing(self, name: str, argument: str = "") -> Callable[..., None]:
        return lambda *_: self.chosen.emit(name, argument)


class AgentMenu(QMenu):
    """Offers what can be done with the tour of an agent; ``chosen`` says what."""

    chosen = pyqtSignal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, has_tour: bool) -> None:
        super().__init__(parent)
        self.setObjectName("RegardAgentMenu")
        shown = name.replace("&", "&&")
        for ask, text in (
            ("leaves", tr("{name} &leaves today…").format(name=shown)),
            ("sheet", tr("&Tour sheet of {name}…").format(name=shown)),
            ("sheets", tr("Tour &sheets of everybody…")),
        ):
            action = self.addAction(text)
            action.setObjectName(ask)
            action.setEnabled(has_tour or ask == "sheets")
            action.triggered.connect(lambda *_, ask=ask: self.chosen.emit(ask))
