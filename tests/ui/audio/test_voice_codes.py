"""A language of the content finds its voice, whatever the voice's code for it."""

import pytest
from PySide6.QtCore import QObject

from kiosk.ui.audio.synthesizer import Synthesizer
from kiosk.ui.audio.voice_codes import voice_code

VOICES = frozenset({"en", "en-gb", "es", "es-419", "cmn", "pt", "pt-br", "fr-fr", "fr"})


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en", "en"),
        ("zh", "cmn"),
        ("zh-Hans", "cmn"),
        ("pt-BR", "pt-br"),
        ("pt_BR", "pt-br"),
        ("pt-PT", "pt"),
        ("es-MX", "es"),
        ("cmn", "cmn"),
        ("fr", "fr"),
        ("el", ""),
        ("", ""),
    ],
)
def test_the_most_exact_voice_is_taken(language, code):
    assert voice_code(language, VOICES) == code


def test_a_variety_without_a_voice_has_that_of_its_language():
    assert voice_code("pt-BR", {"pt"}) == "pt"


def test_a_language_has_the_voice_that_its_pack_names(qtbot):
    parent = QObject()
    voice = Synthesizer(parent)
    voice._set_languages(frozenset({"yue"}))
    assert voice.lacks_voice("zh-Hant")
    voice.codes = {"zh-Hant": "yue"}
    assert voice.has_voice("zh-Hant")
