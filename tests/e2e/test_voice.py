"""The voice is heard, in three languages: recorded from a real sound server.

A real speech-dispatcher speaks, with espeak-ng, and is set up as Debian does.
"""

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.programs import need, running, until
from tests.support.recording import (
    A_SECOND,
    LATE,
    LOUD,
    SOON,
    heard,
    let_pass,
    loudness,
    most_are_soon,
    show_figure,
    silent_after,
    spoken,
    without_pauses,
)
from tests.support.shipped import ROOT

HELLO = {
    "en": "Tell a member of staff now.",
    "es": "Avise ahora a una persona del equipo.",
    "ar": "أخبر أحد الموظفين الآن.",
}
BLOCKED_S = 2.0
"""No wait of ours is so short, and no moment in which a busy machine lets us wait."""
LONG = "A weak muscle nearby is common and it goes away by itself within weeks " * 4


class Driver:
    """Send commands to the voice's program, and read what it reports."""

    def __init__(self, process):
        self.process = process
        self._said = []
        self._answers = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        self._said.extend(line.strip() for line in self.process.stdout)

    def ask(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        self._answers += 1
        until(lambda: len(self._all("answer")) == self._answers, "an answer")
        return self._all("answer")[-1].removeprefix("answer ")

    def _all(self, word):
        return [line for line in self._said if line.startswith(word)]

    def times(self, word):
        return len(self._all(word))

    def wait_for(self, word, times=1):
        until(lambda: self.times(word) >= times or self._wrong(word), word)
        assert self.times(word) >= times, self._said
        return self._all(word)[-1]

    def _wrong(self, word):
        return word != "failed" and self.times("failed")


@contextmanager
def driver():
    command = [sys.executable, "tests/support/voice_program.py"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with running(*command, cwd=ROOT, env=environment, **pipes) as process:
        yield Driver(process)


@pytest.fixture
def voice(server, stage):
    voice = stage(driver())
    voice.ask("speaks en")
    voice.wait_for("ready")
    return voice


def say(voice, record, language, text):
    """Have a text said to its end; return what was heard of it."""
    before = len(record())
    times = voice.times("finished")
    voice.ask(f"say {language} {text}")
    voice.wait_for("finished", times + 1)
    let_pass(record, 0.5)  # the recorder is some milliseconds late
    return heard(record()[before:])[0]


def test_three_languages_are_heard_and_differ(voice, record):
    sounds = {
        language: say(voice, record, language, HELLO[language]) for language in HELLO
    }
    for language, sound in sounds.items():
        assert loudness(sound) > LOUD, language
        assert len(sound) > A_SECOND / 2, language
        assert voice.ask(f"speaks {language}") == "True"
    lengths = {len(sound) // (A_SECOND // 100) for sound in sounds.values()}
    assert len(lengths) == len(HELLO)


def test_the_language_is_that_of_the_text(voice, record):
    """A year takes other words in Spanish."""
    sounds = (say(voice, record, to, "1999, 1999.") for to in ("en", "es"))
    english, spanish = map(spoken, sounds)
    assert abs(english - spanish) > A_SECOND / 5


def test_a_longer_text_is_heard_longer(voice, record):
    short = say(voice, record, "en", HELLO["en"])
    long = say(voice, record, "en", f"{HELLO['en']} {HELLO['en']}")
    assert spoken(long) > 1.7 * spoken(short)


def test_it_is_silent_at_once_when_stopped(voice, record):
    """Ten times, at other moments of the sentence; most of them count."""
    delays = [stopped_after(voice, record, 0.3 + number / 10) for number in range(10)]
    show_figure(
        "silent so many ms after stop:", [round(1000 * delay) for delay in delays]
    )
    assert most_are_soon(delays)
    assert voice.times("finished") == 0


def stopped_after(voice, record, seconds):
    """Stop a text so long after it is heard; return how long it is heard still."""
    before = len(record())
    voice.ask(f"say en {LONG}")
    until(lambda: heard(record()[before:])[1], "the voice")
    let_pass(record, seconds)
    asked = len(record())
    voice.ask("stop")
    return silent_after(record, asked)


def test_it_is_silent_at_once_when_the_program_ends(voice, record):
    before = len(record())
    voice.ask(f"say en {LONG}")
    until(lambda: heard(record()[before:])[1], "the voice")
    ended = len(record())
    voice.process.stdin.close()
    assert silent_after(record, ended) < LATE


def test_at_volume_0_nothing_is_heard_and_it_ends_all_the_same(voice, record):
    voice.ask("volume 0")
    assert len(say(voice, record, "en", HELLO["en"])) == 0


def test_half_the_volume_is_less_loud(voice, record):
    full, half = [], []
    for volume, samples in ((100, full), (50, half)):
        voice.ask(f"volume {volume}")
        samples += without_pauses(say(voice, record, "en", HELLO["en"]))
    assert loudness(half) < 0.8 * loudness(full)


def test_each_step_of_the_pace_is_shorter(voice, record):
    lengths = []
    for pace in (-3, 0, 3):
        voice.ask(f"pace {pace}")
        lengths.append(spoken(say(voice, record, "en", HELLO["en"])))
    slow, usual, fast = lengths
    show_figure(
        "seconds at -3, 0, 3:", [round(length / A_SECOND, 2) for length in lengths]
    )
    assert slow > 1.2 * usual
    assert fast < 0.8 * usual


def test_a_newer_text_takes_the_place_of_the_older(voice, record):
    """Of twenty texts in one breath the last is heard, whole, and ends alone.

    A busy sound server can leave out, or add, a fortieth of a second of either.
    """
    alone = spoken(say(voice, record, "en", HELLO["en"]))
    before = len(record())
    for _ in range(20):
        voice.ask(f"say en {LONG}")
    voice.ask(f"say en {HELLO['en']}")
    voice.wait_for("finished", 2)
    let_pass(record, 1)
    assert voice.times("finished") == 2
    heard_now = spoken(record()[before:])
    assert alone - SOON * A_SECOND < heard_now < alone + LATE * A_SECOND


def test_an_odd_text_ends_too(voice, record):
    for text in (".", ". CANCEL ALL", "—", "2 < 3 & <b>bold</b>", "QUIT"):
        say(voice, record, "en", text)
    assert voice.times("failed") == 0


def test_a_language_without_a_voice_is_named(voice):
    voice.ask("say tlh Qapla")
    assert "no voice for the language 'tlh'" in voice.wait_for("failed")
    assert voice.ask("speaks tlh") == "False"


def test_a_server_that_dies_is_told_of(voice, server, record):
    voice.ask(f"say en {LONG}")
    let_pass(record, 0.5)
    server.kill()
    assert "speech-dispatcher has ended" in voice.wait_for("failed")
    assert float(voice.ask("pause")) < BLOCKED_S


def test_a_server_that_does_not_run_is_started(record, stage, own_folders):
    need("speech-dispatcher", "espeak-ng")
    voice = stage(driver())
    try:
        assert len(say(voice, record, "en", HELLO["en"])) > A_SECOND / 2
        assert float(voice.ask("pause")) < BLOCKED_S
        assert logged(own_folders.parent.parent) == []
    finally:
        end_the_started(own_folders.parent)


def logged(folder):
    """Return what the server has logged of its work."""
    logs = folder.rglob("*.log")
    lines = (line for log in logs for line in log.read_text().splitlines())
    return [line for line in lines if "speechd:" in line]


def end_the_started(folder):
    """End the server that the voice has started, by the number it wrote down."""
    for file in folder.rglob("speech-dispatcher.pid"):
        os.kill(int(file.read_text()), signal.SIGTERM)


def test_an_engine_that_dies_is_told_of(voice, server, record):
    """The server itself says nothing of it, ever."""
    voice.ask(f"say en {LONG[:72]}")
    before = len(record())
    until(lambda: heard(record()[before:])[1], "the voice")
    engines = children(server, "sd_espeak-ng")  # Debian 13 has two
    assert engines
    for engine in engines:
        os.kill(engine, signal.SIGKILL)
    assert "does not come to its end" in voice.wait_for("failed")


def children(process, name):
    """Return the numbers of the programs of this name that another has started."""
    number = process.pid
    started = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return [
        int(child)
        for child in started
        if Path(f"/proc/{child}/comm").read_text().strip() == name
    ]


def test_a_server_that_hangs_is_told_of_and_the_event_loop_goes_on(
    voice, server, record
):
    voice.ask(f"say en {LONG}")
    let_pass(record, 0.5)
    server.send_signal(signal.SIGSTOP)
    try:
        voice.ask("stop")
        assert "does not answer" in voice.wait_for("failed")
        voice.ask(f"say en {LONG}")
        voice.wait_for("failed", 2)
    finally:
        server.send_signal(signal.SIGCONT)
    assert float(voice.ask("pause")) < BLOCKED_S


def test_without_a_server_it_says_so_and_lives(stage, own_folders, monkeypatch):
    monkeypatch.setenv("PATH", str(own_folders.parent))
    voice = stage(driver())
    for number in range(2):
        voice.ask(f"say en {HELLO['en']}")
        said = voice.wait_for("failed", number + 1)
        assert "speech-dispatcher is not installed" in said
        assert "sudo apt install" in said
    assert voice.ask("speaks en") == "None"
    assert float(voice.ask("pause")) < BLOCKED_S
