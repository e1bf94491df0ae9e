# SPDX-License-Identifier: GPL-3.0-or-later
"""What the use cases need to send mail: a letter, somebody who carries it, and how that can fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ...core.errors import Failure


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
