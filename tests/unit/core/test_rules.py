# SPDX-License-Identifier: GPL-3.0-or-later
"""A mistake in a rule file is named with its file, line and field."""

from collections.abc import Mapping
from datetime import date

import pytest
from pydantic import Field
from regard.core.errors import InputError
from regard.core.rules import DatedRules, Rule, read_rules
from regard.core.translations import translator

HEAD = 'version: "1"\nvalid_from: 2026-01-01\nsource: "a text"\n'


class Delay(Rule):
    """A delay."""

    days: int = Field(gt=0)


class Delays(DatedRules):
    """Some delays."""

    delays: Mapping[str, Delay]
    limits: tuple[float, ...] = ()


@pytest.fixture
def read(tmp_path):
    """Return what a file of this text is read as."""

    def read_text(text):
        path = tmp_path / "delays.yaml"
        path.write_text(text, encoding="utf-8")
        return read_rules(path, Delays)

    return read_text


def test_rules_carry_their_version_date_and_source(read):
    rules = read(HEAD + "delays: {a: {days: 7}}\n")
    assert (rules.version, rules.valid_from, rules.source) == ("1", date(2026, 1, 1), "a text")
    assert rules.delays["a"].days == 7


@pytest.mark.parametrize(
    ("text", "line", "rest"),
    [
        (HEAD + "delays:\n  a:\n    days: 0\n", 6, "field delays.a.days: found '0', expected"),
        (HEAD + "delays:\n  a: {}\n", 5, "field delays.a.days: found 'nothing', expected a value"),
        (HEAD + "delays:\n  a: {days: 1, hours: 2}\n", 5, "field delays.a.hours: found 'hours', expected"),
        (HEAD + "delays:\n  a: {days: 1}\n  b: {days: 2}\n  a: {days: 3}\n", 7, "already given on line 5"),
        (HEAD + "limits:\n  - 1\n  - x\ndelays: {}\n", 6, "field limits.1: found 'x', expected"),
        (HEAD + "delays: [\n", 5, "cannot be read as rules (expected the node content"),
        ("- a\n", 1, "not a mapping of names to values"),
        ("", 1, "not a mapping of names to values"),
        (HEAD.replace("2026-01-01", "spring"), 2, "field valid_from: found 'spring', expected"),
    ],
    ids=[
        "zero",
        "missing",
        "unknown field",
        "duplicate",
        "in a list",
        "not YAML",
        "not a mapping",
        "empty",
        "bad date",
    ],
)
def test_a_mistake_names_its_place(read, text, line, rest):
    with pytest.raises(InputError) as caught:
        read(text)
    message = str(caught.value)
    assert message.startswith(f"delays.yaml, line {line}")
    assert rest in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError) as caught:
        read_rules(tmp_path / "none.yaml", Delays)
    assert str(caught.value) == f"{tmp_path / 'none.yaml'}: no such file"


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "delays.yaml"
    path.write_bytes(b"\xff\xfe\x00delays")
    with pytest.raises(InputError, match="cannot be read"):
        read_rules(path, Delays)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("delays: {a: {}}\n", "rien", "une valeur"),
        ("delays: {a: {days: x}}\n", "x", "un nombre entier"),
        ("delays: {a: {days: 0}}\n", "0", "plus de 0"),
        ("delays: {a: {days: 1, hours: 2}}\n", "hours", "un champ que ces règles connaissent"),
        ("delays: {}\nlimits: 3\n", "3", "une liste"),
        ("delays: 3\n", "3", "des noms avec leurs valeurs"),
    ],
)
def test_a_mistake_is_said_in_french_from_end_to_end(read, text, found, expected):
    with pytest.raises(InputError) as caught:
        read(HEAD + text)
    said = caught.value.message.render(translator("fr"))
    assert said.replace("\xa0", " ").endswith(f"trouvé « {found} », attendu {expected}")
