# SPDX-License-Identifier: GPL-3.0-or-later
"""What an uninstalled plugin takes with it: settings, caches, the copy of the demonstration town.

QGIS tells a plugin only that it stops, not why. Its plugin manager stops it and deletes its folder in one
go, so whether the folder is still there is looked at on the next turn of the event loop. By then the modules
are gone: this one imports all that it needs at its top.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsSettings
from qgis.PyQt.QtCore import QTimer

from ..core.cache_folders import kept_caches
from .messages import tr

INSTALLED = Path(__file__).resolve().parents[1]
SETTINGS = "regard"


def profile_folder() -> Path:
    """Return the folder of Regard in the profile of QGIS, which need not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "regard"


def clean_up_if_uninstalled(*, installed: Path = INSTALLED) -> None:
    """Remove what Regard left in this user's folders and settings, if its folder goes after this call.

    Workspaces that the user made stay, and so do authentications of QGIS and Python libraries: others may
    use them. What cannot be removed is named in the message log.
    """
    told = tr("Regard was uninstalled; this could not be removed: {path}")
    QTimer.singleShot(0, lambda: _clean_up(installed, lambda path: _tell(told.format(path=path))))


def _clean_up(installed: Path, tell: Callable[[Path], None]) -> None:
    # a drive that went away is no uninstallation
    if installed.exists() or not installed.parent.is_dir():
        return
    for path in remove_leftovers():
        tell(path)
    tasks = QgsApplication.taskManager()
    if tasks.count() == 0:
        return

    def once_more() -> None:
        tasks.allTasksFinished.disconnect(once_more)
        if not installed.exists():
            remove_leftovers()

    # one that still runs may write to a cache
    tasks.allTasksFinished.connect(once_more)


def remove_leftovers() -> tuple[Path, ...]:
    """Remove settings, caches and the town in the profile; return the folders that could not be removed."""
    QgsSettings().remove(SETTINGS)
    return _remove((profile_folder(), *kept_caches()))


def _remove(folders: Iterable[Path]) -> tuple[Path, ...]:
    stayed = []
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            stayed.append(folder)
        elif folder.parent.name == "regard":
            # not empty when somebody else keeps something there
            with suppress(OSError):
                folder.parent.rmdir()
    return tuple(stayed)


def _tell(text: str) -> None:
    QgsMessageLog.logMessage(text, "Regard", Qgis.MessageLevel.Warning)
