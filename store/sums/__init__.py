# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of a period summed by the database: one row for each zone, type, crew and cause."""
