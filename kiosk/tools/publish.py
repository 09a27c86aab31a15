"""Publish content for many kiosks, signed, in a folder for any web server."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.authoring.check.formats import Format, written
from kiosk.errors import UsageError
from kiosk.files.clinic_folder import content_in, settings_in
from kiosk.files.snapshot import Snapshot

try:
    from kiosk.fleet.content_tar import pack
    from kiosk.fleet.repository.keys import make_keys, make_keys_of, read_keys
    from kiosk.fleet.repository.repository import Repository
    from kiosk.fleet.repository.roles import Role
except ModuleNotFoundError as missing:
    how = "pip install 'kiosk[publish]', or Debian's package python3-tuf"
    raise UsageError(f"{missing}; {how}") from missing

_NEXT = """\
made {keys}: keep each root-*.pem on a stick of its own, in three places, and nowhere
else: two of them are needed every ten years, or when another key is lost
next: copy {root} to /etc/kiosk/root.json of each kiosk
"""


def make_keys_for(folder: Path, role: str | None, keys: Sequence[Path]) -> int:
    """Give a role of a repository new keys, or make one; return the exit status.

    They are written into the first folder of `keys`.
    """
    repository = _repository(folder)
    if role:
        signers = read_keys(keys)
        repository.check_may_replace(signers)
        repository.replace(Role(role), make_keys_of(Role(role), keys[0]), signers)
        sys.stdout.write(
            f"{folder}: the keys of {role} are new; the old ones are void\n"
        )
        return 0
    repository.check_is_new()
    root = repository.create(make_keys(keys[0]))
    sys.stdout.write(_NEXT.format(keys=keys[0], root=root))
    return 0


def publish(folder: Path, content: Path, share: int, keys: Sequence[Path]) -> int:
    """Check content and publish it; return the exit status, 1 where it has mistakes."""
    from kiosk.authoring.check.gate import check as found_in
    from kiosk.tools.check import with_drawing

    signers = read_keys(keys)
    config, content = settings_in(content), content_in(content)
    files = Snapshot.take(content)
    subject = with_drawing(found_in(content, config))
    sys.stdout.write(written(subject.problems, Format.TEXT))
    if subject.has_errors:
        return 1
    data = pack(content)
    if Snapshot.take(content).fingerprint != files.fingerprint:
        raise UsageError(f"{content}: was changed meanwhile; publish it again")
    offer = _repository(folder).publish(data, files.fingerprint, share, signers)
    said = f"published {offer.name}, fingerprint {offer.fingerprint}"
    sys.stdout.write(f"{said}, for {share} % of the kiosks\n")
    return 0


def widen(folder: Path, share: int, keys: Sequence[Path]) -> int:
    """Offer the newest content to another share of the kiosks; return the status."""
    offer = _repository(folder).widen(share, read_keys(keys))
    sys.stdout.write(f"{offer.name} is now for {share} % of the kiosks\n")
    return 0


def renew(folder: Path, keys: Sequence[Path]) -> int:
    """Sign again what soon expires; return the exit status."""
    until = _repository(folder).renew(read_keys(keys))
    sys.stdout.write(f"kiosks believe {folder} until {until:%Y-%m-%d}\n")
    return 0


def _repository(folder: Path) -> Repository:
    return Repository(folder, datetime.now(UTC))
