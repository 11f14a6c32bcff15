"""Trials side by side, and proposals out for answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.steering.models import (
    Consultation,
    ConsultationAnswer,
    ConsultedBody,
    Trial,
    TrialEvent,
    TrialStep,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialHappening:
    """One thing that happened in a trial."""

    step: str
    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialLine:
    """One organisation's trial, as it stands beside the others."""

    id: UUID
    organisation: str
    organisation_id: UUID
    where: str
    model: tuple[str, str]
    planned_start: date
    started: date | None
    finished: date | None
    happened: tuple[TrialHappening, ...]
    ratings: Mapping[str, tuple[int, str]]
    """What is said now of each tool: 1 to 5, and a note."""

    def what(self, step: str) -> tuple[TrialHappening, ...]:
        """Pick what happened of one kind."""
        return tuple(one for one in self.happened if one.step == step)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultedLine:
    """A body that was asked: until when, and what it answered."""

    id: UUID
    body: str
    body_id: UUID
    body_key: int
    due: date
    text: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationLine:
    """A proposal with its answers side by side."""

    id: UUID
    title: str
    text: str
    sent_on: date
    asked: tuple[ConsultedLine, ...]

    @property
    def silent(self) -> tuple[ConsultedLine, ...]:
        """Those who have not answered."""
        return tuple(one for one in self.asked if one.answered_at is None)


def trial_lines() -> tuple[TrialLine, ...]:
    """Compile all trials: three statements, however many."""
    found = Trial.objects.select_related("organisation").prefetch_related("events", "ratings")
    return tuple(_trial(one) for one in found.order_by("organisation__name", "where", "pk"))


def trial_page(trial: UUID) -> TrialLine:
    """Read one trial."""
    found = Trial.objects.select_related("organisation").prefetch_related("events", "ratings")
    return _trial(found.get(public_id=trial))


def open_trial(trial: UUID) -> Trial:
    """Open a trial to act on."""
    return Trial.objects.select_related("organisation").get(public_id=trial)


def consultation_lines() -> tuple[ConsultationLine, ...]:
    """List all proposals, the latest first: two statements."""
    found = Consultation.objects.prefetch_related("consulted__body", "consulted__answer")
    return tuple(_consultation(one) for one in found.order_by("-sent_on", "-pk"))


def consultation_page(consultation: UUID) -> ConsultationLine:
    """Read one proposal with its answers."""
    found = Consultation.objects.prefetch_related("consulted__body", "consulted__answer")
    return _consultation(found.get(public_id=consultation))


def open_consulted(asked: UUID) -> ConsultedBody:
    """Open a question to a body to act on."""
    return ConsultedBody.objects.select_related("body", "consultation").get(public_id=asked)


def _trial(trial: Trial) -> TrialLine:
    events: list[TrialEvent] = sorted(trial.events.all(), key=lambda one: (one.on, one.pk))
    first = {one.step: one.on for one in reversed(events)}
    ratings = sorted(trial.ratings.all(), key=lambda one: one.pk)
    return TrialLine(
        id=trial.public_id,
        organisation=trial.organisation.name,
        organisation_id=trial.organisation.public_id,
        where=trial.where,
        model=(trial.model_id, trial.model_version),
        planned_start=trial.planned_start,
        started=first.get(TrialStep.STARTED),
        finished=first.get(TrialStep.FINISHED),
        happened=tuple(TrialHappening(step=one.step, on=one.on, text=one.text) for one in events),
        ratings={one.tool: (one.rating, one.note) for one in ratings},
    )


def _consultation(found: Consultation) -> ConsultationLine:
    asked = sorted(found.consulted.all(), key=lambda one: (one.due, one.body.name))
    return ConsultationLine(
        id=found.public_id,
        title=found.title,
        text=found.text,
        sent_on=found.sent_on,
        asked=tuple(_consulted(one) for one in asked),
    )


def _consulted(asked: ConsultedBody) -> ConsultedLine:
    given: ConsultationAnswer | None = getattr(asked, "answer", None)
    return ConsultedLine(
        id=asked.public_id,
        body=asked.body.name,
        body_id=asked.body.public_id,
        body_key=asked.body_id,
        due=asked.due,
        text="" if given is None else given.text,
        answered_at=None if given is None else given.at,
    )
