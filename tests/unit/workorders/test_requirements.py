# SPDX-License-Identifier: GPL-3.0-or-later
"""The place of an order adds skills, equipment, parts and time by itself."""

import pytest
from regard.core.messages import templates
from regard.workorders.facts import AssetFacts, NetworkNear
from regard.workorders.requirements import hazard_messages, require


@pytest.fixture
def needs(rules):
    def required(code, *, urgent=False, **facts):
        return require(rules.catalogue[code], AssetFacts(**facts), urgent=urgent, rules=rules.resources)

    return required


def network(network_type, verdict):
    return NetworkNear("an operator", "", network_type, "a line", is_sensitive=True, verdict=verdict)


def test_nothing_is_added_where_nothing_applies(needs, rules):
    standard = rules.catalogue["AEP-FUI-BRT"]
    found = needs("AEP-FUI-BRT", material="11")
    assert found.hazards == ()
    assert found.skills == standard.skills
    assert found.equipment == standard.equipment
    assert found.duration_min == standard.duration_min.p50
    assert found.crew == standard.crew.min


def test_asbestos_cement_takes_ss4_masks_and_an_hour_more(needs):
    plain, asbestos = needs("AEP-CASSE", material="11"), needs("AEP-CASSE", material="02")
    assert set(asbestos.skills) - set(plain.skills) == {"SS4"}
    assert asbestos.parts == {**plain.parts, "ss4_mask_kit": 1}
    assert asbestos.duration_min == plain.duration_min + 60
    assert asbestos.hazards == ("asbestos_cement",)


@pytest.mark.parametrize(("laid_year", "asbestos"), [(1985, True), (1996, True), (1997, False), (None, True)])
def test_fibre_cement_holds_asbestos_when_it_is_old_or_of_unknown_age(needs, laid_year, asbestos):
    assert ("SS4" in needs("AEP-CASSE", material="10", laid_year=laid_year).skills) is asbestos


def test_asbestos_does_not_matter_to_work_that_does_not_dig(needs):
    assert "SS4" not in needs("AEP-VANNE", material="02").skills


@pytest.mark.parametrize(("depth_m", "shored"), [(1.0, False), (1.30, False), (1.31, True), (1.45, True)])
def test_a_narrow_trench_deeper_than_1_30_m_is_shored(needs, depth_m, shored):
    assert ("shoring" in needs("AEP-FUI-BRT", depth_m=depth_m).equipment) is shored


def test_a_wide_excavation_needs_no_shoring(needs):
    assert "shoring" not in needs("AEP-VAN-REM", depth_m=1.45).equipment


def test_whoever_enters_a_chamber_has_a_watcher(needs):
    found = needs("ASS-REG", enters_chamber=True)
    assert {"CATEC_I", "CATEC_S"} <= set(found.skills)
    assert found.crew == 2
    assert "CATEC_I" not in needs("ASS-REG").skills


def test_some_types_always_enter_a_chamber(needs):
    assert needs("AEP-VENT").hazards == ("confined_space",)


def test_confined_space_makes_a_lone_agent_two(needs):
    assert needs("AEP-PRESS").crew == 1
    assert needs("AEP-PRESS", enters_chamber=True).crew == 2


@pytest.mark.parametrize(
    ("network_type", "verdict", "soft"),
    [("GAZ", "in_corridor", True), ("GAZ", "to_mark_out", False), ("ELECECL", "in_corridor", False)],
)
def test_gas_in_the_corridor_takes_a_suction_excavator(needs, network_type, verdict, soft):
    found = needs("AEP-FUI-CAN", networks=(network(network_type, verdict),))
    assert ("suction_excavator" in found.equipment) is soft


def test_everyone_on_an_urgent_dig_holds_an_aipr(needs):
    assert needs("AEP-CASSE", urgent=True).crew_skills == ("AIPR_OP",)
    assert needs("AEP-CASSE").crew_skills == ()


def test_every_hazard_is_told_in_plain_words(rules):
    messages = hazard_messages(rules.resources.rules)
    assert [message.code for message in messages if message.code not in templates()] == []
