# SPDX-License-Identifier: GPL-3.0-or-later
"""The communication plan of an order: planned by the rules, listed, sent by mail, logged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterAuthConfig

from ...messages import say, tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import (
    ORDER,
    Given,
    Input,
    Inputs,
    Results,
    choice_input,
    in_words,
    moment_input,
    now_input,
    number_result,
    order_input,
    text_input,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.informing.plan_messages import CommunicationPlan
    from ....planner.informing.send_mail import Delivery
    from ....planner.ports import Workspace

START, PURPOSE, MESSAGE = "START", "PURPOSE", "MESSAGE"
COUNT, LATE, GAPS = "MESSAGE_COUNT", "LATE_COUNT", "GAP_COUNT"

MESSAGES = OutputLayer(
    name="MESSAGES",
    label=lambda: tr("Messages of the order"),
    explanation=lambda: tr("A table by due time: who is told what, by which way, and what came of it."),
    fields=(
        *(("message_id", "text"), ("purpose", "text"), ("actor", "text"), ("name", "text")),
        *(("channel", "text"), ("reach", "text"), ("due_at", "datetime"), ("late", "boolean")),
        *(("state", "text"), ("sent_at", "datetime"), ("answered_at", "datetime"), ("answer", "text")),
        ("if_valve", "text"),
    ),
)
DELIVERIES = OutputLayer(
    name="DELIVERIES",
    label=lambda: tr("Mails"),
    explanation=lambda: tr("A table: what became of each mail, and why one did not leave."),
    fields=(("message_id", "text"), ("to", "text"), ("outcome", "text"), ("reason", "text")),
)
# as the options are shown
_OUTCOMES = ("sent", "answered", "no_answer", "refused", "failed", "unknown")
_CHANNELS = ("", "phone", "sms", "email", "letter", "leaflet", "app", "form")


class _Messages(UseCase):
    """Base of those that hand the plan of messages out."""

    section = "life"
    layers = (MESSAGES,)

    def results(self) -> Results:
        """Yield how many messages there are, and what is to be heeded."""
        yield number_result(COUNT, tr("Number of messages"))
        yield number_result(LATE, tr("Messages that are late"))
        yield number_result(GAPS, tr("Messages without a way to reach anybody"))

    def planned(self, plan: CommunicationPlan) -> Outcome:
        """Return the messages, and what is to be heeded."""
        values = {COUNT: len(plan.messages), LATE: len(plan.late), GAPS: len(plan.gaps)}
        return Outcome({MESSAGES: lambda: _message_rows(plan)}, values, warnings=[say(n) for n in plan.notes])


class PlanMessages(_Messages):
    """Writes the messages in one journaled command."""

    key = "planmessages"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Plan the messages of an order"), tr(
            "Plans who is told what about an order, by which way and by when, from the rules; or brings "
            "that up to date. What was told stays, and is put right where it is no longer so."
        )

    def inputs(self) -> Inputs:
        """Yield the order and its start."""
        yield order_input(tr("The number of the order that people are told about."))
        yield _start_input()
        yield now_input(tr("The messages are planned as at this moment. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Plan them."""
        from ....planner.assets.asset_base import AssetBase
        from ....planner.informing.plan_messages import plan_communication

        book = given.rules(workspace)
        done = plan_communication(
            workspace,
            AssetBase(workspace),
            given.text(ORDER),
            contracts=book.contracts,
            rules=book.communication,
            now=given.now,
            who=self.who(),
            start=given.moment(START),
        )
        return self.planned(done)


class ListMessages(_Messages):
    """Reads a workspace; writes nothing into it."""

    key = "messages"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Messages of an order"), tr(
            "Lists who is told what about an order, by when, and what came of it."
        )

    def inputs(self) -> Inputs:
        """Yield the order."""
        yield order_input(tr("The number of the order that people are told about."))
        yield now_input(tr("What is late is judged as at this moment. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....planner.informing.plan_messages import communication_plan

        return self.planned(communication_plan(workspace, given.text(ORDER), now=given.now))


class SendMessages(UseCase):
    """Sends mails; notes each before and after it leaves, in journaled commands."""

    AUTH, SENT, FAILED = "AUTH", "SENT_COUNT", "FAILED_COUNT"

    key = "sendmessages"
    section = "life"
    layers = (DELIVERIES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Send the mails of an order"), tr(
            "Sends the open messages of an order that go by mail, through the mail server of the workspace. "
            "None is sent twice; one of which nobody knows whether it left waits for somebody to say."
        )

    def inputs(self) -> Inputs:
        """Yield the order, and who logs in."""
        yield order_input(tr("The number of the order that people are told about."))
        yield _purpose_input()
        yield _start_input()
        yield (
            QgsProcessingParameterAuthConfig(self.AUTH, tr("Password of the mail server"), optional=True),
            tr("A stored configuration of QGIS of the kind Basic. Empty: what REGARD_SMTP_PASSWORD holds."),
        )
        yield now_input(tr("The messages are written as at this moment. Empty: now."))

    def results(self) -> Results:
        """Yield how many left."""
        yield number_result(self.SENT, tr("Mails sent"))
        yield number_result(self.FAILED, tr("Mails that did not leave"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Send them."""
        from ....planner.informing.open_messages import author_of
        from ....planner.informing.send_mail import send_by_mail
        from ....store.smtp_mail import SmtpMailer, password_of_environment, read_mail_settings
        from ...mail_password import password_of_qgis

        settings, config = read_mail_settings(workspace).checked(), given.text(self.AUTH)
        ask: Callable[[str, str], str] = password_of_qgis(config) if config else password_of_environment
        author = author_of(workspace, given.text(ORDER), now=given.now, start=given.moment(START))
        done = send_by_mail(
            workspace,
            author,
            SmtpMailer(settings, ask, datetime.now),
            clock=lambda: given.now,
            who=self.who(),
            purpose=given.text(PURPOSE),
            progress=given.progress,
        )
        text = tr("Nobody knows whether this mail left: {message}")
        sent = sum(one.outcome.value == "sent" for one in done.made)
        return Outcome(
            {DELIVERIES: lambda: _delivery_rows(done.made)},
            {self.SENT: sent, self.FAILED: len(done.made) - sent},
            warnings=[text.format(message=name) for name in done.unknown],
        )


class LogMessages(UseCase):
    """Writes the attempts, and the messages in the state that follows, in one journaled command."""

    OUTCOME, CHANNEL, USED, NOTE = "OUTCOME", "CHANNEL", "USED", "NOTE"
    COUNT = "ATTEMPT_COUNT"

    key = "logmessages"
    section = "life"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Log that people were told"), tr(
            "Notes an attempt to tell somebody about an order and how it ended: for one message, or for all "
            "of a purpose."
        )

    def inputs(self) -> Inputs:
        """Yield which messages, and how it ended."""
        yield order_input(tr("The number of the order that people are told about."))
        outcomes = in_words("outcome", _OUTCOMES)
        yield choice_input(self.OUTCOME, tr("Outcome"), tr("How the attempt ended."), outcomes)
        name = tr("The id of one message. Empty: all of the purpose.")
        yield text_input(MESSAGE, tr("Message"), name, optional=True)
        purpose = tr("All messages of this purpose, such as cut_planned; needed where no message is named.")
        yield text_input(PURPOSE, tr("Purpose"), purpose, optional=True)
        yield choice_input(
            self.CHANNEL, tr("Planned way"), tr("Only messages by this way."), _ways(tr("any"))
        )
        used = tr("By which way people were told, where it is another one than planned.")
        yield choice_input(self.USED, tr("Way used"), used, _ways(tr("as planned")))
        note = tr("What was answered, who was on the phone.")
        yield text_input(self.NOTE, tr("Note"), note, optional=True)
        yield now_input(tr("When people were told. Empty: now."))

    def results(self) -> Results:
        """Yield how many attempts were noted."""
        yield number_result(self.COUNT, tr("Number of attempts"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note them."""
        from ....planner.informing.attempts import chosen_messages, log_attempts
        from ....workorders.informing.contacts import Channel
        from ....workorders.informing.messages import Outcome as End

        planned, used = (given.choice(name, _CHANNELS) for name in (self.CHANNEL, self.USED))
        chosen = chosen_messages(
            workspace,
            given.text(ORDER),
            message_id=given.text(MESSAGE),
            purpose=given.text(PURPOSE),
            channel=Channel(planned) if planned else None,
        )
        made = log_attempts(
            workspace,
            chosen,
            End(given.choice(self.OUTCOME, _OUTCOMES)),
            at=given.now,
            who=self.who(),
            note=given.text(self.NOTE),
            channel=Channel(used) if used else None,
        )
        return Outcome(values={self.COUNT: len(made)})


def _ways(none: str) -> list[str]:
    return [none, *in_words("channel", [name for name in _CHANNELS if name])]


def _start_input() -> Input:
    start = tr("When the work or its cut begins, as people are told. Empty: as planned.")
    return moment_input(START, tr("Start"), start, optional=True)


def _purpose_input() -> Input:
    purpose = tr("Only messages of this purpose, such as cut_planned. Empty: all.")
    return text_input(PURPOSE, tr("Purpose"), purpose, optional=True)


def _message_rows(plan: CommunicationPlan) -> Rows:
    late = set(plan.late)
    for one in plan.messages:
        who = (one.message_id, word(f"purpose.{one.purpose}"), word(f"actor.{one.actor}"), one.name)
        how = (word(f"channel.{one.channel.value}"), one.reach, one.due_at, one.message_id in late)
        came = (word(f"message_state.{one.state.value}"), one.sent_at, one.answered_at, one.answer)
        yield None, (*who, *how, *came, one.if_valve)


def _delivery_rows(made: Iterable[Delivery]) -> Rows:
    for one in made:
        reason = say(one.reason) if one.reason else ""
        yield None, (one.message_id, one.to, word(f"outcome.{one.outcome.value}"), reason)
