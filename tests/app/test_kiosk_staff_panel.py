"""The staff panel of a running kiosk: what it tells, and how it ends the program."""

import pytest
from PySide6.QtCore import QTimer

from kiosk.app.kiosk import RESTART
from kiosk.domain.visit import Visit
from kiosk.files.snapshot import Snapshot
from kiosk.files.versions import program_version
from tests.support.kiosk_for_staff import (
    LOCKED,
    RIGHT,
    enter,
    facts,
    open_panel,
    pages_shown,
    spoil,
    spoil_body,
)
from tests.support.screen import offers, words


def test_the_panel_tells_of_this_kiosk(panel, said, content, settings_file, pack):
    told = facts(panel, said)
    assert told[said.program] == program_version()
    assert told[said.content] == f"{Snapshot.take(content).fingerprint}  {content}"
    assert told[said.pages].splitlines() == pages_shown(len(pack.pages))
    assert told[said.settings] == str(settings_file)
    assert told[said.left_out] == told[said.problems] == said.none


def test_the_panel_tells_how_long_the_kiosk_has_been_running(shell, said, clock):
    clock.advance(3661)
    open_panel(shell)
    assert facts(shell, said)[said.running_for] == "1:01:01"


def test_the_panel_tells_how_wide_the_picture_is(start, said):
    shell = start(f"{LOCKED}[screen]\nwidth_mm = 250\n", windowed=False)
    open_panel(shell)
    assert facts(shell, said)[said.screen] == "250 mm wide"


def test_the_panel_tells_how_wide_a_small_picture_is(start, said):
    shell = start(f"{LOCKED}[screen]\nwidth_mm = 120\n", windowed=False)
    open_panel(shell)
    assert facts(shell, said)[said.screen] == "120 mm wide"


@pytest.mark.parametrize("way", [spoil, spoil_body])
def test_the_panel_names_the_pages_left_out_at_start(
    start, said, content, read_content, way
):
    way(content / "en" / "vision.md")
    shell = start()
    read_content(shell)
    open_panel(shell)
    assert facts(shell, said)[said.left_out] == "en/vision"
    assert "en/vision.md" in facts(shell, said)[said.problems]


def test_nothing_of_a_visit_is_told_to_staff(shell, said, pack, capsys):
    signs = {"drooping-eyelid", "tension"}
    shell.open(Visit(page="check", answers=frozenset(signs)))
    shell.session.staff_requested.emit()
    enter(shell, said, RIGHT)
    told = "\n".join([*words(shell), *capsys.readouterr()]).lower()
    for sign in signs:
        assert sign not in told
        assert pack.answers[sign].lower() not in told


@pytest.mark.parametrize(("deed", "status"), [("restart", RESTART), ("quit", 0)])
def test_two_touches_end_the_program(panel, said, qapp, deed, status):
    [button] = offers(panel, getattr(said, deed))
    patience = QTimer(panel, singleShot=True, interval=5000)
    patience.timeout.connect(lambda: qapp.exit(99))
    for act in (button.click, button.click, patience.start):
        QTimer.singleShot(0, act)
    assert qapp.exec() == status
