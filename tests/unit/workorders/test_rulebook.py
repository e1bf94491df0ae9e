# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule files fit together, and one that names what the others lack is refused."""

import shutil

import pytest
from regard.core.errors import InputError
from regard.core.rules import RULES_FOLDER
from regard.workorders.rulebook import load_rule_book


@pytest.fixture
def edited(tmp_path):
    """Return a function that loads a copy of the rules after a replacement in one file."""

    def load(file, old, new):
        folder = shutil.copytree(RULES_FOLDER, tmp_path / "rules")
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_rule_book(folder)

    return load


def test_every_file_has_a_version_and_a_source(rules):
    files = (
        rules.means,
        rules.catalogue,
        rules.criticality,
        rules.contracts,
        rules.resources,
        rules.law,
        rules.questions,
        rules.numbering,
    )
    assert all(file.version and file.source for file in files)


def test_a_changed_weight_changes_the_book(edited):
    book = edited("criticality.yaml", "safety: 40", "safety: 50")
    assert book.criticality.weights.safety == 50


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "contracts.yaml",
            "AEP-OUV: {",
            "AEP-OUVERT: {",
            "contracts.yaml, contracts.VA-2024.jobs: 'AEP-OUVERT' is not in catalogue.yaml",
        ),
        (
            "catalogue.yaml",
            "questions: leak",
            "questions: leaks",
            "catalogue.yaml, jobs.AEP-FUI-CAN.questions: 'leaks' is not in questions.yaml",
        ),
        (
            "catalogue.yaml",
            "urgency: safety",
            "urgency: haste",
            "catalogue.yaml, jobs.AEP-BAC.urgency: 'haste' is not in law.yaml",
        ),
        (
            "catalogue.yaml",
            "exemption: no_soil_works",
            "exemption: no_digging",
            "catalogue.yaml, jobs.AEP-MANQUE.exemption: 'no_digging' is not in law.yaml",
        ),
        (
            "catalogue.yaml",
            "cover_state: {missing",
            "cover_state: {stolen",
            "catalogue.yaml, jobs.ASS-TAMP.raises.cover_state: 'stolen' is not in questions.yaml",
        ),
        (
            "criticality.yaml",
            "road_subsiding:",
            "road_sinking:",
            "criticality.yaml, answers.road_sinking: 'suspected' is not in questions.yaml",
        ),
    ],
)
def test_a_name_that_another_file_lacks_is_refused(edited, file, old, new, message):
    with pytest.raises(InputError) as caught:
        edited(file, old, new)
    assert str(caught.value) == message


def test_resource_rules_name_known_means(edited):
    with pytest.raises(InputError, match=r"resource_rules\.yaml, line \d+, field rules.asbestos_cement.add"):
        edited("resource_rules.yaml", "skills: [SS4]", "skills: [SS5]")


def test_levels_are_0_half_or_1(edited):
    with pytest.raises(InputError, match=r"criticality\.yaml, line \d+, field danger: found '2'"):
        edited("criticality.yaml", "danger: 1", "danger: 2")
