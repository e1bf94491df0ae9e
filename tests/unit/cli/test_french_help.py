# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command, argument and option explains itself in French: no English is left in any help."""

from inspect import cleandoc

import pytest
from regard.cli.main import MODULES, _commands
from regard.core.translations import translator

FRAME = ("Usage:", "Commands:", "[required]", "[default:", "Show this message")


def texts(command, path="regard"):
    """Yield every help text of a command and of all below it, with where it is."""
    yield path, command.help
    yield from ((f"{path} {one.name}", one.help) for one in command.params if one.help)
    for name, below in getattr(command, "commands", {}).items():
        yield from texts(below, f"{path} {name}")


def test_every_text_of_the_parser_is_translated():
    french = translator("fr")
    english = {path: cleandoc(text or "") for path, text in texts(_commands(""))}
    assert len(english) > 500
    left = [path for path, text in english.items() if not text or french(text) == text]
    assert left == []


def test_the_parser_speaks_french_whole():
    english = {cleandoc(text) for _, text in texts(_commands(""))}
    spoken = [(path, text) for path, text in texts(_commands("", "fr")) if text in english]
    assert spoken == []


@pytest.mark.parametrize("name", ["", *MODULES])
def test_no_english_is_around_the_help(regard, name):
    run = regard("--lang", "fr", *([name] if name else []), "--help")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Emploi : regard")
    assert [text for text in FRAME if text in run.out] == []


def test_the_language_after_the_command_counts_and_english_stays_english(regard):
    french = regard("orders", "split", "--help", "--lang", "fr").out
    assert "Scinder un OT en parties" in french
    assert "[par défaut : 1]" in french
    assert "[obligatoire]" in french
    english = regard("orders", "split", "--help").out
    assert "Split an order into parts" in english
    assert "[default: 1]" in english
