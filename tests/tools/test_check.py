"""Proofreading names the letters that no font of the kiosk has."""

import shutil

import pytest

from kiosk.app.content_source import ContentSource
from kiosk.files.settings import load_settings
from kiosk.files.themes import font_files
from kiosk.tools import check
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
        return [str(it) for it in check.letters_without_font(library)]

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
    monkeypatch.setattr(check, "font_files", lambda _: latin)
    assert [it for it in missing() if "/ar/" in it]
    (content / "fonts").mkdir()
    shutil.copy(font_files(RESOURCES)[2], content / "fonts" / "Arabic.ttf")
    pack = content / "ar" / "pack.toml"
    text = pack.read_text("utf-8")
    text = text.replace("\n[strings]", '\nfonts = ["Arabic.ttf"]\n[strings]', 1)
    pack.write_text(text, "utf-8")
    assert [it for it in missing() if "/ar/" in it] == []


def test_the_command_prints_each_problem(content, capfd, monkeypatch):
    monkeypatch.setattr(check.run, "new_application", lambda _: None)
    config = RESOURCES / "clinic.toml"
    pack = content / "es" / "pack.toml"
    text = pack.read_text("utf-8").replace('"He terminado"', '"He terminado 🏁"', 1)
    pack.write_text(text, "utf-8")
    assert check.check(content, config) == 0
    assert "pack.toml: warning: no font has 🏁 (U+1F3C1" in capfd.readouterr().out
    assert check.check(content, config, strict=True) == 1
    (content / "es" / "book.md").write_text("No title", "utf-8")
    assert check.check(content, config) == 1
    assert "book.md:1: error: there is no front matter" in capfd.readouterr().out
