"""The two keys that sign: the sealer's its heads, the web's its extracts. Ed25519, each in a file.

`SEAL_KEY_FILE` and `EXTRACT_KEY_FILE` name the files; set-up makes them, readable by their owner
alone. The web never holds the sealer's key. Without a file nothing is signed.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEAL = "SEAL_KEY_FILE"
EXTRACT = "EXTRACT_KEY_FILE"


def signing_key(name: str) -> Ed25519PrivateKey | None:
    """Read the key that a variable of the environment points at; None where it names none."""
    path = os.environ.get(name)
    if not path:
        return None
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(Path(path).read_text("ascii")))


def sealing_key() -> Ed25519PrivateKey | None:
    """Read the sealer's key, where this process has been given it."""
    return signing_key(SEAL)


def public_key(key: Ed25519PrivateKey) -> str:
    """Write the public half as 64 hexadecimal digits, as a verifier is given it."""
    return key.public_key().public_bytes_raw().hex()


def public_text(private: str) -> str:
    """Write the public half of a key given as the text of its file."""
    return public_key(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private)))


def new_key() -> str:
    """Make a key, as the text of its file."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()
