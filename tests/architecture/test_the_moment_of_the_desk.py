# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands and Processing act at the moment of the workspace's desk: the clock is read in one place each."""

import ast

CLOCKS = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("datetime", "utcnow")}
# the moment of the desk itself, and the line of a log
READ_IN = {"cli/session.py", "cli/main.py", "qgis_bridge/processing/desk_now.py"}
# a mail is dated when it is handed to its server
MAIL = "SmtpMailer"


def clocks_read(tree):
    """Return the lines that read the clock, but for what a mailer is given."""
    given = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == MAIL
        for argument in node.args
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCKS
        and id(node) not in given
    ]


def of_the_desk(path):
    return path.startswith(("cli/", "qgis_bridge/processing/"))


def test_the_clock_is_read_in_one_place_of_each(shipped):
    found = {source.path: clocks_read(source.tree) for source in shipped if of_the_desk(source.path)}
    assert {path: lines for path, lines in found.items() if lines and path not in READ_IN} == {}
    assert [len(found[path]) for path in sorted(READ_IN)] == [1, 1, 1]


def test_a_command_asks_for_the_moment_once_its_workspace_is_open(shipped):
    """Before that its desk is not known, and the clock would answer."""
    early = []
    for source in (one for one in shipped if one.path.startswith("cli/")):
        for function in (node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef)):
            asked, opened = (_calls(function, names) for names in ({"now"}, {"workspace", "rules_of"}))
            if asked and min(opened, default=10**6) >= min(asked):
                early.append(f"{source.path}: {function.name}")
    assert early == []


def _calls(function, names):
    return [
        node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and getattr(node.func.value, "id", "") == "session"
    ]


def test_a_clock_is_seen():
    assert clocks_read(ast.parse("at = now or datetime.now()")) == [1]
    assert clocks_read(ast.parse("SmtpMailer(settings, ask, datetime.now)")) == []
