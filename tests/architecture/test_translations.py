# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that Regard says has a finished French translation with the same placeholders."""

import importlib.util
import string
import xml.etree.ElementTree as ET

import pytest


@pytest.fixture(scope="module")
def script(root):
    spec = importlib.util.spec_from_file_location("translations", root / "scripts" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def french(script):
    return script.read_translations(script.CATALOGUE)


def placeholders(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_the_catalogue_holds_the_texts_of_the_code_and_no_others(root, script):
    listed = {entry.findtext("source") for entry in ET.parse(script.CATALOGUE).iter("message")}
    assert listed == set(script.source_texts(root)), "run scripts/translations.py"


def test_every_text_is_translated(root, script, french):
    assert [text for text in script.source_texts(root) if text not in french] == []


def test_translations_keep_the_placeholders(french):
    pairs = ((source, text) for source, text in french.items() if "{" in source or "{" in text)
    assert [source for source, text in pairs if placeholders(source) != placeholders(text)] == []


@pytest.fixture
def small_repository(tmp_path):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "messages.yaml").write_text('a.b: "{n} orders"\n', encoding="utf-8")
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "dock.py").write_text('tr("Orders")\nself.tr("Orders")\ntr(name)\n', encoding="utf-8")
    form = "<ui><string>Zoom</string><string notr='true'>x</string></ui>"
    (tmp_path / "ui" / "dock.ui").write_text(form, encoding="utf-8")
    return tmp_path


def test_texts_come_from_templates_code_and_forms(script, small_repository):
    assert script.source_texts(small_repository) == {
        "{n} orders": ["resources/messages.yaml"],
        "Orders": ["ui/dock.py"],
        "Zoom": ["ui/dock.ui"],
    }


def test_translators_keep_their_work(script, small_repository, tmp_path):
    catalogue = tmp_path / "regard_fr.ts"
    done = {"Orders": "Ordres d'intervention & suites", "Gone": "Parti"}
    catalogue.write_text(script.catalogue_text(script.source_texts(small_repository), done), encoding="utf-8")
    assert script.read_translations(catalogue) == {"Orders": "Ordres d'intervention & suites"}
