# SPDX-License-Identifier: GPL-3.0-or-later
"""Clocks and gates go by the law that is in force in the workspace on the day, not by the one that ships."""

from datetime import date, datetime

import pytest
from regard.planner.life.paperwork import reading_of
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.store.workspaces import create_workspace

NOW = datetime(2026, 6, 3, 8)
CHANGE = date(2026, 6, 10)


@pytest.fixture
def changed(new_url):
    """Return a workspace in which the delay after a reminder grows from a day on."""
    workspace = create_workspace(new_url, clock=lambda: NOW)
    law = shipped_texts()["law.yaml"]
    assert "reminder_working_days: 2" in law
    law = law.replace("reminder_working_days: 2", "reminder_working_days: 5")
    import_rules(workspace, {"law.yaml": law}, valid_from=CHANGE, now=NOW, who="F")
    yield workspace
    workspace.close()


@pytest.mark.parametrize(("day", "working_days"), [(date(2026, 6, 9), 2), (CHANGE, 5)])
def test_a_changed_delay_holds_from_its_day_on(changed, day, working_days):
    assert reading_of(changed, day).law.reminder_working_days == working_days
