# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace is backed up and restored by the very commands of the administrator's guide, and is whole."""

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import geopandas as gpd
import psycopg
import pytest
from regard.core.resources import StockLine
from regard.store.workspaces import open_workspace
from shapely.geometry import LineString

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "en" / "administrator.md"
NAMES = ("water", "water_again")
LOGIN = "backup_ada"


def blocks():
    """Return the commands of the guide by the heading that they stand under."""
    parts = re.split(r"^## (.+)$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    return {title: "\n".join(re.findall(r"```\n(.*?)```", text, re.DOTALL)) for title, text in texts.items()}


@pytest.fixture
def run(tmp_path):
    """Return a function that runs the commands of a part of the guide, on the server of the tests."""
    drop()
    (tmp_path / "bin").mkdir()
    regard = tmp_path / "bin" / "regard"
    regard.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m regard.cli "$@"\n', encoding="utf-8")
    regard.chmod(0o755)
    environment = {**os.environ, "PATH": f"{regard.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def run(title):
        text = blocks()[title].replace("db.example", os.environ["PGHOST"])
        # other tests of the server have an ada of theirs
        text = re.sub(r"\bada\b", LOGIN, text)
        done = subprocess.run(
            ["bash", "-e", "-c", text], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    yield run
    drop()


def drop():
    with psycopg.connect(host=os.environ["PGHOST"], dbname="postgres", autocommit=True) as server:
        for name in NAMES:
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"DROP ROLE IF EXISTS {LOGIN}")


def contents(url):
    """Return all that a backup has to hold."""
    workspace = open_workspace(url)
    found = (
        workspace.all(StockLine),
        [(line.seq, line.at, line.who, line.change) for line in workspace.journal()],
        workspace.read_layer("main").to_wkt().to_dict("records"),
        workspace.setting("informing.service"),
    )
    workspace.close()
    return found


def test_what_the_guide_says_backs_up_and_restores_a_workspace(run):
    assert shutil.which("pg_dump"), "the client of PostgreSQL is missing"
    run("Create the workspace")
    first, again = (f"postgresql://{os.environ['PGHOST']}/{name}?schema=nord" for name in NAMES)
    workspace = open_workspace(first, clock=lambda: datetime(2026, 6, 3, 9))
    with workspace.command("stock", who="A. Petit") as writing:
        writing.add([StockLine(f"S{number}", "depot", "seal", number) for number in range(50)])
    workspace.undo(who="A. Petit")
    with workspace.command("stock", who="A. Petit") as writing:
        writing.add([StockLine("L", "depot", "collier d'épreuve", 3)])
    pipes = gpd.GeoDataFrame({"id": ["P1"]}, geometry=[LineString([(0, 0), (5, 5)])], crs=workspace.crs)
    workspace.write_layers({"main": pipes}, settings={"informing.service": "Régie des eaux"})
    workspace.close()
    run("Give and take roles")
    run("Back up")
    run("Restore, and see that it is whole")
    assert contents(again) == contents(first)
    # work goes on where it stopped: numbers, journal, roles
    workspace = open_workspace(again)
    with workspace.command("stock", who="A. Petit") as writing:
        writing.add([StockLine("M", "depot", "seal", 1)])
    assert workspace.discrepancies() == []
    workspace.undo(who="A. Petit")
    assert [line.stock_id for line in workspace.all(StockLine)] == ["L"]
    workspace.close()


def test_both_languages_say_the_same_commands():
    places = (GUIDE, GUIDE.parents[1] / "fr" / GUIDE.name)
    texts = [path.read_text(encoding="utf-8") for path in places]
    found = [re.findall(r"```\n(.*?)```", text, re.DOTALL) for text in texts]
    assert found[0] == found[1]
