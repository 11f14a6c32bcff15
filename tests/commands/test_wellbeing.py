"""A teacher notices, the principal takes it and judges, and the teacher reads what became of it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varjebarn.disclosure.commands import save_draft, send_draft
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.queries import (
    consents,
    family_deliveries,
    inbox,
    open_delivery,
    protected_at_unit,
    request_answers,
)
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import involved, open_child, unseen_notices
from varjebarn.practice.queries import latest_model
from varjebarn.practice.values import Outcome
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.models import Signal
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.values import Note, NoteKind, State, Voice, WheelNote

from tests.world.cast import people_of, two_children
from tests.world.circle import SOCIAL

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("fresh_database"),
]

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


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def alva(world: dict[str, object]) -> UUID:
    return UUID(str(world["alva"]))


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


def test_what_was_noticed_is_kept_with_whose_voice_it_is(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)

    with people.acting("principal") as lena:
        line = next(s for s in queries.signals(lena, open_child(lena, alva)) if s.signal == ref)

    assert [(n.dimension, n.kind, n.text, n.voice) for n in line.notes] == [
        (n.dimension, n.kind.value, n.text, n.voice.value) for n in NOTES
    ]
    assert (line.author_name, line.state, line.own_words) == (
        "Tor Ekman",
        State.RECEIVED,
        "Sedan efter lovet.",
    )
    assert line.model_id == "kronobarn"


def test_a_handed_signal_involves_the_contact_once_and_tells_her(
    people: People, alva: UUID, today: date
) -> None:
    first, second = notice(people, alva, today), notice(people, alva, today)

    hand(people, first)
    hand(people, second)

    with people.acting("principal") as lena:
        roles = [
            line.role
            for line in involved(lena, open_child(lena, alva))
            if line.person == people.persons["principal"] and line.role == "contact"
        ]
        told = {n.object for n in unseen_notices(lena) if n.kind == "signal"}
        handed = queries.open_signal(lena, first)
    assert roles == ["contact"]
    assert {first, second} <= told
    assert (handed.state, handed.handed_name) == ("handed", "Lena Strand")


def test_it_is_handed_to_no_other_kind_of_colleague(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)
    refused = {}

    for slug in ("lead", "social-worker"):
        with people.acting("teacher") as tor, pytest.raises(Refused) as no:
            commands.hand_signal(tor, queries.open_signal(tor, ref), to_person=people.persons[slug])
        refused[slug] = no.value.reason

    assert refused == {"lead": Reason.NO_CONTACT_DUTY, "social-worker": Reason.NOT_OF_THIS_UNIT}
    with people.acting("teacher") as tor:
        assert queries.open_signal(tor, ref).state == "received"


def test_the_author_reads_what_became_of_it_and_then_the_last_word(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)
    hand(people, ref)
    judge(people, alva, today, [ref])

    with people.acting("teacher") as tor:
        told = [n for n in unseen_notices(tor) if n.kind == "signal_outcome" and n.object == ref]
        mine = next(line for line in queries.my_signals(tor) if line.signal == ref)
    with people.acting("principal") as lena:
        commands.close_signal(
            lena, queries.open_signal(lena, ref), to_author="Planen är klar.", on=today
        )
    with people.acting("teacher") as tor:
        closed = next(line for line in queries.my_signals(tor) if line.signal == ref)

    assert len(told) == 1
    assert (mine.child_name, mine.outcome, mine.outcome_text) == ("Alva", "together", THANKS)
    assert (closed.state, closed.outcome, closed.outcome_text) == (
        State.CLOSED,
        "together",
        "Planen är klar.",
    )


def test_a_judgement_keeps_what_was_thought_and_nothing_that_was_left_out(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)

    made = judge(people, alva, today, [ref], tree=HAND_OVER, reason="Hör till BVC.")

    with people.acting("principal") as lena:
        line = next(
            a for a in queries.assessments(lena, open_child(lena, alva)) if a.assessment == made
        )
    assert (line.outcome, line.reason) == (Outcome.HAND_OVER, "Hör till BVC.")
    assert line.tree == HAND_OVER
    assert line.thoughts == {"obstacle": "Rasterna är långa."}


def test_the_teacher_does_not_judge_and_no_tree_is_left_half_way(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)

    with pytest.raises(Refused) as not_the_contact:
        judge(people, alva, today, [ref], who="teacher")
    with pytest.raises(Refused) as half_way:
        judge(people, alva, today, [ref], tree={"q1": False})
    with pytest.raises(Refused) as no_reason:
        judge(people, alva, today, [ref], tree=HAND_OVER)

    assert not_the_contact.value.reason is Reason.ONLY_CONTACT
    assert half_way.value.reason is Reason.TREE_NOT_FINISHED
    assert no_reason.value.reason is Reason.REASON_MISSING


def test_two_who_judge_at_once_do_not_overwrite_each_other(
    people: People, alva: UUID, today: date
) -> None:
    ref = notice(people, alva, today)
    with people.acting("principal") as lena:
        stale = queries.open_signal(lena, ref)
    judge(people, alva, today, [ref])

    with people.acting("principal") as lena, pytest.raises(Changed):
        commands.assess(
            lena,
            open_child(lena, alva),
            signals=[stale],
            answers=HAND_OVER,
            reason="Annat.",
            to_author="Annat.",
            on=today,
        )

    with people.acting("principal") as lena:
        assert queries.open_signal(lena, ref).outcome == "together"


def test_the_plans_wheel_begins_with_what_has_been_judged_and_no_more(
    people: People, alva: UUID, today: date
) -> None:
    judged, waiting = notice(people, alva, today), notice(people, alva, today)
    with people.acting("principal") as lena:
        before = queries.plan_wheel(lena, open_child(lena, alva))

    judge(people, alva, today, [judged])

    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        after = queries.plan_wheel(lena, child)
        states = {line.signal: line.state for line in queries.signals(lena, child)}
    assert states[waiting] is State.RECEIVED
    begun = after[len(before) :]
    assert len({note.ref for note in begun} - {None}) == len(NOTES)  # each by a name of its own
    assert [replace(note, ref=None) for note in begun] == [
        WheelNote(
            dimension=note.dimension,
            kind=note.kind.value,
            text=note.text,
            voice=note.voice.value,
            source="Skola",
        )
        for note in NOTES
    ]


def test_at_seven_the_contact_is_in_the_school_and_before_school_elsewhere(
    people: People, alva: UUID, today: date
) -> None:
    model = latest_model("kronobarn")
    with people.acting("teacher") as tor:
        child = open_child(tor, alva)
        now = queries.contact_for(tor, child, model=model, on=today)
        then = queries.contact_for(tor, child, model=model, on=child.born + timedelta(days=700))

    assert now.link is not None
    assert (now.link.service, now.in_own_unit) == ("school", True)
    assert [line.name for line in now.colleagues] == ["Lena Strand"]
    assert then.link is not None
    assert (then.link.service, then.in_own_unit, then.colleagues) == ("child_health", False, ())
    assert {line.area for line in then.units} == {"health"}


def test_the_number_of_statements_is_the_same_for_one_signal_and_for_many(
    people: People, alva: UUID, today: date
) -> None:
    notice(people, alva, today)

    def statements() -> int:
        with people.acting("principal") as lena:
            child = open_child(lena, alva)
            with CaptureQueriesContext(connection) as asked:
                queries.signals(lena, child)
                queries.my_signals(lena)
                queries.plan_wheel(lena, child)
            return len(asked)

    few = statements()
    for _ in range(5):
        notice(people, alva, today)

    assert statements() == few


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


def say(people: People, consent: UUID, what: str) -> None:
    """Let Karin answer for every unit that she was asked about."""
    with people.acting("guardian") as karin:
        copy = family_deliveries(karin, kind="consent_request", subject_ref=consent)[0]
        asked = body_of(copy.content)["parts"]["request"]["units"]
        answers = {line["unit"]: "given" if line["own"] else what for line in asked}
        draft = save_draft(karin, copy, kind="consent_answer", body={"answers": answers})
        send_draft(karin, draft)


def deliver(people: People, alva: UUID, ref: UUID, consent: UUID) -> None:
    answers = suggested_answers("signal", "CONSENT", "sv")
    answers.pop("purpose")
    with people.acting("principal") as lena:
        commands.deliver_signal(
            lena,
            queries.open_signal(lena, ref),
            Consent.objects.get(ref=consent),
            answers=answers,
            secrecy_shown={protected_at_unit(unit(*SOCIAL).unit).mark},
        )


def test_on_a_yes_the_other_units_intake_gets_a_copy_of_the_signal_alone(
    people: People, alva: UUID, today: date
) -> None:
    ref, consent = ask_about(people, alva, today)
    say(people, consent, "given")

    deliver(people, alva, ref, consent)

    with people.acting("social-worker") as signe:
        copy = next(line for line in inbox(signe) if line.content_kind == "signal")
        received = open_delivery(signe, copy.delivery)
        letter = queries.signal_letter(body_of(received.content), "sv")
        own = Signal.objects.count()
    with people.acting("principal") as lena:
        handed = queries.open_signal(lena, ref)
        circle = next(
            line for line in consents(lena, open_child(lena, alva)) if line.consent.ref == consent
        )
    assert received.subject_ref == ref
    assert [note.text for note in letter.notes] == [note.text for note in NOTES]
    assert letter.unit_name == "Skola"
    assert own == 0
    assert {unit.parts for unit in circle.units} == {frozenset({"signal"})}
    assert (handed.state, handed.handed_name) == (
        "handed",
        "Socialtjänst barn och unga, Växjö kommun",
    )


@pytest.mark.parametrize("what", ["refused", ""])
def test_without_a_yes_it_stays(people: People, alva: UUID, today: date, what: str) -> None:
    ref, consent = ask_about(people, alva, today)
    if what:
        say(people, consent, what)

    with pytest.raises(Refused) as refused:
        deliver(people, alva, ref, consent)

    assert refused.value.reason is Reason.NO_YES_YET
    with people.acting("principal") as lena:
        assert queries.open_signal(lena, ref).state == "received"


def test_a_yes_about_one_signal_sends_no_other(people: People, alva: UUID, today: date) -> None:
    _, consent = ask_about(people, alva, today)
    say(people, consent, "given")
    other = notice(people, alva, today)

    with pytest.raises(Refused) as refused:
        deliver(people, alva, other, consent)

    assert refused.value.reason is Reason.NOT_ASKED


def test_reading_a_signal_is_logged_here_and_told_to_nobody_in_the_family(
    people: People, alva: UUID, today: date, owner: psycopg.Connection
) -> None:
    ref, _ = ask_about(people, alva, today)

    def lines(act: str) -> int:
        asked = "SELECT count(*) FROM audit_familyline WHERE act LIKE %s"
        return int(owner.execute(asked, [act]).fetchone()[0])

    told = lines("child.read")
    with people.acting("principal") as lena:
        queries.open_signal(lena, ref)
        queries.signals(lena, open_child(lena, alva))
        queries.assessments(lena, open_child(lena, alva))

    read = owner.execute(
        "SELECT count(*) FROM audit_event WHERE act = 'signal.read' AND object = %s", [ref]
    ).fetchone()
    assert lines("child.read") > told  # the family does read of other readings
    assert lines("%signal%") + lines("assessment%") == 0
    assert read == (2,)


def test_each_step_is_in_the_log(
    people: People, alva: UUID, today: date, owner: psycopg.Connection
) -> None:
    begin = owner.execute("SELECT max(id) FROM audit_event").fetchone()[0]
    ref = notice(people, alva, today)
    hand(people, ref)
    judge(people, alva, today, [ref])
    with people.acting("principal") as lena:
        commands.close_signal(lena, queries.open_signal(lena, ref), to_author="Klart.", on=today)

    acts = [
        row[0]
        for row in owner.execute("SELECT act FROM audit_event WHERE id > %s ORDER BY id", [begin])
    ]
    wanted = ["signal.noticed", "signal.handed", "signals.assessed", "signal.closed"]
    assert [act for act in acts if act in wanted] == wanted
