# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms about a workspace as a whole: its journal, undo, its rules."""

from .journal import ShowJournal, UndoCommand
from .rules import ExportRules, ImportRules, ListRuleVersions

ALGORITHMS = (ShowJournal, UndoCommand, ExportRules, ImportRules, ListRuleVersions)
