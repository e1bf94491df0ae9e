# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage: how soon somebody can be anywhere, as areas."""
