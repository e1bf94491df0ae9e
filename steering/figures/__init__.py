# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators of a period as data: formulas over named measures, groups of people, what drives a figure."""
