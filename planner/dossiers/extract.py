# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies around the dig of an order as layers, to load on site: footprint, networks of others, cut."""

from __future__ import annotations

import geopandas as gpd

from .facts import DossierFacts

_NEAR = ("network_id", "network_type", "label", "operator", "emergency_phone", "accuracy_class")
_MORE = ("is_sensitive", "edge_m", "verdict", "depth_m")


def extract_layers(facts: DossierFacts) -> dict[str, gpd.GeoDataFrame]:
    """Return the layers by name in the workspace's CRS; those that the order does not have are empty."""
    sheet = facts.sheet
    columns = (*_NEAR, *_MORE)
    return {
        "footprint": gpd.GeoDataFrame(
            {"order_id": [facts.order_id], "area_m2": [sheet.footprint.area_m2]},
            geometry=[sheet.footprint.geometry],
            crs=facts.crs,
        )
        if sheet.footprint
        else _empty(facts.crs),
        "third_party": gpd.GeoDataFrame(
            {name: [getattr(one, name) for one in sheet.conflicts] for name in columns},
            geometry=[one.geometry for one in sheet.conflicts],
            crs=facts.crs,
        ),
        "cut": gpd.GeoDataFrame(
            {"order_id": [facts.order_id], "valves": [", ".join(sheet.outage.close)]},
            geometry=[sheet.outage.geometry],
            crs=facts.crs,
        )
        if sheet.outage
        else _empty(facts.crs),
    }


def _empty(crs: str) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=[], crs=crs)
