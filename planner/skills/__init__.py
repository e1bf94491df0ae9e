# SPDX-License-Identifier: GPL-3.0-or-later
"""Skills that orders ask for against those that people validly hold, and what more of them would change."""
