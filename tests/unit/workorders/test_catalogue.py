# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue holds every type of work, and refuses a file that cannot be right."""

import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import Role
from regard.workorders.catalogue import CATALOGUE, load_catalogue
from regard.workorders.orders import Priority

WATER = (
    *(
        "FUI-CAN",
        "CASSE",
        "FUI-BRT",
        "FUI-CPT",
        "MANQUE",
        "PRESS",
        "QUAL",
        "PURGE",
        "VANNE",
        "VAN-REM",
        "BAC",
    ),
    *("CPT-REM", "REL", "OUV", "FER", "ENQ", "RDF", "BRT-NEUF", "BRT-SUP", "PI-CTL", "PI-REP", "VENT", "RES"),
    *("POMP", "REF"),
)
SEWER = (
    *(
        "BOU-BRT",
        "DEB",
        "CUR-C",
        "CUR-P",
        "ITV",
        "AVAL",
        "PR-ENT",
        "PR-DEP",
        "CONF",
        "FUM",
        "TAMP",
        "REP-CAN",
    ),
    *("BRT-NEUF", "BRT-REP", "RAT", "POLL", "DO", "REG"),
)
DIGS = {
    *("AEP-FUI-CAN", "AEP-CASSE", "AEP-FUI-BRT", "AEP-VAN-REM", "AEP-BAC", "AEP-BRT-NEUF", "AEP-BRT-SUP"),
    *("AEP-PI-REP", "ASS-TAMP", "ASS-REP-CAN", "ASS-BRT-NEUF", "ASS-BRT-REP"),
}


@pytest.fixture
def edited(tmp_path):
    """Return a function that loads the shipped catalogue after a replacement in its text."""

    def load(old, new):
        text = CATALOGUE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "catalogue.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_catalogue(path)

    return load


def line_of(text, after=""):
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if after in line), 0)
    return next(n for n, line in enumerate(lines, 1) if n > start and text in line)


def test_every_type_of_work_is_there(catalogue):
    assert list(catalogue.jobs) == [f"AEP-{code}" for code in WATER] + [f"ASS-{code}" for code in SEWER]
    assert len(catalogue) == 43


def test_codes_say_the_network(catalogue):
    networks = {(job.code[:3], job.network) for job in catalogue.standards()}
    assert networks == {("AEP", "water"), ("ASS", "sewer")}


def test_types_that_break_ground_have_an_excavation(catalogue):
    assert {job.code for job in catalogue.standards() if job.digs} == DIGS


def test_whoever_drives_a_digger_may(catalogue):
    machines = [job for job in catalogue.standards() if "mini_digger" in job.equipment]
    assert machines
    assert all({"CACES_R482_A", "AIPR_OP"} <= set(job.skills) for job in machines)


def test_roles_are_those_of_the_network(catalogue):
    roles = {role for job in catalogue.standards() for role in job.asset_roles}
    assert roles <= {role.value for role in Role}
    assert all(job.asset_roles for job in catalogue.standards())


def test_the_main_burst_as_the_catalogue_has_it(catalogue):
    burst = catalogue["AEP-CASSE"]
    assert (burst.label.en, burst.label.fr) == ("Main burst", "Casse sur canalisation")
    assert 4 * 60 <= burst.duration_min.p50 <= burst.duration_min.p80 <= 10 * 60
    assert (burst.crew.min, burst.crew.max) == (3, 4)
    assert burst.isolates
    assert burst.excavation.area_m2 == pytest.approx(4.5)


@pytest.mark.parametrize(
    ("code", "answers", "expected"),
    [
        ("AEP-FUI-CAN", {}, Priority.P3),
        ("AEP-CASSE", {}, Priority.P1),
        ("AEP-QUAL", {}, Priority.P2),
        ("AEP-QUAL", {"illness": "yes"}, Priority.P1),
        ("AEP-QUAL", {"illness": "no"}, Priority.P2),
        ("ASS-AVAL", {"storm_forecast": "yes"}, Priority.P2),
        ("ASS-TAMP", {"cover_state": "noisy"}, Priority.P2),
        ("ASS-TAMP", {"cover_state": "missing"}, Priority.P1),
        ("AEP-BAC", {"trip_hazard": "yes"}, Priority.P2),
    ],
)
def test_answers_lift_the_default_priority(catalogue, code, answers, expected):
    assert catalogue[code].default_priority(answers) is expected


def test_an_unknown_code_names_near_ones(catalogue):
    with pytest.raises(InputError) as caught:
        catalogue["AEP-CASE"]
    assert "'AEP-CASE'" in str(caught.value)
    assert "AEP-CASSE" in str(caught.value)


def test_a_duplicate_code_is_refused_with_its_lines(edited):
    with pytest.raises(InputError) as caught:
        edited("  AEP-FER:", "  AEP-OUV:")
    assert str(caught.value) == (
        f"catalogue.yaml, line {line_of('  AEP-FER:')}: 'AEP-OUV' is already given on line "
        f"{line_of('  AEP-OUV:')}"
    )


@pytest.mark.parametrize("minutes", ["0", "-30"])
def test_a_duration_that_is_not_positive_is_refused_with_its_line(edited, minutes):
    with pytest.raises(InputError) as caught:
        edited("p50: 330", f"p50: {minutes}")
    line = line_of("p50: 330")
    assert str(caught.value).startswith(
        f"catalogue.yaml, line {line}, field jobs.AEP-CASSE.duration_min.p50: found '{minutes}'"
    )


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        ("p80: 540", "p80: 300", "jobs.AEP-CASSE.duration_min", "p80 at least as long as p50"),
        ("crew: {min: 3, max: 4}", "crew: {min: 3, max: 2}", "jobs.AEP-CASSE.crew", "max at least min"),
        ("{most: P1, least: P3}", "{most: P3, least: P1}", "jobs.AEP-FUI-CAN.priority", "most at least as"),
        (
            "skills: [RESEAU,",
            "skills: [RESEAUX,",
            "jobs.AEP-FUI-CAN.skills",
            "found 'RESEAUX', expected names under skills of means.yaml (near: RESEAU",
        ),
        ("parts: {repair_clamp: 1", "parts: {clamp: 1", "jobs.AEP-FUI-CAN.parts", "near: repair_clamp"),
        (
            "    urgency: cont",
            "    exemption: no_soil_works\n    urgency: cont",
            "jobs.AEP-FUI-CAN.exemption",
            "either an",
        ),
        ("  AEP-REL:", "  aep-rel:", "jobs.aep-rel", "match pattern"),
    ],
)
def test_what_cannot_be_right_is_refused(edited, old, new, field, expected):
    with pytest.raises(InputError) as caught:
        edited(old, new)
    message = str(caught.value)
    assert f"field {field}:" in message
    assert expected in message
