# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the messages of all orders out of a workspace; runs in workers and touches no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from ...planner.informing.messages_ahead import messages_ahead
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ...store.workspaces import open_workspace
from ...workorders.informing.messages import OPEN, TOLD
from ..acting.panel_dock import PanelPage
from ..order_panel.mail import send_mails
from ..order_panel.message_rows import message_rows


def read_messages(url: str, clock: datetime) -> Mapping[str, PanelPage]:
    """Return the messages with chips for what is late, open or told, and for each channel."""
    workspace = open_workspace(url)
    try:
        now = desk_moment(workspace, clock)
        messages = messages_ahead(workspace, now)
    finally:
        workspace.close()
    groups = {}
    for one in messages:
        names = {f"channel.{one.channel.value}"}
        names |= {"open"} if one.state in OPEN else {"told"} if one.state in TOLD else {"unknown"}
        names |= {"late"} if one.state in OPEN and one.due_at < now else set()
        groups[one.message_id] = frozenset(names)
    counts = Counter(name for names in groups.values() for name in names)
    texts = {"late": tr("late"), "open": tr("to tell"), "unknown": tr("to check"), "told": tr("told")}
    texts |= {name: word(name) for name in sorted(counts) if name.startswith("channel.")}
    chips = {name: f"{text} {counts[name]}" for name, text in texts.items() if counts[name]}
    rows = message_rows(messages, now=now, send=send_mails, with_order=True)
    return {"messages": PanelPage(rows, chips, groups)}
