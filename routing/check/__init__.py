# SPDX-License-Identifier: GPL-3.0-or-later
"""The independent checker: times, cost and broken rules of a plan, in plain Python."""
