# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about the networks near a dig and the notice that the law asks for (Qt rich text)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from ..qgis_bridge.figures import day_text, moment_text, number_text
from ..qgis_bridge.messages import counted, say, tr
from ..qgis_bridge.styles import palette
from ..qgis_bridge.wording import word
from .inks import behind_white
from .rich_text import heading, paragraph, table, words

if TYPE_CHECKING:
    from ..planner.intake.order_sheet import OrderSheet
    from ..planner.records import OrderConflict, OrderNotice


def networks_page(sheet: OrderSheet) -> str:
    """Return the page about the networks near the dig and the notice that the law asks for."""
    parts = [_notice(sheet)] if sheet.notice else []
    if sheet.footprint:
        area = tr("Excavation of {area} m²").format(area=number_text(sheet.footprint.area_m2, 1))
        parts.append(f"<p>{area}</p>")
    if sheet.conflicts:
        parts.append(heading(counted(tr("Networks near the dig: {count}"), count=len(sheet.conflicts))))
        parts.append(_conflicts(sheet.conflicts))
        warning = tr("Open data never replaces the consultation of the network operators.")
        parts.append(f"<p><small>{warning}</small></p>")
    elif sheet.order.digs:
        parts.append(paragraph(tr("No known network near the dig. Consult the operators all the same.")))
    else:
        parts.append(paragraph(tr("This work does not dig.")))
    return "".join(parts)


def _notice(sheet: OrderSheet) -> str:
    notice = sheet.notice
    assert notice is not None
    calls = [f"<b>{escape(operator)}</b>" for operator in notice.call_first]
    rows = [
        (tr("Why"), escape(say(notice.reason))),
        *_notice_dates(notice),
        (tr("Telephone first"), "<br>".join(calls)),
        (tr("Write to"), words(notice.write_to)),
        (tr("Rules of"), escape(notice.law_version)),
    ]
    kind = word(f"notice_kind.{notice.kind}")
    return f"<h3>{escape(kind)}</h3>" + table(rows)


def _notice_dates(notice: OrderNotice) -> list[tuple[str, str]]:
    rows = []
    if notice.send_by:
        rows.append((tr("Send by"), day_text(notice.send_by)))
    if notice.answer_by:
        rows.append((tr("Answers by"), day_text(notice.answer_by)))
    if notice.earliest_start:
        rows.append((tr("Earliest legal start"), f"<b>{moment_text(notice.earliest_start)}</b>"))
    if notice.start_by:
        rows.append((tr("Start before"), day_text(notice.start_by)))
    return rows


def _conflicts(conflicts: Sequence[OrderConflict]) -> str:
    """Return the networks to mind one by one, and by operator those that are only to be consulted."""
    near = [conflict for conflict in conflicts if conflict.verdict != "consult"]
    far = Counter(conflict.operator for conflict in conflicts if conflict.verdict == "consult")
    parts = [f'<table width="100%" cellspacing="4" cellpadding="3">{"".join(map(_conflict, near))}</table>']
    if far:
        operators = words(f"{operator} ({count})" for operator, count in sorted(far.items()))
        parts.append(paragraph(tr("Farther away, to consult: {operators}").format(operators=operators)))
    return "".join(parts)


def _conflict(conflict: OrderConflict) -> str:
    swatch = palette.network_colour(conflict.network_type)
    # white on the colour: the ground of the page may be dark
    verdict = behind_white(palette.VERDICT.get(conflict.verdict, palette.MUTED))
    advice = f"&nbsp;{escape(word(f'verdict.{conflict.verdict}'))}&nbsp;"
    phone = f" · {escape(conflict.emergency_phone)}" if conflict.emergency_phone else ""
    sensitive = f" <b>{tr('sensitive')}</b>" if conflict.is_sensitive else ""
    where = tr("{distance} m, class {accuracy}").format(
        distance=number_text(conflict.edge_m, 1), accuracy=conflict.accuracy_class
    )
    return (
        f'<tr><td bgcolor="{swatch}" width="6"></td>'
        f"<td><b>{escape(conflict.label)}</b>{sensitive}<br>"
        f"{escape(conflict.operator)}{phone}<br>"
        f'{where} · <b style="background-color:{verdict}; color:white">{advice}</b></td></tr>'
    )
