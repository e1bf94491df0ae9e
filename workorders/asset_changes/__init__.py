# SPDX-License-Identifier: GPL-3.0-or-later
"""What closure data say of the assets: rules, changes proposed for review, their life."""
