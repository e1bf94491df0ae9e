# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions to the networks and the roads: cuts, traces, third parties, road networks."""
