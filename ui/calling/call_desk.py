# SPDX-License-Identifier: GPL-3.0-or-later
"""The call desk of a workspace: looks at calls, finds addresses, saves. Runs in workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.messages import Message
from ...network.assets.roles import Role
from ...planner.assets.asset_base import AssetBase
from ...planner.intake.addresses import address_book, has_addresses
from ...planner.intake.call_outlook import CallOutlook, answers_asked, look_at_call
from ...planner.intake.known_caller import KnownCaller, known_caller
from ...planner.intake.merge import merge_requests
from ...planner.intake.places import FoundPlace, find_place, sure_address
from ...planner.intake.qualify_day import qualify_requests
from ...planner.intake.take_call import Call, take_call
from ...planner.ports import Workspace
from ...planner.rule_versions import rule_book_of
from ...planner.running.desk_moment import standing_moment
from ...qgis_bridge.labels import job_labels, learn_names
from ...store.workspaces import open_workspace
from ...workorders.intake.address_book import AddressBook, FoundAddress
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from .call_form import CallForm


@dataclass(frozen=True, slots=True)
class CallDesk:
    """What calls are looked at with; read once for a workspace. ``book`` is None without an address base."""

    url: str
    base: AssetBase
    rules: RuleBook
    book: AddressBook | None
    labels: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SeenCall:
    """A call as it stands: ``shapes`` are those of the assets near; ``refusal`` why there is no place yet.

    ``known`` is the customer whose number it is.
    """

    outlook: CallOutlook
    place: tuple[float, float] | None
    shapes: Mapping[str, BaseGeometry]
    refusal: Message | None = None
    known: KnownCaller | None = None


@dataclass(frozen=True, slots=True)
class FoundAddresses:
    """The addresses that a text may mean; ``sure`` is the one that it means without a doubt, if any."""

    text: str
    found: tuple[FoundAddress, ...]
    sure: FoundAddress | None


@dataclass(frozen=True, slots=True)
class SavedCall:
    """A request with the orders that were made of it, the main one first; ``merged_into`` another one.

    ``command_ids`` are those of the journal that made it. ``needs_slot`` says that the customer lets the
    agent in, and that nobody is in danger.
    """

    request_id: str
    orders: tuple[WorkOrder, ...]
    merged_into: str = ""
    command_ids: tuple[int, ...] = ()
    needs_slot: bool = False


def open_desk(url: str, now: datetime) -> tuple[CallDesk, datetime | None]:
    """Return the desk of a workspace by the rules in force, and the moment that it stands still at."""
    workspace = open_workspace(url)
    try:
        base = AssetBase(workspace)
        # looked at in other threads later, when the workspace is closed
        _ = base.locator
        book = address_book(workspace) if has_addresses(workspace) else None
        learn_names(workspace)
        moment = standing_moment(workspace)
        rules = rule_book_of(workspace, (moment or now).date())
        return CallDesk(url, base, rules, book, job_labels()), moment
    finally:
        workspace.close()


def find_addresses(desk: CallDesk, text: str) -> FoundAddresses:
    """Return the addresses that a text may mean; none without an address base."""
    if desk.book is None:
        return FoundAddresses(text, (), None)
    try:
        sure = sure_address(desk.book, text)
    except InputError:
        sure = None
    return FoundAddresses(text, desk.book.search(text, most=6), sure)


def look(desk: CallDesk, form: CallForm) -> SeenCall:
    """Return what is known of a call; a place that is not known is no error yet."""
    workspace = open_workspace(desk.url)
    try:
        return _seen(workspace, desk, form)
    finally:
        workspace.close()


def save(desk: CallDesk, form: CallForm, *, who: str, language: str, into: str = "") -> SavedCall | SeenCall:
    """Save a call with its orders, or as one more call about the request ``into``.

    While a mandatory question is open, the call as it is seen comes back and nothing is saved. ``InputError``
    where the place or the caller is missing.
    """
    workspace = open_workspace(desk.url)
    try:
        seen = _seen(workspace, desk, form)
        if seen.outlook.to_ask:
            return seen
        saved = _saved(workspace, desk, form, seen.outlook, who=who, language=language, into=into)
        made = {entry.command_id for entry in workspace.journal(key=saved.request_id)}
        return replace(saved, command_ids=tuple(sorted(made)))
    finally:
        workspace.close()


def take_back(desk: CallDesk, request_id: str, *, who: str) -> None:
    """Undo everything that was done to a request, its saving included; ``StaleWrite`` if it went on since."""
    workspace = open_workspace(desk.url)
    try:
        commands = {entry.command_id for entry in workspace.journal(key=request_id)}
        for command_id in sorted(commands, reverse=True):
            workspace.undo(who=who, command_id=command_id)
    finally:
        workspace.close()


def _seen(workspace: Workspace, desk: CallDesk, form: CallForm) -> SeenCall:
    found, refusal = None, None
    try:
        found = _place(workspace, desk.base, form)
    except InputError as error:
        refusal = error.message
    outlook = look_at_call(
        workspace,
        desk.base,
        _call(form),
        at=found.place if found else None,
        asset_id=form.asset_id,
        rules=desk.rules,
    )
    place = (found.place.x, found.place.y) if found else None
    shapes = {near.asset_id: _shape(desk.base, near.role, near.asset_id) for near in outlook.assets}
    standard = desk.rules.catalogue[outlook.code] if outlook.code else None
    known = known_caller(workspace, desk.base, form.phone, standard=standard, rules=desk.rules)
    return SeenCall(outlook, place, shapes, refusal, known)


def _saved(
    workspace: Workspace,
    desk: CallDesk,
    form: CallForm,
    outlook: CallOutlook,
    *,
    who: str,
    language: str,
    into: str,
) -> SavedCall:
    base, rules, now = AssetBase(workspace), desk.rules, form.received_at
    call = replace(_call(form), code=outlook.code, answers=answers_asked(form.answers, outlook))
    taken = take_call(workspace, base, call, _place(workspace, base, form), rules=rules, now=now, who=who)
    key = taken.request.request_id
    if into:
        done = merge_requests(
            workspace, base, [key], into=into, rules=rules, now=now, who=who, language=language
        )
        return SavedCall(key, (done.order,) if done.order else (), done.root.request_id)
    made = qualify_requests(
        workspace, base, rules=rules, now=now, who=who, language=language, chains=True, only=[key]
    )
    is_calm = bool(made.orders) and not taken.request.danger
    needs_slot = is_calm and rules.catalogue[made.orders[0].code].by_appointment
    return SavedCall(key, made.orders, needs_slot=needs_slot)


def _call(form: CallForm) -> Call:
    return Call(
        caller=form.caller,
        phone=form.phone,
        description=form.words,
        received_at=form.received_at,
        code=form.code,
        answers=form.answers,
        quantity=form.quantity,
    )


def _place(workspace: Workspace, base: AssetBase, form: CallForm) -> FoundPlace:
    at = Point(form.place) if form.place else None
    return find_place(workspace, base, at=at, address=form.address.strip(), asset=form.asset_id.strip())


def _shape(base: AssetBase, role: str, asset_id: AssetId) -> BaseGeometry:
    frame = base.frames[Role(role)]
    return frame.geometry[frame["asset_id"] == asset_id].iloc[0]
