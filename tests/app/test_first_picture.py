"""The first picture of a start is kept for the next, which shows it at once."""

import shutil
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from shiboken6 import delete, isValid

from kiosk.app import run
from kiosk.app.first_picture import FirstPicture, write_picture
from kiosk.app.launch_screen import PIXELS, LaunchScreen
from kiosk.app.services import Services
from kiosk.domain.mode import Mode
from kiosk.errors import Problem, ThemeError
from kiosk.files.first_picture import NAME, Sources, kept_picture
from kiosk.ui.screens.attract import Attract
from tests.support.screen import put_on, settle, way_to

HOME = "[idle]\nattract = false\n"
UPSIDE_DOWN = "[screen]\nrotation = 180\n"
COLOUR = (10, 20, 30)


@pytest.fixture
def begin(qapp, clock, settings_file, content, state, report):
    """Start a kiosk after a launch screen, or after none; return the program."""
    begun = []

    def start(launch_screen=None, settings="", *, windowed=False, look=lambda: None):
        settings_file.write_text(settings)
        options = run.StartOptions(settings_file, content, windowed)
        program = run.Program(qapp, options, Services(clock.clock, state, report))
        begun.append(program)
        program.start()
        program.shell.first_painted.connect(look)
        program.take_over(launch_screen)
        return program

    yield start
    for program in begun:
        delete(program.shell)
        delete(program)
    put_on(qapp, None)


@pytest.fixture
def shown(qtbot):
    """Wait until a program's window is painted, and what follows is done."""

    def wait(program):
        qtbot.waitUntil(lambda: program.shell._is_painted)
        settle()
        for keeping in program.shell.findChildren(FirstPicture):
            qtbot.waitUntil(lambda it=keeping: not it.is_writing)
        return program

    return wait


@pytest.fixture
def size(qapp):
    return qapp.primaryScreen().size().toTuple()


@pytest.fixture
def launch_screen(qapp, size):
    blue_first = bytes([*reversed(COLOUR), 255])
    screen = LaunchScreen(
        memoryview(blue_first * size[0] * size[1]), QRect(0, 0, *size)
    )
    yield screen
    if isValid(screen):
        delete(screen)


def mode_of(program):
    return program.working()[0].visitor_mode.mode


@pytest.mark.parametrize("settings", ["", HOME])
def test_what_an_empty_room_sees_first_is_kept(begin, shown, state, size, settings):
    seen = []
    program = begin(settings=settings, look=lambda: seen.append(program.shell.grab()))
    shown(program)
    pixels = kept_picture(state.path.parent, size)
    assert QImage(pixels, *size, PIXELS) == seen[0].toImage().convertToFormat(PIXELS)


@pytest.mark.parametrize("kind", ["RGB32", "ARGB32_Premultiplied", "RGB888"])
def test_a_picture_is_kept_in_whatever_format_it_was_painted(tmp_path, kind):
    picture = QImage(2000, 1000, QImage.Format[f"Format_{kind}"])
    picture.fill(QColor(*COLOUR))
    write_picture(tmp_path, picture, Sources((), 0.0))
    pixels = kept_picture(tmp_path, (2000, 1000))
    assert bytes(pixels) == bytes([*reversed(COLOUR), 255]) * 2_000_000


def test_nothing_is_kept_of_a_visitor_who_was_quicker(begin, shown, state):
    program = begin()
    program.working()[0].visitor_mode.resume()
    shown(program)
    assert mode_of(program) is Mode.VISIT
    assert not state.path.with_name(NAME).exists()


@pytest.mark.parametrize(
    "given", [{"windowed": True}, {"settings": UPSIDE_DOWN}], ids=["windowed", "turned"]
)
def test_nothing_is_kept_of_what_the_next_start_may_not_show(
    begin, shown, state, given, monkeypatch
):
    monkeypatch.setattr("kiosk.app.run.Program._turn", lambda *_: None)
    shown(begin(**given))
    assert not state.path.with_name(NAME).exists()


def test_nothing_is_kept_of_content_that_changes_during_the_start(
    begin, shown, state, content
):
    def change():
        page = content / "en" / "vision.md"
        page.write_text(page.read_text() + "\nRead this.\n")

    shown(begin(look=change))
    assert not state.path.with_name(NAME).exists()


def test_nothing_is_kept_of_content_that_stands_in_for_the_clinics(
    begin, shown, state, content
):
    shutil.rmtree(content)
    content.mkdir()
    program = shown(begin())
    assert program.working()[0].content.fault
    assert not state.path.with_name(NAME).exists()


def test_nothing_is_kept_of_settings_with_a_mistake(begin, shown, state):
    shown(begin(settings="[clinic\n"))
    assert not state.path.with_name(NAME).exists()


def test_a_picture_is_kept_of_settings_with_a_mere_warning(begin, shown, state, size):
    shown(begin(settings=f'[clinic]\nname = "{"A long name " * 5}"\n'))
    assert kept_picture(state.path.parent, size)


def test_a_picture_that_was_shown_is_not_kept_again(begin, shown, state, launch_screen):
    shown(begin(launch_screen))
    assert not state.path.with_name(NAME).exists()


def test_the_picture_is_painted_before_anything_else_is_done(qtbot, size):
    class Painted(LaunchScreen):
        times = 0

        def paintEvent(self, event):
            super().paintEvent(event)
            self.times += 1

    pixels = memoryview(bytearray(4 * size[0] * size[1]))
    kept, screen = weakref.ref(pixels), Painted(pixels, QRect(0, 0, *size))
    del pixels
    assert screen.times
    screen.give_way()
    qtbot.waitUntil(lambda: not kept())  # nor does anything keep its memory


def test_the_picture_is_the_whole_screen(launch_screen, size):
    picture = launch_screen.grab().toImage()
    corners = [(0, 0), (size[0] - 1, size[1] - 1)]
    assert launch_screen.isFullScreen()
    assert {picture.pixelColor(*at).getRgb()[:3] for at in corners} == {COLOUR}


def test_the_picture_stays_where_the_desktop_would_close_it(launch_screen):
    assert not launch_screen.close()
    assert launch_screen.isVisible()


def test_the_picture_stays_until_the_window_is_painted(
    begin, shown, launch_screen, qtbot
):
    program = begin(launch_screen)
    assert launch_screen.isVisible()
    shown(program)
    qtbot.waitUntil(lambda: not isValid(launch_screen))


def test_trouble_takes_the_place_of_the_picture_and_is_not_kept(
    begin, launch_screen, state, qtbot, monkeypatch
):
    def fail():
        raise ThemeError(Problem(Path("a.ttf"), message="is no font"))

    monkeypatch.setattr("kiosk.app.run.register_fonts", fail)
    assert begin(launch_screen).trouble
    assert begin().trouble
    qtbot.waitUntil(lambda: not isValid(launch_screen))
    assert not state.path.with_name(NAME).exists()


def test_a_touch_on_the_picture_begins_a_visit(begin, shown, launch_screen):
    program = begin(launch_screen)
    QTest.mousePress(launch_screen, Qt.MouseButton.LeftButton, pos=QPoint(9, 300))
    assert mode_of(shown(program)) is Mode.VISIT


def test_a_touch_before_there_is_a_window_counts_too(begin, shown, launch_screen):
    QTest.mousePress(launch_screen, Qt.MouseButton.LeftButton, pos=QPoint(9, 300))
    assert mode_of(shown(begin(launch_screen))) is Mode.VISIT


def test_other_touches_on_the_picture_press_nothing(begin, shown, launch_screen):
    program = begin(launch_screen, HOME)
    eyes, nose = (it.id for it in program.shell.session.pages[1:3])
    for page in (eyes, nose):
        way = way_to(program.shell, page)
        place = way.mapTo(program.shell, way.rect().center())
        QTest.mousePress(launch_screen, Qt.MouseButton.LeftButton, pos=place)
    assert shown(program).shell.session.visit.page == eyes


def test_trouble_before_the_window_is_painted_takes_the_place_of_the_picture(
    begin, launch_screen, qtbot
):
    program = begin(launch_screen)
    program._give_up("the disk is gone")
    qtbot.waitUntil(lambda: not isValid(launch_screen))


def test_a_touch_on_the_picture_chooses_a_language(begin, shown, launch_screen):
    program = begin(launch_screen)
    [attract] = program.shell.findChildren(Attract)
    [arabic] = (it for it, code in attract._languages.items() if code == "ar")
    place = arabic.mapTo(program.shell, arabic.rect().center())
    QTest.mousePress(launch_screen, Qt.MouseButton.LeftButton, pos=place)
    assert shown(program).shell.session.visit.language == "ar"


def test_a_touch_on_the_picture_of_a_page_presses_its_button(
    begin, shown, launch_screen
):
    program = begin(launch_screen, HOME)
    home, eyes = (it.id for it in program.shell.session.pages[:2])
    assert program.shell.session.visit.page in ("", home)
    way = way_to(program.shell, eyes)
    place = way.mapTo(program.shell, way.rect().center())
    QTest.mousePress(launch_screen, Qt.MouseButton.LeftButton, pos=place)
    shown(program)
    assert program.shell.session.visit.page == eyes
    assert mode_of(program) is Mode.VISIT


def test_an_untouched_picture_begins_nothing(begin, shown, launch_screen):
    assert mode_of(shown(begin(launch_screen))) is Mode.ATTRACT
