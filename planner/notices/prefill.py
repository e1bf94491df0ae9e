# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of an order's notice, filled in as far as the order, the catalogue and the company tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import cast, get_args

from shapely.geometry import MultiPolygon

from ...core.errors import InputError
from ...core.messages import Message
from ...core.translations import translator
from ...workorders.life.notice_clock import RENEWALS
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ...workorders.teleservice.declaration import Declaration, NoticeKind, Urgency, Works
from ...workorders.teleservice.prefilled import FormRow, form_rows, missing_fields, prefilled_files
from ...workorders.teleservice.rules import DeclarationNatures, TeleserviceRules
from ..company import company_of
from ..dig_size import size_m
from ..informing.page import Page, Section, page_html
from ..life.gathered import first, planned_start
from ..life.under_way import under_way
from ..ports import Workspace
from ..records import Footprint, OrderNotice
from .agenda import notice_on

_FORM_LANGUAGE = "fr"
_FIRST = "INITIAL"


@dataclass(frozen=True, slots=True)
class Prefilled:
    """A form filled in; ``missing`` names required fields that nothing fills."""

    declaration: Declaration
    missing: tuple[str, ...]
    files: Mapping[str, bytes]


def prefill(
    workspace: Workspace,
    order_id: str,
    *,
    rules: TeleserviceRules,
    book: RuleBook,
    now: datetime,
    kind: str = "",
    insee: str = "",
) -> Prefilled:
    """Return the pre-filled dossier of an order: XML, footprint as GML and GeoJSON, a form to print.

    ``kind`` takes another form than that of the decided notice. Nothing is stored.

    Raises
    ------
    InputError
        The order is unknown, needs no notice or has no dig on the map; the kind or the commune is none.
    """
    order = workspace.get(WorkOrder, order_id)
    wanted = _wanted(workspace, order_id, kind)
    dig = first(workspace.all(Footprint, order_id=order_id))
    if dig is None:
        raise InputError("notices.no_footprint", order=order_id)
    company = company_of(workspace)
    start = planned_start(workspace, order_id) or order.earliest_start or now
    standard = book.catalogue.jobs.get(order.code)
    is_urgent = wanted == "ATU"
    declaration = Declaration(
        kind=wanted,
        footprint=MultiPolygon([dig.geometry]),
        crs=workspace.crs,
        reference=order_id,
        nature=_nature(workspace, order, now, rules.declarations),
        owner=company.owner,
        contractor=company.contractor or company.owner,
        place=company.place(order.address, insee),
        works=_works(order, dig, max(start, now), book=book, rules=rules),
        urgency=_urgency(standard.urgency if standard and is_urgent else ""),
        signatory=company.signatory,
    )
    stem = "".join(one if one.isalnum() or one in "-_" else "_" for one in order_id)
    files = dict(prefilled_files(declaration, stem=stem, rules=rules))
    files[f"{stem}_formulaire.html"] = form_html(declaration, rules=rules).encode()
    return Prefilled(declaration, missing_fields(declaration), files)


def _wanted(workspace: Workspace, order_id: str, kind: str) -> NoticeKind:
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    wanted = kind or (notice.kind if notice else "none")
    if wanted == "none":
        raise InputError("life.no_notice", order=order_id)
    if wanted not in get_args(NoticeKind):
        raise InputError("notices.unknown_kind", found=wanted, known=", ".join(get_args(NoticeKind)))
    return cast("NoticeKind", wanted)


def _nature(workspace: Workspace, order: WorkOrder, now: datetime, natures: DeclarationNatures | None) -> str:
    """Return the nature of the declaration that is due now: the first one, or which renewal (R.554-25)."""
    if natures is None:
        return _FIRST
    one = notice_on(workspace, str(order.order_id), now.date())
    if one is None or not any(task.code in RENEWALS for task in one.clock.tasks):
        return natures.first
    if order.started_at is None:
        return natures.not_begun
    is_interrupted = under_way(workspace, order, one.notice) is None
    return natures.interrupted if is_interrupted else natures.under_way


def form_html(declaration: Declaration, *, rules: TeleserviceRules) -> str:
    """Return the form to print, in French as the form itself; what is missing is marked."""
    groups: dict[str, list[FormRow]] = {}
    for row in form_rows(declaration):
        groups.setdefault(row.field.partition(".")[0], []).append(row)
    rows = [_row(row, rules) for group in groups.values() for row in group]
    place = (str(declaration.crs), f"{declaration.area_m2:g} m²")
    say = translator(_FORM_LANGUAGE)
    page = Page(
        title=Message("notices.form_title", {"kind": declaration.kind, "order": declaration.reference}),
        subtitle=declaration.place.address,
        sections=(
            Section(Message("notices.form_fields"), (), tuple(rows)),
            Section(Message("label.footprint"), (), (place,)),
            Section(Message("notices.form_before"), (), ((Message("notices.disclaimer"),),)),
        ),
    )
    return page_html(page, lambda message: message.render(say), language=_FORM_LANGUAGE)


def _row(row: FormRow, rules: TeleserviceRules) -> tuple[str | Message, str | Message]:
    label = rules.fields[row.field].spoken(_FORM_LANGUAGE)
    if row.is_missing:
        return label, Message("notices.form_missing")
    if row.field == "nature":
        return label, Message(f"notice_nature.{row.value}")
    return label, _shown(row.value)


def _shown(value: object) -> str | Message:
    if isinstance(value, bool):
        return Message("cli.yes" if value else "notices.form_no")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


def _works(
    order: WorkOrder, dig: Footprint, start: datetime, *, book: RuleBook, rules: TeleserviceRules
) -> Works:
    told, standard = rules.works, book.catalogue.jobs.get(order.code)
    hole = standard.excavation if standard else None
    by_kind = [told.techniques_by_equipment[k] for k in order.equipment if k in told.techniques_by_equipment]
    others = [told.others_by_equipment[k] for k in order.equipment if k in told.others_by_equipment]
    name = standard.label.fr if standard else order.label
    depth_m = dig.depth_m or (hole.depth_m if hole else None)
    sizes = [f"{side:g}" for side in (*size_m(dig.geometry), depth_m) if side is not None]
    size = f", fouille {' x '.join(sizes)} m"
    return Works(
        natures=told.natures,
        description=f"{name}{size}",
        techniques=tuple(dict.fromkeys((*told.techniques, *by_kind))),
        other_technique=", ".join(others),
        max_depth_cm=None if depth_m is None else round(depth_m * 100),
        starts_on=start.date(),
        starts_at=start.time().replace(second=0, microsecond=0),
        duration_days=told.days_of(order.duration_min),
        duration_half_days=told.half_days_of(order.duration_min),
    )


def _urgency(ground: str) -> Urgency:
    return Urgency(
        safety=ground == "safety",
        continuity_of_service=ground == "continuity_of_service",
        people_and_property=ground == "people_and_property",
        force_majeure=ground == "force_majeure",
    )
