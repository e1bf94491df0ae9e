# SPDX-License-Identifier: GPL-3.0-or-later
"""Who watches a workspace hears of the commands of other processes, and of no others."""

import subprocess
import sys
from datetime import datetime
from time import monotonic

import pytest
from regard.core.resources import Zone
from regard.store.changes import watch_changes
from regard.store.own_commands import note_own
from regard.store.workspaces import create_workspace, open_workspace
from shapely.geometry import box

ELSEWHERE = """
import sys
sys.path.insert(0, "tests")
import conftest
from regard.core.resources import Zone
from regard.store.workspaces import open_workspace
from shapely.geometry import box
workspace = open_workspace(sys.argv[1])
with workspace.command("add", who="other") as transaction:
    transaction.add([Zone("Z9", "Sud", "", box(0, 0, 9, 9))])
"""


@pytest.fixture
def town(new_url):
    workspace = create_workspace(new_url)
    yield workspace
    workspace.close()


@pytest.fixture
def root(pytestconfig):
    return pytestconfig.rootpath


@pytest.fixture
def watch(town):
    feeds = []

    def watch(**after):
        feeds.append(watch_changes(town.url, **after))
        return feeds[-1]

    yield watch
    for feed in feeds:
        feed.close()


def add_zone(workspace, name="Z1"):
    with workspace.command("add", who="me") as transaction:
        transaction.add([Zone(name, "Nord", "", box(0, 0, 9, 9))])


def add_elsewhere(root, workspace):
    subprocess.run([sys.executable, "-c", ELSEWHERE, workspace.url], cwd=root, check=True, timeout=120)


def test_nothing_is_told_of_what_this_process_writes(town, watch):
    feed = watch()
    add_zone(town)
    assert not feed.wait(0.6)
    assert feed.known == town.made[-1]


def test_a_command_of_another_process_is_heard_once(town, root, watch):
    feed = watch()
    add_elsewhere(root, town)
    began = monotonic()
    assert feed.wait(5.0)
    assert monotonic() - began < 2.0
    assert not feed.wait(0.6)


def test_the_number_of_a_command_of_a_database_that_stood_here_before_is_not_taken_for_ours(
    town, root, watch
):
    feed = watch()
    note_own(town.url, feed.known + 1, datetime(2020, 1, 1))
    add_elsewhere(root, town)
    assert feed.wait(5.0)


def test_what_was_written_while_nobody_watched_is_heard_of(town, root, watch):
    known = watch().known
    add_elsewhere(root, town)
    assert watch(after=known).wait(1.0)


def test_a_workspace_knows_the_commands_that_were_written_through_it(town):
    add_zone(town)
    with town.command("nothing", who="me"):
        pass
    assert town.made == [town.journal()[-1].command_id]
    again = open_workspace(town.url)
    assert again.made == []
    again.close()
