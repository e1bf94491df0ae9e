# SPDX-License-Identifier: GPL-3.0-or-later
"""Field exchange: the work of an agent's day handed out as a package, and what was noted there taken in."""
