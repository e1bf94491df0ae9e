# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings that somebody decides are journaled and undone as records are; what a machine notes is not."""

import pytest
from regard.store.errors import StaleWrite


def decide(workspace, **settings):
    with workspace.command("set service", who="Dispatcher") as transaction:
        transaction.set_settings({f"service.{name}": value for name, value in settings.items()})


def test_old_and_new_value_are_in_the_journal(workspace):
    decide(workspace, name="Régie", phone="03")
    decide(workspace, name="Syndicat", phone="03")
    lines = [(line.change.key, line.change.before, line.change.after) for line in workspace.journal()]
    assert lines == [
        ("service.name", None, '"Régie"'),
        ("service.phone", None, '"03"'),
        ("service.name", '"Régie"', '"Syndicat"'),
    ]


def test_undo_brings_the_old_value_back_and_takes_a_first_one_away(workspace):
    decide(workspace, name="Régie")
    decide(workspace, name="Syndicat")
    workspace.undo(who="Dispatcher")
    assert workspace.setting("service.name", "-") == "Régie"
    workspace.undo(who="Dispatcher")
    assert workspace.setting("service.name", "-") == "-"
    assert workspace.discrepancies() == []


def test_a_setting_that_has_changed_since_is_not_undone(workspace):
    decide(workspace, name="Régie")
    first = workspace.journal()[0].command_id
    decide(workspace, name="Syndicat")
    with pytest.raises(StaleWrite, match="Syndicat"):
        workspace.undo(who="Dispatcher", command_id=first)
    assert workspace.setting("service.name") == "Syndicat"


def test_nothing_of_a_command_that_fails_is_set(workspace):
    with pytest.raises(RuntimeError), workspace.command("set service", who="Dispatcher") as transaction:
        transaction.set_settings({"service.name": "Régie"})
        raise RuntimeError
    assert (workspace.setting("service.name", "-"), workspace.journal()) == ("-", [])


def test_a_journaled_setting_that_something_else_changed_is_told(workspace):
    decide(workspace, name="Régie", phone="03")
    workspace.set_setting("service.name", "other")
    workspace.set_setting("desk.moment", "2026-06-03T08:00")
    assert [(one.kind, one.table, one.key) for one in workspace.discrepancies()] == [
        ("other", "meta", "service.name")
    ]
