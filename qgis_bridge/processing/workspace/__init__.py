# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms about a workspace as a whole: its journal, undo, its rules."""

from .journal import ShowJournal, UndoCommand
from .rules import CheckRules, ExportRules, ImportRules, ListRuleVersions
from .service import SetService

ALGORITHMS = (
    *(ShowJournal, UndoCommand, ExportRules, CheckRules, ImportRules, ListRuleVersions),
    SetService,
)
