"""One atomic write: afterwards a file is whole and on the disk, or all is as it was before and it is said why.

Also makes file names of titles. Knows nothing of what is written.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import unicodedata
from collections.abc import Generator
from pathlib import Path
from uuid import uuid4

from core.errors import ExportError, WouldOverwriteError
from core.messages import Message

_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789¹²³"
}
_LONGEST_NAME_BYTES = 240
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})


def write_new(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file; an existing one only if ``replace``, and then its mode stays and a link goes on pointing to it.

    Raises WouldOverwriteError if there is a file already, ExportError if it cannot be written; neither leaves anything
    behind.
    """
    file = str(path)
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target, file, replace=replace)
        with _written_beside(target, data, mode, file) as temporary:
            _move(temporary, target, file, replace=replace)
    except (OSError, ValueError) as error:
        raise ExportError(_reason(error, path.parent), file=file) from error
    _sync_folder(target.parent, file)


def file_name(title: str, suffix: str) -> str:
    """A file name made of a title, at most 240 bytes long, that every file system takes."""
    text = "".join(_in_name(character) for character in unicodedata.normalize("NFC", title))
    stem = _trimmed(" ".join(text.split()))
    if stem.split(".")[0].rstrip().lower() in _RESERVED:
        stem = f"_{stem}"
    return f"{_trimmed(_cut(stem, _LONGEST_NAME_BYTES - len(suffix.encode()))) or 'untitled'}{suffix}"


def _mode_of(target: Path, file: str, *, replace: bool) -> int | None:
    """The mode of the file that is replaced, None if there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise ExportError(Message("this is a folder; give the path of a file in it"), file=file)
    if not stat.S_ISREG(status.st_mode):
        raise ExportError(Message("this is no ordinary file; give the path of a file"), file=file)
    if not replace:
        raise _exists(file)
    if not os.access(target, os.W_OK):
        raise ExportError(Message("the file is write-protected; give another path"), file=file)
    return stat.S_IMODE(status.st_mode)


@contextlib.contextmanager
def _written_beside(target: Path, data: bytes, mode: int | None, file: str) -> Generator[Path]:
    """A finished temporary file in the same folder, which is gone afterwards."""
    temporary = target.with_name(f".{uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if temporary.read_bytes() != data:
            raise ExportError(Message("the disk gave back other bytes than were written; use another"), file=file)
        yield temporary
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _move(temporary: Path, target: Path, file: str, *, replace: bool) -> None:
    """Give the file its name in one step; a file that came up meanwhile stays unless it may be replaced."""
    if replace:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise _exists(file) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _move_without_links(temporary, target, file)


def _move_without_links(temporary: Path, target: Path, file: str) -> None:
    """Claim the name with an empty file, then replace that one."""
    try:
        target.open("xb").close()
    except FileExistsError as error:
        raise _exists(file) from error
    try:
        temporary.replace(target)
    except OSError:
        target.unlink()
        raise


def _sync_folder(folder: Path, file: str) -> None:
    """Make the new name survive a power cut, where the system can say so."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _NO_FOLDER_SYNC or isinstance(error, PermissionError):
            return
        reason = {"reason": error.strerror or str(error)}
        message = Message("the file is written, but the disk did not confirm it ({reason}); check the disk", reason)
        raise ExportError(message, file=file) from error


def _exists(file: str) -> WouldOverwriteError:
    return WouldOverwriteError(Message("the file exists; give another path, or say that it may be replaced"), file=file)


def _reason(error: OSError | ValueError, folder: Path) -> Message:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if folder.is_dir():  # it is no folder of a disk
            return Message("the system lets nobody make a file in that folder; give another path")
        if any(each.is_file() for each in (folder, *folder.parents)):
            return Message("a part of the path that should be a folder is a file; give another path")
        return Message("the folder does not exist; make it first or give another path")
    if isinstance(error, PermissionError):
        return Message("the folder may not be written to; give another path")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Message("the disk is full; make room or give another path")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Message("the file could not be written ({reason}); give another path", {"reason": reason})


def _in_name(character: str) -> str:
    """Blanks for what no name may hold, nothing for what nobody sees."""
    category = unicodedata.category(character)
    if category in ("Cf", "Cs") or (category == "Cc" and not character.isspace()):
        return ""
    return " " if character in _FORBIDDEN or character.isspace() else character


def _trimmed(stem: str) -> str:
    return stem.strip(" .")


def _cut(text: str, longest_bytes: int) -> str:
    """The text up to so many bytes, cut where no character is torn from its accents, jamo or second flag letter."""
    end = len(text.encode()[:longest_bytes].decode("utf-8", "ignore"))
    while 0 < end < len(text) and _belongs_to_last(text, end):
        end -= 1
    return text[:end]


def _belongs_to_last(text: str, at: int) -> bool:
    character = text[at]
    if unicodedata.category(character).startswith("M") or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":  # vowels and finals of old Hangul
        return True
    before = at
    while before and "\U0001f1e6" <= text[before - 1] <= "\U0001f1ff":
        before -= 1
    return "\U0001f1e6" <= character <= "\U0001f1ff" and (at - before) % 2 == 1
