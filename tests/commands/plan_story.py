"""Alva's plan in four states, each built once a run, and what the people around her do with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypedDict
from uuid import UUID, uuid4

from django.utils import timezone

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries import open_delivery
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People, unit
from varjebarn.participation.commands import note_view
from varjebarn.participation.values import Whose
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import child_of, open_child
from varjebarn.plan import commands, queries
from varjebarn.plan.documents import ActionReport, ActionStatus, ContributedNote, PlanDocument
from varjebarn.plan.models import Plan
from varjebarn.practice.queries import open_model
from varjebarn.wellbeing import commands as wellbeing
from varjebarn.wellbeing.queries import open_signal
from varjebarn.wellbeing.values import Note, NoteKind

from tests.world.cast import people_of
from tests.world.circle import SCHOOL, SOCIAL, alva_with_consent, take
from tests.world.cluster import Databases, pointed_at

MODEL, VERSION = "kronobarn", "2020.1-unverified"
WHY, ASKED = "Alva ska ha det lugnt på rasten.", "Vad har ni sett?"
NURSE_NOTE, SOCIAL_NOTE = "Alva kommer gärna till mig.", "Första samtalet är gjort."
NOTICED, NOT_JUDGED = "Är ofta ensam på rasten.", "Kom sent i dag."
TOGETHER = {"q1": False, "q2": False, "q3": True}
HOME, GUARD = "Samtal hemma", "Rastvakt vid gungorna"
TODAY = timezone.localdate()
FOLLOW_UP = TODAY + timedelta(days=60)


class Previewed(TypedDict):
    """What a page has shown its decider, as a command asks for it."""

    shown: str
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The people, the child at the school, and the consent; helpers to read as each of them."""

    people: People
    alva: UUID
    consent: UUID

    def plan(self, actor: Actor) -> Plan:
        """Open the child's plan as somebody at the school."""
        plan = queries.current_plan(actor, open_child(actor, self.alva))
        assert plan is not None
        return queries.open_plan(actor, plan.public_id)

    def state(self) -> PlanDocument:
        """Read the lead's working state."""
        with self.people.acting("principal") as lena:
            return queries.working_document(lena, self.plan(lena))

    def ref(self) -> UUID:
        """Give the plan's ref, the same in every unit."""
        with self.people.acting("principal") as lena:
            return self.plan(lena).ref

    def action(self, wording: str) -> UUID:
        """Give the ref of an action by its words."""
        actions = self.state().actions
        assert actions is not None
        return next(line.ref for line in actions.lines if line.wording == wording)

    def publish(self, slug: str = "principal") -> int:
        """Publish the next version to everybody on today's list."""
        with self.people.acting(slug) as actor:
            plan = self.plan(actor)
            preview = queries.recipients_preview(actor, plan, TODAY)
            return commands.publish_version(
                actor, plan, shown=preview.digest, on=TODAY, answers=preview.answers
            ).number

    def held(self, slug: str) -> list[PlanDocument]:
        """Open the versions that somebody's unit holds, the newest first."""
        ref = self.ref()
        with self.people.acting(slug) as actor:
            return [
                queries.received_document(open_delivery(actor, copy))
                for copy in copies(actor, ref, "plan_version")
            ]

    def take_back(self) -> None:
        """Let Karin take her yes back for social services."""
        with self.people.acting("guardian") as karin:
            withdraw_consent(karin, ref=self.consent, unit=unit(*SOCIAL).unit)


def story_of(world: dict[str, object]) -> Story:
    return Story(
        people=people_of(world),
        alva=UUID(str(world["alva"])),
        consent=UUID(str(world["consent"])),
    )


@contextmanager
def own_story(databases: Databases, made: tuple[str, dict[str, object]]) -> Iterator[Story]:
    """Have a copy of a world for one test alone, so that no test leans on another."""
    name = f"story_{uuid4().hex[:8]}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield story_of(made[1])


def copies(actor: Actor, ref: UUID, kind: str) -> list[UUID]:
    """Name the copies of a kind that a unit holds about a plan, the newest first."""
    rows = Delivery.objects.filter(subject_ref=ref, content_kind=kind, unit_id=actor.unit_id)
    return list(rows.order_by("-pk").values_list("public_id", flat=True))


def file_of(actor: Actor, ref: UUID) -> ChildFile:
    """Find the unit's own file on the child, through what it has received about the plan."""
    copy = Delivery.objects.filter(subject_ref=ref, unit_id=actor.unit_id).latest("pk")
    return child_of(actor, copy.child_file_id)


def previewed(actor: Actor, ref: UUID) -> Previewed:
    """Give what the contribution page shows: who will get it, and what is suggested as answers."""
    preview = queries.contribution_preview(actor, file_of(actor, ref), ref, on=TODAY)
    return Previewed(shown=preview.digest, answers=preview.answers)


def notice(story: Story) -> None:
    """Let Tor notice something that Lena judges as shared work, and something nobody has judged."""
    with story.people.acting("teacher") as tor:
        child = open_child(tor, story.alva)
        judged, _ = (
            wellbeing.notice_signal(
                tor,
                child,
                notes=[Note(dimension="included", kind=NoteKind.CHALLENGE, text=text)],
                own_words="",
                on=TODAY,
                model=open_model(MODEL, VERSION),
            ).public_id
            for text in (NOTICED, NOT_JUDGED)
        )
    with story.people.acting("principal") as lena:
        wellbeing.assess(
            lena,
            open_child(lena, story.alva),
            signals=[open_signal(lena, judged)],
            answers=TOGETHER,
            to_author="Vi gör en plan tillsammans.",
            on=TODAY,
        )


def invited() -> dict[str, object]:
    """The plan has begun; nurse and social worker are invited, and have filed nothing yet."""
    world = alva_with_consent()
    story = story_of(world)
    notice(story)
    with story.people.acting("principal") as lena:
        plan = commands.start_plan(
            lena,
            open_child(lena, story.alva),
            model_id=MODEL,
            model_version=VERSION,
            on=TODAY,
            follow_up_on=FOLLOW_UP,
        )
        commands.set_why(lena, plan, why=WHY)
        preview = queries.invitation_preview(lena, plan, TODAY)
        commands.invite_team(
            lena, plan, asked=ASKED, shown=preview.digest, on=TODAY, answers=preview.answers
        )
    return world


def drafted() -> dict[str, object]:
    """The nurse has added her part; the plan has everything but the child's view."""
    world = invited()
    story = story_of(world)
    take(story.people, "nurse")
    take(story.people, "social-worker")
    ref = story.ref()
    with story.people.acting("nurse") as nurse:
        commands.contribute(
            nurse,
            file_of(nurse, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(nurse, ref),
            wheel=[
                ContributedNote(
                    dimension="healthy", kind="strength", text="Sover gott", voice="staff"
                ),
            ],
            note=NURSE_NOTE,
        )
    with story.people.acting("principal") as lena:
        _write(lena, story.plan(lena))
    return world


def published() -> dict[str, object]:
    """Version 1 is out, and the social worker has said that her action has begun."""
    world = drafted()
    story = story_of(world)
    hear_alva(story)
    story.publish()
    ref, theirs = story.ref(), story.action(HOME)
    with story.people.acting("social-worker") as worker:
        commands.contribute(
            worker,
            file_of(worker, ref),
            plan_ref=ref,
            on=TODAY,
            **previewed(worker, ref),
            actions=[
                ActionReport(ref=theirs, status=ActionStatus.BEGUN, on=TODAY, note=SOCIAL_NOTE),
            ],
        )
    return world


def taken_back() -> dict[str, object]:
    """Karin has taken her yes back for social services; version 2 is out."""
    world = published()
    story = story_of(world)
    story.take_back()
    story.publish()
    return world


def hear_alva(story: Story) -> None:
    """Let Tor write down what Alva says."""
    with story.people.acting("teacher") as tor:
        note_view(
            tor,
            open_child(tor, story.alva),
            on=TODAY,
            whose=Whose.CHILD,
            name="Alva",
            words="Jag vill leka med någon.",
            said_on=TODAY,
            occasion="Samtal",
            verbatim=True,
            child_checked=True,
        )


def _write(lena: Actor, plan: Plan) -> None:
    need = commands.add_need(lena, plan, wording="Ro på rasten", dimension="safe")
    goal = commands.agree_goal(
        lena, plan, need=need.ref, wording="Lugna raster", how_seen="Alva säger det själv."
    )
    commands.plan_action(
        lena,
        plan,
        wording=GUARD,
        goal=goal.ref,
        unit=unit(*SCHOOL).unit,
        person_name="Tor",
        due=TODAY + timedelta(days=30),
    )
    commands.plan_action(
        lena,
        plan,
        wording=HOME,
        need=need.ref,
        unit=unit(*SOCIAL).unit,
        due=TODAY + timedelta(days=40),
    )
    commands.name_team_member(lena, plan, unit=unit(*SOCIAL).unit, contact_name="Sara")
    commands.note_disagreement(lena, plan, whose="Karin", text="Vill börja senare.", on=TODAY)
