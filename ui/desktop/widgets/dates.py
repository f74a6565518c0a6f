"""When something was, as people say it: near times in words, others as a short date."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_MINUTE_S, _HOUR_S, _WEEK_DAYS = 60, 3600, 7


def ago(at: str, now: datetime | None = None) -> str:
    """A time in UTC (ISO 8601) seen from now; empty where it is none."""
    try:
        then = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    today = (now or datetime.now(UTC)).astimezone()
    past_s, days = (today - then).total_seconds(), (today.date() - then.date()).days
    if past_s < _MINUTE_S:
        return _tr("just now")
    if past_s < _HOUR_S:
        return _tr("{count} min ago").format(count=int(past_s // _MINUTE_S))
    return _tr("{count} h ago").format(count=int(past_s // _HOUR_S)) if days == 0 else _day(then, days)


def _day(then: datetime, days: int) -> str:
    locale, day = QLocale(), QDate(then.year, then.month, then.day)
    if days == 1:
        return _tr("yesterday")
    if days < _WEEK_DAYS:
        return locale.standaloneDayName(day.dayOfWeek(), QLocale.FormatType.LongFormat)
    return locale.toString(day, QLocale.FormatType.ShortFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("dates", text)
