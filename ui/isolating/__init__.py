# SPDX-License-Identifier: GPL-3.0-or-later
"""Shutting off a place on the map: the valves, what it costs, whom it takes, and what is done with that."""
