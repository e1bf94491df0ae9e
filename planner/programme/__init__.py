# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year of a workspace: what is to come, what is owed, who is there, which assets when."""
