"""A view is taken in word for word, or written down by an adult; and then something comes of it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.models import Submission
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.participation import rules
from varjebarn.participation.answers import Answer, answers_from
from varjebarn.participation.models import View
from varjebarn.participation.values import Form, Whose
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in


def take_in_words(actor: Actor, submission: Submission) -> View:
    """Make a view of what was sent, word for word. Only they who wrote it have held the pen."""
    require(may_work_with_children(actor))
    require(may_write_in(submission.child_file))
    answers = answers_from(submission.body.get("answers", ()))
    words = str(submission.body.get("words", ""))
    taken = View.objects.filter(unit_id=actor.unit_id, submission_ref=submission.public_id)
    require(
        rules.may_take_in(
            kind=submission.kind,
            is_taken=taken.exists(),
            says_something=bool(words.strip() or answers),
        ),
    )
    view = View.objects.create(
        unit_id=submission.unit_id,
        child_file_id=submission.child_file_id,
        whose=Whose.CHILD if submission.kind == rules.CHILD_WORDS else Whose.GUARDIAN,
        person_ref=submission.person_ref,
        name=submission.name,
        form=Form.FACES if any(answer.face for answer in answers) else Form.WORDS,
        verbatim=True,
        said_on=timezone.localdate(submission.arrived),
        child_checked=True,
        words=words,
        answers=[answer.to_json() for answer in answers],
        stays_here=bool(submission.body.get("stays_here")),
        submission_ref=submission.public_id,
        noted_at=timezone.now(),
    )
    record(actor, "view.taken_in", child=view.child_file_id, object=view.public_id)
    return view


def note_view(  # noqa: PLR0913 - what makes somebody's words trustworthy afterwards
    actor: Actor,
    child: ChildFile,
    *,
    whose: Whose,
    name: str,
    words: str,
    said_on: date,
    occasion: str,
    on: date,
    form: Form = Form.WORDS,
    verbatim: bool,
    child_checked: bool,
    present: str = "",
    quoted_by: str = "",
    answers: Sequence[Answer] = (),
    shared_with: str = "",
    stays_here: bool = False,
    person_ref: UUID | None = None,
) -> View:
    """Write down what somebody said. The adult who held the pen is named: the writer, or another."""
    require(may_work_with_children(actor))
    require(may_write_in(child))
    facts = rules.NoteFacts(
        words=words,
        answers=tuple(answers),
        occasion=occasion,
        said_on=said_on,
        on=on,
        is_filed=child.filed,
    )
    require(rules.may_note(facts))
    view = View.objects.create(
        unit_id=child.unit_id,
        child_file=child,
        whose=whose,
        person_ref=person_ref,
        name=name,
        form=form,
        verbatim=verbatim,
        quoted_by=quoted_by or actor.name,
        said_on=said_on,
        occasion=occasion,
        present=present,
        child_checked=child_checked,
        words=words,
        answers=[answer.to_json() for answer in answers if answer.is_given],
        shared_with=shared_with,
        stays_here=stays_here,
        noted_at=timezone.now(),
    )
    record(actor, "view.noted", child=child.child_id, object=view.public_id)
    return view


def note_influence(
    actor: Actor,
    view: View,
    *,
    what: str,
    on: date,
    told_back_on: date | None = None,
) -> View:
    """Say what changed because of a view, or why nothing did, and when that was told back."""
    require(may_work_with_children(actor))
    require(may_write_in(view.child_file))
    facts = rules.InfluenceFacts(
        what=what,
        said_on=view.said_on,
        told_back_on=told_back_on,
        on=on,
        is_told_already=view.told_back_on is not None,
        is_taken_back=view.withdrawn_at is not None,
    )
    require(rules.may_note_influence(facts))
    changed = View.objects.filter(
        unit_id=actor.unit_id,
        pk=view.pk,
        told_back_on=None,
        withdrawn_at=None,
    ).update(influence=what, told_back_on=told_back_on)
    if not changed:
        raise Changed
    view.influence, view.told_back_on = what, told_back_on
    record(actor, "view.influence_noted", child=view.child_file_id, object=view.public_id)
    return view


def take_back_view(actor: Actor, view: View) -> View:
    """Note that whoever said it has taken it back: it is in no later version of a plan."""
    require(may_work_with_children(actor))
    require(rules.may_take_back(is_taken_back=view.withdrawn_at is not None))
    now = timezone.now()
    rows = View.objects.filter(unit_id=actor.unit_id, pk=view.pk, withdrawn_at=None)
    if not rows.update(withdrawn_at=now):
        raise Changed
    view.withdrawn_at = now
    record(actor, "view.taken_back", child=view.child_file_id, object=view.public_id)
    return view
