# SPDX-License-Identifier: GPL-3.0-or-later
"""The assets of a network: roles, clean rows, what is wrong with them, how they are found."""
