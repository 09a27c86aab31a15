"""A body is parsed once, as long as all that it is made of is the same."""

import pytest
from msgspec.structs import replace

from kiosk.domain.clinic import Clinic
from kiosk.files.body_memory import BodyMemory
from kiosk.files.library import LibraryLoader
from tests.support.shipped import CONTENT, ICONS, SHIPPED

PAGE = CONTENT / "en" / "vision.md"
PICTURE = CONTENT / "illustrations" / "vision.svg"


@pytest.fixture
def read():
    """Read the content again, with other files and in the words of another clinic."""
    memory = BodyMemory()

    def reading(files=SHIPPED, **clinic):
        clinic = Clinic(name="Alaa Arif", **clinic)
        return LibraryLoader(clinic=clinic, icons=ICONS, memory=memory).load(files)

    return reading


def with_file(path, old, new):
    data = SHIPPED.files[path].decode()
    assert old in data
    changed = data.replace(old, new).encode()
    return replace(SHIPPED, files={**SHIPPED.files, path: changed})


def body(library, page="vision"):
    return library.packs["en"].bodies[page]


def test_what_has_not_changed_is_the_same_value(read):
    first, second = read(), read(with_file(PAGE, "## What", "## Now what"))
    assert body(second, "headaches") is body(first, "headaches")
    assert body(second) != body(first)
    assert "Now what" in str(body(second))


def test_another_number_and_another_picture_are_seen(read):
    plain = body(read())
    assert body(read(emergency_number="112")) != plain
    assert body(read(with_file(PICTURE, "<svg ", '<svg id="x" '))) is not plain


def test_slips_are_told_each_time(read):
    files = with_file(PAGE, "## What to do\n", "##What to do\n")
    assert read(files).problems == read(files).problems != ()


def test_a_mistake_is_found_each_time(read):
    files = with_file(PAGE, "!!! emergency", "!!! emergncy")
    assert read(files).problems == read(files).problems
    assert any(it.path == PAGE for it in read(files).problems)
