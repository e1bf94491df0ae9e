# SPDX-License-Identifier: GPL-3.0-or-later
"""A notice on paper: every date that follows from it is that of the post (15 days instead of 9)."""

from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.planner.life.notice_way import note_received, note_way
from regard.planner.life.paperwork import note_answer, note_sent
from regard.planner.life.study_order import study_order
from regard.planner.notices.agenda import notice_on
from regard.planner.records import OrderConflict, OrderNotice
from regard.workorders.orders import WorkOrder
from regard.workorders.rulebook import load_rule_book

WHO = "D. Martin"
NOW = datetime(2026, 6, 3, 9)
NUMBER = "2026060300123D"


def dates(workspace, order_id):
    """Return the last day of the answers and the start: of the notice and the order, as its reason tells."""
    notice = workspace.get(OrderNotice, order_id)
    start = notice.earliest_start
    assert workspace.get(WorkOrder, order_id).earliest_start == start
    assert str(start.date()) in notice.reason.english()
    return notice.answer_by, start


def test_a_notice_that_goes_on_paper_has_the_dates_of_the_post_and_back(valmont, valve):
    # received on Monday the 8th at the latest, answered in 15 days
    note_way(valmont, valve, on_paper=True, now=NOW, who=WHO)
    assert dates(valmont, valve) == (date(2026, 6, 23), datetime(2026, 6, 24, 8))
    late = notice_on(valmont, valve, date(2026, 6, 4))
    assert late.notice.answer_by == date(2026, 6, 24)
    note_way(valmont, valve, on_paper=False, now=NOW, who=WHO)
    assert dates(valmont, valve) == (date(2026, 6, 12), datetime(2026, 6, 15, 8))


def test_the_way_stays_when_the_order_is_studied_again(valmont, valve):
    note_way(valmont, valve, on_paper=True, now=NOW, who=WHO)
    study_order(valmont, valve, rules=load_rule_book(), now=NOW, who=WHO)
    assert valmont.get(OrderNotice, valve).on_paper
    assert dates(valmont, valve) == (date(2026, 6, 23), datetime(2026, 6, 24, 8))


def test_the_days_run_from_the_receipt_that_was_noted(valmont, valve):
    note_sent(valmont, valve, number=NUMBER, sent_at=NOW, who=WHO, on_paper=True)
    assert dates(valmont, valve) == (date(2026, 6, 23), datetime(2026, 6, 24, 8))
    note_received(valmont, valve, received_on=date(2026, 6, 10), who=WHO)
    assert dates(valmont, valve) == (date(2026, 6, 25), datetime(2026, 6, 26, 8))
    # the three months run from the day it went out
    assert valmont.get(OrderNotice, valve).start_by == date(2026, 9, 3)
    again = note_sent(
        valmont, valve, number=NUMBER, sent_at=NOW, who=WHO, on_paper=True, received_on=date(2026, 6, 5)
    )
    assert again.answer_by == date(2026, 6, 20)


def test_an_appointment_on_site_counts_from_the_receipt_too(valmont, valve):
    operator = next(near.operator for near in valmont.all(OrderConflict, order_id=valve))
    note_sent(valmont, valve, number=NUMBER, sent_at=NOW, who=WHO, on_paper=True)
    note_answer(valmont, valve, operator, who=WHO, appointment_on=date(2026, 6, 30))
    # 15 days and 15 more from the 8th, without the 14th of July no holiday among them
    assert dates(valmont, valve)[1] == datetime(2026, 7, 9, 8)
    note_received(valmont, valve, received_on=date(2026, 6, 10), who=WHO)
    assert dates(valmont, valve)[1] == datetime(2026, 7, 13, 8)


def test_a_renewal_through_the_teleservice_is_no_letter_any_more(valmont, valve):
    note_sent(valmont, valve, number=NUMBER, sent_at=NOW, who=WHO, on_paper=True)
    note_received(valmont, valve, received_on=date(2026, 6, 10), who=WHO)
    renewed = note_sent(
        valmont, valve, number="2026090100001D", sent_at=datetime(2026, 9, 1, 9), who=WHO, on_paper=False
    )
    assert (renewed.on_paper, renewed.received_on, renewed.answer_by) == (False, None, date(2026, 9, 10))


def test_what_cannot_be_is_refused(valmont, valve):
    with pytest.raises(InputError, match="goes by the teleservice or was sent later"):
        note_received(valmont, valve, received_on=date(2026, 6, 10), who=WHO)
    note_sent(valmont, valve, number=NUMBER, sent_at=NOW, who=WHO, on_paper=True)
    with pytest.raises(InputError, match="sent: 2026-06-03"):
        note_received(valmont, valve, received_on=date(2026, 6, 2), who=WHO)
    with pytest.raises(InputError, match="was sent already"):
        note_way(valmont, valve, on_paper=False, now=NOW, who=WHO)
