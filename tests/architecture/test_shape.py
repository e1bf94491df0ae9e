# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay short; every file says what it is and under which licence."""

import ast

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def long_functions(tree):
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [node.name for node in functions if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]


def states_licence(text):
    first, _, rest = text.partition("\n")
    line = rest.partition("\n")[0] if first.startswith("#!") else first
    return LICENCE in line


def test_files_are_short(sources):
    lengths = {source.path: source.text.count("\n") for source in sources}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short(sources):
    found = {source.path: long_functions(source.tree) for source in sources}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_long_function_is_seen():
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert long_functions(ast.parse(f"def long():\n{body}\n")) == ["long"]


def test_every_file_states_its_licence_first(root, files):
    code = (path for path in files if path.endswith((".py", ".sh")) or path in {"Makefile", ".ci/run"})
    assert [path for path in code if not states_licence((root / path).read_text(encoding="utf-8"))] == []


def test_a_licence_further_down_does_not_count():
    assert not states_licence(f'"""Text."""\n# {LICENCE}\n')


def test_every_module_says_what_it_is(sources):
    assert [source.path for source in sources if not ast.get_docstring(source.tree)] == []
