# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell longitudes and latitudes from metres by their figures alone."""

from __future__ import annotations

from collections.abc import Sequence


def look_like_degrees(bounds: Sequence[float]) -> bool:
    """Tell whether bounds (least x and y, greatest x and y) are on the globe; of nothing they are not.

    No national system has metres so small anywhere near the country that it is made for.
    """
    x_min, y_min, x_max, y_max = bounds
    return all(abs(x) <= 180 for x in (x_min, x_max)) and all(abs(y) <= 90 for y in (y_min, y_max))
