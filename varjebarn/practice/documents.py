"""From a complete pack document (plain tables, as stored) to the values of `values.py`."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from varjebarn.practice.values import (
    Axis,
    Basis,
    ChainLink,
    DecisionNode,
    Dimension,
    Event,
    Keyed,
    Label,
    Level,
    Matrix,
    NoteKind,
    PlanField,
    PracticeModel,
    Question,
    Role,
    Scale,
    Step,
    Timer,
    Triangle,
    TriangleSide,
    Wheel,
)

Table = Mapping[str, Any]
Item = TypeVar("Item")


def model_from(document: Table) -> PracticeModel:
    """Build the model from a complete document. Raises KeyError or ValueError when it is not one."""
    head = document["model"]
    return PracticeModel(
        id=head["id"],
        version=head["version"],
        edition=head["edition"],
        title=_text(head["title"], Basis.SOURCED),
        from_age=head["from_age"],
        through_age=head["through_age"],
        inherits=head.get("inherits", ""),
        licence=head.get("licence", ""),
        attribution=head.get("attribution", ""),
        sources=document["sources"],
        wheel=_wheel(document["wheel"]),
        dimensions=_each(document["dimensions"], _dimension),
        questions=_each(document["questions"], lambda k, t: Question(**_keyed(k, t))),
        steps=_each(document["steps"], _step),
        roles=_each(document["roles"], _role),
        levels=_each(document["levels"], _level),
        triangle=_triangle(document["triangle"]),
        matrix=_matrix(document["matrix"]),
        decision=_each(
            document["decision"],
            lambda k, t: DecisionNode(**_keyed(k, t), yes=t["yes"], no=t["no"]),
        ),
        plan_fields=_each(document["plan_fields"], _plan_field),
        timers=_each(document.get("timers", {}), _timer),
        scales=_each(document["scales"], _scale),
        parts=_each(document.get("parts", {}), lambda k, t: Keyed(**_keyed(k, t))),
        principles=_each(document.get("principles", {}), lambda k, t: Keyed(**_keyed(k, t))),
    )


def _each(section: Table, make: Callable[[str, Table], Item]) -> tuple[Item, ...]:
    return tuple(make(key, table) for key, table in section.items())


def _text(words: Table, basis: Basis) -> Label:
    return Label(sv=words["sv"], en=words["en"], sv_basis=basis, en_basis=basis)


def _keyed(key: str, table: Table) -> dict[str, Any]:
    """Collect what every item with a key has."""
    words, basis = table["label"], table["basis"]
    title = Label(
        sv=words["sv"],
        en=words["en"],
        sv_basis=Basis(basis["sv"]),
        en_basis=Basis(basis["en"]),
    )
    return {"key": key, "title": title, "source": table.get("source", "")}


def _note(table: Table, name: str) -> Label | None:
    return _text(table[name], _text_basis(table)) if name in table else None


def _text_basis(table: Table) -> Basis:
    return Basis(table.get("text_basis", Basis.PROPOSAL))


def _wheel(table: Table) -> Wheel:
    return Wheel(
        **_keyed("wheel", table),
        note_kinds=_each(table["note_kinds"], lambda k, t: NoteKind(**_keyed(k, t))),
        purpose=_note(table, "purpose"),
        aka=tuple(table.get("aka", ())),
    )


def _dimension(key: str, table: Table) -> Dimension:
    return Dimension(
        **_keyed(key, table),
        meaning=_text(table["meaning"], _text_basis(table)),
        child=_text(table["child"], _text_basis(table)),
        uncrc=tuple(table.get("uncrc", ())),
    )


def _step(key: str, table: Table) -> Step:
    """Read a step; without a short name it is called by its whole name."""
    words = table["label"] | table.get("short", {})
    return Step(
        **_keyed(key, table),
        short=_text(words, _text_basis(table)),
        tool=table["tool"],
        is_optional=table.get("optional", False),
    )


def _role(key: str, table: Table) -> Role:
    basis = _text_basis(table)
    return Role(
        **_keyed(key, table),
        scope=table["scope"],
        is_optional=table.get("optional", False),
        tasks=tuple(_text(words, basis) for words in table.get("tasks", ())),
        members=tuple(_text(words, basis) for words in table.get("members", ())),
        chain=tuple(_link(link) for link in table.get("chain", ())),
        note=_note(table, "note"),
    )


def _link(table: Table) -> ChainLink:
    return ChainLink(
        start=Event(table["start"]),
        end=Event(table["end"]),
        who=_text(table["who"], Basis.SOURCED),
        area=table["area"],
        service=table["service"],
    )


def _level(key: str, table: Table) -> Level:
    return Level(**_keyed(key, table), plan=table["plan"], is_lead_required=table["lead_required"])


def _triangle(table: Table) -> Triangle:
    return Triangle(
        **_keyed("triangle", table),
        centre=_text(table["centre"], Basis.TRANSLATION),
        sides=_each(table["sides"], _side),
    )


def _side(key: str, table: Table) -> TriangleSide:
    basis = table["basis"]
    headings = (_keyed(h["key"], {"label": h, "basis": basis}) for h in table["headings"])
    return TriangleSide(**_keyed(key, table), headings=tuple(Keyed(**h) for h in headings))


def _matrix(table: Table) -> Matrix:
    return Matrix(
        **_keyed("matrix", table),
        axes=_each(table["axes"], _axis),
        quadrants=_each(table["quadrants"], lambda k, t: Keyed(**_keyed(k, t))),
    )


def _axis(key: str, table: Table) -> Axis:
    return Axis(
        key=key,
        low=_text(table["low"], Basis.TRANSLATION),
        high=_text(table["high"], Basis.TRANSLATION),
    )


def _plan_field(key: str, table: Table) -> PlanField:
    return PlanField(
        **_keyed(key, table),
        kind=table["type"],
        required=table["required"],
        sip=tuple(table.get("sip", ())),
    )


def _timer(key: str, table: Table) -> Timer:
    return Timer(**_keyed(key, table), days=table.get("days", 0), months=table.get("months", 0))


def _scale(key: str, table: Table) -> Scale:
    basis = _text_basis(table)
    return Scale(
        key=key,
        values=tuple(table["values"]),
        low=_text(table["low"], basis),
        high=_text(table["high"], basis),
        hopes=_text(table["hopes"], basis),
    )
