"""The signed metadata of a repository on the disk: read the newest, write the next.

A kiosk that looks in the middle of it finds the repository as it was before: what is
numbered is never changed, and the timestamp, which has no number, is written last.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError

from kiosk.errors import UsageError
from kiosk.files.text_files import write_by_draft
from kiosk.fleet.repository.roles import SIGNING, Role

_S = TypeVar("_S", Root, Targets, Snapshot, Timestamp)


class MetadataFolder:
    """The folder `metadata` of a repository; raises `UsageError` for a damaged one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def root(self) -> Metadata[Root]:
        """The newest root."""
        numbers = [int(path.name.split(".")[0]) for path in self._roots]
        return self._read(Root, f"{max(numbers, default=1)}.root.json")

    @property
    def exists(self) -> bool:
        """Whether there is a repository already."""
        return bool(self._roots)

    @property
    def timestamp(self) -> Metadata[Timestamp]:
        """The only timestamp."""
        return self._read(Timestamp, "timestamp.json")

    @property
    def snapshot(self) -> Metadata[Snapshot]:
        """The snapshot that the timestamp names."""
        number = self.timestamp.signed.snapshot_meta.version
        return self._read(Snapshot, f"{number}.snapshot.json")

    @property
    def targets(self) -> Metadata[Targets]:
        """The targets that the snapshot names."""
        number = self.snapshot.signed.meta["targets.json"].version
        return self._read(Targets, f"{number}.targets.json")

    def write_root(self, root: Root, signers: Mapping[str, Signer]) -> None:
        """Sign a root as it says, and as the one before says, if there is one."""
        metadata = Metadata(root)
        if self.exists:
            self._sign(metadata, Role.ROOT, self.root.signed, signers)
        self._write(metadata, Role.ROOT, root, signers)

    def write_targets(
        self, targets: Targets, signers: Mapping[str, Signer], now: datetime
    ) -> None:
        """Sign the next targets, with the snapshot and the timestamp that name them."""
        self._sign_next(targets, Role.TARGETS, signers, now)
        snapshot = self.snapshot.signed if self._has_timestamp else Snapshot()
        snapshot.meta["targets.json"] = MetaFile(targets.version)
        self.write_snapshot(snapshot, signers, now)

    def write_snapshot(
        self, snapshot: Snapshot, signers: Mapping[str, Signer], now: datetime
    ) -> None:
        """Sign the next snapshot, and the timestamp that names it."""
        self._sign_next(snapshot, Role.SNAPSHOT, signers, now)
        timestamp = self.timestamp.signed if self._has_timestamp else Timestamp()
        timestamp.snapshot_meta = MetaFile(snapshot.version)
        self.write_timestamp(timestamp, signers, now)

    def write_timestamp(
        self, timestamp: Timestamp, signers: Mapping[str, Signer], now: datetime
    ) -> None:
        """Sign the next timestamp.

        Its number is a time, so that the publisher's and the one that a timer renews on
        the server are each newer than what was before, without knowing each other.
        """
        timestamp.version = max(timestamp.version, round(now.timestamp()))
        self._sign_next(timestamp, Role.TIMESTAMP, signers, now)

    def check_able(self, role: Role, signers: Mapping[str, Signer]) -> None:
        """Check that there are enough keys to sign as a role."""
        _able(role, self.root.signed, signers)

    @property
    def _roots(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*.root.json"))

    @property
    def _has_timestamp(self) -> bool:
        return (self.folder / "timestamp.json").exists()

    def _path(self, role: Role, version: int) -> Path:
        number = "" if role is Role.TIMESTAMP else f"{version}."
        return self.folder / f"{number}{role}.json"

    def _sign_next(
        self,
        signed: _S,
        role: Role,
        signers: Mapping[str, Signer],
        now: datetime,
    ) -> None:
        if self._path(role, signed.version).exists():
            signed.version += 1
        signed.expires = now.replace(microsecond=0) + SIGNING[role].holds
        self._write(Metadata(signed), role, self.root.signed, signers)

    def _write(
        self,
        metadata: Metadata[_S],
        role: Role,
        root: Root,
        signers: Mapping[str, Signer],
    ) -> None:
        self._sign(metadata, role, root, signers)
        path = self._path(role, metadata.signed.version)
        draft = path.with_name(f".{path.name}.new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_by_draft(draft, path, metadata.to_bytes())
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from error

    def _sign(
        self,
        metadata: Metadata[_S],
        role: Role,
        root: Root,
        signers: Mapping[str, Signer],
    ) -> None:
        for signer in _able(role, root, signers):
            metadata.sign(signer, append=True)

    def _read(self, kind: type[_S], name: str) -> Metadata[_S]:
        path = self.folder / name
        if not self.exists:
            message = "there is no repository; make one with: kiosk publish --new"
            raise UsageError(f"{self.folder.parent}: {message}")
        try:
            found = Metadata[_S].from_bytes(path.read_bytes())
        except (OSError, DeserializationError, RepositoryError) as error:
            message = f"{path}: is no metadata of TUF; put back a copy of it"
            raise UsageError(message) from error
        if not isinstance(found.signed, kind):
            raise UsageError(f"{path}: is of another role; put back a copy of it")
        return found


def _able(role: Role, root: Root, signers: Mapping[str, Signer]) -> list[Signer]:
    """Return those whose signature counts for a role; raises if they are too few."""
    needed = root.roles[role.value]
    able = [signers[key] for key in needed.keyids if key in signers]
    if len(able) < needed.threshold:
        has = f"{len(able)} of the {needed.threshold} keys needed for"
        raise UsageError(f"--keys has {has} {role}; name the folder with its .pem")
    return able
