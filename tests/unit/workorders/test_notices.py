# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice that a dig needs, whom to call first, and when the work may start."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.messages import templates
from regard.workorders.facts import NetworkNear
from regard.workorders.law import LAW, load_law
from regard.workorders.notices import Dig, OperatorContact, decide_notice, urgency_ground
from regard.workorders.orders import Priority

P1, P2, P3, P4 = Priority
NOW = datetime(2026, 6, 3, 8, 20)
APRIL = datetime(2026, 4, 30, 9, 0)

# the four networks beside the golden burst
GAS = NetworkNear("GRDF", "0800 47 33 33", "GAZ", "GAZ PE63", True, "in_corridor")
POWER = NetworkNear("Enedis", "01 76 61 47 01", "ELECECL", "HTA", True, "to_mark_out")
TELECOM = NetworkNear("Orange", "", "COM", "TEL", False, "position_unknown")
LIGHTING = NetworkNear("Town", "02 00 00 00 00", "ELECECL", "Lighting", True, "consult")
NETWORKS = (GAS, POWER, TELECOM, LIGHTING)


@pytest.fixture
def law(rules):
    return rules.law


def test_a_burst_starts_at_once_after_the_calls_to_sensitive_operators(law):
    dig = Dig(area_m2=36, urgency="continuity_of_service", networks=NETWORKS)
    found = decide_notice(dig, received=NOW, law=law)
    assert (found.kind, found.earliest_start, found.answer_by) == ("ATU", NOW, None)
    assert found.send_by == NOW.date()
    assert found.call_first == (
        OperatorContact("GRDF", "0800 47 33 33", ("GAZ PE63",)),
        OperatorContact("Enedis", "01 76 61 47 01", ("HTA",)),
        OperatorContact("Town", "02 00 00 00 00", ("Lighting",)),
    )
    assert found.write_to == (OperatorContact("Orange", "", ("TEL",)),)
    assert found.reason.english() == (
        "Urgent works notice: the public service is interrupted or about to be. "
        "Consult the teleservice, telephone GRDF, Enedis, Town before digging, then send the notice."
    )


def test_an_operator_is_called_once_for_all_its_networks(law):
    low_voltage = NetworkNear("Enedis", "", "ELECECL", "BT", True, "consult")
    insulated = NetworkNear("Enedis", "", "ELECECL", "Insulated overhead line", False, "consult")
    dig = Dig(area_m2=4, urgency="safety", networks=(low_voltage, POWER, insulated))
    found = decide_notice(dig, received=NOW, law=law)
    assert found.call_first == (OperatorContact("Enedis", "01 76 61 47 01", ("BT", "HTA")),)
    assert found.write_to == ()


def test_an_urgent_dig_without_sensitive_networks_calls_nobody(law):
    found = decide_notice(Dig(area_m2=4, urgency="safety", networks=(TELECOM,)), received=NOW, law=law)
    assert found.call_first == ()
    assert "No sensitive network is known nearby" in found.reason.english()


def test_a_meter_change_needs_no_declaration(rules, law):
    exemption = rules.catalogue["AEP-CPT-REM"].exemption
    found = decide_notice(None, received=NOW, law=law, exemption=exemption)
    assert (found.kind, found.send_by, found.earliest_start) == ("none", None, NOW)
    assert found.reason.english().startswith("No declaration: work inside existing")


def test_no_soil_works_needs_no_declaration(law):
    found = decide_notice(None, received=NOW, law=law)
    assert found.reason.english() == "No declaration: no soil works."


def test_a_dict_sent_on_30_april_is_answered_by_9_may_and_starts_on_the_monday(law):
    found = decide_notice(Dig(area_m2=36, dt_answered=True), received=APRIL, law=law)
    assert found.kind == "DICT"
    assert found.answer_by == date(2026, 5, 9)
    assert found.earliest_start == datetime(2026, 5, 11, 8, 0)
    assert found.start_by == date(2026, 7, 30)


@pytest.mark.parametrize(
    ("options", "answer_by"),
    [
        ({}, date(2026, 5, 11)),
        ({"count_sundays": False}, date(2026, 5, 13)),
        ({"on_paper": True}, date(2026, 5, 18)),
        ({"on_paper": True, "count_sundays": False}, date(2026, 5, 21)),
    ],
)
def test_a_dig_of_our_own_takes_a_joint_declaration_answered_as_a_dt(law, options, answer_by):
    found = decide_notice(Dig(area_m2=6, networks=NETWORKS), received=APRIL, law=law, **options)
    assert (found.kind, found.answer_by) == ("DT-DICT", answer_by)
    assert found.call_first == ()
    assert len(found.write_to) == 4


@pytest.mark.parametrize(
    ("own_works", "area_m2", "kind"),
    [
        (True, 100, "DT-DICT"),
        (True, 101, "DT-DICT"),
        (True, 20_000, "DT-DICT"),
        (True, 20_001, "DT"),
        (False, 100, "DT-DICT"),
        (False, 101, "DT"),
    ],
)
def test_the_owner_and_the_surface_decide_the_declaration(law, own_works, area_m2, kind):
    dig = Dig(area_m2=area_m2, own_works=own_works)
    assert decide_notice(dig, received=NOW, law=law).kind == kind


@pytest.mark.parametrize(
    ("own_works", "reason"), [(True, "the service digs itself"), (False, "unit operation")]
)
def test_a_joint_declaration_says_why_it_may_be_joint(law, own_works, reason):
    found = decide_notice(Dig(area_m2=36, own_works=own_works), received=APRIL, law=law)
    assert found.reason.english() == (
        f"Joint DT-DICT: {reason}, 36 m². Answers due by 2026-05-11, start from 2026-05-12."
    )


def test_a_dt_is_followed_by_a_dict_before_the_start(law):
    found = decide_notice(Dig(area_m2=500, own_works=False), received=APRIL, law=law)
    # DT answered by Mon 05-11, DICT sent Tue 05-12, answered by Wed 05-20 (Ascension on the 14th)
    assert found.answer_by == date(2026, 5, 11)
    assert found.earliest_start == datetime(2026, 5, 21, 8, 0)


def test_works_wider_than_a_notice_can_cover_are_split(law):
    with pytest.raises(InputError, match="one notice may cover 200000 m²"):
        decide_notice(Dig(area_m2=200_001), received=NOW, law=law)


@pytest.mark.parametrize(
    ("dig", "exemption"), [(Dig(area_m2=1, urgency="haste"), ""), (None, "a habit of ours")]
)
def test_a_ground_that_the_law_does_not_know_is_refused(law, dig, exemption):
    with pytest.raises(InputError, match="of the law file"):
        decide_notice(dig, received=NOW, law=law, exemption=exemption)


@pytest.mark.parametrize(
    ("code", "priority", "ground"),
    [
        ("AEP-CASSE", P1, "continuity_of_service"),
        ("AEP-FUI-CAN", P2, "continuity_of_service"),
        ("AEP-FUI-CAN", P3, ""),
        ("AEP-BRT-NEUF", P1, ""),
        ("AEP-CPT-REM", P1, ""),
        ("ASS-TAMP", P1, "safety"),
    ],
)
def test_only_unforeseeable_digs_of_high_priority_are_urgent(rules, law, code, priority, ground):
    assert urgency_ground(rules.catalogue[code], priority=priority, law=law) == ground


def test_every_ground_and_exemption_is_said_in_plain_words(law):
    codes = [f"notice.none.{exemption}" for exemption in law.exemptions]
    for ground in law.urgency_grounds:
        codes += [f"notice.atu.{ground}", f"notice.atu.{ground}.nobody_to_call"]
    assert [code for code in codes if code not in templates()] == []


@pytest.mark.parametrize(
    ("sent", "due"), [(date(2026, 5, 11), date(2026, 5, 13)), (date(2026, 5, 12), date(2026, 5, 15))]
)
def test_a_reminder_is_answered_within_two_working_days(law, sent, due):
    assert law.reminder_answer_by(sent) == due


def test_a_decision_keeps_the_version_of_the_law(law):
    assert decide_notice(Dig(area_m2=6), received=NOW, law=law).law_version == law.version


def test_a_changed_delay_changes_the_deadline(tmp_path):
    path = tmp_path / "law.yaml"
    text = LAW.read_text(encoding="utf-8")
    path.write_text(text.replace("DICT: {days: 7,", "DICT: {days: 10,", 1), encoding="utf-8")
    law = load_law(path)
    found = decide_notice(Dig(area_m2=36, dt_answered=True), received=APRIL, law=law)
    assert found.answer_by == date(2026, 5, 12)


def test_a_law_file_without_a_figure_is_refused(tmp_path):
    path = tmp_path / "law.yaml"
    lines = LAW.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("validity_months")))
    with pytest.raises(InputError, match=r"law\.yaml, line 2, field validity_months"):
        load_law(path)


def test_a_bad_form_of_the_consultation_number_is_refused_with_its_line(tmp_path):
    path = tmp_path / "law.yaml"
    text = LAW.read_text(encoding="utf-8")
    path.write_text(text.replace('{pattern: "[0-9]{13}', '{pattern: "([0-9]{13}', 1), encoding="utf-8")
    line = next(n for n, said in enumerate(text.splitlines(), 1) if said.startswith("consultation_number"))
    where = rf"law\.yaml, line {line}, field consultation_number\.pattern"
    with pytest.raises(InputError, match=rf"{where}: .*expected a regular expression"):
        load_law(path)
