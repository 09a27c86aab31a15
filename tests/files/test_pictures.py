"""Small pictures are found by the answer they show, and none is trusted."""

import pytest

from kiosk.files.pictures import SignPictures
from kiosk.files.snapshot import Snapshot

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


@pytest.fixture
def reported():
    return []


@pytest.fixture
def picture(tmp_path):
    """A small picture; tell its path."""
    folder = tmp_path / "illustrations" / "signs"
    folder.mkdir(parents=True)
    (folder / "choking.svg").write_bytes(DRAWING)
    return folder / "choking.svg"


@pytest.fixture
def gallery(tmp_path, picture, reported):
    return SignPictures(Snapshot.take(tmp_path), reported.append)


def test_an_answer_has_the_picture_of_its_name(gallery, reported):
    assert gallery.of("choking") == DRAWING
    assert reported == []


def test_an_answer_without_a_picture_has_its_words(gallery, reported):
    assert gallery.of("tension") is None
    assert reported == []


def spoil_reference(path):
    path.write_text('<svg><image href="x"/></svg>')


def spoil_encoding(path):
    path.write_bytes(b"<svg>\xff</svg>")


@pytest.mark.parametrize("spoil", [spoil_reference, spoil_encoding])
def test_a_picture_that_cannot_be_used_is_named_and_left_out(
    tmp_path, picture, reported, spoil
):
    spoil(picture)
    assert SignPictures(Snapshot.take(tmp_path), reported.append).of("choking") is None
    [problem] = reported
    assert str(picture) in str(problem)
