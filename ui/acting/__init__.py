# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows with what can be done about each: the table, its buttons, the commands, their undoing."""
