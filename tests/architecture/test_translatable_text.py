# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that ``tr()`` gets can be extracted, and is translated when it is shown, not at import."""

import ast

# The one module whose business is to hand templates to Qt.
DEFINES_TR = "qgis_bridge/messages.py"
# Where texts for people are made with ``tr``; a count goes into them through ``counted``.
WINDOW = ("ui/", "qgis_bridge/", "plugin.py")


def tr_calls(tree):
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if _name(call.func) == "tr"]


def not_literal(tree):
    """Return the lines where ``tr()`` gets anything but one literal: an f-string, ``.format``, a name."""
    return [call.lineno for call in tr_calls(tree) if not (call.args and _is_text(call.args[0]))]


def _name(function):
    return getattr(function, "id", None) or getattr(function, "attr", None)


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def counts_without_number(tree):
    """Return the lines where a count is put into a text as it stands: "1 orders"."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "format")
    return [call.lineno for call in calls if any(keyword.arg == "count" for keyword in call.keywords)]


def at_import(tree):
    """Return the lines where ``tr()`` runs at import, before the translator is installed."""
    inside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            body = node.body if isinstance(node.body, list) else [node.body]
            inside.update(call for part in body for call in tr_calls(part))
    return [call.lineno for call in tr_calls(tree) if call not in inside]


def test_texts_are_literal(shipped):
    found = {source.path: not_literal(source.tree) for source in shipped if source.path != DEFINES_TR}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_texts_are_translated_when_shown(shipped):
    found = {source.path: at_import(source.tree) for source in shipped}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_what_is_counted_takes_its_number(shipped):
    found = {
        source.path: counts_without_number(source.tree)
        for source in shipped
        if source.path.startswith(WINDOW)
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_the_rules_see_what_they_forbid():
    tree = ast.parse('tr(f"{a}")\nself.tr("{}".format(a))\ntr("a" + b)\ntr(name)\ntr("fine")')
    assert not_literal(tree) == [1, 2, 3, 4]
    tree = ast.parse(
        'TITLE = tr("early")\nclass A:\n    title = tr("early")\n    def f(self):\n        tr("late")\n'
    )
    assert at_import(tree) == [1, 3]
    assert at_import(ast.parse('def f(a=tr("early")):\n    return lambda: tr("late")')) == [1]
    tree = ast.parse(
        'tr("{count} orders").format(count=n)\ntext.format(a=b, count=n)\ncounted(tr("{count}"), count=n)\n'
    )
    assert counts_without_number(tree) == [1, 2]
