"""The central widget: chunks, links and merged notes."""

from ui.desktop.surface.surface import Surface

__all__ = ["Surface"]
