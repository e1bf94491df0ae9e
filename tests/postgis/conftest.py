# SPDX-License-Identifier: GPL-3.0-or-later
"""The store's tests on a real PostgreSQL server with PostGIS: the one that PGHOST names."""

import os
from itertools import count

import psycopg
import pytest

_NUMBERS = count(1)
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest.fixture(scope="session")
def template():
    """Return the name of a database to copy, in French order; the run fails without a server."""
    name = f"regard_template_{WORKER}"
    with _server() as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' "
            "LOCALE_PROVIDER icu ICU_LOCALE 'fr'"
        )
    with psycopg.connect(host=os.environ["PGHOST"], dbname=name, autocommit=True) as connection:
        for extension in ("postgis", "pg_trgm"):
            connection.execute(f"CREATE EXTENSION {extension}")
    return name


@pytest.fixture(scope="module")
def database(template):
    """Return the URL of an empty database; with hundreds of workspaces in one, each would be slow."""
    name = f"regard_tests_{WORKER}"
    with _server() as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    return f"postgresql://{os.environ['PGHOST']}/{name}"


def _server():
    return psycopg.connect(host=os.environ["PGHOST"], dbname="postgres", autocommit=True)


@pytest.fixture
def new_url(database):
    """Return the URL of a schema that does not exist yet."""
    return f"{database}?schema=town_{next(_NUMBERS)}"
