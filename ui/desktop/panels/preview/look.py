"""How the preview looks: the page's classes in the colours and sizes of the theme."""

from __future__ import annotations

from string import Template

from ui.desktop.theme import Theme

INDENT_PX = 22
_LOOK = Template("""
h1 { color: $text; font-size: ${title}px; font-weight: 700; margin-top: 4px; margin-bottom: 10px; }
h2 { color: $text; font-size: ${heading}px; font-weight: 600; margin-top: 0; margin-bottom: 8px; }
h3 { color: $text; font-size: ${body}px; font-weight: 600; margin-top: 12px; margin-bottom: 4px; }
ol { margin-top: 0; margin-bottom: 0; margin-left: 0; -qt-list-indent: 1; }
ol li { color: $muted; line-height: ${pitch}px; margin-top: 2px; margin-bottom: 2px; }
ul { margin-top: 0; margin-bottom: 0; margin-left: 0; list-style-type: none; -qt-list-indent: 0; }
ul ul { -qt-list-indent: 1; }
ul li { color: $text; line-height: ${pitch}px; margin-top: 4px; margin-bottom: 4px; }
ul li { margin-left: ${time}px; text-indent: -${time}px; }
li li { margin-left: 0; }
blockquote { margin: 0; }
blockquote p { color: $muted; margin-left: ${quote}px; text-indent: -${time}px; }
p { color: $text; line-height: ${pitch}px; margin-top: 6px; margin-bottom: 6px; }
pre { color: $text; margin-top: 8px; margin-bottom: 8px; }
.time, .range, .speaker { color: $muted; font-weight: 400; }
a { color: $link; }
""")


def look(theme: Theme, scale: float, time_px: int) -> str:
    """The style sheet of the preview's document; ``time_px`` is the room of a time before a note."""
    sizes = {
        role: max(6, round(pixels * scale))
        for role, pixels in (("title", 21), ("heading", 16), ("body", 14), ("pitch", 23))
    }
    return _LOOK.substitute(
        {role: theme.hexes[role] for role in ("text", "muted", "link")} | sizes, time=time_px, quote=INDENT_PX + time_px
    )
