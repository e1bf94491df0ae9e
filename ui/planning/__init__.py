# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning days in a dialog: by which weights, the search as it goes, before and after, what is taken."""
