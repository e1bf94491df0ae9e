# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of an order that are printed: what stands on each letter and leaflet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...workorders.informing.contacts import Channel
from ..ports import Workspace
from .texts import SERVICE_ADDRESS, SERVICE_NAME, SERVICE_PHONE, Written

PRINTED = (Channel.LETTER, Channel.LEAFLET)


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letters they are; what is empty is left out."""

    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; ``address`` are its lines in the window, ``reference`` is printed small."""

    address: tuple[str, ...]
    subject: str
    body: str
    language: str
    reference: str


def sender_of(workspace: Workspace) -> Sender:
    """Return the service that a workspace belongs to."""
    return Sender(
        name=workspace.setting(SERVICE_NAME),
        address=workspace.setting(SERVICE_ADDRESS),
        phone=workspace.setting(SERVICE_PHONE),
    )


def letters_of(written: Iterable[Written]) -> list[Letter]:
    """Return a letter a message; a leaflet carries the address of the letterbox that it goes into."""
    return [
        Letter(
            address=_address(letter),
            subject=letter.text.subject,
            body=letter.text.body,
            language=letter.message.language,
            reference=letter.message.message_id,
        )
        for letter in written
    ]


def _address(letter: Written) -> tuple[str, ...]:
    who, message = letter.who, letter.message
    is_leaflet = message.channel is Channel.LEAFLET
    lines = (message.name, message.reach) if is_leaflet else (message.name, who.address, who.town)
    return tuple(" ".join(line.split()) for line in lines if line.strip())
