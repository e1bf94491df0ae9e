# SPDX-License-Identifier: GPL-3.0-or-later
"""Kernels are compiled once for an installation."""

from __future__ import annotations

import numpy as np
from regard.core import compiled as module
from regard.core.compiled import is_compiled
from regard.core.kernel_heap import push


def test_what_was_called_once_is_compiled_for_later_processes(monkeypatch, tmp_path):
    push(np.zeros(2), np.zeros(2, np.int64), 0, 1.0, 1)
    assert is_compiled(push)
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path)
    assert not is_compiled(push)
