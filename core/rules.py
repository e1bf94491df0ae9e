# SPDX-License-Identifier: GPL-3.0-or-later
"""Dated rule files: YAML read through a pydantic model, with the line of every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from .errors import InputError
from .messages import Message
from .near_names import near_names

RULES_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "rules"


class Rule(BaseModel):
    """One entry of a rule file: frozen, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DatedRules(Rule):
    """A whole rule file: where its figures come from and since when they hold."""

    version: str
    valid_from: date
    source: str


class Label(Rule):
    """A name in both languages."""

    en: str
    fr: str

    def spoken(self, language: str) -> str:
        """Return the name in French for ``fr``, in English otherwise."""
        return self.fr if language == "fr" else self.en


R = TypeVar("R", bound=Rule)

# libyaml reads six times as fast; some builds of PyYAML come without it
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MISFIT = "misfit"
# what models say, and what dataclasses say
_UNKNOWN_FIELD = ("extra_forbidden", "unexpected_keyword_argument")
# what pydantic's kinds of errors expect
_KINDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "cell.whole_number")
    | dict.fromkeys(("float_type", "float_parsing", "finite_number"), "cell.number")
    | dict.fromkeys(("bool_type", "bool_parsing"), "cell.yes_no")
    | dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "cell.date")
    | dict.fromkeys(("time_type", "time_parsing"), "cell.time")
    | dict.fromkeys(("list_type", "tuple_type"), "expected.list")
    | dict.fromkeys(("dict_type", "mapping_type", "model_type", "dataclass_type"), "expected.fields")
    | dict.fromkeys(_UNKNOWN_FIELD, "expected.known_field")
    | {
        "string_type": "cell.text",
        "missing": "expected.value",
        "greater_than": "expected.above",
        "greater_than_equal": "expected.at_least",
        "less_than": "expected.below",
        "less_than_equal": "expected.at_most",
    }
)


def misfit(found: object, expected: Message, *at: str | int) -> PydanticCustomError:
    """Return the error of a validator that found a wrong value ``at`` a place inside its model."""
    return PydanticCustomError(
        _MISFIT, "{said}", {"said": expected.english(), "found": found, "expected": expected, "at": at}
    )


def _compiles(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise misfit(text, Message("expected.regular_expression")) from error
    return text


# a text that is a regular expression
RegularExpression = Annotated[str, AfterValidator(_compiles)]


def one_of(found: str, known: Iterable[str]) -> Message:
    """Return the message that lists what is known, with what is nearest to what was found."""
    names = tuple(known)
    near = near_names(found, names)
    return Message("expected.one_of", {"values": ", ".join(names), "near": near})


def name_entries(data: object, *, section: str, field: str) -> object:
    """Return a file's data with each entry of a section holding the key that it is listed under."""
    entries = data.get(section) if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(entries, dict):
        return data
    named = {
        key: {**entry, field: key} if isinstance(entry, dict) else entry for key, entry in entries.items()
    }
    return {**data, section: named}


def read_rules(path: Path, model: type[R], *, context: object = None) -> R:
    """Return the rules of a YAML file as ``model``; ``context`` is handed to the model's validators.

    Raises
    ------
    InputError
        The file is missing, is not YAML, repeats a key, or holds a value that the model refuses: the
        message names the file, the line, the field, what was found and what was expected.
    """
    return parse_rules(rule_text(path), model, file=path.name, context=context)


def parse_rules(text: str, model: type[R], *, file: str, context: object = None) -> R:
    """Return the rules of a YAML text that came from ``file``; mistakes are told as ``read_rules`` does."""
    try:
        root, data = _loaded(text, _LOADER)
    except yaml.YAMLError:
        # the reader in Python says better what it stumbled over
        root, data = _loaded_or_refused(text, file)
    if not isinstance(root, yaml.MappingNode):
        raise InputError("rules.syntax", file=file, line=1, reason="not a mapping of names to values")
    _refuse_repeated_keys(file, root)
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise _input_error(file, root, error) from error


def rule_text(path: Path) -> str:
    """Return a rule file as it is; ``InputError`` when it is missing or cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError("file.missing", file=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error


def _loaded(text: str, loader_of: Callable[[str], Any]) -> tuple[yaml.Node | None, object]:
    loader = loader_of(text)
    try:
        root = loader.get_single_node()
        return root, loader.construct_document(root) if root else None
    finally:
        loader.dispose()


def _loaded_or_refused(text: str, file: str) -> tuple[yaml.Node | None, object]:
    try:
        return _loaded(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise InputError("rules.syntax", file=file, line=line, reason=error.problem) from error


def _refuse_repeated_keys(file: str, node: yaml.Node) -> None:
    """Refuse a key given twice in one mapping: YAML itself keeps the last one without a word."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(file, item)
    if not isinstance(node, yaml.MappingNode):
        return
    first_lines: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in first_lines:
            raise InputError(
                "rules.duplicate",
                file=file,
                line=line,
                found=key.value,
                first_line=first_lines[key.value],
            )
        first_lines[key.value] = line
        _refuse_repeated_keys(file, value)


def _input_error(file: str, root: yaml.Node, error: ValidationError) -> InputError:
    first = error.errors()[0]
    location = tuple(part for part in first["loc"] if part != "[key]")
    found, context = first["input"], first.get("ctx", {})
    expected = _expected(first["type"], context) or first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        found = Message("found.nothing")
    elif first["type"] in _UNKNOWN_FIELD:
        found = location[-1]
    elif first["type"] == _MISFIT:
        found, location = context["found"], (*location, *context["at"])
    return InputError(
        "rules.value",
        file=file,
        line=_line(root, location),
        field=".".join(map(str, location)) or "-",
        found=found,
        expected=expected,
    )


def _expected(kind: str, context: Mapping[str, object]) -> Message | None:
    """Return what a model expects instead of what it found; None where it says so in its own words."""
    if kind == _MISFIT:
        expected = context["expected"]
        return expected if isinstance(expected, Message) else None
    if kind in ("enum", "literal_error"):
        listed = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return Message("cell.one_of", {"values": listed})
    code = _KINDS.get(kind)
    figures = {name: f"{value:g}" for name, value in context.items() if isinstance(value, int | float)}
    return Message(code, figures) if code else None


def _line(node: yaml.Node, location: tuple[int | str, ...]) -> int:
    """Return the line of the deepest node that the file has along ``location``."""
    line = node.start_mark.line + 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == str(part)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line
