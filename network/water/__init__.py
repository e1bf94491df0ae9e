# SPDX-License-Identifier: GPL-3.0-or-later
"""The water network: mains, valves, segments, sources, and how water reaches each segment."""
