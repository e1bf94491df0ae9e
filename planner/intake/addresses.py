# SPDX-License-Identifier: GPL-3.0-or-later
"""The address base of a workspace: a layer with one row a street, whose points are the house numbers."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import MultiPoint

from ...core.errors import InputError
from ...workorders.intake.address_book import AddressBook, Street, streets_by_name
from ...workorders.intake.address_words import AddressRules
from ..ports import Workspace
from ..rule_versions import newest_rules

ADDRESS_LAYER = "address"
_BETWEEN = ";"


def import_addresses(
    workspace: Workspace, rows: Sequence[tuple[str, str, str, str, float, float]]
) -> tuple[int, int]:
    """Replace the address base by rows of street, postcode, town, number, x, y; count addresses and streets.

    A street is one row: 200,000 addresses are some thousand rows, which are read and searched in no time.
    """
    streets = streets_by_name(rows)
    frame = gpd.GeoDataFrame(
        {
            "name": [street.name for street in streets],
            "postcode": [street.postcode for street in streets],
            "town": [street.town for street in streets],
            "numbers": [_BETWEEN.join(street.numbers) for street in streets],
        },
        geometry=[MultiPoint(street.places) for street in streets],
        crs=workspace.crs,
    )
    workspace.write_layers({ADDRESS_LAYER: frame})
    return sum(len(street.numbers) for street in streets), len(streets)


def has_addresses(workspace: Workspace) -> bool:
    """Tell whether an address base was imported."""
    return ADDRESS_LAYER in workspace.layer_names()


def address_book(workspace: Workspace, *, rules: AddressRules | None = None) -> AddressBook:
    """Return the address base, ready to be searched; ``InputError`` when none was imported."""
    if not has_addresses(workspace):
        raise InputError("intake.no_addresses")
    frame = workspace.read_layer(ADDRESS_LAYER)
    xy, rows = shapely.get_coordinates(np.asarray(frame.geometry), return_index=True)
    ends = np.searchsorted(rows, np.arange(1, len(frame)))
    streets = [
        Street(name, postcode, town, tuple(numbers.split(_BETWEEN)), tuple(map(tuple, places.tolist())))
        for name, postcode, town, numbers, places in zip(
            *(frame[column].fillna("") for column in ("name", "postcode", "town", "numbers")),
            np.split(xy, ends),
            strict=True,
        )
    ]
    return AddressBook(streets, rules or newest_rules(workspace).addresses)
