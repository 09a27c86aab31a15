"""One sentence after another, each shown while it is said."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from shiboken6 import delete

from kiosk.domain.visit import Visit
from kiosk.ui.audio.reading_script import Sentence, script_of, sentence_position
from kiosk.ui.audio.script_reader import ScriptReader
from tests.support.fake_voice import FakeVoice
from tests.support.screen import seen, settle


@pytest.fixture
def voice(qapp):
    return FakeVoice(qapp)


@pytest.fixture
def opened(session, contexts):
    return session(Visit(page="vision"))


@pytest.fixture
def script(opened, contexts):
    return script_of(opened.front, "en", contexts.of(Visit()).pack.strings)


@pytest.fixture
def reader(voice, script, qapp):
    return ScriptReader(voice, lambda: script, qapp)


def marked(root):
    """Return the words that are marked on the screen."""
    selected = [it.selectedText() for it in seen(root, QLabel) if it.hasSelectedText()]
    return " ".join(" ".join(selected).split())


def test_it_reads_to_the_end_in_order(reader, voice, script):
    reader.play()
    voice.finish_all()
    assert voice.said == [it.text for it in script]
    assert not reader.is_playing


def test_each_sentence_is_marked_while_it_is_said(reader, voice, opened, script):
    reader.play()
    for sentence in script:
        whole = " ".join(sentence.text.split()) if sentence.length else ""
        assert _bare(marked(opened)) == _bare(whole)
        voice.finish()
    assert marked(opened) == ""


def test_each_sentence_is_in_sight_while_it_is_said(reader, voice, opened, script):
    area = next(iter(seen(opened, QScrollArea)))
    reader.play()
    for sentence in script:
        settle()
        if area.isAncestorOf(sentence.widget):
            top = sentence.widget.mapTo(area, sentence_position(sentence)).y()
            assert 0 <= top < area.viewport().height() * 0.9, sentence.text
        voice.finish()


def test_a_pause_is_silent_and_it_goes_on_with_the_same_sentence(reader, voice, script):
    reader.play()
    voice.finish()
    reader.pause()
    assert voice.saying is None
    assert not reader.is_playing
    reader.play()
    assert voice.saying[0] == script[1].text


@pytest.mark.parametrize(("by", "place"), [(0, 2), (1, 3), (-1, 1)])
def test_it_steps(reader, voice, script, by, place):
    reader.play()
    voice.finish()
    voice.finish()
    reader.step(by)
    assert voice.saying[0] == script[place].text


def test_it_steps_no_further_than_the_ends(reader, voice, script):
    reader.step(-1)
    assert voice.saying[0] == script[0].text
    reader.step(1000)
    assert voice.saying[0] == script[-1].text


def test_after_the_end_it_repeats_the_last_and_plays_from_the_first(
    reader, voice, script
):
    reader.play()
    voice.finish_all()
    reader.step(0)
    assert voice.saying[0] == script[-1].text
    voice.finish()
    reader.play()
    assert voice.saying[0] == script[0].text


def test_it_reads_from_the_sentence_around_a_character(reader, voice, script):
    long = next(it for it in script if it.start > 0)
    reader.play(long.widget, long.start + 1)
    assert voice.saying[0] == long.text


@pytest.fixture
def shown(qapp):
    """Return labels that a test shows and deletes."""
    return [QLabel(text) for text in ("Go home.", "Call them.", "Rest.", "Call them.")]


@pytest.fixture
def of_labels(voice, shown, qapp):
    return ScriptReader(
        voice, lambda: [Sentence(it.text(), "en", it) for it in shown], qapp
    )


def test_what_has_come_since_is_read_and_what_has_gone_is_not(of_labels, voice, shown):
    of_labels.play()
    of_labels.pause()
    delete(shown[0])
    shown[0] = QLabel("Get help today.")
    of_labels.play()
    assert voice.saying[0] == "Get help today."


def test_it_reads_on_where_it_was_when_more_is_shown_above(of_labels, voice, shown):
    of_labels.play(shown[3])
    shown.insert(0, QLabel("Get help today."))
    voice.finish()
    assert not of_labels.is_playing
    of_labels.step(0)
    assert voice.saying[0] == "Call them."
    of_labels.step(-1)
    assert voice.saying[0] == "Rest."


def test_a_label_deleted_while_it_is_marked_is_no_error(reader, voice, opened):
    reader.play()
    while not marked(opened):
        voice.finish()
    delete(next(it for it in seen(opened, QLabel) if it.hasSelectedText()))
    reader.pause()
    assert not reader.is_playing


def test_with_nothing_to_read_it_does_not_play(voice, qapp):
    reader = ScriptReader(voice, tuple, qapp)
    for begin in (reader.play, lambda: reader.step(1)):
        begin()
        assert not reader.is_playing
        assert voice.said == []


def test_a_voice_that_fails_ends_it(reader, voice, opened):
    reader.play()
    voice.fail()
    assert not reader.is_playing
    assert marked(opened) == ""


def test_it_tells_when_it_begins_and_ends(reader, voice):
    told = []
    reader.playing_changed.connect(told.append)
    reader.play()
    voice.finish()
    reader.pause()
    assert told == [True, False]


def _bare(text):
    return "".join(letter for letter in text if letter.isalnum())
