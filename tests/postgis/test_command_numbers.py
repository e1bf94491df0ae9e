# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands of several sessions are numbered in the order in which they are kept."""

import threading

from regard.core.resources import StockLine
from regard.store import postgis_changes
from regard.store.workspaces import create_workspace, open_workspace


def test_no_command_is_numbered_while_another_is_between_its_number_and_its_commit(new_url, monkeypatch):
    create_workspace(new_url).close()
    first, second = open_workspace(new_url), open_workspace(new_url)
    numbered, looked = threading.Event(), threading.Event()

    def announce(_connection, _schema, command_id):
        if command_id == 1:
            numbered.set()
            looked.wait(2)

    monkeypatch.setattr(postgis_changes, "announce", announce)

    def write(workspace, key):
        with workspace.command(key, who="Ada") as transaction:
            transaction.add([StockLine(key, "depot", "seal", 1)])

    thread = threading.Thread(target=write, args=(first, "one"))
    thread.start()
    assert numbered.wait(30)
    write(second, "two")
    kept = [(line.command_id, line.change.key) for line in second.journal()]
    looked.set()
    thread.join(30)
    first.close()
    second.close()
    assert kept == [(1, "one"), (2, "two")]
