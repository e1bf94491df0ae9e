# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads: read, restricted, closed, and the fastest ways on them."""
