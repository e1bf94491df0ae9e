# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of requests: acknowledged, rejected, merged into one tree of orders; the callers to tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import spoken_language
from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Inputs,
    Results,
    now_input,
    number_result,
    order_input,
    text_input,
    text_result,
)
from ..order_columns import order_rows, orders_layer
from ..request_rows import request_rows
from ..use_case import Outcome, UseCase
from .calls import REQUEST, REQUESTS, request_input

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.intake.merging import CallerToTell

CHOSEN, INTO, REASON, COUNT = "CHOSEN", "INTO", "REASON", "REQUEST_COUNT"

CALLERS = OutputLayer(
    name="CALLERS",
    label=lambda: tr("Callers to tell"),
    explanation=lambda: tr("A table: who called about the work of the order, and how to reach them."),
    fields=(("request_id", "text"), ("caller", "text"), ("phone", "text"), ("email", "text")),
)
CANCELLED = orders_layer(
    "CANCELLED",
    lambda: tr("Orders given up"),
    lambda: tr("The orders that the merged requests had; they are cancelled."),
    optional=True,
)


class AcknowledgeRequests(UseCase):
    """Writes the requests in one journaled command."""

    key = "acknowledgerequests"
    section = "orders"
    layers = (REQUESTS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Acknowledge requests"), tr(
            "Notes that the callers of some requests know that they are taken, all or none."
        )

    def inputs(self) -> Inputs:
        """Yield the requests."""
        numbers = tr("The numbers of the requests, with commas between them.")
        yield text_input(CHOSEN, tr("Requests"), numbers)
        yield now_input(tr("When the callers were told. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Acknowledge them."""
        from ....planner.intake.take_call import acknowledge_requests

        done = acknowledge_requests(workspace, given.texts(CHOSEN), at=given.now, who=self.who())
        return Outcome({REQUESTS: lambda: request_rows(done)})


class RejectRequest(UseCase):
    """Writes the request in one journaled command."""

    key = "rejectrequest"
    section = "orders"
    layers = (REQUESTS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Reject a request"), tr("Rejects a request that no order was made of, with the reason.")

    def inputs(self) -> Inputs:
        """Yield the request and why."""
        yield request_input(tr("The number of a new request."))
        yield text_input(REASON, tr("Reason"), tr("Why nothing is done."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Reject it."""
        from ....planner.intake.take_call import reject_request

        reason = given.text(REASON)
        done = reject_request(workspace, given.text(REQUEST), reason=reason, who=self.who())
        return Outcome({REQUESTS: lambda: request_rows([done])})


class MergeRequests(UseCase):
    """Writes requests and orders in one journaled command."""

    key = "mergerequests"
    section = "orders"
    layers = (REQUESTS, CANCELLED)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Merge requests"), tr(
            "Has the orders of one request answer others too: several calls about one burst. The order is "
            "judged again on what all callers said; orders that the others had are cancelled."
        )

    def inputs(self) -> Inputs:
        """Yield the requests, and the one that answers them."""
        numbers = tr("The numbers of the requests that are merged, with commas between them.")
        yield text_input(CHOSEN, tr("Requests"), numbers)
        yield text_input(INTO, tr("Into"), tr("The request whose orders answer them too."))
        yield now_input(tr("The place is looked at again as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield the order that answers them all."""
        yield text_result(ORDER, tr("Order that answers them"))
        yield number_result(COUNT, tr("Requests merged"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Merge them."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.intake.merge import merge_requests

        done = merge_requests(
            workspace,
            AssetBase(workspace),
            given.texts(CHOSEN),
            into=given.text(INTO),
            rules=given.rules(workspace),
            now=given.now,
            who=self.who(),
            language=spoken_language(),
        )
        rows = {
            REQUESTS: lambda: request_rows(done.requests),
            CANCELLED: lambda: order_rows(done.cancelled),
        }
        order = done.order.order_id if done.order else ""
        return Outcome(rows, {ORDER: order, COUNT: len(done.requests)})


class CallersToTell(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "CALLER_COUNT"

    key = "callers"
    section = "orders"
    layers = (CALLERS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Callers to tell"), tr(
            "Lists who called about the work of an order and those that belong to it."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of the order."))

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(self.COUNT, tr("Number of callers"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.intake.merge import callers_to_tell

        found = callers_to_tell(workspace, given.text(ORDER))
        return Outcome({CALLERS: lambda: caller_rows(found)}, {self.COUNT: len(found)})


def caller_rows(found: Iterable[CallerToTell]) -> Rows:
    """Yield callers in the order of the fields of ``CALLERS``."""
    for one in found:
        yield None, (one.request_id, one.caller, one.phone, one.email)
