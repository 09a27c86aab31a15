import shutil

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.files.content_file import load_content_file
from kiosk.files.language_packs import PackLoader
from kiosk.files.pack_words import Way
from kiosk.files.snapshot import Snapshot
from kiosk.files.sources import load_sources
from kiosk.files.urgent_notices import load_notices
from tests.support.shipped import CONTENT, ICONS


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def reported():
    """What was said about pages that were left out."""
    return []


@pytest.fixture
def read(content, checklist, reported):
    """Read a pack of `content` as it is by then: the English one, or a translation.

    Its bodies are read when they are asked for.
    """

    def reading(clinic=None, *, language="en", is_open=True, way=None):
        loader = pack_loader(
            content, checklist, reported, clinic, is_open=is_open, way=way
        )
        source = loader.open("en")
        return source if language == "en" else loader.open(language, source)

    return reading


@pytest.fixture
def read_whole(content, checklist, reported):
    """Read a pack of `content` with all its bodies: English, or a translation."""

    def reading(clinic=None, *, language="en", is_open=True):
        loader = pack_loader(content, checklist, reported, clinic, is_open=is_open)
        source = loader.load("en")
        return source if language == "en" else loader.load(language, source)

    return reading


def pack_loader(content, checklist, reported, clinic, *, is_open, way=None):
    files = Snapshot.take(content)
    return PackLoader(
        files=files,
        outline=load_content_file(files, reported.append),
        checklist=checklist,
        sources=load_sources(files, reported.append),
        clinic=clinic or Clinic(name="Alaa Arif"),
        own_language="en",
        icons=ICONS,
        report=reported.append,
        tell=reported.append,
        notices=load_notices(files, ("ar", "en", "es"), reported.append),
        way_to_help=way or (Way.OPEN if is_open else Way.CLOSED),
    )


@pytest.fixture
def spoil(content):
    """Replace the first `old` by `new` in a file of the content; tell its path."""

    def spoiling(name, old, new):
        path = content / name
        data = path.read_bytes()
        assert old.encode() in data
        path.write_bytes(data.replace(old.encode(), new.encode("latin-1"), 1))
        return path

    return spoiling


@pytest.fixture
def write_body(content):
    """Give the vision page another body, which begins on line 4; tell its path."""

    def written(body):
        path = content / "en" / "vision.md"
        fields = "title: V, icon: vision, kind: article, summary: S"
        dates = "written: 2026-01-01, review_by: 2027-01-01"
        path.write_text(f"---\n{{{fields}, {dates}}}\n---\n{body}", "utf-8")
        return path

    return written
