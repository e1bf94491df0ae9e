# SPDX-License-Identifier: GPL-3.0-or-later
"""The planning board: one row an agent along the hours, the orders left out beside it, moves by hand."""
