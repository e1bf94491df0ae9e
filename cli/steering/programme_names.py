# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keys of a year ahead are called on the command line."""

from __future__ import annotations

from functools import partial

from ...planner.ports import Workspace
from ...planner.programme.calendar_findings import NameOf
from ...planner.programme.next_year import NextYear
from ...planner.programme.year_names import year_names
from ..session import Session
from ..wording import means_name


def names_of_year(session: Session, workspace: Workspace, found: NextYear) -> NameOf:
    """Return what names the keys of a year; a key that nothing names stays as it is."""
    book = session.rule_book()
    return year_names(
        workspace,
        found,
        book=book,
        language=session.language,
        say=session.text,
        means=partial(means_name, session, book),
    )
