# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords kept out of what is printed and logged."""

from __future__ import annotations

import re

_IN_ADDRESS = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s/]*@", re.IGNORECASE)
_AS_VALUE = re.compile(r"\b((?:ssl)?password\s*=\s*)('[^']*'|[^\s&'\"]+)", re.IGNORECASE)


def without_secrets(text: str) -> str:
    """Return a text without the passwords of the addresses and connection strings in it."""
    return _AS_VALUE.sub(r"\1…", _IN_ADDRESS.sub(r"\1@", text))
