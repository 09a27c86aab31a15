"""Content outlives versions: older content runs here, and today's in older programs.

The states are the last three in the history of the project, and the last three of
before `content.toml`. To run it for more of them: `KIOSK_STATES=12 pytest ...`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.app.loading import Looks, register_fonts, view_contexts
from kiosk.domain.metrics import Metrics
from kiosk.domain.visit import Visit
from kiosk.errors import Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.snapshot import Snapshot
from kiosk.ui.window.session import Session
from tests.support.history import files_of, states
from tests.support.screen import LANDSCAPE, SETTINGS, WIDTH_MM, put_on
from tests.support.shipped import CONTENT, ICONS

STATES = states(int(os.environ.get("KIOSK_STATES", "3")))
NO_HISTORY = "the history of the content is not at hand"
OPEN = """
import sys
from pathlib import Path
from kiosk.app.content_source import ContentSource
from kiosk.files.settings import load_settings
source = ContentSource.of(load_settings(Path(sys.argv[1])), Path(sys.argv[2]))
edition = source.open(is_open=True)
"""
START = f"""{OPEN}
edition = source.complete(edition, is_open=True)
print(*(language.code for language in edition.library.languages))
print(*edition.fault, sep="\\n", file=sys.stderr)
"""
ADVISE = f"""{OPEN}
rules = edition.library.checklist
for answer in sorted(rules.answers):
    print(int(rules.assess(frozenset({{answer}})).level))
"""


@pytest.fixture(
    scope="module",
    params=STATES or [pytest.param("", marks=pytest.mark.skip(NO_HISTORY))],
)
def commit(request):
    """A commit that changed the content."""
    return request.param


@pytest.fixture(scope="module")
def program(commit, tmp_path_factory):
    """The program as it was in that commit, with its content."""
    return files_of(commit, tmp_path_factory.mktemp(commit), "kiosk", "resources")


@pytest.fixture(scope="module")
def folder(program):
    """The content as it was."""
    return program / "resources" / "content"


@pytest.fixture(scope="module")
def past(folder):
    """The library that this version makes of it."""
    loader = LibraryLoader(clinic=SETTINGS.clinic, icons=ICONS)
    return loader.load(Snapshot.take(folder))


@pytest.fixture
def settings(tmp_path):
    """The settings of a clinic, which every version knows."""
    path = tmp_path / "clinic.toml"
    path.write_text('[clinic]\nname = "Alaa Arif"\n')
    return path


def languages_in(folder):
    return {path.parent.name for path in folder.glob("*/pack.toml")}


def test_older_content_loses_no_language_and_no_page(folder, past):
    assert set(past.packs) == languages_in(folder)
    pages = {path.stem for path in (folder / "en").glob("*.md")}
    for language, pack in past.packs.items():
        assert {page.id for page in pack.pages} == pages
        assert {page.language for page in pack.pages} == {language}
        assert all(pack.answers[answer] for answer in past.checklist.answers)


def test_what_it_lacks_is_told_and_is_no_error(past):
    errors = [it for it in past.problems if it.severity is Severity.ERROR]
    assert not errors


def test_every_page_of_it_can_be_shown(qapp, past, commit):
    """In one language a state: the three take turns."""
    register_fonts()
    language = sorted(past.packs)[STATES.index(commit) % len(past.packs)]
    visit = Visit(language=language)
    looks = Looks(Metrics.of_screen(LANDSCAPE, WIDTH_MM))
    context = view_contexts(SETTINGS, past, looks).of(visit)
    put_on(qapp, context.look)
    session = Session(context, QSize(*LANDSCAPE), visit)
    for page in session.pages:
        session.go_to(page.id)
        assert session.word_count > 0
    session.show_emergency()
    session.deleteLater()
    put_on(qapp, None)


def test_its_checklist_gives_the_advice_it_gave(program, folder, past, settings):
    rules = past.checklist
    before = python(program, ADVISE, settings, folder).stdout.split()
    now = [rules.assess(frozenset({it})).level for it in sorted(rules.answers)]
    assert [int(level) for level in before] == [int(level) for level in now]


def test_the_program_of_then_keeps_running_with_todays_content(program, settings):
    """It shows today's content if it can; else its own, and says why to staff."""
    done = python(program, START, settings, CONTENT)
    assert set(done.stdout.split()) == languages_in(CONTENT)
    assert "Traceback" not in done.stderr


def python(program: Path, script: str, *arguments: Path) -> subprocess.CompletedProcess:
    """Run a script in an older program."""
    environment = {**os.environ, "PYTHONPATH": str(program)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=program,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done
