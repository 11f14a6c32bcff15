"""What in a plan document can be pointed at: a key for each thing, the same in every copy of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from varjebarn.plan.documents.lines import UnitNote, ViewLine, WheelNote
from varjebarn.plan.documents.plan import PlanDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a copy shows: `key` names it, `kind` says what it is, `words` is what it says."""

    key: str
    kind: str
    words: str


def view_key(line: ViewLine) -> str:
    """Name what somebody has said, by what was said."""
    return _key(
        "view", line.whose, line.name, line.said_on.isoformat(), line.words, str(line.faces)
    )


def note_key(note: UnitNote) -> str:
    """Name a unit's note to the whole."""
    return _key("note", str(note.source.unit), note.on.isoformat(), note.text)


def wheel_key(note: WheelNote) -> str:
    """Name a note on the wheel."""
    return _key("wheel", note.dimension, note.kind, note.text)


def items(document: PlanDocument) -> Iterator[Item]:
    """Give everything that a copy shows, in the order of the page; never a part that it does not hold."""
    if document.why is not None:
        yield Item(key="why", kind="why", words=document.why.text)
        for note in document.why.notes:
            yield Item(key=note_key(note), kind="note", words=note.text)
    for need in document.goals.needs if document.goals else ():
        yield Item(key=f"need:{need.ref}", kind="need", words=need.wording)
        for goal in need.goals:
            yield Item(key=f"goal:{goal.ref}", kind="goal", words=goal.wording)
    for line in document.actions.lines if document.actions else ():
        yield Item(key=f"action:{line.ref}", kind="action", words=line.wording)
    said = document.child_view.lines if document.child_view else ()
    for view in (*said, *(document.guardian_view or ())):
        yield Item(key=view_key(view), kind="view", words=view.words or view.name)
    for noted in document.wheel or ():
        yield Item(key=wheel_key(noted), kind="wheel", words=noted.text)


def _key(kind: str, *parts: str) -> str:
    return f"{kind}:{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"
