# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a week, month or year in a dock, the orders behind each, and the report written from it."""
