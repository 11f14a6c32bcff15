"""A copy in words, and its content by kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404

from varjebarn.disclosure.feedback import KIND as REPORT_FEEDBACK
from varjebarn.disclosure.feedback import SOCIAL
from varjebarn.disclosure.letters import LETTERS, Letter
from varjebarn.disclosure.letters import letter as read_letter
from varjebarn.disclosure.queries import delivery_body
from varjebarn.disclosure.queries.copies import Candidate
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.queries import StaffLine
from varjebarn.plan.queries import (
    copy_with_contributions,
    received_contribution,
    received_invitation,
)
from varjebarn.practice.queries import open_model
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.shared.wheel import Segment
from varjebarn.web.staff.labels import (
    CONTENT_KINDS,
    GROUNDS,
    REPORT_CHOICES,
    ROLES,
    STATUSES,
    label,
)
from varjebarn.web.staff.model import county_model
from varjebarn.web.staff.plan.document import DocumentPage, document_page
from varjebarn.web.staff.signal.pages import OUTCOMES
from varjebarn.web.staff.wheel import segments
from varjebarn.wellbeing.documents import signal_answer
from varjebarn.wellbeing.queries import noticed, received, signal_letter
from varjebarn.wellbeing.values import WheelNote

PLAN_KINDS = frozenset({"plan_version", "invitation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPage:
    """A copy, whatever it holds."""

    delivery: UUID
    what: str
    version: int | None
    sender: str
    decided_by: str
    ground: str
    arrived: datetime
    waits_for_intake: bool
    is_declined: bool
    has_ended: datetime | None
    may_contribute: bool
    may_receive: bool
    closed_because: str
    is_plan: bool
    is_filed: bool
    by_consent: bool
    may_feed_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a copy holds: exactly one of these."""

    plan: DocumentPage | None = None
    invitation: Any = None
    contribution: Any = None
    reports: tuple[tuple[str, str, str], ...] = ()
    letter: Any = None
    answer: Any = None
    answer_outcome: str = ""
    signal: UUID | None = None
    segments: tuple[Segment, ...] = ()
    wheel_title: str = ""
    note: Letter | None = None
    feedback: str = ""
    name: str = "hjul"
    """What its wheel is called, where a page shows several contents."""


def takes_part(copy: Any) -> bool:
    """Whether this unit can add to what has come: it is about a plan, and has been taken in."""
    return copy.content_kind in PLAN_KINDS and copy.state == "filed"


def delivery_page(copy: Any, area: str = "", closed: Any = None) -> DeliveryPage:
    """Say what has come, from whom, and where it stands in the intake. `area` is the reader's.

    `closed` is the reason why nothing can be added to the plan, if there is one.
    """
    is_plan = copy.content_kind in PLAN_KINDS
    return DeliveryPage(
        delivery=copy.public_id,
        what=label(CONTENT_KINDS, copy.content_kind),
        version=copy.version,
        sender=f"{copy.from_unit_name}, {copy.from_organisation_name}",
        decided_by=copy.decided_by_name,
        ground=label(GROUNDS, copy.ground),
        arrived=copy.arrived,
        waits_for_intake=copy.state == "new",
        is_declined=copy.state == "declined",
        has_ended=copy.consent_ended,
        may_receive=copy.content_kind == "signal" and copy.state == "filed",
        may_contribute=takes_part(copy) and closed is None,
        closed_because=sentence(closed) if takes_part(copy) and closed is not None else "",
        is_plan=is_plan,
        is_filed=copy.state == "filed",
        by_consent=copy.ground == "CONSENT",
        may_feed_back=area == SOCIAL and copy.content_kind == "signal" and copy.state == "filed",
    )


def content(actor: Actor, copy: Any, language: str) -> Content:
    """Read what a copy holds, as its kind wants to be shown."""
    if copy.content_kind == "plan_version":
        document = copy_with_contributions(actor, copy)
        model = open_model(document.model_id, document.model_version)
        plan = document_page(document, model=model, language=language, unit=actor.unit)
        return Content(plan=plan)
    if copy.content_kind == "invitation":
        return Content(invitation=received_invitation(copy))
    if copy.content_kind == "contribution":
        return contribution(copy, county_model(), language)
    if copy.content_kind == "signal":
        letter = signal_letter(delivery_body(copy), language)
        return _with_wheel(
            letter.wheel_notes,
            county_model(),
            language,
            letter=letter,
            signal=received(actor, copy.child_file, copy.subject_ref),
        )
    if copy.content_kind == "signal_answer":
        answer = signal_answer(delivery_body(copy))
        return Content(
            answer=answer,
            answer_outcome=str(OUTCOMES.get(answer.outcome, "")),
            signal=noticed(actor, copy.child_file, copy.subject_ref),
        )
    is_letter = copy.content_kind in LETTERS
    return Content(
        note=read_letter(copy.content_kind, delivery_body(copy)) if is_letter else None,
        feedback=_feedback(copy),
    )


def _feedback(copy: Any) -> str:
    """Say what social services answered a report, if that is what has come."""
    if copy.content_kind != REPORT_FEEDBACK:
        return ""
    return label(REPORT_CHOICES, str(delivery_body(copy)["parts"][REPORT_FEEDBACK]["choice"]))


def candidates(found: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Give the files to choose among: the name and the birthday, nothing that is chosen by itself."""
    return [(str(one.file), f"{one.name}, {day_in_words(one.born)}") for one in found]


def takers(
    actor: Actor, staff: Sequence[StaffLine], *, is_signal: bool = False
) -> list[tuple[str, str]]:
    """Give the colleagues who may take it; of what was noticed, the children's contacts first."""
    works = {Duty.PROFESSIONAL.value, Duty.CONTACT.value, Duty.MANAGER.value}
    found = {
        line.person: line
        for line in staff
        if line.person != actor.person and works & set(line.duties)
    }
    lines = sorted(found.values(), key=lambda line: is_signal and not _is_contact(line))
    role = f" ({label(ROLES, 'contact').lower()})"
    return [
        (
            str(line.person),
            f"{line.name}, {line.title}{role if is_signal and _is_contact(line) else ''}",
        )
        for line in lines
    ]


def _is_contact(line: StaffLine) -> bool:
    return Duty.CONTACT.value in line.duties


def plan_ref(copy: Any) -> UUID:
    """Name the plan that a copy is about; a copy of something else has no such page."""
    if copy.content_kind not in PLAN_KINDS or copy.subject_ref is None:
        raise Http404
    return UUID(str(copy.subject_ref))


def model_of(copy: Any) -> PracticeModel:
    """Read the model version that a plan's copy names."""
    body = delivery_body(copy)
    return open_model(str(body["model_id"]), str(body["model_version"]))


def contribution(copy: Any, model: PracticeModel, language: str) -> Content:
    """Read what a unit has added to a plan."""
    added = received_contribution(copy)
    notes = [
        WheelNote(dimension=note.dimension, kind=note.kind, text=note.text, voice=note.voice)
        for note in added.wheel
    ]
    return _with_wheel(
        notes,
        model,
        language,
        contribution=added,
        reports=tuple(
            (label(STATUSES, report.status.value), report.note, day_in_words(report.on))
            for report in added.actions
        ),
    )


def _with_wheel(
    notes: Sequence[WheelNote], model: PracticeModel, language: str, **held: Any
) -> Content:
    return Content(
        segments=segments(notes, model, language) if notes else (),
        wheel_title=model.wheel.label(language),
        **held,
    )
