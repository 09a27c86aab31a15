"""The private keys of a repository: a PEM file each, whose name does not matter."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner, Signer

from kiosk.errors import UsageError
from kiosk.fleet.repository.roles import SIGNING, Role

_SECRET = 0o600


def read_keys(folders: Iterable[Path]) -> dict[str, Signer]:
    """Return every key in these folders by its id; raises `UsageError`."""
    keys: dict[str, Signer] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.pem"))):
        try:
            key = load_pem_private_key(path.read_bytes(), None)
            signer = CryptoSigner(key)
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(f"{path}: is no private key: {error}") from error
        keys[signer.public_key.keyid] = signer
    return keys


def make_keys(folder: Path) -> Mapping[Role, list[Signer]]:
    """Write new keys of every role into a folder; raises `UsageError`."""
    return {role: make_keys_of(role, folder) for role in Role}


def make_keys_of(role: Role, folder: Path) -> list[Signer]:
    """Write new keys of one role into a folder; raises `UsageError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [make_key(path) for path in _paths(folder, role)]
    except FileExistsError as error:
        message = f"{error.filename}: is a key already; name another folder"
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror}") from error


def make_key(path: Path) -> CryptoSigner:
    """Write a new key that only its owner reads; raises `OSError`."""
    signer = CryptoSigner.generate_ed25519()
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with os.fdopen(os.open(path, flags, _SECRET), "wb") as file:
        file.write(signer.private_bytes)
    return signer


def _paths(folder: Path, role: Role) -> list[Path]:
    many = SIGNING[role].keys
    names = [f"{role}-{n}" for n in range(1, many + 1)] if many > 1 else [role.value]
    return [folder / f"{name}.pem" for name in names]
