"""A pack names the fonts of its letters by package or by file."""

import shutil

import pytest

from kiosk.errors import EntryError
from kiosk.files.pack_fonts import pack_fonts
from kiosk.files.themes import font_files
from tests.support.shipped import RESOURCES


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "fonts").mkdir()
    shutil.copy(font_files(RESOURCES)[0], tmp_path / "fonts" / "Mine.ttf")
    return tmp_path


def test_a_file_is_found_beside_the_content(folder):
    assert pack_fonts(["Mine.ttf"], folder) == (folder / "fonts" / "Mine.ttf",)


def test_a_file_out_of_the_folder_is_not(folder):
    (folder / "Other.ttf").write_bytes(b"")
    with pytest.raises(EntryError, match=r"no font '\.\./Other\.ttf'"):
        pack_fonts(["../Other.ttf"], folder)


def test_the_files_of_a_package_are_found(folder):
    files = pack_fonts(["fontpkg-atkinson-hyperlegible"], folder)
    assert {"AtkinsonHyperlegible-Regular.ttf"} <= {path.name for path in files}


@pytest.mark.parametrize("name", ["fontpkg-of-nobody", "os", "a b", ""])
def test_what_is_no_package_of_fonts_is_named(folder, name):
    with pytest.raises(EntryError, match="no package of fonts"):
        pack_fonts([name], folder)


def test_a_font_that_is_missing_costs_no_language_and_is_told(read, content, reported):
    pack = content / "en" / "pack.toml"
    text = pack.read_text("utf-8").replace(
        "\n[strings]", 'fonts = ["X.ttf"]\n[strings]'
    )
    pack.write_text(text, "utf-8")
    assert read().fonts == ()
    assert "no font 'X.ttf'" in str(reported[0])
