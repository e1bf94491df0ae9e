# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts of customers and entries of the directory, from CSV files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TypeVar

from ..core.errors import InputError
from ..workorders.informing.contacts import Addressee, Channel, CustomerContact
from ..workorders.rulebook import RuleBook
from .phone_check import wrong_phones
from .records_csv import read_records

Contact = TypeVar("Contact", CustomerContact, Addressee)


def read_contacts(file: Path, kind: type[Contact], rules: RuleBook) -> list[Contact]:
    """Return the contacts of a file, all or none.

    ``InputError`` names each mistake by line and column, and a channel that is none by the contact's key.
    """
    check_row = partial(wrong_phones, rule=rules.communication.phone)
    records = read_records(file, kind, known={"language": {"fr", "en"}}, check_row=check_row)
    for record in records:
        _require_channels(file, record)
    return records


def _require_channels(file: Path, record: CustomerContact | Addressee) -> None:
    known = {channel.value for channel in Channel}
    for channel in (record.channels or {}).values():
        if channel not in known:
            key = record.customer_ref if isinstance(record, CustomerContact) else record.addressee_id
            raise InputError(
                "contact.channel", file=file, key=key, found=channel, expected=", ".join(sorted(known))
            )
