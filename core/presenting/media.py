"""Where an episode’s recording is at a second: an address that begins there, or a file and the second. Free of Qt."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_IN_QUERY = ("youtube.com", "youtu.be", "twitch.tv", "soundcloud.com", "spotify.com")
_SCHEMES = ("http", "https")


def is_address(place: str) -> bool:
    """Whether it is the address of a page or stream, not a file."""
    return urlsplit(place).scheme in _SCHEMES


def address_at(address: str, time_s: int) -> str:
    """The address with the second in it, as the site reads it; else as a media fragment, which browsers know.

    >>> address_at("https://www.youtube.com/watch?v=abc&t=3", 83)
    'https://www.youtube.com/watch?v=abc&t=83s'
    >>> address_at("https://example.org/episode.mp3", 83)
    'https://example.org/episode.mp3#t=83'
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if any(host == site or host.endswith(f".{site}") for site in _IN_QUERY):
        query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "t"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{time_s}s")])))
    return urlunsplit(parts._replace(fragment=f"t={time_s}"))
