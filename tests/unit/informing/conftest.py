# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told about orders: on GeoPackage files here, on a server in ``tests/postgis``."""

import pytest


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")
