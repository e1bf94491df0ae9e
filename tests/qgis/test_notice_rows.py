# SPDX-License-Identifier: GPL-3.0-or-later
"""What the ORDER dock offers to note of a declaration: appointments on site, renewals, other notices."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.life.paperwork import note_sent
from regard.planner.notices.agenda import notice_on
from regard.planner.records import OrderNotice
from regard.store.workspaces import open_workspace
from regard.ui.acting.rows import Pressed
from regard.ui.order_panel.notice_rows import notice_rows
from regard.workorders.life.records import OperatorAnswer, Permit

BURST = "VA-2026-AEP-00001"
NOW = datetime(2026, 6, 4, 9)


@pytest.fixture
def declared(town):
    """Return a workspace in which the burst has a joint DT-DICT that was sent on 3 June."""
    workspace = open_workspace(str(town))
    notice = workspace.get(OrderNotice, BURST)
    with workspace.command("change", who="test") as transaction:
        transaction.save(replace(notice, kind="DT-DICT"))
    note_sent(workspace, BURST, number="2026060300123D", sent_at=datetime(2026, 6, 3, 9), who="test")
    yield workspace
    workspace.close()


def rows(workspace, day):
    found = notice_rows(notice_on(workspace, BURST, day), workspace.all(Permit, order_id=BURST), digs=True)
    return {row.key: {act.name: act for act in row.acts} for row in found}


def pressed(text):
    return Pressed(now=NOW, who="test", text=text)


def test_an_appointment_on_site_is_noted_with_its_day(declared):
    acts = rows(declared, date(2026, 6, 4))["operator/Gaz de Valmont"]
    with pytest.raises(InputError, match="tomorrow"):
        acts["on_site"].run(declared, pressed("tomorrow"))
    acts["on_site"].run(declared, pressed(" 2026-06-16 "))
    (answer,) = declared.all(OperatorAnswer)
    assert answer.appointment_on == date(2026, 6, 16)
    # 9 + 15 days after 3 June
    assert declared.get(OrderNotice, BURST).earliest_start == datetime(2026, 6, 29, 8)


def test_a_notice_that_is_to_be_renewed_can_be_noted_as_sent_again(declared):
    assert "sent" not in rows(declared, date(2026, 6, 4))[f"notice/{BURST}"]
    assert "sent" in rows(declared, date(2026, 8, 28))[f"notice/{BURST}"]


def test_a_notice_of_another_company_is_added_by_its_name(declared):
    rows(declared, date(2026, 6, 4))["permit/new"]["other"].run(declared, pressed("Avis au métro"))
    assert "permit/other:Avis au métro" in rows(declared, date(2026, 6, 4))
