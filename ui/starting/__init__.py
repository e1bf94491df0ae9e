# SPDX-License-Identifier: GPL-3.0-or-later
"""How a workspace is opened, made or found again: the first window of Regard, its wizard, its options."""
