# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of planning weights: read strictly, with the field and the line of every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from regard.core.errors import InputError
from regard.core.messages import Message
from regard.routing.model import planning_rules as module
from regard.routing.model.planning_rules import Weights, planning_rules

OWN = (Path(module.__file__).parents[2] / "resources" / "rules" / "planning.yaml").read_text(encoding="utf-8")


@pytest.fixture
def changed(tmp_path):
    """Return a function that replaces a text of the product's own file and reads the result."""

    def changed(before, after):
        assert OWN.count(before) == 1
        path = tmp_path / "planning.yaml"
        path.write_text(OWN.replace(before, after), encoding="utf-8")
        return planning_rules(path)

    return changed


def line_of(text):
    return next(number for number, line in enumerate(OWN.splitlines(), start=1) if text in line)


def test_the_presets_are_weights_of_every_term():
    presets = planning_rules().presets
    assert presets["balanced"] == Weights.balanced()
    assert Weights.minimum_travel().imbalance == 0
    assert Weights.balanced().imbalance > 0


def test_a_service_may_add_a_preset(changed):
    line = (
        "  calm: {unplanned: 1, lateness: 2, travel: 1, overtime: 9, waiting: 0, imbalance: 0, preference: 0}"
    )
    rules = changed("presets:\n", f"presets:\n{line}\n")
    assert rules.presets["calm"] == Weights(1, 2, 1, 9, 0, 0, 0)


@pytest.mark.parametrize(
    ("before", "after", "at", "field", "found"),
    [
        ("overtime: 1.5", "overtime: -1.5", "minimum_travel:", "presets.minimum_travel.overtime", "-1.5"),
        ("overtime: 1.5", "overtime: .inf", "minimum_travel:", "presets.minimum_travel.overtime", "inf"),
        ("overtime: 1.5", "overtime: '2'", "minimum_travel:", "presets.minimum_travel.overtime", "2"),
        (
            "overtime: 1.5",
            "overtiem: 1.5",
            "minimum_travel:",
            "presets.minimum_travel.overtime",
            Message("found.nothing"),
        ),
        ("overtime: 2,", "overtime: 2, luck: 1,", "balanced:", "presets.balanced.luck", "luck"),
        ("P3: 1200", "P3: 1200.5", "value_min:", "value_min.P3", "1200.5"),
        ("P4: 300", "P5: 300", "value_min:", "value_min.P5", "P5"),
        (", P4: 300", "", "value_min:", "value_min", "P1, P2, P3"),
        ("  balanced:", "  fair:", "presets:", "presets", "minimum_travel, fair, on_time"),
        (
            'version: "2026-01"',
            'version: "2026-01"\nlateness: 1',
            'version: "2026-01"',
            "lateness",
            "lateness",
        ),
    ],
)
def test_a_mistake_names_the_line_the_field_and_what_was_found(changed, before, after, at, field, found):
    with pytest.raises(InputError) as error:
        changed(before, after)
    params = error.value.message.params
    line = line_of(at) + after.count("\n")
    assert (params["file"], params["line"], params["field"]) == ("planning.yaml", line, field)
    assert params["found"] == found or str(params["found"]) == found


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.yaml"):
        planning_rules(tmp_path / "none.yaml")
