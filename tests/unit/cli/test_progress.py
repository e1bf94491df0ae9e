# SPDX-License-Identifier: GPL-3.0-or-later
"""How far long work is, told to a log."""

from __future__ import annotations

import time

from regard.cli import progress as module
from regard.cli.progress import terminal_progress


def test_a_log_is_told_again_what_is_done_while_a_long_step_reports_nothing(monkeypatch, capsys):
    monkeypatch.setattr(module, "_SECONDS_BETWEEN_LINES", 0.05)
    with terminal_progress(str.upper) as progress:
        progress.report(0.25, "compiling")
        time.sleep(0.5)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) > 2
    assert set(lines) == {" 25% COMPILING"}


def test_a_log_is_told_nothing_of_short_work(capsys):
    with terminal_progress(str.upper) as progress:
        progress.report(0.25, "compiling")
    assert capsys.readouterr().err == ""
