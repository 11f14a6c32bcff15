"""Verifies a signed extract of a log, trusting nothing that the product says of itself.

A program of its own: it imports nothing of the product and needs no database, and can be copied to
another machine: `python verify_extract.py FILE [--key KEY] [--seal-key KEY] [--head FILE]`.
It recomputes each leaf from its columns, follows its proof to the head's root (RFC 9162 2.1.3.2),
and checks the signatures. What it proves and what it does not: docs/security/log.md.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KIND = "varjebarn-log-extract/1"
FEWEST = 2  # lines: the header and the signature


class Wrong(Exception):  # noqa: N818 - a finding, said in one sentence
    """The first thing that does not agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What was found to agree."""

    events: int
    proven: int
    key: str


def check(
    text: str, *, key: str = "", seal_key: str = "", head: dict[str, Any] | None = None
) -> Agreed:
    """Compare everything in an extract; raise `Wrong` at the first difference.

    `key` is the public key that extracts are signed with, `seal_key` the one that heads are, `head`
    one that was exported earlier and kept elsewhere. Each is checked when it is given.
    """
    lines = text.splitlines(keepends=True)
    if len(lines) < FEWEST:
        raise Wrong("Filen är inget utdrag.")
    try:
        header, *events, last = (json.loads(line) for line in lines)
    except json.JSONDecodeError:
        raise Wrong("Filen är inget utdrag.") from None
    if header.get("kind") != KIND:
        raise Wrong("Filen är inget utdrag.")
    _check_signature(lines, last, key)
    _check_head(header["head"], seal_key=seal_key, kept=head)
    if header["events"] != len(events):
        raise Wrong(f"Utdraget ska ha {header['events']} händelser men har {len(events)}.")
    places = [_check_event(event, header["head"], number) for number, event in enumerate(events, 1)]
    proven = [place for place in places if place is not None]
    if proven != sorted(set(proven)):
        raise Wrong("Händelserna står inte i loggens ordning.")
    return Agreed(events=len(events), proven=len(proven), key=last["key"])


def _check_signature(lines: Sequence[str], last: dict[str, str], key: str) -> None:
    if key and last.get("key") != key:
        raise Wrong("Utdraget är signerat med en annan nyckel.")
    if not last.get("signature"):
        raise Wrong("Utdraget är inte signerat.")
    digest = sha256("".join(lines[:-1]).encode()).digest()
    if not _is_signed(last["key"], last["signature"], digest):
        raise Wrong("Signaturen stämmer inte: utdraget är ändrat.")


def _is_signed(key: str, signature: str, said: bytes) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature), said)
    except (InvalidSignature, ValueError):
        return False
    return True


def _check_head(head: dict[str, Any] | None, *, seal_key: str, kept: dict[str, Any] | None) -> None:
    if head is None:
        if seal_key or kept:
            raise Wrong("Utdraget har inget huvud: inget var förseglat.")
        return
    said = [head["size"], head["root"], head["at"], head["horizon"], head["previous"]]
    if sha256(json.dumps(said).encode()).hexdigest() != head["hash"]:
        raise Wrong("Huvudet är ändrat.")
    if seal_key and not _is_signed(seal_key, head["signature"], bytes.fromhex(head["hash"])):
        raise Wrong("Huvudet är inte signerat med förseglingens nyckel.")
    if kept and kept["size"] == head["size"] and kept["root"] != head["root"]:
        raise Wrong(f"Loggen är en annan än vittnets vid {head['size']} händelser.")


def _check_event(event: dict[str, Any], head: dict[str, Any] | None, number: int) -> int | None:
    """Check one event; answer its place in the log, or None when it was not sealed yet."""
    leaf = bytes.fromhex(event["leaf"])
    if event["event"] is not None:
        content = json.dumps(event["event"], ensure_ascii=False)
        if sha256(b"\x00" + content.encode()).digest() != leaf:
            raise Wrong(f"Händelse {number} i utdraget är ändrad.")
    if event["place"] is None:
        return None
    proof = [bytes.fromhex(beside) for beside in event["proof"]]
    if head is None or _root(leaf, event["place"], head["size"], proof) != head["root"]:
        raise Wrong(f"Händelse {number} i utdraget finns inte i den förseglade loggen.")
    return int(event["place"])


def _root(leaf: bytes, place: int, size: int, proof: Sequence[bytes]) -> str:
    """Follow a proof to the root it leads to; empty when it is too long or too short."""
    here, last, joined = place, size - 1, leaf
    for beside in proof:
        if last == 0:
            return ""
        if here & 1 or here == last:
            joined = sha256(b"\x01" + beside + joined).digest()
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            joined = sha256(b"\x01" + joined + beside).digest()
        here, last = here >> 1, last >> 1
    return joined.hex() if last == 0 else ""


def main(words: Sequence[str] | None = None, *, program: str = "verify_extract.py") -> int:
    """Answer the exit code: 0 when everything agrees, 1 at the first difference."""
    parser = argparse.ArgumentParser(prog=program)
    parser.add_argument("extract", type=Path)
    parser.add_argument("--key", default="", help="the public key of the extract")
    parser.add_argument("--seal-key", default="", help="the public key of the heads")
    parser.add_argument("--head", type=Path, help="a head that was exported earlier")
    given = parser.parse_args(words)
    kept = json.loads(given.head.read_text(encoding="utf-8")) if given.head else None
    try:
        with given.extract.open(encoding="utf-8", newline="") as file:
            found = check(file.read(), key=given.key, seal_key=given.seal_key, head=kept)
    except Wrong as wrong:
        sys.stdout.write(f"{wrong}\n")
        return 1
    sys.stdout.write(
        f"Utdraget stämmer: {found.events} händelser, {found.proven} av dem i den förseglade "
        f"loggen. Signerat med nyckeln {found.key}.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
