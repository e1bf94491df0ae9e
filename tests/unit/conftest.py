# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep unit tests free of QGIS: importing it fails while they run."""

import sys

import pytest


@pytest.fixture(scope="module", autouse=True)
def without_qgis():
    """Make ``import qgis`` and ``import PyQt5`` fail, even where they are installed."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("qgis", "PyQt5", "osgeo"):
            patch.setitem(sys.modules, name, None)
        yield
