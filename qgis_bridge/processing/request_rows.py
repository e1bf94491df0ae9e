# SPDX-License-Identifier: GPL-3.0-or-later
"""What a layer of requests says of each: neither callers nor their numbers, which are nobody's on a map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .base import Rows

if TYPE_CHECKING:
    from ...workorders.requests import ServiceRequest

REQUEST_FIELDS = (
    ("request_id", "text"),
    ("received_at", "datetime"),
    ("code", "text"),
    ("description", "text"),
    ("address", "text"),
    ("danger", "boolean"),
    ("state", "text"),
    ("order_id", "text"),
)


def request_rows(requests: Iterable[ServiceRequest]) -> Rows:
    """Yield requests in the order of ``REQUEST_FIELDS``."""
    for one in requests:
        values = (one.request_id, one.received_at, one.code, one.description, one.address, one.danger)
        yield one.place, (*values, one.state.value, one.order_id)
