# SPDX-License-Identifier: GPL-3.0-or-later
"""Take a call: what was said becomes a request of the register, refused while something vital is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import RequestId
from ...core.messages import Message
from ...workorders.informing.phone_numbers import require_phone
from ...workorders.informing.rules import PhoneRule
from ...workorders.intake.acknowledging import acknowledge
from ...workorders.intake.registration import Asked, checked_answers, form, in_danger
from ...workorders.lifecycle import move_request, request_state
from ...workorders.requests import RequestState, ServiceRequest
from ...workorders.rulebook import RuleBook
from ...workorders.suggestion import Suggestion, suggest_codes
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..taken_numbers import with_next_number
from .places import FoundPlace, NearAsset, near_assets
from .reach import Reach
from .register import doubles, standard_of


@dataclass(frozen=True, slots=True)
class Call:
    """What a caller said; ``code`` is empty while the type of work is not chosen.

    ``quantity`` is how much there is to do, in the unit of the type of work.
    """

    caller: str
    phone: str
    description: str
    received_at: datetime
    code: str = ""
    customer_ref: str = ""
    email: str = ""
    contract_id: str = ""
    channel: str = "phone"
    source_ref: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    window_start: datetime | None = None
    window_end: datetime | None = None
    quantity: float | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A request that was saved, what it may repeat, the assets around it, the types that its words mean."""

    request: ServiceRequest
    duplicates: tuple[RequestId, ...]
    assets: tuple[NearAsset, ...]
    suggestions: tuple[Suggestion, ...]


def take_call(
    workspace: Workspace,
    base: AssetBase,
    call: Call,
    found: FoundPlace,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    request_id: str = "",
) -> Taken:
    """Save a call as a new request, in one journaled command; without an id it gets the next number.

    Raises
    ------
    InputError
        A mandatory question is not answered (danger first) or an answer is none of those offered; the caller
        cannot be reached, or by no such number; it is still to come; the type or the contract is unknown; the
        window ends before it starts; the place is far from the network.
    """
    _refuse_unreachable(call, rules.communication.phone)
    _refuse_future(call, rules, now)
    Reach(base, rules.intake).refuse_far(found.place)
    drafted = draft_request(workspace, call, found, rules=rules, request_id=request_id)
    asked = form(rules.questions, standard_of(drafted, rules))
    answers = _checked(call, asked, drafted, rules)
    request = replace(drafted, answers=answers, danger=in_danger(answers))
    if request_id:
        return save_request(workspace, base, request, rules=rules, who=who)

    def save(again: bool) -> Taken:
        number = _next_id(workspace, call, rules) if again else request.request_id
        return save_request(workspace, base, replace(request, request_id=number), rules=rules, who=who)

    return with_next_number(save)


def _checked(
    call: Call, asked: tuple[Asked, ...], drafted: ServiceRequest, rules: RuleBook
) -> dict[str, str]:
    try:
        return checked_answers(call.answers, asked)
    except InputError as error:
        # the answer may well belong to the type that nobody has named yet
        if error.message.code == "intake.no_question" and standard_of(drafted, rules) is None:
            raise InputError("intake.no_question_untyped", **error.message.params) from None
        raise


def draft_request(
    workspace: Workspace,
    call: Call,
    found: FoundPlace,
    *,
    rules: RuleBook,
    request_id: str = "",
) -> ServiceRequest:
    """Return a call as a request that is not saved yet, its answers as they were given."""
    if call.code:
        rules.catalogue[call.code]
    contract_id = call.contract_id or rules.intake.contract_id
    rules.contracts[contract_id]
    if call.window_start and call.window_end and call.window_end < call.window_start:
        raise InputError(
            "intake.window",
            start=f"{call.window_start:%Y-%m-%d %H:%M}",
            end=f"{call.window_end:%Y-%m-%d %H:%M}",
        )
    return ServiceRequest(
        request_id=RequestId(request_id) or _next_id(workspace, call, rules),
        received_at=call.received_at,
        caller=call.caller.strip(),
        phone=call.phone.strip(),
        customer_ref=call.customer_ref,
        address=found.address,
        place=found.place,
        code=call.code,
        description=call.description.strip(),
        danger=False,
        contract_id=contract_id,
        window_start=call.window_start,
        window_end=call.window_end,
        answers=dict(call.answers) or None,
        email=call.email,
        channel=call.channel,
        source_ref=call.source_ref,
        asset_id=found.asset_id,
        quantity=call.quantity,
    )


def _next_id(workspace: Workspace, call: Call, rules: RuleBook) -> RequestId:
    return rules.numbering.next_request_id(workspace.keys(ServiceRequest), day=call.received_at.date())


def save_request(
    workspace: Workspace,
    base: AssetBase,
    request: ServiceRequest,
    *,
    rules: RuleBook,
    who: str,
) -> Taken:
    """Save a new request and return it with what the register and the maps say of it."""
    with workspace.command("register request", who=who) as transaction:
        transaction.add([request])
    repeats = doubles(workspace, [request], rules=rules)
    return Taken(
        request=request,
        duplicates=repeats.get(request.request_id, ()),
        assets=near_assets(base, request.place, standard=standard_of(request, rules), rules=rules.intake),
        suggestions=suggest_codes(request.description, rules.catalogue),
    )


def acknowledge_requests(
    workspace: Workspace, request_ids: Sequence[str], *, at: datetime, who: str
) -> tuple[ServiceRequest, ...]:
    """Note that the callers of some requests know that they are taken, all or none; ``InputError`` else."""
    acknowledged = tuple(
        acknowledge(workspace.get(ServiceRequest, key), at=at) for key in dict.fromkeys(request_ids)
    )
    with workspace.command("acknowledge requests", who=who) as transaction:
        for request in acknowledged:
            transaction.save(request)
    return acknowledged


def answer_questions(
    workspace: Workspace,
    request_id: str,
    answers: Mapping[str, str],
    *,
    rules: RuleBook,
    code: str = "",
    who: str,
) -> ServiceRequest:
    """Note what a caller answered later, and the type of work if it is known by now, in one command.

    What was answered before stays unless it is answered anew; an order that was made of the request is judged
    by it once it is judged again. ``InputError`` as for a call, for a request that is over, and for another
    type of work than that of its order.
    """
    request = workspace.get(ServiceRequest, request_id)
    if request.state not in (RequestState.NEW, RequestState.QUALIFIED, RequestState.CONVERTED):
        raise InputError("intake.over", request=request_id, found=request_state(request.state))
    if code and request.order_id:
        raise InputError("intake.type_stands", request=request_id, order=request.order_id)
    if code:
        rules.catalogue[code]
        request = replace(request, code=code)
    asked = form(rules.questions, standard_of(request, rules))
    known = {one.key for one in asked}
    before = {key: said for key, said in (request.answers or {}).items() if key in known}
    complete = checked_answers({**before, **answers}, asked)
    changed = replace(request, answers=complete, danger=in_danger(complete))
    with workspace.command("answer questions", who=who) as transaction:
        transaction.save(changed)
    return workspace.get(ServiceRequest, request_id)


def reject_request(workspace: Workspace, request_id: str, *, reason: str, who: str) -> ServiceRequest:
    """Reject a request that no order was made of; ``InputError`` without a reason."""
    request = workspace.get(ServiceRequest, request_id)
    if not reason.strip():
        raise InputError("intake.reject_reason", request=request_id)
    rejected = replace(move_request(request, RequestState.REJECTED), reason=reason.strip())
    with workspace.command("reject request", who=who) as transaction:
        transaction.save(rejected)
    return rejected


def _refuse_unreachable(call: Call, rule: PhoneRule) -> None:
    if not call.caller.strip():
        raise InputError("intake.no_caller")
    if not (call.phone.strip() or call.email.strip()):
        raise InputError("intake.no_phone")
    require_phone(call.phone, rule)


def _refuse_future(call: Call, rules: RuleBook, now: datetime) -> None:
    if rules.intake.is_to_come(call.received_at, now):
        expected = Message("intake.not_after", {"now": f"{now:%Y-%m-%d %H:%M}"})
        raise InputError("intake.future", found=f"{call.received_at:%Y-%m-%d %H:%M}", expected=expected)
