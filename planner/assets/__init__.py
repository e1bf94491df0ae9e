# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base of a workspace: networks brought in, read by role, and what is kept of valves."""
