# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail becomes a request: who wrote, where its words say it is, what they suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shapely.geometry import Point

from ...core.errors import InputError
from ...workorders.intake.mail_text import Mail, phone_in
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .addresses import address_book, has_addresses
from .places import FoundPlace
from .reach import Reach
from .take_call import Call, Taken, draft_request, save_request

MAIL = "mail"


def take_mail(
    workspace: Workspace,
    base: AssetBase,
    mail: Mail,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    file: str,
    at: Point | None = None,
) -> Taken:
    """Save a mail as a new request, in one journaled command.

    Whether anyone is in danger has still to be asked: nothing of the mail is taken for an answer. The type is
    left open, its words suggest one; ``at`` says where it is when no address can be told from the words.

    Raises
    ------
    InputError
        The mail has no sender or no words, its place is not said, or it is in the register already: the
        message names the file and the field.
    """
    if not (mail.sender or mail.address):
        raise InputError("intake.mail_field", file=file, field="From", found="")
    if not mail.text:
        raise InputError("intake.mail_field", file=file, field="Subject", found="")
    _refuse_known(workspace, mail, file)
    call = Call(
        caller=mail.sender or mail.address,
        phone=phone_in(mail.text),
        email=mail.address,
        description=mail.text,
        # a mail from the future has a wrong clock: it was received when it was read
        received_at=min(mail.sent_at or now, now),
        channel=MAIL,
        source_ref=mail.message_id,
    )
    found = FoundPlace(at, "") if at is not None else _place(workspace, mail, file)
    Reach(base, rules.intake).refuse_far(found.place)
    request = draft_request(workspace, call, found, rules=rules)
    return save_request(workspace, base, replace(request, answers=None), rules=rules, who=who)


def _place(workspace: Workspace, mail: Mail, file: str) -> FoundPlace:
    if not has_addresses(workspace):
        raise InputError("intake.mail_no_addresses", file=file)
    found = address_book(workspace).search_in_text(mail.text)
    if found is None:
        said = " ".join(mail.text.split())[:80]
        raise InputError("intake.mail_no_address", file=file, found=said)
    return FoundPlace(Point(found.x, found.y), found.label)


def _refuse_known(workspace: Workspace, mail: Mail, file: str) -> None:
    if not mail.message_id:
        return
    for request in workspace.all(ServiceRequest, source_ref=mail.message_id):
        raise InputError("intake.mail_known", file=file, request=request.request_id)
