# SPDX-License-Identifier: GPL-3.0-or-later
"""What the use cases need to send mail: a letter, somebody who carries it, and how that can fail."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from ...core.errors import Failure
from ...core.messages import Message
from ...workorders.informing.messages import Outcome
from ..ports import Workspace

_STALE = "record.stale"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail; ``mail_id`` is its Message-ID without angle brackets, the same at every attempt."""

    mail_id: str
    to: str
    subject: str
    body: str
    language: str


class NotSent(Failure):
    """The mail has surely not been taken over: it may be sent again."""


class NoConnection(NotSent):
    """The server cannot be reached or does not let us in: no other mail will get through either."""


class PerhapsSent(Failure):
    """The connection broke after the mail was handed over: it may have left."""


class Mailer(Protocol):
    """Carries mail: returns once the server has taken it over, raises ``NotSent`` or ``PerhapsSent``."""

    def send(self, mail: Mail) -> None:
        """Send one mail."""


def stable_id(key: str) -> str:
    """Return the Message-ID of what has a key: always the same, so that servers can drop a double."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@regard.invalid"


def hand_over(mailer: Mailer, mail: Mail) -> tuple[Outcome, Message | None, bool]:
    """Give a mail to the mailer; return how it ended, why, and whether the next one has a chance."""
    try:
        mailer.send(mail)
    except NoConnection as error:
        return Outcome.FAILED, error.message, False
    except NotSent as error:
        return Outcome.FAILED, error.message, True
    except PerhapsSent as error:
        return Outcome.UNKNOWN, error.message, True
    return Outcome.SENT, None, True


def claimed(workspace: Workspace, leaving: object, *, name: str, who: str) -> bool:
    """Note that something is about to leave, in a command of its own; false when another run was first."""
    try:
        with workspace.command(name, who=who) as transaction:
            transaction.save(leaving)
    except Failure as error:
        if error.message.code == _STALE:
            return False
        raise
    return True
