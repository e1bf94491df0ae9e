# SPDX-License-Identifier: GPL-3.0-or-later
"""What QField reads of a project beside QGIS's own settings: properties of layers and of the project.

Names and values are those of libqfieldsync (`libqfieldsync/layer.py`, `project.py`), which QField, QFieldSync
and QFieldCloud share.
"""

from __future__ import annotations

import json

from qgis.core import QgsProject, QgsVectorLayer

_LAYER, _PROJECT = "QFieldSync/", "qfieldsync"
# QField puts the ending of the picture for the word between braces
_PHOTO_NAME = (
    "'DCIM/' || regexp_replace(coalesce(\"order_id\", ''), '[^A-Za-z0-9._-]', '_') || '_' "
    "|| format_date(now(), 'yyyyMMddhhmmsszzz') || '.{extension}'"
)


def keep_as_it_is(layer: QgsVectorLayer) -> None:
    """Have the file taken along and brought back as it is, not turned into another one on the way."""
    layer.setCustomProperty(f"{_LAYER}action", "copy")
    layer.setCustomProperty(f"{_LAYER}cloud_action", "no_action")


def keep_rows(layer: QgsVectorLayer) -> None:
    """Let the rows that came with the package be filled in; none is added or deleted on the device."""
    layer.setCustomProperty(f"{_LAYER}is_feature_addition_locked", True)
    layer.setCustomProperty(f"{_LAYER}is_feature_deletion_locked", True)


def name_photos(layer: QgsVectorLayer, column: str) -> None:
    """Name photos by their order and the moment, so that no two are called alike."""
    naming = json.dumps({column: _PHOTO_NAME})
    layer.setCustomProperty(f"{_LAYER}attachment_naming", naming)
    # the same for QField before 2.7
    layer.setCustomProperty(f"{_LAYER}photo_naming", naming)


def begin_with(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Open the project ready for filling in, with a layer chosen."""
    project.writeEntry(_PROJECT, "/initialMapMode", "digitize")
    project.writeEntry(_PROJECT, "/initialActiveLayer", layer.id())
