# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules and the maps say of a call while it is taken, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shapely.geometry import Point

from ...core.ids import AssetId, RequestId
from ...workorders.catalogue import Pace, StandardDuration
from ...workorders.contracts import Deadlines, deadlines
from ...workorders.intake.registration import Asked, form, in_danger, still_to_ask
from ...workorders.intake.telling_apart import likeliest_code
from ...workorders.orders import Priority
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ...workorders.suggestion import Suggestion, suggest_codes
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .places import FoundPlace, NearAsset, near_assets
from .register import doubles, priority_of_call, standard_of
from .take_call import Call, draft_request

# what a call is named while it has no number: it sorts behind every number of the same moment
_DRAFT = RequestId("~")


@dataclass(frozen=True, slots=True)
class CallOutlook:
    """What to ask and offer about a call.

    ``code`` is the type that was chosen, else the likeliest one, empty while the words say nothing.
    ``telling`` are the questions whose answers may point to another type than the words do, be they in the
    form of the type, ``asked``, or not.
    ``to_ask`` are the mandatory questions left, danger first. ``priority`` is what the call alone tells.
    ``duplicates`` are the requests that it may repeat, the nearest first, each with its distance in metres.
    ``pace`` is what is counted of the type, None where nothing is; ``duration`` the time on site for the
    quantity, the usual one without it, before anything that the place adds.
    """

    code: str
    suggestions: tuple[Suggestion, ...]
    telling: tuple[Asked, ...]
    asked: tuple[Asked, ...]
    to_ask: tuple[str, ...]
    assets: tuple[NearAsset, ...]
    duplicates: tuple[tuple[ServiceRequest, float], ...]
    priority: Priority
    deadlines: Deadlines
    pace: Pace | None = None
    duration: StandardDuration | None = None


def look_at_call(
    workspace: Workspace,
    base: AssetBase,
    call: Call,
    *,
    at: Point | None,
    asset_id: str = "",
    rules: RuleBook,
) -> CallOutlook:
    """Return what is known of a call so far; ``at`` is None while nobody knows where it is.

    ``InputError`` when its type or contract is unknown.
    """
    found = FoundPlace(at or Point(), "", AssetId(asset_id))
    drafted = draft_request(workspace, call, found, rules=rules, request_id=_DRAFT)
    suggestions = suggest_codes(call.description, rules.catalogue) if call.description else ()
    suggested = [one.code for one in suggestions]
    between = [one for one in rules.questions.between if set(suggested) & set(one.codes.values())]
    code = call.code or likeliest_code(suggested, between, call.answers)
    draft = replace(drafted, danger=in_danger(call.answers), code=code)
    standard = standard_of(draft, rules)
    asked = form(rules.questions, standard)
    priority = priority_of_call(draft, rules)
    return CallOutlook(
        code=code,
        suggestions=suggestions,
        telling=tuple(Asked(one.question, rules.questions.question(one.question)) for one in between),
        asked=asked,
        to_ask=tuple(one.key for one in still_to_ask(call.answers, asked)),
        assets=near_assets(base, at, standard=standard, rules=rules.intake) if at else (),
        duplicates=_doubles(workspace, draft, rules) if at else (),
        priority=priority,
        deadlines=deadlines(
            rules.contracts[draft.contract_id],
            priority=priority,
            code=code,
            received=draft.received_at,
        ),
        pace=standard.pace if standard else None,
        duration=standard.duration_of(call.quantity) if standard else None,
    )


def answers_asked(answers: Mapping[str, str], outlook: CallOutlook) -> dict[str, str]:
    """Return the answers to questions that belong to the form; those to another type's are left aside."""
    keys = {one.key for one in outlook.asked}
    return {key: said for key, said in answers.items() if key in keys and said}


def _doubles(
    workspace: Workspace, draft: ServiceRequest, rules: RuleBook
) -> tuple[tuple[ServiceRequest, float], ...]:
    keys = doubles(workspace, [draft], rules=rules).get(draft.request_id, ())
    found = (workspace.get(ServiceRequest, key) for key in keys)
    return tuple((one, one.place.distance(draft.place)) for one in found)
