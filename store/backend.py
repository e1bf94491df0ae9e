# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workspace asks of a database: connections whose errors are ours, layers, extents."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import geopandas as gpd
import sqlalchemy as sa

from .transaction import Bounds

# how long a write waits for those of others
LOCK_WAIT_S = 5.0


class Backend(Protocol):
    """A GeoPackage file or a PostGIS schema."""

    @property
    def url(self) -> str:
        """Return what opens this workspace again, without a password."""

    def is_workspace(self) -> bool:
        """Tell whether a workspace is there, of whatever version."""

    def back_up(self, label: str) -> Path | None:
        """Copy the workspace under a name that tells ``label``; None when the server's backups serve."""

    def close(self) -> None:
        """Let go of the database."""

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Open a connection for reading; database errors come out as ``RegardError``."""

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Open one write transaction: committed at the end, rolled back on any exception."""

    def widen(self, connection: sa.Connection, written: Mapping[str, Bounds], at: datetime) -> None:
        """Note the extents of the geometries that were written, by table."""

    def take_turn(self, connection: sa.Connection) -> bool:
        """Wait until no other command is between its number and its commit; none is until this one's.

        True when others may have been kept since this transaction began.
        """

    def announce(self, connection: sa.Connection, command_id: int) -> None:
        """Tell whoever waits for changes of a command, once it is committed."""

    def layer_names(self) -> list[str]:
        """Return the names of the layers that are not record tables."""

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return a layer."""

    def layer_state(self) -> dict[str, str] | None:
        """Return a text for each layer that changes whenever it does; None when that cannot be told."""

    def write_layers(self, layers: Mapping[str, gpd.GeoDataFrame], settings: Mapping[str, str]) -> None:
        """Create or replace layers by name and store settings, all of them or nothing.

        The layers are in the workspace's CRS.
        """
