# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace with an index of words is edited in QGIS as before, and the edit is found."""

import shutil

from qgis.core import QgsVectorLayer
from regard.store.workspaces import open_workspace


def test_an_order_edited_in_qgis_is_found_by_its_new_words(built_town, qgis_app, tmp_path):
    town = shutil.copy(built_town, tmp_path / "town.gpkg")
    layer = QgsVectorLayer(f"{town}|layername=work_order", "orders", "ogr")
    feature = next(layer.getFeatures())
    assert layer.startEditing()
    index = layer.fields().indexOf("address")
    assert layer.changeAttributeValue(feature.id(), index, "12 quai de l'Île-aux-Œufs")
    assert layer.commitChanges(), layer.commitErrors()
    del layer
    (hit,) = open_workspace(town).search("ile-aux-oeufs 12")
    assert hit.key == feature["order_id"]
