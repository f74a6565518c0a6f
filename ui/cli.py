"""The headless commands: arguments in, a report out, an exit status. Loads no Qt; does things through the workflow."""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from core.errors import ExportError, NotestitchError, WouldOverwriteError
from core.report import as_github, as_json, as_junit, as_sarif, as_text
from core.report.reported import Reported, of_audit, of_inspection
from core.work import finished
from core.workflow.auditing import FAIL_ON, audit
from core.workflow.export_input import ExportInput, export_input
from core.workflow.exporting import (
    EXPORTERS,
    FORMATS,
    Options,
    doubts,
    exporting,
    needs_of,
    rendered_sections,
    write_beside,
)
from core.workflow.inspecting import inspect
from core.workflow.merging import ACCEPTED_TIERS, merge, write
from ui.named import named, named_output

DONE, FINDINGS, UNUSABLE, WOULD_OVERWRITE, NOT_WRITTEN, INTERRUPTED = 0, 1, 2, 73, 74, 130

_PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
_ABOUT = "Merges the notes of overlapping chunks into one Markdown document."
_EPILOG = "Without a command the window opens: main.py [INPUT ...]"
_INPUT = "a merge prompt, a folder with chunk_*.md files, or the chunk files themselves"


class UsageError(Exception):
    """Arguments that cannot be understood."""

    code = "usage"

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage())


class _ShowVersion(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        _say(f"Notestitch {tomllib.loads(_PROJECT.read_text('utf-8'))['project']['version']}\n")
        parser.exit()


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; a reader that goes away early is no error."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return DONE
    except OSError as error:  # the core turns those of files into errors of its own: this is the report's
        _close_output()
        _complain(f"main.py: the report could not be written ({error.strerror or error})\n")
        return NOT_WRITTEN


def _run(arguments: Sequence[str]) -> int:
    wants_json = _wants_json(arguments)
    try:
        parsed = _parser().parse_args(arguments)
        return _COMMANDS[parsed.command](parsed)
    except SystemExit as asked:  # --help and --version have said all
        return int(asked.code or DONE)
    except UsageError as error:
        _fail(str(error), as_json.failed(error.code, str(error)) if wants_json else None, usage=error.usage)
        return UNUSABLE
    except NotestitchError as error:
        _fail(_located(error), as_json.failed_with(error) if wants_json else None)
        return _status(error)
    except Exception as error:
        if wants_json:
            _say(as_json.failed("internal", f"{type(error).__name__}: {error}"))
        raise


def _inspect(parsed: argparse.Namespace) -> int:
    inspection = finished(inspect(parsed.inputs))
    if parsed.format == "text":
        _say(as_text.inspected(inspection))
        return DONE
    _complain(as_text.notices(inspection.opened.notices))
    if parsed.format == "json":
        _say(as_json.inspected(inspection))
    else:
        _say(_REPORTS[parsed.format](of_inspection(inspection)))
    return DONE


def _check(parsed: argparse.Namespace) -> int:
    result = finished(audit(parsed.document, parsed.sources, parsed.decisions))
    if parsed.format == "text":
        _say(as_text.checked(result))
    else:
        _complain(as_text.notices(result.opened.notices))
        _say(as_json.checked(result) if parsed.format == "json" else _REPORTS[parsed.format](of_audit(result)))
    return FINDINGS if result.fails(parsed.fail_on) else DONE


def _merge(parsed: argparse.Namespace) -> int:
    result = finished(merge(parsed.inputs, parsed.accept))
    write(result, parsed.output, replace=parsed.force)
    if parsed.format == "json":
        _complain(as_text.merged_aside(result))
        _say(as_json.merged(result))
    else:
        _say(as_text.merged(result, str(parsed.output)))
    return DONE


def _export(parsed: argparse.Namespace) -> int:
    given = finished(export_input(parsed.document, parsed.sources, needs_of(parsed.to)))
    data = _exported(given, parsed.to)
    write_beside(given.files, parsed.output, data, replace=parsed.force)
    _say(as_text.exported(str(parsed.output), given.notices, doubts(given.review, parsed.to)))
    return DONE


def _exported(given: ExportInput, name: str) -> bytes:
    options = Options(style=given.style)
    if name in EXPORTERS:
        return finished(exporting(given.review, name, options, log=given.log))
    from ui.desktop.exporters import rendered_without_display

    sections = finished(rendered_sections(given.review, options))
    return rendered_without_display(name, given.review.state.document.title, sections)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "inspect": _inspect,
    "merge": _merge,
    "check": _check,
    "export": _export,
}
_REPORTS: Mapping[str, Callable[[Reported], str]] = {
    "sarif": as_sarif.reported,
    "junit": as_junit.reported,
    "github": as_github.reported,
}


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="main.py", description=_ABOUT, epilog=_EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and end")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    about = "what was read, findings about the sources, and suspected duplicates"
    inspecting = commands.add_parser("inspect", help=about, description=about.capitalize(), allow_abbrev=False)
    _add_shared(inspecting, ("text", "json", *_REPORTS))

    about = "build one document, accept the duplicates that are sure enough, and write it"
    merging = commands.add_parser("merge", help=about, description=about.capitalize(), allow_abbrev=False)
    _add_shared(merging, ("text", "json"))
    _add_output(merging, "OUT.md", "the file to write; NAME.notestitch makes a session of it")
    merging.add_argument(
        "--accept", choices=tuple(ACCEPTED_TIERS), default="certain", help="which duplicates (default: certain)"
    )

    about = "what is wrong with a finished document, beside the notes that it was made from"
    checking = commands.add_parser("check", help=about, description=about.capitalize(), allow_abbrev=False)
    _add_checked(checking)

    about = "a session or a finished document, written in another format"
    _add_exported(commands.add_parser("export", help=about, description=about.capitalize(), allow_abbrev=False))
    return parser


def _path(text: str) -> Path:
    return _argument(named, text)


def _output(text: str) -> Path:
    return _argument(named_output, text)


def _argument(read: Callable[[str], Path], text: str) -> Path:
    try:
        return read(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_checked(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", type=_path, metavar="MERGED.md", help="the finished document")
    parser.add_argument("--sources", nargs="+", type=_path, required=True, metavar="INPUT", help=_INPUT)
    parser.add_argument("--decisions", type=_path, metavar="FILE", help="what an editor decided on purpose")
    parser.add_argument(
        "--fail-on", choices=tuple(FAIL_ON), default="warning", help="exit with 1 from here on (default: warning)"
    )
    _add_format(parser, ("text", "json", *_REPORTS))


def _add_exported(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", type=_path, metavar="SESSION|MERGED.md", help="a session, or a finished document")
    parser.add_argument("--sources", nargs="+", type=_path, default=(), metavar="INPUT", help=_INPUT)
    parser.add_argument("--to", choices=tuple(FORMATS), required=True, metavar="FORMAT", help=", ".join(FORMATS))
    _add_output(parser, "FILE", "the file to write")


def _add_shared(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("inputs", nargs="+", type=_path, metavar="INPUT", help=_INPUT)
    _add_format(parser, formats)


def _add_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="of the report (default: text)")


def _add_output(parser: argparse.ArgumentParser, name: str, about: str) -> None:
    parser.add_argument("-o", dest="output", metavar=name, type=_output, required=True, help=about)
    parser.add_argument("--force", action="store_true", help=f"replace {name} if it exists")


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether failures are to be told as JSON; asked before the arguments are known to be right."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def _status(error: NotestitchError) -> int:
    if isinstance(error, WouldOverwriteError):
        return WOULD_OVERWRITE
    return NOT_WRITTEN if isinstance(error, ExportError) else UNUSABLE


def _located(error: NotestitchError) -> str:
    place = "" if error.file is None else f"{error.file}: " if error.line is None else f"{error.file}:{error.line}: "
    hint = "" if type(error) is not WouldOverwriteError else " (--force)"
    return f"{place}{error.message}{hint}"


def _fail(words: str, report: str | None, *, usage: str = "") -> None:
    if report is None:
        _complain(as_text.harmless(f"{usage}main.py: {words}"))
    else:
        _say(report)


def _close_output() -> None:
    """Send what is left to nowhere: Python flushes the stream once more when it ends, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    """Print as UTF-8 whatever the locale; what is no Unicode becomes an escape, which JSON reads back."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _complain(text: str) -> None:
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()
