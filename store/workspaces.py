# SPDX-License-Identifier: GPL-3.0-or-later
"""Create or open a workspace by its URL: a GeoPackage path or ``postgresql://…?schema=name``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from pyproj import CRS
from pyproj.exceptions import CRSError

from ..core.errors import InputError
from .backend import Backend
from .geopackage import new_geopackage, open_geopackage
from .journal import META
from .meta import SCHEMA_VERSION, Meta, read_meta
from .tables import record_tables
from .workspace import SqlWorkspace

Clock = Callable[[], datetime]

_SERVERS = ("postgresql://", "postgres://")


def create_workspace(url: str | Path, *, crs: str = "EPSG:2154", clock: Clock = datetime.now) -> SqlWorkspace:
    """Create an empty workspace and open it.

    ``crs`` must be a projected CRS in metres with an EPSG code. ``InputError`` when the CRS is something else
    or something exists under that name already; on any failure nothing is left behind.
    """
    srid = metric_srid(crs)
    meta = Meta(SCHEMA_VERSION, record_tables(srid).fingerprint, srid, clock().isoformat(timespec="seconds"))
    with _new_backend(str(url), srid) as backend, backend.writing() as connection:
        meta.write(connection)
    return open_workspace(url, clock=clock)


def open_workspace(url: str | Path, *, clock: Clock = datetime.now) -> SqlWorkspace:
    """Open a workspace.

    ``InputError`` when it is missing, not a workspace, locked, or of another schema version than this code.
    """
    backend = open_backend(str(url))
    meta = workspace_meta(backend)
    if meta.schema_version > SCHEMA_VERSION:
        raise InputError(
            "workspace.newer", target=backend.url, found=meta.schema_version, known=SCHEMA_VERSION
        )
    if meta.schema_version < SCHEMA_VERSION:
        raise InputError(
            "workspace.older", target=backend.url, found=meta.schema_version, known=SCHEMA_VERSION
        )
    if meta.columns != record_tables(meta.srid).fingerprint:
        raise InputError("workspace.other_build", target=backend.url)
    return SqlWorkspace(backend, meta, clock)


def workspace_meta(backend: Backend) -> Meta:
    """Return what a workspace says of itself; ``InputError`` when the database is not a workspace."""
    with backend.reading() as connection:
        meta = read_meta(connection) if sa.inspect(connection).has_table(META.name) else None
    if meta is None:
        raise InputError("workspace.not_one", target=backend.url)
    return meta


def open_backend(url: str) -> Backend:
    """Return the database behind a URL, whatever is in it."""
    if url.startswith(_SERVERS):
        from .postgis import open_postgis

        return open_postgis(url)
    return open_geopackage(Path(url))


def _new_backend(url: str, srid: int) -> AbstractContextManager[Backend]:
    if url.startswith(_SERVERS):
        from .postgis import new_postgis

        return new_postgis(url, srid)
    return new_geopackage(Path(url), srid)


def metric_srid(crs: str) -> int:
    """Return the EPSG code of a projected CRS in metres; ``InputError`` for any other."""
    try:
        parsed = CRS.from_user_input(crs)
    except CRSError as error:
        raise InputError("crs.unknown", crs=crs) from error
    code = parsed.to_epsg()
    if code is None or not parsed.is_projected or parsed.axis_info[0].unit_name != "metre":
        raise InputError("crs.not_metric", crs=crs)
    return code
