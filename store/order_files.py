# SPDX-License-Identifier: GPL-3.0-or-later
"""Work orders made elsewhere, from a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ..workorders.orders import OrderState, WorkOrder
from ..workorders.rulebook import RuleBook
from .records_csv import PlaceCheck, read_records

# what a list of orders made elsewhere need not say
_NOT_GIVEN: Mapping[str, object] = MappingProxyType(
    dict.fromkeys(("request_id", "label", "address", "zone", "asset_role", "asset_id"), "")
    | dict.fromkeys(("skills", "crew_skills", "equipment"), ())
    | {
        "state": OrderState.QUALIFIED,
        "score": 0.0,
        "score_detail": {},
        "rules_version": "imported",
        "asset_distance_m": 0.0,
        "crew": 1,
        "parts": {},
        "digs": False,
    }
)


def read_orders(file: Path, rules: RuleBook, *, check_place: PlaceCheck | None = None) -> list[WorkOrder]:
    """Return the orders of a CSV file, all or none; ``InputError`` names each mistake by line and column."""
    means = rules.means
    known = {
        "code": set(rules.catalogue.jobs),
        "skills": set(means.skills),
        "crew_skills": set(means.skills),
        "equipment": set(means.equipment),
        "parts": set(means.parts),
    }
    return read_records(
        file,
        WorkOrder,
        known=known,
        defaults=_NOT_GIVEN,
        in_order=[("window_start", "window_end")],
        check_place=check_place,
    )
