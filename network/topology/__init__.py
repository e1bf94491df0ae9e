# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines joined at their ends and cut into pieces, and what hangs on them; for water and sewers alike."""
