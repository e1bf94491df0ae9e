# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a week, month or year, read from a workspace; the page for managers."""
