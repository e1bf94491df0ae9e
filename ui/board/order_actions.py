# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board's menu does with an order: explain, show, copy, pin, swap, take out, hand over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...core.errors import RegardError
from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from . import commands
from .board_state import BoardState
from .dock import BoardDock
from .menu import AgentMenu, OrderMenu
from .writer import BoardWriter

if TYPE_CHECKING:
    from ...planner.running.hand_move import Moved
    from .why import Remedy, Why


class OrderActions:
    """Belongs to one dock; ``state_read`` returns what the board shows, None before it was read.

    ``split`` opens what splits an order.
    """

    def __init__(
        self,
        dock: BoardDock,
        state: ViewState,
        jobs: JobRunner,
        reporter: Reporter,
        writer: BoardWriter,
        *,
        state_read: Callable[[], BoardState | None],
        clock: Callable[[], datetime],
        split: Callable[[str, QWidget], None],
    ) -> None:
        self._dock = dock
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._writer = writer
        self._state_read = state_read
        self._clock = clock
        self._do: dict[str, Callable[[BoardState, str, str], None]] = {
            "why": self._explain,
            "show": self._show,
            "copy": self._copy,
            "pin": self._pin,
            "unpin": self._unpin,
            "swap": self._begin_swap,
            "split": lambda _, order_id, __: split(order_id, self._dock),
            "take_out": self._take_out,
            "hand_over": self._hand_over,
            "longer": self._say_longer,
            "leaves": lambda _, __, agent_id: self.do_with_agent("leaves", agent_id),
            "sheet": lambda _, __, agent_id: self.do_with_agent("sheet", agent_id),
        }

    def ask(self, order_id: str, place: QPoint) -> None:
        """Open the menu of an order; nothing is asked of none."""
        read = self._state_read()
        if read is None or not order_id:
            return
        self._state.select_order(order_id)
        menu = OrderMenu(read.board, order_id, self._dock)
        menu.chosen.connect(lambda name, argument: self.do(name, order_id, argument))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def do(self, name: str, order_id: str, argument: str = "") -> None:
        """Do what a menu or a button asks with an order."""
        read = self._state_read()
        if read is not None:
            self._do[name](read, order_id, argument)

    def swap(self, order_id: str, other_id: str) -> None:
        """Have two orders change places, or say why they cannot."""
        read = self._state_read()
        if read is None or read.moves is None:
            return
        roles = [_role(read, name) for name in (order_id, other_id)]
        self._change(
            read,
            order_id,
            tr("Not swapped: {reason}"),
            "swap",
            lambda: read.moves.swap(order_id, other_id, role=roles[0], other_role=roles[1]),
        )

    def _explain(self, read: BoardState, order_id: str, _: str) -> None:
        url, names = self._state.url, read.board.names

        def answer(_: object) -> Why:
            from .why import why_here, why_not

            if order_id in read.board.places:
                return why_here(read.moves, read.board, order_id)
            return commands.asked(url, lambda workspace: why_not(workspace, order_id, names, read.now))

        self._jobs.start(
            tr("Looking for reasons"), answer, succeeded=self._show_why, failed=self._reporter.error
        )

    def _show_why(self, why: Why) -> None:
        from .why_dialog import WhyDialog

        dialog = WhyDialog(why, tr("Why: {order}").format(order=why.order_id), self._dock)
        dialog.asked.connect(self.bend)
        dialog.show()

    def bend(self, order_id: str, remedy: Remedy) -> None:
        """Bend the rules that a way to fit asks for, and plan the order; another place is said first."""
        read = self._state_read()
        if read is not None:
            names = read.board.names
            bend = partial(
                commands.bend,
                order_id=order_id,
                bends=remedy.bends,
                day=remedy.day or self._dock.view.day_shown,
                seat=remedy.seat,
                now=read.now,
                who=self._writer.who,
            )
            self._writer.write(
                tr("Making an order fit"), bend, refused=partial(self._say_other, order_id, remedy, names)
            )

    def _say_other(self, order_id: str, remedy: Remedy, names: Mapping[str, str], error: Exception) -> bool:
        """Offer the place that an order would go to instead; return whether the error is about that."""
        from ...planner.running.bend_rules import Elsewhere
        from .why import why_elsewhere

        if not isinstance(error, Elsewhere):
            return False
        self._show_why(why_elsewhere(order_id, remedy, error.seat, names))
        return True

    def ask_agent(self, agent_id: str, place: QPoint) -> None:
        """Open the menu of an agent's row."""
        board = self._dock.view.board
        row = board.rows[board.row_of[agent_id]]
        menu = AgentMenu(row.name, self._dock, has_tour=bool(row.blocks))
        menu.chosen.connect(lambda name: self.do_with_agent(name, agent_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def do_with_agent(self, name: str, agent_id: str) -> None:
        """Do what the menu of a row asks for."""
        if name == "leaves":
            self._dock.happened.emit("leaves", agent_id, "")
        else:
            self._dock.sheets_asked.emit(agent_id if name == "sheet" else "")

    def _say_longer(self, _: BoardState, order_id: str, __: str) -> None:
        self._dock.happened.emit("overrun", "", order_id)

    def _show(self, _: BoardState, order_id: str, __: str) -> None:
        # selecting anew brings the map back to the order
        self._state.select_order("")
        self._state.select_order(order_id)

    def _copy(self, _: BoardState, order_id: str, __: str) -> None:
        QApplication.clipboard().setText(order_id)

    def _pin(self, read: BoardState, order_id: str, _: str) -> None:
        day = next(block.start.date() for _, block in read.board.places[order_id])
        pin = partial(commands.pin, order_id=order_id, day=day, now=self._clock(), who=self._writer.who)
        self._writer.write(tr("Pinning an order"), pin)

    def _unpin(self, _: BoardState, order_id: str, __: str) -> None:
        unpin = partial(commands.unpin, order_id=order_id, who=self._writer.who)
        self._writer.write(tr("Unpinning an order"), unpin)

    def _begin_swap(self, _: BoardState, order_id: str, __: str) -> None:
        self._dock.view.begin_swap(order_id)
        self._reporter.info(tr("Choose the order to change places with: click it, or go there and Enter."))

    def _take_out(self, read: BoardState, order_id: str, _: str) -> None:
        if read.moves is not None:
            who = self._writer.who
            self._change(
                read,
                order_id,
                tr("Not taken out: {reason}"),
                "take out",
                lambda: read.moves.leave_out(order_id, code="by_hand", detail=who),
            )

    def _hand_over(self, read: BoardState, order_id: str, company: str) -> None:
        moves = read.moves if order_id in read.board.places else None
        hand_over = partial(
            commands.hand_over,
            order_id=order_id,
            company=company,
            moves=moves,
            now=read.now,
            who=self._writer.who,
        )
        self._writer.write(tr("Handing an order over"), hand_over)

    def _change(
        self, read: BoardState, order_id: str, refusal: str, name: str, change: Callable[[], Moved]
    ) -> None:
        """Try a change of the plan; store it unless it breaks rules."""
        from .moves import judged

        try:
            moved = change()
        except RegardError as error:
            self._reporter.error(error)
            return
        if moved.new:
            names = read.board.names
            _, reason = judged(read.moves, moved, names, order_id)
            self._reporter.warning(refusal.format(reason=reason))
            return
        accept: Any = partial(
            commands.accept, proposal=moved.proposal, name=name, now=read.now, who=self._writer.who
        )
        self._writer.write(tr("Changing the plan"), accept)


def _role(read: BoardState, order_id: str) -> int:
    return next((b.role for _, b in read.board.places.get(order_id, ()) if b.task == "work"), 0)
