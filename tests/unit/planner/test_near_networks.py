# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of network that the rules know has words of its own."""

import pytest
from regard.core.messages import Message, templates
from regard.network.digging.conflicts import load_conflict_rules
from regard.planner.dossiers.near import kind_of


@pytest.mark.parametrize("kind", sorted(load_conflict_rules().kinds))
def test_a_kind_of_the_rules_is_called_by_its_own_name(kind):
    # transmission and distribution are electricity to a crew
    expected = "ELEC" if kind == "ELECTRD" else kind
    assert kind_of(kind) == expected
    assert Message(f"network_kind.{expected}").english() in templates().values()


def test_a_kind_that_nobody_knows_is_another_network():
    assert kind_of("XYZ") == "MULT"
