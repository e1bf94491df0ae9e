# SPDX-License-Identifier: GPL-3.0-or-later
"""The review of changes of assets: the queue, before and after, decisions, what it looks like on the map."""
