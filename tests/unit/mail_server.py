# SPDX-License-Identifier: GPL-3.0-or-later
"""A real SMTP server that keeps what it takes over."""

import email.policy
import socket
from email import message_from_bytes

from aiosmtpd.controller import Controller


class Inbox:
    """Keeps what a server takes over; refuses the addresses that it is told to."""

    def __init__(self, refused=()):
        self.letters = []
        self.refused = refused

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 taken over"


class Servers:
    """Servers that run until they are stopped."""

    def __init__(self):
        self._running = []

    def __call__(self, inbox, **options):
        """Start a server that hands what it takes over to an inbox; return its port."""
        controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        self._running.append(controller)
        return controller.port

    def stop(self):
        """Stop all of them."""
        for controller in self._running:
            controller.stop(no_assert=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
