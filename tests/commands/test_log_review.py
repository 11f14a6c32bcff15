"""The log's review as work: asked, explained, concluded; each step stands in the log."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection

from varjebarn.audit.commands import (
    answer_question,
    ask_about_reading,
    ask_reader,
    conclude,
    draw_extra,
    explain_reading,
)
from varjebarn.audit.queries import my_log
from varjebarn.audit.questions import my_questions, unit_questions
from varjebarn.audit.reasons import Reason
from varjebarn.audit.review import open_review, reviews, standing, to_explain
from varjebarn.audit.values import Entry, Outcome, Picked, State
from varjebarn.kernel.decisions import Refused
from varjebarn.people.commands import break_glass
from varjebarn.people.queries import open_child, unseen_notices

from tests.world.circle import two_of_karins

pytestmark = [
    pytest.mark.world.with_args(two_of_karins),
    pytest.mark.usefixtures("own_database"),
]


@pytest.fixture
def review(people, alva):
    """Ulf has broken the glass; Inga has not looked yet."""
    with people.acting("outsider") as ulf:
        break_glass(ulf, file=alva, reason="Barnet är ensamt och gråter")
    with people.acting("outsider") as ulf:
        open_child(ulf, alva)
    with people.acting("log-reviewer") as inga:
        return next(one.review for one in reviews(inga) if Picked.BREAK_GLASS in one.picked)


def acts(owner):
    return [row[0] for row in owner.execute("SELECT act FROM audit_event ORDER BY id").fetchall()]


@pytest.mark.rule("R27", case="allows")
@pytest.mark.rule("R30", case="allows")
def test_a_review_is_asked_about_explained_and_concluded_in_the_log(people, review, owner):
    with people.acting("log-reviewer") as inga:
        ask_reader(inga, open_review(inga, review), words="Vad hade hänt?")
    with people.acting("outsider") as ulf:
        (asked,) = to_explain(ulf)
        case = open_review(ulf, asked.review)
        explain_reading(ulf, case, words="Hon stod ensam på gården.")
    with people.acting("log-reviewer") as inga:
        case = open_review(inga, review)
        before = (case.state, case.is_explained, [entry.kind for entry in case.entries])
        conclude(inga, case, outcome=Outcome.EXPLAINED, words="Stämmer med rektorns uppgift.")
    with people.acting("log-reviewer") as inga:
        waiting, done = reviews(inga), reviews(inga, done=True)
        after = open_review(inga, review)

    assert asked.review == review
    assert before == (State.EXPLAINED, True, [Entry.ASKED, Entry.EXPLAINED])
    assert review not in {one.review for one in waiting}
    assert [(one.review, one.outcome) for one in done] == [(review, Outcome.EXPLAINED)]
    assert [(e.kind, e.person_name, e.words) for e in after.entries] == [
        (Entry.ASKED, "Inga Norrman", "Vad hade hänt?"),
        (Entry.EXPLAINED, "Ulf Granat", "Hon stod ensam på gården."),
        (Entry.CONCLUDED, "Inga Norrman", "Stämmer med rektorns uppgift."),
    ]
    told = [act for act in acts(owner) if act.startswith("review.") and act != "review.opened"]
    assert told == ["review.asked", "review.explained", "review.concluded"]


def test_the_review_shows_what_was_done_and_the_involvement_and_no_content(people, review):
    with people.acting("log-reviewer") as inga:
        events = open_review(inga, review).events

    assert [(e.act, e.role) for e in events] == [
        ("break_glass.opened", "break_glass"),
        ("child.read", "break_glass"),
    ]
    assert {e.reason for e in events} == {"other: Barnet är ensamt och gråter"}


@pytest.mark.rule("R27", case="refuses")
def test_what_is_not_explained_cannot_be_concluded_as_explained(people, review):
    with pytest.raises(Refused) as refused, people.acting("log-reviewer") as inga:
        conclude(inga, open_review(inga, review), outcome=Outcome.EXPLAINED, words="Hon sade det.")

    assert refused.value.reason is Reason.NOT_EXPLAINED


def test_what_is_to_be_looked_into_stays_until_it_is_concluded(people, review):
    with people.acting("log-reviewer") as inga:
        conclude(
            inga, open_review(inga, review), outcome=Outcome.LOOK_INTO, words="Frågar rektorn."
        )
    with people.acting("log-reviewer") as inga:
        case = open_review(inga, review)
        conclude(inga, case, outcome=Outcome.REPORTED, words="Anmält till IMY.")
    with people.acting("log-reviewer") as inga:
        after = open_review(inga, review)

    assert (case.state, case.outcome) == (State.LOOKING, Outcome.LOOK_INTO)
    assert (after.state, after.outcome) == (State.DONE, Outcome.REPORTED)


def test_a_reader_who_has_not_been_asked_does_not_see_the_review(people, review):
    with people.acting("outsider") as ulf:
        assert to_explain(ulf) == []
    with pytest.raises(ObjectDoesNotExist), people.acting("outsider") as ulf:
        open_review(ulf, review)


def test_an_extra_sample_is_of_what_has_been_read_since_the_last(people, alva, owner):
    for _ in range(5):
        with people.acting("teacher") as tor:
            open_child(tor, alva)
    with people.acting("log-reviewer") as inga:
        first = draw_extra(inga)
    with people.acting("log-reviewer") as inga:
        second = draw_extra(inga)
        picked = {picked for one in reviews(inga) for picked in one.picked}

    assert (first, second) == (5, 0)
    assert Picked.SAMPLE in picked
    assert acts(owner).count("review.drawn") == 2


def test_the_standing_counts_what_waits_for_the_reviewer(people, review):
    with people.acting("log-reviewer") as inga:
        mine = standing(inga)
    with people.acting("principal") as lena:
        heads = standing(lena)

    assert (mine.late, mine.own, mine.days_late) == (0, 0, 0)
    assert mine.waiting is not None
    assert mine.waiting >= 1
    assert (heads.waiting, heads.late, heads.own, heads.days_late) == (None, None, None, 0)


# --- questions of the family -------------------------------------------------------------------


def asked(people, alva, slug="guardian"):
    """Tor has read; the family asks."""
    with people.acting("teacher") as tor:
        open_child(tor, alva)
    with people.acting(slug) as karin:
        line = my_log(karin)[0].line
        return ask_about_reading(karin, line, words="Varför läste ni i går kväll?")


@pytest.mark.rule("R28", case="allows")
def test_a_question_reaches_the_unit_that_read_and_its_answer_comes_back(people, alva, owner):
    question = asked(people, alva)
    with people.acting("log-reviewer") as inga:
        (there,) = unit_questions(inga)
        answer_question(inga, there.question, words="Tor förberedde utvecklingssamtalet.")
        picked = {one.person_name: one.picked for one in reviews(inga)}
    with people.acting("guardian") as karin:
        (mine,) = my_questions(karin)

    assert (there.question, there.act, there.asker, there.child_name) == (
        question,
        "child.read",
        "Karin Lund",
        "Alva Lund",
    )
    assert Picked.QUESTION in picked["Tor Ekman"]
    assert (mine.answer, mine.answered_by) == (
        "Tor förberedde utvecklingssamtalet.",
        "Inga Norrman, Logggranskare",
    )
    assert [act for act in acts(owner) if act.startswith("reading.")] == [
        "reading.asked_about",
        "reading.answered",
    ]


def test_the_contact_answers_too_and_is_told(people, alva):
    question = asked(people, alva, slug="child")
    with people.acting("principal") as lena:
        kinds = {line.kind for line in unseen_notices(lena)}
        answer_question(lena, question, words="Jag läste inför mötet.")

    assert "reading_question" in kinds
    with people.acting("child") as child:
        assert [one.answered_by for one in my_questions(child)] == ["Lena Strand, Rektor"]


@pytest.mark.rule("R28", case="refuses")
@pytest.mark.parametrize("slug", ["nurse", "social-worker", "outsider", "teacher", "keeper"])
def test_nobody_else_reads_or_answers_it(people, alva, slug):
    question = asked(people, alva)

    with pytest.raises(DatabaseError, match="no such question"), people.acting(slug) as other:
        answer_question(other, question, words="Jag svarar ändå.")


def test_one_cannot_ask_about_a_line_that_is_somebody_elses(people, alva):
    asked(people, alva)
    with people.acting("guardian") as karin:
        line = my_log(karin)[0].line

    with (
        pytest.raises(DatabaseError, match="no such line"),
        people.acting("guardian-without-custody") as jonas,
    ):
        ask_about_reading(jonas, line, words="Vem läste?")


def test_the_same_line_is_asked_about_once_until_it_is_answered(people, alva):
    asked(people, alva)

    with pytest.raises(Refused) as no, people.acting("guardian") as karin:
        ask_about_reading(karin, my_log(karin)[0].line, words="Jag frågar igen.")
    assert no.value.reason is Reason.ASKED_ALREADY


def test_the_database_alone_takes_no_second_question(people, alva):
    asked(people, alva)

    with people.acting("guardian") as karin:
        line = my_log(karin)[0].line

    with (
        pytest.raises(DatabaseError, match="asked already"),
        people.acting("guardian"),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT vb.ask_about_reading(%s, 'Jag frågar igen.', NULL)", [line])
