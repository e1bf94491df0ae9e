# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier of the burst on P03: dangers in plain words, score, page (CAP-2.2.a and CAP-2.2.c)."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.dossiers.extract import extract_layers
from regard.planner.dossiers.facts import dossier_facts
from regard.planner.dossiers.page import dossier_data, dossier_html
from regard.planner.dossiers.sections import dossier_sections
from regard.planner.life.advance import advance_order
from regard.planner.life.paperwork import note_answer, note_permit
from regard.planner.notices.deem import deem_in_zone
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book

NOW = datetime(2026, 6, 3, 8, 30)
GAS, POWER, LIGHTS = "Gaz de Valmont", "Électricité de Valmont", "Ville de Valmont"
BOOK = load_rule_book()


def english(message):
    return message.english()


def call(town, *operators):
    for operator in operators:
        note_answer(
            town.workspace, town.order_id, operator, who="D. Martin", answered_at=NOW, contact="M. Petit"
        )


def facts_of(town):
    return dossier_facts(town.workspace, town.order_id, now=NOW)


def page_of(town):
    return dossier_html(facts_of(town), english, book=BOOK, language="en")


def test_eleven_of_twelve_without_the_call_to_the_gas_operator(asked):
    call(asked, POWER, LIGHTS)
    facts = facts_of(asked)
    assert (facts.score.there, len(facts.score.items), facts.score.is_complete) == (11, 12, False)
    assert [item.spoken("en") for item in facts.score.missing] == ["Telephone contact Gaz de Valmont"]
    assert [said.params["operator"] for said in facts.refusals if said.code == "gate.call_missing"] == [GAS]
    advance_order(asked.workspace, asked.order_id, OrderState.PLANNED, now=NOW, who="D. Martin")
    with pytest.raises(InputError, match="Gaz de Valmont"):
        advance_order(asked.workspace, asked.order_id, OrderState.DISPATCHED, now=NOW, who="D. Martin")
    call(asked, GAS)
    assert facts_of(asked).score.is_complete
    assert facts_of(asked).refusals == ()


def test_an_urgent_dig_without_the_consultation_lacks_its_notice_and_does_not_leave(burst):
    """R.554-32: the teleservice is asked first, though every operator that the layers show was called."""
    call(burst, POWER, LIGHTS, GAS)
    facts = facts_of(burst)
    assert [item.name for item in facts.score.missing] == ["notice"]
    assert [said.code for said in facts.refusals] == ["gate.known_from_layers"]
    advance_order(burst.workspace, burst.order_id, OrderState.PLANNED, now=NOW, who="D. Martin")
    with pytest.raises(InputError, match="consult the teleservice before you dig"):
        advance_order(burst.workspace, burst.order_id, OrderState.DISPATCHED, now=NOW, who="D. Martin")


def test_a_call_without_a_name_does_not_count_for_an_urgent_notice(asked):
    call(asked, POWER, LIGHTS)
    note_answer(asked.workspace, asked.order_id, GAS, who="D. Martin", answered_at=NOW)
    assert [item.about for item in facts_of(asked).score.missing] == [GAS]


def test_an_operator_deemed_in_the_zone_needs_no_answer_for_an_urgent_notice(asked):
    call(asked, POWER, LIGHTS)
    deem_in_zone(asked.workspace, asked.order_id, GAS, contact="no answer", called_at=NOW, who="D. Martin")
    assert facts_of(asked).score.is_complete
    assert facts_of(asked).refusals == ()


def test_dangers_say_what_to_do_with_figures(burst):
    facts = facts_of(burst)
    said = {one.spoken(english, "en"): one.pictogram for one in facts.hazards}
    gas = (
        "Gas main GAZ PE63 (Gaz de Valmont) 1.2 m from the axis of your trench, class A ±0.5 m: hand or "
        "suction digging only, no mechanical tooth."
    )
    assert said[gas] == "gas"
    power = next(text for text in said if text.startswith("High-voltage electricity"))
    assert "3.2 m from the axis of your trench, class B ±1.5 m: marked out" in power
    assert said[power] == "electricity"
    asbestos = next(text for text in said if text.startswith("P03: Asbestos-cement pipe: sub-section 4"))
    assert said[asbestos] == "asbestos"
    assert "traffic" in said.values()
    # lighting at 8 m after its uncertainty is asked about, no danger of the dig
    assert not any("lighting" in text for text in said)
    # the gas main is named once, with its distance
    assert sum(one == "gas" for one in said.values()) == 1


def test_french_writes_lengths_with_a_comma(burst):
    assert any("1,2" in one.spoken(english, "fr") for one in facts_of(burst).hazards)


def test_the_dig_has_the_dimensions_of_the_catalogue(burst):
    dig, hole = facts_of(burst).dig, BOOK.catalogue["AEP-CASSE"].excavation
    assert (dig.length_m, dig.width_m) == pytest.approx((hole.length_m, hole.width_m))
    assert (dig.area_m2, dig.depth_m) == pytest.approx((hole.area_m2, hole.depth_m))


def test_valves_stand_in_the_order_of_operation(burst):
    facts = facts_of(burst)
    assert facts.valves == facts.sheet.outage.close
    assert sorted(facts.valves) == ["V4", "V5"]


def test_a_permit_that_is_missing_keeps_it_incomplete(asked):
    call(asked, GAS, POWER, LIGHTS)
    note_permit(asked.workspace, asked.order_id, "traffic_order", who="D. Martin", authority="mayor")
    assert [item.name for item in facts_of(asked).score.missing] == ["permits"]


def test_work_that_does_not_dig_asks_for_less(qualified):
    facts = facts_of(qualified("AEP-CPT-REM"))
    names = [item.name for item in facts.score.items]
    assert set(names).isdisjoint({"footprint", "networks", "contact", "valves", "notice"})
    assert facts.dig is None
    assert "Dig" not in {str(row[0]) for s in _sections(facts) for row in s.rows}


def _sections(facts):
    return dossier_sections(facts, book=BOOK, language="en")


def test_the_page_holds_everything_and_says_that_open_data_is_not_enough(burst):
    page = page_of(burst)
    assert page.count("Open data never replaces the consultation of the network operators.") == 2
    for text in ("Stop if a network is damaged", "V4", "V5", "Télécom de Valmont", "0800000001", "ATU"):
        assert text in page
    assert f"{facts_of(burst).dig.length_m:.1f} × {facts_of(burst).dig.width_m:.1f} m" in page
    assert "<svg" in page


def test_hostile_text_is_escaped(burst):
    order = burst.workspace.get(WorkOrder, burst.order_id)
    with burst.workspace.command("address", who="test") as transaction:
        transaction.save(replace(order, address="<script>alert(1)</script>"))
    note_answer(
        burst.workspace, burst.order_id, GAS, who="x", answered_at=NOW, contact='<img src=x onerror="a()">'
    )
    page = page_of(burst)
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_data_and_the_layers_are_those_of_the_page(asked):
    facts = facts_of(asked)
    data = dossier_data(facts, english, language="en")
    assert (data["there"], data["total"]) == (9, 12)
    layers = extract_layers(facts)
    assert len(layers["third_party"]) == 4
    assert layers["footprint"].geometry.area.sum() == pytest.approx(facts.dig.area_m2)
    assert layers["footprint"].crs == "EPSG:2154"


def test_an_unknown_order_is_refused(burst):
    with pytest.raises(InputError):
        dossier_facts(burst.workspace, "OI-99", now=NOW)


def test_the_equipment_that_a_network_asks_for_stands_beside_its_technique(burst):
    sections = dossier_sections(facts_of(burst), book=BOOK, language="en")
    (table,) = [one for one in sections if one.title.code == "dossier.networks"]
    gas = next(row for row in table.rows if row[1] == GAS)
    assert (gas[-2].split(",")[0], gas[-1]) == (
        "by hand or with a suction excavator only",
        "Suction excavator",
    )
    assert next(row for row in table.rows if row[1] == LIGHTS)[-1] == ""
