"""Alva's story until there is a plan: noticed, judged, asked about, and heard.

The same commands as the pages use, each step as the person who takes it, in its own transaction.
"""

from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.ops.world import sharing
from varjebarn.ops.world.sharing import MEDICAL, NO, POLICE, SCHOOL, SOCIAL, YES, ahead
from varjebarn.ops.world.story import MODEL, Story
from varjebarn.participation.answers import Answer
from varjebarn.participation.commands import ask_child, ask_guardian, send_words, take_in_words
from varjebarn.participation.queries import open_words, words_to_take_in
from varjebarn.people.queries import guardians, open_child
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import assess, hand_signal, notice_signal
from varjebarn.wellbeing.queries import open_signal, signals
from varjebarn.wellbeing.values import Note, NoteKind, Voice

PURPOSE = "Att vi tillsammans ska kunna hjälpa Alva"
NURSE_PARTS = frozenset({"why", "wheel", "goals", "actions", "team"})
CIRCLE = {
    SCHOOL: sharing.ALL_PARTS,
    MEDICAL: NURSE_PARTS,
    SOCIAL: sharing.ALL_PARTS,
    POLICE: frozenset({"actions"}),
}
ANSWERS = {SCHOOL: YES, MEDICAL: YES, SOCIAL: YES, POLICE: NO}


def tell_beginning(story: Story) -> None:
    """Take every step of this half, in order."""
    notice(story)
    judge(story)
    ask_and_answer(story)
    hear(story)


def notice(story: Story) -> None:
    """Tor notices two challenges and a strength, and hands them to Lena."""
    with story.people.acting("teacher") as tor:
        child = open_child(tor, story.file)
        signal = notice_signal(
            tor,
            child,
            notes=[
                Note(
                    dimension="safe",
                    kind=NoteKind.CHALLENGE,
                    text="Gråter när hon ska gå ut på rast, flera gånger i veckan.",
                ),
                Note(
                    dimension="included",
                    kind=NoteKind.CHALLENGE,
                    text="Säger att ingen vill leka med henne.",
                    voice=Voice.CHILD,
                ),
                Note(
                    dimension="achieving",
                    kind=NoteKind.STRENGTH,
                    text="Läser och berättar med glädje, gärna för de yngre.",
                ),
            ],
            own_words="Det har blivit svårare sedan höstlovet. Hon vill helst stå hos mig.",
            on=ahead(story.on, -34),
            noticed_on=ahead(story.on, -36),
            model=latest_model(MODEL),
        )
        hand_signal(tor, signal, to_person=story.people.persons["principal"])


def judge(story: Story) -> None:
    """Lena judges that several need to act together, and tells Tor."""
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.file)
        received = [open_signal(lena, line.signal) for line in signals(lena, child)]
        assess(
            lena,
            child,
            signals=received,
            answers={"q1": False, "q2": False, "q3": True},
            to_author="Tack för att du såg. Vi frågar Karin och Alva om att göra en plan "
            "tillsammans med skolsköterskan och socialtjänsten.",
            on=ahead(story.on, -32),
        )


def ask_and_answer(story: Story) -> None:
    """Lena asks who may be told what. Karin says yes to three and no to the police."""
    with story.people.acting("principal") as lena:
        sharing.ask(
            lena,
            open_child(lena, story.file),
            purpose=PURPOSE,
            circle=CIRCLE,
            last_day=ahead(story.on, 200),
        )
    with story.people.acting("guardian") as karin:
        sharing.answer(karin, ANSWERS)


def hear(story: Story) -> None:
    """Alva answers three questions with faces and her own words, Karin one in words."""
    model = latest_model(MODEL)
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.file)
        why = "Vi vill göra det bättre för dig på rasterna"
        ask_child(
            lena,
            child,
            model=model,
            on=story.on,
            purpose=why,
            answers=fields("question", "SELF"),
            questions=("safe", "included", "achieving"),
        )
        ask_guardian(
            lena,
            child,
            guardian=guardians(lena, child)[0],
            model=model,
            on=story.on,
            purpose="Vi vill veta hur du ser på det",
            answers=fields("question", "GUARDIAN"),
            free=("Vad skulle hjälpa Alva mest just nu?",),
        )
    with story.people.acting("child") as alva:
        send_words(
            alva,
            family_deliveries(alva, kind="question")[0],
            answers=[
                Answer(dimension="safe", face=2, words="Det är läskigt när alla springer."),
                Answer(dimension="included", face=2, words="Jag vill ha en kompis på rasten."),
                Answer(dimension="achieving", face=5, words="Jag kan läsa för ettorna!"),
            ],
            words="Jag vill att någon går med mig ut.",
        )
    with story.people.acting("guardian") as karin:
        send_words(
            karin,
            family_deliveries(karin, kind="question")[0],
            answers=[
                Answer(
                    dimension="own_1",
                    words="Att hon vet vem hon kan gå till. Hemma pratar hon mest om rasterna.",
                )
            ],
            words="",
        )
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.file)
        for line in words_to_take_in(lena, child):
            take_in_words(lena, open_words(lena, line.submission))


def fields(kind: str, ground: str) -> dict[str, str]:
    """Answer a ground's fields as suggested; the purpose is said on its own."""
    return {
        name: text
        for name, text in suggested_answers(kind, ground, "sv").items()
        if name != "purpose"
    }
