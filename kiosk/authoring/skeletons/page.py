"""Begin a page: its front matter and body in every language, and its place."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.authoring.skeletons.toml_text import quoted, written
from kiosk.content.packs import Language
from kiosk.content.pages import PageKind
from kiosk.errors import UsageError
from kiosk.files.front_matter import fingerprint
from kiosk.files.parsing import check_known
from kiosk.files.paths import resources
from kiosk.files.themes import icon_names

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_A_YEAR = timedelta(days=365)
_ONCE = (PageKind.HOME, PageKind.CHECKLIST, PageKind.BOOKING, PageKind.COMPLICATION)
_KINDS = [kind.value for kind in PageKind if kind not in _ONCE]


class Words(Struct, frozen=True):
    """The texts of a page in one language; `tab` and `hint` may be empty."""

    title: str
    summary: str
    tab: str = ""
    hint: str = ""


def check_name(name: str, taken: Collection[str] = ()) -> None:
    """Check the name of a new page, symptom or rule; raises `ValueError`."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name; write small letters, as in dry-skin")
    if name in taken:
        raise ValueError(f"there is a {name!r} already; choose another name")


def new_page(content: ContentFolder, name: str, answers: Answers) -> tuple[Path, ...]:
    """Add a page of the kind `article` or `questions`; return the files written."""
    begin_page(content, name)
    kind = answers.option(Question("kind", "", PageKind.ARTICLE.value, _check_kind))
    icon, sources = ask_icon(answers, "about"), ask_sources(content, answers, "sources")
    bodies = {}
    for language in content.languages:
        if words := ask_words(content, answers, language):
            text = Question(f"text.{language.code}", "Its text", None)
            bodies[language.code] = words, f"{answers.get(text)}\n"
    answers.finish()
    front = {"icon": icon, "kind": kind, "sources": sources}
    write_page(content, name, front, bodies)
    after = [it for it in ordered(content) if kind_of(content, it) == kind]
    content.add_page_after(name, after[-1] if after else ordered(content)[-2])
    return content.save()


def begin_page(content: ContentFolder, name: str) -> None:
    """Check that a page can have this name; raises `UsageError`."""
    try:
        check_name(name, [path.stem for path in content.pages(content.source)])
    except ValueError as error:
        raise UsageError(str(error)) from error


def ask_icon(answers: Answers, usual: str) -> str:
    """Return the icon of a page."""
    icons = icon_names(resources())
    check = Question("icon", "", usual, lambda it: check_known(it, icons, ""))
    return answers.option(check)


def ask_sources(content: ContentFolder, answers: Answers, key: str) -> list[str]:
    """Return the sources that facts come from."""
    known = content.table("sources.toml").keys()

    def check(text: str) -> None:
        for source in listed(text):
            check_known(source, known, "")

    text = "Sources, such as S1, S15"
    return listed(answers.get(Question(key, text, "", check)))


def listed(text: str) -> list[str]:
    """Return the names in a text, between commas or blanks, each once."""
    return list(dict.fromkeys(text.replace(",", " ").split()))


def ask_words(
    content: ContentFolder,
    answers: Answers,
    language: Language,
    *,
    on_home: bool = False,
) -> Words | None:
    """Return the texts of a page; None for a translation that is left for later.

    One that is `on_home` is asked for a hint, too.
    """
    code = language.code
    ask = answers.get if on_home else answers.option
    later = None if code == content.source else ""
    title = answers.get(Question(f"title.{code}", f"Title, {language.name}", later))
    if not title:
        return None
    return Words(
        title=title,
        summary=answers.get(Question(f"summary.{code}", "The same in a sentence")),
        tab=answers.option(Question(f"tab.{code}", "", "")),
        hint=ask(Question(f"hint.{code}", "Below its title on Home", "")),
    )


def write_page(
    content: ContentFolder,
    name: str,
    front: Mapping[str, object],
    bodies: Mapping[str, tuple[Words, str]],
) -> None:
    """Add a page in each language that has words and a body for it.

    `front` has what only the source language says.
    """
    words, body = bodies[content.source]
    source = _page(words, _fields(front), body)
    content.changes.create(content.page(content.source, name), source)
    mark = [f"source_hash: {quoted(fingerprint(source))}"]
    for code, (words, body) in bodies.items():
        if code != content.source:
            text = _page(words, mark, body)
            content.changes.create(content.page(code, name), text)


def _fields(front: Mapping[str, object]) -> list[str]:
    return [f"{key}: {_plain(value)}" for key, value in front.items()]


def _plain(value: object) -> str:
    """Return a value of front matter; names stand there without quotation marks."""
    return written(value).replace('"', "")


def _page(words: Words, fields: Iterable[str], body: str) -> str:
    today = date.today()  # noqa: DTZ011 - the date where the author is
    texts = {"title": words.title, "tab": words.tab, "hint": words.hint}
    texts["summary"] = words.summary
    lines = [f"{key}: {quoted(text)}" for key, text in texts.items() if text]
    lines += [*fields, f"written: {today}", f"review_by: {today + _A_YEAR}"]
    return "\n".join(["---", *lines, 'approved_by: ""', "---", body])


def ordered(content: ContentFolder) -> list[str]:
    """Return the names of the pages in the order of their tabs."""
    listed_pages = content.outline.pages
    return [*listed_pages] or [path.stem for path in content.pages(content.source)]


def kind_of(content: ContentFolder, name: str) -> str:
    """Return the kind of a page; empty where it has none."""
    path = content.page(content.source, name)
    text = content.changes.text(path) if path.exists() else ""
    found = re.search(r"^kind: *[\"']?([\w-]+)", text, re.MULTILINE)
    return found[1] if found else ""


def _check_kind(kind: str) -> None:
    check_known(kind, _KINDS, "")
