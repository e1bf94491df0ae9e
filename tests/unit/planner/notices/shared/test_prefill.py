# SPDX-License-Identifier: GPL-3.0-or-later
"""A form filled in from an order comes back as its consultation; what nobody knows is named."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.company import company_of, set_company
from regard.planner.notices.prefill import prefill
from regard.planner.records import OrderNotice
from regard.tests.unit.workorders.teleservice.consultations import answered, network
from regard.workorders.orders import WorkOrder
from regard.workorders.rulebook import load_rule_book
from regard.workorders.teleservice.form import form_fields
from regard.workorders.teleservice.rules import load_teleservice

RULES = load_teleservice()
NOW = datetime(2026, 6, 3, 9, 30)
COMPANY = """
owner: {name: Régie <des Eaux>, street: rue du Château, postcode: "60000", commune: Bourg-Neuf,
        phone: "03 00 00 00 10"}
signatory: D. Martin
communes:
  - {insee: "60057", name: Bourg-Neuf, postcode: "60000"}
"""


def filled(workspace, order_id, **options):
    return prefill(workspace, order_id, rules=RULES, book=load_rule_book(), now=NOW, **options)


@pytest.mark.parametrize(("kind", "code"), [("DT-DICT", "AEP-VAN-REM"), ("ATU", "AEP-CASSE")])
def test_a_prefilled_form_answered_and_imported_declares_the_whole_dig(valmont, ordered, consult, kind, code):
    set_company(valmont, COMPANY, file="company.yaml")
    order_id = ordered(code)
    found = filled(valmont, order_id)
    assert (found.declaration.kind, found.missing) == (kind, ())
    (document,) = (data for name, data in found.files.items() if name.endswith(".xml"))
    imported = consult(order_id, answered(document, networks=[network("Gaz de Valmont")]))
    assert (imported.kind, imported.outside_m2) == (kind, 0)
    assert not any("other" in remark.code for remark in imported.remarks)


def test_an_urgent_form_tells_the_ground_and_counts_half_days(valmont, burst):
    set_company(valmont, COMPANY, file="company.yaml")
    order = valmont.get(WorkOrder, burst)
    with valmont.command("edit", who="test") as transaction:
        transaction.save(replace(order, duration_min=330, equipment=("mini_digger", "suction_excavator")))
    works = filled(valmont, burst).declaration.works
    assert (works.duration_half_days, works.duration_days) == (2, 1)
    assert (works.techniques, works.other_technique) == (("MAN", "PEL"), "aspiratrice")
    assert filled(valmont, burst).declaration.urgency.continuity_of_service
    assert works.max_depth_cm == 140


def test_without_a_company_what_is_missing_is_named_and_marked(valmont, valve):
    found = filled(valmont, valve)
    assert {"owner.name", "contractor.name", "place.insee", "signatory"} <= set(found.missing)
    (page,) = (data.decode() for name, data in found.files.items() if name.endswith(".html"))
    assert page.count("À COMPLÉTER") == len(found.missing)


def test_the_printed_form_is_escaped_and_warns(valmont, valve):
    set_company(valmont, COMPANY, file="company.yaml")
    (page,) = (data.decode() for name, data in filled(valmont, valve).files.items() if name.endswith(".html"))
    assert "Régie &lt;des Eaux&gt;" in page and "<des Eaux>" not in page
    assert "ne remplacent jamais la consultation" in page


def test_the_commune_is_the_one_asked_for_or_named_in_the_address(valmont):
    more = COMPANY + '  - {insee: "60002", name: Abbeville, postcode: "60430"}\n'
    set_company(valmont, more, file="company.yaml")
    company = company_of(valmont)
    assert company.place("12 rue X").insee == ""
    assert company.place("12 rue X, ABBEVILLE").insee == "60002"
    assert company.place("12 rue X", "60057").postcode == "60000"
    with pytest.raises(InputError, match="has no commune '60003'; near: 60002"):
        company.place("", "60003")


def test_what_cannot_be_filled_in_is_refused(valmont, valve):
    with pytest.raises(InputError, match="'DAT' is no notice; there are DT, DICT, DT-DICT, ATU"):
        filled(valmont, valve, kind="DAT")
    with pytest.raises(InputError, match=r"company.yaml, line 1, field owner.nam\b"):
        set_company(valmont, "owner: {nam: x}", file="company.yaml")
    notice = valmont.get(OrderNotice, valve)
    with valmont.command("edit", who="test") as transaction:
        transaction.save(replace(notice, kind="none"))
    with pytest.raises(InputError, match="no works notice is asked for"):
        filled(valmont, valve)


def test_every_field_of_every_form_has_a_label():
    for kind in ("DT", "DICT", "DT-DICT", "ATU"):
        named = {field.attribute for field in form_fields(kind) if field.codec != "surface"}
        assert named <= set(RULES.fields)
    assert "urgency" in RULES.fields
