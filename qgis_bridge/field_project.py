# SPDX-License-Identifier: GPL-3.0-or-later
"""The QGIS project of a field package: its layers, and forms with lists, limits and photos."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayerTreeGroup,
    QgsProject,
    QgsReferencedRectangle,
    QgsRelation,
    QgsRelationContext,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.errors import Failure
from .field_forms import Beside, shape_answers, shape_parts, shape_photos, shape_valves
from .messages import tr
from .qfield import begin_with, keep_as_it_is, keep_rows
from .styles import palette

if TYPE_CHECKING:
    from ..planner.field.package import FieldPackage

PROJECT = "regard.qgs"
_COLOURS = {
    "orders": palette.DIG,
    "valves_to_operate": palette.CUT,
    "third_party": palette.VERDICT["to_mark_out"],
    "water_pipe": palette.WATER,
    "valve": palette.WATER_DEEP,
    "hydrant": palette.WATER_DEEP,
    "service_connection": palette.WATER_FAR,
    "sewer_pipe": palette.FOUL,
    "manhole": palette.FOUL,
}
_MARGIN = 1.2


def write_field_project(data: Path, package: FieldPackage, *, language: str) -> Path:
    """Write the project of a package beside its GeoPackage, with relative paths, and return its file.

    ``Failure`` when a layer or the project cannot be opened or written.
    """
    from ..planner.field.package import LEFT_VALVES, ORDERS, PACKAGE, PARTS, PHOTOS

    project = QgsProject()
    project.setFileName(str(data.with_name(PROJECT)))
    layers = {name: _layer(data, name) for name in (*package.layers, *package.tables)}
    project.setCrs(layers[ORDERS].crs())
    project.setDistanceUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    project.setTitle(f"Regard · {package.agent_name} · {package.day.isoformat()}")
    groups = _groups(project)
    titles = _titles()
    forms = {form.table: form for form in package.forms}
    for name, layer in layers.items():
        group = "answers" if name in (*forms, LEFT_VALVES, PARTS, PHOTOS) else "work"
        group = "around" if group == "work" and name not in titles else group
        layer.setName(titles.get(name) or name.replace("_", " "))
        if name != PACKAGE:
            layer.setReadOnly(group != "answers")
        keep_as_it_is(layer)
        project.addMapLayer(layer, False)
        groups[group].addLayer(layer).setItemVisibilityChecked(name != PACKAGE)
    beside = [Beside(name, layers[name]) for name in (PHOTOS, LEFT_VALVES, PARTS)]
    shape_photos(layers[PHOTOS])
    shape_valves(layers[LEFT_VALVES], package.valve_states)
    shape_parts(layers[PARTS], package.parts)
    for name, form in forms.items():
        shape_answers(layers[name], form.form, language=language)
        keep_rows(layers[name])
        for one in beside:
            _relate(project, layers[name], one)
    begin_with(project, layers[next(iter(forms))])
    view = layers[ORDERS].extent()
    view.grow(150.0)
    view.scale(_MARGIN)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(view, project.crs()))
    if not project.write():
        raise Failure("file.unwritable", file=project.fileName(), reason=project.error())
    return Path(project.fileName())


def _layer(data: Path, name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{data}|layername={name}", name, "ogr")
    if not layer.isValid():
        raise Failure("layer.not_written", layer=name, reason=data)
    symbol = layer.renderer().symbol() if name in _COLOURS and layer.renderer() else None
    if symbol is not None:
        symbol.setColor(QColor(_COLOURS[name]))
    return layer


def _groups(project: QgsProject) -> dict[str, QgsLayerTreeGroup]:
    root = project.layerTreeRoot()
    return {
        "answers": root.addGroup(tr("To fill in")),
        "work": root.addGroup(tr("Work of the day")),
        "around": root.addGroup(tr("Assets around")),
    }


def _titles() -> dict[str, str]:
    return {
        "orders": tr("Orders"),
        "valves_to_operate": tr("Valves to operate"),
        "third_party": tr("Third-party networks"),
        "package": tr("About this package"),
        "photos": tr("Photos"),
        "valves_left": tr("Valves as they were left"),
        "parts_used": tr("Parts used"),
    }


def _relate(project: QgsProject, answers: QgsVectorLayer, beside: Beside) -> None:
    """Show the rows of a table that belong to an order in the form of its answers."""
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId(f"{beside.name}_{answers.id()}")
    relation.setName(beside.layer.name())
    relation.setReferencedLayer(answers.id())
    relation.setReferencingLayer(beside.layer.id())
    relation.addFieldPair("order_id", "order_id")
    project.relationManager().addRelation(relation)
