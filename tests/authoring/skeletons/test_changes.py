"""Files of one addition are written together: all of them, or none."""

import pytest

from kiosk.authoring.skeletons.changes import Changes
from kiosk.errors import ContentError, UsageError


@pytest.fixture
def changes(tmp_path):
    (tmp_path / "old").write_text("old")
    return Changes()


def test_what_is_read_is_as_it_will_be(changes, tmp_path):
    changes.write(tmp_path / "old", "new")
    assert changes.text(tmp_path / "old") == "new"
    assert (tmp_path / "old").read_text() == "old"


def test_everything_is_written_folders_too(changes, tmp_path):
    changes.write(tmp_path / "old", "new")
    changes.create(tmp_path / "a" / "b", b"x")
    assert changes.save() == (tmp_path / "old", tmp_path / "a" / "b")
    assert (tmp_path / "old").read_text() == "new"
    assert (tmp_path / "a" / "b").read_bytes() == b"x"


def test_what_cannot_be_written_leaves_the_others_as_they_were(changes, tmp_path):
    (tmp_path / "folder").mkdir()
    changes.write(tmp_path / "old", "new")
    changes.create(tmp_path / "first", "x")
    changes.files[tmp_path / "old" / "below a file"] = b"x"
    with pytest.raises(UsageError, match="below a file"):
        changes.save()
    assert (tmp_path / "old").read_text() == "old"
    assert not (tmp_path / "first").exists()


def test_a_file_that_is_there_is_no_new_one(changes, tmp_path):
    with pytest.raises(UsageError, match="already"):
        changes.create(tmp_path / "old", "new")


def test_a_file_that_is_not_there_is_named(changes, tmp_path):
    with pytest.raises(ContentError, match="none"):
        changes.text(tmp_path / "none")
