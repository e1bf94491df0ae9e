# SPDX-License-Identifier: GPL-3.0-or-later
"""A caller's words, in French or English and with slips, lead to the type of work."""

import pytest
from regard.workorders.suggestion import suggest_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Plus d'eau dans tout l'immeuble", "AEP-MANQUE"),
        ("no water since this morning", "AEP-MANQUE"),
        ("l'eau est marron", "AEP-QUAL"),
        ("Toilettes bouchees, refoulement", "ASS-BOU-BRT"),
        ("Les avaloirs sont bouchés", "ASS-AVAL"),
        ("regard qui déborde sur la chaussée", "ASS-DEB"),
        ("MANOEUVRE DE VANNES", "AEP-VANNE"),
        ("manœuvre de vanne", "AEP-VANNE"),
        ("poteau incendie renversé par un camion", "AEP-PI-REP"),
        ("plaque d'egout casée", "ASS-TAMP"),
        ("water leaking onto the pavement", "AEP-FUI-CAN"),
        ("compteur bloqué", "AEP-CPT-REM"),
    ],
)
def test_words_lead_to_the_type(catalogue, text, code):
    assert suggest_codes(text, catalogue)[0].code == code


def test_a_big_leak_may_be_a_leak_or_a_burst(catalogue):
    found = {suggestion.code: suggestion.words for suggestion in suggest_codes("fuite rue grosse", catalogue)}
    assert found == {"AEP-CASSE": ("fuite", "grosse"), "AEP-FUI-CAN": ("fuite", "rue")}


def test_every_name_of_a_type_leads_to_it_first(catalogue):
    missed = [
        (job.code, name)
        for job in catalogue.standards()
        for name in job.names
        if suggest_codes(name, catalogue)[0].code != job.code
    ]
    assert missed == []


@pytest.mark.parametrize("text", ["", "bonjour", "!?", "the and de la"])
def test_words_that_say_nothing_suggest_nothing(catalogue, text):
    assert suggest_codes(text, catalogue) == ()
