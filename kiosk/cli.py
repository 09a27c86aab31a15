"""The command line: find the command, run it, and print problems, a line each.

Exit status: 0 done, 1 problems found, 2 used wrongly or cannot start.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kiosk.app.pyside_import import import_pyside
from kiosk.cli_parser import Command, parser_of
from kiosk.errors import DisplayError, KioskError

_CANNOT_START = 2
_HOW_TO_START = "start the kiosk with ./dev run, or with .venv/bin/kiosk after that"
_OPTIONS = ("-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in _OPTIONS):
        given.insert(0, "run")
    options = parser_of(_COMMANDS).parse_args(given)
    _find_settings(options)
    try:
        return int(options.command(options))
    except KioskError as error:
        level = _level() if options.command is _run else ""
        sys.stderr.writelines(f"{level}kiosk: {line}\n" for line in error.lines)
        return _CANNOT_START


def _level() -> str:
    """Return what marks a line as an error in the journal; nothing elsewhere."""
    from kiosk.app.log import Priority, is_journal

    return f"<{Priority.ERROR}>" if is_journal(sys.stderr, os.environ) else ""


def _find_settings(options: argparse.Namespace) -> None:
    """Let commands for authors use the clinic's folder that they name, or start in."""
    if options.command is _run or not hasattr(options, "config"):
        return
    from kiosk.files.clinic_folder import content_in, settings_here, settings_in

    is_checked = options.command in (_check, _preview) and options.folder
    name = "folder" if is_checked else "content"
    if folder := getattr(options, name):
        setattr(options, name, content_in(folder))
        options.config = options.config or settings_in(folder)
    else:
        options.config = options.config or settings_here()


def _run(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.app.launch import launch
        from kiosk.app.start_options import StartOptions
    return launch(
        StartOptions(
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


def _handout(options: argparse.Namespace) -> int:
    from kiosk.tools import handout

    places = options.config, options.content
    handout.write(options.output, handout.sheet(options.page, options.language, places))
    return 0


def _publish(options: argparse.Namespace) -> int:
    with _needing_qt():  # pages are drawn before they are published
        from kiosk.tools import publish
    folder, keys, share = options.repository, options.keys, options.share
    if options.new or options.replace:
        return publish.make_keys_for(folder, options.replace, keys)
    if options.folder:
        return publish.publish(folder, options.folder, share or 100, keys)
    if not share:
        return publish.renew(folder, keys)
    return publish.widen(folder, share, keys)


def _preview(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.tools import preview
    return preview.preview(options.folder or options.content, options.config)


def _safe_picture(options: argparse.Namespace) -> int:
    with _needing_qt():
        from kiosk.tools import safe_picture
    return safe_picture.write(options.file, options.config, options.content)


def _pin(options: argparse.Namespace) -> int:
    from kiosk.tools import pin

    sys.stdout.write(pin.settings_lines())
    return 0


def _setup_touch(options: argparse.Namespace) -> int:
    from kiosk.tools.setup_touch import setup_touch

    return setup_touch(options.degrees, options.config, prints=options.print)


def _status(options: argparse.Namespace) -> int:
    from kiosk.tools import status

    return status.status(as_json=options.format == "json")


def _totals(options: argparse.Namespace) -> int:
    from kiosk.tools import totals

    return totals.totals(options.file, as_csv=options.csv)


def _calls(options: argparse.Namespace) -> int:
    from kiosk.tools import calls

    return calls.calls(options.fleet)


def _advice(options: argparse.Namespace) -> int:
    from kiosk.tools import advice

    given = options.config, options.content, options.language
    if options.sheet:
        sys.stdout.write(advice.sheet_to_sign(*given))
        return 0
    rules = advice.RuleSheet.load(*given)
    sys.stdout.write(rules.table() if options.table else rules.explain(options.answers))
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
        import_pyside()
        yield
    except ModuleNotFoundError as missing:
        raise DisplayError(f"{missing} in this Python; {_HOW_TO_START}") from missing
    except ImportError as missing:
        from kiosk.files.debian_packages import Use, how_to_install

        remedy = how_to_install(Use.RUN)
        raise DisplayError(f"Qt cannot be loaded: {missing}; {remedy}") from missing


_COMMANDS: Mapping[str, Command] = {
    "run": _run,
    "status": _status,
    "check": _check,
    "preview": _preview,
    "approve": _approve,
    "small-change": _small_change,
    "advice": _advice,
    "new": _new,
    "export": _export,
    "handout": _handout,
    "publish": _publish,
    "calls": _calls,
    "totals": _totals,
    "screenshots": _screenshots,
    "safe-picture": _safe_picture,
    "pin": _pin,
    "setup-touch": _setup_touch,
}
