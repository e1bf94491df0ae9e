# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the planning board takes: a frame while scrolling and dragging, the effect of a move by hand.

Needs QGIS's Python: ``QT_QPA_PLATFORM=offscreen python benchmarks/bench_board.py [WORKSPACE]``. The moves are
tried on the plan in force of a workspace, where one is given.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QImage
from regard.ui.board.drag import Ghost, Preview
from regard.ui.board.rows import Block, Board, Row, WorkingTime
from regard.ui.board.view import BoardView

DAY = date(2026, 6, 3)
MIDNIGHT = datetime(2026, 6, 3)
AGENTS, ORDERS, FRAMES = 300, 1500, 120


def board() -> Board:
    """Return a board of 300 agents who make five orders each."""
    each = ORDERS // AGENTS
    hours = (WorkingTime(*(MIDNIGHT + timedelta(hours=h) for h in (8, 17, 12, 14)), 45),)
    rows = []
    for agent in range(AGENTS):
        blocks = tuple(_block(agent * each + n, 8 * 60 + n * 105) for n in range(each))
        rows.append(
            Row(f"A{agent}", f"Camille Martin {agent}", "Z1", "#4477aa", hours, blocks, travel_s=7200)
        )
    return Board(DAY, 1, tuple(rows), plan_id="2026-06-03/1")


def _block(number: int, start_min: int) -> Block:
    start = MIDNIGHT + timedelta(minutes=start_min)
    return Block(
        order_id=f"VA-2026-AEP-{number:05}",
        task="work",
        role=0,
        start=start,
        end=start + timedelta(minutes=80),
        arrive=start,
        travel_s=1200,
        label="Service connection leak",
        address="12 rue des Saules",
        priority=f"P{1 + number % 4}",
        state=("planned", "dispatched", "done")[number % 3],
        due_at=MIDNIGHT + timedelta(hours=12),
    )


def measured(frame: Callable[[int], None], frames: int = FRAMES) -> tuple[float, float, float]:
    """Return median and worst by the clock, and the median in processor time, of the frames (ms)."""
    took, worked = [], []
    for number in range(frames):
        started, busy = time.perf_counter(), time.thread_time()
        frame(number)
        took.append(1000 * (time.perf_counter() - started))
        worked.append(1000 * (time.thread_time() - busy))
    return statistics.median(took[1:]), max(took[1:]), statistics.median(worked[1:])


def _told(figures: tuple[float, float, float]) -> str:
    return "  ".join(f"{figure:6.1f}" for figure in figures)


def frames() -> None:
    """Print how long frames take in a window of 1,900 by 1,000 pixels, with all that can be seen painted."""
    view = BoardView()
    view.resize(1900, 1000)
    view.show()
    shown = board()
    view.show_board(shown, now=MIDNIGHT + timedelta(hours=10))
    image = QImage(view.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)

    def paint() -> None:
        view.viewport().render(image)

    def scroll(number: int) -> None:
        view.verticalScrollBar().setValue(number * 37 % view.verticalScrollBar().maximum())
        paint()

    def along(number: int) -> None:
        view.zoom(0.9 if number % 2 else 1 / 0.9)
        paint()

    view.held.connect(lambda target: view.show_preview(Preview(target, "costs", "+12 min", ghosts)))
    ghosts = tuple(Ghost(f"A{agent}", shown.rows[agent].blocks[2]) for agent in range(6))

    def drag(number: int) -> None:
        view._hold("VA-2026-AEP-00003", 0, QPoint(300 + number * 11 % 1500, 100 + number * 29 % 800))
        paint()

    print(f"{AGENTS} agents, {ORDERS} orders: ms a frame, median and worst, processor")
    for name, frame in (("scrolling", scroll), ("zooming", along), ("dragging", drag)):
        print(f"  {name:10} {_told(measured(frame))}")


def moves(url: str) -> None:
    """Print how long the effect of a move takes on the plan in force of a workspace."""
    from regard.planner.plan_versions import current_plan
    from regard.planner.running.hand_move import HandMoves
    from regard.store.workspaces import open_workspace
    from regard.ui.board.drag import target_at
    from regard.ui.board.moves import moment_of, try_move
    from regard.ui.board.reader import read_board

    workspace = open_workspace(url)
    plan = current_plan(workspace)
    assert plan is not None
    now = moment_of(plan, datetime.combine(plan.first_day, datetime.min.time()))
    shown = read_board(workspace, plan, today=plan.first_day)
    held = HandMoves.read(workspace, day=plan.first_day, now=now)
    workspace.close()
    orders = [name for name, places in shown.places.items() if any(b.task == "work" for _, b in places)]

    def hold(number: int) -> None:
        moment = shown.start + timedelta(minutes=480 + number * 53 % 500)
        row = number * 7 % len(shown.rows)
        try_move(held, shown, target_at(shown, orders[number * 5 % len(orders)], 0, row=row, moment=moment))

    print(f"{len(shown.rows)} agents, {len(orders)} orders: ms for a move, median and worst, processor")
    print(f"  {_told(measured(hold))}")


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    frames()
    for argument in sys.argv[1:]:
        moves(argument)
    application.exitQgis()
