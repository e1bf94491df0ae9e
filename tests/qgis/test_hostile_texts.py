# SPDX-License-Identifier: GPL-3.0-or-later
"""What callers, agents and files say is shown as text: no picture is fetched, no link is made of it."""

from dataclasses import fields, replace

import pytest
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QTextDocument  # noqa: F401 - Qt.mightBeRichText comes with it
from qgis.PyQt.QtWidgets import QAbstractItemView, QLabel, QTextEdit, QWidget
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.tables import RECORD_KINDS
from regard.store.workspaces import open_workspace

HOSTILE = 'Rue <img src="http://127.0.0.1/x.png"> <b>Noir</b> & <a href="file:///etc">x</a>'
# what people type, or what files of others bring
TYPED = {
    "address",
    "agency",
    "caller",
    "company",
    "contact",
    "description",
    "emergency_phone",
    "field_manager",
    "instructions",
    "label",
    "name",
    "note",
    "notes",
    "operator",
    "phone",
    "reason",
    "text",
    "vehicle",
    "who",
}
# the rules of the workspace are checked when they are read, and made of no text of others
NOT_TYPED = {"rule_version", "rule_file"}


def spoilt(record):
    names = {field.name for field in fields(record) if field.type in ("str", "str | None")} & TYPED
    return replace(record, **dict.fromkeys(names, HOSTILE)) if names else None


@pytest.fixture
def hostile(town, golden):
    """Return the town, with a hostile text wherever somebody types one."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    count = 0
    for name, kind in RECORD_KINDS.items():
        changed = [one for one in map(spoilt, workspace.all(kind)) if one and name not in NOT_TYPED]
        if changed:
            count += len(changed)
            with workspace.command("spoil", who="test") as transaction:
                for one in changed:
                    transaction.save(one)
    workspace.close()
    assert count > 20
    return str(town)


def is_rich(text):
    return Qt.mightBeRichText(text) and "<img" in text


def cells(model, parent):
    # lists hide how many columns they have: one
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
        first = model.index(row, 0, parent)
        if model.rowCount(first):
            yield from cells(model, first)


def holes(root):
    """Yield where a text of others is read as a page: labels, browsers, tips of widgets and of rows."""
    for widget in [root, *root.findChildren(QWidget)]:
        where = f"{type(widget).__name__} {widget.objectName()} in {root.objectName()}"
        if is_rich(widget.toolTip()):
            yield f"tip of {where}: {widget.toolTip()}"
        is_page = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText
        if is_page and is_rich(widget.text()):
            yield f"{where}: {widget.text()}"
        if isinstance(widget, QTextEdit) and "<img" in widget.toHtml():
            yield f"{where}: {widget.toPlainText()}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in cells(widget.model(), QModelIndex()):
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if isinstance(tip, str) and is_rich(tip):
                    yield f"tip of a row of {where}: {tip}"


def texts(root):
    """Yield all that is shown, to prove that the hostile text got as far as here."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in cells(widget.model(), QModelIndex()):
                yield str(index.data())


def test_no_text_of_others_is_read_as_a_page(plugin, desktop, hostile, qtbot):
    def settle():
        qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)

    actions = plugin.window.actions.actions
    actions["board"].trigger()
    plugin.window.workspaces.open(hostile)
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=30_000)
    settle()
    for name in ("readiness", "messages", "review", "emergency", "slots", "new_request"):
        actions[name].trigger()
        settle()
    found, seen = [], []
    for row in plugin.window.state.orders:
        plugin.window.state.select_order(row.order.order_id)
        settle()
        dock = plugin.window.order.dock
        for number in range(dock.tabs.count()):
            dock.tabs.setCurrentIndex(number)
            settle()
            found += holes(desktop.window)
            seen += texts(desktop.window)
    assert sum("<img" in text or "&lt;img" in text for text in seen) > 20
    assert not found, "\n".join(sorted(set(found)))
