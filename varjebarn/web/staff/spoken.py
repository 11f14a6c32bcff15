"""Which languages a child and the family speak, and who needs an interpreter: said before one meets or asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from varjebarn.web.staff.labels import LANGUAGES, label

SWEDISH = "sv"


class Speaker(Protocol):
    """What is asked of a child's file and of a guardian."""

    language: str
    interpreter: str


class Child(Speaker, Protocol):
    """The child."""

    @property
    def called(self) -> str:
        """The name that the child goes by."""


class Guardian(Speaker, Protocol):
    """A guardian or a parent."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Somebody who speaks another language than Swedish, or needs an interpreter."""

    name: str
    language: str
    interpreter: str


def spoken(child: Child, guardians: Iterable[Guardian]) -> tuple[Spoken, ...]:
    """Name those whom one has to think of. Nobody: everybody speaks Swedish."""
    return tuple(_of(child, guardians))


def _of(child: Child, guardians: Iterable[Guardian]) -> Iterator[Spoken]:
    named: list[tuple[str, Speaker]] = [(child.called, child)]
    named += [(one.name, one) for one in guardians]
    for name, one in named:
        if one.language != SWEDISH or one.interpreter:
            yield Spoken(
                name=name,
                language=label(LANGUAGES, one.language) if one.language != SWEDISH else "",
                interpreter=one.interpreter,
            )
