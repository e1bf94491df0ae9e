# SPDX-License-Identifier: GPL-3.0-or-later
"""Fourth page of the wizard: a trial import, what it brings in and what is wrong with the network."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QTextBrowser, QVBoxLayout, QWidget, QWizardPage

from ...core.errors import RegardError
from ...qgis_bridge.messages import counted, say, tr
from ...qgis_bridge.tasks import JobRunner
from ...qgis_bridge.wording import word
from ..reporter import Reporter
from .network_source import NewWorkspace, try_network
from .progress_row import ProgressRow

if TYPE_CHECKING:
    from ...planner.assets.try_import import TriedImport

_MOST = 20


class CheckPage(QWizardPage):
    """Nothing is kept of the trial; ``asked`` says what to try."""

    def __init__(
        self,
        jobs: JobRunner,
        reporter: Reporter,
        asked: Callable[[], NewWorkspace],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = reporter.error
        self._asked = asked
        self.setTitle(tr("What comes in"))
        self.setSubTitle(tr("A trial: nothing is written yet. Defects can be mended later, in your layers."))
        self.text = QTextBrowser(self)
        self.progress = ProgressRow(jobs, self)
        self.tried: TriedImport | None = None
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.progress)

    def initializePage(self) -> None:
        """Try the import, off the main thread."""
        self.tried = None
        self.text.clear()
        self.completeChanged.emit()
        try:
            new = self._asked()
        except RegardError as error:
            self._on_failed(error)
            return
        self.progress.start(
            tr("Trying the import"),
            lambda progress: try_network(new, progress),
            succeeded=self._on_tried,
            failed=self._on_failed,
            cancelled=lambda: self.text.setPlainText(tr("Cancelled. Go back and choose again.")),
        )

    def cleanupPage(self) -> None:
        """Go back: a trial that still runs is given up."""
        self.progress.stop()

    def isComplete(self) -> bool:
        """Tell whether the import can be done."""
        return self.tried is not None

    def _on_tried(self, tried: TriedImport) -> None:
        self.tried = tried
        self.text.setHtml(_page(tried))
        self.completeChanged.emit()

    def _on_failed(self, error: Exception) -> None:
        is_known = isinstance(error, RegardError)
        told = say(error.message) if is_known else tr("The import could not be tried.")
        if not is_known:
            self._report(error)
        again = tr("Go back and correct it; nothing was written.")
        self.text.setHtml(f"<p><b>{escape(told)}</b></p><p>{escape(again)}</p>")


def _page(tried: TriedImport) -> str:
    imported = tried.imported
    counts = [(word(f"role.{role.value}"), f"{count:n}") for role, count in imported.counts.items()]
    parts = [_table(tr("Comes in"), counts)]
    if imported.reprojected:
        parts.append(_table(tr("Is transformed from"), list(imported.reprojected.items())))
    if imported.skipped:
        parts.append(f"<p><b>{tr('Layers left out')}</b>: {escape(', '.join(imported.skipped))}</p>")
    wrong = [say(defect.message) for defect in (*imported.unusable, *imported.doubtful)]
    parts.append(_list(tr("Rows that need a look"), wrong))
    parts.append(_list(tr("Remarks"), [say(remark) for remark in imported.remarks]))
    defects = [
        (f"{word(f'severity.{severity}')} · {word('defect.' + code.rpartition('.')[2])}", f"{count:n}")
        for (severity, code), count in tried.defects.items()
    ]
    parts.append(_table(tr("Defects of the network"), defects) if defects else _no_defect())
    parts.append(_list(tr("The worst of them"), [say(defect.message) for defect in tried.worst]))
    return "".join(parts)


def _no_defect() -> str:
    return f"<p>{escape(tr('No defect was found in the network.'))}</p>"


def _table(title: str, lines: list[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td align='right'>&nbsp;&nbsp;{escape(value)}</td></tr>"
        for name, value in lines
    )
    return f"<p><b>{escape(title)}</b></p><table>{rows}</table>"


def _list(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines[:_MOST])
    more = len(lines) - _MOST
    rest = f"<li>{escape(counted(tr('… and {count} more'), count=more))}</li>" if more > 0 else ""
    return f"<p><b>{escape(title)}</b></p><ul>{items}{rest}</ul>"
