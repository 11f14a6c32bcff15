"""Reads of views, and of who will see an answer before it is given."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.disclosure.models import Submission
from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.policy import default_policy
from varjebarn.disclosure.queries import consents
from varjebarn.kernel.actors import Actor
from varjebarn.participation import rules
from varjebarn.participation.answers import Answer, answers_from
from varjebarn.participation.models import View
from varjebarn.participation.questions import GUARDIAN, Readers, ReaderUnit, question_page
from varjebarn.participation.values import Whose
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians

__all__ = [
    "ViewLine",
    "WordsLine",
    "is_child_heard",
    "open_view",
    "open_words",
    "plan_views",
    "question_page",
    "readers_of_answer",
    "views",
    "words_to_take_in",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLine:
    """A view as a page or a plan shows it: the words as they were said."""

    view: UUID
    whose: str
    name: str
    form: str
    verbatim: bool
    quoted_by: str
    said_on: date
    occasion: str
    present: str
    child_checked: bool
    words: str
    answers: tuple[Answer, ...]
    shared_with: str
    stays_here: bool
    from_own_space: bool
    is_taken_back: bool
    influence: str
    told_back_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsLine:
    """Something a child or guardian has sent that nobody has taken in yet."""

    submission: UUID
    name: str
    capacity: str
    words: str
    answers: tuple[Answer, ...]
    arrived: datetime


def open_view(actor: Actor, public_id: UUID) -> View:
    """Open one view. The reading is logged; what the row policies hide does not exist."""
    view = View.objects.get(public_id=public_id, unit_id=actor.unit_id)
    record(actor, "view.read", child=view.child_file_id, object=view.public_id)
    return view


def views(actor: Actor, child: ChildFile) -> list[ViewLine]:
    """List every view on a file, the latest first, those taken back marked. The reading is logged."""
    record(actor, "views.read", child=child.child_id, object=child.public_id)
    return [_line(view) for view in _rows(actor, child)]


def plan_views(actor: Actor, child: ChildFile) -> list[ViewLine]:
    """List what belongs in a plan: neither taken back, nor kept in this unit by the child's wish.

    For the plan's own page, whose reading is logged there.
    """
    rows = _rows(actor, child)
    return [_line(view) for view in rows if view.withdrawn_at is None and not view.stays_here]


def is_child_heard(actor: Actor, child: ChildFile) -> bool:
    """Whether there is a view of the child's own that stands (R24)."""
    return View.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        whose=Whose.CHILD,
        withdrawn_at=None,
    ).exists()


def words_to_take_in(actor: Actor, child: ChildFile) -> list[WordsLine]:
    """List what the child and the guardians have sent and nobody has taken in, the latest first."""
    sent = Submission.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        kind__in=rules.KINDS_OF_WORDS,
    ).order_by("-arrived", "-pk")
    taken = set(
        View.objects.filter(
            unit_id=actor.unit_id,
            child_file=child,
            submission_ref__isnull=False,
        ).values_list("submission_ref", flat=True),
    )
    record(actor, "words.read", child=child.child_id, object=child.public_id)
    return [
        WordsLine(
            submission=row.public_id,
            name=row.name,
            capacity=row.capacity,
            words=str(row.body.get("words", "")),
            answers=answers_from(row.body.get("answers", ())),
            arrived=row.arrived,
        )
        for row in sent
        if row.public_id not in taken
    ]


def open_words(actor: Actor, public_id: UUID) -> Submission:
    """Open something that has been sent, to take it in. The reading is logged."""
    submission = Submission.objects.get(
        public_id=public_id,
        unit_id=actor.unit_id,
        kind__in=rules.KINDS_OF_WORDS,
    )
    record(actor, "words.read", child=submission.child_file_id, object=submission.public_id)
    return submission


def readers_of_answer(
    actor: Actor,
    child: ChildFile,
    *,
    on: date,
    capacity: str = "child",
) -> Readers:
    """Say who will see an answer: this unit, each unit that any consent covers for it, the family.

    A guardian reads what stands in the plan, until the county's age closes it (R14); a guardian's
    own answer is read by the child as well.
    """
    part = Part.GUARDIAN_VIEW if capacity == GUARDIAN else Part.CHILD_VIEW
    units = [
        ReaderUnit(
            name=actor.unit_name,
            organisation_name=actor.organisation_name,
            is_own=True,
        ),
    ]
    for covered in (unit for line in consents(actor, child) for unit in line.units):
        other = ReaderUnit(name=covered.unit_name, organisation_name=covered.organisation_name)
        if covered.holds and not covered.is_own and part in covered.parts and other not in units:
            units.append(other)
    closes_at = default_policy().guardian_view_closes_at
    reading = tuple(
        guardian.name
        for guardian in guardians(actor, child)
        if rules.guardian_reads_plan(
            child.born,
            on,
            closes_at=closes_at,
            custody=guardian.custody,
            view_agreed=guardian.view_agreed,
        )
    )
    return Readers(
        units=tuple(units),
        guardians=reading,
        child=child.called if capacity == GUARDIAN else "",
    )


def _rows(actor: Actor, child: ChildFile) -> list[View]:
    return list(
        View.objects.filter(unit_id=actor.unit_id, child_file=child).order_by("-said_on", "-pk"),
    )


def _line(view: View) -> ViewLine:
    return ViewLine(
        view=view.public_id,
        whose=view.whose,
        name=view.name,
        form=view.form,
        verbatim=view.verbatim,
        quoted_by=view.quoted_by,
        said_on=view.said_on,
        occasion=view.occasion,
        present=view.present,
        child_checked=view.child_checked,
        words=view.words,
        answers=answers_from(view.answers),
        shared_with=view.shared_with,
        stays_here=view.stays_here,
        from_own_space=view.submission_ref is not None,
        is_taken_back=view.withdrawn_at is not None,
        influence=view.influence,
        told_back_on=view.told_back_on,
    )
