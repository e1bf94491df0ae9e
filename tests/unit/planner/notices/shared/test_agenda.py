# SPDX-License-Identifier: GPL-3.0-or-later
"""What the notices of a day say."""

from datetime import date, datetime

from regard.planner.life.paperwork import note_sent
from regard.planner.notices.agenda import notice_on, notices_on
from regard.planner.records import OrderNotice


def dates(one):
    return one.notice.answer_by, one.clock.earliest_start, one.notice.start_by


def test_a_declaration_that_is_late_to_be_sent_has_the_dates_of_today(valmont, valve):
    # DT-DICT: nine days, from the 3rd until Friday the 12th
    (one,) = notices_on(valmont, date(2026, 6, 3))
    assert dates(one) == (date(2026, 6, 12), datetime(2026, 6, 15, 8), date(2026, 9, 3))
    late = notice_on(valmont, valve, date(2026, 6, 10))
    assert dates(late) == (date(2026, 6, 19), datetime(2026, 6, 22, 8), date(2026, 9, 10))
    assert "2026-06-22" in late.notice.reason.english() and "2026-06-15" not in late.notice.reason.english()
    # nothing is stored by looking
    assert valmont.get(OrderNotice, valve).answer_by == date(2026, 6, 12)


def test_the_dates_of_one_that_was_sent_are_those_of_its_sending(valmont, valve):
    note_sent(valmont, valve, number="2026060300123D", sent_at=datetime(2026, 6, 3, 9), who="D. Martin")
    one = notice_on(valmont, valve, date(2026, 6, 10))
    assert dates(one) == (date(2026, 6, 12), datetime(2026, 6, 15, 8), date(2026, 9, 3))
