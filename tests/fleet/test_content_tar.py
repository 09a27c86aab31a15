import io
import tarfile

import pytest

from kiosk.errors import ContentError
from kiosk.files.snapshot import Snapshot
from kiosk.fleet.content_tar import pack, unpack
from tests.support.shipped import CONTENT


@pytest.fixture
def unpacked(tmp_path):
    """Unpack bytes into a folder below another; return that."""

    def unpacked(data):
        path = tmp_path / "content.tar"
        path.write_bytes(data)
        unpack(path, tmp_path / "place" / "content")
        return tmp_path / "place" / "content"

    (tmp_path / "place").mkdir()
    return unpacked


def tar_with(*entries):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        for entry in entries:
            tar.addfile(entry, io.BytesIO(b"x" * entry.size))
    return data.getvalue()


def entry(name, kind=tarfile.REGTYPE, size=1, link=""):
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made


def test_content_is_the_same_unpacked(unpacked):
    fingerprint = Snapshot.take(unpacked(pack(CONTENT))).fingerprint
    assert fingerprint == Snapshot.take(CONTENT).fingerprint


def test_the_same_files_are_packed_alike(tmp_path, unpacked):
    assert pack(unpacked(pack(CONTENT))) == pack(CONTENT)


def test_a_link_that_leads_out_is_not_packed(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "secret").write_text("key")
    (tmp_path / "pages" / "photo.png").symlink_to(tmp_path / "secret")
    with pytest.raises(ContentError, match="is a link out of the folder"):
        pack(tmp_path / "pages")


@pytest.mark.parametrize(
    "hostile",
    [
        [entry("../outside.md")],
        [entry("en/../../outside.md")],
        [entry("/tmp/outside.md")],
        [entry("en", tarfile.SYMTYPE, 0, "/etc")],
        [entry("en/home.md", tarfile.LNKTYPE, 0, "/etc/passwd")],
        [entry("en/pipe", tarfile.FIFOTYPE, 0)],
        [entry("en/disk", tarfile.BLKTYPE, 0)],
        [entry("en/home.md"), entry("en/home.md")],
        [entry("en"), entry("en/home.md")],
        [entry("a/" * 20 + "home.md")],
        [entry("x" * 300)],
    ],
    ids=lambda it: ",".join(f"{entry.name[:20]}-{entry.type.decode()}" for entry in it),
)
def test_what_is_no_plain_content_is_refused(unpacked, tmp_path, hostile):
    with pytest.raises(ContentError):
        unpacked(tar_with(*hostile))
    assert {it.name for it in tmp_path.iterdir()} == {"content.tar", "place"}
    assert {it.name for it in (tmp_path / "place").iterdir()} == {"content"}


def test_holes_do_not_grow_into_a_full_disk(unpacked):
    """A file of a few bytes that says that it has a terabyte, all of it a hole."""
    made = entry("en/home.md", size=0)
    made.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "en/home.md",
        "GNU.sparse.realsize": str(10**12),
    }
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT) as tar:
        content = b"1\n0\n0\n".ljust(512, b"\0")
        made.size = len(content)
        tar.addfile(made, io.BytesIO(content))
    with pytest.raises(ContentError, match="no plain file"):
        unpacked(data.getvalue())


def test_too_many_files_are_refused(unpacked, monkeypatch):
    monkeypatch.setattr("kiosk.fleet.content_tar.MOST_FILES", 3)
    with pytest.raises(ContentError, match="over 3 files"):
        unpacked(tar_with(*(entry(f"{n}.md") for n in range(4))))


@pytest.mark.parametrize("cut", [0, 100, 1000, 20_000, 100_000])
def test_a_part_of_a_tar_file_is_refused(unpacked, cut):
    data = pack(CONTENT)
    with pytest.raises(ContentError):
        unpacked(data[:cut])
