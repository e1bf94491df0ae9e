# SPDX-License-Identifier: GPL-3.0-or-later
"""The guard that keeps unit tests plain Python."""

import importlib

import pytest


@pytest.mark.parametrize("name", ["qgis.core", "PyQt5.QtCore", "osgeo.gdal"])
def test_qgis_cannot_be_imported_here(name):
    with pytest.raises(ImportError):
        importlib.import_module(name)
