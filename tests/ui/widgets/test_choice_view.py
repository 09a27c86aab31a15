"""A question with a few answers, one of which is chosen."""

import pytest

from kiosk.domain.preferences import (
    TEXT_SCALES,
    ColourScheme,
    PreferenceQuestion,
    Preferences,
    Reach,
)
from kiosk.domain.visit import Visit
from kiosk.ui.screens.preference_questions import preference_question
from kiosk.ui.widgets.choice_view import Choice, ChoiceView
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.screen import LANDSCAPE, PORTRAIT, seen, touch, words

ANSWERS = [
    Choice(1, "One", "text"),
    Choice(2, "Two", "text"),
    Choice(3, "Three", "text"),
]
VISIT = Visit(page="check", answers=frozenset({"tension"}), position=0.25)
AR_LARGE = VISIT.in_language("ar").with_preferences(
    Preferences(text=2, theme=ColourScheme.DARK)
)
COUNTS = {
    PreferenceQuestion.TEXT: len(TEXT_SCALES),
    PreferenceQuestion.COLOURS: len(ColourScheme),
    PreferenceQuestion.REACH: len(Reach),
}


@pytest.fixture
def show(context, wearing):
    def shown(now=2, size=LANDSCAPE):
        portrait = size[1] > size[0]
        view = ChoiceView("Which one?", ANSWERS, now, context, portrait=portrait)
        return wearing(view, size)

    return shown


@pytest.fixture
def ask(contexts, wearing):
    def asked(about, visit=VISIT):
        context = contexts.of(visit)
        view = preference_question(about, visit, context, portrait=False)
        return wearing(view, LANDSCAPE, context.look)

    return asked


def choices(view):
    roles = "choice", "sample"
    return [b for b in seen(view, TouchButton) if b.property("role") in roles]


def chosen(view):
    return [button.accessibleName() for button in choices(view) if button.isChecked()]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_question_and_all_its_answers_are_there(show, size):
    view = show(size=size)
    assert "Which one?" in words(view)
    assert [b.accessibleName() for b in choices(view)] == ["One", "Two", "Three"]


@pytest.mark.parametrize(("now", "expected"), [(1, ["One"]), (3, ["Three"]), (9, [])])
def test_one_is_chosen_or_none(show, now, expected):
    assert chosen(show(now)) == expected


def test_the_one_that_holds_has_a_tick_and_no_other(show):
    """Not by its colour alone: WCAG 2.2, 1.4.1."""
    one, two, three = choices(show(2))
    drawn = [_ink(button) for button in (one, two, three)]
    assert drawn[1] > max(drawn[0], drawn[2])


def _ink(button):
    """Return how many pixels at the far end of a button are of its accent."""
    picture = button.grab().toImage()
    far = range(picture.width() - picture.height(), picture.width() - 12)
    ground = picture.pixelColor(picture.width() // 2, picture.height() - 15)
    rows = range(12, picture.height() - 12)
    return sum(picture.pixelColor(x, y) != ground for x in far for y in rows)


@pytest.mark.parametrize(("said", "value"), [("One", 1), ("Two", 2), ("Three", 3)])
def test_touching_an_answer_tells_it(show, qtbot, said, value):
    view = show()
    with qtbot.waitSignal(view.chosen) as reported:
        touch(view, said)
    assert reported.args == [value]


def test_the_way_back_chooses_nothing(show, context, qtbot):
    view = show()
    with qtbot.assertNotEmitted(view.chosen), qtbot.waitSignal(view.closed):
        touch(view, context.pack.strings.close_code)


@pytest.mark.parametrize("visit", [VISIT, AR_LARGE], ids=["usual", "changed"])
@pytest.mark.parametrize("about", PreferenceQuestion)
def test_one_answer_to_each_question_is_chosen(ask, contexts, about, visit):
    view = ask(about, visit)
    assert len(choices(view)) == COUNTS.get(about, len(contexts.library.languages))
    assert len(chosen(view)) == 1


def test_the_languages_are_named_in_their_own_words(ask, contexts):
    names = [language.name for language in contexts.library.languages]
    assert [
        b.accessibleName() for b in choices(ask(PreferenceQuestion.LANGUAGES))
    ] == names
    assert chosen(ask(PreferenceQuestion.LANGUAGES)) == ["English"]
    assert chosen(ask(PreferenceQuestion.LANGUAGES, AR_LARGE)) == ["العربية"]


@pytest.mark.parametrize("about", PreferenceQuestion)
def test_every_answer_is_the_same_visit_but_for_what_was_asked(ask, about):
    view, answers = ask(about, AR_LARGE), []
    view.chosen.connect(answers.append)
    for button in choices(view):
        button.click()
    assert len(set(answers)) == len(answers) == len(choices(view))
    assert AR_LARGE in answers
    for visit in answers:
        assert (visit.page, visit.answers, visit.position) == (
            *(VISIT.page, VISIT.answers, VISIT.position),
        )
        changed = [
            visit.language != AR_LARGE.language,
            visit.preferences.text != AR_LARGE.preferences.text,
            visit.preferences.theme != AR_LARGE.preferences.theme,
            visit.preferences.reach != AR_LARGE.preferences.reach,
        ]
        assert sum(changed) == (visit != AR_LARGE)
