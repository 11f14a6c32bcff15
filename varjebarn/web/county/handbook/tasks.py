"""What the handbook says: roles, chapters and tasks, read once from data, and where each is done."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from varjebarn.web.shared.county import Words

HERE = Path(__file__).parent
ROLES = ("secretary", "member", "process_leader")
EVERYBODY = "everybody"


class Of(StrEnum):
    """Whose page a place is: of nothing, of one's group, of its next or last meeting, of this year."""

    NOTHING = ""
    BODY = "body"
    NEXT = "next"
    LAST = "last"
    YEAR = "year"


class Who(StrEnum):
    """Who may open a place."""

    EVERYBODY = ""
    STAFF = "staff"
    MEMBER = "member"
    OWN = "own"
    COUNTY = "county"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page where a task is done, by the name of its view."""

    text: Words
    page: str
    of: Of
    who: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task: what to do, step by step, what is good to know, and the views that it leads through."""

    key: str
    title: Words
    steps: tuple[Words, ...]
    note: Words | None
    pages: frozenset[str]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Tasks that belong together."""

    title: Words
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role, and its page."""

    key: str
    title: Words
    lead: Words
    chapters: tuple[Chapter, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks of the role, in order."""
        return tuple(task for chapter in self.chapters for task in chapter.tasks)


@cache
def roles() -> tuple[Role, ...]:
    """Give every role with its own chapters and those for everybody."""
    shared = _chapters(_table(EVERYBODY))
    return tuple(_role(_table(name), shared) for name in ROLES)


@cache
def task_on(page: str, *, is_county: bool) -> tuple[Role, Task] | None:
    """Find the task that leads through a view: for the county's own in their roles, else the member's."""
    secretary, member, leader = roles()
    for role in (secretary, leader, member) if is_county else (member,):
        for task in role.tasks:
            if page in task.pages:
                return role, task
    return None


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _role(table: Mapping[str, Any], shared: tuple[Chapter, ...]) -> Role:
    return Role(
        key=table["key"],
        title=_words(table["title"]),
        lead=_words(table["lead"]),
        chapters=_chapters(table) + shared,
    )


def _chapters(table: Mapping[str, Any]) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(title=_words(one["title"]), tasks=tuple(map(_task, one["task"])))
        for one in table["chapter"]
    )


def _task(table: Mapping[str, Any]) -> Task:
    places: Iterable[Mapping[str, Any]] = table["places"]
    return Task(
        key=table["key"],
        title=_words(table["title"]),
        steps=tuple(map(_words, table["steps"])),
        note=_words(table["note"]) if "note" in table else None,
        pages=frozenset(table["pages"]) | {one["page"] for one in places},
        places=tuple(
            Place(
                text=_words(one["text"]),
                page=one["page"],
                of=Of(one.get("of", "")),
                who=Who(one.get("who", "")),
            )
            for one in places
        ),
    )


def _words(pair: list[str]) -> Words:
    sv, en = pair
    return Words(sv=sv, en=en)
