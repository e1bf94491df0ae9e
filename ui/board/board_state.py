# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planning board reads at once: rows, the moment they are looked at, the plan to move orders in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ...qgis_bridge.native import load_wheels_apart
from .rows import Board

if TYPE_CHECKING:
    from ...core.errors import RegardError
    from ...planner.running.hand_move import HandMoves


@dataclass(frozen=True, slots=True)
class BoardState:
    """What was read: the board, the moment it is looked at, and the plan to move orders in.

    ``unmovable`` says why the plan cannot be changed by hand, if so. ``read_at`` is when it was read.
    """

    board: Board
    now: datetime
    moves: HandMoves | None
    read_at: datetime
    unmovable: RegardError | None = None


def read_state(url: str, now: datetime, day: date | None) -> BoardState:
    """Read the plan in force, or that of a day; in a worker, where the libraries that it takes are loaded."""
    load_wheels_apart()
    from ...core.errors import RegardError
    from ...planner.running.desk_moment import desk_day
    from ...qgis_bridge.labels import learn_names
    from ...store.workspaces import open_workspace
    from ..order_reader import plan_shown
    from .moves import moment_of, read_moves
    from .reader import read_board

    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        plan = plan_shown(workspace, day)
        board = read_board(workspace, plan, today=day or desk_day(workspace, plan, now))
        moment = moment_of(plan, now)
        try:
            moves = read_moves(workspace, plan, board.waiting, day=day, now=moment)
            return BoardState(board, moment, moves, now)
        except RegardError as error:
            return BoardState(board, moment, None, now, error)
    finally:
        workspace.close()
