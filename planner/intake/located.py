# SPDX-License-Identifier: GPL-3.0-or-later
"""Which assets or orders an event of the calendar is about, by zone, street, commune and area."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import shapely

from ...steering.programme.calendar import CalendarEvent
from ...steering.programme.open_days import Days
from .near_addresses import Names, NearAddresses


@dataclass(frozen=True)
class Located:
    """What events are about: rows with zone, place (``x``, ``y``) and ``shape``, None without any place.

    What is near them is looked up once for all events.
    """

    frame: pd.DataFrame | None
    addresses: NearAddresses

    @property
    def rows(self) -> int:
        """Return how many there are; what has no assets is one."""
        return 1 if self.frame is None else len(self.frame)

    @cached_property
    def _near(self) -> tuple[Names, Names]:
        assert self.frame is not None
        return self.addresses.of(self.frame)

    def met_by(self, event: CalendarEvent) -> Days:
        """Return which of them an event is about; what has no assets only meets events without a place."""
        if self.frame is None:
            named = event.zones or event.communes or event.streets or event.area is not None
            return np.full(1, not named)
        met = np.ones(self.rows, dtype=bool)
        if event.zones:
            met &= self.frame["zone"].isin(event.zones).to_numpy()
        if event.streets:
            met &= np.isin(self._near[0], event.streets)
        if event.communes:
            met &= np.isin(self._near[1], event.communes)
        if event.area is not None:
            shapely.prepare(event.area)
            met &= shapely.intersects(event.area, self.frame["shape"].to_numpy())
        return met
