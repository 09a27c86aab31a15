"""Begin a symptom: its row on the checklist, and its point in a page's care card."""

import re
from pathlib import Path

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.authoring.skeletons.house_style import HouseStyle, is_draft
from kiosk.authoring.skeletons.page import check_name
from kiosk.authoring.skeletons.rules import add_rule, ask_rule
from kiosk.authoring.skeletons.symptoms import (
    NewSymptom,
    add_symptom,
    ask_group,
    ask_sign_words,
    ask_symptom,
    taken_names,
)
from kiosk.errors import UsageError
from kiosk.files.front_matter import fingerprint
from kiosk.files.parsing import check_known

_MARK = re.compile(r"^source_hash:.*$", re.MULTILINE)


def new_symptom(
    content: ContentFolder, name: str, answers: Answers
) -> tuple[Path, ...]:
    """Add a symptom; return the files written.

    With a page named it is a point of the card of its level there, in every language
    that has the words; a translation then still counts as one of the page as it is.
    """
    try:
        check_name(name, taken_names(content))
    except ValueError as error:
        raise UsageError(str(error)) from error
    words = ask_sign_words(content, answers, name)
    symptom = ask_symptom(content, answers, name, words)
    group = ask_group(content, answers)
    page = _ask_page(content, answers)
    rule = ask_rule(content, answers, [name])
    answers.finish()
    if symptom:
        add_symptom(content, symptom, group)
        _add_points(content, symptom, page)
    if rule:
        add_rule(content, rule)
    return content.save()


def _ask_page(content: ContentFolder, answers: Answers) -> str:
    """Return the page whose care card has the symptom; empty for none."""
    pages = [path.stem for path in content.pages(content.source)]
    about = "The page that has it in a care card, such as vision"
    return answers.get(
        Question("page", about, "", lambda it: check_known(it, pages, ""))
    )


def _add_points(content: ContentFolder, symptom: NewSymptom, page: str) -> None:
    """Add the point to a page, the source language first; `page` may be empty."""
    paths = {code: content.page(code, page) for code in symptom.words}
    source = fingerprint(content.changes.text(paths[content.source])) if page else ""
    for code, path in paths.items():
        if path not in content.before or is_draft(content.changes.text(path)):
            continue
        text = content.changes.text(path)
        if code != content.source and source not in text:
            told = f"{path} is out of date; bring it up to date first"
            raise UsageError(f"nothing was written; page: {told}")
        texts = (content.changes.text(each) for each in content.pages(code))
        words = HouseStyle.of(texts).point(symptom.words[code])
        content.changes.write(path, _with_point(text, symptom, words, path))
        _mark(content, path, paths[content.source])


def _mark(content: ContentFolder, path: Path, source: Path) -> None:
    """Let a translation name its source as it is now."""
    mark = f'source_hash: "{fingerprint(content.changes.text(source))}"'
    text = content.changes.text(path)
    content.changes.write(path, _MARK.sub(mark, text, count=1))


def _with_point(text: str, symptom: NewSymptom, words: str, path: Path) -> str:
    """Return a page with one more point behind the signs of a card.

    Usual points, such as what spreads, stay last. Raises `UsageError` for no such card.
    """
    key = re.escape(symptom.level.key)
    head = re.search(rf"^!!! +{key} .*\n", text, re.MULTILINE)
    points = head and re.compile(r"(?:    - .*\n)+").match(text, head.end())
    if not points:
        wrong = f"{path} has no card {symptom.level.key!r} with signs"
        raise UsageError(f"nothing was written; page: {wrong}; leave the page out")
    lines = points[0].splitlines(keepends=True)
    usual = [n for n, line in enumerate(lines) if re.search("/su|/spreading.svg", line)]
    place = usual[0] if usual else len(lines)
    lines.insert(place, f"    - ![](signs/{symptom.id}.svg) {words}\n")
    return f"{text[: points.start()]}{''.join(lines)}{text[points.end() :]}"
