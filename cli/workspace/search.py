# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard search``: orders and requests by id, words, address, caller or customer."""

from __future__ import annotations

from typing import Annotated

import typer

from ..arguments import Target
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import word

Words = Annotated[
    list[str], typer.Argument(metavar="TEXT...", help="Each of these words must be in it, in any order.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many to show at most.")]


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "search")(search)


def search(session: Session, target: Target, text: Words, *, limit: Limit = 20) -> None:
    """Find orders and requests by id, words, address, asset, caller, telephone or customer reference.

    Accents and capitals do not count; the latest come first.
    """
    with session.workspace(target) as workspace:
        hits = workspace.search(" ".join(text), limit=limit)
    headings = [session.say(f"label.{name}") for name in ("key", "table", "order", "found")]
    lines = ((hit.key, word(session, f"table.{hit.table}"), hit.order_id, hit.text) for hit in hits)
    session.emit({"hits": hits}, [rows(headings, lines)] if hits else [session.say("cli.nothing_found")])
