# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the user, once and in plain words, what happened; keeps the details in QGIS's message log."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar

from ..core.errors import RegardError
from ..qgis_bridge.dependencies import Lack, pip_command
from ..qgis_bridge.messages import TAG, say, tr

_SECONDS = 8


class Reporter:
    """Writes into the message bar of QGIS."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar

    def info(self, text: str) -> None:
        """Say that something went well, or what to do next."""
        self._bar.pushMessage(TAG, text, Qgis.MessageLevel.Info, _SECONDS)

    def warning(self, text: str) -> None:
        """Say what does not work, and how to get it to work; it stays until it is closed."""
        self._bar.pushMessage(TAG, text, Qgis.MessageLevel.Warning, 0)

    def missing(self, lacks: Sequence[Lack]) -> None:
        """Say which Python libraries are missing or too old, and the two ways to get them."""
        names = ", ".join(
            f"{lack.requirement.name} ≥ {lack.requirement.minimum}"
            + (f" ({tr('found {version}').format(version=lack.found)})" if lack.found else "")
            for lack in lacks
        )
        text = tr(
            "Python libraries are missing: {names}. Install the plugin QPIP, or run: {command} — then start "
            "QGIS again. What needs them is greyed."
        )
        command = pip_command(lacks)
        told = text.format(names=names, command=command)
        # the bar cuts long texts off: behind a button QGIS shows this one whole, and the command to copy
        self._bar.pushMessage(TAG, told, command, Qgis.MessageLevel.Warning, 0)

    def error(self, error: Exception) -> None:
        """Say what went wrong; an error that is not ours goes to the log with its traceback."""
        if isinstance(error, RegardError):
            self._bar.pushMessage(TAG, say(error.message), Qgis.MessageLevel.Warning, 0)
            return
        details = "".join(traceback.format_exception(error))
        QgsMessageLog.logMessage(details, TAG, Qgis.MessageLevel.Critical, notifyUser=False)
        text = tr("Something went wrong ({error}). The details are in the message log, tab Regard.")
        self._bar.pushMessage(TAG, text.format(error=type(error).__name__), Qgis.MessageLevel.Critical, 0)
