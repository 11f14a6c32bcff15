"""The steps of a signal, each done by the one who does it: noticed, handed, judged."""

from datetime import date, timedelta
from uuid import UUID

from varjebarn.disclosure.queries import request_answers
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import open_child
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.values import Note, NoteKind, Voice

NOTES = (
    Note(dimension="included", kind=NoteKind.CHALLENGE, text="Är ensam på rasterna."),
    Note(
        dimension="healthy",
        kind=NoteKind.CHALLENGE,
        text="Säger att hon är trött.",
        voice=Voice.CHILD,
    ),
    Note(dimension="achieving", kind=NoteKind.STRENGTH, text="Ritar och berättar gärna."),
)
TOGETHER = {"q1": False, "q2": False, "q3": True}
HAND_OVER = {"q1": False, "q2": True}
THANKS = "Tack. Vi frågar familjen om ett möte."


def notice(people: People, alva: UUID, today: date, *, who: str = "teacher") -> UUID:
    with people.acting(who) as actor:
        signal = commands.notice_signal(
            actor,
            open_child(actor, alva),
            notes=NOTES,
            own_words="Sedan efter lovet.",
            on=today,
            model=latest_model("kronobarn"),
        )
        return signal.public_id


def hand(people: People, ref: UUID) -> None:
    with people.acting("teacher") as tor:
        signal = queries.open_signal(tor, ref)
        commands.hand_signal(tor, signal, to_person=people.persons["principal"])


def judge(
    people: People,
    alva: UUID,
    today: date,
    refs: list[UUID],
    *,
    tree: dict[str, bool] = TOGETHER,
    reason: str = "",
    who: str = "principal",
) -> UUID:
    with people.acting(who) as actor:
        made = commands.assess(
            actor,
            open_child(actor, alva),
            signals=[queries.open_signal(actor, ref) for ref in refs],
            answers=tree,
            to_author=THANKS,
            on=today,
            reason=reason,
            thoughts={"obstacle": "Rasterna är långa.", "others": "  "},
        )
        return made.public_id


def ask_about(people: People, alva: UUID, today: date) -> tuple[UUID, UUID]:
    """Ask the family whether the social services may be told; answer signal and consent."""
    ref = notice(people, alva, today)
    with people.acting("principal") as lena:
        consent = commands.ask_to_tell(
            lena,
            queries.open_signal(lena, ref),
            unit=unit("Växjö kommun", "Socialtjänst barn och unga").unit,
            last_day=today + timedelta(days=30),
            purpose="Att fritiden ska bli bättre.",
            answers=request_answers(lena, open_child(lena, alva)),
        )
        return ref, consent.ref
