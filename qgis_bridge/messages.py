# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the user reads goes through here: the translator, ``tr`` and the domain's message codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

if TYPE_CHECKING:
    from ..core.messages import Message

CONTEXT = "regard"
TAG = "Regard"
_FOLDER = Path(__file__).resolve().parents[1] / "i18n"


def tr(text: str) -> str:
    """Return an English source string in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def counted(text: str, **params: object) -> str:
    """Return a text that ``tr`` gave with its figures, what follows each in the number that it asks for."""
    from ..core.messages import language_of
    from ..core.plurals import in_number

    return in_number(text, params, language=language_of(tr)).format(**params)


def say(message: Message) -> str:
    """Return a domain message as a sentence in the user's language, without words of the command line."""
    return message.on_screen().render(tr)


def user_locale() -> str:
    """Return the locale that QGIS runs in, as ``fr_FR`` or ``fr``."""
    settings = QSettings()
    if settings.value("locale/overrideFlag", False, type=bool) or settings.contains("locale/userLocale"):
        chosen = str(settings.value("locale/userLocale") or "")
        if chosen:
            return chosen
    return QLocale.system().name()


def install_translator(locale: str) -> QTranslator | None:
    """Install the translation of a locale and return it; None when the English sources serve."""
    for name in dict.fromkeys((locale, locale.split("_")[0])):
        path = _FOLDER / f"regard_{name}.qm"
        translator = QTranslator()
        if path.exists() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            return translator
    return None


def remove_translator(translator: QTranslator | None) -> None:
    """Take back what ``install_translator`` installed."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
