"""What a family member has been given, read once: about whom, of which kind, when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from varjebarn.disclosure.documents import body_of
from varjebarn.web.family.labels import unit_in_words

PLAN, CONTRIBUTION = "plan_version", "contribution"
REQUEST, QUESTION = "consent_request", "question"
CHILD = "child"


class Copy(Protocol):
    """The columns of a copy that these pages read."""

    public_id: UUID
    content_kind: str
    content: str
    subject_ref: UUID | None
    version: int | None
    child_ref: UUID
    capacity: str
    from_unit_name: str
    from_organisation_name: str
    arrived: datetime
    opened_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One copy that has been read."""

    ref: UUID
    kind: str
    body: Mapping[str, Any]
    subject: UUID | None
    version: int | None
    child_ref: UUID
    is_child: bool
    called: str
    born: str
    unit_name: str
    organisation_name: str
    arrived: datetime
    is_opened: bool

    @property
    def sender(self) -> str:
        """The unit that sent it, so that it cannot be mistaken for another."""
        return unit_in_words(self.unit_name, self.organisation_name)


def read(copy: Copy) -> Given:
    """Read one copy. A contribution does not name the child; the plan that it is about does."""
    body = body_of(copy.content)
    child = body.get("child", {})
    return Given(
        ref=copy.public_id,
        kind=copy.content_kind,
        body=body,
        subject=copy.subject_ref,
        version=copy.version,
        child_ref=copy.child_ref,
        is_child=copy.capacity == CHILD,
        called=str(body.get("child_called") or child.get("called", "")),
        born=str(body.get("child_born") or child.get("born", "")),
        unit_name=copy.from_unit_name,
        organisation_name=copy.from_organisation_name,
        arrived=copy.arrived,
        is_opened=copy.opened_at is not None,
    )


def read_all(copies: Iterable[Copy]) -> tuple[Given, ...]:
    """Read copies in the order they stand."""
    return tuple(map(read, copies))


def newest_plans(copies: Iterable[Given]) -> tuple[Given, ...]:
    """Give the newest version of each plan."""
    newest: dict[UUID | None, Given] = {}
    for copy in copies:
        known = newest.get(copy.subject)
        if copy.kind == PLAN and (known is None or (copy.version or 0) > (known.version or 0)):
            newest[copy.subject] = copy
    return tuple(newest.values())
