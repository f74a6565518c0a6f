"""A document of Qt's from the safe HTML of the page, as it looks on paper; loads nothing that the HTML names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

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
_POINTS, _INDENT_PX = 10.0, 30
_LOOK = """
h1 { font-size: 19pt; margin-top: 0; margin-bottom: 10px; }
h2 { font-size: 13pt; }
h3 { font-size: 11pt; margin-top: 12px; margin-bottom: 4px; }
ul, ol { margin-top: 0; margin-bottom: 0; }
li { margin-top: 2px; margin-bottom: 3px; }
p { margin-top: 6px; margin-bottom: 6px; }
blockquote { margin: 0; }
blockquote p { -qt-block-indent: 1; }
.range, .time, .speaker { color: dimgray; font-weight: normal; }
a { color: black; }
"""


class Paper(QTextDocument):
    """A document that reads no file and no address, whatever stands in it."""

    def __init__(self, title: str, sections: Sequence[str]) -> None:
        self._events = QEventLoop()  # layout starts a timer, for which a worker's thread needs what this brings
        super().__init__()
        font = QFont()
        font.setFamilies(list(_FAMILIES))
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(_LOOK)
        self.setIndentWidth(_INDENT_PX)
        cursor = QTextCursor(self)
        for at, section in enumerate(sections):  # each in a call of its own, so that a window is not kept waiting
            if at:
                cursor.insertBlock(_heading(), QTextCharFormat())
            cursor.insertHtml(section)
        self.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, whatever is asked for."""
        return nothing(kind)


def _heading() -> QTextBlockFormat:
    """Of the paragraph that a section begins with: what is inserted keeps the format that is there."""
    wanted = QTextBlockFormat()
    wanted.setTopMargin(22)
    wanted.setBottomMargin(8)
    wanted.setHeadingLevel(2)
    return wanted
