# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the dossiers of many orders into a folder: a PDF and a page each, with progress and cancel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QLocale

from .dossier_map import prepare_layers
from .dossier_pages import dossier_layout
from .layers import open_layers
from .messages import say
from .prints import export_pdf
from .project import fill_project
from .whole_file import put

if TYPE_CHECKING:
    from ..core.progress import Progress
    from ..planner.ports import Workspace

_DPI = 200


def write_dossiers(
    workspace: Workspace, orders: Sequence[str], folder: Path, *, now: datetime, progress: Progress
) -> list[Path]:
    """Write ``ORDER.pdf`` and ``ORDER.html`` for each order and return the PDFs; needs a running QGIS.

    A file is put in place once it is complete; ``Cancelled`` leaves those that are. ``InputError`` for an
    unknown order, before anything is written; ``Failure`` when a file cannot be written.
    """
    from ..planner.dossiers.facts import dossier_books, dossier_facts
    from ..planner.dossiers.page import dossier_html
    from ..planner.dossiers.plan_ground import plan_ground
    from ..planner.dossiers.plan_svg import plan_drawings
    from ..store.attachment_folder import attachment_folder

    books, ground = dossier_books(workspace, day=now.date()), plan_ground(workspace)
    language = QLocale().name()[:2]
    attached = attachment_folder(workspace)
    _refuse_unknown(workspace, orders)
    written = []
    with open_project(workspace.url) as (project, layers):
        for done, order in enumerate(orders):
            progress.check()
            progress.report(done / len(orders), order)
            facts = dossier_facts(workspace, order, now=now, books=books)
            layout, drawn = dossier_layout(project, layers, facts, books.orders, photo_file=attached.path_of)
            path = folder / f"{order}.pdf"
            put(path, lambda part, pages=layout: export_pdf(pages, part, dpi=_DPI, as_text=True))
            plans = plan_drawings(facts, ground, say, language=language)
            pictures = attached.contents(one.stored_as for one in facts.photos)
            page = dossier_html(
                facts, say, book=books.orders, language=language, plans=plans, pictures=pictures
            )
            put(path.with_suffix(".html"), lambda part, text=page: part.write_text(text, encoding="utf-8"))
            written.append(path)
            del layout, drawn
    progress.report(1.0)
    return written


def _refuse_unknown(workspace: Workspace, orders: Sequence[str]) -> None:
    from ..workorders.orders import WorkOrder

    for order in orders:
        workspace.get(WorkOrder, order)


@contextmanager
def open_project(url: str) -> Iterator[tuple[QgsProject, dict]]:
    """Open the layers of a workspace in a project of their own, dressed for print; closed at the end."""
    project = QgsProject()
    layers = open_layers(url)
    prepare_layers(layers)
    fill_project(project, url, layers)
    try:
        yield project, layers
    finally:
        layers.clear()
        project.clear()
