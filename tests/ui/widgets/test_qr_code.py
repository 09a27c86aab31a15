"""Codes that a phone can read from where its owner sits."""

from itertools import chain, groupby

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize

from kiosk.domain.metrics import DOCKED_QR_CODE_MM, LARGE_QR_CODE_MM, Metrics
from kiosk.domain.visit import Visit
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.window.geometry import screen_layout_of
from tests.support.screen import LANDSCAPE, photograph

SHORT = "tel:112"
LONG = "https://clinic.example/book?about=swallowing-speech&from=" + "kiosk" * 20
MUELLER = "https://xn--mller-kva.example/%D8%B9%D9%8A%D8%A7%D8%AF%D8%A9"
QUIET = 4
FINDER = 7
EACH = pytest.mark.parametrize(
    ("text", "mm", "px_per_mm"),
    [
        (SHORT, DOCKED_QR_CODE_MM, 4.03),
        (LONG, DOCKED_QR_CODE_MM, 3.87),
        (SHORT, LARGE_QR_CODE_MM, 3.78),
        (LONG, LARGE_QR_CODE_MM, 4.2),
    ],
)


@pytest.fixture
def picture_of(qtbot):
    """Draw a code; return its picture, as a camera would see it."""

    def take(text, mm, px_per_mm):
        code = QrCode(text, mm, Metrics(px_per_mm))
        qtbot.addWidget(code)
        return photograph(code)

    return take


def rows(picture):
    data, width = picture.tobytes(), picture.width
    return [data[at : at + width] for at in range(0, len(data), width)]


def module(picture):
    """Return the width of a module: the first dark run is seven of them."""
    left, top, *_ = dark(picture)
    row = rows(picture)[top]
    return (row.index(255, left) - left) / FINDER


def dark(picture):
    """Return left, top, right and bottom of what is not white."""
    return picture.point(lambda shade: 255 - shade).getbbox()


@EACH
def test_a_phone_reads_the_text(picture_of, text, mm, px_per_mm):
    [found] = zxingcpp.read_barcodes(picture_of(text, mm, px_per_mm))
    assert found.text == text


@pytest.mark.parametrize(
    ("address", "read"),
    [
        (
            "https://clinica.example/cita-médica?sede=león",
            "https://clinica.example/cita-m%C3%A9dica?sede=le%C3%B3n",
        ),
        ("https://müller.example/عيادة", MUELLER),
        ("https://clinic.example/頭痛", "https://clinic.example/%E9%A0%AD%E7%97%9B"),
    ],
)
@pytest.mark.parametrize("mm", [DOCKED_QR_CODE_MM, LARGE_QR_CODE_MM])
def test_a_phone_reads_accents_and_hosts_in_plain_letters(
    picture_of, address, read, mm
):
    [found] = zxingcpp.read_barcodes(picture_of(address, mm, 4))
    assert found.text == read


def test_a_screen_reader_has_the_address_as_it_was_written(qtbot):
    code = QrCode("https://müller.example/", LARGE_QR_CODE_MM, Metrics(4))
    qtbot.addWidget(code)
    assert code.accessibleName() == "https://müller.example/"


@pytest.mark.parametrize(
    ("mm", "letters"), [(DOCKED_QR_CODE_MM, 180), (LARGE_QR_CODE_MM, 666)]
)
def test_a_phone_reads_the_longest_address_that_is_allowed(picture_of, mm, letters):
    address = "https://x.example/".ljust(letters, "x")
    [found] = zxingcpp.read_barcodes(picture_of(address, mm, 4))
    assert found.text == address


@EACH
def test_every_run_is_a_whole_number_of_modules(picture_of, text, mm, px_per_mm):
    picture = picture_of(text, mm, px_per_mm)
    lines = chain(rows(picture), rows(picture.transpose(Image.Transpose.TRANSPOSE)))
    runs = [len(list(run)) for line in lines for _, run in groupby(line)]
    assert module(picture).is_integer()
    unit = module(picture)
    assert {run % unit for run in runs} == {0}


@EACH
def test_four_white_modules_are_around_it(picture_of, text, mm, px_per_mm):
    picture = picture_of(text, mm, px_per_mm)
    margin = QUIET * module(picture)
    side = picture.width - margin
    assert dark(picture) == (margin, margin, side, side)


@EACH
def test_it_is_black_on_white_and_nothing_between(picture_of, text, mm, px_per_mm):
    assert set(picture_of(text, mm, px_per_mm).tobytes()) == {0, 255}


@EACH
def test_it_is_at_least_as_wide_as_asked(picture_of, text, mm, px_per_mm):
    left, _, right, _ = dark(picture_of(text, mm, px_per_mm))
    assert (right - left) / px_per_mm >= mm


def test_a_dark_theme_leaves_it_black_on_white(picture_of, qapp):
    qapp.setStyleSheet("QLabel { background: #123; color: #fed; }")
    assert set(picture_of(SHORT, 40, 4).tobytes()) == {0, 255}


@pytest.fixture
def dock(context, qtbot):
    """A card for the code at the side of a landscape screen."""
    layout = screen_layout_of(QSize(*LANDSCAPE), context, Visit())
    dock = DockedQrCode(context.pack.page("book"), "Code", context.look, layout)
    dock.resize(layout.code.width, layout.code.height)
    qtbot.addWidget(dock)
    return dock


@pytest.mark.parametrize(("letters", "readable"), [(180, True), (181, False)])
def test_a_docked_code_is_shown_only_if_a_phone_can_read_it(dock, letters, readable):
    dock.show_address("https://clinic.example/".ljust(letters, "x"))
    assert bool(dock.findChildren(QrCode)) is readable


@pytest.mark.parametrize("address", ["", "https://clinic.example/"])
def test_the_card_leads_to_booking_with_a_code_and_without(dock, qtbot, address):
    dock.show_address(address)
    with qtbot.waitSignal(dock.page_requested) as requested:
        dock.click()
    assert requested.args == ["book"]


@pytest.mark.parametrize("letters", [30, 60, 100, 180])
def test_a_docked_code_has_its_white_margin_within_the_card(dock, letters):
    dock.show_address("https://clinic.example/".ljust(letters, "x"))
    [code] = dock.findChildren(QrCode)
    assert dock.rect().contains(code.geometry())
    assert zxingcpp.read_barcodes(photograph(code))
