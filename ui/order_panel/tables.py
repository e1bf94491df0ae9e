# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the ORDER dock, by the tab that they are on."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.messages import tr
from ..acting.table import ActingTable


def order_tables(parent: QWidget) -> dict[str, ActingTable]:
    """Return the tables: ``cut``, ``notices``, ``means``, ``messages`` and ``history``."""
    what, state, more = tr("What"), tr("State"), tr("More")
    return {
        "cut": ActingTable(
            (what, state, tr("When")),
            name=tr("To tell about the cut"),
            empty=tr("Nobody has to be told: this order shuts off neither customers nor hydrants."),
            parent=parent,
        ),
        "notices": ActingTable(
            (tr("Who or what"), state, more),
            name=tr("Notice, operators and permits"),
            empty=tr("No notice and no permit is needed: the work does not dig."),
            parent=parent,
        ),
        "means": ActingTable(
            (what, state, more),
            name=tr("People and means"),
            empty=tr("Its day is over: nothing has to be got ready any more."),
            parent=parent,
        ),
        "messages": ActingTable(
            (tr("Who"), tr("By"), tr("How"), tr("About"), tr("Told")),
            name=tr("Messages"),
            empty=tr("The messages are being read…"),
            parent=parent,
        ),
        "history": ActingTable(
            (tr("When"), what, tr("Who")),
            name=tr("History"),
            empty=tr("The history is being read…"),
            parent=parent,
        ),
    }
