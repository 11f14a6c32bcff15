"""What a child or guardian writes in their own space: kept while they write, sent when they want."""

from collections.abc import Sequence
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.disclosure.commands import save_draft, send_draft
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Draft, FamilyDelivery
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.participation import rules
from varjebarn.participation.answers import FACES, Answer, words_body
from varjebarn.participation.questions import CHILD, KIND, question_page


def keep_words(
    actor: Actor,
    delivery: FamilyDelivery,
    *,
    answers: Sequence[Answer],
    words: str,
    stays_here: bool = False,
) -> Draft:
    """Keep what is being written, whatever it says so far. No unit sees it (R60)."""
    draft = save_draft(
        actor,
        delivery,
        kind=_kind(delivery),
        body=words_body(answers, words, stays_here=stays_here),
    )
    record(actor, "words.kept", object=draft.public_id)
    return draft


def send_words(
    actor: Actor,
    delivery: FamilyDelivery,
    *,
    answers: Sequence[Answer],
    words: str,
    stays_here: bool = False,
) -> UUID:
    """Send words to the unit that asked. Something else than a question takes words alone."""
    page = question_page(body_of(delivery.content), "sv") if _is_question(delivery) else None
    require(
        rules.may_send(
            answers,
            words,
            asked=page.keys if page else (),
            faces=page.faces if page else FACES,
        ),
    )
    draft = keep_words(actor, delivery, answers=answers, words=words, stays_here=stays_here)
    sent = send_draft(actor, draft)
    record(actor, "words.sent", object=sent)
    return sent


def _is_question(delivery: FamilyDelivery) -> bool:
    return delivery.content_kind == KIND


def _kind(delivery: FamilyDelivery) -> str:
    return rules.CHILD_WORDS if delivery.capacity == CHILD else rules.GUARDIAN_WORDS
