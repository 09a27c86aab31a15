"""A whole visit without touching the glass, on a real screen."""

import pytest

from kiosk.domain.pin import Pin
from kiosk.ui.widgets.clinic_name import HOLD_MS
from tests.support.keyboard import KEYBOARD, Keyboard
from tests.support.programs import PATIENCE, until
from tests.support.visitor import PIN, kiosk_with_test_clock
from tests.support.x_screen import WIDTHS_MM, x_screen
from tests.support.xtest import Hand

SIZE = (1920, 1080)
KEYPAD = {
    "up": "F5",
    "down": "F6",
    "left": "F7",
    "right": "F8",
    "select": "F9",
    "help": "F10",
}
F10_ON_THE_KEYBOARD = 76
KEYS = f"""
[access.keys]
up = "F5"
down = "Key_F6"
left = "F7"
right = "F8"
select = "F9"
help = {F10_ON_THE_KEYBOARD}
"""
STROKE, SAME_DAY = "sudden-face-arm-speech", "drooping-eyelid"
ALL_SCREENS = 300


class Program:
    """A kiosk of ours, and what it says of itself."""

    def __init__(self, process, display):
        self._process, self.display = process, display

    def ask(self, line):
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@pytest.fixture
def sit_down(stage, home, tmp_path):
    """Return somebody before a kiosk, with these keys; without a finger."""

    def begin(names, *, keys="", attract="true"):
        (home / "state.json").write_text('{"volume": 0}')
        pin = Pin.hashed(PIN, b"0123456789abcdef").line
        path = tmp_path / "clinic.toml"
        path.write_text(
            '[clinic]\nemergency_number = "112"\n'
            '[booking]\nurl = "https://clinic.example/book"\n'
            f"[screen]\nwidth_mm = {WIDTHS_MM[SIZE[0]]}\n"
            f'[idle]\nattract = {attract}\n[staff]\npin = "{pin}"\n{keys}'
        )
        screen = stage(x_screen(*SIZE))
        process = stage(kiosk_with_test_clock(screen, home, path, tmp_path / "log"))
        kiosk = Program(process, screen.display)
        until(lambda: kiosk.ask("content") == "read", "every language")
        return Keyboard(kiosk, Hand(screen), names)

    return begin


@pytest.mark.parametrize("kind", ["keyboard", "keypad"])
def test_a_whole_visit_is_made_with_keys_alone(sit_down, kind):
    names, keys = (KEYBOARD, "") if kind == "keyboard" else (KEYPAD, KEYS)
    visitor = sit_down(names, keys=keys)
    wake(visitor)
    read_a_page(visitor)
    go_home(visitor, kind)
    check_symptoms(visitor)
    change_the_screen(visitor)
    go_home(visitor, kind)
    visitor.choose("tile book")  # in the largest text there is no card
    assert visitor.front == "page book"
    visitor.go_to("finish", "up")
    finish(visitor)


def wake(visitor):
    """The first key chooses nothing, and neither does a hand that trembles."""
    assert visitor.press("down") == "en"
    assert visitor.front == "Attract"
    visitor.press("select")
    assert visitor.front == "page home"


def read_a_page(visitor):
    visitor.choose("tile vision")
    assert (visitor.front, visitor.name) == ("page vision", "text vision")
    visitor.go_to("more")
    visitor.press("help")
    assert visitor.front == "keys"
    visitor.press("select")
    assert visitor.name == "more"


def go_home(visitor, kind):
    if kind == "keyboard":
        visitor.press("home")
    else:
        visitor.choose("home", "up")
    assert visitor.front == "page home"


def check_symptoms(visitor):
    visitor.choose("tile check")
    visitor.choose(SAME_DAY)
    assert visitor.where["level"] == "SAME_DAY"
    assert visitor.name == SAME_DAY
    visitor.choose(STROKE, "up")
    assert visitor.front == "EmergencyView"
    visitor.press("select")
    assert (visitor.front, visitor.name) == ("page check", STROKE)


def change_the_screen(visitor):
    for about, way, times in (
        ("languages", "down", 2),
        ("text", "down", 3),
        ("colours", "down", 1),
        ("reach", "down", 1),
    ):
        visitor.choose(about, "up")
        assert visitor.front == f"question {about}"
        if visitor.name == visitor.front:
            visitor.press(way)
        visitor.press(way, times)
        visitor.press("select")
        assert visitor.name == about
    where = visitor.where
    assert (where["language"], where["comfort"]) == ("es", [3, "dark"])
    assert where["reach"] == "lower"


def finish(visitor):
    visitor._kiosk.ask("pass 1")
    visitor.tap(visitor._names["select"])
    assert visitor.front == "Attract"
    assert visitor.name == ""


@pytest.mark.parametrize("key", ["Tab", "shift+Tab"])
@pytest.mark.parametrize(
    "way", [(), ("tile vision",), ("tile check",), ("dock",), ("text",)]
)
def test_three_hundred_tabs_lead_round_and_round(sit_down, key, way):
    visitor = sit_down(KEYBOARD, attract="false")
    visitor.press("next")
    for name in way:
        visitor.choose(name)
    round_and_round(visitor, key)


def test_three_hundred_tabs_do_not_leave_the_emergency_behind(sit_down):
    visitor = sit_down(KEYBOARD, attract="false")
    visitor.press("next")
    visitor.choose("tile check")
    visitor.choose(STROKE)
    assert visitor.front == "EmergencyView"
    round_and_round(visitor, "Tab")


def round_and_round(visitor, key):
    order = visitor.where["order"]
    at = order.index(visitor.name)
    came_by = []
    for _ in order:
        visitor.tap(key)
        visitor.look()
        came_by.append(visitor.name)
    assert sorted(came_by) == sorted(order)
    assert visitor.name == order[at]
    rest = ALL_SCREENS - len(order)
    visitor.tap(key, rest)
    way = 1 if key == "Tab" else -1
    assert visitor.name == order[(at + way * rest) % len(order)]


def test_staff_need_no_finger(sit_down):
    staff = sit_down(KEYBOARD)
    wake(staff)
    staff.go_to("clinic", "up")
    staff.hand.key("Return", down=True)
    staff.hand.sync()
    until(lambda: staff.front == "PinPad", f"the pad after {HOLD_MS} ms")
    staff.let_go("Return")
    for digit in PIN:
        staff.tap(digit)
    staff.press("select")
    assert staff.front == "StaffPanel"
    staff.go_to(staff.where["order"][-1])
    finish(staff)


def test_an_unknown_key_in_the_settings_is_named_with_its_neighbours(
    stage, home, tmp_path
):
    path, log = tmp_path / "clinic.toml", tmp_path / "log"
    path.write_text('[access.keys]\nselect = "F99"\n')
    screen = stage(x_screen(1280, 720))
    process = stage(kiosk_with_test_clock(screen, home, path, log))
    until(lambda: "access.keys" in log.read_text(), "the complaint")
    process.stdin.close()
    process.wait(timeout=PATIENCE)
    [line] = [line for line in log.read_text().splitlines() if "access" in line]
    assert f"{path}:2: access.keys.select: there is no key 'F99'; write F9" in line
