"""The command line: find the command, run it, and print problems, a line each.

Exit status: 0 done, 1 problems found, 2 used wrongly or cannot start.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import DisplayError, KioskError

_CANNOT_START = 2
_ONLY = "some of them, such as 1080x1920-ar-dark-200"
_ON_CONTENT = (
    "run",
    "advice",
    "approve",
    "small-change",
    "check",
    "preview",
    "screenshots",
    "new",
    "export",
)
_TEXTS = "a page, such as vision; or checklist; or strings"
_IN = "of this language; it may be given again"
_ANSWERS = 'answers that need not be asked for, such as title.en="Headaches"'
_PAGE = "of this page alone; it may be given again"
_HOW_TO_START = "start the kiosk with ./dev run, or with .venv/bin/kiosk after that"
_OPTIONS = ("-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _OPTIONS):
        given.insert(0, "run")
    options = _parser().parse_args(given)
    _find_settings(options)
    try:
        return int(options.command(options))
    except KioskError as error:
        sys.stderr.writelines(f"kiosk: {line}\n" for line in error.lines)
        return _CANNOT_START


def _find_settings(options: argparse.Namespace) -> None:
    """Let commands for authors use the clinic's folder that they are started in."""
    if options.command is not _run and getattr(options, "config", True) is None:
        from kiosk.files.clinic_folder import settings_here

        options.config = settings_here()


class _Version(argparse.Action):
    """Print the version; it is looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from kiosk.files.versions import program_version

        sys.stdout.write(f"kiosk {program_version()}\n")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description=__doc__)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="show the kiosk, full screen (the default)")
    run.add_argument("--windowed", action="store_true", help="in a normal window")
    run.add_argument("--language", default="", metavar="CODE", help="to begin in")
    run.set_defaults(command=_run)
    advice = commands.add_parser("advice", help="explain the advice on some answers")
    advice.add_argument("answers", nargs="*", metavar="ID")
    advice.add_argument("--table", action="store_true", help="print the whole sheet")
    advice.set_defaults(command=_advice)
    _add_check(commands.add_parser("check", help="find every mistake of the content"))
    _add_preview(
        commands.add_parser("preview", help="show the content as it is changed")
    )
    _add_screenshots(commands.add_parser("screenshots", help="photograph every screen"))
    pin = commands.add_parser("pin", help="make the staff PIN's line for the settings")
    pin.set_defaults(command=_pin)
    _add_new(
        commands.add_parser("new", help="begin a clinic's folder, or a page of it")
    )
    export = commands.add_parser("export", help="write the pages as a web site")
    export.add_argument("folder", type=Path, metavar="DIR", help="to write to")
    export.set_defaults(command=_export)
    _add_approve(commands.add_parser("approve", help="write who approved a text"))
    small = commands.add_parser("small-change", help="keep translations: same meaning")
    _add_small_change(small)
    for command in map(commands.choices.__getitem__, _ON_CONTENT):
        command.add_argument("--config", type=Path, metavar="FILE", help="settings")
        command.add_argument("--content", type=Path, metavar="DIR", help="pages")
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    """Add the options of `check`; DIR is the same as --content DIR."""
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="pages")
    check.add_argument("--strict", action="store_true", help="fail for a warning too")
    forms = ("text", "json", "github")
    check.add_argument("--format", choices=forms, default="text", help="of the lines")
    check.set_defaults(command=_check)


def _add_preview(preview: argparse.ArgumentParser) -> None:
    """Add the options of `preview`; DIR is the same as --content DIR."""
    preview.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="pages")
    preview.set_defaults(command=_preview)


def _add_screenshots(pictures: argparse.ArgumentParser) -> None:
    """Add the options of `screenshots`."""
    pictures.add_argument("folder", type=Path, metavar="DIR")
    pictures.add_argument("--only", default="*", metavar="PATTERN", help=_ONLY)
    pictures.add_argument("--page", action="append", metavar="NAME", help=_PAGE)
    pictures.set_defaults(command=_screenshots)


def _add_new(new: argparse.ArgumentParser) -> None:
    """Add the options of `new`."""
    kinds = ("clinic", "page", "complication", "language", "symptom")
    new.add_argument("kind", choices=kinds)
    new.add_argument("name", metavar="NAME", help="of the page, or of the new folder")
    new.add_argument("answers", nargs="*", metavar="KEY=WORDS", help=_ANSWERS)
    new.set_defaults(command=_new)


def _add_approve(approve: argparse.ArgumentParser) -> None:
    """Add the options of `approve`."""
    approve.add_argument("names", nargs="+", metavar="TEXT", help=_TEXTS)
    approve.add_argument("--by", required=True, metavar="NAME", help="of the clinician")
    approve.add_argument("--on", default="", metavar="DATE", help="a day before today")
    approve.add_argument("--language", action="append", metavar="CODE", help=_IN)
    approve.set_defaults(command=_approve)


def _add_small_change(small: argparse.ArgumentParser) -> None:
    """Add the options of `small-change`."""
    small.add_argument("names", nargs="+", metavar="PAGE", help="such as vision")
    small.add_argument("--language", action="append", metavar="CODE", help=_IN)
    small.set_defaults(command=_small_change)


def _run(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.app import run
    return run.run(
        run.StartOptions(
            config=options.config,
            content=options.content,
            windowed=options.windowed,
            language=options.language,
        )
    )


def _screenshots(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.tools import screenshots
    choice = screenshots.Choice(options.only, tuple(options.page or ()))
    return screenshots.take(options.folder, options.config, options.content, choice)


def _check(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.authoring.check.formats import Format
        from kiosk.tools import check
    folder = options.folder or options.content
    form = Format(options.format)
    return check.check(folder, options.config, form, strict=options.strict)


def _export(options: argparse.Namespace) -> int:
    from kiosk.tools import export

    return export.export(options.folder, options.config, options.content)


def _preview(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.tools import preview
    return preview.preview(options.folder or options.content, options.config)


def _pin(options: argparse.Namespace) -> int:
    from kiosk.tools import pin

    sys.stdout.write(pin.settings_lines())
    return 0


def _advice(options: argparse.Namespace) -> int:
    from kiosk.tools import advice

    sheet = advice.RuleSheet.load(options.config, options.content)
    text = sheet.table() if options.table else sheet.explain(options.answers)
    sys.stdout.write(text)
    return 0


def _new(options: argparse.Namespace) -> int:
    from kiosk.tools import new

    if options.kind == "clinic":
        return new.clinic(Path(options.name), options.answers)
    place = new.Place(options.config, options.content)
    kind = new.Addition(options.kind)
    return new.addition(kind, options.name, options.answers, place)


def _approve(options: argparse.Namespace) -> int:
    from kiosk.tools import approve

    places = options.config, options.content
    languages = options.language or ()
    return approve.approve(options.names, options.by, options.on, languages, places)


def _small_change(options: argparse.Namespace) -> int:
    from kiosk.tools import approve

    places = options.config, options.content
    return approve.small_change(options.names, options.language or (), places)


@contextmanager
def _needing_qt() -> Iterator[None]:
    """Turn what Qt misses into one line that says how to install it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise DisplayError(f"{missing} in this Python; {_HOW_TO_START}") from missing
    except ImportError as missing:
        from kiosk.files.debian_packages import Use, how_to_install

        remedy = how_to_install(Use.RUN)
        raise DisplayError(f"Qt cannot be loaded: {missing}; {remedy}") from missing
