# SPDX-License-Identifier: GPL-3.0-or-later
"""The place of an order adds skills, equipment, parts and time by itself."""

import pytest
from regard.core.messages import templates
from regard.workorders.facts import AssetFacts, NetworkNear
from regard.workorders.requirements import added_min, dangers, hazard_messages, require


@pytest.fixture
def needs(rules):
    def required(code, *, urgent=False, answers=None, **facts):
        return require(
            rules.catalogue[code],
            AssetFacts(**facts),
            urgent=urgent,
            rules=rules.resources,
            answers=answers or {},
        )

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


@pytest.mark.parametrize(
    ("answers", "facts", "minutes", "crew"),
    [
        ({}, {}, 25, 1),
        ({"meter_diameter_mm": "15"}, {}, 25, 1),
        ({"meter_diameter_mm": "DN 40"}, {}, 120, 2),
        ({"meter_diameter_mm": "forty"}, {}, 25, 1),
        ({}, {"role": "meter", "diameter_mm": 60.0}, 120, 2),
        # the maps are believed before the caller
        ({"meter_diameter_mm": "60"}, {"role": "meter", "diameter_mm": 20.0}, 25, 1),
    ],
)
def test_a_meter_of_dn_40_or_more_takes_one_to_three_hours(needs, answers, facts, minutes, crew):
    found = needs("AEP-CPT-REM", answers=answers, **facts)
    assert (found.duration_min, found.crew) == (minutes, crew)
    assert found.hazards == (("time:large_meter",) if minutes > 25 else ())
    assert hazard_messages(found.hazards) == ()


@pytest.mark.parametrize(
    ("code", "facts", "answers", "more"),
    [
        ("AEP-FUI-CAN", {"role": "water_pipe", "diameter_mm": 299.0}, {}, 0),
        ("AEP-FUI-CAN", {"role": "water_pipe", "diameter_mm": 300.0}, {}, 60),
        ("AEP-FUI-BRT", {"role": "water_pipe", "diameter_mm": 300.0}, {}, 0),
        ("ASS-REP-CAN", {"role": "sewer_pipe", "diameter_mm": 500.0}, {}, 120),
        ("ASS-REP-CAN", {"depth_m": 2.6}, {}, 0),
        ("ASS-REP-CAN", {"depth_m": 2.7}, {}, 45),
        ("AEP-FUI-BRT", {"depth_m": 1.5}, {"leak_place": "road"}, 75),
        ("AEP-FUI-BRT", {}, {"leak_place": "garden"}, 0),
        ("AEP-BAC", {}, {"traffic_lane": "yes"}, 20),
        ("ASS-TAMP", {}, {"traffic_lane": "no"}, 0),
        ("AEP-REL", {"diameter_mm": 600.0, "depth_m": 9.0}, {"traffic_lane": "yes"}, 0),
    ],
)
def test_diameter_depth_and_surface_take_longer(needs, rules, code, facts, answers, more):
    assert needs(code, answers=answers, **facts).duration_min == rules.catalogue[code].duration_min.p50 + more


def test_modifiers_add_up_with_what_asbestos_takes(needs, rules):
    found = needs("AEP-CASSE", material="02", role="water_pipe", diameter_mm=400.0)
    assert found.duration_min == rules.catalogue["AEP-CASSE"].duration_min.p50 + 60 + 60
    assert found.hazards == ("asbestos_cement", "time:large_water_main")
    assert added_min(found.hazards, rules.resources) == 120
    assert dangers(found.hazards) == ("asbestos_cement",)


def test_every_modifier_has_a_source_and_names_types_and_answers_that_there_are(rules):
    for modifier in rules.resources.modifiers.values():
        assert modifier.source
        assert set(modifier.when.codes) <= set(rules.catalogue.jobs)
        for question, answers in modifier.when.answers.items():
            asked = [asked[question] for asked in rules.questions.sets.values() if question in asked]
            assert asked
            assert set(answers) <= set(asked[0].answers)


def test_what_can_take_longer_is_listed_by_type(rules):
    def labels(code):
        found = rules.resources.lengthening(rules.catalogue[code])
        return [rule.label.en for rule in found]

    assert labels("AEP-CPT-REM") == ["Meter of DN 40 or more"]
    assert labels("AEP-REL") == []
    assert "Asbestos procedure" in labels("AEP-FUI-CAN")


def test_every_hazard_is_told_in_plain_words(rules):
    messages = hazard_messages(rules.resources.rules)
    assert [message.code for message in messages if message.code not in templates()] == []
