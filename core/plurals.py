# SPDX-License-Identifier: GPL-3.0-or-later
"""The singular in sentences whose template is written in the plural: "1 hydrant", "0 vanne"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[1] / "resources" / "plurals.yaml"
_COUNTED = re.compile(r"\{(\w+)\}( [^{}\[\];:.]*)")


@cache
def _rules() -> Mapping[str, tuple[frozenset[str], re.Pattern[str], Mapping[str, str]]]:
    import yaml

    loaded = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    made = {}
    for language, rules in loaded.items():
        words: dict[str, str] = rules["words"]
        longest_first = sorted(words, key=len, reverse=True)
        pattern = re.compile(r" (" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
        made[language] = (frozenset(str(n) for n in rules["singular"]), pattern, words)
    return made


def in_number(template: str, params: Mapping[str, object], *, language: str) -> str:
    """Return a template with what follows each figure in the number that it asks for.

    ``{count} customers`` loses its plural where ``count`` takes the singular in the ``language`` (``en``,
    ``fr``) and the words stand in ``resources/plurals.yaml``; ``order(s)`` is written out. O(length).
    """
    singular, pattern, words = _rules()[language]

    def put(found: re.Match[str]) -> str:
        value = str(params.get(found[1], "")).strip()
        if not value[:1].isdigit():
            return found[0]
        text = found[2]
        if value not in singular:
            return f"{{{found[1]}}}{text.replace('(s)', 's')}"
        text = text.replace("(s)", "")
        first = pattern.match(text)
        if first is not None:
            text = f" {words[first[1]]}{text[first.end() :]}"
        return f"{{{found[1]}}}{text}"

    return _COUNTED.sub(put, template)
