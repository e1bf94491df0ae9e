# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of an order that are still to be told, as they are written now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from ...core.errors import InputError
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import OPEN, OrderMessage
from ...workorders.informing.templates import MessageTemplates
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .facts import order_facts
from .texts import Writer, Written, writer, written_by


def author_of(
    workspace: Workspace,
    order_id: str,
    *,
    now: datetime,
    start: datetime | None = None,
    templates: Path | None = None,
) -> Writer:
    """Return who writes the messages of an order, with the texts of a folder where it has some.

    ``InputError`` when the order does not exist or its start is unknown.
    """
    book = rule_book_of(workspace, now.date())
    rules = book.communication
    found = order_facts(
        workspace,
        AssetBase(workspace),
        order_id,
        contracts=book.contracts,
        rules=rules,
        now=now,
        start=start,
    )
    own = MessageTemplates(templates)
    return writer(workspace, found, rules=rules, templates=own, catalogue=book.catalogue)


def open_messages(
    workspace: Workspace, author: Writer, channels: Collection[Channel], *, purpose: str = ""
) -> list[Written]:
    """Return what is still to be told by some channels, as written; ``InputError`` when that is nothing."""
    messages = workspace.all(OrderMessage, order_id=author.found.facts.order_id)
    written = written_by(author, messages, channels=channels, purpose=purpose)
    chosen = [letter for letter in written if letter.message.state in OPEN]
    if not chosen:
        named = "/".join(channel.value for channel in channels)
        raise InputError("message.none_open", order=author.found.facts.order_id, channel=named)
    return chosen
