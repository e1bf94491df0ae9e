# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of the network: a place or an asset, without some valves, for an order or for none."""

from __future__ import annotations

from dataclasses import dataclass, replace

NEAR_M = 10.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A place (x, y in the workspace's CRS), an asset, or both: that place on that pipe.

    ``as_stored`` asks to do without the valves that the order's stored cut does without.
    """

    place: tuple[float, float] | None = None
    asset: str = ""
    unusable: tuple[str, ...] = ()
    order_id: str = ""
    search_m: float = NEAR_M
    as_stored: bool = False

    def toggled(self, valve: str) -> Asked:
        """Return the same with a valve called unusable, or usable again."""
        rest = tuple(one for one in self.unusable if one != valve)
        return replace(self, unusable=rest if len(rest) < len(self.unusable) else (*rest, valve))
