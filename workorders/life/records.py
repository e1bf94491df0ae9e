# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept beside an order along its life: answers, permits, hydrants, customers told, alerts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ...core.ids import AssetId, OrderId
from ...core.messages import Message, templates
from ..informing.contacts import Channel
from ..informing.messages import MessageState

# permits that the road's authorities grant, and what only has to be told to them
PERMIT_KINDS = ("roadworks_permit", "occupation_permit", "traffic_order", "technical_agreement", "mayor_told")
MAYOR_TOLD = "mayor_told"
# a notice of the service's own, or of another company, by its name: "other:Avis de travaux Métro"
OTHER_NOTICE = "other:"


@dataclass(frozen=True, slots=True)
class OperatorAnswer:
    """What an operator near a dig was asked and said: one row an order and operator.

    ``contact`` is who was spoken to (an urgent notice needs name, day and hour for each operator of a
    sensitive network); ``reference`` the number of the answer. ``appointment_on`` is the day on which it
    comes to measure its network on site; ``deemed_at`` when its networks were taken to lie in the excavation
    zone for want of an answer (R.554-32), after the call noted in ``contact``. None: not yet.
    """

    answer_id: str
    order_id: OrderId
    operator: str
    reminded_on: date | None = None
    answered_at: datetime | None = None
    contact: str = ""
    reference: str = ""
    acknowledged_on: date | None = None
    appointment_on: date | None = None
    deemed_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit that an order needs from an authority, or what one was told (``mayor_told``).

    ``kind`` is one of ``PERMIT_KINDS``, or ``OTHER_NOTICE`` and a name, ``authority`` a code of the road
    rules or words. None: not asked, not granted; without ends it is valid for good.
    """

    permit_id: str
    order_id: OrderId
    kind: str
    authority: str
    asked_at: datetime | None = None
    granted_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    reference: str = ""
    version: int = 0

    @property
    def label(self) -> Message:
        """Return what it is called."""
        return permit_label(self.kind)

    @property
    def is_asked(self) -> bool:
        """Tell whether somebody asked for it; what was granted once was asked for."""
        return self.asked_at is not None or self.granted_on is not None

    @property
    def granter(self) -> Message | str:
        """Return who grants it in words: a code of the road rules in the user's language, else as written."""
        code = f"authority.{self.authority}"
        return Message(code) if code in templates() else self.authority

    def allows(self, day: date | None) -> bool:
        """Tell whether it is granted, and for a day if one is given."""
        if self.kind == MAYOR_TOLD:
            return self.asked_at is not None
        if self.granted_on is None:
            return False
        return day is None or (self.valid_from or day) <= day <= (self.valid_until or day)


def permit_label(kind: str) -> Message:
    """Return what a kind of permit, or a notice of a name of its own, is called."""
    name = kind.removeprefix(OTHER_NOTICE)
    return Message("permit.other", {"name": name}) if name != kind else Message(f"permit.{kind}")


@dataclass(frozen=True, slots=True)
class HydrantNote:
    """Whether a hydrant can be used, as last told to the fire service: one row a hydrant."""

    hydrant_id: AssetId
    available: bool
    noted_at: datetime
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """Somebody told that an order lacks something: what, whom, when, what came of it.

    ``resource`` and ``role`` are names of ``life.yaml``; ``text`` is what was written to them. ``channel``
    and ``sent_to`` say how they are told, ``state`` how far that is; ``sent_id`` is the Message-ID of a mail.
    """

    alert_id: str
    order_id: OrderId
    resource: str
    role: str
    addressee: str
    text: str
    raised_at: datetime
    who: str
    replied_at: datetime | None = None
    reply: str = ""
    escalated_at: datetime | None = None
    escalated_to: str = ""
    channel: Channel = Channel.NONE
    sent_to: str = ""
    state: MessageState = MessageState.PLANNED
    sent_at: datetime | None = None
    sent_id: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class RestorationNote:
    """The customers of an order's cut who were told that the water is back, however that was done."""

    order_id: OrderId
    customers: tuple[str, ...]
    told_at: datetime
    version: int = 0
