# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that people read on the command line are formatted in ``cli/wording.py`` as their language does."""

import ast
import re
from pathlib import Path

import pytest

CLI = Path(__file__).resolve().parents[2] / "cli"
# decimals or thousands by a format of Python's, which knows the signs of English only
WITH_POINT = re.compile(r"(\.[1-9]\d*|^[^.]*)[feg%]$|,")
MODULES = [path for path in sorted(CLI.rglob("*.py")) if path.name != "wording.py"]


def formats(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = "".join(str(part.value) for part in node.format_spec.values if hasattr(part, "value"))
            if WITH_POINT.search(spec):
                yield f"{path.relative_to(CLI)}:{node.lineno} {spec}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CLI)))
def test_no_command_writes_a_decimal_point(path):
    assert list(formats(path)) == []


def test_a_point_would_be_found(tmp_path):
    path = tmp_path / "cli.py"
    path.write_text(
        'a = f"{x:.1f} {y:g} {z:,.0f} {t:.2%} {d:%Y-%m-%d %H:%M} {n:02d} {s:>8} {p:4.0%} {q:.0f}"', "utf-8"
    )
    tree = ast.parse(path.read_text())
    specs = [
        "".join(part.value for part in node.format_spec.values)
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue)
    ]
    assert [spec for spec in specs if WITH_POINT.search(spec)] == [".1f", "g", ",.0f", ".2%"]
