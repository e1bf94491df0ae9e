# SPDX-License-Identifier: GPL-3.0-or-later
"""What a layer holds, as a test compares it."""


def rows(layer):
    """Return the features as mappings of all their fields."""
    names = layer.fields().names()
    return [{name: feature[name] for name in names} for feature in layer.getFeatures()]
