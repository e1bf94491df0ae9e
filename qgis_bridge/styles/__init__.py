# SPDX-License-Identifier: GPL-3.0-or-later
"""How each layer of a workspace is drawn: one module a theme, one function a layer."""
