# SPDX-License-Identifier: GPL-3.0-or-later
"""A subcontracted job from its purchase order to its end, and who has not answered in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ...core.calendars import add_working_days
from ...core.errors import InputError
from ...core.messages import Message
from ...core.supplies import JobState, SubcontractJob

_S = JobState
JOB_MOVES: Mapping[JobState, tuple[JobState, ...]] = MappingProxyType(
    {_S.SENT: (_S.ACCEPTED, _S.REFUSED), _S.ACCEPTED: (_S.DONE,), _S.REFUSED: (), _S.DONE: ()}
)


def answer_due(sent_on: date, working_days: int) -> date:
    """Return the last day on which an answer is in time; the day of sending is not counted."""
    return add_working_days(sent_on, working_days)


def move_job(job: SubcontractJob, target: JobState, *, on: date) -> SubcontractJob:
    """Return a job in its next state.

    Raises
    ------
    InputError
        Its life has no such step, or the day lies before that of the step before.
    """
    if target not in JOB_MOVES[job.state]:
        raise InputError(
            "subcontract.move",
            job=job.number,
            found=job_state(job.state),
            target=job_state(target),
            expected=tuple(job_state(state) for state in JOB_MOVES[job.state]) or "-",
        )
    last = job.answered_on or job.sent_on
    if on < last:
        raise InputError("subcontract.before", job=job.number, found=on, expected=last)
    if target is JobState.DONE:
        return replace(job, state=target, done_on=on)
    return replace(job, state=target, answered_on=on)


def job_state(state: JobState) -> Message:
    """Return how far a job is in words."""
    return Message(f"job.{state.value}")


def unanswered(jobs: Iterable[SubcontractJob], today: date) -> tuple[SubcontractJob, ...]:
    """Return the jobs whose answer is overdue, the longest waiting first."""
    late = [job for job in jobs if job.state is JobState.SENT and today > job.due_on]
    return tuple(sorted(late, key=lambda job: (job.due_on, job.number)))


def next_number(numbers: Iterable[str], year: int) -> str:
    """Return the purchase order number after those of a year, such as BC-2026-051."""
    prefix = f"BC-{year}-"
    ends = [number.removeprefix(prefix) for number in numbers if number.startswith(prefix)]
    return f"{prefix}{max((int(end) for end in ends if end.isdigit()), default=0) + 1:03d}"
