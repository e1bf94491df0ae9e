# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of proposed changes in the user's words: those of the form that the agent filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word

if TYPE_CHECKING:
    from ...workorders.asset_changes.rules import ChangeRules
    from ...workorders.closing.forms import ClosureRules, FormField

# kinds whose attribute the rules do not name, with the field whose list tells its values
_BY_KIND = {"valve_states": {"state": "state_found"}}

# of a remark, which its text tells
_NUMBER = "remark_id"


class ChangeWords:
    """Names and values by the rule that a change comes from."""

    def __init__(self, rules: ChangeRules, closure: ClosureRules, language: str) -> None:
        self._language = language
        fields = {name: field for form in closure.forms.values() for name, field in form.fields.items()}
        self._fields: dict[str, dict[str, FormField]] = {}
        self._any: dict[str, FormField] = {}
        for name, rule in rules.rules.items():
            own = {name: field for form in rule.forms for name, field in _of(closure, form).items()}
            pairs = {**_BY_KIND.get(rule.kind, {}), **rule.beside}
            if rule.attribute:
                pairs[rule.attribute] = rule.field
            known = {**fields, **own}
            self._fields[name] = {key: known[field] for key, field in pairs.items() if field in known}
            for key, field in self._fields[name].items():
                self._any.setdefault(key, field)

    def name(self, rule: str, attribute: str) -> str:
        """Return what an attribute is called."""
        field = self._field(rule, attribute)
        return field.spoken(self._language) if field else word(f"attribute.{attribute}")

    def value(self, rule: str, attribute: str, text: str) -> str:
        """Return a value in words, a code beside them; with its unit where it has one."""
        if text in ("true", "false"):
            return tr("yes") if text == "true" else tr("no")
        field = self._field(rule, attribute)
        if field is None or not text:
            return text
        if text in field.values:
            said = field.values[text].spoken(self._language)
            return f"{said} ({text})" if text.isdigit() else said
        return f"{text} {field.unit}" if field.unit else text

    def line(self, rule: str, values: Mapping[str, str]) -> str:
        """Return values in one line; one alone needs no name, the change tells what it is about."""
        said = {name: self.value(rule, name, text) for name, text in values.items() if name != _NUMBER}
        if len(said) == 1:
            return next(iter(said.values()))
        return ", ".join(f"{self.name(rule, name)} {text}" for name, text in said.items() if text)

    def _field(self, rule: str, attribute: str) -> FormField | None:
        return self._fields.get(rule, {}).get(attribute) or self._any.get(attribute)


def _of(closure: ClosureRules, form: str) -> Mapping[str, FormField]:
    found = closure.forms.get(form)
    return found.fields if found else {}
