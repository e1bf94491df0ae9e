# SPDX-License-Identifier: GPL-3.0-or-later
"""Create or open a workspace by its URL: a GeoPackage path or ``postgresql://…?schema=name``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from pyproj import CRS
from pyproj.exceptions import CRSError

from ..core.errors import InputError
from .backend import LOCK_WAIT_S, Backend
from .geopackage import create_geopackage, open_geopackage
from .meta import SCHEMA_VERSION, Meta, read_meta
from .tables import record_tables
from .workspace import SqlWorkspace

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Return the service's time, to the second."""
    return datetime.now().replace(microsecond=0)


_SERVERS = ("postgresql://", "postgres://")


def create_workspace(url: str | Path, *, crs: str = "EPSG:2154", clock: Clock = wall_clock) -> SqlWorkspace:
    """Create an empty workspace and open it.

    ``crs`` must be a projected CRS in metres with an EPSG code. ``InputError`` when the CRS is something else
    or something exists under that name already; on any failure nothing is left behind.
    """
    srid = metric_srid(crs)
    meta = Meta(SCHEMA_VERSION, record_tables(srid).fingerprint, srid, clock().isoformat(timespec="seconds"))
    _create(str(url), meta)
    return open_workspace(url, clock=clock)


def open_workspace(
    url: str | Path, *, clock: Clock = wall_clock, wait_s: float = LOCK_WAIT_S
) -> SqlWorkspace:
    """Open a workspace; ``wait_s`` is how long its writes wait for those of others.

    ``InputError`` when it is missing, not a workspace, locked, or of another schema version than this code.
    """
    backend = open_backend(str(url), wait_s=wait_s)
    with ExitStack() as on_refusal:
        on_refusal.callback(backend.close)
        meta = workspace_meta(backend)
        _refuse_other_schemas(backend, meta)
        on_refusal.pop_all()
    return SqlWorkspace(backend, meta, clock)


def _refuse_other_schemas(backend: Backend, meta: Meta) -> None:
    if meta.schema_version != SCHEMA_VERSION:
        code = "workspace.newer" if meta.schema_version > SCHEMA_VERSION else "workspace.older"
        raise InputError(code, target=backend.url, found=meta.schema_version, known=SCHEMA_VERSION)
    if meta.columns != record_tables(meta.srid).fingerprint:
        raise InputError("workspace.other_build", target=backend.url)


def workspace_meta(backend: Backend) -> Meta:
    """Return what a workspace says of itself; ``InputError`` when the database is not a workspace."""
    if not backend.is_workspace():
        raise InputError("workspace.not_one", target=backend.url)
    with backend.reading() as connection:
        meta = read_meta(connection)
    if meta is None:
        raise InputError("workspace.not_one", target=backend.url)
    return meta


def open_backend(url: str, *, wait_s: float = LOCK_WAIT_S) -> Backend:
    """Return the database behind a URL, whatever is in it."""
    if url.startswith(_SERVERS):
        require_driver()
        from .postgis import open_postgis

        return open_postgis(url, wait_s=wait_s)
    return open_geopackage(Path(url), wait_s=wait_s)


def _create(url: str, meta: Meta) -> None:
    if url.startswith(_SERVERS):
        require_driver()
        from .postgis import create_postgis

        create_postgis(url, meta)
    else:
        create_geopackage(Path(url), meta)


def is_server(url: str) -> bool:
    """Tell whether a URL names a database server and no file."""
    return url.startswith(_SERVERS)


def require_driver() -> None:
    """Refuse a server where the optional library that talks to it is missing."""
    if find_spec("psycopg") is None:
        raise InputError("workspace.no_driver")


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
