# SPDX-License-Identifier: GPL-3.0-or-later
"""The call desk: who waits for an answer, what lies near a place, requests closed with their orders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ...messages import tr
from ...styles.answers import draw_requests
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import ORDER, Given, Inputs, Results, now_input, number_result, order_input, text_result
from ..request_rows import REQUEST_FIELDS, request_rows
from ..use_case import Outcome, UseCase
from .calls import (
    ADDRESS,
    ASSET,
    ASSETS,
    CODE,
    PARCEL,
    POINT,
    REQUESTS,
    asset_rows,
    code_input,
    where_inputs,
)
from .register import CALLERS, caller_rows

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.intake.acknowledging import Waiting

QUEUE = OutputLayer(
    name="QUEUE",
    label=lambda: tr("Requests to acknowledge"),
    explanation=lambda: tr("The requests where they are about, with the minutes waited and until when."),
    kind=QgsWkbTypes.Type.Point,
    fields=(*REQUEST_FIELDS, ("waited_min", "integer"), ("limit_at", "datetime"), ("age", "text")),
    style=draw_requests,
)
NEAR = replace(
    ASSETS,
    label=lambda: tr("Assets near the place"),
    optional=False,
)


class RequestsQueue(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "REQUEST_COUNT"

    key = "requestsqueue"
    section = "orders"
    layers = (QUEUE,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Requests to acknowledge"), tr(
            "Lists the requests whose callers wait to know that they are taken, the one whose delay ends "
            "first in front."
        )

    def inputs(self) -> Inputs:
        """Yield as of when."""
        yield now_input(tr("How long they wait is judged as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many wait."""
        yield number_result(self.COUNT, tr("Number of requests"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.intake.register import queue_to_acknowledge

        found = queue_to_acknowledge(workspace, rules=given.rules(workspace), now=given.now)
        return Outcome({QUEUE: lambda: _queue_rows(found)}, {self.COUNT: len(found)})


class AssetsNear(UseCase):
    """Reads a workspace; writes nothing into it."""

    FOUND, COUNT = "ADDRESS_FOUND", "ASSET_COUNT"

    key = "requestsnear"
    section = "orders"
    layers = (NEAR,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Assets near a place"), tr(
            "Proposes the assets around a place that a call is about, with their distance and how far along "
            "a pipe it lies; those that the type of work is done on, if it is known."
        )

    def inputs(self) -> Inputs:
        """Yield the place and the type of work."""
        yield from where_inputs()
        yield code_input()
        yield now_input(tr("By which rules they are proposed. Empty: now."))

    def results(self) -> Results:
        """Yield what the place is called, and how many assets there are."""
        yield text_result(self.FOUND, tr("Address of the place"))
        yield number_result(self.COUNT, tr("Number of assets"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Find them."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.intake.places import find_place, near_assets

        rules, code, base = given.rules(workspace), given.text(CODE), AssetBase(workspace)
        standard = rules.catalogue[code] if code else None
        at = given.point(POINT, workspace.crs)
        address, parcel, asset = (given.text(name) for name in (ADDRESS, PARCEL, ASSET))
        place = find_place(workspace, base, at=at, address=address, parcel=parcel, asset=asset)
        found = near_assets(base, place.place, standard=standard, rules=rules.intake)
        return Outcome({NEAR: lambda: asset_rows(found)}, {self.FOUND: place.address, self.COUNT: len(found)})


class CloseRequests(UseCase):
    """Writes the requests in one journaled command."""

    COUNT = "REQUEST_COUNT"

    key = "closerequests"
    section = "orders"
    layers = (REQUESTS, CALLERS)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Close the requests of an order"), tr(
            "Closes the requests that an order and those that belong to it answer, once all of these are "
            "closed, and lists the callers to tell."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of an order whose tree is closed."))
        yield now_input(tr("When the requests are closed. Empty: now."))

    def results(self) -> Results:
        """Yield how many were closed."""
        yield number_result(self.COUNT, tr("Requests closed"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Close them."""
        from ....planner.intake.merge import close_requests

        done = close_requests(workspace, given.text(ORDER), at=given.now, who=self.who())
        rows = {REQUESTS: lambda: request_rows(done.requests), CALLERS: lambda: caller_rows(done.callers)}
        return Outcome(rows, {self.COUNT: len(done.requests)})


def _queue_rows(found: Iterable[Waiting]) -> Rows:
    for one, (place, values) in zip(found, request_rows(one.request for one in found), strict=True):
        yield place, (*values, one.waited_min, one.limit_at, word(f"age.{one.colour.value}"))
