# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier of an order on portrait A4 pages: dangers, plans at two scales, tables, check list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from ..core.messages import Message
from . import prints
from .dossier_map import DossierMap
from .figures import day_text, moment_text
from .labels import job_text
from .messages import say, tr
from .page_flow import BOTTOM, MARGIN, PAGE_WIDTH, TOP, WIDTH, PageFlow, column_widths
from .prints import Cell, Column
from .project import ATTRIBUTION
from .styles import palette

if TYPE_CHECKING:
    from ..planner.dossiers.facts import DossierFacts
    from ..planner.informing.page import Section
    from ..workorders.rulebook import RuleBook

_MAP_MM = 196.0
_SMALL_PT = 9.0
_PHOTO_MM = 110.0
# room for a dash, its gap and the next one
_SYMBOL_MM = 10.0


def dossier_layout(
    project: QgsProject,
    layers: Mapping[str, QgsVectorLayer],
    facts: DossierFacts,
    book: RuleBook,
    *,
    photo_file: Callable[[str], Path | None] = lambda _: None,
) -> tuple[QgsPrintLayout, DossierMap]:
    """Return the pages of a dossier, and the layers of its plans, which must live as long as they do.

    The layers are those of ``open_layers``, held by the project and made ready by ``prepare_layers``.
    ``photo_file`` tells where a photo is by its path in the folder of attachments.
    """
    flow = PageFlow(project, f"dossier {facts.order_id}")
    drawn = DossierMap(facts, layers, size_mm=(WIDTH, _MAP_MM))
    _dangers(flow, facts)
    for scale in (facts.rules.scales.near, facts.rules.scales.wide):
        _plan(flow, drawn, scale, wide=scale == facts.rules.scales.wide)
    _tables(flow, facts, book)
    _photos(flow, facts, photo_file)
    for page in range(flow.pages):
        _frame(flow, facts, page)
    return flow.layout, drawn


def _language() -> str:
    return QLocale().name()[:2]


def _dangers(flow: PageFlow, facts: DossierFacts) -> None:
    from ..planner.dossiers.page import PICTOGRAMS, warnings_of

    order = facts.sheet.order
    flow.text(f"{order.code} · {job_text(order)}", 13, bold=True)
    if order.address:
        flow.text(order.address, 11)
    flow.text(say(facts.score.said), 11, bold=True)
    for line in warnings_of(facts, say, language=_language()):
        flow.text(f"! {line}", _SMALL_PT)
    flow.y += 2
    flow.heading(say(Message("dossier.hazards")))
    for hazard in facts.hazards:
        flow.pictured(PICTOGRAMS / f"{hazard.pictogram}.svg", hazard.spoken(say, _language()), 10)
    recalled = facts.framework.recalled
    for title, rules in (("page.stop_work", recalled.stop_work), ("page.rules", recalled.rules)):
        if rules:
            flow.heading(say(Message(title)))
            for rule in rules:
                flow.text(f"• {rule.spoken(_language())}", _SMALL_PT, indent=2, gap=0.6)


def _plan(flow: PageFlow, drawn: DossierMap, scale: int, *, wide: bool) -> None:
    flow.new_page()
    flow.heading(say(Message("dossier.plan", {"scale": scale})))
    box = flow.box(MARGIN, flow.y, WIDTH, _MAP_MM)
    shown = drawn.drawn(wide=wide)
    item = prints.add_map(flow.layout, box, shown, drawn.extent(WIDTH, _MAP_MM, scale))
    item.setScale(scale)
    prints.add_scale_bar(flow.layout, item, box.x + 3, box.y + _MAP_MM - 10)
    north = flow.box(MARGIN + WIDTH - 12, flow.y + 2, 10, 10)
    prints.add_text(flow.layout, north, tr("N ↑"), 12, bold=True, right=True)
    legend = flow.box(MARGIN, flow.y + _MAP_MM + 2, WIDTH, 0)
    prints.add_legend(
        flow.layout, item, drawn.legend(), legend.x, legend.y, columns=3, size_pt=6, symbol_mm=_SYMBOL_MM
    )
    flow.y = BOTTOM


def _tables(flow: PageFlow, facts: DossierFacts, book: RuleBook) -> None:
    from ..planner.dossiers.sections import dossier_sections

    flow.new_page()
    printed = {Message("page.stop_work").code, Message("page.rules").code}
    for section in dossier_sections(facts, book=book, language=_language()):
        if section.title.code not in printed and section.rows:
            flow.heading(say(section.title))
            flow.table(_columns(section), [[_cell(cell) for cell in row] for row in section.rows])


def _photos(flow: PageFlow, facts: DossierFacts, photo_file: Callable[[str], Path | None]) -> None:
    from ..planner.dossiers.page import caption

    if facts.photos:
        flow.new_page()
        flow.heading(say(Message("dossier.photos")))
    for photo in facts.photos:
        path = photo_file(photo.stored_as)
        if path is None:
            flow.text(f"{caption(photo)}: {say(Message('dossier.photo_missing'))}", _SMALL_PT)
        else:
            flow.pictured(path, caption(photo), _SMALL_PT, size=_PHOTO_MM)


def _columns(section: Section) -> list[Column]:
    """Return columns as wide as their texts ask for, none of them too narrow to read."""
    headings = [say(heading) for heading in section.headings] or [""] * len(section.rows[0])
    widths = column_widths(headings, [[_text(cell) for cell in row] for row in section.rows])
    return [Column(heading, width) for heading, width in zip(headings, widths, strict=True)]


def _cell(value: object) -> Cell:
    is_missing = isinstance(value, Message) and value.code in ("dossier.lacking", "dossier.not_reached")
    return Cell(_text(value), bold=is_missing)


def _text(value: object) -> str:
    if isinstance(value, Message):
        return say(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return day_text(value)
    return "" if value is None else str(value)


def _frame(flow: PageFlow, facts: DossierFacts, page: int) -> None:
    """Add the head and the foot of a page: whose dossier it is, and what it does not replace."""
    head = flow.box(0, 0, PAGE_WIDTH, TOP - 6, page=page)
    prints.add_panel(flow.layout, head, palette.WATER_DEEP)
    title = say(Message("dossier.title", {"order": facts.order_id}))
    prints.add_text(
        flow.layout, flow.box(MARGIN, 4, 130, 10, page=page), title, 14, bold=True, colour="#ffffff"
    )
    made = tr("{moment} · page {page} of {pages}").format(
        moment=moment_text(facts.made_at), page=page + 1, pages=flow.pages
    )
    prints.add_text(
        flow.layout, flow.box(MARGIN + 110, 4, 80, 10, page=page), made, 9, colour="#ffffff", right=True
    )
    foot = f"{say(Message('dossier.disclaimer'))}\n{ATTRIBUTION}"
    prints.add_text(flow.layout, flow.box(MARGIN, BOTTOM + 3, WIDTH, 9, page=page), foot, 8, bold=True)
