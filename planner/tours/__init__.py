# SPDX-License-Identifier: GPL-3.0-or-later
"""From orders and people to a tour problem, and from its solution to reasons."""
