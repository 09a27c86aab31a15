"""A page on paper, as a reader of PDF sees it: its tags, its language and its size."""

from io import BytesIO

import pikepdf
import pytest

from kiosk.cli import main
from kiosk.errors import UsageError
from kiosk.tools.handout import sheet

SETTINGS = """
[clinic]
name = "Park Clinic"
phone = "+44 20 7946 0018"
emergency_number = "999"
out_of_hours = "NHS 111"
"""


@pytest.fixture
def config(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text(SETTINGS)
    return path


@pytest.fixture
def pdf(config):
    def opened(page="muscle-weakness", language="en"):
        return pikepdf.open(BytesIO(sheet(page, language, (config, None))))

    return opened


def tags(node):
    """Yield the tag of every element below one, in the order of reading."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sheet_is_tagged_for_a_screen_reader(pdf, language):
    read = pdf(language=language)
    assert read.Root.MarkInfo.Marked
    found = [str(it.S) for it in tags(read.Root.StructTreeRoot)]
    assert found.count("/H1") == 1
    assert found.index("/H1") < found.index("/H2") < found.index("/H3")
    assert found.count("/H3") == 2  # its two cards
    assert {"/P", "/L", "/LI", "/LBody", "/Figure", "/Strong"} <= set(found)
    assert str(read.Root.Lang).startswith(language)
    with read.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"


def test_the_picture_is_described_and_the_small_ones_are_not_read(pdf):
    read = pdf()
    figures = [it for it in tags(read.Root.StructTreeRoot) if it.S == "/Figure"]
    [figure] = figures
    assert str(figure.Alt).startswith("A calm line drawing of a face")


@pytest.mark.parametrize("page", ["check", "questions", "about-botox", "book"])
def test_every_page_is_one_sheet_of_two_sides(pdf, page):
    assert 1 <= len(pdf(page).pages) <= 2


def test_the_command_writes_a_file(config, tmp_path):
    path = tmp_path / "x.pdf"
    arguments = ["handout", "vision", "-o", str(path), "--config", str(config)]
    assert main(arguments) == 0
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("page", "language", "said"),
    [
        ("visoin", "en", "visoin: there is no such page; write vision"),
        ("vision", "fr", "fr: there is no such language; write"),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest(config, page, language, said):
    with pytest.raises(UsageError, match=said):
        sheet(page, language, (config, None))


def test_without_the_extra_one_line_says_what_to_install(config, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(UsageError, match=r'pip install "kiosk\[handout\]"'):
        sheet("vision", "en", (config, None))
