# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planning board says of a block when the pointer rests on it."""

from __future__ import annotations

from html import escape

from ...qgis_bridge.figures import duration_text, moment_text, time_text
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from .rows import Block


def block_tip(block: Block) -> str:
    """Return a block in a few lines of rich text."""
    hours = tr("{start} to {end}").format(start=time_text(block.start), end=time_text(block.end))
    title = _TASKS.get(block.task)
    lines = [
        f"<b>{escape(block.label)}</b>" + (f" · {escape(title())}" if title else ""),
        escape(block.address),
        f"{escape(block.order_id)} · {block.priority} · {escape(word(f'state.{block.state}'))}",
        tr("{hours}, after {way} on the road").format(hours=hours, way=duration_text(block.travel_s)),
        tr("due {moment}").format(moment=moment_text(block.due_at)),
    ]
    if block.is_late:
        late_s = (block.start - block.due_at).total_seconds()
        lines.append(f"<b>{tr('{late} late').format(late=duration_text(late_s))}</b>")
    return "<br>".join(lines)


_TASKS = {
    "close": lambda: tr("closing the valves"),
    "reopen": lambda: tr("opening the valves again"),
    "pick_up": lambda: tr("collecting parts"),
}
