# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done about one order: its notices, means, messages and life as rows of tables."""
