# SPDX-License-Identifier: GPL-3.0-or-later
"""Service requests of a CSV file or a layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..workorders.intake.registration import answers_offered, in_danger
from ..workorders.requests import ServiceRequest
from ..workorders.rulebook import RuleBook
from .records_csv import PlaceCheck, read_records
from .records_layer import read_layer_records

_IN_ORDER = [("window_start", "window_end"), ("received_at", "acknowledged_at")]
LAYERS = frozenset({".gpkg", ".shp", ".geojson", ".json", ".fgb"})


def read_requests(
    file: Path, rules: RuleBook, *, crs: str, check_place: PlaceCheck | None = None
) -> list[ServiceRequest]:
    """Return the requests of a CSV file or a layer, all or none; ``InputError`` names each mistake."""
    known = {
        "code": set(rules.catalogue.jobs),
        "contract_id": set(rules.contracts.contracts),
        "answers": answers_offered(rules.questions),
    }
    if file.suffix.lower() in LAYERS:
        found = read_layer_records(
            file, ServiceRequest, crs=crs, known=known, in_order=_IN_ORDER, check_place=check_place
        )
        return [_taken(one, channel="layer") for one in found]
    found = read_records(file, ServiceRequest, known=known, in_order=_IN_ORDER, check_place=check_place)
    return [_taken(one, channel="csv") for one in found]


def _taken(request: ServiceRequest, *, channel: str) -> ServiceRequest:
    """Return a request with how it came; who is in danger by an answer is so whatever its column says."""
    danger = request.danger or in_danger(request.answers or {})
    return replace(request, channel=request.channel or channel, danger=danger)
