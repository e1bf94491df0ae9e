# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell the people whom an order concerns, brief the teams, keep what the field says."""
