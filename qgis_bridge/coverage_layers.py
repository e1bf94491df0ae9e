# SPDX-License-Identifier: GPL-3.0-or-later
"""The coverage of a day as layers of the project, of which one hour and one skill are shown at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsExpression, QgsProject, QgsVectorLayer

from .kept_layers import keep_layers
from .processing.coverage import AREAS, HOLES

_MARK = "regard/coverage"


def put_coverage(project: QgsProject, name: str, rows: Mapping[str, list[Any]], crs: str) -> None:
    """Put areas and holes on top of the project as a group; those that were put there before go."""
    drop_coverage(project)
    of_layer = {AREAS: rows[AREAS.name], HOLES: rows[HOLES.name]}
    for layer in keep_layers(project, name, of_layer, crs):
        layer.setCustomProperty(_MARK, layer.name())
    # holes lie above what is reached
    group = project.layerTreeRoot().children()[0]
    for node in [one for one in group.children() if one.layer().fields().indexOf("limit_min") >= 0]:
        group.insertChildNode(0, node.clone())
        group.removeChildNode(node)


def drop_coverage(project: QgsProject) -> None:
    """Take the layers out again, and their group if nothing else is in it."""
    for layer in coverage_layers(project):
        node = project.layerTreeRoot().findLayer(layer.id())
        group = node.parent() if node is not None else None
        project.removeMapLayer(layer.id())
        if group is not None and group.parent() is not None and not group.children():
            group.parent().removeChildNode(group)


def coverage_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of the project that were put there; the user may have renamed or moved them."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty(_MARK)]


def show_hour(project: QgsProject, *, kind: str, key: str, hour: int) -> None:
    """Show of the layers what is so in an hour of the day for whom is needed."""
    rule = " AND ".join(
        (
            f'"kind" = {QgsExpression.quotedString(kind)}',
            f'"means" = {QgsExpression.quotedString(key)}',
            f'"first_hour" <= {hour}',
            f'"end_hour" > {hour}',
        )
    )
    for layer in coverage_layers(project):
        if layer.subsetString() != rule:
            layer.setSubsetString(rule)
            layer.triggerRepaint()
