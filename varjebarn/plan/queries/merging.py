"""The lead's own lines with what other units have contributed since: the working state."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from varjebarn.plan.documents import (
    ActionLine,
    ActionReport,
    Contribution,
    PlanDocument,
    Source,
    UnitNote,
    WheelNote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One contribution, and the unit that it came from: the copy's word, not the content's."""

    contribution: Contribution
    source: Source
    at: datetime


def merged(
    document: PlanDocument,
    received: Sequence[Received],
    *,
    ended: frozenset[UUID] = frozenset(),
    spoken: Mapping[UUID, datetime] | None = None,
) -> PlanDocument:
    """Add contributions, the oldest first, to the parts that the document has.

    For each action the latest word counts: `spoken` says when the lead's own was written. A report
    from a unit that is not responsible for the action is left aside. `ended` are units for which
    the consent has been withdrawn: their lines are marked.
    """
    reports = _latest_reports(received, spoken or {})
    why, actions = document.why, document.actions
    return replace(
        document,
        why=why and replace(why, notes=(*why.notes, *_notes(received))),
        wheel=None if document.wheel is None else (*document.wheel, *_wheel(received)),
        actions=actions
        and replace(
            actions,
            lines=tuple(_line(line, reports.get(line.ref), ended) for line in actions.lines),
        ),
        team=None
        if document.team is None
        else tuple(
            replace(line, sharing_ended=line.sharing_ended or line.unit in ended)
            for line in document.team
        ),
    )


def with_report(
    line: ActionLine,
    received: Sequence[Received],
    *,
    spoken: Mapping[UUID, datetime],
) -> ActionLine:
    """Give one action as `merged` does: with the latest word of the unit that is responsible for it."""
    return _line(line, _latest_reports(received, spoken).get(line.ref), frozenset())


def _latest_reports(
    received: Iterable[Received],
    spoken: Mapping[UUID, datetime],
) -> dict[UUID, tuple[ActionReport, Source]]:
    return {
        report.ref: (report, one.source)
        for one in received
        for report in one.contribution.actions
        if report.ref not in spoken or spoken[report.ref] < one.at
    }


def _notes(received: Iterable[Received]) -> Iterable[UnitNote]:
    return (
        UnitNote(
            text=one.contribution.note,
            on=one.contribution.on,
            source=one.source,
            ref=one.contribution.ref,
        )
        for one in received
        if one.contribution.note
    )


def _wheel(received: Iterable[Received]) -> Iterable[WheelNote]:
    return (
        WheelNote(
            dimension=note.dimension,
            kind=note.kind,
            text=note.text,
            voice=note.voice,
            source=one.source,
            ref=one.contribution.ref,
        )
        for one in received
        for note in one.contribution.wheel
    )


def _line(
    line: ActionLine,
    found: tuple[ActionReport, Source] | None,
    ended: frozenset[UUID],
) -> ActionLine:
    has_left = line.sharing_ended or line.responsible.unit in ended
    line = replace(line, sharing_ended=has_left)
    if found is None:
        return line
    report, source = found
    if not line.is_by(source.unit):
        return line
    return replace(
        line,
        status=report.status,
        note=report.note,
        said_on=report.on,
        source=source,
    )
