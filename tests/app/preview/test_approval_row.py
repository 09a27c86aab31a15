"""A clinician approves the page shown, and sees it: the same start as the change."""

import shutil

import pytest

from tests.support.preview import Author
from tests.support.shipped import CONTENT


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def author(qapp, qtbot, content):
    author = Author(qapp, qtbot, content)
    author.open("vision")
    yield author
    author.window.close()
    author.window.deleteLater()


@pytest.fixture
def row(author):
    return author.window.approval


def test_nobody_without_a_name_approves(row):
    assert not row.button.isEnabled()
    row.name.setText(" ")
    assert not row.button.isEnabled()


def test_the_page_shown_is_approved_and_says_so(author, row):
    row.name.setText("Dr Lee")
    row.button.click()
    assert "vision.md: approved by Dr Lee" in row.note.text()
    assert 'approved_by: "Dr Lee"' in (author.folder / "en/vision.md").read_text()
    assert 'approved_by: "Dr Lee"' not in (author.folder / "es/vision.md").read_text()
    author.wait_for("Checked by Dr Lee")


def test_a_page_that_cannot_be_shown_is_not_approved(author, row):
    page = author.folder / "en" / "vision.md"
    page.write_text(page.read_text().replace("!!! emergency", "!!! emergncy"))
    row.name.setText("Dr Lee")
    row.button.click()
    assert row.note.text().startswith("Not approved:")
    assert "Dr Lee" not in page.read_text()
