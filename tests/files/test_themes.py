import shutil
import sys

import pytest

from kiosk.domain.metrics import Metrics
from kiosk.errors import ThemeError
from kiosk.files.themes import font_files, load_theme
from tests.support.shipped import ICONS, RESOURCES

LENGTHS = Metrics(4.0).lengths
NEEDED = "ink", "veil"


@pytest.fixture
def copy(tmp_path):
    for folder in ("themes", "icons"):
        shutil.copytree(RESOURCES / folder, tmp_path / folder)
    return tmp_path


def test_the_shipped_theme_leaves_no_name_unfilled():
    theme = load_theme(RESOURCES, "light", LENGTHS)
    assert "$" not in theme.prose


def test_the_icons_go_by_their_files_names():
    theme = load_theme(RESOURCES, "light", LENGTHS)
    assert frozenset(theme.icons) == ICONS


def test_every_colour_is_written_in_full():
    colours = load_theme(RESOURCES, "light", LENGTHS).colours
    assert [c for c in colours.values() if len(c) not in (7, 9) or c[0] != "#"] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("prose.css", "{", "{ color: $inc;", "prose.css: no theme has a colour $inc"),
        ("prose.css", "$ink", "$ ink", "prose.css: "),
        ("light.toml", "veil =", "vail =", "light.toml: there is no colour veil"),
        ("light.toml", 'ink = "', "ink = ", "light.toml:18: this line has no value"),
    ],
)
def test_a_mistake_is_named_with_its_file(copy, name, old, new, named):
    path = copy / "themes" / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ThemeError) as error:
        load_theme(copy, "light", LENGTHS, NEEDED)
    assert named in str(error.value)


def test_a_theme_that_is_not_there_is_named():
    with pytest.raises(ThemeError, match=r"dusk\.toml: there is no such file"):
        load_theme(RESOURCES, "dusk", LENGTHS)


def test_an_icon_that_is_not_utf_8_is_named(copy):
    (copy / "icons" / "home.svg").write_bytes(b"<svg>\n\xff</svg>")
    with pytest.raises(ThemeError, match=r"home\.svg:2: this line is not UTF-8"):
        load_theme(copy, "light", LENGTHS)


def test_the_fonts_are_where_the_program_looks():
    assert [path for path in font_files(RESOURCES) if not path.is_file()] == []


def test_without_pips_package_the_font_is_debians(monkeypatch):
    monkeypatch.setitem(sys.modules, "fontpkg_atkinson_hyperlegible", None)
    latin = [path for path in font_files(RESOURCES) if "Atkinson" in path.name]
    folder = "/usr/share/fonts/truetype/atkinson-hyperlegible"
    assert [str(path.parent) for path in latin] == [folder, folder]
