# SPDX-License-Identifier: GPL-3.0-or-later
"""Use cases that compose the domains, and the ports they need."""
