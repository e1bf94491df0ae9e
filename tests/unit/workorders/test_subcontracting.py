# SPDX-License-Identifier: GPL-3.0-or-later
"""A subcontracted job: its steps, its numbers, and who has to be chased."""

from datetime import date

import pytest
from regard.core.errors import InputError
from regard.core.ids import OrderId
from regard.core.supplies import JobState, SubcontractJob
from regard.workorders.resources.subcontracting import answer_due, move_job, next_number, unanswered


@pytest.fixture
def job():
    sent, due = date(2026, 6, 3), date(2026, 6, 5)
    return SubcontractJob("BC-2026-051", "ST-03", OrderId("OI-9"), JobState.SENT, 220, "m", 924.0, sent, due)


def test_two_working_days_skip_the_weekend():
    assert answer_due(date(2026, 6, 3), 2) == date(2026, 6, 5)
    assert answer_due(date(2026, 6, 5), 2) == date(2026, 6, 9)


def test_a_job_is_accepted_and_done(job):
    accepted = move_job(job, JobState.ACCEPTED, on=date(2026, 6, 4))
    done = move_job(accepted, JobState.DONE, on=date(2026, 6, 10))
    assert (done.sent_on, done.answered_on, done.done_on) == (
        date(2026, 6, 3),
        date(2026, 6, 4),
        date(2026, 6, 10),
    )


def test_a_job_is_not_done_before_it_is_accepted(job):
    with pytest.raises(InputError, match="is sent and cannot become done; expected accepted; refused"):
        move_job(job, JobState.DONE, on=date(2026, 6, 4))


def test_a_job_is_not_accepted_before_it_was_sent(job):
    with pytest.raises(InputError, match="2026-06-02 lies before 2026-06-03"):
        move_job(job, JobState.ACCEPTED, on=date(2026, 6, 2))


def test_who_has_not_answered_after_two_working_days_is_chased(job):
    assert unanswered([job], date(2026, 6, 5)) == ()
    assert unanswered([job], date(2026, 6, 6)) == (job,)
    assert unanswered([move_job(job, JobState.ACCEPTED, on=date(2026, 6, 5))], date(2026, 6, 9)) == ()


def test_numbers_go_on_within_the_year():
    assert next_number(["BC-2026-050", "BC-2025-120", "BC-2026-x"], 2026) == "BC-2026-051"
    assert next_number([], 2027) == "BC-2027-001"
