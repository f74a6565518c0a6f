"""A document of Qt's from the safe HTML of the page, as it looks on paper; loads nothing that the HTML names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextDocument

from ui.desktop.widgets.unloaded import nothing

_FAMILIES = (
    "Pretendard",
    "Inter",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans",
)
_POINTS = 10.0
_LOOK = """
h1 { font-size: 19pt; margin-top: 0; margin-bottom: 10px; }
h2 { font-size: 13pt; margin-top: 22px; margin-bottom: 8px; }
h3 { font-size: 11pt; margin-top: 12px; margin-bottom: 4px; }
ul, ol { margin-top: 0; margin-bottom: 0; }
li { margin-top: 2px; margin-bottom: 3px; }
p { margin-top: 6px; margin-bottom: 6px; }
blockquote { margin: 0; }
blockquote p { margin-left: 26px; }
.range, .time, .speaker { color: dimgray; font-weight: normal; }
a { color: black; }
"""


class Paper(QTextDocument):
    """A document that reads no file and no address, whatever stands in it."""

    def __init__(self, title: str, sections: Sequence[str]) -> None:
        super().__init__()
        font = QFont()
        font.setFamilies(list(_FAMILIES))
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(_LOOK)
        self.setHtml("\n".join(sections))
        self.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, whatever is asked for."""
        return nothing(kind)
