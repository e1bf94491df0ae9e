# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepted changes written into layers of the open project, by commands that QGIS itself takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProviderRegistry,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..core.errors import Failure
from .compat import none_if_null

if TYPE_CHECKING:
    from ..network.changes.feature_edits import FeatureEdit, Value

_NEEDED = (
    QgsVectorDataProvider.Capability.AddFeatures,
    QgsVectorDataProvider.Capability.ChangeAttributeValues,
    QgsVectorDataProvider.Capability.ChangeGeometries,
    QgsVectorDataProvider.Capability.DeleteFeatures,
)


class ProjectEditor:
    """Implements ``planner.asset_changes.carry.FeatureEditor`` on layers of a project.

    Layers go by the name of their table or file. Those that are written are left being edited: the user looks
    at them, takes a command back with QGIS's own undo, and saves. ``crs`` is that of the edits, as authority
    and code; ``title`` is what QGIS calls the commands. Of the main thread only.
    """

    def __init__(self, layers: Iterable[QgsVectorLayer], *, crs: str, title: str) -> None:
        self._layers = {source_table(layer): layer for layer in layers}
        self._crs = crs
        self._title = title

    def editable_layers(self) -> Mapping[str, str]:
        """Return the layers, each with the reason why it cannot be written."""
        return {name: self._refusal(layer) for name, layer in self._layers.items()}

    def columns(self, layer: str) -> tuple[str, ...]:
        """Return the columns of a layer."""
        return tuple(field.name() for field in self._layers[layer].fields())

    def rows(
        self, layer: str, key_column: str, keys: Iterable[str]
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return the rows that have some ids, with what is edited and not saved yet."""
        found: dict[str, list[Mapping[str, Value]]] = {}
        for feature in self._features(layer, key_column, keys):
            found.setdefault(str(feature[key_column]), []).append(_row(feature))
        return found

    def apply(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits, as one command of each layer; when one fails, all commands are taken back."""
        begun: list[QgsVectorLayer] = []
        ordered = sorted(edits, key=lambda edit: (edit.table, edit.key_column))
        try:
            for (name, key_column), own in groupby(ordered, key=lambda edit: (edit.table, edit.key_column)):
                layer = self._layers[name]
                if not layer.isEditable() and not layer.startEditing():
                    raise Failure("layer.not_written", layer=name, reason=layer.error().summary())
                if layer not in begun:
                    layer.beginEditCommand(self._title)
                    begun.append(layer)
                self._write(name, key_column, list(own))
        except BaseException:
            for layer in begun:
                layer.destroyEditCommand()
            raise
        for layer in begun:
            layer.endEditCommand()
            layer.triggerRepaint()

    def _refusal(self, layer: QgsVectorLayer) -> str:
        able = layer.dataProvider().capabilities()
        if layer.readOnly() or not all(able & needed for needed in _NEEDED):
            return "read_only"
        return "" if layer.crs().authid() == self._crs else "other_crs"

    def _features(self, layer: str, key_column: str, keys: Iterable[str]) -> list[QgsFeature]:
        listed = ", ".join(QgsExpression.quotedString(key) for key in sorted(set(keys)))
        column = QgsExpression.quotedColumnRef(key_column)
        request = QgsFeatureRequest().setFilterExpression(f"to_string({column}) IN ({listed})")
        return list(self._layers[layer].getFeatures(request))

    def _write(self, name: str, key_column: str, edits: Sequence[FeatureEdit]) -> None:
        layer = self._layers[name]
        found = self._features(name, key_column, [edit.key for edit in edits])
        features = {str(feature[key_column]): feature.id() for feature in found}
        for edit in edits:
            if edit.after is None:
                done = layer.deleteFeature(features[edit.key])
            elif edit.before is None:
                done = layer.addFeature(_new_feature(layer, edit.after))
            else:
                done = _change(layer, features[edit.key], edit.after)
            if not done:
                raise Failure("layer.not_written", layer=name, reason=f"{key_column} {edit.key}")


def source_table(layer: QgsVectorLayer) -> str:
    """Return the table or file of a layer, whatever the project calls it."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(parts.get("path") or "").replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return str(parts.get("layerName") or parts.get("table") or path or layer.name())


def _row(feature: QgsFeature) -> dict[str, Value]:
    from ..network.changes.feature_edits import GEOMETRY

    names = [field.name() for field in feature.fields()]
    row = dict(zip(names, map(_plain, feature.attributes()), strict=True))
    return {**row, GEOMETRY: _as_text(feature.geometry())}


def _plain(value: object) -> Value:
    value = none_if_null(value)
    if isinstance(value, QDate | QDateTime):
        return value.toString(Qt.DateFormat.ISODate)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _as_text(geometry: QgsGeometry) -> str:
    from shapely import from_wkb

    from ..network.changes.feature_edits import as_text

    return "" if geometry.isNull() else as_text(from_wkb(bytes(geometry.asWkb())))


def _as_geometry(layer: QgsVectorLayer, text: Value) -> QgsGeometry:
    geometry = QgsGeometry()
    if text:
        geometry.fromWkb(bytes.fromhex(str(text)))
        if QgsWkbTypes.isMultiType(layer.wkbType()):
            geometry.convertToMultiType()
    return geometry


def _change(layer: QgsVectorLayer, feature_id: int, after: Mapping[str, Value]) -> bool:
    from ..network.changes.feature_edits import GEOMETRY

    values = _by_column(layer, after)
    # QGIS says no to a change that changes nothing
    done = not values or layer.changeAttributeValues(feature_id, values)
    if GEOMETRY in after:
        done = layer.changeGeometry(feature_id, _as_geometry(layer, after[GEOMETRY])) and done
    return bool(done)


def _new_feature(layer: QgsVectorLayer, after: Mapping[str, Value]) -> QgsFeature:
    from ..network.changes.feature_edits import GEOMETRY

    geometry = _as_geometry(layer, after.get(GEOMETRY))
    return QgsVectorLayerUtils.createFeature(layer, geometry, _by_column(layer, after))


def _by_column(layer: QgsVectorLayer, after: Mapping[str, Value]) -> dict[int, object]:
    """Return values by the number of their column; a number that came as text is one."""
    fields = layer.fields()
    numbers = {name: fields.indexOf(name) for name in after}
    return {
        number: _number(after[name]) if fields[number].isNumeric() else after[name]
        for name, number in numbers.items()
        if number >= 0
    }


def _number(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return int(number) if number.is_integer() else number
