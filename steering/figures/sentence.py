# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures in words: values with their unit, and one plain sentence on what drives each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ...core.messages import Message
from .figure import Figure, Part, driver
from .indicator_rules import IndicatorRule
from .small_groups import OTHERS

Say = Callable[[Message], str]
# the name of a zone, type or cause, by dimension and code
NameOf = Callable[[str, str], str]

_THIN_SPACE = "\u202f"


def not_over_text(seen_at: datetime | None, say: Say) -> str:
    """Return that a period is not over, and when it is seen; empty once it is over."""
    return say(Message("figure.not_over", {"as_of": seen_at})) if seen_at else ""


def number_text(value: float, decimals: int, language: str) -> str:
    """Return a number with a language's decimal sign and thousands."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", _THIN_SPACE).replace(".", ",") if language == "fr" else text


def value_text(rule: IndicatorRule, value: float | None, say: Say, language: str) -> str:
    """Return a value with its unit; ``n/a`` when it is not known."""
    if value is None:
        return say(Message("figure.unknown"))
    return say(Message(f"figure.unit.{rule.unit}", {"value": number_text(value, rule.decimals, language)}))


def change_text(figure: Figure, before: float | None, say: Say, language: str) -> str:
    """Return by how much a figure differs from an earlier one, in its unit; empty when one is not known."""
    if figure.value is None or before is None:
        return ""
    rule = figure.rule
    change = round(figure.value, rule.decimals) - round(before, rule.decimals)
    sign = "±" if not change else "+" if change > 0 else "−"
    unit = "points" if rule.unit == "%" else rule.unit
    text = number_text(abs(change), rule.decimals, language)
    return sign + say(Message(f"figure.unit.{unit}", {"value": text}))


def sentence(figure: Figure, say: Say, name_of: NameOf, *, language: str) -> str:
    """Return what a figure says in one sentence: its value, its target, and what drives it.

    The driver is the most frequent cause where causes are known, else the zone or type without which the
    figure would be best.
    """
    rule = figure.rule
    if figure.value is None and figure.known_on is not None:
        params = {"name": rule.label.spoken(language), "day": figure.known_on}
        return say(Message("figure.not_known_yet", params))
    if figure.value is None:
        return say(
            Message(
                "figure.not_known",
                {"name": rule.label.spoken(language), "source": rule.source.spoken(language)},
            )
        )
    said = rule.sentence.spoken(language).format(value=value_text(rule, figure.value, say, language))
    target = "" if rule.target is None else number_text(rule.target, 0, language)
    return say(
        Message(
            "figure.sentence" if figure.seen_at is None else "figure.sentence_so_far",
            {
                "said": said if figure.seen_at else said[:1].upper() + said[1:],
                "target": target,
                "driver": _driver_text(figure, say, name_of, language),
            },
        )
    )


def _driver_text(figure: Figure, say: Say, name_of: NameOf, language: str) -> str:
    message = _driver(figure, say, name_of, language)
    return say(message) if message else ""


def _driver(figure: Figure, say: Say, name_of: NameOf, language: str) -> Message | None:
    if figure.cause is not None and figure.cause.cause:
        cause = figure.cause
        params = {"cause": name_of("cause", cause.cause), "count": cause.count, "total": cause.total}
        return Message("figure.main_cause", params)
    for dimension, groups in (("zone", figure.zones), ("code", figure.types)):
        part = driver(figure.rule, figure.value, groups)
        if part is not None:
            return _weighs(figure, dimension, part, say, name_of, language)
    return None


def _weighs(figure: Figure, dimension: str, part: Part, say: Say, name_of: NameOf, language: str) -> Message:
    name = say(Message("figure.small_groups")) if part.group == OTHERS else name_of(dimension, part.group)
    own, without = (value_text(figure.rule, value, say, language) for value in (part.value, part.without))
    return Message("figure.weighs", {"group": name, "value": own, "without": without})
