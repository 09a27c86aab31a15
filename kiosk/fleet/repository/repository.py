"""A repository of signed content: made once, published to, widened, renewed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from securesystemslib.signer import Signer
from tuf.api.metadata import Root, TargetFile, Targets

from kiosk.errors import UsageError
from kiosk.files.text_files import write_by_draft
from kiosk.fleet.offer import Offer, offers_of
from kiosk.fleet.repository.metadata import MetadataFolder
from kiosk.fleet.repository.roles import SIGNING, Role

_RENEW_BEFORE = timedelta(days=60)
_OLD_TO_KEEP = 1
"""Editions for all kiosks that stay beside the newest: a new kiosk may fall back."""


class Repository(Struct, frozen=True):
    """The repository in `folder`, at a time `now` in UTC; raises `UsageError`."""

    folder: Path
    now: datetime

    def create(self, keys: Mapping[Role, list[Signer]]) -> Path:
        """Begin a repository without content; return the root that kiosks trust."""
        root = Root(expires=self._expiry(Role.ROOT), consistent_snapshot=True)
        for role, signers in keys.items():
            for signer in signers:
                root.add_key(signer.public_key, role.value)
            root.roles[role.value].threshold = SIGNING[role].threshold
        every = (it for signers in keys.values() for it in signers)
        able = {it.public_key.keyid: it for it in every}
        self._metadata.write_root(root, able)
        self._metadata.write_targets(Targets(), able, self.now)
        return self._metadata.folder / "1.root.json"

    def check_is_new(self) -> None:
        """Check that there is no repository yet."""
        if self._metadata.exists:
            message = "is a repository already; name another folder"
            raise UsageError(f"{self.folder}: {message}")

    def publish(
        self, data: bytes, fingerprint: str, share: int, signers: Mapping[str, Signer]
    ) -> Offer:
        """Add content for a share of all kiosks, in percent.

        `data` is its folder as a tar file, `fingerprint` that of the unpacked folder.
        """
        targets = self._metadata.targets.signed
        number = max((it.number for it in offers_of(targets)), default=0) + 1
        target = TargetFile.from_data(f"content-{number}.tar", data, ["sha256"])
        offer = Offer.of(target, number=number, share=share, fingerprint=fingerprint)
        self._write_target(offer, data)
        targets.targets[target.path] = offer.as_target()
        dropped = self._drop_old(targets)
        self._metadata.write_targets(targets, signers, self.now)
        for path in dropped:
            path.unlink(missing_ok=True)
        return offer

    def widen(self, share: int, signers: Mapping[str, Signer]) -> Offer:
        """Offer the newest content to another share of all kiosks."""
        targets = self._metadata.targets.signed
        newest = max(offers_of(targets), key=lambda it: it.number, default=None)
        if not newest:
            raise UsageError(f"{self.folder}: has no content yet")
        offer = newest.for_share(share)
        targets.targets[offer.name] = offer.as_target()
        self._metadata.write_targets(targets, signers, self.now)
        return offer

    def check_may_replace(self, signers: Mapping[str, Signer]) -> None:
        """Check that there are enough keys of the root to give a role others."""
        self._metadata.check_able(Role.ROOT, signers)

    def replace(
        self, role: Role, keys: list[Signer], signers: Mapping[str, Signer]
    ) -> None:
        """Let a role have other keys, and sign with them; none leaves it as it is.

        The root is then believed for another ten years. Two of its keys are needed.
        """
        root = self._metadata.root.signed
        for old in list(root.roles[role.value].keyids) if keys else ():
            root.revoke_key(old, role.value)
        for signer in keys:
            root.add_key(signer.public_key, role.value)
        root.version += 1
        root.expires = self._expiry(Role.ROOT)
        able = {**signers, **{it.public_key.keyid: it for it in keys}}
        self._metadata.write_root(root, able)
        self._metadata.write_targets(self._metadata.targets.signed, able, self.now)

    def renew(self, signers: Mapping[str, Signer]) -> datetime:
        """Sign the timestamp again, and the rest if it soon expires; return until when.

        Only the key of the timestamp is needed for most of a year.
        """
        metadata = self._metadata
        soon = self.now + _RENEW_BEFORE
        if metadata.targets.signed.expires < soon:
            metadata.write_targets(metadata.targets.signed, signers, self.now)
        elif metadata.snapshot.signed.expires < soon:
            metadata.write_snapshot(metadata.snapshot.signed, signers, self.now)
        else:
            metadata.write_timestamp(metadata.timestamp.signed, signers, self.now)
        return metadata.timestamp.signed.expires

    @property
    def _metadata(self) -> MetadataFolder:
        return MetadataFolder(self.folder / "metadata")

    def _expiry(self, role: Role) -> datetime:
        return self.now.replace(microsecond=0) + SIGNING[role].holds

    def _target_path(self, offer: Offer) -> Path:
        return self.folder / "targets" / f"{offer.sha256}.{offer.name}"

    def _write_target(self, offer: Offer, data: bytes) -> None:
        path = self._target_path(offer)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_by_draft(path.with_name(f".{path.name}.new"), path, data)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from error

    def _drop_old(self, targets: Targets) -> list[Path]:
        """Take what no kiosk would take any more off the list; return their files."""
        offers = sorted(offers_of(targets), key=lambda it: -it.number)
        whole = [it.number for it in offers if it.is_for_all][: _OLD_TO_KEEP + 1]
        oldest = whole[-1] if len(whole) > _OLD_TO_KEEP else 0
        dropped = [it for it in offers if it.number < oldest]
        for offer in dropped:
            del targets.targets[offer.name]
        return [self._target_path(it) for it in dropped]
