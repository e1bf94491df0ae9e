# SPDX-License-Identifier: GPL-3.0-or-later
"""Objectives: presets by name, with factors of their terms."""

import pytest
from regard.core.errors import InputError
from regard.routing.model.planning_rules import is_objective, planning_rules, weights_of


def test_a_preset_alone_is_its_weights():
    for name, weights in planning_rules().presets.items():
        assert weights_of(name) == weights


def test_factors_make_terms_dearer_or_cheaper_and_leave_the_others():
    balanced, changed = weights_of("balanced"), weights_of("balanced travel=2 overtime=0.5")
    assert (changed.travel, changed.overtime) == (2 * balanced.travel, balanced.overtime / 2)
    assert changed.lateness == balanced.lateness


@pytest.mark.parametrize(
    "objective",
    ["", "fastest", "balanced speed=2", "balanced travel", "balanced travel=-1", "balanced travel=x"],
)
def test_what_is_no_objective_is_refused_with_what_there_is(objective):
    assert not is_objective(objective)
    with pytest.raises(InputError, match=r"balanced|travel=1"):
        weights_of(objective)
