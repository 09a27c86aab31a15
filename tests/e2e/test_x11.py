"""The kiosk on a real X server: started, touched, photographed, its codes decoded."""

import pytest
import segno
import zxingcpp

from kiosk.domain.addresses import SMALLEST_SQUARE_MM
from kiosk.domain.metrics import LARGE_QR_CODE_MM
from kiosk.domain.visit import Visit
from kiosk.ui.input.second_tap import QUICK_S
from kiosk.ui.widgets.touch_button import TouchButton
from tests.support.programs import need, running
from tests.support.screen import settle
from tests.support.screen_map import map_of
from tests.support.visitor import still
from tests.support.x_screen import WIDTHS_MM, is_different, kiosk, x_screen

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
ALARM, BAR = (0x8E, 0x0B, 0x1C), (0x0B, 0x3B, 0x3A)
BOOKING = "https://alaa-arif.example/book?about="
both_orientations = pytest.mark.parametrize(
    "size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"]
)


@pytest.fixture
def open_kiosk(stage, settings, qapp):
    """Start a screen and the kiosk on it; return the screen and a map of it."""

    def start(size):
        screen = stage(x_screen(*size))
        path = settings(size[0])
        stage(kiosk(screen, "--config", path))
        screen.photograph_when(codes_in, "the first page with its code")
        return screen, map_of(qapp, path, size)

    return start


def codes_in(photo):
    return {code.text: code for code in zxingcpp.read_barcodes(photo)}


def is_booking(photo):
    return BOOKING + "book" in codes_in(photo)


def width_mm(code, photo):
    """Measure a code on the glass, from one outer corner to the next."""
    left, right = code.position.top_left, code.position.top_right
    return (right.x - left.x) * WIDTHS_MM[photo.width] / photo.width


def shown_codes(photo):
    """Return the codes in a photograph, the widest last."""
    return sorted(zxingcpp.read_barcodes(photo), key=lambda code: width_mm(code, photo))


@both_orientations
def test_every_tab_opens_its_page_when_touched(open_kiosk, size):
    screen, where = open_kiosk(size)
    before = screen.photograph()
    for page, place in reversed(where.ways().items()):
        screen.touch(*place)
        after = screen.photograph_when(
            lambda photo, topic=BOOKING + page: topic in codes_in(photo), f"page {page}"
        )
        assert is_different(before, after), page
        before = after


@both_orientations
def test_both_booking_codes_are_read_from_the_glass_at_their_sizes(open_kiosk, size):
    screen, where = open_kiosk(size)
    home = screen.photograph()
    [docked] = shown_codes(home)
    assert docked.text == BOOKING + "home"
    squares, _ = segno.make(docked.text, error="m", micro=False).symbol_size(border=0)
    assert width_mm(docked, home) / squares >= SMALLEST_SQUARE_MM - 0.1
    screen.touch(*where.ways()["book"])
    photo = screen.photograph_when(is_booking, "the booking page")
    [large] = shown_codes(photo)
    assert width_mm(large, photo) >= LARGE_QR_CODE_MM - 0.5


@both_orientations
@pytest.mark.parametrize("angle", [0, 8, -15])
def test_the_codes_are_read_from_half_the_size_and_tilted(open_kiosk, size, angle):
    screen, where = open_kiosk(size)
    home = screen.photograph()
    screen.touch(*where.ways()["book"])
    book = screen.photograph_when(is_booking, "the booking page")
    for photo, page in ((home, "home"), (book, "book")):
        half = photo.resize((photo.width // 2, photo.height // 2))
        tilted = half.rotate(angle, expand=True, fillcolor="white")
        read = [code.text for code in zxingcpp.read_barcodes(tilted)]
        assert read == [BOOKING + page]


@pytest.mark.parametrize("manager", [None, "openbox"])
def test_the_window_takes_the_whole_screen(stage, settings, manager):
    screen = stage(x_screen(*LANDSCAPE))
    if manager:
        need(manager)
        stage(running(manager, env=screen.environment))
    stage(kiosk(screen, "--config", settings()))
    photo = screen.photograph_when(codes_in, "the first page with its code")
    window = screen.finger("search", "--onlyvisible", "--name", "^Kiosk$").split()[-1]
    shape = screen.finger("getwindowgeometry", "--shell", window)
    assert {"X=0", "Y=0", "WIDTH=1920", "HEIGHT=1080"} <= set(shape.split())
    assert photo.getpixel((2, 2)) == ALARM
    assert photo.getpixel((1917, 1077)) == BAR


@both_orientations
def test_an_emergency_takes_the_screen_and_one_touch_leads_back(open_kiosk, size):
    screen, where = open_kiosk(size)
    check = where.check_page()
    screen.touch(*where.ways()[check])
    words = "Sudden face droop, arm weakness or trouble speaking"
    place = where.sentence_position(words, page=check)
    screen.photograph_when(lambda photo: BOOKING + check in codes_in(photo), "the list")
    screen.touch(*place, rest_s=QUICK_S)  # or it were the second of two quick taps
    alarm = screen.photograph_when(_is_all_red, "the emergency screen")
    assert not codes_in(alarm)
    touched = frozenset({"sudden-face-arm-speech"})
    where.shell.open(Visit(page=check, answers=touched, shows_emergency=True))
    settle()
    buttons = where.buttons(TouchButton)
    back = next(b for b in buttons if b.accessibleName() == "Back to my answers")
    screen.touch(*where.middle(back), rest_s=QUICK_S)
    after = screen.photograph_when(
        lambda photo: not _is_all_red(photo), "the list again"
    )
    assert not codes_in(after)


def _is_all_red(photo):
    """Tell whether all of the glass is red, to its corners."""
    right, foot = photo.width - 3, photo.height - 3
    edges = [(x, y) for x in (2, right) for y in (2, photo.height // 2, foot)]
    return all(photo.getpixel(edge) == ALARM for edge in edges)


def test_a_finger_scrolls_the_page_and_selects_nothing(open_kiosk):
    screen, where = open_kiosk(LANDSCAPE)
    screen.touch(*where.ways()["about-botox"])
    screen.photograph_when(
        lambda photo: BOOKING + "about-botox" in codes_in(photo), "About Botox"
    )
    text = (500, 200, 1900, 800)
    before = still(screen).crop(text)
    screen.drag(1100, 750, 150)
    screen.photograph_when(
        lambda photo: is_different(before, photo.crop(text)), "the page to be moved"
    )
    moved = still(screen)
    highlight = (0x30, 0x8C, 0xC6)
    assert highlight not in {colour for _, colour in moved.getcolors(1 << 20)}


def test_finishing_brings_back_the_first_page(open_kiosk):
    screen, where = open_kiosk(LANDSCAPE)
    first = still(screen)
    screen.touch(*where.ways()["questions"])
    screen.photograph_when(
        lambda photo: BOOKING + "questions" in codes_in(photo), "Questions"
    )
    screen.touch(*where.sentence_position("I have finished"))
    screen.photograph_when(
        lambda photo: not is_different(photo.crop((0, 0, 1920, 1080)), first), "Home"
    )
