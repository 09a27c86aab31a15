"""A signed repository of a test's own, and the plain web server that it lies on."""

import http.server
import shutil
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from kiosk.files.snapshot import Snapshot
from kiosk.fleet.content_tar import pack
from kiosk.fleet.repository.keys import make_keys, make_keys_of, read_keys
from kiosk.fleet.repository.repository import Repository
from tests.support.shipped import CONTENT


class SignedRepository:
    """A repository in `folder`, its keys in `keys`, its pages in `content`."""

    def __init__(self, folder, now=None):
        self.folder = folder / "repository"
        self.keys = folder / "keys"
        self.content = folder / "pages"
        self.keys_made = folder / "made later"
        self.root = self.folder / "metadata" / "1.root.json"
        self.now = now or datetime.now(UTC)

    @classmethod
    def made(cls, folder, now=None):
        """Make one, with the shipped pages in English."""
        made = cls(folder, now)
        made._repository.create(make_keys(made.keys))
        shutil.copytree(CONTENT, made.content, ignore=lambda *_: ("ar", "es"))
        return made

    def publish(self, title="", *, share=100, data=None):
        """Publish the pages, with another title of the page about Botox."""
        if title:
            page = self.content / "en" / "about-botox.md"
            text = page.read_text()
            before = text.split("\ntitle: ")[1].split("\n")[0]
            page.write_text(text.replace(f"\ntitle: {before}", f"\ntitle: {title}"))
        files = Snapshot.take(self.content)
        data = pack(self.content) if data is None else data
        return self._repository.publish(data, files.fingerprint, share, self.signers)

    def widen(self, share):
        return self._repository.widen(share, self.signers)

    def renew(self):
        return self._repository.renew(self.signers)

    def replace(self, role, folder):
        """Give a role new keys, in another folder; both are needed to sign."""
        repository, keys = self._repository, make_keys_of(role, folder)
        repository.replace(role, keys, self.signers)
        self.keys_made = folder

    def tar_of(self, offer):
        return self.folder / "targets" / f"{offer.sha256}.{offer.name}"

    def copy(self, folder):
        """Copy it as onto a stick, in place of what is there."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)

    @property
    def signers(self):
        return read_keys([self.keys, self.keys_made])

    @property
    def _repository(self):
        return Repository(self.folder, self.now)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(folder, port=0):
    """Serve a folder, as any web server does; the value is its address."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
