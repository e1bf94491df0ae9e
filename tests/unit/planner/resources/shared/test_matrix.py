# SPDX-License-Identifier: GPL-3.0-or-later
"""The skills of a zone, signed off by its field manager (CAP-2.1.a)."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.core.resources import SkillGrant
from regard.planner.resources.matrix import matrix_rows, sign_off, zone_matrices

DAY = date(2026, 5, 28)


def test_cap_2_1_a_one_agent_with_ss4_is_a_single_point_of_failure(service):
    (nord,) = zone_matrices(service, DAY)
    ss4 = next(row for row in nord.matrix.rows if row.skill == "SS4")
    assert (ss4.coverage, list(ss4.until), ss4.is_single_point) == (1, ["AG1"], True)
    signed = sign_off(service, "Z1", by="F. Leroy", on=DAY, who="F. Leroy")
    assert (signed.signed_by, signed.signed_on) == ("F. Leroy", date(2026, 5, 28))
    (nord,) = zone_matrices(service, date(2026, 6, 1), zone="Z1")
    assert nord.signed == service.get(type(signed), signed.sign_off_id)
    assert not nord.is_changed


def test_only_the_field_manager_signs(service):
    with pytest.raises(InputError, match=r"signed off by F\. Leroy, not by D"):
        sign_off(service, "Z1", by="D", on=DAY, who="D")


def test_a_change_after_the_sign_off_is_told(service):
    sign_off(service, "Z1", by="F. Leroy", on=DAY, who="F. Leroy")
    grant = service.get(SkillGrant, "AG1-SS4")
    with service.command("withdraw", who="test") as transaction:
        transaction.remove(grant)
    (nord,) = zone_matrices(service, date(2026, 6, 1))
    assert nord.is_changed


def test_the_rows_for_a_spreadsheet_name_agent_skill_and_date(service):
    sign_off(service, "Z1", by="F. Leroy", on=DAY, who="F. Leroy")
    rows = list(matrix_rows(zone_matrices(service, DAY)))
    assert {
        "zone": "Z1",
        "skill": "SS4",
        "coverage": 1,
        "single_point": "yes",
        "agent_id": "AG1",
        "valid_until": date(2027, 1, 1),
        "signed_by": "F. Leroy",
        "signed_on": DAY,
    } in rows
