# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the service can reach, and how: its customers, and the directory of everyone else."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

# everything but a purpose: the channel that someone wants to be reached by, whatever it is about
ANY_PURPOSE = "any"

_MAIL_ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\"]+")
_NOT_A_DIGIT = re.compile(r"[\s.\-()/]")


class Channel(Enum):
    """Ways to tell somebody something; ``NONE`` when no way is known."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    LEAFLET = "leaflet"
    APP = "app"
    FORM = "form"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Addressee:
    """An entry of the directory: a town hall, a fire service, a school, an operator, a colleague.

    ``channels`` is the channel preferred for each purpose (``any`` for all others); ``customer_refs`` are the
    delivery points of an establishment, ``zone`` limits it to a sector (empty: everywhere).
    """

    addressee_id: str
    kind: str
    name: str
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    town: str = ""
    language: str = "fr"
    zone: str = ""
    customer_refs: tuple[str, ...] = ()
    channels: dict[str, str] | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class CustomerContact:
    """How to reach a customer; ``is_sensitive`` says that the water must not fail there, never why."""

    customer_ref: str
    name: str
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    town: str = ""
    language: str = "fr"
    is_sensitive: bool = False
    channels: dict[str, str] | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Reachable:
    """Somebody to tell, from whatever list.

    ``points`` is how many delivery points that covers, ``place`` where the first of them is: there a leaflet
    goes, while letters go to ``address`` and ``town``.
    """

    ref: str
    name: str
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    town: str = ""
    language: str = "fr"
    is_sensitive: bool = False
    points: int = 1
    place: str = ""
    channels: Mapping[str, str] | None = None


def mobile_number(text: str, *, country: str, prefixes: Collection[str]) -> str:
    """Return a number as an SMS gateway wants it, ``+33612345678``; empty when it is no mobile number.

    A number of another country, written with its own prefix, is kept as it is.
    """
    digits = _NOT_A_DIGIT.sub("", text)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+") and not digits.startswith(f"+{country}"):
        return digits if digits[1:].isdigit() and 8 <= len(digits) - 1 <= 15 else ""
    national = digits.removeprefix(f"+{country}").removeprefix("0")
    is_mobile = national.isdigit() and len(national) == 9 and national.startswith(tuple(prefixes))
    return f"+{country}{national}" if is_mobile else ""


def is_mail_address(text: str) -> bool:
    """Tell whether a text is one mail address."""
    return _MAIL_ADDRESS.fullmatch(text.strip()) is not None


def reach(who: Reachable, channel: Channel, *, country: str, prefixes: Collection[str]) -> str:
    """Return the number or address by which a channel reaches somebody, empty when it does not."""
    mobile = mobile_number(who.mobile, country=country, prefixes=prefixes) or mobile_number(
        who.phone, country=country, prefixes=prefixes
    )
    postal = ", ".join(part for part in (who.address.strip(), who.town.strip()) if part)
    return {
        Channel.PHONE: who.phone.strip() or who.mobile.strip(),
        Channel.SMS: mobile,
        Channel.EMAIL: who.email.strip() if is_mail_address(who.email) else "",
        Channel.LETTER: postal if who.address.strip() and who.town.strip() else "",
        Channel.LEAFLET: who.place.strip() or (postal if who.address.strip() else ""),
        Channel.APP: who.ref,
        Channel.FORM: who.name,
        Channel.NONE: "",
    }[channel]


def choose_channel(
    who: Reachable,
    purpose: str,
    usual: Sequence[Channel],
    *,
    country: str,
    prefixes: Collection[str],
) -> tuple[Channel, str]:
    """Return the channel for a purpose, with the number or address: the preferred one, else the first usual.

    A preferred channel that cannot reach them is passed over; ``NONE`` when nothing can.
    """
    wanted = who.channels or {}
    named = wanted.get(purpose) or wanted.get(ANY_PURPOSE) or ""
    known = {channel.value: channel for channel in Channel}
    preferred = [known[named]] if named in known else []
    for channel in (*preferred, *usual):
        found = reach(who, channel, country=country, prefixes=prefixes)
        if found:
            return channel, found
    return Channel.NONE, ""
