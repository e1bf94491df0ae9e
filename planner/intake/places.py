# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a call is about: an address, a place on the map, a parcel or an asset, and the assets around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shapely.geometry import Point

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.assets.locate import Located
from ...network.assets.roles import Role
from ...workorders.catalogue import JobStandard
from ...workorders.facts import NO_ASSET
from ...workorders.intake.address_book import AddressBook, FoundAddress
from ...workorders.intake.address_words import AddressRules
from ...workorders.intake.intake_rules import IntakeRules
from ..assets.asset_base import AssetBase
from ..assets.degrees import look_like_degrees
from ..ports import Workspace
from .addresses import address_book
from .parcels import find_parcels

_SHOWN = 3
# likeness of an address whose every word is in the base as it was said
_SAME = 99.5
# what a caller can point at; third-party networks are not ours
_OWN_ROLES = tuple(role for role in Role if role not in (Role.THIRD_PARTY, Role.BRANCH_POINT))


@dataclass(frozen=True, slots=True)
class NearAsset:
    """An asset near a place: ``chainage_m`` is how far along a pipe the place lies, None off lines."""

    role: str
    asset_id: AssetId
    distance_m: float
    chainage_m: float | None


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place with what to call it; ``asset_id`` is set where the caller named the asset.

    ``guessed_from`` is what the address base was asked for, where it has no such words: the street was
    guessed, and ``others`` are the next likely addresses. ``is_exact_number`` as in ``FoundAddress``.
    """

    place: Point
    address: str
    asset_id: AssetId = NO_ASSET
    guessed_from: str = ""
    others: tuple[str, ...] = ()
    is_exact_number: bool = True


def find_place(
    workspace: Workspace,
    base: AssetBase,
    *,
    at: Point | None = None,
    address: str = "",
    parcel: str = "",
    asset: str = "",
) -> FoundPlace:
    """Return the place that is meant; a place on the map wins, and the address is then what it is called.

    Raises
    ------
    InputError
        Nothing says where it is; the place is in degrees; no address, parcel or asset of that name is known,
        or several are and none is the likeliest: the message names them.
    """
    if at is not None:
        if look_like_degrees(at.bounds):
            raise InputError("network.point_in_degrees", x=at.x, y=at.y, crs=base.crs)
        own = _asset(base, asset).asset_id if asset else AssetId("")
        return FoundPlace(at, address, own)
    if asset:
        located = _asset(base, asset)
        return FoundPlace(located.place, address, located.asset_id)
    if parcel:
        return _parcel(workspace, parcel, address)
    if address:
        return _addressed(address_book(workspace), address)
    raise InputError("intake.no_place")


def _addressed(book: AddressBook, text: str) -> FoundPlace:
    found = sure_address(book, text)
    place = Point(found.x, found.y)
    exact = found.is_exact_number
    if found.word_score >= _SAME:
        return FoundPlace(place, found.label, is_exact_number=exact)
    others = tuple(one.label for one in book.search(text, most=_SHOWN) if one.label != found.label)
    return FoundPlace(place, found.label, guessed_from=text, others=others, is_exact_number=exact)


def sure_address(book: AddressBook, text: str, *, rules: AddressRules | None = None) -> FoundAddress:
    """Return the one address that a text means; ``InputError`` names those that it may mean otherwise."""
    rules = rules or book.rules
    found = book.search(text, most=_SHOWN)
    sure = [one for one in found if one.score >= rules.sure_score]
    if not sure:
        near = "; ".join(one.label for one in found)
        raise InputError("intake.address_unknown", found=text, near=near)
    if len(sure) > 1 and sure[1].score == sure[0].score:
        raise InputError("intake.address_twice", found=text, near="; ".join(one.label for one in sure))
    return sure[0]


def near_assets(
    base: AssetBase, place: Point, *, standard: JobStandard | None, rules: IntakeRules
) -> tuple[NearAsset, ...]:
    """Return the assets around a place that a type of work is done on (any, while it is unknown)."""
    roles: Iterable[Role] = map(Role, standard.asset_roles) if standard else _OWN_ROLES
    wanted = [role for role in roles if base.has(role)]
    if not wanted:
        return ()
    found = base.locator.near(place, roles=wanted, within_m=rules.nearest.within_m, most=rules.nearest.most)
    return tuple(NearAsset(one.role.value, one.asset_id, one.distance_m, one.position_m) for one in found)


def _asset(base: AssetBase, asset_id: str) -> Located:
    located = base.locator.find(AssetId(asset_id), roles=[role for role in _OWN_ROLES if base.has(role)])
    if located is None:
        raise InputError("intake.no_asset", found=asset_id)
    return located


def _parcel(workspace: Workspace, text: str, address: str) -> FoundPlace:
    found = find_parcels(workspace, text)
    if not found:
        raise InputError("intake.parcel_unknown", found=text)
    if len(found) > 1:
        known = ", ".join(parcel.parcel_id for parcel in found[:_SHOWN])
        raise InputError("intake.parcel_twice", found=text, near=known)
    return FoundPlace(found[0].place, address or found[0].parcel_id)
