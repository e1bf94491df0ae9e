# SPDX-License-Identifier: GPL-3.0-or-later
"""What the use cases need from the outside: a workspace that stores records and hands out layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar, runtime_checkable

import geopandas as gpd
import pandas as pd
from numpy.typing import NDArray

from ..network.changes.feature_edits import FeatureEdit, Value
from .conditions import Where
from .hits import Hit
from .work_asked import WorkAsked

R = TypeVar("R")


class LayerSource(Protocol):
    """Anything that hands out named layers: a GeoPackage, a folder of files, a workspace."""

    def layer_names(self) -> list[str]:
        """Return the names of the layers."""

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns."""


@runtime_checkable
class KeepsNetworks(Protocol):
    """A source of layers that remembers what was built from them."""

    @property
    def identity(self) -> str:
        """Return what tells this workspace from all others, one made anew at the same place too."""

    def network_state(self) -> Mapping[str, str]:
        """Return what changes whenever a network of the layers may; empty when that cannot be told."""

    def built(self, name: str, build: Callable[[], R], *, state: Mapping[str, str]) -> R:
        """Return the network that ``build`` makes of the layers in a state, maybe a kept one.

        ``state`` must have been read before the layers and their names were.
        """


class Transaction(Protocol):
    """The writes of one command: all of them happen, or none."""

    def add(self, records: Iterable[object]) -> None:
        """Insert records that are new."""

    def save(self, record: object) -> None:
        """Update a record read earlier; refused when someone else has saved it since (stale version)."""

    def remove(self, record: object) -> None:
        """Delete a record read earlier; refused when stale."""

    def save_all(self, records: Sequence[object]) -> None:
        """Update many records of one kind as ``save`` does, at once."""

    def edit_layers(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits of features into layers; refused when a feature is not what its edit was made for."""

    def set_settings(self, settings: Mapping[str, str | None]) -> None:
        """Store named settings of the workspace; None takes one away."""


class Workspace(LayerSource, Protocol):
    """A GeoPackage or a PostGIS schema behind one interface; layers come in the workspace's CRS."""

    @property
    def url(self) -> str:
        """Return what the workspace was opened with."""

    @property
    def crs(self) -> str:
        """Return the metric CRS of every geometry, as ``EPSG:…``."""

    def all(self, kind: type[R], *, where: Sequence[Where] = (), **equal: object) -> list[R]:
        """Return the records of a kind whose fields equal what is asked, in key order.

        ``where`` asks for values among several and for ranges.
        """

    def columns(
        self, kind: type[object], names: Sequence[str], *, where: Sequence[Where] = ()
    ) -> dict[str, NDArray[Any]]:
        """Return some fields of the records that meet conditions as columns, in no order.

        Times and days are ``datetime64``, numbers floats; an enum is its value, a list is JSON.
        """

    def work_sums(self, asked: WorkAsked, *, announcing: Sequence[str]) -> Mapping[str, pd.DataFrame]:
        """Return each part of the work of a period, summed, as a table.

        ``announcing`` are the purposes of messages that announce a water cut.
        """

    def keys(self, kind: type[object]) -> list[str]:
        """Return the keys of all records of a kind, in order."""

    def get(self, kind: type[R], key: str) -> R:
        """Return one record by its key; an ``InputError`` that names near keys when there is none."""

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Return the orders and requests that hold each word of a text, the one called so first."""

    def command(self, name: str, *, who: str) -> AbstractContextManager[Transaction]:
        """Open a transaction whose writes are journaled under ``name`` and ``who``."""

    def setting(self, name: str, default: str = "") -> str:
        """Return a named setting of the workspace."""

    def set_setting(self, name: str, value: str) -> None:
        """Store a named setting that is no decision of anybody's: it is in no journal, and not undone."""

    def layer_columns(self, name: str) -> tuple[str, ...]:
        """Return the columns of a layer, its geometry apart."""

    def layer_rows(
        self, name: str, key_column: str, keys: Iterable[str]
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return the rows of a layer that have some ids, as edits hold them."""

    def write_layers(
        self, layers: Mapping[str, gpd.GeoDataFrame], *, settings: Mapping[str, str] | None = None
    ) -> None:
        """Create or replace imported layers by name and store their settings: all of them, or none."""


class JournalChange(Protocol):
    """One record written: its table and key, and what it was and is, as JSON."""

    @property
    def table(self) -> str:
        """Return the table's name."""

    @property
    def key(self) -> str:
        """Return the record's key."""

    @property
    def before(self) -> str | None:
        """Return the record as it was, None when it is new."""

    @property
    def after(self) -> str | None:
        """Return the record as it is since, None when it was removed."""


class JournalLine(Protocol):
    """One line of the journal."""

    @property
    def at(self) -> datetime:
        """Return when it was written."""

    @property
    def who(self) -> str:
        """Return who wrote it."""

    @property
    def author(self) -> str:
        """Return who wrote it, with the login of the server where that is another name."""

    @property
    def command_id(self) -> int:
        """Return the number of the command."""

    @property
    def command(self) -> str:
        """Return by which command."""

    @property
    def change(self) -> JournalChange:
        """Return what was written."""


class JournaledWorkspace(Workspace, Protocol):
    """A workspace that tells what was written into it."""

    def journal(self, *, command_id: int | None = None, key: str | None = None) -> Sequence[JournalLine]:
        """Return the journal, oldest line first, of one command or about one record key if asked."""


class UndoableWorkspace(JournaledWorkspace, Protocol):
    """A workspace whose commands can be taken back."""

    def undo(self, *, who: str, command_id: int | None = None) -> JournalLine:
        """Take back a command by a new one; return the first line of what was undone."""
