# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls and mails, from the place to the order."""
