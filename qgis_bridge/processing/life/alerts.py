# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts to those who answer for what orders lack: raised, listed, told, answered, taken one step up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import lack_text
from ...messages import tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import (
    Given,
    Input,
    Inputs,
    Results,
    choice_input,
    day_input,
    in_words,
    now_input,
    number_result,
    text_input,
    whole_input,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.life.records import Alert

ALERT, DAY, HORIZON, COUNT = "ALERT", "DAY", "HORIZON", "ALERT_COUNT"

ALERTS = OutputLayer(
    name="ALERTS",
    label=lambda: tr("Alerts"),
    explanation=lambda: tr("A table: who is told what about which order, by which way, and what came of it."),
    fields=(
        *(("alert_id", "text"), ("order_id", "text"), ("resource", "text"), ("addressee", "text")),
        *(("text", "text"), ("raised_at", "datetime"), ("channel", "text"), ("state", "text")),
        *(("replied_at", "datetime"), ("reply", "text"), ("escalated_to", "text")),
    ),
)
# as the options are shown
_CHANNELS = ("phone", "sms", "email", "letter", "app")


class _Alerts(UseCase):
    """Base of those that hand alerts out."""

    section = "life"
    layers = (ALERTS,)

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(COUNT, tr("Number of alerts"))

    def listed(self, alerts: Iterable[Alert]) -> Outcome:
        """Return the alerts."""
        found = list(alerts)
        return Outcome({ALERTS: lambda: alert_rows(found)}, {COUNT: len(found)})


class RaiseAlerts(_Alerts):
    """Writes the alerts in one journaled command."""

    key = "raisealerts"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Raise the alerts of the coming days"), tr(
            "Writes an alert for everything that orders of the coming days lack, for subcontractors and "
            "corrections without an answer, and for notices that run out; once, to those who answer for it."
        )

    def inputs(self) -> Inputs:
        """Yield the days."""
        yield day_input(DAY, tr("Day"), tr("The day to look from."))
        yield whole_input(HORIZON, tr("Days ahead"), tr("How many days ahead to look, 0 to 92."), 10, most=92)
        yield now_input(tr("When the alerts are raised. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Raise them."""
        from ....planner.life.alerts import raise_alerts
        from ....planner.life.readiness_board import readiness_board

        board = readiness_board(workspace, given.some_day(DAY), horizon_days=given.whole(HORIZON) or 0)
        return self.listed(
            raise_alerts(workspace, board, overdue=True, now=given.now, who=self.who(), say=lack_text)
        )


class ListAlerts(_Alerts):
    """Reads a workspace; writes nothing into it."""

    key = "alerts"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Alerts"), tr("Lists the alerts with what came of them.")

    def inputs(self) -> Inputs:
        """Yield nothing."""
        yield from ()

    def act(self, given: Given, workspace: Workspace) -> Outcome:  # noqa: ARG002 - nothing is asked
        """List them."""
        from ....workorders.life.records import Alert

        return self.listed(workspace.all(Alert))


class ReplyToAlert(_Alerts):
    """Writes the reply in one journaled command."""

    REPLY = "REPLY"

    key = "replytoalert"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note the reply to an alert"), tr("Notes what somebody answered to an alert.")

    def inputs(self) -> Inputs:
        """Yield the alert and its reply."""
        yield _alert_input()
        yield text_input(self.REPLY, tr("Reply"), tr("What was answered."))
        yield now_input(tr("When it was answered. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.life.alerts import reply_to_alert

        alert, reply = given.text(ALERT), given.text(self.REPLY)
        return self.listed([reply_to_alert(workspace, alert, reply, now=given.now, who=self.who())])


class AlertTold(_Alerts):
    """Writes that somebody was told in one journaled command."""

    CHANNEL, NOTE = "CHANNEL", "NOTE"

    key = "alerttold"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note that somebody was told of an alert"), tr(
            "Notes that somebody was told of an alert, and by which way."
        )

    def inputs(self) -> Inputs:
        """Yield the alert and the way."""
        yield _alert_input()
        ways = in_words("channel", _CHANNELS)
        yield choice_input(self.CHANNEL, tr("Way used"), tr("By which way."), ways)
        yield text_input(self.NOTE, tr("Note"), tr("What was said."), optional=True)
        yield now_input(tr("When it was told. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.send_alerts import tell_alert
        from ....workorders.informing.contacts import Channel

        told = tell_alert(
            workspace,
            given.text(ALERT),
            now=given.now,
            who=self.who(),
            channel=Channel(given.choice(self.CHANNEL, _CHANNELS)),
            note=given.text(self.NOTE),
        )
        return self.listed([told])


class EscalateAlerts(_Alerts):
    """Writes the alerts in one journaled command."""

    key = "escalatealerts"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Take unanswered alerts one step up"), tr(
            "Takes the alerts that nobody answered in time to the next person who answers for it."
        )

    def inputs(self) -> Inputs:
        """Yield as of when."""
        yield now_input(tr("What is unanswered is judged as at this moment. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take them up."""
        from ....planner.life.alerts import escalate_alerts

        return self.listed(escalate_alerts(workspace, now=given.now, who=self.who()))


def _alert_input() -> Input:
    return text_input(ALERT, tr("Alert"), tr("The id of the alert."))


def alert_rows(alerts: Iterable[Alert]) -> Rows:
    """Yield alerts in the order of the fields of ``ALERTS``."""
    for one in alerts:
        about = (one.alert_id, one.order_id, word(f"resource.{one.resource}"), one.addressee or one.role)
        told = (word(f"channel.{one.channel.value}"), word(f"message_state.{one.state.value}"))
        yield None, (*about, one.text, one.raised_at, *told, one.replied_at, one.reply, one.escalated_to)
