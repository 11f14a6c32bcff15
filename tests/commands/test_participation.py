"""The child is asked and answers in her own space; the words are kept as they were; what came of it is told."""

from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest

from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.queries import family_deliveries, open_family_delivery
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.ops.world.logins import People
from varjebarn.participation import commands, queries
from varjebarn.participation.answers import Answer
from varjebarn.participation.reasons import Reason
from varjebarn.participation.values import Form, Whose
from varjebarn.people.queries import guardians, open_child
from varjebarn.practice.queries import latest_model

from tests.world.cast import two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("fresh_database")]

WHY = "Vi vill höra hur du har det i skolan."
WORDS = "Jag vill leka med någon på rasten."
ANSWERS = (
    Answer(dimension="safe", face=4),
    Answer(dimension="included", face=2, words="Ibland är jag själv."),
    Answer(dimension="healthy", skipped=True),
    Answer(dimension="own_1", words="Att rita."),
)


def ask_alva(people: People, alva: UUID, today: date) -> UUID:
    """Ask Alva three questions of the wheel and one of Lena's own; answer with her copy."""
    answers = suggested_answers("question", "SELF", "sv") | {"purpose": WHY}
    with people.acting("principal") as lena:
        sent = commands.ask_child(
            lena,
            open_child(lena, alva),
            model=latest_model("kronobarn"),
            on=today,
            purpose=answers.pop("purpose"),
            answers=answers,
            questions=("safe", "included", "healthy"),
            free=("Vad är roligast?", " "),
        )
        ref = sent.subject_ref
    with people.acting("child") as actor:
        return family_deliveries(actor, kind="question", subject_ref=ref)[0].public_id


def send(people: People, delivery: UUID, *, stays_here: bool = False) -> UUID:
    with people.acting("child") as actor:
        copy = open_family_delivery(actor, delivery)
        return commands.send_words(actor, copy, answers=ANSWERS, words=WORDS, stays_here=stays_here)


def note(people: People, alva: UUID, today: date, **change: object) -> UUID:
    """Let Tor write down what Alva said."""
    told = {
        "whose": Whose.CHILD,
        "name": "Alva",
        "words": "Jag vill sitta vid fönstret.",
        "said_on": today,
        "occasion": "Samtal i klassrummet",
        "verbatim": True,
        "child_checked": True,
    }
    with people.acting("teacher") as tor:
        view = commands.note_view(tor, open_child(tor, alva), on=today, **(told | change))
        return view.public_id


def test_the_child_reads_what_is_asked_by_whom_and_who_will_see_it(
    people: People, alva: UUID, today: date
) -> None:
    delivery = ask_alva(people, alva, today)

    with people.acting("child") as actor:
        page = queries.question_page(body_of(open_family_delivery(actor, delivery).content), "sv")

    assert [question.key for question in page.questions] == [
        "safe",
        "included",
        "healthy",
        "own_1",
    ]
    assert [question.has_faces for question in page.questions] == [True, True, True, False]
    assert page.questions[3].text == "Vad är roligast?"
    assert (page.asked_by, page.asked_by_title, page.why) == ("Lena Strand", "Rektor", WHY)
    assert [(unit.name, unit.is_own) for unit in page.readers.units] == [("Skola", True)]
    assert page.readers.guardians == ("Karin Lund",)


def test_no_unit_sees_what_has_not_been_sent(people: People, alva: UUID, today: date) -> None:
    delivery = ask_alva(people, alva, today)
    with people.acting("child") as actor:
        copy = open_family_delivery(actor, delivery)
        commands.keep_words(actor, copy, answers=ANSWERS[:1], words="Jag vet inte än")

    with people.acting("principal") as lena:
        before = queries.words_to_take_in(lena, open_child(lena, alva))
    sent = send(people, delivery)
    with people.acting("principal") as lena:
        after = queries.words_to_take_in(lena, open_child(lena, alva))

    assert [line.submission for line in before] == []
    assert [(line.submission, line.words) for line in after] == [(sent, WORDS)]
    with people.acting("principal") as lena:
        commands.take_in_words(lena, queries.open_words(lena, sent))


def test_the_words_are_taken_in_word_for_word_and_once(
    people: People, alva: UUID, today: date
) -> None:
    sent = send(people, ask_alva(people, alva, today))

    with people.acting("principal") as lena:
        view = commands.take_in_words(lena, queries.open_words(lena, sent))
    with people.acting("principal") as lena, pytest.raises(Refused) as again:
        commands.take_in_words(lena, queries.open_words(lena, sent))
    with people.acting("teacher") as tor:
        line = next(
            line
            for line in queries.views(tor, open_child(tor, alva))
            if line.view == view.public_id
        )

    assert (line.words, line.answers) == (WORDS, ANSWERS)
    assert (line.whose, line.name, line.form) == ("child", "Alva Lund", Form.FACES)
    assert (line.verbatim, line.quoted_by, line.from_own_space) == (True, "", True)
    assert again.value.reason is Reason.TAKEN_IN_ALREADY


def test_what_the_child_keeps_here_is_in_no_plan_but_has_been_heard(
    people: People, alva: UUID, today: date
) -> None:
    sent = send(people, ask_alva(people, alva, today), stays_here=True)

    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        view = commands.take_in_words(lena, queries.open_words(lena, sent))
        everything = {line.view for line in queries.views(lena, child)}
        in_plan = {line.view for line in queries.plan_views(lena, child)}
        heard = queries.is_child_heard(lena, child)

    assert view.public_id in everything
    assert view.public_id not in in_plan
    assert heard is True


def test_an_answer_that_says_nothing_is_not_sent(people: People, alva: UUID, today: date) -> None:
    delivery = ask_alva(people, alva, today)

    with people.acting("child") as actor:
        copy = open_family_delivery(actor, delivery)
    with people.acting("child") as actor, pytest.raises(Refused) as refused:
        commands.send_words(actor, copy, answers=[Answer(dimension="safe")], words=" ")
    with people.acting("principal") as lena:
        arrived = queries.words_to_take_in(lena, open_child(lena, alva))

    assert refused.value.reason is Reason.NOTHING_SAID
    assert arrived == []


def test_a_guardian_is_asked_in_words_and_her_child_reads_the_answer(
    people: People, alva: UUID, today: date
) -> None:
    answers = suggested_answers("question", "GUARDIAN", "sv") | {"purpose": WHY}
    answers["child_view"] = "Alva vet att vi frågar."
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        karin = next(g for g in guardians(lena, child) if g.custody)
        sent = commands.ask_guardian(
            lena,
            child,
            guardian=karin,
            model=latest_model("kronobarn"),
            on=today,
            purpose=answers.pop("purpose"),
            answers=answers,
            questions=("included",),
            free=("Hur brukar kvällarna vara?",),
        )
        ref = sent.subject_ref
    with people.acting("guardian") as actor:
        copy = family_deliveries(actor, kind="question", subject_ref=ref)[0]
        page = queries.question_page(body_of(copy.content), "sv")
        words = commands.send_words(actor, copy, answers=(), words="Hon är trött efter skolan.")
    with people.acting("principal") as lena:
        view = commands.take_in_words(lena, queries.open_words(lena, words))

    assert [question.has_faces for question in page.questions] == [False, False]
    assert page.readers.child == "Alva"
    assert (view.whose, view.name, view.words) == (
        "guardian",
        "Karin Lund",
        "Hon är trött efter skolan.",
    )


def test_a_parent_without_custody_is_not_asked_this_way(
    people: People, alva: UUID, today: date
) -> None:
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        jonas = next(g for g in guardians(lena, child) if not g.custody)
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        commands.ask_guardian(
            lena,
            child,
            guardian=jonas,
            model=latest_model("kronobarn"),
            on=today,
            purpose=WHY,
            answers={},
            free=("Hur har ni det?",),
        )

    assert refused.value.reason is Reason.WITHOUT_CUSTODY


def test_an_adult_who_writes_down_the_words_is_named(
    people: People, alva: UUID, today: date
) -> None:
    view = note(people, alva, today, verbatim=False, present="Tor och Alva")

    with people.acting("principal") as lena:
        line = next(
            line for line in queries.plan_views(lena, open_child(lena, alva)) if line.view == view
        )

    assert (line.quoted_by, line.verbatim, line.present) == ("Tor Ekman", False, "Tor och Alva")


def test_what_came_of_it_is_told_back_and_then_stands(
    people: People, alva: UUID, today: date
) -> None:
    ref = note(people, alva, today)

    with people.acting("principal") as lena:
        stale = queries.open_view(lena, ref)
        view = commands.note_influence(
            lena, queries.open_view(lena, ref), what="Hon sitter där nu.", on=today
        )
        commands.note_influence(lena, view, what="Hon sitter där nu.", on=today, told_back_on=today)
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        commands.note_influence(lena, queries.open_view(lena, ref), what="Annat", on=today)
    with people.acting("principal") as lena, pytest.raises(Changed):
        commands.note_influence(lena, stale, what="Annat", on=today)
    with people.acting("principal") as lena:
        kept = queries.open_view(lena, ref)

    assert (kept.influence, kept.told_back_on) == ("Hon sitter där nu.", today)
    assert refused.value.reason is Reason.TOLD_BACK_ALREADY


def test_what_is_taken_back_is_in_no_later_plan(people: People, alva: UUID, today: date) -> None:
    ref = note(people, alva, today)
    with people.acting("principal") as lena:
        before = {line.view for line in queries.plan_views(lena, open_child(lena, alva))}

    with people.acting("principal") as lena:
        commands.take_back_view(lena, queries.open_view(lena, ref))

    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        after = {line.view for line in queries.plan_views(lena, child)}
        marked = {line.view for line in queries.views(lena, child) if line.is_taken_back}
    assert ref in before
    assert ref not in after
    assert ref in marked


def test_a_view_of_tomorrow_is_refused_and_leaves_nothing(
    people: People, alva: UUID, today: date
) -> None:
    with people.acting("teacher") as tor:
        before = len(queries.views(tor, open_child(tor, alva)))

    with pytest.raises(Refused) as refused:
        note(people, alva, today, said_on=today + timedelta(days=1))

    with people.acting("teacher") as tor:
        after = len(queries.views(tor, open_child(tor, alva)))
    assert refused.value.reason is Reason.DAY_TO_COME
    assert after == before


def test_each_step_is_in_the_log(
    people: People, alva: UUID, today: date, owner: psycopg.Connection
) -> None:
    begin = owner.execute("SELECT coalesce(max(id), 0) FROM audit_event").fetchone()[0]
    sent = send(people, ask_alva(people, alva, today))
    with people.acting("principal") as lena:
        view = commands.take_in_words(lena, queries.open_words(lena, sent))
        commands.note_influence(lena, view, what="Rasten.", on=today, told_back_on=today)
        commands.take_back_view(lena, view)

    acts = [
        row[0]
        for row in owner.execute("SELECT act FROM audit_event WHERE id > %s ORDER BY id", [begin])
    ]
    wanted = [
        "child.asked",
        "words.kept",
        "submission.arrived",
        "words.sent",
        "words.read",
        "view.taken_in",
        "view.influence_noted",
        "view.taken_back",
    ]
    assert [act for act in acts if act in wanted] == wanted
