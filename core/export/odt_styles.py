"""How the document looks in a word processor: the styles, the page, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

ODT = "application/vnd.oasis.opendocument.text"
_NAMESPACES = " ".join(
    (
        *(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for name in ("office", "text", "style", "meta")
        ),
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
)
_WORDS = "Pretendard;Inter;Noto Sans CJK KR;Noto Sans KR;Apple SD Gothic Neo;Malgun Gothic;Noto Sans"
_KANJI = "Noto Sans CJK JP;Noto Sans JP;Hiragino Sans;Yu Gothic;Meiryo;Noto Sans"
_CODE = "Noto Sans Mono CJK KR;D2Coding;Menlo;Consolas;Noto Sans Mono"
_COUNTRIES = {"ko": "KR", "ja": "JP", "zh": "CN"}
_LEVELS = range(1, 11)  # all that the format has
_STEP_CM = 0.6
_GREY = "#5b6470"


def styles_xml(language: str) -> str:
    """The styles and the page."""
    words = _KANJI if language == "ja" else _WORDS
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {_NAMESPACES} office:version="1.2">\n'
        f"<office:font-face-decls>{_font('Words', words)}{_font('Code', _CODE)}</office:font-face-decls>\n"
        f"<office:styles>\n{_default(language)}\n{_styles()}\n{_list('Notes')}\n{_list('Summary')}\n</office:styles>\n"
        f"{_PAGE}</office:document-styles>\n"
    )


def meta_xml(title: str) -> str:
    """The title, and which program wrote it; no time, so that the same document is the same file."""
    named = f"<dc:title>{escape(title, quote=False)}</dc:title>" if title else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {_NAMESPACES} office:version="1.2">'
        f"<office:meta><meta:generator>Notestitch</meta:generator>{named}</office:meta></office:document-meta>\n"
    )


def _font(name: str, families: str) -> str:
    return f'<style:font-face style:name="{name}" svg:font-family="{families}"/>'


def _text(**wanted: str) -> str:
    """Properties of text, for every kind of writing: Latin, Chinese, Japanese and Korean, Arabic and the like."""
    pairs = (
        f'{"style" if kind or name == "font_name" else "fo"}:{name.replace("_", "-")}{kind}="{value}"'
        for name, value in wanted.items()
        for kind in ("", "-asian", "-complex")
    )
    return " ".join(pairs)


def _default(language: str) -> str:
    country = _COUNTRIES.get(language)
    spoken = f' style:language-asian="{language}" style:country-asian="{country}"' if country else ""
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="110%"/>'
        f"<style:text-properties {_text(font_name='Words', font_size='10.5pt')}{spoken}/></style:default-style>"
    )


def _styles() -> str:
    kept = 'fo:keep-with-next="always"'
    grey = f'fo:color="{_GREY}"'
    line = f'fo:border-left="1.5pt solid #c9ced6" fo:padding-left="0.3cm" fo:margin-left="{_STEP_CM}cm"'
    return "\n".join(
        (
            '<style:style style:name="Standard" style:family="paragraph"/>',
            _paragraph("Heading_20_1", f'fo:margin-bottom="0.4cm" {kept}', _text(font_size="19pt", font_weight="bold")),
            _paragraph(
                "Heading_20_2",
                f'fo:margin-top="0.8cm" fo:margin-bottom="0.25cm" {kept}',
                _text(font_size="13pt", font_weight="bold"),
            ),
            _paragraph(
                "Heading_20_3",
                f'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" {kept}',
                _text(font_size="11pt", font_weight="bold"),
            ),
            _paragraph("Text_20_body", 'fo:margin-top="0.1cm" fo:margin-bottom="0.1cm"'),
            _paragraph("List_20_Paragraph", 'fo:margin-top="0.05cm" fo:margin-bottom="0.08cm"'),
            _paragraph("Quotations", f'fo:margin-top="0.15cm" fo:margin-bottom="0.15cm" {line}'),
            _paragraph("Preformatted_20_Text", 'fo:margin-left="0.6cm"', _text(font_name="Code", font_size="9.5pt")),
            _paragraph("Footer", 'fo:text-align="center"', f"{_text(font_size='9pt')} {grey}"),
            _span("Strong_20_Emphasis", _text(font_weight="bold")),
            _span("Emphasis", _text(font_style="italic")),
            _span("Source_20_Text", _text(font_name="Code")),
            _span("Aside", f"{_text(font_weight='normal')} {grey}"),
        )
    )


def _paragraph(name: str, properties: str, text: str = "") -> str:
    shown = name.replace("_20_", " ")
    level = f' style:default-outline-level="{name[-1]}"' if name.startswith("Heading") else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"'
        f' style:parent-style-name="Standard"{level}><style:paragraph-properties {properties}/>'
        f"{f'<style:text-properties {text}/>' if text else ''}</style:style>"
    )


def _span(name: str, text: str) -> str:
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="text">'
        f"<style:text-properties {text}/></style:style>"
    )


def _list(name: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(_levels(name))}</text:list-style>'


def _levels(name: str) -> Iterator[str]:
    for level in _LEVELS:
        sign = (
            f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">'
            if name == "Summary"
            else f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•">'
        )
        left = f"{level * _STEP_CM:.1f}cm"
        label = (
            f'text:label-followed-by="listtab" text:list-tab-stop-position="{left}" fo:margin-left="{left}"'
            f' fo:text-indent="-{_STEP_CM}cm"'
        )
        yield (
            f'{sign}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            f"<style:list-level-label-alignment {label}/></style:list-level-properties>{_end_of(sign)}"
        )


def _end_of(tag: str) -> str:
    return f"</{tag[1:].partition(' ')[0]}>"


_PAGE = """<office:automatic-styles><style:page-layout style:name="Paper">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Paper">
<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current"/></text:p></style:footer>
</style:master-page></office:master-styles>
"""
