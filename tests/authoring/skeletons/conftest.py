import shutil
from functools import cached_property

import pytest

from kiosk.authoring.check.gate import check_files
from kiosk.authoring.skeletons.answers import Answers
from kiosk.authoring.skeletons.content_folder import ContentFolder
from kiosk.domain.clinic import Clinic
from kiosk.errors import Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.settings import Settings
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT, ICONS

CLINIC = Clinic(name="Park Clinic")


class Made:
    """A copy of the shipped content, to add to, and the kiosk's view of it."""

    def __init__(self, folder):
        self.folder = shutil.copytree(CONTENT, folder)
        self.before = Snapshot.take(folder)
        self.settings = Settings(path=folder / "clinic.toml", clinic=CLINIC)
        self.questions = []

    def add(self, maker, name, answers):
        """Add with these answers alone: whoever is asked says nothing."""
        self.__dict__.pop("library", None)
        self.__dict__.pop("errors", None)
        content = ContentFolder(self.folder, self.settings)
        return maker(content, name, Answers(answers, self._nobody))

    def _nobody(self, prompt):
        self.questions.append(prompt)
        raise EOFError

    @cached_property
    def library(self):
        """The library once everything is added."""
        return self.read()

    def read(self, *, drafts=False):
        loader = LibraryLoader(clinic=CLINIC, icons=ICONS, drafts=drafts)
        return loader.load(Snapshot.take(self.folder))

    @cached_property
    def errors(self):
        """Return what `kiosk check` calls an error."""
        found = check_files(Snapshot.take(self.folder), self.settings).problems
        return [str(it) for it in found if it.severity is Severity.ERROR]

    @property
    def is_untouched(self):
        return Snapshot.take(self.folder).files == self.before.files

    def text(self, name):
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def made(tmp_path):
    return Made(tmp_path / "content")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """The same for the tests of a module that only look at what one addition made."""
    return Made(tmp_path_factory.mktemp("clinic") / "content")
