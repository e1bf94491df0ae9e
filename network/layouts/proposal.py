# SPDX-License-Identifier: GPL-3.0-or-later
"""Propose a mapping for layers of no known standard, from their names, geometries and columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Literal

import yaml

from ...core.rules import Label, Rule, read_rules
from ..assets.roles import COLUMNS, Role
from .mapping import STANDARDS_FOLDER, is_flag, is_number, unit_of, unknown_value


@dataclass(frozen=True, slots=True)
class LayerOutline:
    """What is known of a layer without reading it all: its name, what it is drawn as, its columns.

    ``values`` holds some values of each column, as text.
    """

    name: str
    geometry: Literal["line", "point", "other"]
    columns: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """What a person says of a layer: the role that it plays (None: left out), and where columns come from.

    ``columns`` gives the layer's column of a column of the role, empty for none; others are guessed.
    ``materials`` gives the code of RAEPA of values of its column of materials.
    """

    role: Role | None
    columns: Mapping[str, str] = field(default_factory=dict)
    materials: Mapping[str, str] = field(default_factory=dict)


class _RoleWords(Rule):
    geometry: Literal["line", "point"]
    words: tuple[str, ...]


class Material(Label):
    """A material of RAEPA with the words that values of other layers have for it."""

    words: tuple[str, ...]


class _Synonyms(Rule):
    source: str
    roles: Mapping[Role, _RoleWords]
    columns: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    materials: Mapping[str, Material]


@cache
def _synonyms() -> _Synonyms:
    return read_rules(STANDARDS_FOLDER / "synonyms.yaml", _Synonyms)


def materials() -> Mapping[str, Material]:
    """Return the materials of RAEPA by code."""
    return _synonyms().materials


def guessed_material(value: str) -> str:
    """Return the code of RAEPA that a value means, ``99`` (another one) where nothing says so."""
    return means_material(value) or _OTHER_MATERIAL


def means_material(value: str) -> str | None:
    """Return the code of RAEPA that a value means, None where neither code nor word is known."""
    plain, known = _plain(value), _synonyms().materials
    if plain in known:
        return plain
    words = {_plain(word): code for code, one in known.items() for word in one.words}
    longest = sorted(words, key=len, reverse=True)
    inside = (words[word] for word in longest if f" {word} " in f" {plain} ")
    return next(inside, None)


def propose(
    layers: Sequence[LayerOutline], *, choices: Mapping[str, LayerChoice] = MappingProxyType({})
) -> str | None:
    """Return the text of a mapping to be checked by a person, None when no layer plays a role.

    It can be read as a mapping as it is; what could not be guessed is said in its comments. ``choices`` by
    the names of layers go before what is guessed.
    """
    guessed = [
        (layer, role)
        for layer in layers
        if (role := choices[layer.name].role if layer.name in choices else _role_of(layer)) is not None
    ]
    if not guessed:
        return None
    codes: list[str] = []
    none = LayerChoice(None)
    blocks = [
        line
        for layer, role in guessed
        for line in _layer_lines(layer, role, codes, choices.get(layer.name, none))
    ]
    left = [layer.name for layer in layers if layer not in [one for one, _ in guessed]]
    lines = [
        "# A proposed mapping: check every line, above all those marked CHECK, then import with",
        "# regard network import TARGET SOURCE --standard THIS_FILE. The format: docs/mapping.md.",
        "standard: own",
        *([f"# not guessed, left out: {', '.join(left)}"] if left else []),
        *(["codes:", *codes] if codes else []),
        "layers:",
        *blocks,
    ]
    return "\n".join(lines) + "\n"


def _layer_lines(layer: LayerOutline, role: Role, codes: list[str], choice: LayerChoice) -> Iterator[str]:
    chosen = choice.columns
    yield f"  - table: {_quoted(layer.name)}"
    yield f"    role: {role.value}"
    yield "    columns:"
    missing = []
    taken = {column for name, column in chosen.items() if name in COLUMNS[role]} - {""}
    for name in COLUMNS[role]:
        column = chosen[name] or None if name in chosen else _free_column_of(name, layer, taken)
        if column is None and name == "asset_id" and layer.columns:
            column = layer.columns[0]
            yield f"      # CHECK: no column is named like an id; {_quoted(column)} was taken"
        if column is None:
            missing.append(name)
            continue
        taken.add(column)
        yield from _column_lines(layer, name, column, codes, choice.materials)
    if "asset_id" in missing:
        yield "      # CHECK: the layer has no column; ids are made up by the audit"
        yield '      asset_id: {constant: ""}'
        missing.remove("asset_id")
    if missing:
        yield f"      # not guessed: {', '.join(missing)}"


def _column_lines(
    layer: LayerOutline, name: str, column: str, codes: list[str], chosen: Mapping[str, str]
) -> Iterator[str]:
    source = f"column: {_quoted(column)}"
    if is_flag(name) or name in ("material", "kind", "flow"):
        values = layer.values.get(column, ())
        listed = f"{_plain(layer.name)} {name}".replace(" ", "_")
        default = unknown_value(name)
        is_material = name == "material"
        other = _OTHER_MATERIAL if is_material else default
        codes += [
            f"  # CHECK: what each value of {_quoted(layer.name)}.{_quoted(column)} means",
            f"  {listed}:",
        ]
        means = {
            value: chosen.get(value) or guessed_material(value) if is_material else _guess(name, value, other)
            for value in values
            if value
        }
        codes += [f"    {_quoted(value)}: {_yaml(meaning)}" for value, meaning in means.items()]
        if not any(values):
            codes[-1] = f"  {listed}: {{}}"
        yield f"      {name}: {{{source}, codes: {listed}, otherwise: {_yaml(other)}}}"
        return
    unit = _unit_of(column) if is_number(name) and unit_of(name) in ("m", "mm") else ""
    yield f"      {name}: {{{source}{f', unit: {unit}' if unit else ''}}}"


_OTHER_MATERIAL = "99"
_OFF = (
    "non",
    "no",
    "n",
    "false",
    "f",
    "0",
    "abandon",
    "abandonne",
    "hors service",
    "hs",
    "closed",
    "fermee",
    "ferme",
)


def _guess(name: str, value: str, other: object) -> object:
    if not is_flag(name):
        return other
    return (
        False
        if _plain(value) in _OFF
        else bool(unknown_value(name)) or _plain(value) in ("oui", "yes", "true", "1")
    )


def _role_of(layer: LayerOutline) -> Role | None:
    """Return the role whose words are in a layer's name, the longest words first."""
    name = f" {_plain(layer.name)} "
    found = [
        (len(word), -order, role)
        for order, (role, words) in enumerate(_synonyms().roles.items())
        if words.geometry == layer.geometry
        for word in words.words
        if f" {_plain(word)} " in name
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _free_column_of(name: str, layer: LayerOutline, taken: Collection[str]) -> str | None:
    return _column_of(name, [column for column in layer.columns if column not in taken])


def _column_of(name: str, columns: Collection[str]) -> str | None:
    plain = {_plain(column): column for column in reversed(list(columns))}
    words = [_plain(word) for word in (name, *_synonyms().columns.get(name, ()))]
    exact = next((plain[word] for word in words if word in plain), None)
    if exact is not None:
        return exact
    # an id of something else is no id: only whole names count for it
    if name == "asset_id":
        return next((column for text, column in plain.items() if text.startswith(("id ", "ident"))), None)
    return next((plain[text] for word in words for text in plain if f" {word} " in f" {text} "), None)


def _unit_of(column: str) -> str:
    words = _plain(column).split()
    return next((unit for unit, names in _synonyms().units.items() if set(names) & set(words[1:])), "")


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", bare)
    return " ".join(re.findall(r"[a-z]+|\d+", apart.lower()))


def _quoted(text: str) -> str:
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000)).strip()


def _yaml(value: object) -> str:
    return _quoted(value) if isinstance(value, str) else str(value).lower()
