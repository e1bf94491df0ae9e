# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock ASSET CHANGES: what closures propose, and what was decided."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.messages import tr
from ..acting.panel_dock import PanelDock
from ..acting.table import ActingTable

WAITING, DECIDED = "waiting", "decided"


def review_dock(parent: QWidget) -> PanelDock:
    """Return the dock, empty."""
    shared = (tr("Asset"), tr("Change"), tr("Before"), tr("After"))
    waiting = ActingTable(
        (*shared, tr("Confidence"), tr("Zone"), tr("Worked on")),
        name=tr("Changes that wait"),
        empty=tr("No change of an asset waits. Closing orders proposes them; or lift the filter."),
    )
    decided = ActingTable(
        (*shared, tr("State"), tr("By"), tr("When")),
        name=tr("Changes decided"),
        empty=tr("No change of an asset was accepted or rejected yet."),
    )
    for table in (waiting, decided):
        # old and new side by side, what it does, photos and the order's story
        table.details.setMaximumHeight(320)
    tables = {WAITING: (tr("Waiting"), waiting), DECIDED: (tr("Decided"), decided)}
    return PanelDock(tr("Asset changes"), "RegardReviewDock", tables, parent)
