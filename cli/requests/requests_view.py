# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests for people: the register, one sheet, the queue to acknowledge, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime

from rich.console import RenderableType
from rich.table import Table

from ...planner.intake.merge import Merged
from ...planner.intake.places import FoundPlace, NearAsset
from ...planner.intake.qualify_day import CallBack
from ...planner.intake.register import Registered, acknowledge_by, register
from ...planner.intake.request_sheet import RequestSheet
from ...planner.intake.take_call import Taken
from ...workorders.intake.acknowledging import Waiting
from ...workorders.intake.merging import CallerToTell
from ...workorders.intake.registration import Asked, form, still_to_ask
from ...workorders.questions import Between, Question
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ...workorders.suggestion import Suggestion
from ..session import Session
from ..tables import facts, rows
from ..wording import figure, moment, number, place, waited, word

register_of = register

_MOST_SIGNS = 60


def as_fields(request: ServiceRequest) -> dict[str, object]:
    """Return a request's fields by name."""
    return {item.name: getattr(request, item.name) for item in fields(request)}


def registered_data(one: Registered) -> dict[str, object]:
    """Return what the register says of a request."""
    return {
        **waiting_data(one.waiting),
        "priority": one.priority,
        "is_judged": one.is_judged,
        "acknowledge_by": one.deadlines.acknowledge_by,
        "on_site_by": one.deadlines.on_site_by,
        "done_by": one.deadlines.done_by,
        "duplicates": one.duplicates,
    }


def waiting_data(one: Waiting) -> dict[str, object]:
    """Return how long a request waits."""
    return {
        "request_id": one.request.request_id,
        "waited_min": one.waited_min,
        "limit_at": one.limit_at,
        "age": one.colour,
        "is_acknowledged": one.is_acknowledged,
    }


def taken_data(taken: Taken) -> dict[str, object]:
    """Return a request that was saved with what was found for it."""
    return {
        "request": taken.request,
        "duplicates": taken.duplicates,
        "assets": taken.assets,
        "suggestions": taken.suggestions,
    }


def listed_requests(session: Session, found: Sequence[Registered]) -> Table:
    """Return requests as rows of the register."""
    names = ("request", "received_at", "age", "state", "priority", "on_site_by", "code", "address")
    more = ("description", "order", "duplicates")
    return rows(
        [session.say(f"label.{name}") for name in (*names, *more)],
        (
            (
                one.request.request_id,
                moment(one.request.received_at),
                _age(session, one.waiting),
                word(session, f"request_state.{one.request.state.value}"),
                one.priority.value if one.is_judged else f"({one.priority.value})",
                moment(one.deadlines.on_site_by),
                one.request.code,
                one.request.address,
                _short(one.request.description),
                one.request.order_id,
                ", ".join(one.duplicates),
            )
            for one in found
        ),
    )


def queue_shown(session: Session, found: Sequence[Waiting]) -> Iterator[RenderableType]:
    """Show the requests to acknowledge."""
    if not found:
        yield session.say("cli.none_to_acknowledge")
        return
    names = ("request", "received_at", "age", "limit_at", "caller", "call_back", "address", "description")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.request.request_id,
                moment(one.request.received_at),
                _age(session, one),
                moment(one.limit_at),
                one.request.caller,
                one.request.phone or one.request.email,
                one.request.address,
                _short(one.request.description),
            )
            for one in found
        ),
    )


def taken(
    session: Session, done: Taken, rules: RuleBook, *, found: FoundPlace | None = None
) -> Iterator[RenderableType]:
    """Show a request that was saved, the place that was understood and what comes next."""
    request = done.request
    yield session.say("cli.request_saved", request=request.request_id)
    yield session.say("cli.place_found", address=request.address, at=_place(request))
    if found is not None:
        yield from _doubts(session, found)
    for former in done.duplicates:
        yield session.say("cli.possible_duplicate", request=former, second=request.request_id)
    if not request.code and done.suggestions:
        yield session.say("cli.suggested", codes=_codes(session, done.suggestions, rules))
    elif not request.code:
        yield session.say("cli.suggested_none", request=request.request_id)
    yield from _to_ask(session, request, rules)
    yield asset_rows(session, done.assets)
    yield session.say("cli.acknowledge_next", at=moment(acknowledge_by(request, rules)))


def _doubts(session: Session, found: FoundPlace) -> Iterator[RenderableType]:
    if found.guessed_from:
        others = "; ".join(found.others)
        yield session.say("cli.place_guessed", text=found.guessed_from, address=found.address, others=others)
    if not found.is_exact_number:
        yield session.say("cli.number_unknown")


def sheet(session: Session, found: RequestSheet, rules: RuleBook) -> Iterator[RenderableType]:
    """Show one request's sheet."""
    one = found.registered
    request = one.request
    yield facts(
        [
            (session.say("label.request"), request.request_id),
            (session.say("label.state"), word(session, f"request_state.{request.state.value}")),
            (session.say("label.reason"), request.reason or None),
            (session.say("label.caller"), request.caller),
            (session.say("label.call_back"), request.phone or request.email),
            (session.say("label.address"), f"{request.address} ({_place(request)})".strip()),
            (session.say("label.description"), request.description),
            (session.say("label.code"), request.code or None),
            (session.say("label.received_at"), moment(request.received_at)),
            (session.say("label.acknowledged_at"), moment(request.acknowledged_at)),
            (session.say("label.age"), _age(session, one.waiting)),
            (session.say("label.priority"), _priority(session, one)),
            (session.say("label.acknowledge_by"), moment(one.deadlines.acknowledge_by)),
            (session.say("label.on_site_by"), moment(one.deadlines.on_site_by)),
            (session.say("label.done_by"), moment(one.deadlines.done_by)),
            (session.say("label.duplicates"), ", ".join(one.duplicates) or None),
            (session.say("label.orders"), ", ".join(found.orders) or None),
            (session.say("label.merged_into"), request.merged_into or None),
            (session.say("label.merged"), ", ".join(found.merged) or None),
            (session.say("label.closed_at"), moment(request.closed_at)),
        ]
    )
    yield from answers_shown(session, request, rules)
    yield ""
    yield asset_rows(session, found.assets)


def answers_shown(session: Session, request: ServiceRequest, rules: RuleBook) -> Iterator[RenderableType]:
    """Show what a caller answered, and what is still to ask."""
    if request.answers:
        yield facts(
            (_asked(session, rules, key), _said(session, rules, key, reply))
            for key, reply in request.answers.items()
        )
    yield from _to_ask(session, request, rules)


def asset_rows(session: Session, assets: Sequence[NearAsset]) -> Table:
    """Return the assets around a place as rows."""
    names = ("role", "asset", "distance", "chainage")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                word(session, f"role.{one.role}"),
                one.asset_id,
                f"{number(session, one.distance_m, 1)} m",
                None if one.chainage_m is None else f"{number(session, one.chainage_m)} m",
            )
            for one in assets
        ),
        right=[2, 3],
    )


def form_data(session: Session, data: Mapping[str, object]) -> dict[str, object]:
    """Return what to ask as a program reads it, in the user's language."""
    asked: Sequence[Asked] = data["questions"]  # type: ignore[assignment]
    between: Sequence[Between] = data["between"]  # type: ignore[assignment]
    return {
        **data,
        "between": [{"question": one.question, "codes": one.codes} for one in between],
        "questions": [
            {
                "key": one.key,
                "question": one.question.spoken(session.language),
                "answers": {
                    key: label.spoken(session.language) for key, label in one.question.answers.items()
                },
                "mandatory": one.question.mandatory,
            }
            for one in asked
        ],
    }


def form_shown(
    session: Session,
    suggested: Sequence[Suggestion],
    between: Sequence[Between],
    asked: Sequence[Asked],
    rules: RuleBook,
) -> Iterator[RenderableType]:
    """Show the types that words may mean, what tells them apart, and the questions."""
    if suggested:
        yield session.say("cli.suggested", codes=_codes(session, suggested, rules))
    for one in between:
        question = rules.questions.question(one.question)
        answers = "; ".join(
            f"{question.answers[reply].spoken(session.language)}: {code}" for reply, code in one.codes.items()
        )
        yield session.say("cli.telling_apart", question=question.spoken(session.language), answers=answers)
    names = ("question_key", "question", "answers", "mandatory")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.key,
                one.question.spoken(session.language),
                _offered(session, one.question),
                word(session, "answer.yes") if one.question.mandatory else "",
            )
            for one in asked
        ),
    )


def merged_shown(session: Session, done: Merged, now: datetime) -> Iterator[RenderableType]:
    """Show which requests one tree of orders answers now, judged and studied as of a moment."""
    names = ", ".join(one.request_id for one in done.requests)
    order = done.order.order_id if done.order else done.root.order_id
    yield session.say("cli.merged", requests=names, request=done.root.request_id, order=order or "-")
    if done.order is not None:
        yield session.say(
            "cli.judged",
            order=done.order.order_id,
            priority=done.order.priority.value,
            score=figure(session, done.order.score),
        )
        code = "cli.studied_as_of" if done.studied else "cli.judged_as_of"
        yield session.say(code, order=done.order.order_id, at=now)
    for one in done.cancelled:
        yield session.say("cli.given_up", order=one.order_id)


def callers_shown(session: Session, callers: Sequence[CallerToTell]) -> Iterator[RenderableType]:
    """Show who has to be told that the work is over."""
    yield session.say("cli.requests_closed", count=len(callers))
    yield caller_rows(session, callers)


def caller_rows(session: Session, callers: Sequence[CallerToTell]) -> Table:
    """Return callers as rows."""
    return rows(
        [session.say(f"label.{name}") for name in ("request", "caller", "call_back")],
        ((one.request_id, one.caller, ", ".join(filter(None, (one.phone, one.email)))) for one in callers),
    )


def call_back_data(one: CallBack) -> dict[str, object]:
    """Return a request to call back as JSON holds it."""
    return {
        "request": one.request.request_id,
        "order": one.request.order_id,
        "phone": one.request.phone,
        "questions": [asked.key for asked in one.questions],
    }


def call_backs(session: Session, found: Sequence[CallBack]) -> Iterator[RenderableType]:
    """Say whom nobody asked about danger, one by one; the others with questions left open in one line."""
    for one in found:
        if one.danger_is_open:
            request = one.request
            yield session.say(
                "cli.danger_open",
                request=request.request_id,
                order=request.order_id,
                caller=request.caller or "-",
                reach=request.phone or request.email or "-",
            )
    if left := [one.request.request_id for one in found if not one.danger_is_open]:
        yield session.say("cli.questions_open", count=len(left), requests=", ".join(left))


def _to_ask(session: Session, request: ServiceRequest, rules: RuleBook) -> Iterator[RenderableType]:
    standard = rules.catalogue.jobs.get(request.code)
    missing = still_to_ask(request.answers, form(rules.questions, standard))
    if missing and request.order_id == "":
        yield session.say(
            "cli.still_to_ask", questions=" ".join(one.question.spoken(session.language) for one in missing)
        )


def _age(session: Session, one: Waiting) -> str:
    colour = word(session, f"age.{one.colour.value}")
    return session.say("cli.age", age=waited(session, one.waited_min), colour=colour)


def _codes(session: Session, found: Sequence[Suggestion], rules: RuleBook) -> str:
    names = [f"{one.code} ({rules.catalogue[one.code].label.spoken(session.language)})" for one in found]
    return "; ".join(names[:4])


def _place(request: ServiceRequest) -> str:
    return place(request.place)


def _priority(session: Session, one: Registered) -> str:
    said = word(session, f"priority.{one.priority.value}")
    return said if one.is_judged else session.say("cli.not_judged_yet", priority=said)


def _asked(session: Session, rules: RuleBook, key: str) -> str:
    known = any(key in asked for asked in rules.questions.sets.values())
    return rules.questions.question(key).spoken(session.language) if known else key


def _said(session: Session, rules: RuleBook, key: str, reply: str) -> str:
    for asked in rules.questions.sets.values():
        if key in asked and reply in asked[key].answers:
            return asked[key].answers[reply].spoken(session.language)
    return word(session, "answer.unknown") if reply == "unknown" else reply


def _offered(session: Session, question: Question) -> str:
    return ", ".join(f"{key} ({label.spoken(session.language)})" for key, label in question.answers.items())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SIGNS else f"{line[: _MOST_SIGNS - 1]}…"
