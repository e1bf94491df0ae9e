# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard field package`` and ``regard field import``: out to the device and back, from the command line."""

import json

import pytest
from regard.cli.main import main
from regard.store.workspaces import open_workspace
from regard.tests.unit.planner.field.conftest import (  # noqa: F401
    LEAK,
    fill,
    new_url,
    planned,
    stamped_file,
    workspace,
)
from regard.workorders.closing.records import Closure

OI = "OI-2026-0417"
DAY, MORNING, EVENING = "2026-06-03", "2026-06-03T07:00", "2026-06-03T18:00"


@pytest.fixture
def town(workspace):  # noqa: F811
    planned(workspace)
    workspace.close()
    return workspace.url


def run(capsys, *arguments):
    code = main([*arguments, "--json"])
    out = capsys.readouterr()
    return code, json.loads(out.out) if out.out.strip() else None, out.err


def test_a_package_goes_out_comes_back_and_is_taken_in_once(town, tmp_path, capsys):
    folder = tmp_path / "package"
    asked = ("field", "package", town, "--agent", "AG1", "--day", DAY, "--out", str(folder), "--now", MORNING)
    code, told, _ = run(capsys, *asked)
    assert (code, told["orders"]) == (0, 9)
    fill(folder, OI, LEAK)
    code, told, _ = run(capsys, "field", "import", town, str(folder), "--now", EVENING)
    assert (code, [one["outcome"] for one in told]) == (0, ["taken"])
    code, told, _ = run(capsys, "field", "import", town, str(folder), "--now", EVENING)
    assert (code, [one["outcome"] for one in told]) == (0, ["already"])
    found = open_workspace(town)
    assert [one.order_id for one in found.all(Closure)] == [OI]
    found.close()


def test_a_file_that_is_none_is_refused_and_the_others_are_taken(town, tmp_path, capsys):
    folder = tmp_path / "package"
    run(
        capsys,
        "field",
        "package",
        town,
        "--agent",
        "AG1",
        "--day",
        DAY,
        "--out",
        str(folder),
        "--now",
        MORNING,
    )
    fill(folder, OI, LEAK)
    code, told, said = run(
        capsys, "field", "import", town, str(tmp_path / "none.zip"), str(folder), "--now", EVENING
    )
    assert (code, [one["outcome"] for one in told]) == (2, ["taken"])
    assert "none.zip" in said
    assert "Traceback" not in said
