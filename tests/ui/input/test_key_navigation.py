"""Everything can be done with keys, and one always sees where one is."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from kiosk.domain.pin import Pin
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.reading_order import controls_in
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.idle_notice import IdleNotice
from kiosk.ui.screens.pin_pad import PinPad
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.screens.staff_panel import StaffPanel
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.clinic_name import ClinicName
from kiosk.ui.widgets.reading_area import ReadingArea
from tests.support.keyboard_user import KeyboardUser
from tests.ui.conftest import LANDSCAPE, PORTRAIT, seen, settle, words

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
    """Return somebody with a keyboard before a kiosk of a size and settings."""

    def begin(size=LANDSCAPE, **said):
        typist = KeyboardUser(qapp, clock, tmp_path, size, **{"attract": False} | said)
        qtbot.addWidget(typist.shell)
        return typist

    return begin


@pytest.fixture
def typist(sit_down):
    return sit_down()


def test_the_order_is_that_of_reading(typist):
    typist.press(TAB)
    pages = [page.id for page in typist.shell.session.pages]
    tabs, names = [f"tab {page}" for page in pages], typist.names
    bar = ["languages", "text", "colours", "listen", "reach", "finish"]
    if not typist.shell.material.speech:
        bar.remove("listen")
    at = names.index("clinic")
    assert names[: len(tabs)] == tabs
    assert all(name.startswith("tile ") for name in names[len(tabs) : at])
    assert names[at + 1 :] == bar


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 720)])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", [TAB, BACKTAB])
def test_tab_goes_round_every_control_and_comes_back(sit_down, size, page, key):
    typist = sit_down(size)
    typist.open(page)
    begun, names, came_by = typist.control, typist.names, []
    for _ in names:
        typist.press(key)
        assert typist.is_in_sight(), typist.name
        came_by.append(typist.name)
    assert sorted(came_by) == sorted(names)
    assert typist.control is begun


@pytest.mark.parametrize("page", ["vision", "about-botox", "check"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_arrows_pass_over_no_line_of_a_page(sit_down, page, size):
    typist = sit_down(size)
    typist.open(page)
    seen_to = 0
    height = typist.front.findChild(QScrollArea).widget().height()
    while typist.front.isAncestorOf(typist.control) or typist.control is typist.front:
        shown = typist.read_so_far()
        assert shown.top() <= seen_to
        seen_to = max(seen_to, shown.bottom())
        typist.press(KEY.Key_Down)
    assert seen_to >= height


def test_an_arrow_back_goes_back_through_the_page(typist):
    typist.open("vision")
    trace = [typist.name, *(typist.press(KEY.Key_Down) for _ in range(6))]
    back = [typist.press(KEY.Key_Up) for _ in range(20)]
    assert back.index("tab book") > back.index("page vision")
    assert trace[0] in back


def test_the_first_key_only_shows_where_one_is(typist):
    assert typist.control is None
    typist.press(ENTER)
    assert typist.name == "tile muscle-weakness"
    assert typist.front.objectName() == "page home"


def test_a_touch_leaves_no_ring_and_keys_go_on_from_there(typist):
    typist.press(TAB, 3)
    before = typist.name
    typist.glass.click(960, 5)
    assert typist.control is None
    assert typist.press(TAB) == before


def test_a_key_held_down_chooses_once(typist):
    typist.open("check")
    typist.go_to(SAME_DAY)
    for repeats in (False, True, True):
        kind, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        held = QKeyEvent(kind, ENTER, plain, "", repeats)
        held.setTimestamp(1)  # 0 is when no key was ever let go
        QCoreApplication.sendEvent(typist.shell.windowHandle(), held)
    assert not typist.control.isChecked()
    QTest.keyRelease(typist.shell.windowHandle(), ENTER)
    settle()
    assert typist.control.isChecked()


def test_a_key_with_ctrl_does_nothing(typist):
    before = typist.press(TAB)
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert typist.press(TAB, modifier=ctrl) == before
    typist.press(ENTER, modifier=ctrl)
    assert typist.front.objectName() == "page home"


def test_a_page_opened_with_a_key_begins_at_its_text(typist):
    typist.press(TAB)
    typist.choose("tab vision")
    assert typist.control is typist.front
    assert typist.name == "page vision"


def test_a_page_that_all_fits_begins_at_its_first_control(typist):
    typist.open("vision")
    typist.press(ESCAPE)
    assert typist.name == "tile muscle-weakness"


def test_an_emergency_takes_the_focus_and_gives_it_back(typist):
    typist.open("check")
    typist.choose(STROKE)
    [view] = seen(typist.shell, EmergencyView)
    assert view.isAncestorOf(typist.control)
    typist.press(ENTER)
    assert typist.name == STROKE
    assert not seen(typist.shell, EmergencyView)


def test_a_hand_that_trembles_does_not_close_the_emergency(typist):
    typist.open("check")
    typist.choose(STROKE)
    typist.glass.press(ENTER)
    assert seen(typist.shell, EmergencyView)


def test_a_code_takes_the_focus_and_gives_it_back(typist):
    typist.open("vision")
    link = next(it for it in controls_in(typist.shell) if it.property("role") == "link")
    typist.choose(link.accessibleName())
    [view] = seen(typist.shell, QrCodeView)
    assert view.isAncestorOf(typist.control)
    typist.go_to(typist.shell.material.pack.strings.close_code)
    typist.press(ENTER)
    assert typist.control is link


@pytest.mark.parametrize("about", ["languages", "text", "colours", "reach"])
def test_after_the_screen_is_drawn_anew_one_is_where_one_was(typist, about):
    typist.open("vision")
    typist.choose(about)
    [question] = seen(typist.shell, ChoiceView)
    assert question.isAncestorOf(typist.control)
    before = typist.shell.session
    typist.press(TAB)
    typist.press(ENTER)
    assert typist.shell.session is not before
    assert typist.name == about
    assert typist.shell.session.visit.page == "vision"


def test_a_page_drawn_anew_by_the_clock_leaves_one_where_one_was(typist):
    typist.open("check")
    typist.go_to(SAME_DAY)
    typist.shell.serve(typist.shell.stock)
    settle()
    assert typist.name == SAME_DAY
    assert typist.is_in_sight()


@pytest.mark.parametrize("opened", ["vision", "check", "book"])
def test_escape_goes_home(typist, opened):
    typist.open(opened)
    typist.press(ESCAPE)
    assert typist.front.objectName() == "page home"
    assert typist.control


def test_escape_goes_home_from_a_cover(typist):
    typist.open("check")
    typist.choose(STROKE)
    typist.press(ESCAPE)
    assert typist.front.objectName() == "page home"
    assert STROKE in typist.shell.session.visit.answers


def test_help_says_what_keys_do_and_goes_away_again(typist):
    typist.open("check")
    typist.go_to(SAME_DAY)
    typist.press(KEY.Key_F1)
    assert typist.shell.material.pack.strings.keys_how in words(typist.front)
    typist.press(ENTER)
    assert typist.name == SAME_DAY


def test_an_emergency_comes_back_after_help(typist):
    typist.open("check")
    typist.choose(STROKE)
    typist.press(KEY.Key_F1)
    typist.press(ENTER)
    assert seen(typist.shell, EmergencyView)


def test_headphones_turn_listening_on_and_off(sit_down, qtbot):
    typist = sit_down(keys={"quiet": "F23"})
    for key, on in ((KEY.Key_F24, True), (KEY.Key_F23, False)):
        with qtbot.waitSignal(typist.keys.listen_requested) as told:
            typist.press(key)
        assert told.args == [on]


def test_to_the_left_is_onwards_from_right_to_left(typist):
    typist.shell.change(Visit(language="ar"))
    settle()
    typist.press(TAB)
    order = typist.names
    at = order.index(typist.name)
    assert typist.press(KEY.Key_Left) == order[at + 1]
    assert typist.press(KEY.Key_Right) == order[at]


@pytest.mark.parametrize("key", [KEY.Key_PageDown, KEY.Key_End])
def test_pages_can_be_turned_and_what_follows_is_in_sight(typist, key):
    typist.open("about-botox")
    typist.press(key)
    assert typist.read_so_far().top() > 0
    assert typist.is_in_sight()
    typist.press(KEY.Key_Home)
    assert typist.read_so_far().top() == 0


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
    typist = sit_down(keys=KEYPAD)
    typist.press(KEY.Key_F14, 2)
    assert typist.name == "tile headaches"
    typist.press(KEY.Key_F13)
    typist.press(KEY.Key_F17)
    assert typist.front.objectName() == "page muscle-weakness"
    typist.press(KEY.Key_F18)
    assert typist.front.objectName() == "keys"
    typist.press(KEY.Key_F19)
    assert typist.front.objectName() == "page home"


def test_a_key_on_the_invitation_shows_the_languages_and_select_begins(sit_down):
    typist = sit_down(attract=True)
    assert typist.press(KEY.Key_A) == "en"
    assert typist.shell.cover_shown
    assert typist.press(KEY.Key_Down) == "ar"
    typist.press(ENTER)
    assert not typist.shell.cover_shown
    assert typist.shell.session.visit.language == "ar"
    assert typist.control is controls_in(typist.front)[0]


def test_a_touch_still_wakes_after_a_key_has_shown_the_languages(sit_down):
    typist = sit_down(attract=True)
    typist.press(KEY.Key_Down)
    typist.glass.click(300, 300)
    assert not typist.shell.cover_shown
    assert typist.shell.front.objectName() == "page home"


def test_the_key_that_wakes_does_nothing_else(sit_down):
    typist = sit_down(attract=True, languages=("en",))
    typist.glass.press(ENTER)
    assert typist.front.objectName() == "page home"
    assert typist.name == "tile muscle-weakness"


def test_any_key_answers_the_question_and_does_nothing_else(typist, clock):
    typist.open("check")
    typist.go_to(SAME_DAY)
    clock.advance(500)
    guard = typist.station.attendant.guard
    guard._since = clock.passed - guard._allowed() - 1
    guard.tick()
    assert seen(typist.shell, IdleNotice)
    typist.glass.press(ENTER)
    assert not seen(typist.shell, IdleNotice)
    assert typist.name == SAME_DAY
    assert not typist.control.isChecked()


def test_nothing_is_left_of_whoever_finished(typist):
    typist.open("check")
    typist.choose("finish")
    assert typist.control is None
    focus = typist.keys.focus
    assert (focus.front, focus.control, focus._places) == ("", None, {})


@pytest.fixture
def staff(sit_down):
    typist = sit_down(pin=Pin.of(PIN, b"0123456789abcdef"))
    typist.press(TAB)
    typist.go_to("clinic")
    [name] = seen(typist.shell, ClinicName)
    name._hold.setInterval(0)
    QTest.keyPress(typist.shell.windowHandle(), ENTER)
    settle()
    settle()
    QTest.keyRelease(typist.shell.windowHandle(), ENTER)
    settle()
    return typist


def test_a_key_held_on_the_name_opens_the_pad_for_staff(staff):
    [pad] = seen(staff.shell, PinPad)
    assert pad.isAncestorOf(staff.control)


def test_a_short_press_on_the_name_means_nothing(typist):
    typist.press(TAB)
    typist.choose("clinic")
    assert typist.front.objectName() == "page home"


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
    while staff.name != staff.shell.material.pack.staff.enter:
        staff.press(KEY.Key_Down)
    staff.press(ENTER)
    assert seen(staff.shell, StaffPanel)


def test_the_pad_gives_the_focus_back(staff):
    staff.choose(staff.shell.material.pack.staff.back)
    assert staff.name == "clinic"


DEEDS = (
    *(TAB, BACKTAB, ENTER, ENTER, ENTER, ESCAPE, KEY.Key_Up, KEY.Key_Down),
    *(KEY.Key_Left, KEY.Key_Right, KEY.Key_F1, KEY.Key_PageDown, KEY.Key_End),
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_one_always_sees_where_one_is(typist, seed):
    fate = random.Random(seed)
    typist.press(TAB)
    for _ in range(150):
        key = fate.choice(DEEDS)
        typist.press(key)
        if not typist.keys.focus.is_shown:  # the visit was finished
            typist.press(TAB)
        assert typist.control in controls_in(typist.shell), key
        assert typist.is_in_sight(), (key, typist.name)


def test_only_a_text_with_more_below_can_have_the_focus(typist):
    typist.open("home")
    areas = seen(typist.shell, ReadingArea)
    assert not [area for area in areas if area in controls_in(typist.shell)]
