"""Ask for symptoms of the checklist, and add their rows, words and pictures."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import CHECKLIST, ContentFolder
from kiosk.authoring.skeletons.page import ask_sources, check_name
from kiosk.domain.triage import Level
from kiosk.files.parsing import check_known

LEVELS = [level.key for level in Level if level is not Level.INFORMATION]
_JUDGEMENT = "Judgement: "
_STAND_IN = """<!-- stands in for the picture of {name}: draw one, in 48 by 48 -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<g fill="none" stroke="$heading" stroke-width="3.4" stroke-linecap="round">
<circle cx="24" cy="14" r="8"/>
<path d="M8 43C8 32 14 26 24 26S40 32 40 43"/>
</g>
</svg>
"""


class NewSymptom(Struct, frozen=True):
    """One symptom to add; `words` by the code of each language that has them."""

    id: str
    level: Level
    why: str
    sources: tuple[str, ...]
    words: Mapping[str, str]
    picture: Path | None = None


def taken_names(content: ContentFolder) -> list[str]:
    """Return the names of all symptoms, factors and rules."""
    rows = (*content.rows("symptoms"), *content.rows("factors"), *content.rows("rules"))
    return [str(row.get("id")) for row in rows]


def ask_sign_words(
    content: ContentFolder, answers: Answers, name: str, codes: Iterable[str] = ()
) -> dict[str, str]:
    """Return the words of a sign in each language that has them.

    Those of `codes` must have them, and so must the source language.
    """
    needed = (content.source, *codes)
    words = {}
    for language in content.languages:
        code = language.code
        if codes and code not in needed:
            continue
        about = f"The sign in words, {language.name}"
        usual = None if code in needed else ""
        if text := answers.get(Question(f"{name}.{code}", about, usual)):
            words[code] = text
    return words


def ask_symptom(
    content: ContentFolder, answers: Answers, name: str, words: Mapping[str, str]
) -> NewSymptom | None:
    """Return what is answered about a symptom, which has these `words`.

    None where an answer is missing or wrong, which `answers` knows.
    """
    about = f"How soon: {', '.join(LEVELS)}"
    key = answers.get(Question(f"level.{name}", about, None, _check_level))
    sources = ask_sources(content, answers, f"sources.{name}")
    why = answers.get(Question(f"why.{name}", "Why so soon, for who signs the rules"))
    picture = answers.option(Question(f"picture.{name}", "", "", _check_picture))
    if key not in LEVELS:
        return None
    return NewSymptom(
        id=name,
        level=Level.of(key),
        why=reason(why, sources),
        sources=tuple(sources),
        words=words,
        picture=Path(picture) if picture else None,
    )


def ask_group(content: ContentFolder, answers: Answers, usual: str = "") -> str:
    """Return the group of the checklist that symptoms come under."""
    groups = list(map(str, content.table(CHECKLIST).get("groups", [])))
    about = f"Where on the checklist: {', '.join(groups)}"
    usual = usual or groups[-1]
    check = Question("group", about, usual, lambda it: check_known(it, groups, ""))
    return answers.get(check)


def ask_names(content: ContentFolder, answers: Answers) -> list[str]:
    """Return the names of new symptoms."""
    taken = taken_names(content)

    def check(text: str) -> None:
        for name in listed_names(text):
            check_name(name, taken)

    about = "Its signs, a short name for each, such as itching dry-skin"
    return listed_names(answers.get(Question("signs", about, None, check)))


def listed_names(text: str) -> list[str]:
    """Return the names in a text, between commas or blanks, each once."""
    return list(dict.fromkeys(re.split(r"[\s,]+", text.strip()))) if text else []


def add_symptom(content: ContentFolder, symptom: NewSymptom, group: str) -> None:
    """Add a symptom's row, its words in each language, its picture and a case."""
    row: dict[str, object] = {"id": symptom.id, "group": group}
    row |= {"level": symptom.level.key, "why": symptom.why}
    content.add_row("symptoms", row | _cited(symptom.sources))
    for code, words in symptom.words.items():
        content.add_words(code, "answers", symptom.id, words)
    drawn = symptom.picture.read_bytes() if symptom.picture else None
    content.add_case([symptom.id], symptom.level.key)
    stand_in = _STAND_IN.format(name=symptom.id).encode()
    content.changes.create(
        content.picture(f"signs/{symptom.id}.svg"), drawn or stand_in
    )


def reason(why: str, sources: Iterable[str]) -> str:
    """Return a reason; one without a source says that it is a judgement."""
    is_judged = not any(sources) and not why.startswith(_JUDGEMENT)
    return f"{_JUDGEMENT}{why[:1].lower()}{why[1:]}" if is_judged else why


def _cited(sources: Iterable[str]) -> dict[str, object]:
    return {"sources": list(sources)} if sources else {}


def _check_level(text: str) -> None:
    check_known(text, LEVELS, "")


def _check_picture(text: str) -> None:
    path = Path(text)
    if path.suffix != ".svg" or not path.is_file():
        raise ValueError(f"there is no drawing {text}; name a file that ends in .svg")
