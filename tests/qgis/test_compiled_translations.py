# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt reads says the same as what translators wrote."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from regard.qgis_bridge.messages import install_translator, remove_translator, tr

CATALOGUE = Path(__file__).resolve().parents[2] / "i18n" / "regard_fr.ts"


@pytest.fixture
def in_french(qgis_app):
    translator = install_translator("fr_FR")
    yield
    remove_translator(translator)


def test_the_compiled_french_is_up_to_date(in_french):
    messages = ET.parse(CATALOGUE).iter("message")
    pairs = ((message.findtext("source"), message.findtext("translation")) for message in messages)
    written = {source: translation for source, translation in pairs if translation}
    assert {text: tr(text) for text in written} == written, "run scripts/translations.py"
