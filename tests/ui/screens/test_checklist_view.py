"""The checklist: areas to jump to, what can change the level, a card for staff."""

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel

from kiosk.domain.preferences import Preferences
from kiosk.domain.triage import Level
from kiosk.domain.visit import Visit
from kiosk.ui.screens.advice_view import AdviceView
from kiosk.ui.screens.checklist_view import ChecklistView
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.staff_card import StaffCard
from kiosk.ui.widgets.advice_line import AdviceLine
from kiosk.ui.widgets.advice_panel import AdvicePanel
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.unbroken_rows import UnbrokenRows
from tests.support.screen import (
    LANDSCAPE,
    PORTRAIT,
    SETTINGS,
    place,
    seen,
    settle,
    words,
)
from tests.support.visible_part import visible_part

LID = Visit(page="check", answers=frozenset({"drooping-eyelid"}))
A_HAIR = 40
"""Qt draws some letters a hair's breadth aside."""
NO_BREAK = "\N{NO-BREAK SPACE}"
LARGE = Preferences(text=3)
BOTH = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=str)
SCREENS_WITH_PANEL = (LANDSCAPE, 476.0), (PORTRAIT, 268.0), ((1080, 1920), 398.0)
EACH = pytest.mark.parametrize("language", ["en", "es", "ar"])


def named(shown, name):
    [button] = [it for it in seen(shown, QAbstractButton) if it.objectName() == name]
    return button


def press(shown, *names):
    for name in names:
        named(shown, name).click()
        settle()


def names(shown):
    return {button.objectName() for button in seen(shown, QAbstractButton)}


def is_in_sight(widget):
    return visible_part(widget).height() == widget.height()


def row(shown, answer):
    [found] = [it for it in seen(shown, TickRow) if it.objectName() == answer]
    return found


@BOTH
def test_the_question_about_a_stroke_is_the_first_one_and_in_sight(session, size):
    shown = session(Visit(page="check"), size)
    first = min(seen(shown, TickRow), key=lambda it: place(it).top())
    assert first.objectName() == "sudden-face-arm-speech"
    assert is_in_sight(first)


@EACH
@BOTH
def test_a_chip_jumps_to_its_area_and_is_the_marked_one(
    session, contexts, size, language
):
    shown = session(Visit(page="check", language=language), size)
    press(shown, "area vision")
    assert named(shown, "area vision").isChecked()
    assert is_in_sight(row(shown, "double-vision"))
    assert not is_in_sight(row(shown, "sudden-face-arm-speech"))


def test_a_chip_says_how_many_are_ticked_in_its_area(session, contexts):
    answers = frozenset({"drooping-eyelid", "uneven-face", "tension"})
    shown = session(Visit(page="check", answers=answers))
    chips = [named(shown, f"area {area}") for area in ("weakness", "headache", "body")]
    assert [chip.accessibleName() for chip in chips] == ["Face 2", "Head 1", "Body"]


@BOTH
def test_what_can_change_the_level_is_asked_as_soon_as_something_is_ticked(
    session, size
):
    shown = session(Visit(page="check"), size)
    asked = {"sudden yes", "sudden no", "sudden not_sure", "spreading yes"}
    assert asked.isdisjoint(names(shown))
    press(shown, "drooping-eyelid")
    assert asked | {"any of these", "show to staff"} <= names(shown)
    assert "So far: be seen today" in words(shown)


def advice_lines(shown, pack, level):
    """Return the lines of the advice that a panel shows, whole."""
    [panel] = seen(shown, AdvicePanel)
    said = [it.text() for it in seen(panel, QLabel)]
    return [line for line in pack.advice[level].lines if line in said]


@EACH
@pytest.mark.parametrize("answer", ["drooping-eyelid", "tension"])
@pytest.mark.parametrize("screen", SCREENS_WITH_PANEL)
def test_while_it_asks_it_says_whom_to_call_if_it_gets_worse(
    session, contexts_for, screen, language, answer
):
    contexts = contexts_for(*screen)
    visit = replace(LID, language=language, answers=frozenset({answer}))
    shown = session(visit, screen[0], contexts)
    context = contexts.of(visit)
    level = context.checklist.assess(visit.answers).level
    all_lines = context.pack.advice[level].lines
    lines = advice_lines(shown, context.pack, level)
    number = context.clinic.emergency_number
    number = number or context.pack.strings.your_local_emergency_number
    calls = next(line for line in all_lines[1:] if number in line)
    assert {all_lines[0], calls} <= set(lines)


def test_where_there_is_room_all_of_the_advice_stands_above_the_questions(
    session, contexts_for
):
    screen = (1080, 1920), 398.0
    contexts = contexts_for(*screen)
    shown = session(LID, screen[0], contexts)
    pack = contexts.of(LID).pack
    all_lines = list(pack.advice[Level.SAME_DAY].lines)
    assert advice_lines(shown, pack, Level.SAME_DAY) == all_lines
    [panel] = seen(shown, AdvicePanel)
    assert is_in_sight(panel)


def test_a_line_opens_all_of_the_advice_while_it_asks(session, contexts_for):
    screen = (1280, 800), 217.0
    contexts = contexts_for(*screen)
    shown = session(LID, screen[0], contexts)
    press(shown, "advice line")
    pack = contexts.of(LID).pack
    all_lines = list(pack.advice[Level.SAME_DAY].lines)
    assert advice_lines(shown, pack, Level.SAME_DAY) == all_lines


def test_after_no_to_everything_the_advice_is_whole_and_nothing_is_asked(
    session, context
):
    shown = session(LID)
    press(shown, "sudden no", "spreading no", "any of these")
    assert is_in_sight(row(shown, "unlicensed-product"))
    press(shown, "none fit")
    assert {"sudden no", "any of these"}.isdisjoint(names(shown))
    said = words(shown)
    assert "Tell the clinic now. Be seen today" in said
    assert any("If it gets worse, call" in each for each in said)


@pytest.mark.parametrize("reply", ["sudden yes", "sudden not_sure", "spreading yes"])
def test_an_answer_that_makes_it_an_emergency_takes_the_whole_screen(session, reply):
    shown = session(LID)
    press(shown, reply)
    assert seen(shown, EmergencyView)


def test_a_reply_and_the_row_of_the_same_answer_are_one(session):
    shown = session(replace(LID, answers=frozenset({"tension"})))
    press(shown, "sudden not_sure")
    assert row(shown, "not-sure-sudden").isChecked()
    assert named(shown, "sudden not_sure").isChecked()
    press(shown, "not-sure-sudden")
    assert not named(shown, "sudden not_sure").isChecked()


def test_a_reply_is_kept_in_another_language(session):
    visit = replace(LID, language="ar", declined=frozenset({"sudden"}))
    assert named(session(visit), "sudden no").isChecked()


def test_none_of_the_others_can_be_taken_back(session):
    shown = session(LID)
    press(shown, "none fit", "none fit")
    assert shown.visit.declined == frozenset()
    assert shown.visit.answers == LID.answers


@BOTH
@EACH
def test_with_large_text_the_advice_is_a_line_that_opens_all_of_it(
    session, contexts, size, language
):
    visit = replace(LID, language=language, preferences=LARGE)
    shown = session(visit, size)
    [line] = seen(shown, AdviceLine)
    assert is_in_sight(line)
    assert any(is_in_sight(each) for each in seen(shown, TickRow))
    line.click()
    settle()
    assert seen(shown, AdviceView)
    press(shown, "sudden no")
    assert named(shown, "sudden no").isChecked()
    press(shown, "any of these")
    assert not seen(shown, AdviceView)
    assert is_in_sight(row(shown, "unlicensed-product"))


def test_a_reply_in_the_open_advice_can_be_an_emergency(session):
    shown = session(replace(LID, preferences=LARGE))
    press(shown, "advice line", "sudden yes")
    assert seen(shown, EmergencyView)


@BOTH
def test_the_card_for_staff_says_it_in_their_language_too(session, contexts, size):
    visit = replace(LID, language="ar", declined=frozenset({"sudden"}))
    shown, english = session(visit, size), contexts.of(Visit()).pack
    press(shown, "show to staff")
    [card] = seen(shown, StaffCard)
    said = words(card)
    for pack in (contexts.of(visit).pack, english):
        assert {pack.answers["drooping-eyelid"], pack.answers["sudden"]} <= set(said)
    assert "How soon: be seen today" in said
    of_staff = [
        it.text() for it in seen(card, QLabel) if it.property("language") == "en"
    ]
    assert "A drooping eyelid" in of_staff


def test_the_card_for_staff_is_in_one_language_where_they_have_the_same(session):
    shown = session(LID)
    press(shown, "show to staff")
    [card] = seen(shown, StaffCard)
    assert words(card).count("A drooping eyelid") == 1


@pytest.mark.parametrize("answer", ["drooping-eyelid", "heavy-brow", "infection-signs"])
def test_the_advice_that_appears_below_never_covers_what_was_ticked(session, answer):
    shown = session(Visit(page="check"), PORTRAIT)
    ticked = row(shown, answer)
    shown._screen.pages.view("check").area.scroll_to(ticked)
    settle()
    ticked.click()
    settle()
    assert is_in_sight(ticked)


def test_the_list_is_given_one_height_when_the_advice_comes_or_goes(session):
    heights = []

    class Resizes(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Resize:
                heights.append(event.size().height())
            return False

    shown = session(Visit(page="check"), PORTRAIT)
    [view] = seen(shown, ChecklistView)
    resizes = Resizes(shown)
    view.area.installEventFilter(resizes)
    before = view.area.height()
    press(shown, "drooping-eyelid")
    press(shown, "drooping-eyelid")
    with_advice, without = heights
    assert with_advice < without == before


def test_a_row_that_stays_is_neither_moved_nor_painted_when_advice_comes(session):
    happened = []

    class Changes(QObject):
        def eventFilter(self, watched, event):
            if event.type() in (QEvent.Type.Move, QEvent.Type.Paint):
                happened.append((watched.objectName(), event.type()))
            return False

    shown = session(Visit(page="check"), PORTRAIT)
    view = shown._screen.pages.view("check")
    view.area.go_to_section(view._list.place_of("weakness"))
    settle()
    for name in ("drooping-eyelid", "both-eyelids"):
        row(shown, name).installEventFilter(Changes(shown))
    press(shown, "facial-expressions")
    settle()
    assert is_in_sight(row(shown, "drooping-eyelid"))
    press(shown, "facial-expressions")
    settle()
    assert happened == []
    press(shown, "drooping-eyelid")
    assert happened


def test_a_chip_has_room_for_its_number_before_it_is_painted(session):
    shown = session(Visit(page="check"))
    chip, narrow = named(shown, "area weakness"), named(shown, "area weakness").width()
    named(shown, "drooping-eyelid").click()
    assert chip.width() == chip.sizeHint().width() > narrow


def pixels(picture):
    image = picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = image.size().toTuple(), image.bytesPerLine()
    return Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", stride)


def farthest_pixel(shown):
    """Return how far the grey of any pixel is from what it would be, of 255."""
    glass = pixels(shown.screen().grabWindow(shown.winId()))
    difference = ImageChops.difference(glass, pixels(shown.grab()))
    return difference.getextrema()[1]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("screen", [*SCREENS_WITH_PANEL, ((720, 480), 268.0)], ids=str)
def test_what_is_on_the_glass_is_what_would_be_painted_as_a_whole(
    session, contexts_for, screen, language
):
    still = replace(SETTINGS, reduce_motion=True)
    visit = Visit(page="check", language=language)
    shown = session(visit, screen[0], contexts_for(*screen, settings=still))
    area = shown._screen.pages.view("check").area
    shown.setFocus()  # a ring around the list would have all of it painted
    for deed in (
        lambda: press(shown, "facial-expressions"),  # in sight: the list stays
        lambda: press(shown, "facial-expressions"),
        lambda: press(shown, "drooping-eyelid"),
        lambda: press(shown, "drooping-eyelid"),
        lambda: area.go_to(0.5),
        lambda: press(shown, "heavy-brow"),
        lambda: area.scroll_page(1),
        lambda: press(shown, "heavy-brow"),
        lambda: area.scroll_page(1, to_the_end=True),
        lambda: press(shown, "heavy-brow"),
    ):
        deed()
        while QEventLoop().processEvents():
            pass
        assert farthest_pixel(shown) <= A_HAIR


def test_a_tick_in_sight_has_no_row_measured(session, monkeypatch):
    """With hundreds of rows it would take longer than all else."""
    measured = []
    measure = UnbrokenRows.of

    def note(view, tallest):
        measured.append(view)
        return measure(view, tallest)

    shown = session(Visit(page="check"), LANDSCAPE)
    shown._screen.pages.view("check").show_row("drooping-eyelid")
    settle()
    monkeypatch.setattr(UnbrokenRows, "of", note)
    press(shown, "drooping-eyelid")
    assert measured == []
    press(shown, "not-sure-sudden")
    assert measured != []


def test_the_row_of_an_answer_is_brought_into_sight(session):
    shown = session(Visit(page="check"))
    view = shown._screen.pages.view("check")
    view.show_row("infection-signs")
    settle()
    assert is_in_sight(row(shown, "infection-signs"))


@EACH
@BOTH
@pytest.mark.parametrize("answers", ["tension", "drooping-eyelid", "double-vision"])
def test_the_advice_is_whole_on_a_screen_of_the_usual_size(
    session, size, language, answers
):
    answers = frozenset(answers.split())
    shown = session(Visit(page="check", language=language, answers=answers), size)
    [panel] = seen(shown, AdvicePanel)
    assert is_in_sight(panel)


def test_the_advice_says_how_to_call_the_clinic(session):
    said = [each.replace(NO_BREAK, " ") for each in words(session(LID))]
    assert "Call 01 23 45" in said
