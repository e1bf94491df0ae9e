# SPDX-License-Identifier: GPL-3.0-or-later
"""Is everything there that a form asks for, of its kind, within its bounds, from its list?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...core.messages import Message
from .forms import FormField, JobForm
from .known import Finding
from .records import Closure
from .values import expected_of, means_something, number_of, text_of

RESULT = "result"
AGENTS = "agents"
PHOTOS = "photos"


def presence(closure: Closure, form: JobForm) -> Iterator[Finding]:
    """Yield what is missing, of another kind, out of bounds or off the list; photos that are missing."""
    result = text_of(closure.fields, RESULT)
    for name, field in form.fields.items():
        text = text_of(closure.fields, name)
        if text:
            yield from value_findings(name, text, field)
        elif _is_needed(field, result):
            expected = expected_of(field)
            message = Message("closure.missing", {"field": name, "expected": expected})
            yield Finding(name, "error", "", expected.english(), message)
    if len(closure.photos) < form.photos and result != "not_done":
        params = {"found": len(closure.photos), "expected": form.photos}
        message = Message("closure.photos", params)
        yield Finding(PHOTOS, "error", str(len(closure.photos)), str(form.photos), message)


def value_findings(name: str, text: str, field: FormField) -> Iterator[Finding]:
    """Yield what is wrong with a value by itself."""
    if not means_something(text, field) or (field.kind == "choice" and text not in field.values):
        expected = expected_of(field)
        params: Mapping[str, object] = {"field": name, "found": text, "expected": expected}
        yield Finding(name, "error", text, expected.english(), Message("closure.value", params))
        return
    number = number_of(text) if field.kind in ("number", "whole") else None
    if number is None:
        return
    for limit, is_out, code in (
        (field.least, field.least is not None and number < field.least, "closure.too_small"),
        (field.most, field.most is not None and number > field.most, "closure.too_large"),
    ):
        if is_out:
            params = {"field": name, "found": text, "limit": f"{limit:g}", "unit": field.unit}
            yield Finding(name, "error", text, f"{limit:g}", Message(code, params))


def _is_needed(field: FormField, result: str) -> bool:
    if field.needed == "done":
        return result != "not_done"
    if field.needed == "not_done":
        return result in ("not_done", "partial")
    return field.needed == "always"
