"""Bytes become text so that the text always gives the same bytes back; says what was assumed. Knows no files.

Tried in this order: a byte order mark, UTF-16 that is plainly so, UTF-8, UTF-16 by its NUL bytes, UTF-8 with a few bad
bytes, CP949 when it reads as Korean, the guess of charset-normalizer, and UTF-8 with every bad byte kept. A bad byte is
kept as a lone surrogate (Python's ``surrogateescape``).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_HANGUL_RUN = "[가-힣]{2,}"
_PLAIN_NUL_SHARE = 0.3  # UTF-16 of mostly Latin text has a NUL in nearly every second byte
_LOW_NUL_SHARE = 0.02  # of Korean or Chinese text at its spaces, brackets and digits
_LEAST_PAIRS = 8  # fewer prove nothing
_NUL_RATIO = 8  # and hardly any at the other bytes
_GOOD_FOR_BAD = 2  # so many well-formed characters speak for one bad byte in UTF-8: no other code page has as many
_KOREAN = ("cp949", "euc_kr", "johab")  # judged before, by better means
_COMMONEST = "cp1252"  # of the code pages that fit equally well
_GUESSED_BYTES = 1 << 18  # charset-normalizer looks at no more


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text, and how it was read."""

    text: str
    encoding: str = "utf-8"  # as Python names it
    bom: bytes = b""
    is_guess: bool = False  # neither a byte order mark nor well-formed UTF-8 says so

    @property
    def bad_bytes(self) -> int:
        """How many bytes did not fit the encoding and are kept as they are."""
        return len(_BAD_BYTE.findall(self.text)) if self.is_guess else 0

    def encoded(self) -> bytes:
        """The bytes that were read."""
        return self.bom + self.text.encode(self.encoding, "surrogateescape")


def decode(data: bytes) -> DecodedText:
    """Read bytes as text; never fails, and ``encoded()`` gives exactly ``data`` back."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            return _strict(body, encoding, bom) or (
                _with_bad_bytes(body, bom) if encoding == "utf-8" else _with_bad_bytes(data)
            )
    candidates = (_plain_utf16, _utf8, _utf16, _nearly_utf8, _cp949, _guessed)
    return next((found for read in candidates if (found := read(data)) is not None), None) or _with_bad_bytes(data)


def is_storable(text: str) -> bool:
    """Whether the text comes back when it is written as UTF-8: no lone surrogate but those of single bad bytes."""
    if text.isascii():
        return True
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") == text
    except UnicodeEncodeError:
        return False


def _with_bad_bytes(data: bytes, bom: bytes = b"") -> DecodedText:
    return DecodedText(data.decode("utf-8", "surrogateescape"), "utf-8", bom, is_guess=True)


def _strict(data: bytes, encoding: str, bom: bytes = b"", *, is_guess: bool = False) -> DecodedText | None:
    """The text if the encoding reads all bytes and gives them back."""
    try:
        found = DecodedText(data.decode(encoding), encoding, bom, is_guess)
        return found if found.encoded() == bom + data else None
    except UnicodeError:
        return None


def _utf8(data: bytes) -> DecodedText | None:
    return _strict(data, "utf-8")


def _plain_utf16(data: bytes) -> DecodedText | None:
    return _by_nul_bytes(data, _PLAIN_NUL_SHARE)


def _utf16(data: bytes) -> DecodedText | None:
    return _by_nul_bytes(data, _LOW_NUL_SHARE)


def _by_nul_bytes(data: bytes, least_share: float) -> DecodedText | None:
    """UTF-16 without a mark, if NUL bytes stand at one side of the pairs alone."""
    pairs = len(data) // 2
    if pairs < _LEAST_PAIRS or len(data) % 2 or b"\0" not in data:
        return None
    big, little = data[::2].count(0), data[1::2].count(0)
    if max(big, little) < max(least_share * pairs, _NUL_RATIO * min(big, little)):
        return None
    return _strict(data, "utf-16-be" if big > little else "utf-16-le", is_guess=True)


def _nearly_utf8(data: bytes) -> DecodedText | None:
    """UTF-8 where well-formed characters far outnumber the bad bytes."""
    found = _with_bad_bytes(data)
    bad = found.bad_bytes
    good = len(_NOT_ASCII.findall(found.text)) - bad
    return found if bad * _GOOD_FOR_BAD <= good else None


def _cp949(data: bytes) -> DecodedText | None:
    """CP949 if most of what is not ASCII are Korean syllables side by side; Latin-1 accents give single ones."""
    found = _strict(data, "cp949", is_guess=True)
    if found is None:
        return None
    korean = sum(len(run) for run in re.findall(_HANGUL_RUN, found.text))
    return found if korean * 2 >= len(_NOT_ASCII.findall(found.text)) else None


def _guessed(data: bytes) -> DecodedText | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and hardly ever needed

    found = list(from_bytes(data[:_GUESSED_BYTES], cp_exclusion=list(_KOREAN)))
    equal = [
        match.encoding for match in found if (match.chaos, match.coherence) == (found[0].chaos, found[0].coherence)
    ]
    encoding = _COMMONEST if _COMMONEST in equal else next(iter(equal), None)
    return _strict(data, encoding, is_guess=True) if encoding else None
