# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans of a dossier as SVG to scale, drawn without QGIS: what is dug, closed and to keep off.

Networks of others have the colours of NF P98-332, a letter by kind and dashes by class, which a grey copy
keeps.
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import shapely

from ...core.messages import Message
from ...network.digging.conflicts import ConflictRules
from ..informing.page import Say
from .facts import DossierFacts
from .hazards import metres
from .near import kind_of
from .page import PlanDrawing
from .plan_ground import PlanGround
from .plan_sheet import CLASS_DASH, Line, PlanSheet

WIDTH_MM, HEIGHT_MM = 190.0, 150.0
_WATER, _SEWER, _INK, _DIG = "#1f78d1", "#8b5a2b", "#1b1b1b", "#b3001b"
# a letter that a grey copy keeps, by the beginning of the PCRS code
_LETTERS = {
    "ELEC": "E",
    "GAZ": "G",
    "CHAU": "H",
    "COM": "T",
    "CHIM": "C",
    "AEP": "W",
    "ASSA": "S",
    "HYDROC": "P",
    "RAIL": "R",
    "PINS": "D",
}
_KEEP_OFF = ("in_corridor", "to_mark_out")
# the least distance worth a measure on paper, metres
_WORTH_MEASURING_M = 0.05


def plan_drawings(
    facts: DossierFacts, ground: PlanGround, say: Say, *, language: str
) -> tuple[PlanDrawing, ...]:
    """Return the plans of an order at the scales of the rules, the dig in their middle."""
    scales = facts.rules.scales
    return tuple(
        PlanDrawing(
            Message("dossier.plan", {"scale": scale}),
            _plan(facts, ground, say, scale=scale, language=language, wide=scale == scales.wide),
        )
        for scale in (scales.near, scales.wide)
    )


def _plan(facts: DossierFacts, ground: PlanGround, say: Say, *, scale: int, language: str, wide: bool) -> str:
    place = facts.dig.outline.centroid if facts.dig else facts.sheet.order.place
    sheet = PlanSheet(place.x, place.y, scale=scale, width_mm=WIDTH_MM, height_mm=HEIGHT_MM)
    for shape in _near(sheet, ground.buildings):
        sheet.area(shape, fill="#ececec", edge="#b0b0b0")
    for shape in _near(sheet, ground.roads):
        sheet.line(shape, Line("#d8d8d8", 1.2))
    for shape in _near(sheet, ground.sewers):
        sheet.line(shape, Line(_SEWER, 0.5, dash="4 1 1 1"))
    for shape in _near(sheet, ground.water):
        sheet.line(shape, Line(_WATER, 0.7))
    if facts.sheet.outage is not None:
        sheet.line(facts.sheet.outage.geometry, Line(_DIG, 1.8, opacity=0.35))
    kinds = dict(_networks(sheet, facts, ground))
    for shape in _near(sheet, ground.hydrants):
        sheet.sign(shape, "H", fill="#ffffff")
    _valves(sheet, facts, ground)
    if facts.dig is not None:
        sheet.area(facts.dig.outline, fill=_DIG, edge=_INK, opacity=0.25, edge_mm=0.5)
        if not wide:
            _measures(sheet, facts, language)
    sheet.frame(scale_bar_m=scale // 20)
    legend = [(line, letter, _kind_name(kind, said, say)) for (kind, said), (line, letter) in kinds.items()]
    legend += [
        (Line(_WATER, 0.7), "", say(Message("dossier.legend.water"))),
        (Line(_SEWER, 0.5, dash="4 1 1 1"), "", say(Message("dossier.legend.sewers"))),
        (Line(_DIG, 1.8, opacity=0.35), "", say(Message("dossier.legend.dig_and_cut"))),
    ]
    return sheet.svg(legend, title=say(Message("dossier.plan", {"scale": scale})))


def _near(sheet: PlanSheet, frame: gpd.GeoDataFrame | None) -> Iterator[shapely.Geometry]:
    if frame is not None:
        yield from frame.geometry.iloc[sorted(frame.sindex.query(sheet.window, predicate="intersects"))]


def _networks(
    sheet: PlanSheet, facts: DossierFacts, ground: PlanGround
) -> Iterator[tuple[tuple[str, str], tuple[Line, str]]]:
    """Draw the networks of others within the plan; yield each kind and class with how it looks."""
    if ground.third_party is None:
        return
    frame = ground.third_party
    rows = frame.iloc[sorted(frame.sindex.query(sheet.window, predicate="intersects"))]
    for row in rows.itertuples():
        kind = str(row.network_type)
        line = Line(
            _colour(kind, facts.conflict_rules), 0.7, dash=CLASS_DASH[str(row.accuracy_class)], casing=_INK
        )
        letter = next((sign for start, sign in _LETTERS.items() if kind.startswith(start)), "?")
        sheet.line(row.geometry, line)
        sheet.letters(row.geometry, letter)
        yield (kind_of(kind), str(row.accuracy_class)), (line, letter)


def _colour(kind: str, rules: ConflictRules) -> str:
    return rules.colours[rules.kind(kind).colour]


def _valves(sheet: PlanSheet, facts: DossierFacts, ground: PlanGround) -> None:
    """Draw valves as crosses; those to close with their number, at the frame where they lie beyond it."""
    if ground.valves is None:
        return
    frame = ground.valves.drop_duplicates("asset_id").set_index("asset_id").geometry
    number = {valve: place for place, valve in enumerate(facts.valves, start=1)}
    for valve in frame.index[sorted(frame.sindex.query(sheet.window, predicate="intersects"))]:
        if valve not in number:
            sheet.sign(frame.at[valve], "×", fill="#ffffff")
    centre = sheet.window.centroid
    for valve, place in number.items():
        if valve not in frame.index:
            continue
        shape = frame.at[valve]
        is_inside = sheet.window.covers(shape)
        said = valve if is_inside else f"{valve} → {centre.distance(shape):.0f} m"
        sheet.sign(shape if is_inside else sheet.at_the_edge(shape), str(place), fill="#ffd23f", beside=said)


def _measures(sheet: PlanSheet, facts: DossierFacts, language: str) -> None:
    """Draw the sides of the dig, and the way from its edge to each network to keep off, with lengths."""
    dig = facts.dig
    assert dig is not None
    for side, length_m in ((dig.length_side, dig.length_m), (dig.width_side, dig.width_m)):
        sheet.measure(side, f"{metres(length_m, language, decimals=2)} m", away_from=dig.outline.centroid)
    for group in facts.near:
        near = group.nearest
        if near.verdict in _KEEP_OFF and near.edge_m > _WORTH_MEASURING_M:
            way = shapely.shortest_line(dig.outline, near.geometry)
            told = f"{metres(near.edge_m, language, decimals=2)} m"
            sheet.measure(way, told, away_from=dig.outline.centroid)


def _kind_name(kind: str, accuracy: str, say: Say) -> str:
    return say(
        Message("dossier.legend.network", {"kind": Message(f"network_kind.{kind}"), "class": accuracy})
    )
