"""Paper: through CUPS, which is played here by two small programs."""

import os

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from kiosk.app.printing import MOST_SHEETS, Printing
from kiosk.files.settings import load_settings
from tests.support.shipped import CONTENT

LP = """#!/bin/sh
echo "$@" > {folder}/lp.arguments
cat > {folder}/lp.pdf
[ -e {folder}/refuse ] && {{ echo "lp: unknown destination" >&2; exit 1; }}
echo "request id is desk-12 (1 file(s))"
"""
CANCEL = """#!/bin/sh
echo "$@" > {folder}/cancel.part
mv {folder}/cancel.part {folder}/cancel.arguments
"""
PATIENCE_MS = 40_000


@pytest.fixture
def cups(tmp_path, monkeypatch):
    """Programs in place of `lp` and `cancel`; the folder has what they were given."""
    for name, text in {"lp": LP, "cancel": CANCEL}.items():
        program = tmp_path / name
        program.write_text(text.format(folder=tmp_path))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


@pytest.fixture
def printing(qapp, cups):
    reported, owner = [], QObject()

    def made(queue="desk"):
        path = cups / "clinic.toml"
        path.write_text(f"[clinic]\nname = 'Park'\n[handout]\nprint = '{queue}'\n")
        made = Printing(load_settings(path), CONTENT, reported.append, owner)
        made.reported = reported
        return made

    yield made
    owner.deleteLater()


def wait_for(qtbot, path):
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
    return path.read_text().strip()


def test_it_is_off_unless_a_printer_is_named(printing):
    assert printing("").print_page is None
    assert printing("desk").print_page is not None


def test_a_page_goes_to_the_printer_without_its_name(printing, cups, qtbot):
    paper = printing()
    assert paper.print_page("vision", "ar")
    said = wait_for(qtbot, cups / "lp.arguments")
    assert said == "-d desk -o sides=two-sided-long-edge -t kiosk -"
    qtbot.waitUntil(lambda: paper._jobs == ["desk-12"], timeout=PATIENCE_MS)
    assert (cups / "lp.pdf").read_bytes().startswith(b"%PDF")
    assert paper.reported == []


def test_the_end_of_the_visit_clears_the_queue_and_what_was_sent(printing, cups, qtbot):
    paper = printing()
    paper.print_page("vision", "en")
    qtbot.waitUntil(lambda: paper._jobs == ["desk-12"], timeout=PATIENCE_MS)
    paper.clear()
    assert wait_for(qtbot, cups / "cancel.arguments") == "desk-12"
    assert paper._jobs == []


def test_a_visit_that_ends_before_the_page_is_made_prints_nothing(
    printing, cups, qtbot
):
    paper = printing()
    paper.print_page("vision", "en")
    paper.clear()
    qtbot.waitUntil(lambda: not paper.children(), timeout=PATIENCE_MS)
    assert not (cups / "cancel.arguments").exists()
    assert not (cups / "lp.pdf").exists() or not (cups / "lp.pdf").read_bytes()


def test_a_printer_that_is_none_is_told_with_what_to_write(printing, cups, qtbot):
    (cups / "refuse").touch()
    paper = printing("dusk")
    paper.print_page("vision", "en")
    qtbot.waitUntil(lambda: bool(paper.reported), timeout=PATIENCE_MS)
    [line] = paper.reported
    assert "'dusk'" in line
    assert "lpstat -e" in line
    assert "vision" not in line


def test_one_visit_has_so_many_sheets(printing, cups, monkeypatch):
    paper = printing()
    monkeypatch.setattr(paper, "_process", lambda *_: pytest.fail("printed"))
    paper._sheets = MOST_SHEETS
    assert not paper.print_page("vision", "en")
    paper.clear()
    assert paper._sheets == 0


@pytest.mark.qt_log_ignore("Destroyed while process")
def test_a_program_that_ends_while_a_page_is_made_says_nothing(cups, qtbot):
    owner, reported = QObject(), []
    path = cups / "clinic.toml"
    path.write_text("[handout]\nprint = 'desk'\n")
    paper = Printing(load_settings(path), CONTENT, reported.append, owner)
    paper.print_page("vision", "en")
    qtbot.waitUntil(lambda: paper._running[0].processId() > 0, timeout=PATIENCE_MS)
    with qtbot.captureExceptions() as bugs:
        delete(owner)
    assert (bugs, reported) == ([], [])
