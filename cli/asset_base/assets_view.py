# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of the asset base, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.asset_changes.decide import Accepted
from ...planner.asset_changes.review import Reviewed
from ...workorders.asset_changes.records import AssetChange
from ...workorders.asset_changes.rules import ChangeRules
from ..session import Session
from ..tables import rows
from ..wording import moment, word

_MOST = 60


def pairs(texts: Sequence[str]) -> dict[str, str]:
    """Return values by attribute; ``InputError`` for a text that is not written ATTRIBUTE=VALUE."""
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not (name.strip() and equals):
            raise InputError("cli.answer_form", found=text)
        found[name.strip()] = value.strip()
    return found


def listed(session: Session, found: Sequence[AssetChange], rules: ChangeRules) -> Iterator[RenderableType]:
    """Show changes, one a line."""
    if not found:
        yield session.say("cli.no_change")
        return
    names = ("change", "kind", "asset", "old_value", "new_value", "confidence", "state", "worked_at")
    headings = [session.say(f"label.{name}") for name in names]
    yield rows(headings, (_line(session, change, rules) for change in found[:_MOST]))
    if len(found) > _MOST:
        yield session.say("cli.more", count=len(found) - _MOST)


def reviewed_data(found: Sequence[Reviewed]) -> dict[str, object]:
    """Return changes with all that a review finds."""
    return {
        "changes": [
            {
                "change": one.change,
                "safe": one.is_safe,
                "findings": [{"severity": f.severity, "message": f.message} for f in one.findings],
                "effects": one.effects,
                "edits": one.written.edits if one.written else None,
            }
            for one in found
        ]
    }


def reviewed(session: Session, found: Sequence[Reviewed], rules: ChangeRules) -> Iterator[RenderableType]:
    """Show changes, each with what speaks against it and what it does."""
    if not found:
        yield session.say("cli.no_change")
    for one in found[:_MOST]:
        change = one.change
        label = _label(session, change, rules)
        yield f"{change.change_id}  {label}: {_values(change.before)} → {_values(change.after)}"
        for finding in one.findings:
            severity = word(session, f"severity.{finding.severity}")
            yield f"  {severity}: {session.text(finding.message)}"
        for effect in one.effects:
            yield f"  → {session.text(effect)}"
        if one.is_safe:
            yield f"  {session.say('cli.change_safe')}"
    if len(found) > _MOST:
        yield session.say("cli.more", count=len(found) - _MOST)


def would_write(session: Session, found: Sequence[Reviewed], *, safe: bool) -> Iterator[RenderableType]:
    """Show the edits that accepting would write."""
    chosen = [one for one in found if one.written and (one.is_safe or not safe) and not one.errors]
    yield session.say("cli.would_write", changes=len(chosen))
    edits = [edit for one in chosen if one.written for edit in one.written.edits]
    headings = [session.say(f"label.{name}") for name in ("layer", "asset", "old_value", "new_value")]
    lines = ((e.table, e.key, _values(e.before or {}), _values(e.after or {})) for e in edits[:_MOST])
    yield rows(headings, lines)


def accepted_data(done: Accepted) -> dict[str, object]:
    """Return what was accepted, and what was left for a look."""
    left = [{"change": one.change.change_id, "findings": one.findings} for one in done.left]
    return {"accepted": [one.change_id for one in done.accepted], "features": done.features, "left": left}


def accepted(session: Session, done: Accepted) -> Iterator[RenderableType]:
    """Show what was accepted, and what was left for a look."""
    yield session.say("cli.changes_accepted", changes=len(done.accepted), features=done.features)
    if done.left:
        yield session.say("cli.changes_left", count=len(done.left))


def _line(session: Session, change: AssetChange, rules: ChangeRules) -> tuple[object, ...]:
    return (
        change.change_id,
        _label(session, change, rules),
        change.asset_id,
        _values(change.before),
        _values(change.after),
        word(session, f"confidence.{change.confidence}"),
        word(session, f"change_state.{change.state.value}"),
        moment(change.worked_at),
    )


def _label(session: Session, change: AssetChange, rules: ChangeRules) -> str:
    rule = rules.rules.get(change.rule)
    return rule.label.spoken(session.language) if rule else change.rule


def _values(values: object) -> str:
    assert isinstance(values, dict)
    return ", ".join(f"{name}={text}" for name, text in values.items() if name != "geometry") or "–"
