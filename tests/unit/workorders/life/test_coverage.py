# SPDX-License-Identifier: GPL-3.0-or-later
"""Gaps in skills, against looking at each job by itself."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from regard.workorders.life.coverage import coverage_gaps

TODAY = date(2026, 6, 1)
DAYS = [TODAY + timedelta(days=ahead) for ahead in range(10)]
skills = st.frozensets(st.sampled_from(["SS4", "PI", "ITV"]))


@given(
    held=st.lists(skills, min_size=10, max_size=10),
    jobs=st.lists(st.tuples(st.sampled_from(DAYS), skills), max_size=6),
)
def test_a_job_is_in_a_gap_exactly_where_nobody_holds_its_skill_on_its_day(held, jobs):
    by_day = dict(zip(DAYS, held, strict=True))
    named = [(f"OI-{number}", day, needed) for number, (day, needed) in enumerate(jobs)]
    gaps = coverage_gaps(TODAY, by_day, named)
    hit = {(gap.skill, job) for gap in gaps for job in gap.jobs}
    assert hit == {
        (skill, name) for name, day, needed in named for skill in needed if skill not in by_day[day]
    }
    for gap in gaps:
        inside = [day for day in DAYS if gap.first_day <= day <= gap.last_day]
        assert not any(gap.skill in by_day[day] for day in inside)
        edges = (gap.first_day - timedelta(days=1), gap.last_day + timedelta(days=1))
        assert all(gap.skill in by_day[day] for day in edges if day in by_day)
        assert gap.lead_days == (gap.first_day - TODAY).days
