# SPDX-License-Identifier: GPL-3.0-or-later
"""The page for managers as one HTML file: it needs no other file, fetches nothing, and prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup, escape

from ...core.messages import Message
from ...steering.figures.charts import trend_svg
from ...steering.figures.figure import Figure
from ...steering.figures.sentence import NameOf, Say, change_text, not_over_text, sentence, value_text
from ...steering.figures.small_groups import OTHERS
from ..informing.page import template
from .report_data import ReportData, page_map

_WORDS = (
    *("title", "zone", "type", "all", "reset", "target", "previous", "year_before", "source"),
    *("owner", "met", "missed", "map", "map_help", "zoom_in", "zoom_out", "whole_map"),
    *("hot_spot", "causes", "by_zone", "figures", "filters", "filtered", "measured", "nothing", "made"),
    *("how", "privacy"),
)


def report_html(
    data: ReportData, say: Say, name_of: NameOf, *, language: str, title: str, made_at: datetime
) -> str:
    """Return the page of a period in a language; all text is escaped."""
    words = {word: say(Message(f"report.{word}")) for word in _WORDS}
    plane = page_map(data)
    not_over = not_over_text(data.seen_at, say)
    return template("figures.html.j2").render(
        language=language,
        title=title,
        words=words,
        not_over=not_over,
        period=say(Message(f"report.period.{data.period.kind}", {"name": data.period.name})),
        span=say(Message("report.span", {"first": data.period.first, "last": data.period.last})),
        made_at=f"{made_at:%Y-%m-%d %H:%M}",
        cards=[_card(data, one, say, name_of, language) for one in data.figures],
        causes=_causes(data, name_of),
        map=plane,
        zone_names={zone: _zone_name(zone, say, name_of) for zone in _zones(data)},
        map_names={zone.zone_id: name_of("zone", zone.zone_id) for zone in data.zones},
        shown=data.shown,
        types=sorted(((code, name_of("code", code)) for code in data.values[""] if code), key=lambda p: p[1]),
        script=_script_data(data, say, language),
    )


def _zones(data: ReportData) -> list[str]:
    return [zone for zone in data.values if zone]


def _zone_name(zone: str, say: Say, name_of: NameOf) -> str:
    return say(Message("figure.small_groups")) if zone == OTHERS else name_of("zone", zone)


def _card(data: ReportData, one: Figure, say: Say, name_of: NameOf, language: str) -> Mapping[str, object]:
    rule = one.rule
    trend = data.trends[rule.code]
    told = ", ".join(
        f"{period.name}: {value_text(rule, value, say, language)}"
        for period, value in zip(data.trend_periods, trend, strict=True)
    )
    return {
        "code": rule.code,
        "name": rule.label.spoken(language),
        "meaning": rule.meaning.spoken(language),
        "value": value_text(rule, one.value, say, language),
        "target": "" if rule.target is None else value_text(rule, rule.target, say, language),
        "met": one.meets_target,
        "known": one.value is not None,
        "previous": value_text(rule, one.previous, say, language),
        "change": change_text(one, one.previous, say, language),
        "year_before": value_text(rule, one.year_before, say, language),
        "sentence": sentence(one, say, name_of, language=language),
        "formula": rule.formula,
        "source": rule.source.spoken(language),
        "owner": rule.owner.spoken(language),
        "chart": Markup(trend_svg(trend, target=rule.target, title=str(escape(told)))),  # noqa: S704
    }


def _causes(data: ReportData, name_of: NameOf) -> list[tuple[str, int, float]]:
    most = max((count for _, count in data.causes), default=1)
    return [(name_of("cause", cause) or "–", count, 100 * count / most) for cause, count in data.causes]


def _script_data(data: ReportData, say: Say, language: str) -> Mapping[str, object]:
    """Return what the script of the page needs: values by zone and type, as numbers and in words."""
    rules = {one.rule.code: one.rule for one in data.figures}
    values = {
        zone: {
            kind: {
                code: [
                    None if found.get(code) is None else round(found[code] or 0.0, 4),
                    value_text(rules[code], found.get(code), say, language),
                ]
                for code in rules
            }
            for kind, found in types.items()
        }
        for zone, types in data.values.items()
    }
    unknown = say(Message("figure.unknown"))
    said = {code: rule.sentence.spoken(language) for code, rule in rules.items()}
    targets = {code: rule.target for code, rule in rules.items()}
    decimals = {code: rule.decimals for code, rule in rules.items()}
    return {
        "values": values,
        "unknown": unknown,
        "said": said,
        "targets": targets,
        "decimals": decimals,
        "directions": {code: rule.direction for code, rule in rules.items()},
        "names": {code: rule.label.spoken(language) for code, rule in rules.items()},
    }
