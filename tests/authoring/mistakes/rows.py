"""One mistake a row: what a person does to a clinic's files, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SETTINGS = "clinic.toml"


@dataclass(frozen=True, slots=True)
class Said:
    """A line of `kiosk check`: its file and line, and words that are in it."""

    severity: str
    place: str
    words: tuple[str, ...]


def error(place, *words):
    """Expect an error at `en/page.md:3`, or `clinic.toml:2`, with these words in it.

    Without a number any line will do, and none.
    """
    return Said("error", place, words)


def warning(place, *words):
    """Expect a warning there."""
    return Said("warning", place, words)


@dataclass(frozen=True, slots=True)
class Row:
    """A mistake: `spoil` is called with the folder of `clinic.toml` and `content/`.

    `shows` has a language, a page and words that are on it; `hides` words that may not
    be. Every page that is not `touched` is as it was, in every language.
    """

    id: str
    spoil: Callable[[Path], None]
    said: tuple[Said, ...]
    shows: tuple[tuple[str, str, str], ...] = ()
    hides: tuple[tuple[str, str, str], ...] = ()
    touched: frozenset[str] = field(default_factory=frozenset)


def row(name, spoil, *said, shows=(), hides=(), touched=()):
    """Return a row. A page `touched` is `vision` in all languages, `es/vision` in one.

    What `change`, `add` and `page` are given as their file is touched without saying.
    """
    files = {getattr(spoil, "touches", "")} - {""}
    return Row(name, spoil, said, shows, hides, frozenset(files | set(touched)))


def _path(clinic, name):
    return clinic / name if name == SETTINGS else clinic / "content" / name


def _touching(name):
    """Mark what spoils a file with the page that it is, in all its languages."""

    def marked(spoil):
        language, _, page = name.partition("/")
        if page.endswith(".md"):
            stem = page.removesuffix(".md")
            spoil.touches = stem if language == "en" else f"{language}/{stem}"
        return spoil

    return marked


def change(name, old, new):
    """Write `new` in the place of the first `old` in a file."""

    @_touching(name)
    def spoil(clinic):
        path = _path(clinic, name)
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def add(name, text):
    """Write `text` at the end of a file."""

    @_touching(name)
    def spoil(clinic):
        path = _path(clinic, name)
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return spoil


def write(name, text):
    """Write a whole file, of text or bytes."""

    @_touching(name)
    def spoil(clinic):
        path = _path(clinic, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return spoil


def recode(name, how):
    """Write a file's bytes as `how` makes them of its text."""

    @_touching(name)
    def spoil(clinic):
        path = _path(clinic, name)
        path.write_bytes(how(path.read_text("utf-8")))

    return spoil


def rename(name, new):
    """Give a file another name in its folder."""

    @_touching(name)
    def spoil(clinic):
        path = _path(clinic, name)
        path.rename(path.with_name(new))

    return spoil


def delete(name):
    """Take a file away."""

    @_touching(name)
    def spoil(clinic):
        _path(clinic, name).unlink()

    return spoil


def settings(text):
    """Write the settings, with nothing in them but this."""
    return write(SETTINGS, text)


def both(*spoils):
    """Make several changes."""

    def spoil(clinic):
        for each in spoils:
            each(clinic)

    spoil.touches = getattr(spoils[0], "touches", "")
    return spoil
