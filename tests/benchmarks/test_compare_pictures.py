"""Two folders of screenshots are compared by every pixel and by their names."""

import pytest
from PIL import Image

from benchmarks.compare_pictures import main

BEFORE = {"home": (4, 4), "page": (4, 4)}


@pytest.fixture
def folder(tmp_path):
    def drawn(name, pictures, spot=None):
        made = tmp_path / name
        made.mkdir()
        for picture, size in pictures.items():
            image = Image.new("RGB", size, "white")
            if picture == spot:
                image.putpixel((2, 1), (255, 255, 254))
            image.save(made / f"{picture}.png")
        return str(made)

    return drawn


def test_equal_pictures_pass(folder, capsys):
    assert main([folder("a", BEFORE), folder("b", BEFORE)]) == 0
    assert capsys.readouterr().out == "0 of 2 pictures differ\n"


@pytest.mark.parametrize(
    ("after", "spot", "named"),
    [
        (BEFORE, "page", "page.png: differs within (2, 1, 3, 2)"),
        ({"home": (4, 4)}, None, "page.png: only in"),
        ({**BEFORE, "check": (4, 4)}, None, "check.png: only in"),
        ({**BEFORE, "page": (4, 5)}, None, "page.png: (4, 4) before, (4, 5) after"),
    ],
)
def test_a_picture_that_differs_is_named(folder, capsys, after, spot, named):
    assert main([folder("a", BEFORE), folder("b", after, spot)]) == 1
    assert capsys.readouterr().out.startswith(named)


def test_an_empty_folder_proves_nothing(folder):
    assert main([folder("a", {}), folder("b", {})]) == 1
