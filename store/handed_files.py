# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that people hand in, such as photos and answers of operators, no larger than they may be."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import InputError
from ..workorders.teleservice.rules import TeleserviceRules


def read_bytes(file: Path, rules: TeleserviceRules) -> bytes:
    """Return a file's bytes; ``InputError`` when it is missing or larger than a consultation can be."""
    try:
        if file.stat().st_size > rules.archive.total_bytes:
            raise InputError("archive.too_large", file=file, found=file.name)
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file.missing", file=file) from error
    except OSError as error:
        raise InputError("file.unreadable", file=file, reason=error.strerror or error) from error
