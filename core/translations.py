# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences in the user's language without Qt, from the ``.ts`` files that Qt's translations are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from .errors import InputError

SOURCE_LANGUAGE = "en"
_FOLDER = Path(__file__).resolve().parents[1] / "i18n"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that Regard speaks, as two-letter codes."""
    translated = (path.stem.removeprefix("regard_") for path in _FOLDER.glob("regard_*.ts"))
    return tuple(sorted({SOURCE_LANGUAGE, *translated}))


def translator(language: str) -> Callable[[str], str]:
    """Return the function that says an English template in ``language``.

    ``language`` may be a locale (``fr_FR``, ``fr_FR.UTF-8``). A template without a translation stays English.
    Raises ``InputError`` for a language that Regard does not speak.
    """
    code = language.replace("-", "_").split("_")[0].split(".")[0].lower()
    if code not in languages():
        raise InputError("language.unknown", found=language, expected=", ".join(languages()))
    catalogue = _catalogue(code)
    return lambda template: catalogue.get(template, template)


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    if language == SOURCE_LANGUAGE:
        return {}
    messages = ET.parse(_FOLDER / f"regard_{language}.ts").iter("message")  # noqa: S314 (our own file)
    pairs = ((entry.findtext("source", ""), entry.findtext("translation", "")) for entry in messages)
    return {source: translation for source, translation in pairs if translation}
