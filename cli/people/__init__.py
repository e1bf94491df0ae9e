# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means: who works when, with what, and what they can do."""
