"""A clinician's day from AUTHORS.md: each piece of work is one start, and shown."""

import io
from datetime import datetime

import pytest

from kiosk.authoring.check.gate import check
from kiosk.cli import main
from kiosk.domain.triage import Level
from kiosk.files.library import LibraryLoader
from kiosk.files.paths import resources
from kiosk.files.settings import load_settings
from kiosk.files.snapshot import Snapshot
from kiosk.files.themes import icon_names
from tests.authoring.skeletons.test_complication import SKIN


class Clinic:
    """The clinic's folder, and how often a command was started in it."""

    def __init__(self, folder):
        self.content = folder / "content"
        self.starts = []

    def start(self, *command):
        self.starts.append(command)
        assert main(list(command)) == 0

    def change(self, name, old, new):
        """Change a file as an editor does."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    @property
    def shown(self):
        """What the kiosk would show next."""
        subject = check(self.content.parent)
        assert not subject.has_errors, subject.problems
        return subject.library

    @property
    def preview(self):
        """The languages that the preview shows."""
        settings = load_settings(self.content.parent / "clinic.toml")
        icons = icon_names(resources())
        loader = LibraryLoader(clinic=settings.clinic, icons=icons, drafts=True)
        return loader.load(Snapshot.take(self.content)).packs


@pytest.fixture
def clinic(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    folder = tmp_path / "park"
    assert main(["new", "clinic", str(folder), "name=Park Clinic"]) == 0
    monkeypatch.chdir(folder)
    return Clinic(folder)


def test_a_sentence_is_changed_checked_approved_and_shown(clinic):
    clinic.change("es/headaches.md", "Descanse y beba agua", "Descanse y beba más agua")
    clinic.start("approve", "headaches", "--by", "Dr Lee", "--language", "es")
    page = clinic.shown.packs["es"].page("headaches")
    assert page.approval.is_valid(datetime.now().astimezone().date())
    assert len(clinic.starts) == 1


def test_a_change_after_the_approval_is_not_approved(clinic):
    clinic.start("approve", "headaches", "--by", "Dr Lee", "--language", "es")
    clinic.change("es/headaches.md", "Descanse y beba agua", "Descanse y beba más agua")
    page = clinic.shown.packs["es"].page("headaches")
    assert not page.approval.is_valid(datetime.now().astimezone().date())


def test_a_complication_with_two_signs_and_a_rule_in_three_languages(clinic):
    answers = [f"{key}={text}" for key, text in SKIN.items()]
    clinic.start("new", "complication", "skin", *answers)
    library = clinic.shown
    both = library.checklist.assess(frozenset({"itching", "dry-skin"}))
    assert both.level is Level.EMERGENCY
    shown = {code: pack.page("skin").language for code, pack in library.packs.items()}
    assert shown == {"en": "en", "es": "es", "ar": "ar"}
    assert len(clinic.starts) == 1


def test_german_is_begun_and_a_first_page_is_shown(clinic):
    clinic.start("new", "language", "de", "name=Deutsch")
    assert "de" not in clinic.shown.packs
    clinic.change("de/vision.md", "Vision problems", "Sehstörungen")
    clinic.change("de/vision.md", "draft: true  # take this line away when done\n", "")
    assert clinic.preview["de"].page("vision").title == "Sehstörungen"
    assert len(clinic.starts) == 1
