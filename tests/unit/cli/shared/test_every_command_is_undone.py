# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a command writes can be taken back: undone, all is as it was; undone again, as it became.

The story is told on both stores. A new command is told of in a chapter, or listed with those that need none.
"""

import ast
from pathlib import Path

import pytest
from regard.cli.main import MODULES, _commands
from regard.tests.unit.cli.shared.chapters import all_of_them

READS = """
deadline explain slots briefing framework jobpack dossier dossier-history summary readiness overview load
outcomes postponements search report
workspace info|check|journal
network audit|isolate|criticality|upstream|downstream|conflicts
roads info|closures
resources export
requests list|show|questions|near|queue|callers
addresses find
parcels find
orders list|show|gates|history|impact|causes
tours solve
notices show|list|prefill|conflicts
messages list|show|export|letters
customers list
directory list
actions list
remarks list
problems list
notes list
alerts list
agents show|list
absences list
equipment list
stock list|picklist
subcontract list
means matrix|alternatives|check
skills ahead|effect
corrections list|changes
assets proposals|review|valves|hydrants|figures|export|carry
rules export|check|list
catalogue show
kpi show|orders|formulas
coverage map|who|zones|spots
programme show|objectives|forecast|assets|weeks|compare
calendar list
"""
# what makes or looks after a workspace, whole layers; the name that packages carry, given once and never
# changed (taken back, none that is out could come in): no command of the journal
UNJOURNALED = """
demo build|sources
workspace create|migrate|files|grant|revoke
network import
roads import
addresses import
parcels import
field package
"""
# not told of yet: they need a mail, a package that came back, years of actuals
ELSEWHERE = """
lookahead
workspace undo
alerts send
field import
assets correct
catalogue recalibrate
programme publish
"""


@pytest.mark.parametrize("chapter", all_of_them.ALL)
def test_what_is_written_is_taken_back_and_done_again(story, chapter):
    chapter(story)


def test_every_command_is_told_of():
    listed = [command for text in (READS, UNJOURNALED, ELSEWHERE) for command in named(text)]
    assert sorted([*listed, *told()]) == sorted(commands())


def named(text):
    for line in text.split("\n"):
        first, *rest = line.split()[:2] or [""]
        if (rest and "|" in rest[0]) or first in GROUPS:
            yield from (f"{first} {name}" for name in rest[0].split("|"))
        else:
            yield from line.split()


def told():
    """Return the commands that the chapters write with, each once."""
    modules = Path(all_of_them.__file__).parent.glob("*.py")
    trees = [ast.parse(module.read_text(encoding="utf-8")) for module in modules]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "write" and call.args
    }


def commands():
    return [name for module in dict.fromkeys(MODULES.values()) for name in leaves(_commands(module))]


def leaves(group):
    for name, command in group.commands.items():
        below = getattr(command, "commands", None)
        yield from [name] if below is None else (f"{name} {leaf}" for leaf in below)


GROUPS = {name.partition(" ")[0] for name in commands() if " " in name}
