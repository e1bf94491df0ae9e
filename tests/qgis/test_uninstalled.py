# SPDX-License-Identifier: GPL-3.0-or-later
"""What Regard keeps for its user goes when its folder goes, and only then."""

import pytest
from qgis.core import QgsSettings
from regard.core.cache_folders import KERNELS, NETWORKS
from regard.qgis_bridge import leftovers
from regard.qgis_bridge.leftovers import clean_up_if_uninstalled


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return folders of Regard, and files of somebody else beside them."""
    monkeypatch.setenv(KERNELS, str(tmp_path / "numba"))
    monkeypatch.setenv(NETWORKS, str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(leftovers, "profile_folder", lambda: tmp_path / "profile" / "regard")
    ours = [
        tmp_path / "numba" / "kernels-0123456789ab",
        tmp_path / "cache" / "networks",
        tmp_path / "xdg" / "regard" / "networks",
        tmp_path / "profile" / "regard" / "demo",
    ]
    others = [tmp_path / "numba" / "kernels-of-others", tmp_path / "cache" / "notes", tmp_path / "profile"]
    for folder in (*ours, *others):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "file").write_text("kept")
    QgsSettings().setValue("regard/start/open", "last")
    QgsSettings().setValue("regards/of/others", "stays")
    yield ours, others
    QgsSettings().remove("regard/start/open")
    QgsSettings().remove("regards")


def test_a_plugin_that_was_only_stopped_keeps_everything(kept, tmp_path, qtbot):
    (tmp_path / "plugins" / "regard").mkdir(parents=True)
    clean_up_if_uninstalled(installed=tmp_path / "plugins" / "regard")
    qtbot.wait(50)
    ours, others = kept
    assert all((folder / "file").exists() for folder in (*ours, *others))
    assert QgsSettings().value("regard/start/open") == "last"


def test_a_drive_that_went_away_is_no_uninstallation(kept, tmp_path, qtbot):
    clean_up_if_uninstalled(installed=tmp_path / "drive" / "plugins" / "regard")
    qtbot.wait(50)
    assert all((folder / "file").exists() for folder in kept[0])


def test_a_plugin_whose_folder_goes_takes_its_own_along_and_nothing_of_others(kept, tmp_path, qtbot):
    folder = tmp_path / "plugins" / "regard"
    folder.mkdir(parents=True)
    clean_up_if_uninstalled(installed=folder)
    folder.rmdir()
    qtbot.wait(50)
    ours, others = kept
    assert [folder for folder in ours if folder.exists()] == []
    assert not (tmp_path / "xdg" / "regard").exists()
    assert all((folder / "file").exists() for folder in others)
    assert not QgsSettings().contains("regard/start/open")
    assert QgsSettings().value("regards/of/others") == "stays"


def test_what_cannot_be_removed_is_named(kept, tmp_path, monkeypatch, qtbot):
    told = []
    monkeypatch.setattr(leftovers.shutil, "rmtree", lambda *_, **__: None)
    monkeypatch.setattr(leftovers, "_tell", told.append)
    (tmp_path / "plugins").mkdir()
    clean_up_if_uninstalled(installed=tmp_path / "plugins" / "regard")
    qtbot.wait(50)
    assert [text for text in told if str(tmp_path / "cache" / "networks") in text]
