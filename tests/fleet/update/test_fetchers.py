import os

import pytest
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from kiosk.fleet.update.fetchers import LONGEST_S, WebFetcher, fetcher_for


class Drip(FetcherInterface):
    """A server that sends a byte whenever one is about to give up on it."""

    def _fetch(self, url):
        while True:
            yield b"x"


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "metadata").mkdir()
    return tmp_path


def test_a_server_that_never_ends_is_left(clock):
    def seconds():
        clock.advance(LONGEST_S / 10)
        return clock.passed

    with pytest.raises(DownloadError, match="comes too slowly"):
        WebFetcher(Drip(), seconds).download_bytes("http://a.example/b", 10**9)


def test_a_file_that_is_not_on_a_stick_is_as_one_not_on_a_server(stick):
    with pytest.raises(DownloadHTTPError) as missing:
        fetcher_for(str(stick)).download_bytes(f"{stick}/metadata/2.root.json", 10)
    assert missing.value.status_code == 404


def test_a_stick_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DownloadError, match="no repository is there"):
        fetcher_for(str(tmp_path)).download_bytes(f"{tmp_path}/metadata/x", 10)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_not_waited_for(stick, make):
    path = stick / "metadata" / "timestamp.json"
    make(path)
    with pytest.raises(DownloadError):
        fetcher_for(str(stick)).download_bytes(str(path), 10)
