# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolation: the valves to close, what that costs, plan B, combined cuts, the criticality map."""
