# SPDX-License-Identifier: GPL-3.0-or-later
"""The operators that a consultation names, one record each, under the names that our layers give them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.near_names import near_names
from ...workorders.teleservice.declaration import Consultation, OperatorNetwork
from ...workorders.teleservice.records import NoticeOperator
from ..records import OrderConflict, OrderNotice


def named_operators(
    consultation: Consultation, order_id: OrderId, *, known: Collection[str], same: Mapping[str, str]
) -> list[NoticeOperator]:
    """Return one record an operator, in the order of the consultation.

    Names that differ by case, accents or signs alone are the same; ``same`` gives our name of a company that
    goes by another one. ``InputError`` when it names a company that the consultation does not.
    """
    by_company: dict[str, list[OperatorNetwork]] = {}
    for network in consultation.networks:
        by_company.setdefault(" ".join(network.operator.split()), []).append(network)
    for company in same:
        if company not in by_company:
            near = near_names(company, by_company)
            raise InputError("notices.unknown_company", found=company, near=near)
    by_operator: dict[str, tuple[str, list[OperatorNetwork]]] = {}
    for company, networks in by_company.items():
        operator = same.get(company) or our_name(company, known)
        by_operator.setdefault(operator, (company, []))[1].extend(networks)
    return [
        _record(operator, company, networks, consultation.number, order_id)
        for operator, (company, networks) in by_operator.items()
    ]


def our_name(company: str, known: Iterable[str]) -> str:
    """Return the name of an operator in our layers, the company's own where they have none."""
    bare = _bare(company)
    return next((name for name in known if _bare(name) == bare and bare), company)


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _record(
    operator: str, company: str, networks: Sequence[OperatorNetwork], number: str, order_id: OrderId
) -> NoticeOperator:
    """Return one operator's record; contacts of a sensitive network go before the others'."""
    first = sorted(networks, key=lambda network: not network.is_sensitive)
    crossing = [network.crosses_footprint for network in networks if network.crosses_footprint is not None]

    def told(name: str) -> str:
        return next((said for network in first if (said := getattr(network, name))), "")

    return NoticeOperator(
        notice_operator_id=f"{order_id}/{operator}",
        order_id=order_id,
        operator=operator,
        company=company,
        agency=told("agency"),
        categories=_each(network.category for network in networks),
        works_classes=_each(network.works_class for network in networks),
        is_sensitive=any(network.is_sensitive for network in networks),
        crosses_footprint=any(crossing) if crossing else None,
        phone=told("phone"),
        emergency_phone=told("emergency_phone"),
        damage_phone=told("damage_phone"),
        email=told("emergency_email") or told("email"),
        instructions=told("instructions"),
        number=number,
    )


def with_contacts_named(
    notice: OrderNotice, conflicts: Iterable[OrderConflict], named: Iterable[NoticeOperator]
) -> OrderNotice:
    """Return a notice with whom to telephone and to write to as the teleservice has them.

    Its numbers go before those of the layers; an operator that only the layers know stays among them.
    """
    phones: dict[str, str] = {}
    sensitive: set[str] = set()
    for near in conflicts:
        phones.setdefault(near.operator, near.emergency_phone)
        sensitive |= {near.operator} if near.is_sensitive else set()
    for one in named:
        phones[one.operator] = one.emergency_phone or phones.get(one.operator, "") or one.phone
        sensitive |= {one.operator} if one.is_sensitive else set()
    calls = sensitive if notice.kind == "ATU" else set()
    told = {name: f"{name} {phone}".strip() for name, phone in phones.items()}
    return replace(
        notice,
        call_first=tuple(text for name, text in told.items() if name in calls),
        write_to=tuple(text for name, text in told.items() if name not in calls),
    )


def calls_made(consultation: Consultation, names: Mapping[str, str]) -> Iterator[tuple[str, OperatorNetwork]]:
    """Yield each operator, by our name, with the network whose call an urgent notice has written down."""
    seen: set[str] = set()
    for network in consultation.networks:
        operator = names.get(" ".join(network.operator.split()), "")
        if operator and operator not in seen and network.called and network.called_on:
            seen.add(operator)
            yield operator, network


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
