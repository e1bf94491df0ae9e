# SPDX-License-Identifier: GPL-3.0-or-later
"""A form filled in from an order comes back as its consultation; what nobody knows is named."""

from dataclasses import replace
from datetime import datetime

import pytest
from defusedxml.ElementTree import fromstring
from regard.core.errors import InputError
from regard.planner.company import company_of, set_company
from regard.planner.life.paperwork import note_sent
from regard.planner.notices.prefill import prefill
from regard.planner.records import OrderNotice
from regard.tests.unit.workorders.teleservice.consultations import answered, network
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book
from regard.workorders.teleservice.form import form_fields
from regard.workorders.teleservice.rules import TELESERVICE, load_teleservice

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
    set_company(valmont, COMPANY, file="company.yaml", who="D. Martin")
    order_id = ordered(code)
    found = filled(valmont, order_id)
    assert (found.declaration.kind, found.missing) == (kind, ())
    (document,) = (data for name, data in found.files.items() if name.endswith(".xml"))
    imported = consult(order_id, answered(document, networks=[network("Gaz de Valmont")]))
    assert (imported.kind, imported.outside_m2) == (kind, 0)
    assert not any("other" in remark.code for remark in imported.remarks)


def test_an_urgent_form_tells_the_ground_and_counts_half_days(valmont, burst):
    set_company(valmont, COMPANY, file="company.yaml", who="D. Martin")
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


def nature(workspace, order_id, now):
    found = prefill(workspace, order_id, rules=RULES, book=load_rule_book(), now=now)
    (document,) = (data for name, data in found.files.items() if name.endswith(".xml"))
    (told,) = (one.text for one in fromstring(document).iter() if one.tag.endswith("natureDeLaDeclaration"))
    assert told == found.declaration.nature
    # schemaTeleservice_2_2.xsd, natureDeclarationDICT
    assert told in ("INITIAL", "INVEST", "MR_3", "INTERUP", "MR_6")
    return told


def test_a_renewal_says_why_the_works_are_declared_again(valmont, valve):
    set_company(valmont, COMPANY, file="company.yaml", who="D. Martin")
    assert nature(valmont, valve, NOW) == "INITIAL"
    note_sent(valmont, valve, number="2026060300123D", sent_at=NOW, who="D. Martin")
    # three months from the 3rd of June; ten days before, it is to be renewed
    assert nature(valmont, valve, datetime(2026, 8, 23, 9)) == "INITIAL"
    assert nature(valmont, valve, datetime(2026, 8, 24, 9)) == "MR_3"
    assert nature(valmont, valve, datetime(2026, 9, 10, 9)) == "MR_3"
    order = valmont.get(WorkOrder, valve)
    with valmont.command("begin", who="test") as transaction:
        transaction.save(replace(order, state=OrderState.IN_PROGRESS, started_at=datetime(2026, 8, 20, 8)))
    assert nature(valmont, valve, datetime(2026, 8, 20, 9)) == "INITIAL"
    # declared for one day, near gas
    assert nature(valmont, valve, datetime(2026, 8, 24, 9)) == "MR_6"
    assert nature(valmont, valve, datetime(2027, 3, 1, 9)) == "MR_6"
    begun = valmont.get(WorkOrder, valve)
    with valmont.command("interrupt", who="test") as transaction:
        transaction.save(replace(begun, state=OrderState.QUALIFIED))
    assert nature(valmont, valve, datetime(2026, 9, 10, 9)) == "INTERUP"


def test_a_nature_that_the_schema_does_not_take_is_refused(tmp_path):
    path = tmp_path / "teleservice.yaml"
    path.write_text(TELESERVICE.read_text(encoding="utf-8").replace("not_begun: MR_3", "not_begun: MR_4"))
    with pytest.raises(InputError, match=r"field declarations.not_begun"):
        load_teleservice(path)


def test_the_printed_form_is_escaped_and_warns(valmont, valve):
    set_company(valmont, COMPANY, file="company.yaml", who="D. Martin")
    (page,) = (data.decode() for name, data in filled(valmont, valve).files.items() if name.endswith(".html"))
    assert "Régie &lt;des Eaux&gt;" in page and "<des Eaux>" not in page
    assert "ne remplacent jamais la consultation" in page


def test_the_commune_is_the_one_asked_for_or_named_in_the_address(valmont):
    more = COMPANY + '  - {insee: "60002", name: Abbeville, postcode: "60430"}\n'
    set_company(valmont, more, file="company.yaml", who="D. Martin")
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
        set_company(valmont, "owner: {nam: x}", file="company.yaml", who="D. Martin")
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
