"""What the voice makes of a speech server that does what no real one can be made to.

What is heard: tests/e2e/test_voice.
"""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer

from kiosk.ui.audio import ssip_client
from kiosk.ui.audio.synthesizer import Synthesizer

FAST_MS = 50


class FakeServer(QLocalServer):
    """Speaks the server's protocol, and does nothing by itself but number the texts."""

    def __init__(self, path):
        super().__init__()
        self.orders, self.texts = [], []
        self.answers = {"LIST": "249-A\ten-GB\tnone\r\n249-B\tar\tnone\r\n249 OK"}
        self.is_silent = self.is_speaking = False
        self.newConnection.connect(self._meet)
        assert self.listen(str(path))

    def _meet(self):
        self.client = self.nextPendingConnection()
        self.client.readyRead.connect(self._read)

    def _read(self):
        while self.client.canReadLine():
            line = self.client.readLine().data().decode().rstrip("\r\n")
            if self.is_speaking:
                self._take_text(line)
            else:
                self._obey(line)

    def _take_text(self, line):
        if line != ".":
            self.texts.append(line)
            return
        self.is_speaking = False
        number = len(self.texts)
        default = f"225-{number}\r\n225 OK MESSAGE QUEUED"
        self.tell(self.answers.get("TEXT", default).format(number=number))

    def _obey(self, line):
        self.orders.append(line)
        self.is_speaking = line == "SPEAK"
        if not self.is_silent:
            self.tell(self.answers.get(line.split()[0], "200 OK"))

    def tell(self, *lines):
        for line in lines:
            self.client.write(f"{line}\r\n".encode())
        self.client.flush()

    def happen(self, code, number, word):
        self.tell(f"{code}-{number}", f"{code}-1", f"{code} {word}")


@pytest.fixture
def server(qapp, tmp_path, monkeypatch):
    path = tmp_path / "speech"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    monkeypatch.setenv("PATH", str(tmp_path))
    server = FakeServer(path)
    yield server
    server.close()


@pytest.fixture
def voice(server, qapp):
    voice = Synthesizer(qapp)
    voice.told = []
    voice.finished.connect(lambda: voice.told.append("finished"))
    voice.failed.connect(voice.told.append)
    yield voice
    voice.close()
    voice.deleteLater()


@pytest.fixture
def turn(voice, server, qtbot):
    """Let the voice and the server hear all that they have told each other."""

    def until_all_is_heard():
        server.tell("705-0", "705-1", "705 RESUMED")
        with qtbot.waitSignal(
            voice._client.event_received,
            check_params_cb=lambda *what: what == (705, "0"),
        ):
            pass

    return until_all_is_heard


@pytest.fixture
def speaking(voice, server, qtbot):
    """Have the voice begin a text, and the server hear of it."""

    def begin(text="One.", language="en"):
        expected = len(server.texts) + 1
        voice.say(text, language)
        qtbot.waitUntil(lambda: len(server.texts) == expected)

    return begin


def timers(voice):
    return [timer for timer in voice.findChildren(QTimer) if timer.isActive()]


def test_the_end_of_a_text_is_told_once(voice, server, speaking, turn):
    speaking()
    server.happen(701, 1, "BEGIN")
    server.happen(702, 1, "END")
    server.happen(702, 1, "END")
    turn()
    assert voice.told == ["finished"]


def test_the_end_of_an_interrupted_text_is_not_that_of_the_new_one(
    voice, server, speaking, turn
):
    speaking("One.")
    turn()
    speaking("Two.")
    turn()
    server.happen(702, 1, "END")
    turn()
    assert voice.told == []
    server.happen(702, 2, "END")
    turn()
    assert voice.told == ["finished"]


def test_an_end_that_comes_before_the_number_counts_for_its_text_alone(
    voice, server, speaking, turn
):
    server.answers["TEXT"] = (
        "702-9\r\n702-1\r\n702 END\r\n702-{number}\r\n702-1\r\n702 END\r\n"
        "225-{number}\r\n225 OK MESSAGE QUEUED"
    )
    speaking()
    turn()
    assert voice.told == ["finished"]


def test_a_stopped_text_never_ends(voice, server, speaking, turn):
    speaking()
    turn()
    voice.stop()
    server.happen(703, 1, "CANCELED")
    server.happen(702, 1, "END")
    turn()
    assert voice.told == []
    assert server.orders[-1] == "CANCEL SELF"


def test_a_text_is_interrupted_before_the_next_is_said(server, speaking):
    speaking("One.")
    speaking("Two.")
    orders = server.orders
    first, second = (at for at, order in enumerate(orders) if order == "SPEAK")
    assert "CANCEL SELF" in orders[first:second]


def test_a_text_that_something_else_stops_is_told_of(voice, server, speaking, turn):
    speaking()
    server.happen(703, 1, "CANCELED")
    turn()
    [line] = voice.told
    assert "something else" in line


def test_before_the_voices_are_known_only_the_newest_text_waits(
    voice, server, speaking, turn
):
    for number in range(5):
        voice.say(f"Old {number}.", "en")
    speaking("New.")
    turn()
    assert server.texts == ["New."]


def test_it_speaks_what_the_server_has_voices_for(voice, server, qtbot):
    assert voice.has_voice("en") is None
    with qtbot.waitSignal(voice.ready):
        pass
    spoken = {language: voice.has_voice(language) for language in ("en", "ar", "es")}
    assert spoken == {"en": True, "ar": True, "es": False}


def test_a_text_said_when_ready_is_said_once(voice, server, speaking, turn):
    voice.ready.connect(lambda: voice.say("Newer.", "en"))
    speaking("Old.")
    turn()
    assert server.texts == ["Newer."]


def test_pace_and_volume_count_from_the_next_text(voice, server, speaking):
    speaking()
    voice.pace, voice.volume = -3, 25
    speaking()
    rates = [order for order in server.orders if "RATE" in order]
    volumes = [order for order in server.orders if "VOLUME" in order]
    assert rates == ["SET SELF RATE 0", "SET SELF RATE -60"]
    assert volumes == ["SET SELF VOLUME 100", "SET SELF VOLUME -50"]


@pytest.mark.parametrize(
    ("text", "sent"),
    [(".", ".."), ("a\r\n.\r\nQUIT", "a . QUIT"), ("", "-"), ("...so", "....so")],
)
def test_no_text_is_taken_for_an_order(server, speaking, text, sent):
    speaking(text)
    assert server.texts == [sent]


@pytest.mark.parametrize("order", ["LIST", "SET", "SPEAK", "TEXT"])
def test_a_refusal_is_told_with_its_words(voice, server, qtbot, order):
    server.answers[order] = "304 CANT LIST VOICES"
    with qtbot.waitSignal(voice.failed):
        voice.say("One.", "en")
    [line] = voice.told
    assert "304 CANT LIST VOICES" in line


def test_no_answer_is_told_of_and_the_next_text_tries_again(
    voice, server, speaking, turn, qtbot, monkeypatch
):
    monkeypatch.setattr(ssip_client, "_REPLY_MS", FAST_MS)
    server.is_silent = True
    for _ in range(2):
        with qtbot.waitSignal(voice.failed):
            voice.say("One.", "en")
    assert all("does not answer" in line for line in voice.told)
    server.is_silent = False
    speaking("Two.")
    server.happen(702, 1, "END")
    turn()
    assert server.texts == ["Two."]
    assert voice.told[2:] == ["finished"]


def test_the_voices_of_a_server_that_is_gone_are_forgotten(
    voice, server, speaking, turn, qtbot
):
    speaking()
    turn()
    with qtbot.waitSignal(voice.failed):
        server.client.abort()
    assert voice.has_voice("en") is None
    with qtbot.waitSignal(voice.ready):
        pass
    assert voice.has_voice("en")


def test_a_stop_that_is_not_answered_is_told_of(
    voice, server, speaking, turn, qtbot, monkeypatch
):
    speaking()
    turn()
    monkeypatch.setattr(ssip_client, "_REPLY_MS", FAST_MS)
    server.is_silent = True
    with qtbot.waitSignal(voice.failed):
        voice.stop()


def test_a_text_without_an_end_is_told_of(voice, server, qtbot, monkeypatch):
    monkeypatch.setattr("kiosk.ui.audio.synthesizer._TEXT_MS", 0)
    monkeypatch.setattr("kiosk.ui.audio.synthesizer._LETTER_MS", 0)
    voice._ping_timer.setInterval(FAST_MS)
    with qtbot.waitSignal(voice.failed):
        voice.say("One.", "en")
    assert "does not come to its end" in voice.told[0]


def test_while_it_speaks_the_server_is_asked_whether_it_lives(
    voice, server, speaking, qtbot
):
    voice._ping_timer.setInterval(FAST_MS)
    speaking()
    qtbot.waitUntil(lambda: server.orders.count("GET RATE") > 2)
    assert voice.told == []


def test_nothing_runs_before_the_first_text_or_after_the_last(
    voice, server, speaking, turn, qtbot
):
    assert timers(voice) == []
    speaking()
    turn()
    server.happen(702, 1, "END")
    turn()
    assert timers(voice) == []
    speaking()
    voice.stop()
    qtbot.waitUntil(lambda: timers(voice) == [])
