# SPDX-License-Identifier: GPL-3.0-or-later
"""Mail through an SMTP server. The password is asked for when it is needed, and kept nowhere."""

from __future__ import annotations

import os
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime
from enum import Enum

from ..core.errors import InputError
from ..planner.informing.mail import Mail, NoConnection, NotSent, PerhapsSent
from ..planner.ports import Workspace
from ..workorders.informing.contacts import is_mail_address

PASSWORD_VARIABLE = "REGARD_SMTP_PASSWORD"  # noqa: S105 - the name of it
_PREFIX = "mail."
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = range(1, 65536)

# asked with the user and the host, answers the password; empty when there is none
AskPassword = Callable[[str, str], str]


class Security(Enum):
    """How the connection is protected: from the start, after a greeting, or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """Where mail is handed over; ``user`` is empty for a server that asks for none."""

    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = ""
    timeout_s: int = 20

    def checked(self) -> SmtpSettings:
        """Return the settings; ``InputError`` names the first that cannot be used."""
        if not self.host:
            raise InputError("mail.setting", field="host", found="", expected="a server")
        if not is_mail_address(self.sender):
            raise InputError("mail.setting", field="sender", found=self.sender, expected="a mail address")
        if self.port not in _PORTS:
            raise InputError("mail.setting", field="port", found=self.port, expected="1 to 65535")
        if self.user and self.security is Security.NONE and self.host not in _LOCAL:
            raise InputError("mail.password_in_clear", host=self.host)
        return self


def read_mail_settings(workspace: Workspace) -> SmtpSettings:
    """Return the settings that a workspace holds."""
    usual = SmtpSettings()
    port = workspace.setting(f"{_PREFIX}port", str(usual.port))
    security = workspace.setting(f"{_PREFIX}security", usual.security.value)
    if not port.isdigit():
        raise InputError("mail.setting", field="port", found=port, expected="1 to 65535")
    if security not in {kind.value for kind in Security}:
        known = ", ".join(kind.value for kind in Security)
        raise InputError("mail.setting", field="security", found=security, expected=known)
    return replace(
        usual,
        host=workspace.setting(f"{_PREFIX}host"),
        port=int(port),
        security=Security(security),
        user=workspace.setting(f"{_PREFIX}user"),
        sender=workspace.setting(f"{_PREFIX}sender"),
    )


def write_mail_settings(workspace: Workspace, settings: SmtpSettings, *, who: str) -> None:
    """Store the settings in a workspace, where everyone who opens it finds them; there is no password."""
    settings.checked()
    values = {
        "host": settings.host,
        "port": str(settings.port),
        "security": settings.security.value,
        "user": settings.user,
        "sender": settings.sender,
    }
    with workspace.command("set mail server", who=who) as transaction:
        transaction.set_settings({f"{_PREFIX}{name}": value for name, value in values.items()})


def password_of_environment(user: str, host: str) -> str:  # noqa: ARG001 - one password a run
    """Return the password that the environment holds, empty when it holds none."""
    return os.environ.get(PASSWORD_VARIABLE, "")


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Implements ``planner.informing.mail.Mailer``, with a connection a mail: none harms another."""

    settings: SmtpSettings
    ask_password: AskPassword
    clock: Callable[[], datetime]

    def send(self, mail: Mail) -> None:
        """Send one mail.

        Raises
        ------
        NoConnection
            The server cannot be reached, has no trusted certificate, or refuses the user.
        NotSent
            The server refuses this mail.
        PerhapsSent
            The connection broke after the mail was handed over.
        """
        letter = self._letter(mail)
        server = self._connected()
        try:
            self._transmit(server, letter, mail.to)
        finally:
            # what was said has been said: a server that has gone is no failure any more
            server.close()

    def _letter(self, mail: Mail) -> EmailMessage:
        letter = EmailMessage()
        try:
            letter["Subject"] = " ".join(mail.subject.split())
            letter["From"] = self.settings.sender
            letter["To"] = mail.to
            letter["Date"] = format_datetime(self.clock().astimezone())
            letter["Message-ID"] = f"<{mail.mail_id}>"
            letter["Content-Language"] = mail.language
            letter["Auto-Submitted"] = "auto-generated"
            letter.set_content(mail.body)
        except (ValueError, MessageError) as error:
            raise NotSent("mail.unwritable", to=mail.to, reason=error) from error
        return letter

    def _connected(self) -> smtplib.SMTP:
        settings = self.settings.checked()
        password = self.ask_password(settings.user, settings.host) if settings.user else ""
        if settings.user and not password:
            raise InputError("mail.no_password", user=settings.user, variable=PASSWORD_VARIABLE)
        server: smtplib.SMTP | None = None
        try:
            server = self._opened(settings)
            if password:
                _log_in(server, settings.user, password)
        except (OSError, smtplib.SMTPException) as error:
            if server is not None:
                server.close()
            raise NoConnection("mail.no_connection", host=settings.host, reason=_reason(error)) from None
        return server

    def _opened(self, settings: SmtpSettings) -> smtplib.SMTP:
        where = {"host": settings.host, "port": settings.port, "timeout": settings.timeout_s}
        context = ssl.create_default_context()
        if settings.security is Security.TLS:
            return smtplib.SMTP_SSL(**where, context=context)
        server = smtplib.SMTP(**where)
        if settings.security is Security.STARTTLS:
            try:
                server.starttls(context=context)
            except (OSError, smtplib.SMTPException):
                server.close()
                raise
        return server

    def _transmit(self, server: smtplib.SMTP, letter: EmailMessage, to: str) -> None:
        try:
            server.ehlo_or_helo_if_needed()
            self._announce(server, to)
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise NotSent("mail.refused", to=to, reason=_reason(error)) from None
        try:
            code, answer = server.data(letter.as_bytes(policy=letter.policy.clone(linesep="\r\n")))
        except smtplib.SMTPDataError as error:
            raise NotSent("mail.refused", to=to, reason=_reason(error)) from None
        except (OSError, smtplib.SMTPException) as error:
            raise PerhapsSent("mail.perhaps_sent", to=to, reason=_reason(error)) from None
        if code != 250:
            raise NotSent("mail.refused", to=to, reason=_said(code, answer))

    def _announce(self, server: smtplib.SMTP, to: str) -> None:
        code, answer = server.mail(self.settings.sender)
        if code != 250:
            raise smtplib.SMTPSenderRefused(code, answer, self.settings.sender)
        code, answer = server.rcpt(to)
        if code not in (250, 251):
            raise smtplib.SMTPResponseException(code, answer.decode("utf-8", "replace"))


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """Log in; smtplib knows no other than ASCII passwords, where RFC 4616 (PLAIN) takes any."""
    if (user + password).isascii():
        server.login(user, password)
        return
    server.ehlo_or_helo_if_needed()
    words = b64encode(f"\0{user}\0{password}".encode()).decode()
    code, answer = server.docmd("AUTH", f"PLAIN {words}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _said(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(text.split())}"


def _reason(error: Exception) -> str:
    """Return what went wrong; the dialogue, in which a password may stand, is never part of it."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return str(error.smtp_code)
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, error.smtp_error)
    return " ".join(str(error).split()) or type(error).__name__
