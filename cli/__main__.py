# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m regard.cli`` is the ``regard`` command."""

from .main import run

run()
