"""A file that lies among the pages is named plainly and does no harm."""

import shutil

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.errors import Severity
from kiosk.files.library import LibraryLoader
from kiosk.files.snapshot import Snapshot
from tests.support.shipped import CONTENT, ICONS, SHIPPED

PAGE = (CONTENT / "en" / "vision.md").read_bytes()


@pytest.fixture
def told(content):
    """Return the warnings of the content, in which nothing else may be wrong."""

    def telling():
        loader = LibraryLoader(clinic=Clinic(name="Alaa Arif"), icons=ICONS)
        library = loader.load(Snapshot.take(content))
        assert library.left_out == ()
        assert [len(it.pages) for it in library.packs.values()] == [10, 10, 10]
        assert {it.severity for it in library.problems} <= {Severity.WARNING}
        return [line.removeprefix(f"{content}/") for line in map(str, library.problems)]

    return telling


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en/README.md", "as content.toml does not name it; add"),
        ("en/new-page.md", 'add "new-page" to its pages, or write draft: true'),
        ("es/extra.md", "as there is no en/extra.md to translate"),
        ("es/headache.md", "as its name, use headaches"),
        ("en/._headaches.md", "a Mac left it here; delete it"),
        ("en/Nausea.MD", "rename it to Nausea.md"),
        ("en/nausea.md.txt", "rename it to nausea.md"),
        ("en/nausea.markdown", "rename it to nausea.md"),
        ("en/nausea.docx", "a page is plain text; save it as nausea.md"),
        ("es/Pack.toml", "rename it to pack.toml"),
    ],
)
def test_what_somebody_may_have_meant_to_be_shown_is_named(content, told, name, said):
    (content / name).write_bytes(PAGE)
    [line] = told()
    assert line.startswith(f"{name}: ")
    assert said in line


@pytest.mark.parametrize(
    "name",
    ["en/.DS_Store", "en/vision.md~", "en/.vision.md.swp", ".git/vision.md", "en/a.py"],
)
def test_what_programs_leave_behind_is_passed_over(content, told, name):
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_bytes(PAGE)
    assert told() == []


def test_files_of_no_content_do_not_change_the_fingerprint(content):
    for name in ("en/._vision.md", "en/.DS_Store", "en/vision.md~"):
        (content / name).write_bytes(b"x")
    assert Snapshot.take(content).fingerprint == SHIPPED.fingerprint


def test_a_draft_that_is_not_named_is_no_stray(content, told):
    (content / "en" / "new.md").write_bytes(
        PAGE.replace(b"icon:", b"draft: true\nicon:")
    )
    assert told() == []


def test_a_folder_with_pages_and_no_words_is_named(content, told):
    shutil.copytree(content / "es", content / "de")
    (content / "de" / "pack.toml").unlink()
    assert told() == ["de: has pages and no pack.toml; add one, or move it away"]
