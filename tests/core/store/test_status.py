"""What is said when a session cannot be written."""

from __future__ import annotations

import sqlite3

import pytest

from core.store.status import words_for


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE])
def test_a_full_disk_is_called_so_wherever_sqlite_needed_room(code: int) -> None:
    assert "the disk is full" in str(words_for(sqlite_error(code)))


def test_an_error_is_said_in_the_words_for_what_it_is_a_kind_of() -> None:
    assert str(words_for(sqlite_error(sqlite3.SQLITE_READONLY_ROLLBACK))) == str(
        words_for(sqlite_error(sqlite3.SQLITE_READONLY))
    )


def test_what_has_no_words_is_said_in_those_of_sqlite() -> None:
    assert "disk I/O error" in str(words_for(sqlite_error(sqlite3.SQLITE_IOERR_READ)))


def test_an_error_of_pythons_own_layer_has_no_number() -> None:
    assert "is closed" in str(words_for(sqlite3.ProgrammingError("it is closed")))
