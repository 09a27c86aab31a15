"""Content that is rewritten all the time, as a clinic's folder is now and then."""

import random
import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.files.paths import resources
from kiosk.files.snapshot import Snapshot

_PAUSE_S = 0.02


@dataclass
class Writer:
    """Rewrites the content in a thread, from one of two versions to the other."""

    folder: Path
    seed: int
    titles: set[str] = field(default_factory=set)
    fingerprints: set[str] = field(default_factory=set)
    pages: int = 0
    is_one_by_one: bool = False

    def __post_init__(self) -> None:
        """Write both versions, which differ in each page of the translations."""
        self._chance = random.Random(f"writer {self.seed}")
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._versions = [self._version(name) for name in ("one", "two")]
        self._link = self.folder / "content"
        self._link.symlink_to(self._versions[0])
        self.fingerprints = {Snapshot.take(it).fingerprint for it in self._versions}
        self.is_one_by_one = bool(self.seed % 2 == 0)

    def start(self) -> None:
        """Begin to rewrite."""
        self._thread.start()

    def stop(self) -> None:
        """Rewrite no more."""
        self._ended.set()
        self._thread.join()

    def _version(self, name: str) -> Path:
        version = self.folder / name
        shutil.copytree(resources() / "content", version)
        pages = sorted(version.glob("*/*.md"))
        self.pages = len(pages)
        for page in pages:
            text = page.read_text("utf-8")
            if page.parent.name != "en":
                text = text.replace("\ntitle: ", f"\ntitle: {name} ", 1)
                page.write_text(text, "utf-8")
            self.titles.add(
                text.partition("\ntitle: ")[2].partition("\n")[0].strip('"')
            )
        return version

    def _run(self) -> None:
        if self.is_one_by_one:
            place = self.folder / "place"
            shutil.copytree(self._versions[0], place)
            self._set_link(place)
        while not self._ended.wait(_PAUSE_S):
            version = self._chance.choice(self._versions)
            if self.is_one_by_one:
                self._copy(version, place)
            else:
                self._set_link(version)
            self._ended.wait(self._chance.uniform(0, 0.5))

    def _set_link(self, target: Path) -> None:
        link = self.folder / "link"
        link.symlink_to(target)
        link.replace(self._link)

    def _copy(self, version: Path, place: Path) -> None:
        """Put each file in its place by another name first, as rsync does."""
        for source in version.rglob("*"):
            if source.is_file():
                target = place / source.relative_to(version)
                draft = target.with_name(f".{target.name}.draft")
                shutil.copyfile(source, draft)
                draft.replace(target)
