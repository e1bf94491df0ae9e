# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what the panel shows of one order; runs in worker threads and touches no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..planner.agent_names import agent_names
from ..planner.intake.order_sheet import OrderSheet, order_sheet
from .order_photos import OrderPhoto, photos_part, read_photos
from .order_reader import opened


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order's sheet, the agents' names by id, and its photos."""

    sheet: OrderSheet
    names: Mapping[str, str]
    photos: tuple[OrderPhoto, ...] = ()

    def photos_part(self) -> str:
        """Return the photos as a part of a page."""
        return photos_part(self.photos)


def read_order(url: str, order_id: str) -> FoundOrder:
    """Return what was found for one order."""
    with opened(url) as workspace:
        names = agent_names(workspace)
        return FoundOrder(order_sheet(workspace, order_id), names, read_photos(workspace, order_id))
