# SPDX-License-Identifier: GPL-3.0-or-later
"""Service requests of a CSV file or a layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from ..core.messages import Message
from ..workorders.intake.registration import answers_offered, form, in_danger, offered_in
from ..workorders.requests import ServiceRequest
from ..workorders.rulebook import RuleBook
from .phone_check import wrong_phones
from .records_csv import PlaceCheck, read_records
from .records_layer import read_layer_records

_IN_ORDER = [
    ("window_start", "window_end"),
    ("received_at", "acknowledged_at"),
    ("received_at", "due_at"),
]
LAYERS = frozenset({".gpkg", ".shp", ".geojson", ".json", ".fgb"})


def read_requests(
    file: Path, rules: RuleBook, *, crs: str, now: datetime, check_place: PlaceCheck | None = None
) -> list[ServiceRequest]:
    """Return the requests of a CSV file or a layer, all or none; ``InputError`` names each mistake.

    None was received after ``now``, and what is said to be a telephone number can be dialled.
    """
    known = {
        "code": set(rules.catalogue.jobs),
        "contract_id": set(rules.contracts.contracts),
        "answers": answers_offered(rules.questions),
    }
    check_row = partial(_misfits, rules=rules, now=now)
    if file.suffix.lower() in LAYERS:
        found = read_layer_records(
            file,
            ServiceRequest,
            crs=crs,
            known=known,
            in_order=_IN_ORDER,
            check_place=check_place,
            check_row=check_row,
        )
        return [_taken(one, channel="layer") for one in found]
    found = read_records(
        file,
        ServiceRequest,
        known=known,
        in_order=_IN_ORDER,
        check_place=check_place,
        check_row=check_row,
    )
    return [_taken(one, channel="csv") for one in found]


def _misfits(row: Mapping[str, Any], *, rules: RuleBook, now: datetime) -> Iterator[tuple[str, str, Message]]:
    """Yield what of a row cannot be: a call still to come, a number that is none, answers to no question."""
    received = row.get("received_at")
    if received is not None and rules.intake.is_to_come(received, now):
        expected = Message("intake.not_after", {"now": f"{now:%Y-%m-%d %H:%M}"})
        yield "received_at", f"{received:%Y-%m-%d %H:%M}", expected
    yield from wrong_phones(row, rules.communication.phone)
    yield from _wrong_answers(row, rules)


def _wrong_answers(row: Mapping[str, Any], rules: RuleBook) -> Iterator[tuple[str, str, Message]]:
    """Yield the answers of a row that are none of a question of its type of work, where that is named."""
    standard = rules.catalogue.jobs.get(row.get("code") or "")
    if standard is None:
        return
    offered = offered_in(form(rules.questions, standard))
    for key, said in (row.get("answers") or {}).items():
        if key not in offered:
            yield "answers", f"{key}={said}", Message("cell.one_of", {"values": ", ".join(offered)})
        elif offered[key] and said not in offered[key]:
            values = ", ".join(f"{key}={one}" for one in offered[key])
            yield "answers", f"{key}={said}", Message("cell.one_of", {"values": values})


def _taken(request: ServiceRequest, *, channel: str) -> ServiceRequest:
    """Return a request with how it came; who is in danger by an answer is so whatever its column says."""
    danger = request.danger or in_danger(request.answers or {})
    return replace(request, channel=request.channel or channel, danger=danger)
