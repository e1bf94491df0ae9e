# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads brought into a workspace, closed for a time, and turned into travel times of a day."""
