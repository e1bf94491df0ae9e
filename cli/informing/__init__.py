# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with customers, teams and agents."""
