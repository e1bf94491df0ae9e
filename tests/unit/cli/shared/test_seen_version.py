# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people run commands one after the other on an order: nothing is replaced that was not seen."""

import pytest
from regard.cli.main import MODULES, _commands, main
from regard.tests.unit.cli.shared.chapters.telling import DAY, EIGHT, NOW, NUMBER, burst, dig, golden_plan

ADA, BLAISE = ("--by", "Ada"), ("--by", "Blaise")


@pytest.fixture
def refused(story, capsys):
    """Return a function that runs a command that must be refused as bad input, and gives its complaint."""

    def refused(command, *words):
        capsys.readouterr()
        assert main([*command.split(), story.url, *map(str, words)]) == 2
        return capsys.readouterr().err

    return refused


def seen(story, order):
    shown, listed = story.run("orders show", order)["seen"], story.run("orders list")["seen"]
    assert listed[order] == shown
    return shown


def test_a_stale_priority_is_refused_with_both_values(story, refused):
    order = burst(story)
    version = seen(story, order)
    why = ("--reason", "school exam", "--seen", version)
    story.run("orders prioritise", order, "--priority", "P2", *why, *NOW, *ADA)
    said = refused("orders prioritise", order, "--priority", "P3", *why, *NOW, *BLAISE)
    assert f"{order} has changed since version {version}, last by Ada" in said
    assert "priority was P1, is now P2" in said
    assert story.run("orders show", order)["order"]["priority"] == "P2"
    again = (*why[:3], seen(story, order))
    story.run("orders prioritise", order, "--priority", "P3", *again, *NOW, *BLAISE)
    assert story.run("orders show", order)["order"]["priority"] == "P3"


def test_papers_of_an_order_are_part_of_its_version(story, refused):
    order = dig(story, "AEP-VAN-REM")
    before = seen(story, order)
    sent = ("--sent", f"{DAY} 09:00", "--seen", before)
    story.run("orders notice-sent", order, "--number", NUMBER, *sent, *ADA)
    other = NUMBER.replace("123D", "124D")
    said = refused("orders notice-sent", order, "--number", other, *sent, *BLAISE)
    assert f"is now {NUMBER}" in said
    assert story.run("orders show", order)["notice"]["number"] == NUMBER


def test_a_permit_that_was_noted_meanwhile_is_told(story, refused):
    order = dig(story, "AEP-VAN-REM")
    before = ("--seen", seen(story, order))
    permit = ("traffic_order", "--asked", EIGHT)
    story.run("orders permit", order, *permit, "--authority", "mairie", *before, *ADA)
    said = refused("orders permit", order, *permit, "--authority", "préfecture", *before, *BLAISE)
    assert "added: permit" in said


def test_a_move_and_a_postponing_of_what_was_seen_otherwise_are_refused(story, refused):
    golden_plan(story)
    before = ("--seen", seen(story, "OI-04"))
    story.run("orders postpone", "OI-04", "--reason", "permit", "--now", f"{DAY} 07:50", *before, *ADA)
    said = refused("orders move", "OI-04", "cancelled", "--reason", "x", *before, *NOW, *BLAISE)
    assert "state was planned, is now rescheduled" in said
    said = refused("orders postpone", "OI-04", "--reason", "permit", *before, *NOW, *BLAISE)
    assert "state was planned, is now rescheduled" in said


def test_a_command_that_has_nothing_to_write_is_refused_too(story, refused):
    order = burst(story)
    before = seen(story, order)
    story.run("orders quantity", dig(story, "AEP-VANNE"), "6", *NOW)
    story.run("orders judge", order, "--seen", before, *NOW)
    story.run("orders prioritise", order, "--priority", "P2", "--reason", "x", *NOW, *ADA)
    assert "priority was P1, is now P2" in refused("orders judge", order, "--seen", before, *NOW)


def test_a_link_asks_for_the_version_of_what_has_to_wait(story, refused):
    first = burst(story)
    story.run("orders chain", first, *NOW)
    second = dig(story, "AEP-VANNE")
    version = seen(story, second)
    ends = ("--first", first, "--then", second)
    story.run("orders prioritise", second, "--priority", "P2", "--reason", "x", *NOW, *ADA)
    said = refused("orders link", *ends, "--seen", version, *BLAISE)
    assert f"{second} has changed since version {version}, last by Ada" in said
    story.run("orders link", *ends, "--seen", seen(story, second), *BLAISE)
    assert "added: tie between orders" in refused("orders unlink", *ends, "--seen", version, *BLAISE)
    steps = ("--first", "1", "--then", "3", "--steps-of", first)
    assert f"{first} has version" in refused("orders link", *steps, "--seen", 9999, *BLAISE)


def test_a_version_of_another_order_or_none_is_told(story, refused):
    order = burst(story)
    version = seen(story, order)
    assert f"{order} has version {version}, not {version + 40}" in refused(
        "orders move", order, "planned", "--seen", version + 40, *NOW
    )


# they look only, have a version of their own (plans), or add something and replace nothing
NO_VERSION = """
orders show, orders gates, orders history, orders impact, explain, slots, emergency, move
means alternatives, network conflicts, notices show, notices conflicts, notices prefill, dossier
dossier-history, framework, jobpack, customers list, equipment book
messages list, messages plan, messages send, messages log, messages export, messages letters
notes add, notes list, problems add, problems list, remarks add, remarks list, briefing, requests callers
requests close, corrections changes, assets review, assets proposals
agents called-out, actions add, thirdparty import
"""


def commands(group, path=()):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), {one.name for one in command.params}


def test_whatever_changes_an_order_takes_the_version_that_was_seen():
    about = {
        name: options
        for module in dict.fromkeys(MODULES.values())
        for name, options in commands(_commands(module))
        if options & {"order", "correction", "then"}
    }
    listed = {name.strip() for line in NO_VERSION.split("\n") for name in line.split(",")} - {""}
    assert {name for name, options in about.items() if "seen" not in options} - listed == set()
    assert {name for name in listed if "seen" in about.get(name, ())} == set()
