# SPDX-License-Identifier: GPL-3.0-or-later
"""``make bench`` starts each benchmark without arguments, one after the other."""

import ast

import pytest


@pytest.fixture(scope="module")
def benchmarks(sources):
    """Return the benchmarks that ``make bench`` runs."""
    return [one for one in sources if one.path.startswith("benchmarks/bench_")]


def required(tree):
    """Yield the lines that ask for an argument that has no default."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument":
            given = {one.arg: ast.unparse(one.value) for one in node.keywords}
            is_place = not ast.literal_eval(node.args[0]).startswith("-")
            if given.get("required") == "True" or (is_place and given.get("nargs") not in {"'?'", "'*'"}):
                yield node.lineno
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "sys.argv":
            yield from () if isinstance(node.slice, ast.Slice) else (node.lineno,)


def test_none_needs_an_argument(benchmarks):
    assert len(benchmarks) >= 15
    assert [f"{one.path}:{line}" for one in benchmarks for line in required(one.tree)] == []


@pytest.mark.parametrize(
    "text", ['parser.add_argument("target")', "url = sys.argv[1]", 'p.add_argument("--to", required=True)']
)
def test_the_rule_sees_what_it_forbids(text):
    assert list(required(ast.parse(text))) == [1]
