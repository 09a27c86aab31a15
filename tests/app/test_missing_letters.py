"""Proofreading names the letters that no font of the kiosk has."""

import shutil

import pytest

from kiosk.app import missing_letters
from kiosk.app.content_source import ContentSource
from kiosk.files.settings import load_settings
from kiosk.files.themes import font_files
from tests.support.shipped import CONTENT, RESOURCES


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def missing(qapp, content):
    """Return the lines about letters in the content."""

    def lines():
        settings = load_settings(RESOURCES / "clinic.toml")
        library = ContentSource.of(settings, content).load()
        return [str(it) for it in missing_letters.letters_without_font(library)]

    return lines


def add(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_the_shipped_content_has_a_font_for_every_letter(missing):
    assert missing() == []


def test_letters_without_a_font_are_named_with_their_page(missing, content):
    add(content / "en" / "about-botox.md", "\nIn Hindi: नमस्ते.\n")
    (line,) = [it for it in missing() if "about-botox" in it]
    assert line.startswith(str(content / "en" / "about-botox.md"))
    assert "न (U+0928 DEVANAGARI LETTER NA)" in line


def test_letters_of_words_are_named_with_their_pack(missing, content):
    pack = content / "en" / "pack.toml"
    text = pack.read_text("utf-8").replace('"I have finished"', '"I have finished 🏁"')
    pack.write_text(text, "utf-8")
    (line,) = missing()
    assert line.startswith(str(pack))
    assert "U+1F3C1" in line


def test_letters_of_a_font_that_a_pack_names_are_there(missing, content, monkeypatch):
    latin = font_files(RESOURCES)[:1]
    monkeypatch.setattr(missing_letters, "font_files", lambda _: latin)
    assert [it for it in missing() if "/ar/" in it]
    (content / "fonts").mkdir()
    shutil.copy(font_files(RESOURCES)[2], content / "fonts" / "Arabic.ttf")
    pack = content / "ar" / "pack.toml"
    text = pack.read_text("utf-8")
    text = text.replace("\n[strings]", '\nfonts = ["Arabic.ttf"]\n[strings]', 1)
    pack.write_text(text, "utf-8")
    assert [it for it in missing() if "/ar/" in it] == []
