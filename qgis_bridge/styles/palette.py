# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of Regard, shared by map, docks and prints.

Priorities and agents use hues that colour-blind readers tell apart (after Okabe and Ito, *Color Universal
Design*, 2008) and always come with a shape or a number; third parties follow NF P98-332.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INK = "#23282d"
MUTED = "#6b7178"
HALO = "#ffffff"
PAPER = "#eeebe5"

WATER = "#1f78b4"
WATER_FAR = "#86b3d3"
WATER_DEEP = "#0b4f82"
FOUL = "#8a5a2b"
STORM = "#7a7f3a"
COMBINED = "#6d4c41"
CUT = "#c2185b"
DIG = "#d55e00"

PRIORITY: Mapping[str, str] = MappingProxyType(
    {"P1": "#b3001b", "P2": "#d55e00", "P3": "#0072b2", "P4": "#6b7178"}
)
# verdicts on a move by hand; each carries a text in white
MOVE: Mapping[str, str] = MappingProxyType({"fits": "#1b7f4d", "costs": "#955800", "breaks": PRIORITY["P1"]})
# simple-marker shape names of QGIS; the docks draw the same shapes
PRIORITY_SHAPE: Mapping[str, str] = MappingProxyType(
    {"P1": "triangle", "P2": "diamond", "P3": "square", "P4": "circle"}
)
PRIORITY_SIZE_MM: Mapping[str, float] = MappingProxyType({"P1": 5.0, "P2": 4.4, "P3": 3.4, "P4": 3.0})

# NF P98-332, by the beginning of the PCRS code of the network
NETWORK: Mapping[str, str] = MappingProxyType(
    {
        "ELEC": "#d7191c",
        "GAZ": "#e6b800",
        "CHIM": "#f57c00",
        "AEP": "#1f78b4",
        "ASSA": "#8a5a2b",
        "CHAU": "#7b3294",
        "COM": "#2e8b57",
        "HYDROC": "#e6b800",
        "RAIL": "#d7191c",
        "PINS": "#8a5a2b",
        "MULT": "#e377c2",
    }
)


def network_colour(code: str) -> str:
    """Return the colour in which a kind of network is marked on the ground; pink when it is not known."""
    return next((colour for start, colour in NETWORK.items() if code.startswith(start)), NETWORK["MULT"])


VERDICT: Mapping[str, str] = MappingProxyType(
    {
        "in_corridor": "#b3001b",
        "to_mark_out": "#d55e00",
        "position_unknown": "#7b3294",
        "consult": "#6b7178",
    }
)

# always with a shape; told apart by those who do not tell red from green (after Okabe and Ito)
READINESS: Mapping[str, str] = MappingProxyType({"green": "#00704f", "amber": "#a85500", "red": "#b3001b"})

ROAD_EDGE = "#cbc6bc"
BUILDING = "#e0dbd1"
SEA = "#d3e5ee"
ROAD_NAME = "#7d786f"
