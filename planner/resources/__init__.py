# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means of a workspace: changing them, planning with them, and what to do without one."""
