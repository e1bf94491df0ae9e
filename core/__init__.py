# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared kernel: ids, errors, messages, progress, calendars and the records that several domains read."""
