# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn a workspace into a QGIS project: grouped layers, view, attribution; and know such a project again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .catalogue import EXPANDED_GROUPS, EXPANDED_LAYERS, HIDDEN_LAYERS, LAYERS, group_titles
from .layers import LAYER_KEY, source_of
from .messages import tr
from .styles import palette

ATTRIBUTION = "© OpenStreetMap contributors"
_SCOPE = "regard"
_MARGIN = 1.15


def fill_project(project: QgsProject, url: str, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Put the layers of a workspace into an empty project, with its CRS, view, background and attribution."""
    titles = group_titles()
    groups: dict[str, QgsLayerTreeGroup] = {}
    for spec in LAYERS:
        if spec.key not in layers:
            continue
        if spec.group not in groups:
            groups[spec.group] = project.layerTreeRoot().addGroup(titles[spec.group])
            groups[spec.group].setExpanded(spec.group in EXPANDED_GROUPS)
        project.addMapLayer(layers[spec.key], False)
        node = groups[spec.group].addLayer(layers[spec.key])
        node.setExpanded(spec.key in EXPANDED_LAYERS)
        node.setItemVisibilityChecked(spec.key not in HIDDEN_LAYERS)
    if layers:
        project.setCrs(next(iter(layers.values())).crs())
    project.setDistanceUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    project.setBackgroundColor(QColor(palette.PAPER))
    project.setTitle(
        f"Regard · {Path(url).stem if source_of(url).provider == 'ogr' else url.rsplit('/', 1)[-1]}"
    )
    _set_view(project, layers)
    _set_attribution(project)
    write_workspace(project, url)


def layers_by_key(project: QgsProject) -> dict[str, QgsVectorLayer]:
    """Return the workspace layers of a project by key; the user may have renamed or moved them."""
    marked = ((layer.customProperty(LAYER_KEY), layer) for layer in project.mapLayers().values())
    return {key: layer for key, layer in marked if key}


def write_workspace(project: QgsProject, url: str) -> None:
    """Remember which workspace a project shows, relative to the project where it is a file."""
    is_file = source_of(url).provider == "ogr"
    stored = project.pathResolver().writePath(str(Path(url).resolve())) if is_file else url
    project.writeEntry(_SCOPE, "workspace", stored)


def read_workspace(project: QgsProject) -> str:
    """Return the workspace that a project shows, empty when it is not one of ours."""
    url, _ = project.readEntry(_SCOPE, "workspace", "")
    return project.pathResolver().readPath(url) if url and source_of(url).provider == "ogr" else url


def work_extent(layers: Mapping[str, QgsVectorLayer]) -> QgsRectangle:
    """Return the extent of the day's work, or of whatever there is, with a margin."""
    extent = QgsRectangle()
    for keys in (("orders", "tours"), ("water_pipes", "sewer_pipes"), tuple(layers)):
        for key in keys:
            if key in layers and layers[key].featureCount() > 0:
                extent.combineExtentWith(layers[key].extent())
        if not extent.isEmpty():
            extent.scale(_MARGIN)
            break
    return extent


def _set_view(project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
    extent = QgsReferencedRectangle(work_extent(layers), project.crs())
    project.viewSettings().setDefaultViewExtent(extent)


def _set_attribution(project: QgsProject) -> None:
    """Show the source of the roads on the canvas and keep it in the project's metadata."""
    metadata = project.metadata()
    metadata.setAbstract(
        f"{ATTRIBUTION}. {tr('Open data never replaces the consultation of the network operators.')}"
    )
    project.setMetadata(metadata)
    project.writeEntryBool("CopyrightLabel", "/Enabled", True)
    project.writeEntry("CopyrightLabel", "/Label", ATTRIBUTION)
    project.writeEntry("CopyrightLabel", "/Placement", 3)
