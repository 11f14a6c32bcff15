"""What is disclosed: a frozen document, as text and hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Content of one kind and schema version. `body` is JSON with the key `parts`.

    `subject_ref` names what it is about (a plan, a consent, a signal) in every unit alike.
    """

    kind: str
    schema: str
    body: Mapping[str, Any]
    subject_ref: UUID | None = None
    version: int | None = None
    edition: int | None = None
    """What units call this version, where `version` is the recipient's own count."""

    @property
    def parts(self) -> frozenset[str]:
        """The names of the parts it holds."""
        return frozenset(self.body["parts"])

    def text(self) -> str:
        """Give the canonical JSON: the same words give the same bytes."""
        return json.dumps(
            self.body,
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
            default=str,
        )

    def hash(self) -> bytes:
        """Give the sha256 of the canonical text, as the door computes it."""
        return hashlib.sha256(self.text().encode()).digest()


def body_of(content: str) -> dict[str, Any]:
    """Read the body of a copy back."""
    return dict(json.loads(content))
