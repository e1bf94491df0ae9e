# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of a field package: what a type of work hands back as widgets, lists, limits and what must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsDefaultValue, QgsEditorWidgetSetup, QgsFieldConstraints, QgsVectorLayer

from ..core.messages import Message
from .messages import say, tr
from .qfield import name_photos

if TYPE_CHECKING:
    from ..workorders.closing.forms import FormField, JobForm

_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_HIDDEN = QgsEditorWidgetSetup("Hidden", {})
_FORMATS = {"moment": "yyyy-MM-dd HH:mm", "day": "yyyy-MM-dd"}
_NEEDED = {
    "always": '"{name}" is not null and "{name}" <> \'\'',
    "done": "coalesce(\"result\", '') in ('', 'not_done') or (\"{name}\" is not null and \"{name}\" <> '')",
    "not_done": "coalesce(\"result\", '') in ('', 'done') or (\"{name}\" is not null and \"{name}\" <> '')",
}
# photos are taken into this folder, and named by their path from the project's folder
_PHOTO = {
    "DocumentViewer": 1,
    "DocumentViewerHeight": 0,
    "DocumentViewerWidth": 0,
    "FileWidget": True,
    "FileWidgetButton": True,
    "FileWidgetFilter": "",
    "RelativeStorage": 1,
    "StorageMode": 0,
    "PropertyCollection": {
        "name": None,
        "type": "collection",
        "properties": {
            "propertyRootPath": {"active": True, "type": 3, "expression": "@project_folder", "field": ""}
        },
    },
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A table with several rows an order, shown in the form of its answers."""

    name: str
    layer: QgsVectorLayer


def shape_answers(layer: QgsVectorLayer, form: JobForm, *, language: str) -> None:
    """Give a table of answers its form: the order's name to read, the fields to fill in, the rest hidden."""
    for column in ("fid", "packed_code", "packed_asset", "packed_x", "packed_y"):
        _widget(layer, column, _HIDDEN)
    for column, title in (("order_id", tr("Order")), ("label", tr("Work")), ("author", tr("Filled in by"))):
        layer.setFieldAlias(_index(layer, column), title)
    configuration = layer.editFormConfig()
    for column in ("order_id", "label"):
        configuration.setReadOnly(_index(layer, column), True)
    layer.setEditFormConfig(configuration)
    layer.setDisplayExpression('"order_id" || \' \' || "label"')
    for name, field in form.fields.items():
        unit = f" ({field.unit})" if field.unit else ""
        layer.setFieldAlias(_index(layer, name), field.spoken(language) + unit)
        _widget(layer, name, _setup(field, language))
        if rules := _rules(name, field):
            layer.setConstraintExpression(_index(layer, name), " and ".join(rules), _said(field))
            strong = QgsFieldConstraints.Constraint.ConstraintExpression
            layer.setFieldConstraint(_index(layer, name), strong, _HARD)


def shape_photos(layer: QgsVectorLayer) -> None:
    """Let photos be taken or chosen, kept by their path from the project's folder."""
    _beside(layer, '"photo"', photo=tr("Photo"))
    _widget(layer, "photo", QgsEditorWidgetSetup("ExternalResource", _PHOTO))
    name_photos(layer, "photo")


def shape_valves(layer: QgsVectorLayer, states: Iterable[str]) -> None:
    """Let the state in which a valve was left be chosen."""
    _beside(
        layer,
        "\"valve_id\" || coalesce(' · ' || represent_value(\"state\"), '')",
        valve_id=tr("Valve"),
        state=tr("State"),
        note=tr("Note"),
    )
    _widget(layer, "state", _value_map({state: say(Message(f"field.valve.{state}")) for state in states}))


def shape_parts(layer: QgsVectorLayer, parts: Iterable[str]) -> None:
    """Let parts be chosen among those that the service knows."""
    shown = "represent_value(\"part\") || coalesce(' · ' || \"count\", '')"
    _beside(layer, shown, part=tr("Part"), count=tr("Count"))
    _widget(layer, "part", _value_map({part: part.replace("_", " ") for part in parts}))
    layer.setDefaultValueDefinition(_index(layer, "count"), QgsDefaultValue("1"))


def _beside(layer: QgsVectorLayer, shown: str, **titles: str) -> None:
    """Name columns, and rows by what they show; what ties a row to its order fills itself in."""
    for column in ("fid", "order_id"):
        _widget(layer, column, _HIDDEN)
    for column, title in titles.items():
        layer.setFieldAlias(_index(layer, column), title)
    layer.setDisplayExpression(shown)


def _setup(field: FormField, language: str) -> QgsEditorWidgetSetup:
    if field.kind == "choice":
        return _value_map({key: label.spoken(language) for key, label in field.values.items()})
    if field.kind == "yes_no":
        return _value_map({"yes": tr("yes"), "no": tr("no")})
    if field.kind in _FORMATS:
        shown = _FORMATS[field.kind]
        settings = {
            "allow_null": True,
            "calendar_popup": True,
            "display_format": shown,
            "field_format": shown,
            "field_iso_format": False,
        }
        return QgsEditorWidgetSetup("DateTime", settings)
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": field.kind == "text", "UseHtml": False})


def _rules(name: str, field: FormField) -> list[str]:
    rules = [f"({_NEEDED[field.needed].format(name=name)})"] if field.needed in _NEEDED else []
    if field.least is not None:
        rules.append(f'("{name}" is null or "{name}" >= {field.least!r})')
    if field.most is not None:
        rules.append(f'("{name}" is null or "{name}" <= {field.most!r})')
    if field.kind == "place":
        number = r"-?\\d+([.]\\d+)?"
        rules.append(f'("{name}" is null or regexp_match("{name}", \'^{number} *, *{number}$\') > 0)')
    return rules


def _said(field: FormField) -> str:
    """Return what a constraint asks for, in words."""
    said = []
    if field.needed != "optional":
        said.append(tr("needed"))
    if field.least is not None or field.most is not None:
        least = "" if field.least is None else f"{field.least:g}"
        most = "" if field.most is None else f"{field.most:g}"
        said.append(f"{least} … {most} {field.unit}".strip())
    if field.kind == "place":
        said.append("x,y")
    return ", ".join(said)


def _value_map(values: Mapping[str, str]) -> QgsEditorWidgetSetup:
    """Return a list to choose from, in its own order; the key is stored, the words are shown."""
    return QgsEditorWidgetSetup("ValueMap", {"map": [{shown: key} for key, shown in values.items()]})


def _widget(layer: QgsVectorLayer, column: str, setup: QgsEditorWidgetSetup) -> None:
    layer.setEditorWidgetSetup(_index(layer, column), setup)


def _index(layer: QgsVectorLayer, column: str) -> int:
    return layer.fields().indexOf(column)
