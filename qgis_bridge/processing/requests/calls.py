# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls: what to ask, a new request, and what a caller answered later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterPoint, QgsWkbTypes

from ...labels import job_labels, rules_read, spoken_language
from ...messages import tr
from ...styles.answers import draw_requests
from ..base import OutputLayer, Rows
from ..inputs import (
    Given,
    Input,
    Inputs,
    Results,
    figure_input,
    moment_input,
    now_input,
    text_input,
    text_result,
)
from ..request_rows import REQUEST_FIELDS, request_rows
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.intake.places import NearAsset
    from ....planner.ports import Workspace
    from ....workorders.intake.registration import Asked
    from ....workorders.suggestion import Suggestion

REQUEST, ANSWERS, CODE, DESCRIPTION = "REQUEST", "ANSWERS", "CODE", "DESCRIPTION"
ADDRESS, POINT, PARCEL, ASSET = "ADDRESS", "POINT", "PARCEL", "ASSET"

REQUESTS = OutputLayer(
    name="REQUESTS",
    label=lambda: tr("Requests"),
    explanation=lambda: tr("The request as it is now, where it is about."),
    kind=QgsWkbTypes.Type.Point,
    fields=REQUEST_FIELDS,
    style=draw_requests,
)
ASSETS = OutputLayer(
    name="ASSETS",
    label=lambda: tr("Assets near the request"),
    explanation=lambda: tr("A table: the nearest assets, how far they are, and how far along a pipe."),
    fields=(("role", "text"), ("asset_id", "text"), ("distance_m", "real"), ("chainage_m", "real")),
    optional=True,
)
QUESTIONS = OutputLayer(
    name="QUESTIONS",
    label=lambda: tr("Questions to ask"),
    explanation=lambda: tr("A table in the order of asking, danger first: the key, the text, the answers."),
    fields=(("key", "text"), ("question", "text"), ("answers", "text"), ("mandatory", "boolean")),
)
TYPES = OutputLayer(
    name="TYPES",
    label=lambda: tr("Types of work meant"),
    explanation=lambda: tr("A table: the types that the words may mean, the likeliest first."),
    fields=(("code", "text"), ("label", "text"), ("words", "text"), ("score", "real")),
    optional=True,
)


class CallQuestions(UseCase):
    """Reads the rules of a workspace; writes nothing into it."""

    key = "callquestions"
    section = "orders"
    layers = (QUESTIONS, TYPES)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Questions to ask a caller"), tr(
            "Lists what to ask a caller, danger first, for a type of work or for the likeliest one that the "
            "words mean."
        )

    def inputs(self) -> Inputs:
        """Yield the type, or words."""
        yield code_input()
        words = tr("What the caller says, in French or English; types of work are found by it.")
        yield text_input(DESCRIPTION, tr("Words of the caller"), words, optional=True)

    def results(self) -> Results:
        """Yield the type that the questions are of."""
        yield text_result(CODE, tr("Type of work"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:  # noqa: ARG002 - its rules are read
        """Look them up."""
        from ....workorders.intake.registration import form
        from ....workorders.suggestion import suggest_codes

        rules, words = rules_read(), given.text(DESCRIPTION)
        found = suggest_codes(words, rules.catalogue) if words else ()
        code = given.text(CODE) or (found[0].code if found else "")
        asked = form(rules.questions, rules.catalogue[code] if code else None)
        rows = {QUESTIONS: lambda: _question_rows(asked), TYPES: lambda: _type_rows(found)}
        return Outcome(rows, {CODE: code})


class NewRequest(UseCase):
    """Writes the request in one journaled command."""

    CALLER, PHONE, EMAIL, CUSTOMER = "CALLER", "PHONE", "EMAIL", "CUSTOMER"
    RECEIVED, OPENS, CLOSES = "RECEIVED", "FROM", "UNTIL"
    CONTRACT, QUANTITY, DUPLICATES = "CONTRACT", "QUANTITY", "DUPLICATES"

    key = "newrequest"
    section = "orders"
    layers = (REQUESTS, ASSETS)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("New request"), tr(
            "Takes a call: who, where, what, and the answers to the questions of its type. Refused while "
            "something vital is missing, danger first. Requests that it may repeat are named."
        )

    def inputs(self) -> Inputs:
        """Yield who calls, where it is, and what is said."""
        yield text_input(self.CALLER, tr("Caller"), tr("Who calls."))
        yield text_input(self.PHONE, tr("Telephone"), tr("Where to call back."), optional=True)
        yield text_input(self.EMAIL, tr("E-mail"), tr("Where to write back."), optional=True)
        customer = tr("The reference of the customer, where it is known.")
        yield text_input(self.CUSTOMER, tr("Customer"), customer, optional=True)
        yield text_input(DESCRIPTION, tr("Words of the caller"), tr("What the caller says."))
        yield from where_inputs()
        yield code_input()
        yield _answers_input()
        moment = tr("When the call came in. Empty: now.")
        yield moment_input(self.RECEIVED, tr("Received at"), moment, optional=True)
        opens, closes = tr("The caller is there from then on."), tr("The caller is there until then.")
        yield moment_input(self.OPENS, tr("There from"), opens, optional=True)
        yield moment_input(self.CLOSES, tr("There until"), closes, optional=True)
        contract = tr("The contract whose delays count. Empty: the usual one.")
        yield text_input(self.CONTRACT, tr("Contract"), contract, optional=True)
        much = tr("How much there is to do, in the unit of the type, such as metres or valves.")
        yield figure_input(self.QUANTITY, tr("Quantity"), much, least=0.01)
        yield now_input(tr("By which rules the call is taken. Empty: now."))

    def results(self) -> Results:
        """Yield the number of the request, and which ones it may repeat."""
        yield text_result(REQUEST, tr("Number of the request"))
        yield text_result(self.DUPLICATES, tr("Requests that it may repeat"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take the call."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.intake.places import find_place
        from ....planner.intake.take_call import Call, take_call
        from ....workorders.intake.registration import parse_answers

        call = Call(
            caller=given.text(self.CALLER),
            phone=given.text(self.PHONE),
            email=given.text(self.EMAIL),
            description=given.text(DESCRIPTION),
            received_at=given.moment(self.RECEIVED) or given.now,
            code=given.text(CODE),
            customer_ref=given.text(self.CUSTOMER),
            contract_id=given.text(self.CONTRACT),
            answers=parse_answers(given.lines(ANSWERS)),
            window_start=given.moment(self.OPENS),
            window_end=given.moment(self.CLOSES),
            quantity=given.figure(self.QUANTITY),
        )
        base, at = AssetBase(workspace), given.point(POINT, workspace.crs)
        address, parcel, asset = (given.text(name) for name in (ADDRESS, PARCEL, ASSET))
        found = find_place(workspace, base, at=at, address=address, parcel=parcel, asset=asset)
        rules, who = given.rules(workspace), self.who()
        taken = take_call(workspace, base, call, found, rules=rules, now=given.now, who=who)
        guessed = tr("The address was guessed: {address}").format(address=found.address)
        return Outcome(
            {REQUESTS: lambda: request_rows([taken.request]), ASSETS: lambda: asset_rows(taken.assets)},
            {REQUEST: taken.request.request_id, self.DUPLICATES: ", ".join(taken.duplicates)},
            warnings=[guessed] if found.guessed_from else [],
        )


class AnswerQuestions(UseCase):
    """Writes the answers in one journaled command."""

    key = "answerquestions"
    section = "orders"
    layers = (REQUESTS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Answers of a caller"), tr(
            "Notes what a caller answered later, and the type of work if it is known by now."
        )

    def inputs(self) -> Inputs:
        """Yield the request and the answers."""
        yield request_input(tr("The number of a new request."))
        yield _answers_input()
        yield code_input()
        yield now_input(tr("By which rules the answers are checked. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note them."""
        from ....planner.intake.take_call import answer_questions
        from ....workorders.intake.registration import parse_answers

        answers, rules = parse_answers(given.lines(ANSWERS)), given.rules(workspace)
        changed = answer_questions(
            workspace, given.text(REQUEST), answers, rules=rules, code=given.text(CODE), who=self.who()
        )
        return Outcome({REQUESTS: lambda: request_rows([changed])})


def request_input(explanation: str) -> Input:
    """Return the number of a request to give."""
    return text_input(REQUEST, tr("Request"), explanation)


def where_inputs() -> Inputs:
    """Yield what says where something is: an address, a point, a parcel or an asset."""
    address = tr("An address; it is looked up in the address base where no point is given.")
    yield text_input(ADDRESS, tr("Address"), address, optional=True)
    point = QgsProcessingParameterPoint(POINT, tr("Place"), optional=True)
    yield point, tr("Where it is, in any coordinate system; it counts before all else.")
    yield text_input(PARCEL, tr("Parcel"), tr("A cadastral parcel, such as AB 123."), optional=True)
    yield text_input(ASSET, tr("Asset id"), tr("The business id of the asset meant."), optional=True)


def code_input() -> Input:
    """Return the code of a type of work to give, where it is known."""
    code = tr("The code of the type of work, such as AEP-CASSE. Empty: not known yet.")
    return text_input(CODE, tr("Type of work"), code, optional=True)


def _answers_input() -> Input:
    answers = tr("Answers as key=answer with semicolons between them, such as danger=no; road=yes.")
    return text_input(ANSWERS, tr("Answers"), answers, optional=True)


def _question_rows(asked: Iterable[Asked]) -> Rows:
    language = spoken_language()
    for one in asked:
        offered = (f"{key}: {said.spoken(language)}" for key, said in one.question.answers.items())
        yield None, (one.key, one.question.spoken(language), "; ".join(offered), one.question.mandatory)


def _type_rows(found: Iterable[Suggestion]) -> Rows:
    labels, language = job_labels(), spoken_language()
    for one in found:
        yield None, (one.code, labels[one.code].spoken(language), ", ".join(one.words), one.score)


def asset_rows(assets: Iterable[NearAsset]) -> Rows:
    """Yield assets near a place in the order of the fields of ``ASSETS``."""
    for one in assets:
        yield None, (one.role, one.asset_id, one.distance_m, one.chainage_m)
