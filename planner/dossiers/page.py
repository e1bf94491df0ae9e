# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier as one HTML file that needs no other: pictograms, plans and tables; all text is escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...core.messages import Message
from ...workorders.dossier import Pictogram
from ...workorders.rulebook import RuleBook
from ..informing.page import Say, said_section, template
from ..notices.photos import Photo, picture_kind
from .facts import DossierFacts
from .sections import dossier_sections

PICTOGRAMS = Path(__file__).resolve().parents[2] / "resources" / "pictograms"


@dataclass(frozen=True, slots=True)
class PlanDrawing:
    """A plan as SVG that we drew ourselves, under its title."""

    title: Message
    svg: str


def dossier_html(
    facts: DossierFacts,
    say: Say,
    *,
    book: RuleBook,
    language: str,
    plans: tuple[PlanDrawing, ...] = (),
    pictures: Mapping[str, bytes] | None = None,
) -> str:
    """Return a dossier as HTML, with its plans where they were drawn.

    ``pictures`` are the photos by their path in the folder of attachments; one that is not there is named.
    """
    order = facts.sheet.order
    headings = {name: say(Message(f"dossier.{name}")) for name in ("hazards", "disclaimer", "photos")}
    return template("dossier.html.j2").render(
        language=language,
        title=say(Message("dossier.title", {"order": order.order_id})),
        subtitle=order.address,
        headings=headings,
        score=say(facts.score.said),
        is_complete=facts.score.is_complete,
        warnings=list(warnings_of(facts, say, language=language)),
        hazards=[(pictogram(one.pictogram), one.spoken(say, language)) for one in facts.hazards],
        plans=[(say(plan.title), plan.svg) for plan in plans],
        photos=[(caption(one), _picture(one, pictures or {})) for one in facts.photos],
        photo_missing=say(Message("dossier.photo_missing")),
        sections=[
            said_section(section, say) for section in dossier_sections(facts, book=book, language=language)
        ],
    )


def warnings_of(facts: DossierFacts, say: Say, *, language: str) -> tuple[str, ...]:
    """Return what is missing and what keeps the order from leaving, as sentences."""
    missing = ", ".join(item.spoken(language) for item in facts.score.missing)
    lines = [say(Message("dossier.missing", {"what": missing}))] if missing else []
    return (*lines, *(say(Message("dossier.refused", {"why": why})) for why in facts.refusals))


def caption(photo: Photo) -> str:
    """Return what is written under a photo."""
    return f"{photo.name} · {photo.day:%Y-%m-%d}" if photo.day else photo.name


def _picture(photo: Photo, pictures: Mapping[str, bytes]) -> str:
    """Return a photo as an address that holds all of it, empty where it is not there or cannot be shown."""
    data = pictures.get(photo.stored_as, b"")
    kind = picture_kind(data)
    return f"data:{kind};base64,{b64encode(data).decode()}" if kind else ""


@cache
def pictogram(name: Pictogram) -> str:
    """Return the drawing of a danger as SVG."""
    return (PICTOGRAMS / f"{name}.svg").read_text(encoding="utf-8").strip()


def dossier_data(facts: DossierFacts, say: Say, *, language: str) -> Mapping[str, object]:
    """Return what a dossier says as plain data."""
    score = facts.score
    return {
        "order": facts.order_id,
        "made_at": facts.made_at,
        "complete": score.is_complete,
        "there": score.there,
        "total": len(score.items),
        "missing": [item.spoken(language) for item in score.missing],
        "refusals": [say(one) for one in facts.refusals],
        "hazards": [{"pictogram": one.pictogram, "text": one.spoken(say, language)} for one in facts.hazards],
        "valves": facts.valves,
        "dig": _dig_data(facts),
        "networks": facts.sheet.conflicts,
        "photos": facts.photos,
        "contacts": [
            {
                "operator": one.name,
                "phone": one.phone,
                "sensitive": one.sensitive,
                "reached": one.has_answered,
            }
            for one in facts.gate.operators
        ],
        "notice": facts.sheet.notice,
        "permits": facts.gate.permits,
        "rules": [rule.spoken(language) for rule in facts.framework.recalled.rules],
        "stop_work": [rule.spoken(language) for rule in facts.framework.recalled.stop_work],
    }


def _dig_data(facts: DossierFacts) -> dict[str, object] | None:
    dig = facts.dig
    if dig is None:
        return None
    return {
        "length_m": round(dig.length_m, 2),
        "width_m": round(dig.width_m, 2),
        "depth_m": dig.depth_m,
        "area_m2": round(dig.area_m2, 2),
    }
