# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock NOTICES AND READINESS: what the coming days lack, and where each notice stands."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ..acting.panel_dock import PanelDock
from ..acting.table import ActingTable

RESOURCES = ("people", "parts", "equipment", "subcontractor", "notices", "permits")


def readiness_dock(parent: QWidget) -> PanelDock:
    """Return the dock, empty."""
    resources = (word(f"resource.{name}") for name in RESOURCES)
    headings = (tr("Order"), tr("Day"), *(text[:1].upper() + text[1:] for text in resources))
    ready = ActingTable(
        headings,
        name=tr("Readiness"),
        empty=tr("No order of the next ten days is shown. Qualify requests or plan, or lift the filter."),
    )
    notices = ActingTable(
        (tr("Order"), tr("Notice"), tr("State"), tr("Earliest start"), tr("Expires")),
        name=tr("Notices"),
        empty=tr("No order that digs waits for a notice."),
    )
    tables = {"ready": (tr("Readiness"), ready), "notices": (tr("Notices"), notices)}
    return PanelDock(tr("Notices and readiness"), "RegardReadinessDock", tables, parent)
