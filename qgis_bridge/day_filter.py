# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits the layers of tours to the day that the window shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from .catalogue import CURRENT_PLAN
from .layers import style_by_agent

_OF_TOURS = ("stops", "tours")


def show_day_of(layers: Mapping[str, QgsVectorLayer], day: date | None, *, plan_id: str = "") -> None:
    """Show the tours of one day of a plan, of every day without one; no ``plan_id`` is the plan in force.

    Layers that show that already are not read again.
    """
    changed = False
    for layer in (layers[key] for key in _OF_TOURS if key in layers):
        wanted = _rows(layer, day, plan_id)
        if layer.subsetString() != wanted:
            changed = layer.setSubsetString(wanted) or changed
    if changed:
        style_by_agent(layers)


def _rows(layer: QgsVectorLayer, day: date | None, plan_id: str) -> str:
    if plan_id:
        number = plan_id.replace("'", "''")
        rows = f"\"plan_id\" = '{number}'"
    elif layer.providerType() == "ogr":
        rows = CURRENT_PLAN.format("plan")
    else:
        schema = QgsDataSourceUri(layer.source()).schema()
        rows = CURRENT_PLAN.format(f'"{schema}"."plan"')
    return rows if day is None else f"{rows} AND \"day\" = '{day}'"
