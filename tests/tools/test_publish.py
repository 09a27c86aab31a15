"""`kiosk publish`: what is typed, what is said, and what is in the folder then."""

import shutil
import stat

import pytest

from kiosk import cli
from kiosk.tools import check
from tests.support.shipped import CONTENT, SHIPPED


@pytest.fixture
def publish(qapp, tmp_path, monkeypatch, capfd):
    """Run the command with a repository and keys; return its exit status and lines."""
    monkeypatch.setattr(check, "new_application", lambda _: None)
    monkeypatch.chdir(tmp_path)

    def run(*words, keys=("keys",)):
        folders = [word for folder in keys for word in ("--keys", folder)]
        status = cli.main(["publish", *words, *folders])
        told = capfd.readouterr()
        return status, told.out + told.err

    return run


@pytest.fixture
def published(publish, tmp_path):
    """A repository `repo` with the pages in `pages`, at first for a tenth."""
    shutil.copytree(CONTENT, tmp_path / "pages")
    assert publish("--new", "repo")[0] == 0
    status, said = publish("pages", "repo", "--share", "10")
    assert status == 0
    assert f"content-1.tar, fingerprint {SHIPPED.fingerprint}, for 10 %" in said
    return tmp_path / "repo"


def metadata(folder):
    return {it.name: it.read_bytes() for it in (folder / "metadata").iterdir()}


def test_new_keys_are_read_by_their_owner_alone(publish, tmp_path):
    status, said = publish("--new", "repo")
    assert status == 0
    assert "copy repo/metadata/1.root.json to /etc/kiosk/root.json" in said
    keys = [*(tmp_path / "keys").iterdir()]
    assert len(keys) == 6
    assert {stat.S_IMODE(it.stat().st_mode) for it in keys} == {0o600}


def test_content_with_a_mistake_is_not_signed(publish, published, tmp_path):
    before = metadata(published)
    (tmp_path / "pages" / "es" / "book.md").write_text("No title")
    status, said = publish("pages", "repo")
    assert status == 1
    assert "book.md:1: error: there is no front matter" in said
    assert metadata(published) == before


def test_the_newest_is_widened_and_the_rest_renewed(publish, published):
    assert "content-1.tar is now for 100 %" in publish("repo", "--share", "100")[1]
    assert "kiosks believe repo until" in publish("repo", "--renew")[1]


def test_a_second_repository_is_not_made_over_the_first(publish, published):
    before = metadata(published)
    status, said = publish("--new", "repo", keys=("others",))
    assert status == 2
    assert "is a repository already" in said
    assert metadata(published) == before


def test_a_lost_key_is_replaced_with_two_of_the_roots(publish, published, tmp_path):
    for number in (1, 2):
        folder = tmp_path / f"stick-{number}"
        folder.mkdir()
        (tmp_path / "keys" / f"root-{number}.pem").rename(folder / "root.pem")
    replace = ("repo", "--replace", "timestamp")
    (tmp_path / "keys" / "timestamp.pem").unlink()
    status, said = publish(*replace, keys=("new", "keys", "stick-1"))
    assert status == 0, said
    assert "the keys of timestamp are new" in said
    assert publish("repo", "--renew", keys=("new",))[0] == 0


def test_one_key_of_the_root_is_too_few(publish, published, tmp_path):
    before = metadata(published)
    for number in (1, 2):
        (tmp_path / "keys" / f"root-{number}.pem").unlink()
    status, said = publish("repo", "--replace", "timestamp", keys=("new", "keys"))
    assert status == 2
    assert "1 of the 2 keys needed for root" in said
    assert metadata(published) == before
    assert not (tmp_path / "new").exists()
