"""What is done in the review of a log, and in the questions that families ask of it.

Every door writes its own line in the log, in the same statement.
"""

from uuid import UUID

from django.db import connection

from varjebarn.audit import rules
from varjebarn.audit.questions import my_questions
from varjebarn.audit.record import request_id
from varjebarn.audit.review import ReviewCase
from varjebarn.audit.values import Outcome
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require


def ask_reader(actor: Actor, case: ReviewCase, *, words: str) -> None:
    """Ask the reader to explain; she sees the question on her own first page."""
    require(
        rules.may_ask_reader(actor, reader=case.reader, state=case.state, words=words),
    )
    _call("SELECT vb.ask_reader(%s, %s, %s)", case.review, words.strip())


def explain_reading(actor: Actor, case: ReviewCase, *, words: str) -> None:
    """Explain one's own reading, when asked."""
    require(rules.may_explain(actor, reader=case.reader, state=case.state, words=words))
    _call("SELECT vb.explain(%s, %s, %s)", case.review, words.strip())


def conclude(actor: Actor, case: ReviewCase, *, outcome: Outcome, words: str = "") -> None:
    """Say what a review came to. What is to be looked into stays in the list, with a new day."""
    require(
        rules.may_conclude(
            actor,
            reader=case.reader,
            state=case.state,
            explained=case.is_explained,
            outcome=outcome,
            words=words,
        ),
    )
    _call("SELECT vb.conclude_review(%s, %s, %s, %s)", case.review, outcome.value, words.strip())


def draw_extra(actor: Actor) -> int:
    """Draw one more sample, of what has been read since the last one. Answers how many."""
    require(rules.may_review(actor))
    return int(str(_call("SELECT vb.draw_extra(%s)")))


def ask_about_reading(actor: Actor, line: UUID, *, words: str) -> UUID:
    """Ask the unit that read why it did; nobody else learns of the question.

    Raises Refused with ASKED_ALREADY while one's own earlier question about it has no answer.
    """
    waiting = any(one.line == line and one.answered_at is None for one in my_questions(actor))
    require(rules.may_ask_about(actor, words=words, waiting=waiting))
    return UUID(str(_call("SELECT vb.ask_about_reading(%s, %s, %s)", line, words.strip())))


def answer_question(actor: Actor, question: UUID, *, words: str, answered: bool = False) -> None:
    """Answer a family's question about a reading, once and by name."""
    require(rules.may_answer(actor, answered=answered, words=words))
    _call("SELECT vb.answer_question(%s, %s, %s)", question, words.strip())


def _call(statement: str, *values: str | UUID) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, request_id.get()])
        row = cursor.fetchone()
        return row[0] if row else None
