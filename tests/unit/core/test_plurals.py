# SPDX-License-Identifier: GPL-3.0-or-later
"""No sentence says "1 customers" or "1 order(s)", in either language."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from regard.core.messages import Message, templates
from regard.core.plurals import in_number

ROOT = Path(__file__).resolve().parents[3]
WORDS = yaml.safe_load((ROOT / "resources" / "plurals.yaml").read_text(encoding="utf-8"))
_FIGURES = (
    "count|found|expected|customers|orders|agents|tours|stops|days|streets|addresses|sensitive|turns|meters|"
    "connections|branches|jobs|hours|hydrants|valves|changes|features|points|written|waited|actions|assets|"
    "years|parts|times|total|shown|pipes|outfalls|gullies|detail|told|planned"
)
_COUNTED = re.compile(r"\{(?:" + _FIGURES + r")\} ((?:(?!et |and |of |de )\w+ )?\w+(?:\(s\)|s|x))(?!\w)")
# what ends in s or x after a figure and is no plural
_ENDS = re.compile(
    r"(^|.* )(is|was|has|his|its|does|goes|needs|lies|ends|starts|takes|holds|this|as|less|across|means"
    r"|begins|fits|leaves|lacks|waits|already|of|hours|names|stays|asks|follows|looks|writes|works|comes|rests|rows"
    r"|dans|sans|sous|dès|plus|moins|pas|puis|après|depuis|vers|par|aux|des|les|dont|ans|depuis|mais|hors"
    r"|fois|mois|facteurs|factors|des abonnés|reads|makes|gives|counts|cuts|keeps|stands)$"
)


@pytest.fixture(scope="module")
def french():
    entries = ET.parse(ROOT / "i18n" / "regard_fr.ts").iter("message")
    return {entry.findtext("source"): entry.findtext("translation") or "" for entry in entries}


def left_plural(text, language):
    names = dict.fromkeys(re.findall(r"\{(\w+)\}", text), "1")
    said = in_number(text, names, language=language)
    put = tuple(WORDS[language]["words"].values())
    found = [one[1] for one in _COUNTED.finditer(said) if not _ENDS.match(one[1])]
    return [one for one in found if not one.startswith(put) or one.removesuffix("s") in put]


def test_every_english_template_has_its_singular():
    found = {code: left_plural(text, "en") for code, text in templates().items()}
    assert {code: words for code, words in found.items() if words} == {}


def test_every_french_text_has_its_singular(french):
    found = {source: left_plural(text, "fr") for source, text in french.items()}
    assert {source: words for source, words in found.items() if words} == {}


def test_every_english_text_of_the_window_has_its_singular(french):
    found = {source: left_plural(source, "en") for source in french}
    assert {source: words for source, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("count", "english", "of_france"),
    [
        (0, "0 customers lose", "0 abonné perd"),
        (1, "1 customer loses", "1 abonné perd"),
        (2, "2 customers", "2 abonnés"),
    ],
)
def test_the_verb_goes_along_and_nought_is_singular_in_french(count, english, of_france, french):
    message = Message("asset_effect.dry", {"count": count, "sensitive": "-"})
    assert message.english().startswith(english)
    assert message.render(lambda text: french.get(text) or text).startswith(of_france)


def test_brackets_are_written_out():
    told = (
        Message("cli.dispatched", {"count": 1}).english(),
        Message("cli.dispatched", {"count": 2}).english(),
    )
    assert told == ("1 order dispatched", "2 orders dispatched")


def test_a_figure_of_several_digits_and_a_text_are_left_alone():
    assert in_number("{count} orders", {"count": "11"}, language="en") == "{count} orders"
    assert in_number("{count} orders", {"count": "Pump"}, language="en") == "{count} orders"
