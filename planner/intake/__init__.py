# SPDX-License-Identifier: GPL-3.0-or-later
"""Use cases from the call to the order."""
