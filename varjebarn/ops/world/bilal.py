"""Bilal's plan: protected, so Noor alone makes it with him; Samir reads what they have agreed."""

from datetime import date
from uuid import UUID

from varjebarn.disclosure.queries import family_deliveries
from varjebarn.ops.world import sharing
from varjebarn.ops.world.alva import fields
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.neighbours import begin_plan
from varjebarn.ops.world.sharing import ahead
from varjebarn.ops.world.story import MODEL, Story, plan_of
from varjebarn.participation.answers import Answer
from varjebarn.participation.commands import ask_child, send_words, take_in_words
from varjebarn.participation.queries import open_words, words_to_take_in
from varjebarn.people.queries import open_child
from varjebarn.plan import commands as plans
from varjebarn.practice.queries import latest_model


def tell_bilal(people: People, bilal: UUID, on: date) -> None:
    """Make Bilal's plan as Noor; it reaches him and, as they agreed, Samir. A question waits."""
    model = latest_model(MODEL)
    story = Story(people=people, file=bilal, on=on)

    def ask(question: str) -> None:
        with people.acting("nurse") as noor:
            ask_child(
                noor,
                open_child(noor, bilal),
                model=model,
                on=on,
                purpose="Jag vill att du är med och bestämmer",
                answers=fields("question", "SELF"),
                questions=("safe", "healthy"),
                free=(question,),
            )

    ask("Vad behöver vuxna veta?")
    with people.acting("teen") as teen:
        send_words(
            teen,
            family_deliveries(teen, kind="question")[0],
            answers=[
                Answer(dimension="safe", face=3, words="Bättre när jag vet vilka som vet."),
                Answer(dimension="healthy", skipped=True),
            ],
            words="Jag vill inte behöva berätta samma sak för nya personer.",
        )
    with people.acting("nurse") as noor:
        child = open_child(noor, bilal)
        for line in words_to_take_in(noor, child):
            take_in_words(noor, open_words(noor, line.submission))
        plan = begin_plan(
            noor,
            child,
            why="Bilal ska kunna gå i skolan utan att oroa sig.",
            on=ahead(on, -15),
            follow_up_on=ahead(on, 8),
        )
        need = plans.add_need(noor, plan, wording="En vuxen som vet", dimension="safe")
        goal = plans.agree_goal(
            noor,
            plan,
            need=need.ref,
            wording="Bilal har en vuxen att gå till varje dag",
            child_wording="Jag har en vuxen som jag kan gå till varje dag",
        )
        plans.plan_action(
            noor,
            plan,
            wording="Samtal på en tid som Bilal väljer",
            goal=goal.ref,
            unit=unit(*sharing.MEDICAL).unit,
            person_name="Noor Haddad",
            due=ahead(on, 20),
        )
    with people.acting("nurse") as noor:
        sharing.publish(noor, plan_of(noor, story), on)
    ask("Hur har det gått sedan sist?")
