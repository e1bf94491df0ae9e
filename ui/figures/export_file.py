# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for the file that figures are exported to; a name without an ending gets that of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtWidgets import QFileDialog, QWidget


def ask_export_file(
    parent: QWidget, title: str, name: str, kinds: Mapping[str, str], *, also: tuple[str, ...] = ()
) -> str:
    """Return the path that is chosen, empty for none.

    ``kinds`` gives the ending of each kind of file as the dialog names it, ``also`` further endings that may
    be typed.
    """
    path, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(kinds))
    if not path or path.lower().endswith((*kinds.values(), *also)):
        return path
    return path + kinds.get(kind, next(iter(kinds.values())))
