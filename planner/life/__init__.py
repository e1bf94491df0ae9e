# SPDX-License-Identifier: GPL-3.0-or-later
"""Use cases of the life of an order: moving it through its gates, getting it ready, putting it off."""
