# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing orders: data handed back, checked and corrected; durations learned from what was done."""
