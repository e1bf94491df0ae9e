# SPDX-License-Identifier: GPL-3.0-or-later
"""Every algorithm explains itself and each of its parameters, in English and in French."""

import re
from pathlib import Path

import pytest
from regard.qgis_bridge.messages import install_translator, remove_translator
from regard.qgis_bridge.processing.provider import RegardProvider

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def in_french(qgis_processing):
    translator = install_translator("fr_FR")
    yield
    remove_translator(translator)


def texts(algorithm):
    """Return the texts of an algorithm that a user reads, by what they belong to."""
    found = {"name": algorithm.displayName(), "help": algorithm.shortHelpString(), "group": algorithm.group()}
    for parameter in algorithm.parameterDefinitions():
        found[parameter.name()] = parameter.description()
        found[f"{parameter.name()} help"] = parameter.help()
    for output in algorithm.outputDefinitions():
        found.setdefault(output.name(), output.description())
    return found


def algorithms():
    """Return the algorithms as declared in the language of now."""
    provider = RegardProvider()
    provider.refreshAlgorithms()
    return {algorithm.name(): algorithm.create() for algorithm in provider.algorithms()}


def test_every_text_is_there(qgis_processing):
    missing = {
        name: [key for key, text in texts(algorithm).items() if not text.strip()]
        for name, algorithm in algorithms().items()
    }
    assert {name: keys for name, keys in missing.items() if keys} == {}


def test_the_table_of_algorithms_names_them_all_with_their_inputs(qgis_processing):
    written = {}
    for line in (ROOT / "docs" / "processing.md").read_text(encoding="utf-8").splitlines():
        for name in re.findall(r"`regard:(\w+)`", line.partition("|")[2].partition("|")[0]):
            written[name] = line
    known = algorithms()
    assert set(written) == set(known)
    shared = {"WORKSPACE", "SEEN"}
    missing = {
        name: [
            parameter.name()
            for parameter in algorithm.parameterDefinitions()
            if parameter.name() not in shared and f"`{parameter.name()}`" not in written[name]
        ]
        for name, algorithm in known.items()
    }
    assert {name: own for name, own in missing.items() if own} == {}


def test_french_names_in_a_french_qgis(in_french):
    spoken = {name: texts(algorithm) for name, algorithm in algorithms().items()}
    assert spoken["isolate"]["name"] == "Isoler un point"
    assert spoken["isolate"]["VALVES"] == "Vannes à fermer"
    assert spoken["plantours"]["group"] == "Planification"


def test_no_text_stays_english_in_a_french_qgis(in_french):
    english = (" the ", " of ", " to ", "Number", "Valves", "Mains", "Customers")
    left = [
        (name, key)
        for name, algorithm in algorithms().items()
        for key, text in texts(algorithm).items()
        if any(word in f" {text} " for word in english)
    ]
    assert left == []


def test_answers_and_legends_are_french_in_a_french_qgis(load, in_french, built_town):
    layers = load("isolate", WORKSPACE=str(built_town), POINT="687520,6924000")
    assert layers["VALVES"].legend == ["Déjà fermée", "À fermer, dans cet ordre"]
    assert layers["VALVES"].layer.name() == "Vannes à fermer"
    reasons = [feature["reason"] for feature in layers["VALVES"].layer.getFeatures()]
    assert all("eau" in reason and "water" not in reason for reason in reasons)
    audit = load("auditnetwork", WORKSPACE=str(built_town))
    assert audit["DEFECTS"].legend == ["Erreur", "Avertissement", "Remarque"]
