# SPDX-License-Identifier: GPL-3.0-or-later
"""One source runs on QGIS 3.22 to 4 and never blocks the window."""

import ast
import xml.etree.ElementTree as ET

FORBIDDEN_CALLS = {
    "mapLayersByName": "layers are found by role and id, names are the user's",
    "processEvents": "long work runs in a JobTask",
    "exec_": "Qt 6 has exec() only",
    "fromFunction": "QgsTask.fromFunction drops falsy results and swallows errors",
}


def forbidden_calls(tree):
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return sorted((node.lineno, node.attr) for node in attributes if node.attr in FORBIDDEN_CALLS)


def unscoped_enums(tree):
    """Find ``Qt.AlignLeft`` and the like, which Qt 6 only knows as ``Qt.AlignmentFlag.AlignLeft``."""
    elsewhere = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            elsewhere.add(node.value)
        elif isinstance(node, ast.Call):
            elsewhere.add(node.func)
        elif isinstance(node, ast.Assign) and _is_alias(node):
            elsewhere.add(node.value)
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            elsewhere.update(ast.walk(node.annotation))
        elif isinstance(node, ast.FunctionDef) and node.returns:
            elsewhere.update(ast.walk(node.returns))
    return sorted(
        (node.lineno, ast.unparse(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node not in elsewhere and _is_value_of_qt_class(node)
    )


def _is_alias(node):
    """Tell ``_Edge = QgsItem.Edge``, a short name for an enum class, from one for a value."""
    return getattr(node.targets[0], "id", "").lstrip("_") == getattr(node.value, "attr", None)


def _is_value_of_qt_class(node):
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    of_qt = owner[:1] == "Q" and owner[1:2].isalpha()
    return of_qt and node.attr[0].isupper() and not node.attr.isupper()


def test_nothing_blocks_or_breaks_between_versions(shipped):
    found = {source.path: forbidden_calls(source.tree) for source in shipped}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_enums_are_scoped(shipped):
    found = {source.path: unscoped_enums(source.tree) for source in shipped}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_rules_see_what_they_forbid():
    tree = ast.parse("dialog.exec_()\nproject.mapLayersByName('x')\n")
    assert forbidden_calls(tree) == [(1, "exec_"), (2, "mapLayersByName")]
    tree = ast.parse("a = Qt.AlignLeft\nb = QMessageBox.Ok | c\nQgis.Warning")
    assert [name for _, name in unscoped_enums(tree)] == ["Qt.AlignLeft", "QMessageBox.Ok", "Qgis.Warning"]


def test_the_rules_let_scoped_enums_and_types_pass():
    tree = ast.parse(
        "Flag = QgsTask.Flag\n"
        "def f(o: Qt.Orientation) -> Qt.CheckState:\n"
        "    return Qt.ItemFlags(Qt.AlignmentFlag.AlignLeft), Qgis.QGIS_VERSION_INT"
    )
    assert unscoped_enums(tree) == []


def test_forms_hold_no_connections(root, files):
    forms = [path for path in files if path.endswith(".ui")]
    assert [path for path in forms if ET.parse(root / path).find("connections/connection") is not None] == []
