# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks are read in the background after opening, once, and without anybody waiting for it."""

import threading

import pytest
from regard.core.errors import InputError
from regard.core.progress import SilentProgress
from regard.ui.isolating import network_desk


@pytest.fixture
def opened(monkeypatch):
    """Return the threads that read networks, one entry a reading."""
    threads, real = [], network_desk._open

    def noted(url, progress):
        threads.append(threading.current_thread())
        return real(url, progress)

    monkeypatch.setattr(network_desk, "_open", noted)
    return threads


@pytest.fixture
def networks(plugin, opened, town, qtbot):
    plugin.window.workspaces.open(str(town))
    networks = plugin.window.isolating.networks
    qtbot.waitUntil(lambda: networks.known is not None, timeout=60_000)
    return networks


def test_they_are_read_once_by_themselves_and_asked_for_without_reading_again(networks, plugin, opened):
    assert len(opened) == 1
    assert opened[0] is not threading.main_thread()
    assert networks.read(networks.ticket(), SilentProgress()) is networks.known
    assert len(opened) == 1
    plugin.window.workspaces.refresh()
    assert networks.known is None, "what others wrote may have changed a valve"
    assert networks.read(networks.ticket(), SilentProgress()) is networks.known
    assert len(opened) == 2


def test_another_workspace_has_its_own(networks, plugin):
    before = networks.ticket()
    plugin.window.state.open_workspace("")
    assert networks.known is None
    assert networks.ticket() != before


def test_a_reading_that_nobody_asked_for_fails_in_silence(plugin, desktop, town, monkeypatch, qtbot):
    tried = []

    def refuse(url, progress):
        tried.append(url)
        raise InputError("file.missing", file=url)

    monkeypatch.setattr(network_desk, "_open", refuse)
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(tried), timeout=60_000)
    qtbot.wait(200)
    assert desktop.messages() == []
    with pytest.raises(InputError):
        plugin.window.isolating.networks.read(plugin.window.isolating.networks.ticket(), SilentProgress())
