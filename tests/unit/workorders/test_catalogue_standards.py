# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue that ships against the usual practice of the trade, type by type: 41 kinds, 43 codes."""

from dataclasses import dataclass

import pytest
from regard.workorders.orders import Priority

DIG = {"AIPR_OP", "TERR", "CACES_R482_A"}
JETTING = {"HYDROCURAGE", "PERMIS_C"}
DRIVEN = {"combined_truck"}


@dataclass(frozen=True)
class Usual:
    """One kind of work as the trade has it: hours on site, crew, default priority, skills, means, forms."""

    codes: str
    hours: tuple[float, float] | None
    crew: tuple[int, int]
    digs: bool
    priority: str
    skills: set[str]
    means: set[str]
    forms: set[str]
    chamber: bool = False


USUAL = [
    Usual(
        "AEP-FUI-CAN",
        (3, 8),
        (2, 3),
        True,
        "P1-P3",
        {"RESEAU", "SIGNALISATION"} | DIG,
        {"mini_digger", "shoring", "dewatering_pump", "repair_clamp", "pipe_length"},
        {"leak", "cut"},
    ),
    Usual(
        "AEP-CASSE",
        (4, 10),
        (3, 4),
        True,
        "P1-P1",
        {"RESEAU", "SIGNALISATION", "AIPR_ENC"} | DIG,
        {"mini_digger", "shoring", "dewatering_pump", "repair_clamp", "lighting", "barriers", "tanker"},
        {"leak", "cut"},
    ),
    Usual(
        "AEP-FUI-BRT",
        (2, 5),
        (2, 2),
        True,
        "P2-P3",
        {"RESEAU", "AIPR_OP"},
        {"mini_digger", "tapping_saddle", "stop_cock", "pe_pipe", "fittings"},
        {"leak"},
    ),
    Usual(
        "AEP-FUI-CPT",
        (0.3, 1),
        (1, 1),
        False,
        "P3-P3",
        {"COMPTEUR"},
        {"gaskets", "meter_valve", "check_valve"},
        {"meter"},
    ),
    Usual(
        "AEP-MANQUE", (0.5, 1.5), (1, 1), False, "P1-P2", {"RESEAU"}, {"pressure_gauge", "valve_key"}, set()
    ),
    Usual(
        "AEP-PRESS",
        (0.5, 1.5),
        (1, 1),
        False,
        "P3-P3",
        {"RESEAU"},
        {"pressure_gauge", "pressure_logger"},
        set(),
    ),
    Usual(
        "AEP-QUAL", (0.5, 2), (1, 1), False, "P2-P2", {"QUALITE"}, {"chlorine_kit", "sample_bottles"}, set()
    ),
    Usual(
        "AEP-PURGE",
        (0.3, 0.75),
        (1, 1),
        False,
        "P4-P4",
        {"RESEAU"},
        {"hydrant_key", "dechlorination"},
        set(),
    ),
    Usual(
        "AEP-VANNE",
        (0.2, 0.5),
        (1, 2),
        False,
        "P1-P4",
        {"RESEAU", "CONSIGNATION"},
        {"valve_key", "surface_box"},
        {"valve"},
    ),
    Usual(
        "AEP-VAN-REM",
        (4, 7),
        (3, 3),
        True,
        "P3-P3",
        {"AIPR_OP", "CACES_R482_A"},
        {"mini_digger", "gate_valve", "gaskets"},
        {"valve", "cut"},
    ),
    Usual(
        "AEP-BAC",
        (0.75, 1.5),
        (2, 2),
        True,
        "P3-P3",
        {"AIPR_OP", "SIGNALISATION"},
        {"riser", "cold_asphalt"},
        {"roadworks"},
    ),
    Usual(
        "AEP-CPT-REM",
        (0.3, 3),
        (1, 2),
        False,
        "P4-P4",
        {"COMPTEUR"},
        {"meter", "seal", "radio_head"},
        {"meter", "meter_change"},
    ),
    Usual("AEP-REL", (0.05, 0.15), (1, 1), False, "P4-P4", {"COMPTEUR"}, {"handheld"}, {"meter"}),
    Usual(
        "AEP-OUV AEP-FER", (0.3, 0.5), (1, 1), False, "P3-P3", {"COMPTEUR"}, {"valve_key", "seal"}, {"meter"}
    ),
    Usual("AEP-ENQ", (0.5, 0.75), (1, 1), False, "P4-P4", {"CLIENTELE"}, set(), set()),
    Usual(
        "AEP-RDF",
        (2, 7),
        (1, 2),
        False,
        "P3-P3",
        {"RDF"},
        {"leak_correlator", "ground_microphone", "pressure_logger", "tracer_gas"},
        set(),
    ),
    Usual(
        "AEP-BRT-NEUF",
        (4, 7),
        (3, 3),
        True,
        "P4-P4",
        {"AIPR_OP", "CACES_R482_A", "ENROBE"},
        {"mini_digger", "tapping_saddle", "pe_pipe", "meter_pit"},
        {"connection"},
    ),
    Usual("AEP-BRT-SUP", (2, 4), (2, 2), True, "P4-P4", {"AIPR_OP"}, {"mini_digger"}, {"removal"}),
    Usual("AEP-PI-CTL", (0.4, 0.7), (1, 2), False, "P4-P4", {"PI"}, {"flow_bench"}, {"hydrant"}),
    Usual(
        "AEP-PI-REP",
        (1, 6),
        (2, 3),
        True,
        "P2-P2",
        {"PI", "AIPR_OP"},
        {"hydrant", "duckfoot_bend"},
        {"hydrant"},
    ),
    Usual("AEP-VENT", (1, 2.5), (2, 2), False, "P4-P4", {"RESEAU"}, {"valve_kit"}, set(), chamber=True),
    Usual(
        "AEP-RES",
        (4, 8),
        (2, 3),
        False,
        "P4-P4",
        {"TRAVAIL_HAUTEUR"},
        {"washdown_pump", "disinfectant"},
        set(),
        chamber=True,
    ),
    Usual(
        "AEP-POMP",
        (1, 4),
        (1, 2),
        False,
        "P1-P2",
        {"ELECTROMECANIQUE", "ELEC_BR"},
        {"pump_parts"},
        {"pump_station"},
    ),
    Usual(
        "AEP-REF",
        (2, 6),
        (2, 3),
        False,
        "P3-P4",
        {"ENROBE", "SIGNALISATION"},
        {"roller", "asphalt"},
        {"roadworks"},
    ),
    Usual(
        "ASS-BOU-BRT",
        (0.75, 2),
        (2, 2),
        False,
        "P2-P2",
        JETTING,
        {"jetter", "drain_rods", "push_camera"},
        set(),
    ),
    Usual("ASS-DEB", (1, 4), (2, 3), False, "P1-P1", JETTING, DRIVEN, set()),
    Usual("ASS-CUR-C", (1, 3), (2, 2), False, "P2-P2", JETTING, DRIVEN, {"jetting"}),
    # given in metres a day
    Usual("ASS-CUR-P", None, (2, 2), False, "P4-P4", JETTING | {"SIGNALISATION"}, DRIVEN, {"jetting"}),
    Usual("ASS-ITV", None, (2, 2), False, "P4-P4", {"ITV"}, {"cctv_van"}, {"cctv"}),
    Usual("ASS-AVAL", (0.2, 0.4), (2, 2), False, "P3-P3", {"PERMIS_C"}, {"vacuum_truck"}, set()),
    Usual(
        "ASS-PR-ENT",
        (1, 2.5),
        (2, 2),
        False,
        "P4-P4",
        {"ELEC_B0_H0"},
        {"combined_truck", "gas_detector", "hoist"},
        {"pump_station"},
        chamber=True,
    ),
    Usual(
        "ASS-PR-DEP",
        (1, 4),
        (2, 2),
        False,
        "P1-P2",
        {"ELEC_BR"},
        {"spare_pump", "crane_truck"},
        {"pump_station"},
        chamber=True,
    ),
    Usual(
        "ASS-CONF", (1, 1.5), (1, 1), False, "P4-P4", {"CONTROLE"}, {"tracing_dye", "smoke_cartridges"}, set()
    ),
    Usual("ASS-FUM", (2, 7), (2, 2), False, "P4-P4", {"CONTROLE"}, {"smoke_generator"}, set()),
    Usual(
        "ASS-TAMP",
        (1.5, 3),
        (2, 2),
        True,
        "P1-P2",
        {"AIPR_OP", "SIGNALISATION"},
        {"cover_frame", "mortar"},
        {"roadworks"},
    ),
    Usual(
        "ASS-REP-CAN",
        (6, 24),
        (3, 4),
        True,
        "P1-P3",
        {"AIPR_OP", "CACES_R482_A", "BLINDAGE"},
        {"mini_digger", "shoring", "bypass_pump"},
        {"leak"},
    ),
    Usual(
        "ASS-BRT-NEUF",
        (5, 9),
        (3, 3),
        True,
        "P4-P4",
        {"AIPR_OP", "CACES_R482_A", "BLINDAGE"},
        {"mini_digger", "shoring", "inspection_chamber", "saddle_branch"},
        {"connection"},
    ),
    Usual(
        "ASS-BRT-REP",
        (5, 9),
        (3, 3),
        True,
        "P2-P2",
        {"AIPR_OP", "CACES_R482_A", "BLINDAGE"},
        {"mini_digger", "shoring", "inspection_chamber", "saddle_branch"},
        {"leak"},
    ),
    # 0.1 to 0.2 h a manhole, some in a row
    Usual("ASS-RAT", (0.1, 1), (1, 2), False, "P4-P4", {"CERTIBIOCIDE"}, {"rodent_bait"}, set()),
    Usual("ASS-POLL", (1, 6), (2, 2), False, "P1-P1", set(), {"booms", "sample_bottles"}, set()),
    Usual("ASS-DO", (0.5, 1), (2, 2), False, "P4-P4", set(), set(), set(), chamber=True),
    Usual("ASS-REG", (0.2, 0.5), (2, 2), False, "P4-P4", set(), {"gas_detector"}, set()),
]
CASES = [pytest.param(code, usual, id=code) for usual in USUAL for code in usual.codes.split()]


def test_the_table_has_every_type(catalogue):
    assert {case.id for case in CASES} == set(catalogue.jobs)


@pytest.mark.parametrize(("code", "usual"), CASES)
def test_the_standard_is_the_usual_practice(catalogue, code, usual):
    standard = catalogue[code]
    if usual.hours:
        least, most = (60 * hours for hours in usual.hours)
        assert least <= standard.duration_min.p50 <= standard.duration_min.p80 <= most
    assert (standard.crew.min, standard.crew.max) == usual.crew
    assert standard.digs is usual.digs
    assert f"{standard.priority.most.value}-{standard.priority.least.value}" == usual.priority
    assert usual.skills <= set(standard.skills)
    assert usual.means <= {*standard.equipment, *standard.tools, *standard.parts}
    assert usual.forms <= set(standard.closure)
    assert standard.enters_chamber is usual.chamber


@pytest.mark.parametrize(
    ("code", "question", "answer", "priority"),
    [
        ("AEP-QUAL", "illness", "yes", Priority.P1),
        ("AEP-QUAL", "neighbours_affected", "yes", Priority.P1),
        ("AEP-BAC", "trip_hazard", "yes", Priority.P2),
        ("ASS-AVAL", "storm_forecast", "yes", Priority.P2),
        ("ASS-TAMP", "cover_state", "missing", Priority.P1),
        ("ASS-TAMP", "cover_state", "broken", Priority.P1),
    ],
)
def test_what_makes_it_more_urgent_is_asked(rules, code, question, answer, priority):
    standard = rules.catalogue[code]
    assert standard.default_priority({question: answer}) is priority
    assert question in rules.questions.asked(standard.questions)


def test_every_form_and_question_set_that_is_named_is_there(rules):
    forms = rules.closure.forms
    for standard in rules.catalogue.standards():
        assert set(standard.closure) <= set(forms)
        assert not standard.questions or standard.questions in rules.questions.sets
