# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message code has a template, every template is used, and what fills it is given."""

import ast
import re
import string

import pytest
import yaml

CARRIERS = {"Message", "InputError", "Failure", "RegardError", "say"}


ON_SCREEN = ".on_screen"
# what only somebody meets who types commands: their own words, and files that commands alone take in
TYPED = (
    *("cli.", "label.seen", "workspace.older", "workspace.other_build", "mapping.standard_unknown"),
    *("intake.mail_", "network.mapping_proposed", "notices.pdf_order", "notices.other_number"),
    *("notices.not_named", "notices.no_road", "notices.built_up", "notices.no_lines", "notices.needs_crs"),
    *("note.no_reader", "assets.not_editable", "skills.who", "calendar.no_addresses", "coverage.half_change"),
)
_COMMAND = re.compile(r"\bregard (?!to\b)[a-z]|(?<![\w-])--[a-z]")


def names_commands(text):
    """Tell whether a text names a command or an option."""
    return _COMMAND.search(text) is not None


@pytest.fixture(scope="module")
def templates(root):
    return yaml.safe_load((root / "resources" / "messages.yaml").read_text(encoding="utf-8"))


def placeholders(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def said(tree):
    """Return line, code and given parameters of every message with a literal code; None for ``**params``."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if name in CARRIERS and isinstance(node.args[0].value, str):
            yield node.lineno, node.args[0].value, _given(node)


def _given(call):
    if len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
        keys = call.args[1].keys
        return {key.value for key in keys} if all(isinstance(key, ast.Constant) for key in keys) else None
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names or len(call.args) > 1 or names == {"params"} else names


def literals(tree):
    """Return the strings of a module, and the fixed beginnings of its f-strings as ``beginning*``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            yield f"{node.values[0].value}*"


def test_every_code_has_a_template(shipped, templates):
    used = ((source.path, line, code) for source in shipped for line, code, _ in said(source.tree))
    assert [place for place in used if place[2] not in templates] == []


def test_every_placeholder_is_filled(shipped, templates):
    found = [
        (source.path, line, code, sorted(missing))
        for source in shipped
        for line, code, given in said(source.tree)
        if given is not None and (missing := placeholders(templates.get(code, "")) - given)
    ]
    assert found == []


def test_every_template_is_used(shipped, templates):
    texts = {text for source in shipped for text in literals(source.tree)}
    beginnings = tuple(text[:-1] for text in texts if text.endswith("*") and "." in text)
    codes = [code.removesuffix(ON_SCREEN) for code in templates]
    unused = [code for code in codes if code not in texts and not code.startswith(beginnings)]
    assert unused == []


def test_a_text_for_the_window_says_what_the_other_one_says(templates):
    """It takes the place of one that names commands, and is filled by the same parameters."""
    pairs = {code: code.removesuffix(ON_SCREEN) for code in templates if code.endswith(ON_SCREEN)}
    assert [code for code, other in pairs.items() if not names_commands(templates.get(other, ""))] == []
    filled = {
        code: placeholders(templates[code]) - placeholders(templates[other]) for code, other in pairs.items()
    }
    assert {code: names for code, names in filled.items() if names} == {}


def test_no_text_of_the_window_names_a_command_or_option_as_if_it_could_be_typed_there(templates):
    spoken = {code: text for code, text in templates.items() if not code.startswith(TYPED)}
    with_commands = {code for code, text in spoken.items() if names_commands(text)}
    with_words = {code for code in with_commands if f"{code}{ON_SCREEN}" not in templates}
    assert sorted(code for code in with_words if "command line" not in templates[code]) == []


def test_a_command_is_seen():
    assert names_commands("import one first (regard roads import)")
    assert names_commands("say when it begins (--start)")
    assert not names_commands("with regard to the order")


def test_templates_are_sentences_with_named_placeholders(templates):
    assert [code for code, template in templates.items() if not isinstance(template, str)] == []
    names = {code: placeholders(template) for code, template in templates.items()}
    assert {code: found for code, found in names.items() if not all(map(str.isidentifier, found))} == {}


def test_no_code_is_given_twice(root):
    text = (root / "resources" / "messages.yaml").read_text(encoding="utf-8")
    codes = [line.partition(":")[0] for line in text.splitlines() if line and line[0] not in "# "]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_the_rules_see_messages():
    tree = ast.parse('raise InputError("a.b", file=x, line=1)\nMessage("c", {"n": 1})\nFailure("d", **rest)')
    assert list(said(tree)) == [(1, "a.b", {"file", "line"}), (2, "c", {"n"}), (3, "d", None)]
    assert list(literals(ast.parse('f"notice.{kind}"'))) == ["notice.*", "notice."]
