# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base kept true: changes proposed from closures, reviewed, written, undone, handed out."""
