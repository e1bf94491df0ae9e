# SPDX-License-Identifier: GPL-3.0-or-later
"""The layouts that networks come in, and how their tables fill the roles."""
