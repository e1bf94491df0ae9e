# SPDX-License-Identifier: GPL-3.0-or-later
"""When messages are due, and mistakes in the rule files."""

from datetime import datetime, timedelta

import pytest
from regard.core.errors import InputError
from regard.workorders.informing.execution import load_execution
from regard.workorders.informing.job_packs import load_job_packs, terms_of
from regard.workorders.informing.rules import COMMUNICATION, Due, due_at, load_communication

NOW = datetime(2026, 6, 3, 8)
START = datetime(2026, 6, 3, 10)
MOMENTS = {
    "now": NOW,
    "start": START,
    "end": START + timedelta(hours=2),
    "notice": START - timedelta(hours=48),
}


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (Due(anchor="start", hours=24), datetime(2026, 6, 4, 10)),
        (Due(anchor="end"), datetime(2026, 6, 3, 12)),
        # a notice that is late stays late
        (Due(anchor="notice"), datetime(2026, 6, 1, 10)),
        (Due(anchor="start", hours=-15), datetime(2026, 6, 2, 19)),
        (Due(anchor="start", hours=-15, at_once_when_past=True), NOW),
        (Due(anchor="start", hours=-1, at_once_when_past=True), datetime(2026, 6, 3, 9)),
    ],
)
def test_due(due, expected):
    assert due_at(due, **MOMENTS) == expected


def test_a_message_taken_back_by_nothing_is_a_mistake_in_the_file(tmp_path):
    text = COMMUNICATION.read_text(encoding="utf-8")
    own = tmp_path / "communication.yaml"
    own.write_text(text.replace("revoked_by: cut_cancelled", "revoked_by: nothing", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"communication\.yaml.*a revocation for nothing"):
        load_communication(own)


def test_a_wrong_channel_is_named_with_its_line(tmp_path):
    text = COMMUNICATION.read_text(encoding="utf-8")
    own = tmp_path / "communication.yaml"
    own.write_text(text.replace("channels: [form]", "channels: [pigeon]", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"communication\.yaml, line \d+.*pigeon"):
        load_communication(own)


def test_every_rule_has_a_source():
    execution = load_execution()
    assert all(rule.source for rule in (*execution.rules.values(), *execution.stop_work.values()))
    assert all(rule.source for rule in load_communication().messages.values())


def test_a_type_without_terms_of_its_own_has_those_of_all():
    rules = load_job_packs()
    assert terms_of(rules, "AEP-ENQ").deliverables == rules.always
    assert len(terms_of(rules, "ASS-ITV").deliverables) == len(rules.always) + 3
