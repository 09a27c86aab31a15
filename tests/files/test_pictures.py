"""Small pictures are found by the answer they show, and none is trusted."""

import gzip
from io import BytesIO

import pytest
from PIL import Image

from kiosk.content.blocks import Drawing, Photo
from kiosk.errors import EntryError
from kiosk.files.pictures import SignPictures, picture_of
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
    assert gallery.of("choking") == Drawing(DRAWING.decode())
    assert reported == []


def test_an_answer_without_a_picture_has_its_words(gallery, reported):
    assert gallery.of("tension") is None
    assert reported == []


def spoil_reference(path):
    path.write_text('<svg><image href="x"/></svg>')


def spoil_encoding(path):
    path.write_bytes(b"<svg>\xff</svg>")


def spoil_place(path):
    outside = path.parent.parent.parent / "outside.svg"
    outside.write_bytes(DRAWING)
    path.unlink()
    path.symlink_to(outside)


@pytest.mark.parametrize("spoil", [spoil_reference, spoil_encoding, spoil_place])
def test_a_picture_that_cannot_be_used_is_named_and_left_out(
    tmp_path, picture, reported, spoil
):
    spoil(picture)
    assert SignPictures(Snapshot.take(tmp_path), reported.append).of("choking") is None
    [problem] = reported
    assert str(picture) in str(problem)


def photo(kind):
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, kind)
    return file.getvalue()


def test_a_photo_with_the_name_of_a_drawing_is_a_photo(tmp_path, picture, reported):
    picture.write_bytes(photo("PNG"))
    shown = SignPictures(Snapshot.take(tmp_path), reported.append).of("choking")
    assert shown == Photo(photo("PNG"), "png")


REFUSED = {
    "nothing": (b"", "neither SVG, PNG nor JPEG; save it as one of these"),
    "a GIF": (photo("GIF"), "neither SVG, PNG nor JPEG"),
    "a bitmap": (photo("BMP"), "neither SVG, PNG nor JPEG"),
    "svgz": (gzip.compress(DRAWING), "a compressed drawing; save it as plain SVG"),
    "LFS": (b"version https://git-lfs.github.com/spec/v1\n", "run: git lfs pull"),
    "white space first": (b"\n <svg><script/></svg>", "<script>"),
    "notes first": (b"<!--" + b"a" * 2_000 + b"--><svg><image/></svg>", "<image>"),
    "UTF-16": (DRAWING.decode().encode("utf-16"), "UTF-8"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_picture_for_the_kiosk_is_refused(data, message):
    with pytest.raises(EntryError) as error:
        picture_of(data)
    assert message in str(error.value)
