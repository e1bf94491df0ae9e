# SPDX-License-Identifier: GPL-3.0-or-later
"""The asset base kept true: the field, changes, registers and audits."""
