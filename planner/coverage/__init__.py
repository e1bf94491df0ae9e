# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage of zones: who can be where in how long, holes, load, recurring points."""
