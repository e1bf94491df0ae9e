# SPDX-License-Identifier: GPL-3.0-or-later
"""A story told by commands: each that writes is undone and done again before the story goes on."""

import json

import sqlalchemy as sa
from regard.cli.main import main
from regard.store.journal import COMMAND, META
from regard.store.meta import SETTING
from regard.store.workspaces import open_workspace


class Story:
    """Runs commands on one workspace, and knows which of them wrote."""

    def __init__(self, url, folder, capsys, serve):
        self.url = url
        self.folder = folder
        self.serve = serve
        self._capsys = capsys
        self.run("workspace create", "--crs", "EPSG:2154")
        self._workspace = open_workspace(url)

    def close(self):
        """Close the workspace that the story looks at."""
        self._workspace.close()

    def write(self, command, *words):
        """Run a command that must write, undo it, undo that; return what it printed."""
        before, last = self._seen(command)
        printed = self.run(command, *words)
        after, newest = self._seen(command)
        assert newest > last, f"{command} wrote nothing"
        assert after != before, f"{command} changed nothing"
        self._take_back(last)
        _compare(self._seen(command)[0], before, f"{command} is not undone")
        self._take_back(newest)
        _compare(self._seen(command)[0], after, f"{command} is not done again")
        return printed

    def run(self, command, *words):
        """Run a command; return what it printed."""
        self._capsys.readouterr()
        called = [*command.split(), self.url, *map(str, words), "--json"]
        code = main(called)
        printed = self._capsys.readouterr()
        assert code == 0, f"{' '.join(called)}: {printed.err}"
        return json.loads(printed.out) if printed.out else None

    def file(self, name, text):
        """Write a file; return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def check(self):
        """Return what the tables hold otherwise than the journal replayed says."""
        return self.run("workspace check")

    def _take_back(self, number):
        """Undo the commands after a number, the newest first."""
        newer = sa.select(COMMAND.c.command_id).where(COMMAND.c.command_id > number)
        with self._workspace.backend.reading() as connection:
            later = connection.scalars(newer.order_by(COMMAND.c.command_id.desc())).all()
        for command_id in later:
            self._workspace.undo(who="test", command_id=command_id)

    def _seen(self, command):
        """Return all records without versions, settings, layers that may be written, the newest command."""
        layers = _layers(self._workspace) if command.startswith(("assets", "roads")) else {}
        with self._workspace.backend.reading() as connection:
            newest = connection.scalar(sa.select(sa.func.max(COMMAND.c.command_id))) or 0
            records = dict(_records(connection, self._workspace.tables))
            wanted = sa.select(META.c.name, META.c.value).where(META.c.name.startswith(SETTING))
            settings = {("setting", row.name): row.value for row in connection.execute(wanted)}
        return records | layers | settings, newest


def _compare(found, expected, said):
    keys = found.keys() | expected.keys()
    differing = {key: (found.get(key), expected.get(key)) for key in keys}
    differing = {key: both for key, both in differing.items() if both[0] != both[1]}
    assert not differing, f"{said}: {differing}"


def _records(connection, tables):
    for name, table in tables.by_name.items():
        columns = [f'"{column}"' for column in table.names if column != "version"]
        found = connection.exec_driver_sql(f'SELECT {", ".join(columns)} FROM "{name}"')
        for key, *values in found:
            yield (name, key), values


def _layers(workspace):
    return {
        ("layer", name): sorted(map(repr, workspace.read_layer(name).to_wkt().to_dict("records")))
        for name in workspace.layer_names()
    }
