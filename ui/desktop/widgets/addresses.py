"""Addresses of recordings, and the address that begins at a second."""

from __future__ import annotations

from PySide6.QtCore import QUrl, QUrlQuery

_IN_QUERY = ("youtube.com", "youtu.be", "twitch.tv", "soundcloud.com", "spotify.com")
_SCHEMES = ("http", "https")


def is_address(place: str) -> bool:
    """Whether it is the address of a page or stream, not a file."""
    return QUrl(place).scheme() in _SCHEMES


def address_at(address: str, time_s: int) -> str:
    """The address with the second in it, as the site reads it; else as a media fragment, which browsers know.

    >>> address_at("https://www.youtube.com/watch?v=abc&t=3", 83)
    'https://www.youtube.com/watch?v=abc&t=83s'
    >>> address_at("https://example.org/episode.mp3", 83)
    'https://example.org/episode.mp3#t=83'
    """
    url = QUrl(address)
    if any(url.host() == site or url.host().endswith(f".{site}") for site in _IN_QUERY):
        query = QUrlQuery(url)
        query.removeAllQueryItems("t")
        query.addQueryItem("t", f"{time_s}s")
        url.setQuery(query)
    else:
        url.setFragment(f"t={time_s}")
    return url.toString()
