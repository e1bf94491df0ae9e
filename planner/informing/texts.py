# SPDX-License-Identifier: GPL-3.0-or-later
"""What each message of an order says, in the addressee's language."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ...core.errors import InputError
from ...workorders.catalogue import Catalogue
from ...workorders.informing.contacts import Channel, Reachable
from ...workorders.informing.messages import OrderMessage
from ...workorders.informing.rules import CommunicationRules
from ...workorders.informing.spoken import spoken_day, spoken_moment, spoken_time
from ...workorders.informing.templates import MessageTemplates, Text
from ...workorders.orders import OrderState
from ..ports import Workspace
from .facts import OrderFacts

SERVICE_NAME, SERVICE_PHONE = "service.name", "service.phone"
SERVICE_ADDRESS = "service.address"

# the work is over: what is told of its end is true
_OVER = frozenset({OrderState.DONE, OrderState.TO_CORRECT, OrderState.CLOSED})
_UNNAMED = {"fr": "Le service des eaux", "en": "The water service"}


@dataclass(frozen=True, slots=True)
class Written:
    """A message with its text and to whom it goes."""

    message: OrderMessage
    text: Text
    who: Reachable


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the messages of one order."""

    found: OrderFacts
    rules: CommunicationRules
    templates: MessageTemplates
    catalogue: Catalogue
    service: str
    phone: str

    def write(self, message: OrderMessage, *, known: Collection[OrderMessage] = ()) -> Written:
        """Return what a message says; ``InputError`` when it tells a start that is no longer planned."""
        self._require_current(message)
        who = self._addressee(message)
        text = self.templates.render(
            message.purpose,
            message.channel,
            language=message.language,
            values=self._values(message, who, known),
        )
        return Written(message, text, who)

    def is_due(self, message: OrderMessage) -> bool:
        """Tell whether what a message says is so already: the end of the work is told once it is over."""
        rule = self.rules.messages.get(message.purpose)
        return rule is None or rule.due.anchor != "end" or self.found.sheet.order.state in _OVER

    def _require_current(self, message: OrderMessage) -> None:
        rule = self.rules.messages.get(message.purpose)
        if rule is None or rule.due.anchor == "end" or message.about_start == self.found.facts.start:
            return
        raise InputError(
            "message.outdated",
            message=message.message_id,
            told=message.about_start,
            start=self.found.facts.start,
        )

    def _addressee(self, message: OrderMessage) -> Reachable:
        facts = self.found.facts
        more = (who for ring in facts.plan_b for who in ring.sensitive)
        people: Iterable[Reachable] = (
            *facts.customers,
            *more,
            *facts.agents,
            *facts.operators_to_call,
            *facts.operators_to_write,
        )
        found = next((who for who in people if who.ref == message.ref and message.ref), None)
        entry = next((e for e in facts.directory if e.addressee_id == message.ref), None)
        if found is not None:
            return found
        address, town = (entry.address, entry.town) if entry else ("", "")
        return Reachable(ref=message.ref, name=message.name, address=address, town=town)

    def _values(
        self, message: OrderMessage, who: Reachable, known: Collection[OrderMessage]
    ) -> dict[str, object]:
        language = message.language if message.language in _UNNAMED else "fr"
        sheet, facts = self.found.sheet, self.found.facts
        order, outage = sheet.order, sheet.outage
        end = message.about_start + (facts.end - facts.start)
        standard = self.catalogue.jobs.get(order.code)
        former = next((m.about_start for m in known if m.message_id == message.replaces), None)
        networks = [c.label for c in sheet.conflicts if c.operator == message.ref]
        place = who.place or order.address
        return {
            "address": place,
            "agents": ", ".join(agent.name for agent in facts.agents),
            "answer": message.text,
            "customer": message.name or place,
            "day": spoken_day(message.about_start, language),
            "earlier_start": spoken_moment(former, language) if former else "",
            "end": spoken_moment(end, language),
            "end_time": spoken_time(end, language),
            "hydrants": ", ".join(facts.hydrants),
            "if_valve": message.if_valve,
            "job": standard.label.spoken(language) if standard else order.label,
            "networks": ", ".join(networks),
            "order": order.order_id,
            "phone": self.phone,
            "pipes": ", ".join(outage.pipes) if outage else "",
            "service": self.service or _UNNAMED[language],
            "start": spoken_moment(message.about_start, language),
            "start_time": spoken_time(message.about_start, language),
            "town": who.town,
            "valves": ", ".join(outage.close) if outage else "",
        }


def writer(
    workspace: Workspace,
    found: OrderFacts,
    *,
    rules: CommunicationRules,
    templates: MessageTemplates,
    catalogue: Catalogue,
) -> Writer:
    """Return who writes the messages of an order, in the name of the workspace's service."""
    return Writer(
        found=found,
        rules=rules,
        templates=templates,
        catalogue=catalogue,
        service=workspace.setting(SERVICE_NAME),
        phone=workspace.setting(SERVICE_PHONE),
    )


def written_by(
    author: Writer,
    messages: Collection[OrderMessage],
    *,
    channels: Collection[Channel],
    purpose: str = "",
) -> list[Written]:
    """Return the messages of some channels, of one purpose if asked, that can be told now, as written."""
    chosen = [
        message
        for message in messages
        if message.channel in channels and (not purpose or message.purpose == purpose)
    ]
    return [author.write(message, known=messages) for message in chosen if author.is_due(message)]
