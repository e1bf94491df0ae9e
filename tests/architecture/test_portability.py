# SPDX-License-Identifier: GPL-3.0-or-later
"""One source for Qt 5 and Qt 6, for Linux, Windows and macOS, as far as reading it can tell."""

import ast
import re

import pytest

from .portability import by_its_own_name, gone_from_qt, one_system_only, without_encoding

RULES = (by_its_own_name, gone_from_qt, without_encoding, one_system_only)
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def findings(rule, sources):
    return [f"{source.path}:{line} {what}" for source in sources for line, what in rule(source.tree)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_it_runs_everywhere(rule, shipped):
    assert findings(rule, shipped) == []


def test_every_file_can_be_checked_out_everywhere(files):
    names = [part for path in files for part in path.split("/")]
    assert [name for name in names if re.search(r'[<>:"|?*\\]', name) or name[-1] in ". "] == []
    assert [name for name in names if _RESERVED.match(name)] == []
    folded = {}
    for path in files:
        folded.setdefault(path.casefold(), []).append(path)
    assert [twins for twins in folded.values() if len(twins) > 1] == []
    assert [path for path in files if len(path) > 180] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (by_its_own_name, "import regard"),
        (by_its_own_name, "def f():\n    from regard.core.ids import OrderId"),
        (gone_from_qt, "from qgis.PyQt.QtCore import QRegExp"),
        (gone_from_qt, "layout.setMargin(0)"),
        (gone_from_qt, "QDesktopWidget().screenGeometry()"),
        (gone_from_qt, "box.activated[str].connect(f)"),
        (gone_from_qt, "def mousePressEvent(self, event: QMouseEvent):\n    show(event.globalPos())"),
        (gone_from_qt, "def dropEvent(self, event: QDropEvent):\n    take(event.pos())"),
        (without_encoding, "open(path)"),
        (without_encoding, "open(path, 'w')"),
        (without_encoding, "path.open('a')"),
        (without_encoding, "path.read_text()"),
        (without_encoding, "path.write_text(words)"),
        (without_encoding, "subprocess.run(words, text=True)"),
        (one_system_only, "import fcntl"),
        (one_system_only, "from resource import getrusage"),
        (one_system_only, "os.rename(a, b)"),
        (one_system_only, "part.rename(target)"),
        (one_system_only, "place = '/tmp/plan.json'"),
        (one_system_only, "f'{day:%-d %B}'"),
        (one_system_only, "get_context('fork')"),
        (one_system_only, "f'sheet-{now:%H:%M}.pdf'"),
    ],
)
def test_the_rules_see_what_they_forbid(rule, text):
    assert list(rule(ast.parse(text))) != []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (by_its_own_name, "from .core.ids import OrderId"),
        (gone_from_qt, "def f(self, event: QContextMenuEvent):\n    show(event.globalPos())"),
        (gone_from_qt, "style.setMargin(QgsLegendStyle.Side.Top, 1.6)"),
        (without_encoding, "dialog.open()"),
        (without_encoding, "open(path, 'rb')"),
        (without_encoding, "path.open('r', encoding='utf-8')"),
        (without_encoding, "workspaces.open(url)"),
        (without_encoding, "subprocess.run(words, check=True)"),
        (one_system_only, "try:\n    import fcntl\nexcept ImportError:\n    fcntl = None"),
        (one_system_only, "if sys.platform != 'win32':\n    os.kill(pid, 9)"),
        (one_system_only, "frame.rename(columns=names)"),
        (one_system_only, "f'sheet-{now:%H%M}.pdf'"),
    ],
)
def test_the_rules_let_the_rest_pass(rule, text):
    assert list(rule(ast.parse(text))) == []
