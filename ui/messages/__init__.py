# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages of all orders: who is to be told, how, by when, and what became of it."""
