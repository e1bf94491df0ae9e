# SPDX-License-Identifier: GPL-3.0-or-later
"""Excavations: their footprint, and the third-party networks near them."""
