# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences in the user's language, without Qt."""

import pytest
from regard.core.errors import InputError
from regard.core.messages import Message
from regard.core.translations import languages, translator


def test_regard_speaks_english_and_french():
    assert languages() == ("en", "fr")


@pytest.mark.parametrize("name", ["fr", "FR", "fr_FR", "fr-CA", "fr_FR.UTF-8"])
def test_a_locale_says_the_language(name):
    sentence = Message("file.missing", {"file": "a.csv"}).render(translator(name))
    assert sentence == "a.csv\N{NO-BREAK SPACE}: fichier introuvable"


def test_english_is_the_source():
    assert translator("en_GB")("{file}: no such file") == "{file}: no such file"


def test_what_is_not_translated_stays_english():
    assert translator("fr")("never written anywhere") == "never written anywhere"


def test_another_language_is_refused_with_those_there_are():
    with pytest.raises(InputError, match=r"'de'.*en, fr"):
        translator("de")
