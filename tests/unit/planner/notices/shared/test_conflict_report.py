# SPDX-License-Identifier: GPL-3.0-or-later
"""The conflicts report of the burst on P03 (CAP-G.5): corridors, techniques, equipment, the disclaimer."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.planner.informing.page import page_html
from regard.planner.notices.conflict_report import conflict_report, report_page
from regard.planner.notices.deem import deem_in_zone
from regard.workorders.rulebook import load_rule_book

from .conftest import NOW

DAY = date(2026, 6, 3)


def rows(workspace, order_id):
    report = conflict_report(workspace, order_id, day=DAY)
    return {one.conflict.label: one for one in report.networks}


def test_each_network_has_its_corridor_and_what_may_dig_there(valmont, burst):
    found = rows(valmont, burst)
    assert {label: one.conflict.corridor_m for label, one in found.items()} == {
        "GAZ PE63": 0.5,
        "HTA": 1.5,
        "TEL": None,
        "Éclairage public": 0.5,
    }
    assert {label: (one.conflict.verdict, one.technique.machine) for label, one in found.items()} == {
        "GAZ PE63": ("in_corridor", False),
        "HTA": ("to_mark_out", True),
        "TEL": ("position_unknown", True),
        "Éclairage public": ("consult", True),
    }
    assert found["GAZ PE63"].technique.en.startswith("by hand or with a suction excavator only")
    assert found["GAZ PE63"].equipment == ("suction_excavator",)
    assert found["HTA"].equipment == ()


def test_an_operator_that_did_not_answer_is_dug_for_softly(valmont, burst):
    deem_in_zone(
        valmont, burst, "Électricité de Valmont", contact="no answer", called_at=NOW, who="D. Martin"
    )
    power = rows(valmont, burst)["HTA"]
    assert (power.is_deemed, power.technique.machine) == (True, False)
    assert power.equipment == ("suction_excavator",)
    assert "R.554-32" in power.source


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("± 0.50 m", "suction excavator only")), ("fr", ("± 0,50 m", "à l&#39;aspiratrice seulement"))],
)
def test_the_page_says_that_open_data_is_not_enough(valmont, burst, language, said):
    report = conflict_report(valmont, burst, day=DAY)
    page = page_html(
        report_page(report, book=load_rule_book(), language=language),
        lambda m: m.english(),
        language=language,
    )
    assert "Open data and maps never replace the consultation of the operators." in page
    for text in (*said, "GAZ PE63", "0800000001"):
        assert text in page


def test_an_order_that_digs_nothing_has_no_report(valmont, ordered):
    with pytest.raises(InputError, match="does not dig"):
        conflict_report(valmont, ordered("AEP-CPT-REM"), day=DAY)
    with pytest.raises(InputError):
        conflict_report(valmont, "OI-99", day=DAY)
