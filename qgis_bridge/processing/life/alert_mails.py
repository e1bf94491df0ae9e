# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:sendalerts``: the alerts that go by mail leave, the others are for somebody to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterAuthConfig

from ...labels import spoken_language
from ...messages import say, tr
from ...wording import word
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, now_input, number_result
from ..use_case import Outcome, UseCase
from .alerts import ALERTS, alert_rows

if TYPE_CHECKING:
    from ....planner.informing.send_alerts import SentAlert
    from ....planner.ports import Workspace

DELIVERIES = OutputLayer(
    name="DELIVERIES",
    label=lambda: tr("Alerts that were sent"),
    explanation=lambda: tr("A table: each alert that was to leave, to whom, how it ended, and why."),
    fields=(("alert_id", "text"), ("to", "text"), ("outcome", "text"), ("reason", "text")),
)
TO_TELL = replace(
    ALERTS,
    name="TO_TELL",
    label=lambda: tr("Alerts to tell"),
    explanation=lambda: tr("A table: the alerts that nobody was told of yet, the oldest first."),
)


class SendAlerts(UseCase):
    """Sends mails; notes each alert before and after it leaves, in journaled commands."""

    AUTH, SENT, FAILED, LEFT = "AUTH", "SENT_COUNT", "FAILED_COUNT", "TO_TELL_COUNT"

    key = "sendalerts"
    section = "life"
    layers = (DELIVERIES, TO_TELL)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Send the alerts"), tr(
            "Sends the alerts that go by mail through the mail server of the workspace, and lists those that "
            "somebody has to tell; without a mail server that is all of them. None is sent twice."
        )

    def inputs(self) -> Inputs:
        """Yield who logs in."""
        yield (
            QgsProcessingParameterAuthConfig(self.AUTH, tr("Password of the mail server"), optional=True),
            tr("A stored configuration of QGIS of the kind Basic. Empty: what REGARD_SMTP_PASSWORD holds."),
        )
        yield now_input(tr("When the alerts are noted as sent. Empty: now."))

    def results(self) -> Results:
        """Yield how many left, and how many are to tell."""
        yield number_result(self.SENT, tr("Alerts sent"))
        yield number_result(self.FAILED, tr("Alerts that did not leave"))
        yield number_result(self.LEFT, tr("Number of alerts to tell"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Send them."""
        from ....planner.informing.send_alerts import send_alerts
        from ....store.smtp_mail import SmtpMailer, password_of_environment, read_mail_settings
        from ...mail_password import password_of_qgis

        settings, config = read_mail_settings(workspace), given.text(self.AUTH)
        ask: Callable[[str, str], str] = password_of_qgis(config) if config else password_of_environment
        done = send_alerts(
            workspace,
            SmtpMailer(settings.checked(), ask, datetime.now) if settings.host else None,
            clock=lambda: given.now,
            who=self.who(),
            say=say,
            language=spoken_language(),
        )
        sent = sum(one.outcome.value == "sent" for one in done.made)
        text = tr("Nobody knows whether this alert left: {alert}")
        return Outcome(
            {DELIVERIES: lambda: _rows(done.made), TO_TELL: lambda: alert_rows(done.to_tell)},
            {self.SENT: sent, self.FAILED: len(done.made) - sent, self.LEFT: len(done.to_tell)},
            warnings=[text.format(alert=name) for name in done.unknown],
        )


def _rows(made: Iterable[SentAlert]) -> Rows:
    for one in made:
        reason = say(one.reason) if one.reason else ""
        yield None, (one.alert_id, one.to, word(f"outcome.{one.outcome.value}"), reason)
