# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands on a workspace of either store; the folder above gives ``new_url``."""

import pytest
from regard.tests.unit.cli.shared.taken_back import Story


@pytest.fixture
def story(new_url, tmp_path, golden_file, capsys, monkeypatch, serve):
    """Yield the story of a fresh workspace with the golden network."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    story = Story(new_url, tmp_path, capsys, serve)
    story.run("network import", golden_file)
    yield story
    assert story.check() == {"differences": []}
    story.close()
