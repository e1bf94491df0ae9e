# SPDX-License-Identifier: GPL-3.0-or-later
"""Styles the layers that an algorithm loads into the project, on the main thread once they are there."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

# QGIS does not own post-processors: whoever sets one must keep it until the layer is loaded
_kept: list[QgsProcessingLayerPostProcessorInterface] = []


class _Styler(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, style: Callable[[QgsVectorLayer], None]) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(self, layer: QgsMapLayer, *_: object) -> None:
        """Style the layer; called by QGIS."""
        self._style(layer)
        layer.triggerRepaint()
        _kept.remove(self)


def style_when_loaded(
    context: QgsProcessingContext, layer_id: str, style: Callable[[QgsVectorLayer], None]
) -> None:
    """Style an output if it is going to be loaded into the project."""
    if context.willLoadLayerOnCompletion(layer_id):
        styler = _Styler(style)
        _kept.append(styler)
        context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(styler)
