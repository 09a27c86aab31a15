"""Begin a complication: its page with care cards, its signs, and a rule for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import indent

from msgspec import Struct, field

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.authoring.skeletons.house_style import USUAL_SIGNS, HouseStyle
from kiosk.authoring.skeletons.page import (
    Words,
    ask_icon,
    ask_sources,
    ask_words,
    begin_page,
    kind_of,
    ordered,
    write_page,
)
from kiosk.authoring.skeletons.rules import add_rule, ask_rule
from kiosk.authoring.skeletons.symptoms import (
    NewSymptom,
    add_symptom,
    ask_group,
    ask_names,
    ask_sign_words,
    ask_symptom,
)
from kiosk.content.pages import PageKind
from kiosk.domain.triage import Level
from kiosk.errors import UsageError

_MOST_SIGNS = 6
_ADVICE_LINE = {Level.EMERGENCY: 0, Level.SAME_DAY: 1, Level.ROUTINE: 1}
"""Which line of the pack's advice of a level is in its care card, too."""


class _Draft(Struct):
    """What is answered about one complication."""

    group: str = ""
    names: list[str] = field(default_factory=list)
    rule: dict[str, object] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    symptoms: list[NewSymptom] = field(default_factory=list)
    words: dict[str, Words] = field(default_factory=dict)
    sections: dict[str, dict[int, str]] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)
    also_level: Level = Level.EMERGENCY


def new_complication(
    content: ContentFolder, name: str, answers: Answers
) -> tuple[Path, ...]:
    """Add a complication; return the files written.

    Raises `UsageError`, and writes nothing, for an answer that is missing or wrong.
    """
    begin_page(content, name)
    styles = _styles(content)
    draft = _Draft()
    for language in content.languages:
        if len(styles[language.code].sections) != len(styles[content.source].sections):
            continue  # it has no page yet that says how its cards are worded
        if words := ask_words(content, answers, language, on_home=True):
            draft.words[language.code] = words
    _ask_signs(content, answers, draft)
    _ask_prose(content, answers, styles, draft)
    icon = ask_icon(answers, "body")
    draft.sources = ask_sources(content, answers, "sources")
    answers.finish()
    _add_signs(content, draft)
    kind = PageKind.COMPLICATION.value
    front = {"icon": icon, "kind": kind, "sources": draft.sources}
    _write(content, name, front, styles, draft)
    return content.save()


def _ask_signs(content: ContentFolder, answers: Answers, draft: _Draft) -> None:
    """Ask for each sign, for a rule over them, and for its sentence in a card."""
    draft.group = ask_group(content, answers)
    draft.names = ask_names(content, answers)
    for name in draft.names:
        words = ask_sign_words(content, answers, name, draft.words)
        if symptom := ask_symptom(content, answers, name, words):
            draft.symptoms.append(symptom)
    draft.rule = ask_rule(content, answers, draft.names)
    if draft.rule:
        draft.also_level = Level.of(str(draft.rule["level"]))
    _ask_also(content, answers, draft, is_needed=bool(draft.rule))


def _add_signs(content: ContentFolder, draft: _Draft) -> None:
    """Add the signs and their rule to the checklist, and their sources to the page."""
    _check_room(draft.symptoms)
    for symptom in draft.symptoms:
        add_symptom(content, symptom, draft.group)
        draft.sources += [it for it in symptom.sources if it not in draft.sources]
    if draft.rule:
        add_rule(content, draft.rule)


def _styles(content: ContentFolder) -> dict[str, HouseStyle]:
    """Return how the complications of each language are worded."""
    names = [
        path.stem
        for path in content.pages(content.source)
        if kind_of(content, path.stem) == PageKind.COMPLICATION.value
    ]
    styles = {}
    for language in content.languages:
        paths = (content.page(language.code, name) for name in names)
        texts = (content.changes.text(path) for path in paths if path in content.before)
        styles[language.code] = HouseStyle.of(texts)
    return styles


def _ask_also(
    content: ContentFolder, answers: Answers, draft: _Draft, *, is_needed: bool
) -> None:
    """Ask for a sentence of a card: a page says what a rule of its signs says."""
    about = "What else is an emergency, such as with a higher risk, in a sentence"
    if is_needed:
        about = f"The rule in a sentence, for the card {draft.also_level.key}"
    for code in draft.words:
        usual = None if is_needed or draft.also.get(content.source) else ""
        draft.also[code] = answers.get(Question(f"also.{code}", about, usual))
        if not (is_needed or draft.also[code]):
            return


def _ask_prose(
    content: ContentFolder,
    answers: Answers,
    styles: Mapping[str, HouseStyle],
    draft: _Draft,
) -> None:
    """Ask for the text below each usual heading.

    What the source language leaves out is not asked for in another.
    """
    for place, (key, text) in enumerate(_headings(styles[content.source]), 1):
        for code in draft.words:
            usual = "" if code == content.source else None
            answer = answers.get(Question(f"{key}.{code}", text, usual))
            if not answer and code == content.source:
                break
            draft.sections.setdefault(code, {})[place] = answer


def _headings(style: HouseStyle) -> list[tuple[str, str]]:
    """Return a key and a heading for each section below the care cards."""
    return [(_key(heading), f"“{heading}”") for heading in style.sections[1:]]


def _key(heading: str) -> str:
    return "-".join(re.findall(r"\w+", heading.lower()))


def _check_room(symptoms: Sequence[NewSymptom]) -> None:
    """Check that each care card has room for its signs; raises `UsageError`."""
    for level, most in (
        (Level.EMERGENCY, _MOST_SIGNS - len(USUAL_SIGNS)),
        (Level.SAME_DAY, _MOST_SIGNS),
        (Level.ROUTINE, _MOST_SIGNS),
    ):
        if sum(it.level is level for it in symptoms) > most:
            wrong = f"a page has room for {most} signs of the level {level.key}"
            raise UsageError(f"nothing was written; {wrong}; put the others on another")


def _write(
    content: ContentFolder,
    name: str,
    front: Mapping[str, object],
    styles: Mapping[str, HouseStyle],
    draft: _Draft,
) -> None:
    bodies = {}
    for code, words in draft.words.items():
        advice = content.table(f"{code}/pack.toml").get("advice", {})
        parts = _parts(code, styles[code], draft, advice)
        bodies[code] = words, "\n\n".join(parts) + "\n"
    write_page(content, name, front, bodies)
    like = front["kind"]
    after = [it for it in ordered(content) if kind_of(content, it) == like]
    content.add_page_after(name, after[-1] if after else ordered(content)[0])


def _parts(
    code: str,
    style: HouseStyle,
    draft: _Draft,
    advice: Mapping[str, Mapping[str, list[str]]],
) -> Iterator[str]:
    """Yield the parts of a page's body: what to do, and then what else is known."""
    yield from (f"## {heading}" for heading in style.sections[:1])
    for level in (Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE):
        points = "\n".join(_points(code, style, draft, level))
        lines = advice.get(level.key, {}).get("lines", [])
        also = draft.also.get(code, "") if level is draft.also_level else ""
        if points or also:
            said = filter(None, (points, also, *lines[_ADVICE_LINE[level] :][:1]))
            inside = indent("\n\n".join(said), "    ")
            yield f'!!! {level.key} "{style.card(level)}"\n{inside}'
    for place, text in sorted(draft.sections.get(code, {}).items()):
        yield f"## {style.sections[place]}\n\n{text}"


def _points(code: str, style: HouseStyle, draft: _Draft, level: Level) -> Iterator[str]:
    """Yield the points of a care card; the emergency card has the usual signs, too."""
    for symptom in draft.symptoms:
        if symptom.level is level:
            yield _point(symptom.id, style.point(symptom.words[code]))
    if level is Level.EMERGENCY:
        for sign in USUAL_SIGNS:
            if words := style.signs.get(sign):
                yield _point(sign, words)


def _point(sign: str, words: str) -> str:
    return f"- ![](signs/{sign}.svg) {words}"
