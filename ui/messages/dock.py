# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock MESSAGES: everybody who is to be told in the coming days, with what each message says."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.messages import tr
from ..acting.panel_dock import PanelDock
from ..acting.table import ActingTable


def messages_dock(parent: QWidget) -> PanelDock:
    """Return the dock, empty."""
    table = ActingTable(
        (tr("Order"), tr("Who"), tr("By"), tr("How"), tr("About"), tr("Told")),
        name=tr("Messages"),
        empty=tr(
            "Nobody is to be told in the next days. Open an order, go to its messages and find whom to tell."
        ),
    )
    return PanelDock(tr("Messages"), "RegardMessagesDock", {"messages": (tr("Messages"), table)}, parent)
