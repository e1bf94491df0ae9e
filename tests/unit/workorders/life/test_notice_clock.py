# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock of notices: golden 8.3, states along the days, what is to be done, the first legal start."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.core.calendars import is_public_holiday, is_working_day
from regard.workorders.law import load_law
from regard.workorders.life.gate_facts import Notice, Operator
from regard.workorders.life.notice_clock import (
    NoticeState,
    OperatorState,
    Reading,
    expires_on,
    legal_start,
    read_clock,
)
from regard.workorders.life.readiness import last_sending
from regard.workorders.life.records import OperatorAnswer
from regard.workorders.life.works_under_way import UnderWay, serves_until
from regard.workorders.notices import declared_dates

LAW = load_law()
READING = Reading(LAW)


def answer(name="Gaz", **said):
    return OperatorAnswer(f"OI-01/{name}", "OI-01", name, **said)


def sent(kind="DICT", at=datetime(2026, 4, 30, 9)):
    dates = declared_dates(kind, at.date(), law=LAW)
    return Notice(
        kind, dates.earliest_start, dates.answer_by, dates.start_by, sent_at=at, number="2026043000001A"
    )


GAS = Operator("Gaz", sensitive=True, phone="0800")
TELECOM = Operator("Fibre", sensitive=False)


@pytest.mark.parametrize(
    ("kind", "received", "paper", "counted", "left_out"),
    [
        ("DICT", date(2026, 4, 30), False, date(2026, 5, 9), date(2026, 5, 11)),
        ("DT", date(2026, 4, 30), False, date(2026, 5, 11), date(2026, 5, 13)),
        ("DT", date(2026, 4, 30), True, date(2026, 5, 18), date(2026, 5, 21)),
        ("DICT", date(2026, 6, 3), False, date(2026, 6, 10), date(2026, 6, 11)),
    ],
)
def test_golden_8_3_answers(kind, received, paper, counted, left_out):
    for count_sundays, expected in ((True, counted), (False, left_out)):
        dates = declared_dates(kind, received, law=LAW, count_sundays=count_sundays, on_paper=paper)
        assert dates.answer_by == expected
        notice = Notice(
            kind,
            dates.earliest_start,
            dates.answer_by,
            dates.start_by,
            sent_at=_at(received),
            on_paper=paper,
            received_on=received,
        )
        reading = Reading(LAW, count_sundays)
        assert legal_start(notice, [GAS], reading=reading) == dates.earliest_start
        clock = read_clock(notice, [GAS], day=expected, reading=reading)
        assert clock.tasks == () and clock.operators[0].until == expected
        late = read_clock(notice, [GAS], day=expected + timedelta(days=1), reading=reading)
        assert [task.code for task in late.tasks] == ["notice_task.remind"]


@pytest.mark.parametrize(
    ("number", "is_odd"),
    [
        ("2026043000001A", False),
        ("2026043000001A02", False),
        ("2026-04-30/1", True),
        ("2026043000001", True),
        ("", False),
    ],
)
def test_a_number_unlike_one_of_the_teleservice_is_told(number, is_odd):
    clock = read_clock(replace(sent(), number=number), [GAS], day=date(2026, 5, 2), reading=READING)
    assert [task.code for task in clock.tasks] == (["notice_task.number"] if is_odd else [])


@pytest.mark.parametrize(
    ("reminded", "until"),
    [(date(2026, 5, 11), date(2026, 5, 13)), (date(2026, 5, 12), date(2026, 5, 15))],
)
def test_golden_8_3_reminders(reminded, until):
    silent = replace(TELECOM, answer=answer("Fibre", reminded_on=reminded))
    (one,) = read_clock(sent(), [silent], day=until, reading=READING).operators
    assert (one.state, one.until) == (OperatorState.REMINDED, until)
    after = read_clock(sent(), [silent], day=until + timedelta(days=1), reading=READING)
    assert after.operators[0].state is OperatorState.SILENT
    assert [task.code for task in after.tasks] == ["notice_task.silent"]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, NoticeState.SENT),
        ({"acknowledged_on": date(2026, 5, 2)}, NoticeState.ACKNOWLEDGED),
        ({"appointment_on": date(2026, 5, 12)}, NoticeState.ACKNOWLEDGED),
        ({"reminded_on": date(2026, 5, 11)}, NoticeState.REMINDED),
        ({"answered_at": datetime(2026, 5, 6, 9)}, NoticeState.ANSWERED),
        ({"reminded_on": date(2026, 5, 11), "answered_at": datetime(2026, 5, 12, 9)}, NoticeState.ANSWERED),
    ],
)
def test_the_state_of_a_notice_is_that_of_its_slowest_operator(said, state):
    gas = replace(GAS, answer=answer(**said))
    answered = replace(TELECOM, answer=answer("Fibre", answered_at=datetime(2026, 5, 4, 9)))
    assert read_clock(sent(), [gas, answered], day=date(2026, 5, 12), reading=READING).state is state


def test_before_and_beside_sending():
    waiting = replace(sent(), sent_at=None, has_consultation=True)
    clock = read_clock(waiting, [GAS], day=date(2026, 4, 20), reading=READING, starts_on=date(2026, 5, 12))
    assert clock.state is NoticeState.TO_SEND
    assert clock.tasks[0].english() == "send the DICT by 2026-05-03"
    unasked = read_clock(
        replace(waiting, has_consultation=False), [GAS], day=date(2026, 4, 20), reading=READING
    )
    assert [task.code for task in unasked.tasks] == ["notice_task.consult", "notice_task.send"]
    none = read_clock(Notice("none"), [GAS], day=date(2026, 4, 20), reading=READING)
    assert (none.state, none.operators, none.tasks) == (NoticeState.NOT_NEEDED, (), ())


def test_a_notice_expires_three_months_after_the_consultation_unless_the_works_began():
    last = expires_on(date(2026, 4, 30), LAW)
    assert last == date(2026, 7, 30)
    notice = replace(sent(), start_by=last)
    gas = replace(GAS, answer=answer(answered_at=datetime(2026, 5, 6, 9)))
    near = read_clock(notice, [gas], day=date(2026, 7, 20), reading=READING)
    assert (near.state, [t.code for t in near.tasks]) == (NoticeState.ANSWERED, ["notice_task.renew"])
    assert read_clock(notice, [gas], day=date(2026, 7, 19), reading=READING).tasks == ()
    over = read_clock(notice, [gas], day=date(2026, 7, 31), reading=READING)
    assert (over.state, [t.code for t in over.tasks]) == (NoticeState.EXPIRED, ["notice_task.expired"])
    begun = read_clock(
        notice, [gas], day=date(2026, 7, 31), reading=READING, works=UnderWay(date(2026, 7, 30))
    )
    assert (begun.state, begun.tasks) == (NoticeState.ANSWERED, ())


ANSWERED_GAS = replace(GAS, answer=answer(answered_at=datetime(2026, 5, 6, 9)))
BEGUN = UnderWay(date(2026, 5, 12))


@pytest.mark.parametrize(
    ("day", "state", "tasks"),
    [
        (date(2026, 11, 1), NoticeState.ANSWERED, []),
        (date(2026, 11, 2), NoticeState.ANSWERED, ["notice_task.renew_under_way"]),
        (date(2026, 11, 12), NoticeState.ANSWERED, ["notice_task.renew_under_way"]),
        (date(2026, 11, 13), NoticeState.EXPIRED, ["notice_task.expired"]),
    ],
)
def test_works_near_a_sensitive_network_are_declared_anew_after_six_months(day, state, tasks):
    clock = read_clock(sent(), [ANSWERED_GAS], day=day, reading=READING, works=BEGUN)
    assert (clock.state, [task.code for task in clock.tasks]) == (state, tasks)


def test_nothing_is_renewed_away_from_sensitive_networks_or_for_an_urgent_dig():
    answered = replace(TELECOM, answer=answer("Fibre", answered_at=datetime(2026, 5, 4, 9)))
    clock = read_clock(sent(), [answered], day=date(2027, 5, 1), reading=READING, works=BEGUN)
    assert (clock.state, clock.tasks) == (NoticeState.ANSWERED, ())
    urgent = Notice("ATU", datetime(2026, 5, 12, 8), sent_at=datetime(2026, 5, 12, 9))
    assert serves_until(urgent, [GAS], BEGUN, LAW) is None
    waiting = replace(sent(), sent_at=None, has_consultation=True)
    assert serves_until(waiting, [GAS], BEGUN, LAW) is None


def test_six_months_are_a_figure_of_the_law_file():
    four = LAW.model_copy(update={"long_works_months": LAW.long_works_months.model_copy(update={"value": 4})})
    assert serves_until(sent(), [GAS], BEGUN, four) == date(2026, 9, 12)
    unknown = LAW.model_copy(update={"long_works_months": None})
    assert serves_until(sent(), [GAS], BEGUN, unknown) is None


@pytest.mark.parametrize(("day", "told"), [(date(2026, 5, 14), []), (date(2026, 5, 15), ["longer"])])
def test_works_that_last_longer_than_declared_near_a_sensitive_network_are_told(day, told):
    works = replace(BEGUN, declared_days=3)
    clock = read_clock(sent(), [ANSWERED_GAS, TELECOM], day=day, reading=READING, works=works)
    assert [task.code.partition(".")[2] for task in clock.tasks] == told
    if told:
        assert "the 3 days declared" in clock.tasks[0].english()
        assert clock.tasks[0].english().endswith("held with Gaz")


def test_a_start_planned_outside_what_the_law_allows_is_a_task():
    notice = sent()
    early = read_clock(notice, [], day=date(2026, 5, 1), reading=READING, starts_on=date(2026, 5, 9))
    assert [t.code for t in early.tasks] == ["notice_task.too_early"]
    late = read_clock(notice, [], day=date(2026, 5, 1), reading=READING, starts_on=date(2026, 7, 31))
    assert [t.code for t in late.tasks] == ["notice_task.renew"]


def test_an_operator_who_measures_on_site_has_fifteen_days_more():
    gas = replace(GAS, answer=answer(appointment_on=date(2026, 5, 12)))
    clock = read_clock(sent(), [gas], day=date(2026, 5, 12), reading=READING)
    # 7 + 15 days from 30 April without 1, 8, 14 and 25 May (Whit Monday)
    assert (clock.operators[0].state, clock.operators[0].until) == (OperatorState.ON_SITE, date(2026, 5, 26))
    assert clock.earliest_start == datetime(2026, 5, 27, 8)
    assert [t.code for t in clock.tasks] == ["notice_task.appointment"]


def test_an_urgent_notice_has_calls_to_make_and_no_answer_is_worst_case():
    notice = Notice("ATU", datetime(2026, 6, 3, 8, 15))
    clock = read_clock(notice, [GAS, TELECOM], day=date(2026, 6, 3), reading=READING)
    assert [one.state for one in clock.operators] == [OperatorState.TO_CALL, OperatorState.NO_ANSWER_DUE]
    assert [t.code for t in clock.tasks] == ["notice_task.consult", "notice_task.send", "notice_task.call"]
    deemed = replace(GAS, answer=answer(contact="nobody", deemed_at=datetime(2026, 6, 3, 8, 40)))
    done = read_clock(
        replace(notice, sent_at=datetime(2026, 6, 3, 9)), [deemed], day=date(2026, 6, 3), reading=READING
    )
    assert (done.state, done.tasks) == (NoticeState.ANSWERED, ())
    assert done.operators[0].state is OperatorState.DEEMED_IN_ZONE


def test_a_silent_operator_of_a_sensitive_network_never_lets_start():
    silent = replace(GAS, answer=answer(reminded_on=date(2026, 5, 11)))
    clock = read_clock(sent(), [silent], day=date(2026, 5, 20), reading=READING)
    assert [t.code for t in clock.tasks] == ["notice_task.silent_sensitive"]


DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(
    kind=st.sampled_from(["DT", "DICT", "DT-DICT"]),
    on=DAYS,
    sundays=st.booleans(),
    paper=st.booleans(),
    more=st.lists(
        st.tuples(st.booleans(), st.none() | st.integers(0, 60), st.none() | st.integers(0, 60)), max_size=4
    ),
)
def test_the_legal_start_is_counted_day_by_day(kind, on, sundays, paper, more):
    operators = [
        Operator(
            f"O{n}",
            sensitive=sensitive,
            answer=answer(
                f"O{n}",
                reminded_on=None if reminded is None else on + timedelta(days=reminded),
                appointment_on=None if met is None else on + timedelta(days=met),
            ),
        )
        for n, (sensitive, reminded, met) in enumerate(more)
    ]
    notice = Notice(kind, sent_at=_at(on), on_paper=paper)
    found = legal_start(notice, operators, reading=Reading(LAW, sundays))
    assert found == datetime.combine(_start_by_hand(kind, on, sundays, more, paper=paper), time(8))


def _walk(start, number, counts):
    day = start
    while number:
        day += timedelta(days=1)
        number -= counts(day)
    return day


def _start_by_hand(kind, on, sundays, more, *, paper):
    days = {"DT": 15, "DT-DICT": 15, "DICT": 9} if paper else {"DT": 9, "DT-DICT": 9, "DICT": 7}

    def received(day):
        return _walk(day, 3, is_working_day) if paper else day

    def counted(number, start):
        return _walk(start, number, lambda day: not is_public_holiday(day) and (sundays or day.weekday() < 6))

    clear = counted(days[kind], received(on))
    if kind == "DT":
        clear = counted(days["DICT"], received(_walk(clear, 1, is_working_day)))
    ends = [clear]
    for _, reminded, met in more:
        if reminded is not None:
            ends.append(_walk(on + timedelta(days=reminded), 2, is_working_day))
        if met is not None:
            ends.append(max(counted(days[kind] + 15, received(on)), on + timedelta(days=met)))
    return _walk(max(ends), 1, is_working_day)


def test_a_letter_is_asked_after_once_it_should_have_come():
    # sent on Thursday the 30th of April, the 1st of May is a holiday: expected on Wednesday the 6th
    posted = replace(sent(), on_paper=True)

    def asked(day, notice=posted):
        codes = [task.code for task in read_clock(notice, [GAS], day=day, reading=READING).tasks]
        return "notice_task.receipt" in codes

    assert [asked(date(2026, 5, day)) for day in (5, 6, 7)] == [False, True, True]
    assert not asked(date(2026, 5, 7), replace(posted, received_on=date(2026, 5, 5)))
    assert not asked(date(2026, 5, 7), sent())


def test_the_last_day_to_send_is_earlier_on_paper():
    unsent = Notice("DICT")
    last = last_sending(unsent, date(2026, 6, 11), LAW)
    on_paper = last_sending(replace(unsent, on_paper=True), date(2026, 6, 11), LAW)
    assert (last, on_paper) == (date(2026, 6, 3), date(2026, 5, 27))


def _at(day):
    return datetime.combine(day, time(9))
