# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures, coverage, outlook and the programme of the next year."""
