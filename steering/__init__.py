# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures for managers: indicators computed from plans and closed orders."""
