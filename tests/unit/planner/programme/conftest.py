# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests of next year run on GeoPackage files here; ``tests/postgis`` runs them on a server."""

import pytest


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")
