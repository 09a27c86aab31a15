"""Slips in the words of a language, in its folder, and in what it translates."""

import re
import shutil

from tests.authoring.mistakes.rows import (
    change,
    delete,
    error,
    recode,
    rename,
    row,
    warning,
    write,
)

ES, AR, EN = "es/pack.toml", "ar/pack.toml", "en/pack.toml"


def slip(name, file, old, new, *said, kind=error):
    """A slip in the words of a language, which costs no page."""
    return row(name, change(file, old, new), kind(file, *said))


def copy(of, to):
    def spoil(clinic):
        shutil.copytree(clinic / "content" / of, clinic / "content" / to)

    return spoil


def without(key):
    """Take a key out of the front matter of es/vision.md."""
    return recode(
        "es/vision.md", lambda text: re.sub(f"{key}: .*\n", "", text).encode()
    )


def unquoted(name):
    return recode(
        name, lambda text: re.sub('_hash: ".*"', "_hash: 12345678", text).encode()
    )


def linked(clinic):
    """Put a link in the place of a page, which leads to the page elsewhere."""
    page = clinic / "content" / "en" / "headaches.md"
    page.symlink_to(page.rename(clinic / "elsewhere.md"))


def listing_none(text):
    return re.sub(r"pages = \[[^]]*\]", "pages = []", text).encode()


PAGE = "---\ntitle: Notes\n---\nMore.\n"
ROWS = [
    slip("P02 a word", ES, 'finished = "', "finished = ", "finished"),
    slip("P03 a word", EN, 'finished = "', "finished = ", "finished"),
    slip("P05", AR, 'direction = "rtl"\n', "", "direction", "missing"),
    slip("P06", ES, '"0123456789"', '"012345678"', "digits", "10"),
    slip("P08", ES, 'language = "es"', 'language = "sp"', 'write "es"'),
    slip("P09", ES, "lines = [", 'lines = ["Más.",', "lines", "write"),
    slip(
        "P10", ES, " {emergency_number}.", " {emergency number}.", "{emergency_number}"
    ),
    slip("P12 a word", ES, 'finished = "', "finished = “", "finished"),
    slip("P13", ES, 'double-vision = "', '#"', "answers.double-vision", "missing"),
    slip("P15", ES, "{tell_someone_now}", "Avise", "{tell_someone_now} is missing"),
    slip("P19", EN, 'finished = "', 'finished = "" #', "finished", "missing"),
    slip("P02 a key", ES, "finished =", "finishd =", "use finished", kind=warning),
    row("no words at all", write(ES, ""), error(ES, "missing")),
    row("no file of words", delete("en/pack.toml"), error(EN, "no such file")),
    row("X02 pack", write(ES, b"\xff\xfe\x00"), error(ES, "UTF-8")),
    row(
        "P18 pages",
        change("content.toml", '"vision",', '"vision"'),
        error("content.toml", "comma"),
    ),
    row(
        "a page that is listed twice",
        change("content.toml", '"vision",', '"vision", "vision",'),
        warning("content.toml", "'vision' is named more than once", "delete one"),
    ),
    row(
        "a list of no pages",
        recode("content.toml", listing_none),
        warning("content.toml", "no page is named", "name them in the order"),
    ),
    row(
        "no source language",
        change("content.toml", '"en"', '"eng"'),
        error("content.toml", 'write "en"'),
    ),
    row("no content.toml", delete("content.toml"), warning("content.toml", "format")),
    row(
        "T06",
        unquoted("es/vision.md"),
        error("es/vision.md", "source_hash", "something else by now"),
    ),
    row(
        "T07",
        without("source_hash"),
        error("es/vision.md", "does not say which text", "write source_hash"),
    ),
    row(
        "T14",
        write("es/extra.md", PAGE),
        warning("es/extra.md", "there is no en/extra.md to translate"),
    ),
    row("X22", copy("en", "en (copy)"), error("en (copy)/pack.toml", "copy of en")),
    row("X23", copy("es", "es (copy)"), error("es (copy)/pack.toml", "copy of es")),
    row("copy aa", copy("en", "aa"), error("aa/pack.toml", "copy of en")),
    row("X09", write("en/.DS_Store", b"\0\1")),
    row("X10", write("en/._headaches.md", b"\0\5\x16\7"), warning("en/._headaches.md")),
    row("X12", write("en/headaches.md~", "x")),
    row("X13", write("en/.headaches.md.swp", b"\0")),
    row(
        "X14",
        rename("en/headaches.md", "headaches.MD"),
        error("en/headaches.md", "no such file"),
        warning("en/headaches.MD", "rename it to headaches.md"),
    ),
    row(
        "X16",
        rename("en/headaches.md", "headaches.md.txt"),
        error("en/headaches.md", "no such file"),
        warning("en/headaches.md.txt", "rename it to headaches.md"),
    ),
    row("X19", write("en/README.md", "Read me."), warning("en/README.md", "pages")),
    row("X20", write("en/new.md", PAGE), warning("en/new.md", "draft: true")),
    *(
        row(
            f"a zero byte in {name}",
            recode(name, lambda text: text.encode() + b"\0"),
            error(name, "zero byte", "UTF-8"),
        )
        for name in ("checklist.toml", "en/headaches.md", ES, EN, "content.toml")
    ),
    row("X04", recode("en/headaches.md", lambda text: text.encode("utf-8-sig"))),
    row("X06", recode("en/headaches.md", lambda it: it.replace("\n", "\r").encode())),
    row(
        "X03",
        recode("en/headaches.md", lambda text: text.encode("utf-16")),
        error("en/headaches.md", "save the file as UTF-8"),
    ),
    row("X07", write("en/headaches.md", b""), error("en/headaches.md")),
    row("X17", linked),
    row(
        "X29",
        delete("sources.toml"),
        error("sources.toml", "no such file", "kiosk new clinic"),
    ),
    row(
        "a page of one language",
        delete("es/vision.md"),
        warning("es/vision.md", "not translated"),
    ),
]
