# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the tour sheets of a day into a folder, a PDF for each agent, with progress and cancel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .dossier_batch import open_project
from .prints import export_pdf
from .tour_sheet import tour_sheet
from .whole_file import put

if TYPE_CHECKING:
    from ..core.progress import Progress
    from ..planner.plans.tour_sheet import TourSheet
    from ..planner.ports import Workspace

_DPI = 200


def write_tour_sheets(
    workspace: Workspace, sheets: Sequence[TourSheet], folder: Path, *, progress: Progress
) -> list[Path]:
    """Write ``DAY-AGENT.pdf`` for each sheet and return the files; needs a running QGIS.

    A file is put in place once it is complete; ``Cancelled`` leaves those that are. ``Failure`` when one
    cannot be written.
    """
    written = []
    with open_project(workspace.url) as (project, layers):
        for done, sheet in enumerate(sheets):
            progress.check()
            progress.report(done / len(sheets), sheet.agent.name)
            path = folder / f"{sheet.tour.day.isoformat()}-{sheet.agent.agent_id}.pdf"
            layout = tour_sheet(project, layers, sheet)
            put(path, lambda part, pages=layout: export_pdf(pages, part, dpi=_DPI, as_text=True))
            written.append(path)
            del layout
    progress.report(1.0)
    return written
