"""The safe screen: a file that says whom to ask when no program can draw it."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QTransform

from kiosk.app.loading import register_fonts
from kiosk.app.machine.safe_drawing import SafeScreen
from kiosk.app.machine.safe_picture import SafePicture, screen_of, write
from kiosk.app.problems import Reporter
from kiosk.content.trouble_words import TROUBLE_WORDS
from kiosk.domain.clinic import Clinic
from kiosk.domain.metrics import Metrics
from kiosk.domain.rotation import Rotation
from kiosk.files.settings import Settings
from kiosk.files.themes import FAMILIES
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.contexts import contexts_of
from tests.support.screen import put_on
from tests.support.shipped import RESOURCES

SIZE = 1280, 800
CLINIC = Clinic(name="Park Clinic", emergency_number="112")
SETTINGS = Settings(path=RESOURCES / "clinic.toml", clinic=CLINIC)
SCREEN = SafeScreen(TROUBLE_WORDS, "112", *SIZE, FAMILIES)
SCREENS = {"landscape": (1920, 1080), "portrait": (1080, 1920), "small": (800, 480)}


@pytest.fixture(scope="module")
def contexts(qapp):
    register_fonts()
    return contexts_of(SETTINGS, Metrics.of_screen(SIZE, 331.0))


@pytest.fixture
def shell(qapp, qtbot, contexts):
    shell = Shell(kiosk_style(qapp))
    qtbot.addWidget(shell)
    shell.resize(*SIZE)
    shell.start(contexts)
    yield shell
    put_on(qapp, None)


@pytest.fixture
def report():
    return Reporter()


@pytest.fixture
def keep(shell, tmp_path, report, qtbot):
    """Keep the picture, and return its file once it is written."""

    def keeping(folder=tmp_path):
        picture = SafePicture(folder, shell, Rotation.NONE, report)
        qtbot.waitUntil(lambda: not picture.is_writing)
        return folder / "safe.png"

    return keeping


def in_another_language(contexts, code="sw", **changes):
    """Return the contexts of a library that has one language more."""
    library = contexts.library
    pack = replace(library.packs["en"], language=code)
    languages = (*library.languages, replace(library.languages[0], code=code))
    packs = {**library.packs, code: pack}
    library = replace(library, languages=languages, packs=packs, **changes)
    return replace(contexts, library=library)


def pixels(image, *part):
    """Return the pixels of a part of a picture, each as blue, green, red and 255."""
    copy = image.copy(*part)  # it has to last as long as its bits are looked at
    return bytes(copy.constBits())


def is_white(image, *part):
    return set(pixels(image, *part)) == {255}


def test_a_kiosk_that_is_well_keeps_the_picture_in_the_size_of_its_screen(keep):
    image = QImage(str(keep()))
    assert (image.width(), image.height()) == SIZE


def test_it_says_the_clinics_number_in_every_language(shell):
    screen = screen_of(shell, Rotation.NONE)
    assert {words.language for words in screen.languages} == {"en", "es", "ar"}
    assert all("112" in " ".join(words.lines("112")) for words in screen.languages)
    assert screen.number == "112"


def test_the_words_alone_stand_beside_it_for_a_console(keep):
    text = keep().with_suffix(".txt").read_text()
    assert "Tell a member of staff now, or call 112." in text
    assert "Avise ya a alguien del personal o llame al 112." in text
    assert not any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_another_language_is_there_with_its_own_words(shell, contexts):
    shell.supply(in_another_language(contexts))
    own = screen_of(shell, Rotation.NONE).languages[-1]
    assert "Trouble breathing" in own.alarm
    assert "Call 112" in own.help_now.replace("\N{WORD JOINER}", "")


def test_such_words_of_a_closed_clinic_are_not_kept_for_the_morning(shell, contexts):
    shell.supply(in_another_language(contexts, is_open=False))
    assert screen_of(shell, Rotation.NONE) is None


def test_a_library_that_is_not_all_read_is_waited_for(shell, contexts):
    library = contexts.library
    first = {"en": library.packs["en"]}
    shell.supply(replace(contexts, library=replace(library, packs=first)))
    assert screen_of(shell, Rotation.NONE) is None


def test_the_same_picture_is_not_written_again(keep):
    before = keep().stat()
    assert keep().stat().st_mtime_ns == before.st_mtime_ns


def test_on_a_turned_screen_it_is_turned_for_who_turns_nothing(qapp):
    upright = replace(SCREEN, width=720, height=1280)
    turned = replace(upright, rotation=Rotation.QUARTER).draw()
    assert (turned.width(), turned.height()) == (1280, 720)
    back = turned.transformed(QTransform().rotate(-90))
    assert back == upright.draw()


def test_another_number_is_drawn_again(tmp_path, qapp):
    path = tmp_path / "safe.png"
    write(path, SCREEN)
    before = path.read_bytes()
    write(path, replace(SCREEN, number="911"))
    assert path.read_bytes() != before


def test_a_picture_that_was_spoiled_is_drawn_again(keep, tmp_path):
    (tmp_path / "safe.png").write_bytes(b"")
    assert not QImage(str(keep())).isNull()


def test_what_cannot_be_written_is_one_line_and_no_picture(keep, tmp_path, report):
    (tmp_path / "state").write_text("a file in the place of the folder")
    keep(tmp_path / "state")
    [line] = report.last
    assert "safe.png: cannot be written: " in line


@pytest.mark.parametrize("count", [1, 3, 9, 18])
@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_all_languages_fit_on_every_screen(qapp, contexts, size, count):
    languages = (TROUBLE_WORDS * 6)[:count]
    image = SafeScreen(languages, "112", *size, FAMILIES).draw()
    width, height = size
    assert all(is_white(image, x, 0, 1, height) for x in (0, width - 1))
    assert all(is_white(image, 0, y, width, 1) for y in (0, height - 1))
    whole = pixels(image, 0, 0, width, height)
    assert bytes.fromhex("1c0b8eff") in whole, "the red flags are in red"
    assert bytes.fromhex("2e2616ff") in whole
