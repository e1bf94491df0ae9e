# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices and readiness: what the orders of the coming days lack, and where each notice stands."""
