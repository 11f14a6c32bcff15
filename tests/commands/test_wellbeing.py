"""A teacher notices, the principal takes it and judges, and the teacher reads what became of it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.ops.world.logins import People
from varjebarn.people.queries import involved, open_child, unseen_notices
from varjebarn.practice.queries import latest_model
from varjebarn.practice.values import Outcome
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.values import State, WheelNote

from tests.commands.signal_story import HAND_OVER, NOTES, THANKS, ask_about, hand, judge, notice
from tests.world.cast import two_children

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("fresh_database"),
]


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
            source="Skola, Växjö kommun",
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
