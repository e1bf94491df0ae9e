# SPDX-License-Identifier: GPL-3.0-or-later
"""Mails that people hand over: saved by their mail program, or copied as text."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import InputError
from ..workorders.intake.mail_text import Mail, read_copied_mail, read_mail

SUFFIXES = frozenset({".eml", ".txt"})


def read_mail_file(file: Path, *, time_zone: str) -> Mail:
    """Return the mail of a file; ``InputError`` when it is missing or cannot be read."""
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file.missing", file=file) from error
    except OSError as error:
        raise InputError("file.unreadable", file=file, reason=error.strerror) from error
    if file.suffix.lower() == ".eml":
        return read_mail(content, time_zone=time_zone)
    try:
        return read_copied_mail(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return read_copied_mail(content.decode("cp1252", errors="replace"))
