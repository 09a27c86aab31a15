"""Begin a language: every word and page to translate, with nothing on the wall yet.

The language is a draft until its translator says otherwise, and so is each page. A word
that is still a comment is shown in the source language.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from unicodedata import bidirectional

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.authoring.skeletons.toml_text import quoted
from kiosk.errors import UsageError
from kiosk.files.front_matter import fingerprint

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ABOVE = """\
# The words of this language. Take away the # in front of a line, and translate what is
# in quotation marks; leave what is in braces, such as {{clinic}}, as it is.
# A line that still has its # is shown in the source language ({source}).

language = {code}
name = {name}
draft = true  # delete this line when it is done: until then nobody is offered it
direction = {direction}
digits = {digits}
"""
_OF_THE_SOURCE = ("icon", "kind", "sources", "source_hash", "draft", "approved_hash")
_NOT_APPROVED = ("approved_by", "approved_on")


def new_language(
    content: ContentFolder, code: str, answers: Answers
) -> tuple[Path, ...]:
    """Add a language, or the pages that one does not have yet; return the files."""
    _check_code(content, code)
    if code not in [language.code for language in content.languages]:
        _add_words(content, code, answers)
    answers.finish()
    for path in content.pages(content.source):
        ours = content.page(code, path.stem)
        if ours not in content.before:
            content.changes.create(ours, _draft(content.changes.text(path)))
    if not content.changes.files:
        raise UsageError(f"{code!r} has every page already")
    return content.save()


def _check_code(content: ContentFolder, code: str) -> None:
    if not _CODE.fullmatch(code):
        wrong = f"{code!r} is no language; write its code, such as de, or pt-BR"
        raise UsageError(wrong)
    if code == content.source:
        raise UsageError(f"{code!r} is what the others are translated from")


def _add_words(content: ContentFolder, code: str, answers: Answers) -> None:
    name = answers.get(Question("name", "Its own name, such as Deutsch"))
    usual = "rtl" if any(bidirectional(it) in ("R", "AL") for it in name) else "ltr"
    about = "ltr, or rtl for one that is written from the right"
    direction = answers.get(Question("direction", about, usual, _check_direction))
    about = "Its digits from 0 to 9"
    digits = answers.get(Question("digits", about, "0123456789", _check_digits))
    above = _ABOVE.format(
        source=content.source,
        code=quoted(code),
        name=quoted(name),
        direction=quoted(direction),
        digits=quoted(digits),
    )
    words = content.changes.text(content.folder / content.source / "pack.toml")
    below = "\n".join(_to_translate(words))
    content.changes.create(content.folder / code / "pack.toml", f"{above}\n{below}\n")


def _to_translate(words: str) -> Iterator[str]:
    """Yield the tables of a pack, with each word behind a #."""
    lines = words.splitlines()
    above = list(takewhile(lambda line: not line.startswith("["), lines))
    for line in lines[len(above) :]:
        is_word = line.strip() and not line.startswith(("#", "["))
        yield f"# {line}" if is_word else line


def _draft(page: str) -> str:
    """Return a page to translate: the texts of its source, kept off the wall."""
    front, fence, body = page.removeprefix("---\n").partition("\n---\n")
    lines = [
        line
        for line in front.split("\n")
        if line.partition(":")[0] not in (*_OF_THE_SOURCE, *_NOT_APPROVED)
    ]
    mark = f"source_hash: {quoted(fingerprint(page))}"
    lines += [mark, 'approved_by: ""', "draft: true  # take this line away when done"]
    return "\n".join(["---", *lines]) + fence + body


def _check_direction(text: str) -> None:
    if text not in ("ltr", "rtl"):
        raise ValueError('write "ltr" or "rtl"')


def _check_digits(text: str) -> None:
    if len(text) != 10:
        raise ValueError("write ten digits in a row, such as 0123456789")
