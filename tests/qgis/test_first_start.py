# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody sees who has just installed Regard, and how a workspace is opened, by mouse and keyboard."""

import shutil
import sqlite3

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.plugin import RegardPlugin
from regard.ui.starting import settings


@pytest.fixture
def fresh(desktop, monkeypatch, tmp_path):
    """Return the plugin as a stranger gets it: nothing remembered, no town in the checkout."""
    QgsSettings().remove("regard/start")
    monkeypatch.setattr("regard.plugin.user_locale", lambda: "en_GB")
    monkeypatch.setattr("regard.ui.starting.controller.profile_folder", lambda: tmp_path / "regard")
    plugin = RegardPlugin(desktop)
    plugin.initGui()
    start = plugin.window.start
    plugin.window.workspaces.demo = tmp_path / "none"
    start.carried_town = start.extract = tmp_path / "none"
    yield plugin.window
    plugin.unload()
    QgsSettings().remove("regard/start")
    settings.note_greeted()


@pytest.fixture
def dialog(fresh, qtbot):
    qtbot.waitUntil(fresh.start.dialog.isVisible, timeout=5_000)
    return fresh.start.dialog


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog, path, monkeypatch):
    """Press the button for a file and choose one."""
    asked = "regard.ui.starting.controller.QFileDialog.getOpenFileName"
    monkeypatch.setattr(asked, lambda *_: (str(path), ""))
    press(dialog.file)


def listed(dialog):
    return [dialog.recent.item(row).toolTip() for row in range(dialog.recent.count())]


def test_a_stranger_is_greeted_once(fresh, dialog, qtbot):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    fresh.start._greet()
    assert not dialog.isVisible()


def test_a_file_opens_and_is_listed_the_next_time(fresh, dialog, town, monkeypatch, qtbot):
    choose(dialog, town, monkeypatch)
    qtbot.waitUntil(lambda: len(fresh.state.orders) == 5, timeout=20_000)
    assert not dialog.isVisible()
    fresh.start.begin()
    assert listed(dialog) == [str(town)]
    assert "town" in dialog.recent.item(0).text()


def test_one_of_late_opens_by_the_keyboard(fresh, dialog, town, qtbot):
    settings.remember_workspace(str(town))
    fresh.start.begin()
    dialog.activateWindow()
    dialog.recent.setFocus()
    dialog.recent.setCurrentRow(0)
    QTest.keyClick(dialog.recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fresh.state.url == str(town), timeout=20_000)


def test_one_that_is_gone_says_so_and_leaves_the_list(fresh, dialog, tmp_path, qtbot):
    settings.remember_workspace(str(tmp_path / "away.gpkg"))
    fresh.start.begin()
    fresh.start.open(str(tmp_path / "away.gpkg"))
    qtbot.waitUntil(lambda: "is not there any more" in dialog.notice.text(), timeout=10_000)
    assert listed(dialog) == [""]
    assert fresh.state.url == ""


@pytest.mark.parametrize("content", [b"nothing", b""])
def test_a_file_that_is_no_workspace_is_said_there(fresh, dialog, tmp_path, monkeypatch, qtbot, content):
    other = tmp_path / "network.gpkg"
    other.write_bytes(content)
    choose(dialog, other, monkeypatch)
    qtbot.waitUntil(lambda: "is not a workspace of Regard" in dialog.notice.text(), timeout=10_000)
    assert not dialog.offer.isVisible()
    assert dialog.file.isEnabled()
    assert settings.recent_workspaces() == ()


def test_a_file_of_another_build_is_brought_up_to_date_with_a_copy_kept(
    fresh, dialog, desktop, town, monkeypatch, qtbot
):
    with sqlite3.connect(town) as connection:
        connection.execute("UPDATE meta SET value = 'abcdef0123' WHERE name = 'columns'")
        connection.execute("ALTER TABLE agent DROP COLUMN phone")
    connection.close()
    before = town.read_bytes()
    choose(dialog, town, monkeypatch)
    qtbot.waitUntil(lambda: dialog.offer.isVisible(), timeout=10_000)
    assert "was made by another version of Regard" in dialog.notice.text()
    assert town.read_bytes() == before
    press(dialog.offer)
    qtbot.waitUntil(lambda: len(fresh.state.orders) == 5, timeout=20_000)
    (copy,) = town.parent.glob("town.v*-abcdef01.gpkg")
    assert any(copy.name in text for text in desktop.messages())


def test_the_town_that_the_plugin_carries_is_copied_to_where_it_can_be_written(
    fresh, dialog, built_town, tmp_path, qtbot
):
    fresh.start.carried_town = shutil.copy2(built_town, tmp_path / "carried.gpkg")
    photo = tmp_path / "carried_files" / "OI-1" / "photos" / "excavation.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a photo")
    press(dialog.demo)
    qtbot.waitUntil(lambda: len(fresh.state.orders) == 5, timeout=20_000)
    own = tmp_path / "regard" / "demo"
    assert fresh.state.url == str(own / "town.gpkg")
    assert (own / "town_files" / "OI-1" / "photos" / "excavation.jpg").read_bytes() == b"a photo"


def test_without_a_town_an_extract_is_asked_for_and_a_wrong_one_refused(
    fresh, dialog, tmp_path, monkeypatch, qtbot
):
    press(dialog.demo)
    assert "carries no demo town" in dialog.notice.text()
    wrong = tmp_path / "town.osm.pbf"
    wrong.write_bytes(b"nothing")
    asked = "regard.ui.starting.controller.QFileDialog.getOpenFileName"
    monkeypatch.setattr(asked, lambda *_: (str(wrong), ""))
    press(dialog.offer)
    qtbot.waitUntil(lambda: "town.osm.pbf" in dialog.notice.text(), timeout=60_000)
    assert dialog.demo.isEnabled()
    assert not (tmp_path / "regard" / "demo" / "town.gpkg").exists()


def test_the_last_workspace_opens_by_itself_where_that_is_wanted(fresh, dialog, town, qtbot):
    dialog.close()
    settings.open_at_start("last")
    settings.remember_workspace(str(town))
    fresh.start._greet()
    qtbot.waitUntil(lambda: fresh.state.url == str(town), timeout=20_000)


def test_an_address_with_a_password_is_not_remembered(qgis_app, fresh):
    settings.remember_workspace("postgresql://me:s3cret@host/db")
    assert settings.recent_workspaces() == ()
