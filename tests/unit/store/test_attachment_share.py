# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of attachments of a workspace on a server: told once for all, or by the machine."""

from pathlib import Path

import pytest
from regard.core.errors import InputError
from regard.store.attachment_folder import attachment_folder, share_folder


class OnServer:
    """The address and settings of a workspace on a server: all that is looked at."""

    url = "postgresql://regard@db/regard?schema=nord"

    def __init__(self):
        self.settings = {}

    def setting(self, name, default=""):
        return self.settings.get(name, default)

    def set_setting(self, name, value):
        self.settings[name] = value


@pytest.fixture
def server(monkeypatch):
    monkeypatch.delenv("REGARD_FILES", raising=False)
    return OnServer()


def test_a_server_has_the_folder_that_was_told_and_a_machine_its_own_way_to_it(server, tmp_path, monkeypatch):
    assert attachment_folder(server).root is None
    share_folder(server, tmp_path)
    assert attachment_folder(server).root == tmp_path
    monkeypatch.setenv("REGARD_FILES", "/mnt/regard")
    assert attachment_folder(server).root == Path("/mnt/regard")
    assert attachment_folder(server, tmp_path / "given").root == tmp_path / "given"


def test_what_cannot_be_shared_is_refused(server, tmp_path):
    with pytest.raises(InputError, match="is no folder"):
        share_folder(server, tmp_path / "nowhere")
    server.url = str(tmp_path / "town.gpkg")
    with pytest.raises(InputError, match=r"beside it, in .*town_files"):
        share_folder(server, tmp_path)
