# SPDX-License-Identifier: GPL-3.0-or-later
"""Can a text be dialled? French numbers, those of other countries, an extension after them."""

from __future__ import annotations

import re

from ...core.errors import InputError
from ...core.messages import Message
from .rules import PhoneRule

_BETWEEN = re.compile(r"[\s.\-()/\u2010-\u2015]")
_EXTENSION = re.compile(r"(?:,|;|#|x|\bext(?:ension)?|\bposte?|\bp)\.?\s*\d{1,6}$", re.IGNORECASE)
# two numbers in one field: 01 99 00 00 01 / 06 39 98 00 01
_SEVERAL = re.compile(r"\s*(?:[;/,]|\bou\b|\bor\b|\bet\b|\band\b)\s*", re.IGNORECASE)


def is_phone_number(text: str, rule: PhoneRule) -> bool:
    """Tell whether a text is a telephone number, or several; ``rule`` has the forms of the country.

    Spaces, dots, hyphens, brackets and slashes do not count, ``00`` stands for ``+``, and the trunk prefix
    may follow the country's code: ``+33 (0)6 12 34 56 78`` (ITU-T E.123).
    """
    said = text.strip()
    if _is_one(said, rule):
        return True
    parts = _SEVERAL.split(said)
    return len(parts) > 1 and all(_is_one(part, rule) for part in parts)


def require_phone(text: str, rule: PhoneRule) -> None:
    """Raise ``InputError`` for a text that nobody can dial; an empty one is no number, and fine."""
    if text.strip() and not is_phone_number(text, rule):
        raise InputError("intake.phone", found=text.strip(), expected=Message("cell.phone"))


def _is_one(said: str, rule: PhoneRule) -> bool:
    return any(_has_form(one, rule) for one in (said, _EXTENSION.sub("", said)))


def _has_form(said: str, rule: PhoneRule) -> bool:
    digits = _BETWEEN.sub("", said)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    own = f"+{rule.country}"
    if digits.startswith(own):
        digits = f"{rule.trunk}{digits.removeprefix(own).removeprefix(rule.trunk)}"
    forms = rule.abroad if digits.startswith("+") else rule.national
    return any(re.fullmatch(form, digits, re.ASCII) for form in forms)
