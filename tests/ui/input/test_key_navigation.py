"""Everything can be done with keys, and one always sees where one is."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from kiosk.domain.pin import Pin
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.screens.sources_view import SourcesView
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.idle_notice import IdleNotice
from kiosk.ui.widgets.reading_area import ReadingArea
from tests.support.keyboard_user import KeyboardUser
from tests.support.screen import LANDSCAPE, PORTRAIT, seen, settle, words

KEY = Qt.Key
TAB, BACKTAB, ENTER, ESCAPE = (
    KEY.Key_Tab,
    KEY.Key_Backtab,
    KEY.Key_Return,
    KEY.Key_Escape,
)
PAGES = ("home", "vision", "about-botox", "questions", "check", "book")
STROKE, SAME_DAY = "sudden-face-arm-speech", "drooping-eyelid"
PIN = "271828"


@pytest.fixture
def sit_down(qapp, fonts, clock, tmp_path, qtbot):
    """Return a user of keys at a kiosk of a size and settings."""

    def begin(size=LANDSCAPE, **said):
        user = KeyboardUser(qapp, clock, tmp_path, size, **{"attract": False} | said)
        qtbot.addWidget(user.shell, before_close_func=user.close)
        return user

    return begin


@pytest.fixture
def user(sit_down):
    return sit_down()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_order_is_that_of_reading(sit_down, size, language):
    user = sit_down(size)
    user.shell.open(Visit(language=language))
    settle()
    page = [name for name in user.names if name.split()[0] in ("tile", "place")]
    tabs = [it.id for it in user.shell.session.pages if it.id not in ("home", "book")]
    ways = [*(f"tab {each}" for each in tabs), "dock"]
    bar = ["home", "languages", "text", "colours", "listen", "reach", "finish"]
    if not user.shell.context.speech:
        bar.remove("listen")
    middle = ways + page if size is LANDSCAPE else page + ways
    assert page
    assert user.names == ["red_flag", "clinic", *middle, *bar]


def test_a_window_that_is_activated_late_shows_no_focus(user, qapp):
    """Qt gives the focus to its first control then, where it had none."""
    shell = user.shell
    assert shell.focusWidget() is shell
    shell.clearFocus()
    assert qapp.focusWidget() is None
    controls_in(shell)[-1].setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert shell.focusWidget() is shell


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 720)])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", [TAB, BACKTAB])
def test_tab_goes_round_every_control_and_comes_back(sit_down, size, page, key):
    user = sit_down(size)
    user.open(page)
    begun, names, came_by = user.control, user.names, []
    for _ in names:
        user.press(key)
        assert user.is_in_sight(), user.name
        came_by.append(user.name)
    assert sorted(came_by) == sorted(names)
    assert user.control is begun


@pytest.mark.parametrize("page", ["vision", "about-botox", "check"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_arrows_pass_over_no_line_of_a_page(sit_down, page, size):
    user = sit_down(size)
    user.open(page)
    seen_to = 0
    height = user.front.findChild(QScrollArea).widget().height()
    while user.front.isAncestorOf(user.control) or user.control is user.front:
        shown = user.read_so_far()
        assert shown.top() <= seen_to
        seen_to = max(seen_to, shown.bottom())
        user.press(KEY.Key_Down)
    assert seen_to >= height


def test_an_arrow_back_goes_back_through_the_page(user):
    user.open("vision")
    trace = [user.name, *(user.press(KEY.Key_Down) for _ in range(6))]
    back = [user.press(KEY.Key_Up) for _ in range(20)]
    assert back.index("dock") > back.index("text vision")
    assert trace[0] in back


def test_the_first_key_only_shows_where_one_is(user):
    assert user.control is None
    user.press(ENTER)
    assert user.name == "tile muscle-weakness"
    assert user.front.objectName() == "page home"


def test_a_touch_leaves_no_ring_and_keys_go_on_from_there(user):
    user.press(TAB, 3)
    before = user.name
    title = next(it for it in seen(user.front, QLabel) if it.text())
    user.devices.click(*user.devices.middle_of(title))
    assert user.control is None
    assert user.press(TAB) == before


def test_a_key_held_down_chooses_once(user):
    user.open("check")
    user.go_to(SAME_DAY)
    for repeats in (False, True, True):
        kind, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        held = QKeyEvent(kind, ENTER, plain, "", repeats)
        held.setTimestamp(1)  # 0 is when no key was ever let go
        QCoreApplication.sendEvent(user.shell.windowHandle(), held)
    assert not user.control.isChecked()
    QTest.keyRelease(user.shell.windowHandle(), ENTER)
    settle()
    assert user.control.isChecked()


def test_a_key_with_ctrl_does_nothing(user):
    before = user.press(TAB)
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert user.press(TAB, modifier=ctrl) == before
    user.press(ENTER, modifier=ctrl)
    assert user.front.objectName() == "page home"


def test_a_page_opened_with_a_key_begins_at_its_text(user):
    user.press(TAB)
    user.choose("tab vision")
    assert user.control is user.front.area
    assert user.name == "text vision"


def test_a_page_that_all_fits_begins_at_its_first_control(user):
    user.open("vision")
    user.press(ESCAPE)
    assert user.name == "tile muscle-weakness"


def test_an_emergency_takes_the_focus_and_gives_it_back(user):
    user.open("check")
    user.choose(STROKE)
    [view] = seen(user.shell, EmergencyView)
    assert view.isAncestorOf(user.control)
    user.press(ENTER)
    assert user.name == STROKE
    assert not seen(user.shell, EmergencyView)


def test_a_hand_that_trembles_does_not_close_the_emergency(user):
    user.open("check")
    user.choose(STROKE)
    user.devices.press(ENTER)
    assert seen(user.shell, EmergencyView)


def test_a_code_takes_the_focus_and_gives_it_back(user):
    user.open("vision")
    user.choose("sources")
    [sources] = seen(user.shell, SourcesView)
    assert sources.isAncestorOf(user.control)
    link = next(it for it in controls_in(sources) if it.property("role") == "link")
    name, back = link.accessibleName(), user.shell.context.pack.strings.close_code
    user.choose(name)
    [view] = seen(user.shell, QrCodeView)
    assert view.isAncestorOf(user.control)
    user.choose(back)
    assert user.name == name
    user.choose(back)
    assert user.name == "sources"


@pytest.mark.parametrize("about", ["languages", "text", "colours", "reach"])
def test_after_the_session_is_rebuilt_the_focus_is_where_it_was(user, about):
    user.open("vision")
    user.choose(about)
    [question] = seen(user.shell, ChoiceView)
    assert question.isAncestorOf(user.control)
    before = user.shell.session
    user.press(TAB)
    user.press(ENTER)
    assert user.shell.session is not before
    assert user.name == about
    assert user.shell.session.visit.page == "vision"


def test_a_page_rebuilt_by_the_clock_leaves_the_focus_where_it_was(user):
    user.open("check")
    user.go_to(SAME_DAY)
    user.shell.serve(user.shell.contexts)
    settle()
    assert user.name == SAME_DAY
    assert user.is_in_sight()


@pytest.mark.parametrize("opened", ["vision", "check", "book"])
def test_escape_goes_home(user, opened):
    user.open(opened)
    user.press(ESCAPE)
    assert user.front.objectName() == "page home"
    assert user.control


def test_escape_goes_home_from_a_cover(user):
    user.open("check")
    user.choose(STROKE)
    user.press(ESCAPE)
    assert user.front.objectName() == "page home"
    assert STROKE in user.shell.session.visit.answers


def test_help_says_what_keys_do_and_goes_away_again(user):
    user.open("check")
    user.go_to(SAME_DAY)
    user.press(KEY.Key_F1)
    assert user.shell.context.pack.strings.keys_how in words(user.front)
    user.press(ENTER)
    assert user.name == SAME_DAY


def test_an_emergency_comes_back_after_help(user):
    user.open("check")
    user.choose(STROKE)
    user.press(KEY.Key_F1)
    user.press(ENTER)
    assert seen(user.shell, EmergencyView)


def test_to_the_left_is_onwards_from_right_to_left(user):
    user.shell.open(Visit(language="ar"))
    settle()
    user.press(TAB)
    order = user.names
    at = order.index(user.name)
    assert user.press(KEY.Key_Left) == order[at + 1]
    assert user.press(KEY.Key_Right) == order[at]


@pytest.mark.parametrize("key", [KEY.Key_PageDown, KEY.Key_End])
def test_pages_can_be_turned_and_what_follows_is_in_sight(user, key):
    user.open("about-botox")
    user.press(key)
    assert user.read_so_far().top() > 0
    assert user.is_in_sight()
    user.press(KEY.Key_Home)
    assert user.read_so_far().top() == 0


KEYPAD = {
    "up": "F13",
    "down": "Key_F14",
    "left": "F15",
    "right": "F16",
    "select": "F17",
    "help": "F18",
    "home": KEY.Key_F19.value,
}


def test_a_keypad_of_other_keys_does_it_all(sit_down):
    user = sit_down(keys=KEYPAD)
    user.press(KEY.Key_F14, 2)
    assert user.name == "tile headaches"
    user.press(KEY.Key_F13)
    user.press(KEY.Key_F17)
    assert user.front.objectName() == "page muscle-weakness"
    user.press(KEY.Key_F18)
    assert user.front.objectName() == "keys"
    user.press(KEY.Key_F19)
    assert user.front.objectName() == "page home"


def test_a_key_on_the_invitation_shows_the_languages_and_select_begins(sit_down):
    user = sit_down(attract=True)
    assert user.press(KEY.Key_A) == "en"
    assert user.shell.screen_shown
    assert user.press(KEY.Key_Down) == "ar"
    user.press(ENTER)
    assert not user.shell.screen_shown
    assert user.shell.session.visit.language == "ar"
    assert user.control is controls_in(user.front)[0]


def test_a_touch_still_wakes_after_a_key_has_shown_the_languages(sit_down):
    user = sit_down(attract=True)
    user.press(KEY.Key_Down)
    user.devices.click(300, 300)
    assert not user.shell.screen_shown
    assert user.shell.front.objectName() == "page home"


def test_the_key_that_wakes_does_nothing_else(sit_down):
    user = sit_down(attract=True, languages=("en",))
    user.devices.press(ENTER)
    assert user.front.objectName() == "page home"
    assert user.name == "tile muscle-weakness"


def test_any_key_answers_the_question_and_does_nothing_else(user, clock):
    user.open("check")
    user.go_to(SAME_DAY)
    clock.advance(500)
    timer = user.kiosk.visitor_mode.idle_timer
    timer._since = clock.passed - timer._allowed() - 1
    timer.tick()
    assert seen(user.shell, IdleNotice)
    user.devices.press(ENTER)
    assert not seen(user.shell, IdleNotice)
    assert user.name == SAME_DAY
    assert not user.control.isChecked()


def test_nothing_is_left_of_a_visitor_who_finished(user):
    user.open("check")
    user.choose("finish")
    assert user.control is None
    focus = user.keys.focus
    assert (focus.front, focus.control, focus._last_controls) == ("", None, {})


@pytest.fixture
def staff(sit_down):
    user = sit_down(pin=Pin.hashed(PIN, b"0123456789abcdef"))
    user.press(TAB)
    user.go_to("clinic")
    [name] = seen(user.shell, ClinicName)
    name._hold.setInterval(0)
    QTest.keyPress(user.shell.windowHandle(), ENTER)
    settle()
    settle()
    QTest.keyRelease(user.shell.windowHandle(), ENTER)
    settle()
    return user


def test_a_key_held_on_the_name_opens_the_pad_for_staff(staff):
    [pad] = seen(staff.shell, PinPad)
    assert pad.isAncestorOf(staff.control)


def test_a_short_press_on_the_name_means_nothing(user):
    user.press(TAB)
    user.choose("clinic")
    assert user.front.objectName() == "page home"


def test_escape_does_not_close_the_pad(staff):
    staff.press(ESCAPE)
    assert seen(staff.shell, PinPad)


def test_the_pin_can_be_typed(staff):
    for digit in PIN:
        staff.press(getattr(KEY, f"Key_{digit}"))
    staff.press(ENTER)
    [panel] = seen(staff.shell, StaffPanel)
    assert panel.isAncestorOf(staff.control) or staff.control is panel


def test_the_pin_can_be_chosen_with_arrows(staff):
    for digit in PIN:
        while staff.name != digit:
            staff.press(KEY.Key_Right)
        staff.press(ENTER)
    while staff.name != staff.shell.context.pack.staff.enter:
        staff.press(KEY.Key_Down)
    staff.press(ENTER)
    assert seen(staff.shell, StaffPanel)


def test_the_pad_gives_the_focus_back(staff):
    staff.choose(staff.shell.context.pack.staff.back)
    assert staff.name == "clinic"


DEEDS = (
    *(TAB, BACKTAB, ENTER, ENTER, ENTER, ESCAPE, KEY.Key_Up, KEY.Key_Down),
    *(KEY.Key_Left, KEY.Key_Right, KEY.Key_F1, KEY.Key_PageDown, KEY.Key_End),
)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_keys_the_focus_is_in_sight(user, seed):
    fate = random.Random(seed)
    user.press(TAB)
    for _ in range(150):
        key = fate.choice(DEEDS)
        user.press(key)
        if not user.keys.focus.is_shown:  # the visit was finished
            user.press(TAB)
        assert user.control in controls_in(user.shell), key
        assert user.is_in_sight(), (key, user.name)


def test_only_a_text_with_more_below_can_have_the_focus(user):
    user.open("home")
    areas = seen(user.shell, ReadingArea)
    assert not [area for area in areas if area in controls_in(user.shell)]
