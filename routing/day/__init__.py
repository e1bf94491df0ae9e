# SPDX-License-Identifier: GPL-3.0-or-later
"""The running day: what has left, what can still change, and what each change costs."""
