# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of a day: made, checked, compared, explained and stored."""
