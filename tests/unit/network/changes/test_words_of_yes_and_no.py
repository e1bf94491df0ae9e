# SPDX-License-Identifier: GPL-3.0-or-later
"""Yes and no are written in the words that a table holds already."""

import pytest
from regard.network.assets.roles import Role
from regard.network.changes.writing import writers
from regard.network.layouts.mapping import STANDARDS_FOLDER, read_mapping


@pytest.fixture
def hydrants():
    mapping = read_mapping(STANDARDS_FOLDER / "stareau.yaml")
    (writer,) = writers(mapping, {"pei": ("id_gestion", "disponible", "debit")}, Role.HYDRANT)
    return writer


@pytest.mark.parametrize(
    ("held", "text", "written"),
    [
        ("oui", "false", "non"),
        ("non", "true", "oui"),
        ("Oui", "false", "non"),
        ("OUI", "false", "NON"),
        ("1", "false", "0"),
        ("O", "false", "N"),
        ("true", "false", "false"),
        # no word of a pair, or nothing yet: the layout's own code
        ("peut-être", "false", "false"),
        (None, "false", "false"),
        (1, "false", "false"),
    ],
)
def test_a_hydrant_is_put_out_of_service_in_the_words_of_its_table(hydrants, held, text, written):
    assert hydrants.value_in({"disponible": held}, "in_service", text) == written


def test_what_is_no_flag_is_written_as_ever(hydrants):
    assert hydrants.value_in({"debit": "oui"}, "flow_m3_h", "60") == 60.0
