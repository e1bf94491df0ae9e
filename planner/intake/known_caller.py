# SPDX-License-Identifier: GPL-3.0-or-later
"""The customer who calls, by the telephone number: what is known needs not be typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...core.ids import AssetId
from ...network.assets.roles import Role
from ...workorders.catalogue import JobStandard
from ...workorders.facts import NO_ASSET
from ...workorders.informing.contacts import CustomerContact
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..conditions import Where
from ..ports import Workspace

_NOT_A_DIGIT = re.compile(r"\D")
_NATIONAL_DIGITS = 9
_AT_CUSTOMERS = frozenset(role.value for role in (Role.DELIVERY_POINT, Role.METER, Role.SERVICE_CONNECTION))


@dataclass(frozen=True, slots=True)
class KnownCaller:
    """Who calls. ``point`` and ``address`` are filled for work that is done at the customer's own point."""

    name: str
    point: AssetId = NO_ASSET
    address: str = ""


def known_caller(
    workspace: Workspace,
    base: AssetBase,
    phone: str,
    *,
    standard: JobStandard | None,
    rules: RuleBook,
) -> KnownCaller | None:
    """Return the customer of a number; None where nobody is known by it, or people of several names are.

    The point is left empty where the customer has several, where the layers do not have it, and for work
    that may be anywhere: who sees a burst in the street need not be at home.
    """
    forms = _written(phone, country=rules.communication.phone.country)
    if not forms:
        return None
    found = {
        one.customer_ref: one
        for field in ("mobile", "phone")
        for one in workspace.all(CustomerContact, where=[Where(field, among=forms)])
    }
    names = {one.name for one in found.values() if one.name}
    if len(names) != 1:
        return None
    (name,) = names
    at_home = standard is not None and _AT_CUSTOMERS.issuperset(standard.asset_roles)
    if len(found) > 1 or not at_home:
        return KnownCaller(name)
    (customer,) = found.values()
    points = base.delivery_points_of(customer.customer_ref)
    if len(points) != 1:
        return KnownCaller(name)
    return KnownCaller(name, points[0], ", ".join(filter(None, (customer.address, customer.town))))


def _written(phone: str, *, country: str) -> tuple[str, ...]:
    """Return the ways in which a number is usually written; none for what is no whole number yet."""
    digits = _NOT_A_DIGIT.sub("", phone)
    national = digits.removeprefix("00").removeprefix(country).removeprefix("0")
    if len(national) != _NATIONAL_DIGITS:
        return (phone.strip(),) if len(digits) > _NATIONAL_DIGITS else ()
    pairs = [f"0{national[0]}", *(national[at : at + 2] for at in range(1, _NATIONAL_DIGITS, 2))]
    abroad = [national[0], *pairs[1:]]
    prefix = f"+{country}"
    return (
        *(separator.join(pairs) for separator in ("", " ", ".", "-")),
        f"{prefix}{national}",
        f"{prefix} {' '.join(abroad)}",
        f"00{country}{national}",
    )
