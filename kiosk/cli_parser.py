"""The commands there are, with their options: a function and a row of a table each.

`cli` runs them.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Command = Callable[[argparse.Namespace], int]

_ONLY = "some of them, such as 1080x1920-ar-dark-200"
_TEXTS = "a page, such as vision; or checklist; or strings"
_IN = "of this language; it may be given again"
_ANSWERS = 'answers that need not be asked for, such as title.en="Headaches"'
_PAGE = "of this page alone; it may be given again"
_WITHOUT_FILES = ("calls", "pin", "publish", "status", "totals")


def parser_of(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """Return the parser of a command line; `commands` run each command by its name."""
    parser = argparse.ArgumentParser(
        prog="kiosk", description="An information kiosk for a clinic's waiting room."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    named = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (use, add_options) in _COMMANDS.items():
        command = named.add_parser(name, help=use)
        command.set_defaults(command=commands[name])
        add_options(command)
        if name not in _WITHOUT_FILES:
            command.add_argument("--config", type=Path, metavar="FILE", help="settings")
            command.add_argument("--content", type=Path, metavar="DIR", help="pages")
    return parser


class _Version(argparse.Action):
    """Print the version; it is looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from kiosk.files.versions import program_version

        sys.stdout.write(f"kiosk {program_version()}\n")
        parser.exit()


def _run(run: argparse.ArgumentParser) -> None:
    run.add_argument("--windowed", action="store_true", help="in a normal window")
    run.add_argument("--language", default="", metavar="CODE", help="to begin in")


def _advice(advice: argparse.ArgumentParser) -> None:
    advice.add_argument("answers", nargs="*", metavar="ID")
    advice.add_argument("--table", action="store_true", help="print the rules in rows")
    advice.add_argument("--sheet", action="store_true", help="print all of it to sign")
    advice.add_argument("--language", default="", metavar="CODE", help="of its words")


def _approve(approve: argparse.ArgumentParser) -> None:
    approve.add_argument("names", nargs="+", metavar="TEXT", help=_TEXTS)
    approve.add_argument("--by", required=True, metavar="NAME", help="of the clinician")
    approve.add_argument("--on", default="", metavar="DATE", help="a day before today")
    approve.add_argument("--language", action="append", metavar="CODE", help=_IN)


def _small_change(small: argparse.ArgumentParser) -> None:
    small.add_argument("names", nargs="+", metavar="PAGE", help="such as vision")
    small.add_argument("--language", action="append", metavar="CODE", help=_IN)


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="pages")
    check.add_argument("--strict", action="store_true", help="fail for a warning too")
    forms = ("text", "json", "github")
    check.add_argument("--format", choices=forms, default="text", help="of the lines")


def _preview(preview: argparse.ArgumentParser) -> None:
    preview.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="pages")


def _screenshots(pictures: argparse.ArgumentParser) -> None:
    pictures.add_argument("folder", type=Path, metavar="DIR")
    pictures.add_argument("--only", default="*", metavar="PATTERN", help=_ONLY)
    pictures.add_argument("--page", action="append", metavar="NAME", help=_PAGE)


def _new(new: argparse.ArgumentParser) -> None:
    kinds = ("clinic", "page", "complication", "language", "symptom")
    new.add_argument("kind", choices=kinds)
    new.add_argument("name", metavar="NAME", help="of the page, or of the new folder")
    new.add_argument("answers", nargs="*", metavar="KEY=WORDS", help=_ANSWERS)


def _export(export: argparse.ArgumentParser) -> None:
    export.add_argument("folder", type=Path, metavar="DIR", help="to write to")


def _handout(handout: argparse.ArgumentParser) -> None:
    handout.add_argument("page", metavar="PAGE", help="such as vision")
    handout.add_argument("--language", default="", metavar="CODE", help="of the page")
    output = handout.add_argument("-o", "--output", type=Path, required=True)
    output.metavar, output.help = "FILE", "to write to; - is the standard output"


def _publish(publish: argparse.ArgumentParser) -> None:
    publish.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="pages")
    publish.add_argument("repository", type=Path, metavar="REPO", help="that is signed")
    keys = publish.add_argument("--keys", action="append", type=Path, required=True)
    keys.metavar, keys.help = "KEYS", "a folder of keys; it may be given again"
    share = publish.add_argument("--share", type=int, choices=range(1, 101))
    share.metavar, share.help = "PERCENT", "of the kiosks; DIR left out: of the newest"
    publish.add_argument("--new", action="store_true", help="make it, and its keys")
    publish.add_argument("--renew", action="store_true", help="sign it again")
    replace = publish.add_argument("--replace", metavar="ROLE", help="its lost keys")
    replace.choices = ("root", "targets", "snapshot", "timestamp")


def _status(status: argparse.ArgumentParser) -> None:
    forms = ("text", "json")
    status.add_argument("--format", choices=forms, default="text", help="of the lines")


def _totals(totals: argparse.ArgumentParser) -> None:
    totals.add_argument("file", nargs="?", type=Path, metavar="FILE", help="to read")
    totals.add_argument("--csv", action="store_true", help="for a spreadsheet")


def _calls(calls: argparse.ArgumentParser) -> None:
    settings = calls.add_argument("--config", type=Path, dest="fleet", metavar="FILE")
    settings.help = "fleet.toml of this desk"


def _safe_picture(picture: argparse.ArgumentParser) -> None:
    picture.add_argument("file", type=Path, metavar="FILE", help="to write, a .png")


def _setup_touch(touch: argparse.ArgumentParser) -> None:
    degrees = touch.add_argument("degrees", nargs="?", type=int)
    degrees.choices, degrees.help = (0, 90, 180, 270), "clockwise; or as settings say"
    touch.add_argument("--print", action="store_true", help="print the rule alone")


def _pin(_: argparse.ArgumentParser) -> None:
    """Add nothing: it has no options."""


_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "run": ("show the kiosk, full screen (the default)", _run),
    "status": ("tell how the running kiosk is", _status),
    "check": ("find every mistake of the content", _check),
    "preview": ("show the content as it is changed", _preview),
    "approve": ("write who approved a text", _approve),
    "small-change": ("keep translations: the meaning is the same", _small_change),
    "advice": ("explain the advice on some answers", _advice),
    "new": ("begin a clinic's folder, or a page of it", _new),
    "export": ("write the pages as a web site", _export),
    "handout": ("write one page as a sheet of paper", _handout),
    "publish": ("sign content for many kiosks", _publish),
    "totals": ("print how many visits opened each page", _totals),
    "calls": ("show who calls for staff, and answer", _calls),
    "screenshots": ("photograph every screen", _screenshots),
    "safe-picture": ("draw what is shown if the kiosk cannot work", _safe_picture),
    "pin": ("make the staff PIN's line for the settings", _pin),
    "setup-touch": ("have touches turned as the picture is", _setup_touch),
}
