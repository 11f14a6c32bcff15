"""What both readers of a plan see: what has come since, the versions, and who has a copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.audit.queries import FamilyRow
from varjebarn.disclosure.queries import MyConsent
from varjebarn.plan.documents import (
    ActionLine,
    Contribution,
    LeadLine,
    PlanDocument,
    Responsible,
    TeamLine,
    ViewLine,
)
from varjebarn.plan.documents.items import view_key
from varjebarn.practice.values import PracticeModel
from varjebarn.web.family import given as g
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import STATUS_KINDS, STATUSES, unit_in_words
from varjebarn.web.family.words.pages import face_word
from varjebarn.web.family.wrong.pages import Beside

GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """One copy of a plan, and what else its reader has been given about the same plan."""

    given: Given
    about: Sequence[Given]
    consents: Sequence[MyConsent]
    readings: Sequence[FamilyRow]
    today: date
    beside: Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action: what, who, by when, how it is going. `note` is what has been told of it."""

    what: str
    who: str
    due: date | None
    status: str
    status_kind: str
    note: str
    is_outside: bool
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the team."""

    name: str
    title: str
    unit: str
    telephone: str
    is_lead: bool
    is_outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceLine:
    """One answer in a view: the dimension in words, the face and what was written."""

    about: str
    face: int | None
    face_word: str
    words: str
    is_skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What somebody has said, as they said it."""

    name: str
    words: str
    said_on: date
    is_verbatim: bool
    faces: tuple[FaceLine, ...]
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a unit has told since this version."""

    unit: str
    said_by: str
    on: date
    lines: tuple[Step, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version that the reader has been given."""

    number: int
    arrived: datetime
    link: str
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWithCopy:
    """A unit that has opened its copy, and when it last did."""

    name: str
    version: int | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A unit that the reader has said yes to, and what it may be told."""

    name: str
    parts: tuple[str, ...]


def since(facts: PlanFacts) -> tuple[Given, ...]:
    """Give the contributions that came after this version, the newest first."""
    return tuple(
        copy
        for copy in facts.about
        if copy.kind == g.CONTRIBUTION and copy.arrived > facts.given.arrived
    )


def versions(facts: PlanFacts) -> tuple[Version, ...]:
    """List the versions, the newest first."""
    found = [copy for copy in facts.about if copy.kind == g.PLAN]
    return tuple(
        Version(
            number=copy.version or 1,
            arrived=copy.arrived,
            link=reverse("family:plan", args=[copy.ref]),
            is_this=copy.ref == facts.given.ref,
        )
        for copy in sorted(found, key=lambda copy: copy.version or 1, reverse=True)
    )


def newer(listed: Sequence[Version]) -> str:
    """Give the way to the newest version when the reader looks at an older one."""
    return "" if not listed or listed[0].is_this else listed[0].link


def news(document: PlanDocument, facts: PlanFacts) -> tuple[News, ...]:
    """Say what units have told since this version was made."""
    return tuple(_news(document, Contribution.from_json(copy.body)) for copy in since(facts))


def step(line: ActionLine) -> Step:
    """Put one action in words."""
    return Step(
        what=line.wording,
        who=who(line.responsible),
        due=line.due,
        status=str(STATUSES[line.status.value]),
        status_kind=STATUS_KINDS.get(line.status.value, "waiting"),
        note=line.note,
        is_outside=line.sharing_ended,
        item=f"action:{line.ref}",
    )


def who(responsible: Responsible) -> str:
    """Name who answers for an action: a person, and where; or the family itself."""
    if responsible.unit is None:
        return responsible.name or _("Familjen")
    unit = unit_in_words(responsible.unit_name, responsible.organisation_name)
    return f"{responsible.name}, {unit}" if responsible.name else unit


def team(lines: Sequence[TeamLine], lead: LeadLine | None) -> tuple[Person, ...]:
    """List those who are with, the lead first."""
    first = (
        ()
        if lead is None
        else (
            Person(
                name=lead.name,
                title=lead.title,
                unit=unit_in_words(lead.unit_name, lead.organisation_name),
                telephone=next(
                    (line.telephone for line in lines if line.contact_name == lead.name), ""
                ),
                is_lead=True,
                is_outside=False,
            ),
        )
    )
    others = tuple(
        Person(
            name=line.contact_name,
            title=line.contact_title,
            unit=unit_in_words(line.unit_name, line.organisation_name),
            telephone=line.telephone,
            is_lead=False,
            is_outside=line.sharing_ended,
        )
        for line in lines
        if lead is None
        or (line.unit, line.contact_name) not in {(lead.unit, lead.name), (lead.unit, "")}
    )
    return first + others


def views(lines: Sequence[ViewLine], model: PracticeModel, language: str) -> tuple[View, ...]:
    """Show what has been said, unchanged; a dimension's key becomes its name."""
    names = {dimension.key: dimension.label(language) for dimension in model.dimensions}
    return tuple(
        View(
            name=line.name,
            words=line.words,
            said_on=line.said_on,
            is_verbatim=line.verbatim,
            item=view_key(line),
            faces=tuple(
                FaceLine(
                    about=names.get(answer.dimension, ""),
                    face=answer.face,
                    face_word=face_word(answer.face) if answer.face else "",
                    words=answer.words,
                    is_skipped=answer.skipped,
                )
                for answer in line.faces
            ),
        )
        for line in lines
    )


def copies(facts: PlanFacts) -> tuple[UnitWithCopy, ...]:
    """List the units that have opened a copy of this plan, each once, with its latest reading."""
    found: dict[str, UnitWithCopy] = {}
    for row in facts.readings:
        name = unit_in_words(row.unit_name, row.organisation_name)
        if row.act == "delivery.read" and row.object == facts.given.subject and name not in found:
            found[name] = UnitWithCopy(name=name, version=row.version, at=row.at)
    return tuple(found.values())


def with_organisation(line: MyConsent, document: PlanDocument) -> str:
    """Name a unit in full when the team says which organisation it belongs to."""
    units: dict[UUID, TeamLine] = {member.unit: member for member in document.team or ()}
    member = units.get(line.unit)
    return unit_in_words(line.unit_name, member.organisation_name if member else "")


def live(facts: PlanFacts) -> tuple[MyConsent, ...]:
    """Give the yeses that hold now, about this child in the unit that holds the plan."""
    return tuple(
        line
        for line in facts.consents
        if line.what == GIVEN
        and line.child_ref == facts.given.child_ref
        and line.valid_to > facts.today
    )


def _news(document: PlanDocument, said: Contribution) -> News:
    lines = []
    for report in said.actions:
        known = document.action(report.ref)
        if known is not None:
            lines.append(
                Step(
                    what=known.wording,
                    who="",
                    due=None,
                    status=str(STATUSES[report.status.value]),
                    status_kind=STATUS_KINDS.get(report.status.value, "waiting"),
                    note=report.note,
                    is_outside=False,
                )
            )
    notes = [note.text for note in said.wheel]
    return News(
        unit=unit_in_words(said.unit_name, said.organisation_name),
        said_by=said.said_by,
        on=said.on,
        lines=tuple(lines),
        notes=tuple(notes if not said.note else [said.note, *notes]),
    )
