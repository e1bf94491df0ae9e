# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the parts of the planning board are, in pixels of its viewport. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .axis import Axis
from .rows import Block, Board

NAME_PX = 190.0
_GAP_PX = 3.0
# a block of a few minutes can still be seen and hit
_LEAST_PX = 3.0

# left, top, width, height
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The board at one scroll and zoom; ``scroll_px`` is how far the rows are scrolled down."""

    board: Board
    axis: Axis
    row_px: float
    head_px: float
    scroll_px: float
    height_px: float

    @property
    def width_px(self) -> float:
        """Return the width of the whole board."""
        return NAME_PX + self.axis.width_px

    @property
    def body_px(self) -> float:
        """Return the height that the rows are seen through."""
        return max(1.0, self.height_px - self.head_px)

    @property
    def rows_px(self) -> float:
        """Return the height of all rows."""
        return len(self.board.rows) * self.row_px

    def top_of(self, number: int) -> float:
        """Return the top of a row."""
        return self.head_px + number * self.row_px - self.scroll_px

    def box_of(self, number: int, block: Block) -> Box:
        """Return where a block of a row is."""
        left = NAME_PX + self.axis.x_of(block.start)
        width = max(_LEAST_PX, (block.end - block.start).total_seconds() * self.axis.px_per_s)
        return left, self.top_of(number) + _GAP_PX, width, self.row_px - 2 * _GAP_PX - 1

    def visible_rows(self) -> Iterator[int]:
        """Yield the rows that can be seen, from the top."""
        first = int(self.scroll_px // self.row_px)
        last = first + int(self.body_px // self.row_px) + 2
        yield from range(first, min(last, len(self.board.rows)))

    def row_at(self, y: float) -> int | None:
        """Return the row at a height, None beside the rows."""
        if y < self.head_px:
            return None
        number = int((y - self.head_px + self.scroll_px) // self.row_px)
        return number if number < len(self.board.rows) else None

    def moment_at(self, x: float) -> datetime:
        """Return the moment at a place."""
        return self.axis.moment_at(x - NAME_PX)

    def block_at(self, x: float, y: float) -> Block | None:
        """Return the block at a place, the one drawn last where two overlap."""
        number = self.row_at(y)
        if number is None or x < NAME_PX:
            return None
        for block in reversed(self.board.rows[number].blocks):
            left, top, width, height = self.box_of(number, block)
            if left - 1 <= x <= left + width + 1 and top <= y <= top + height:
                return block
        return None

    def scroll_to(self, number: int) -> float:
        """Return the scroll that brings a row into view, the present one where it is seen already."""
        top = number * self.row_px
        return min(max(self.scroll_px, top + self.row_px - self.body_px), top)

    def axis_to(self, block: Block) -> Axis:
        """Return the axis that brings a block into view, the present one where it is seen already."""
        x = self.axis.x_of(block.start)
        if 0 <= x <= self.axis.width_px - 20:
            return self.axis
        return self.axis.moved(x - self.axis.width_px / 3).within(self.board.start, self.board.end)
