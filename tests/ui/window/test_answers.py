"""A row that is ticked gives the level of the rules, in every language."""

import pytest

from kiosk.content.placeholders import fill
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.files.languages import languages_in
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.widgets.tick_row import TickRow
from tests.support.screen import seen, settle, touch, words
from tests.support.shipped import SHIPPED, refuse

LANGUAGES = [language.code for language in languages_in(SHIPPED, "en", refuse)]
EACH = pytest.mark.parametrize("language", LANGUAGES)
TOGETHER = [
    ("tension", "pregnant-or-young"),
    ("tension", "drooping-eyelid"),
    ("blurred-vision", "unlicensed-product"),
    ("dry-mouth", "infection-signs"),
    ("drooping-eyelid", "sudden"),
    ("spreading",),
]


@pytest.fixture
def ticking(session, contexts):
    """Tick answers by their words in a language; return the screen and its pack."""

    def tick(language):
        visit = Visit(page="check", language=language)
        return session(visit), contexts.of(visit).pack

    return tick


def row_of(shown, said):
    [row] = [row for row in seen(shown, TickRow) if row.accessibleName() == said]
    return row


def is_shown(shown, pack, level):
    """Return whether the screen shows this level, as an overlay if it must."""
    has_overlay = bool(seen(shown, EmergencyView))
    advice = pack.advice[level]
    said = {advice.heading, fill(pack.strings.so_far, {"short": advice.short})}
    if level is Level.EMERGENCY:
        said = {pack.strings.emergency_title}
    return has_overlay is (level is Level.EMERGENCY) and (
        level is Level.INFORMATION or not said.isdisjoint(words(shown))
    )


@EACH
def test_each_row_alone_gives_the_level_of_the_rules(ticking, checklist, language):
    shown, pack = ticking(language)
    wrong = []
    for answer in sorted(checklist.answers):
        row_of(shown, pack.answers[answer]).click()
        level = checklist.assess(frozenset({answer})).level
        if shown.assessment.level is not level or not is_shown(shown, pack, level):
            wrong.append(answer)
        if level is Level.EMERGENCY:
            touch(shown, pack.strings.back_to_answers)
        row_of(shown, pack.answers[answer]).click()
        settle()
    assert wrong == []


@EACH
@pytest.mark.parametrize("answers", TOGETHER, ids="+".join)
def test_rows_together_give_the_level_of_the_rules(
    ticking, checklist, language, answers
):
    shown, pack = ticking(language)
    rows = [row_of(shown, pack.answers[answer]) for answer in answers]
    for row in rows:
        row.click()
    settle()
    assert shown.visit.answers == frozenset(answers)
    assert is_shown(shown, pack, checklist.assess(frozenset(answers)).level)


@EACH
def test_every_answer_has_its_row_in_the_same_order(ticking, language):
    (shown, _), (english, _) = ticking(language), ticking("en")
    ours = [row.objectName() for row in seen(shown, TickRow)]
    assert ours == [row.objectName() for row in seen(english, TickRow)]
