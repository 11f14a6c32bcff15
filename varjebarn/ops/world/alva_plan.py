"""Alva's story from the plan's first day: written by several, published, answered, narrowed.

The same commands as the pages use, each step as the person who takes it, in its own transaction.
"""

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.queries import (
    family_deliveries,
    inbox,
    my_consents,
    open_delivery,
    open_family_delivery,
)
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world import sharing
from varjebarn.ops.world.alva import PURPOSE
from varjebarn.ops.world.logins import unit
from varjebarn.ops.world.sharing import MEDICAL, SCHOOL, SOCIAL, ahead
from varjebarn.ops.world.story import MODEL, Story, plan_of
from varjebarn.participation.commands import note_influence
from varjebarn.participation.queries import open_view, views
from varjebarn.people.queries import open_child
from varjebarn.plan import commands as plans
from varjebarn.plan.documents import ActionReport, ActionStatus, ContributedNote
from varjebarn.plan.models import Plan
from varjebarn.plan.queries import (
    contribution_preview,
    copies,
    invitation_preview,
    received_document,
    working_document,
)
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.values import NoteKind, Voice


def tell_plan(story: Story) -> None:
    """Take every step of this half, in order."""
    begin_plan(story)
    nurse_adds(story)
    write_plan(story)
    signe_answers(story)
    family_reads(story)
    withdraw(story)
    second_version(story)


def begin_plan(story: Story) -> None:
    """Lena begins the plan and asks the school nurse to take part."""
    model = latest_model(MODEL)
    with story.people.acting("principal") as lena:
        plan = plans.start_plan(
            lena,
            open_child(lena, story.file),
            model_id=model.id,
            model_version=model.version,
            on=ahead(story.on, -20),
            why="Alva är ledsen på rasterna. Vi vill att hon ska känna sig trygg och få vara "
            "med, och hon vill själv att någon går med henne ut.",
            follow_up_on=ahead(story.on, 6),
        )
        preview = invitation_preview(lena, plan, story.on)
        plans.invite_team(
            lena,
            plan,
            shown=preview.digest,
            asked="Har du sett något om hur Alva mår som planen behöver?",
            on=story.on,
            answers=preview.answers,
            units=[unit(*MEDICAL).unit],
        )


def nurse_adds(story: Story) -> None:
    """Noor, behind another secrecy, files the invitation and adds what she has seen."""
    with story.people.acting("nurse") as noor:
        file = sharing.take_in(noor, "invitation")
        ref = copies(noor, open_child(noor, file))[0].plan_ref
    with story.people.acting("nurse") as noor:
        child = open_child(noor, file)
        preview = contribution_preview(noor, child, ref, on=story.on)
        plans.contribute(
            noor,
            child,
            plan_ref=ref,
            shown=preview.digest,
            on=story.on,
            answers=preview.answers,
            wheel=[
                ContributedNote(
                    dimension="healthy",
                    kind=NoteKind.CHALLENGE.value,
                    text="Ont i magen på morgnarna de dagar hon har skola.",
                    voice=Voice.STAFF.value,
                ),
                ContributedNote(
                    dimension="nurtured",
                    kind=NoteKind.STRENGTH.value,
                    text="Sover och äter bra hemma.",
                    voice=Voice.STAFF.value,
                ),
            ],
            note="Alva får gärna komma till mig på måndagar.",
        )


def write_plan(story: Story) -> None:
    """Lena writes two goals and three actions, one of them Tor's, and publishes."""
    with story.people.acting("principal") as lena:
        plan = plan_of(lena, story)
        name_team(lena, plan)
        breaks = plans.add_need(lena, plan, wording="Trygghet när rasten börjar", dimension="safe")
        calm = plans.agree_goal(
            lena,
            plan,
            need=breaks.ref,
            wording="Alva går ut på rast utan att vara rädd",
            how_seen="Hon går ut av sig själv fyra dagar av fem",
            child_wording="Jag är inte rädd på rasten",
        )
        friends = plans.add_need(
            lena, plan, wording="Att få vara med i leken", dimension="included"
        )
        together = plans.agree_goal(
            lena,
            plan,
            need=friends.ref,
            wording="Alva har någon att leka med varje dag",
            how_seen="Alva säger det själv när vi frågar",
            child_wording="Jag har en kompis på rasten",
        )
        for wording, goal, place, person, days in (
            ("Gå med Alva ut de första minuterna av rasten", calm, SCHOOL, "Tor Ekman", 30),
            ("Samtal med Alva om magontet, på måndagar", calm, MEDICAL, "Noor Haddad", 45),
            (
                "Stöd till Karin: föräldragrupp och kontaktfamilj",
                together,
                SOCIAL,
                "Signe Falkenberg",
                60,
            ),
        ):
            plans.plan_action(
                lena,
                plan,
                wording=wording,
                goal=goal.ref,
                unit=unit(*place).unit,
                person_name=person,
                due=ahead(story.on, days),
            )
    with story.people.acting("principal") as lena:
        sharing.publish(lena, plan_of(lena, story), story.on)


def signe_answers(story: Story) -> None:
    """Signe opens her copy, files it, and says that her action has begun. Noor opens hers."""
    with story.people.acting("social-worker") as signe:
        line = next(line for line in inbox(signe) if line.content_kind == "plan_version")
        document = received_document(open_delivery(signe, line.delivery))
    with story.people.acting("social-worker") as signe:
        file = sharing.take_in(signe, "plan_version")
    with story.people.acting("social-worker") as signe:
        lines = document.actions.lines if document.actions else ()
        mine = next(action for action in lines if action.is_by(signe.unit))
        child = open_child(signe, file)
        preview = contribution_preview(signe, child, document.ref, on=story.on)
        plans.contribute(
            signe,
            child,
            plan_ref=document.ref,
            shown=preview.digest,
            on=story.on,
            answers=preview.answers,
            actions=[
                ActionReport(
                    ref=mine.ref,
                    status=ActionStatus.BEGUN,
                    on=story.on,
                    note="Karin har varit på första träffen.",
                ),
            ],
        )
    with story.people.acting("nurse") as noor:
        sharing.take_in(noor, "plan_version")


def family_reads(story: Story) -> None:
    """Karin and Alva read the plan, each their own copy."""
    for slug in ("guardian", "child"):
        with story.people.acting(slug) as reader:
            copy = family_deliveries(reader, kind="plan_version")[0]
            open_family_delivery(reader, copy.public_id)


def withdraw(story: Story) -> None:
    """Karin takes back her yes for social services."""
    with story.people.acting("guardian") as karin:
        said = next(
            line
            for line in my_consents(karin)
            if line.purpose == PURPOSE and line.unit == unit(*SOCIAL).unit
        )
        withdraw_consent(karin, ref=said.ref, unit=said.unit)


def second_version(story: Story) -> None:
    """Lena tells Alva what came of her words, and publishes version 2: not to Signe."""
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.file)
        hers = next(line for line in views(lena, child) if line.whose == "child")
        note_influence(
            lena,
            open_view(lena, hers.view),
            what="Du ville att någon går med dig ut. Därför gör Tor det varje rast.",
            on=story.on,
            told_back_on=story.on,
        )
        plan = plan_of(lena, story)
        actions = working_document(lena, plan).actions
        own = next(line for line in actions.lines if line.is_by(lena.unit)) if actions else None
        if own is None:
            raise LookupError("Tor's action")
        plans.change_action(
            lena,
            plan,
            action=own.ref,
            on=story.on,
            status=ActionStatus.GOING,
            note="Tor går med ut. Efter två veckor går Alva ofta före.",
        )
    with story.people.acting("principal") as lena:
        sharing.publish(lena, plan_of(lena, story), story.on)


def name_team(lena: Actor, plan: Plan) -> None:
    """Name one person to call in each unit that takes part."""
    for place, name, title, telephone in (
        (MEDICAL, "Noor Haddad", "Skolsköterska", "0470-00 00 02"),
        (SOCIAL, "Signe Falkenberg", "Socialsekreterare", "0470-00 00 03"),
    ):
        plans.name_team_member(
            lena,
            plan,
            unit=unit(*place).unit,
            contact_name=name,
            contact_title=title,
            telephone=telephone,
        )
