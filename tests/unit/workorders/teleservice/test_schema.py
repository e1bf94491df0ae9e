# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for the teleservice fits its schema 2.2: names, order, number, codes and values.

The schema itself is not shipped; ``make teleservice SCHEMA=…`` holds documents and ``schema_2_2.yaml``
against it.
"""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from regard.tests.unit.workorders.teleservice.consultations import declaration
from regard.tests.unit.workorders.teleservice.schema_outline import misfits, name_of
from regard.workorders.teleservice.declaration import Party
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration

KINDS = ("DT", "DICT", "DT-DICT", "ATU")
RULES = load_teleservice()


def written(kind, **changes):
    return fromstring(write_declaration(declaration(kind, **changes), rules=RULES))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_fits_the_schema(kind):
    assert misfits(written(kind)) == []


def test_what_is_not_known_yet_is_what_does_not_fit():
    (found,) = misfits(written("DICT", signatory=""))
    assert found.startswith("dossierConsultationReferencement/DICT: ")
    assert "signature" not in found


@given(kind=st.sampled_from(KINDS), renewal=st.sampled_from(RULES.codes.declarations), data=st.data())
def test_any_code_of_the_rules_fits(kind, renewal, data):
    works = declaration(kind).works
    natures = data.draw(st.lists(st.sampled_from(RULES.codes.natures), min_size=1, max_size=5))
    techniques = data.draw(st.lists(st.sampled_from(RULES.codes.techniques), min_size=1, max_size=10))
    works = replace(works, natures=tuple(natures), techniques=tuple(techniques))
    assert misfits(written(kind, works=works, nature=renewal)) == []


@given(kind=st.sampled_from(KINDS), data=st.data())
def test_a_required_part_that_is_gone_a_foreign_one_and_an_order_turned_are_found(kind, data):
    root = written(kind)
    parents = [
        one for one in root.iter() if len({name_of(child) for child in one}) > 1 and "gml" not in one.tag
    ]
    parent = data.draw(st.sampled_from(parents))
    first, second = parent[0], parent[1]
    how = data.draw(st.sampled_from(["foreign", "turned", "twice"]))
    if how == "foreign":
        parent.append(fromstring("<autre/>"))
    elif how == "turned" and name_of(first) != name_of(second):
        parent.remove(first)
        parent.insert(1, first)
    else:
        parent.append(first)
    assert misfits(root)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"contractor": Party(name="R", postcode="60000", commune="B", siret="12")}, "noSiret"),
        ({"contractor": Party(name="R", postcode="60000", commune="B", email="no mail")}, "courriel"),
        ({"nature": "NEW"}, "natureDeLaDeclaration"),
    ],
)
def test_a_value_that_the_schema_refuses_is_found(changes, path):
    (found,) = misfits(written("DICT", **changes))
    assert found.partition(":")[0].endswith(path)
