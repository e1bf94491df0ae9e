# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an order after its qualification: moves, gates, readiness, alerts, what was not done."""
