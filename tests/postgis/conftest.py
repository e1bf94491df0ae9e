# SPDX-License-Identifier: GPL-3.0-or-later
"""The store's tests on a real PostgreSQL server with PostGIS: the one that PGHOST names."""

import os
from itertools import count

import psycopg
import pytest

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def database():
    """Return the URL of an empty database that sorts as French does; the run fails without a server."""
    name = f"regard_tests_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with psycopg.connect(host=os.environ["PGHOST"], dbname="postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' "
            "LOCALE_PROVIDER icu ICU_LOCALE 'fr'"
        )
    return f"postgresql://{os.environ['PGHOST']}/{name}"


@pytest.fixture
def new_url(database):
    """Return the URL of a schema that does not exist yet."""
    return f"{database}?schema=town_{next(_NUMBERS)}"
