"""The contact works in another authority: asked, sent, taken in, judged, and answered on the same yes."""

from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest

from varjebarn.disclosure import reasons as disclosure
from varjebarn.disclosure.commands import (
    decline_delivery,
    file_delivery,
    save_draft,
    send_draft,
    withdraw_consent,
)
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.models import Consent, Delivery, Disclosure
from varjebarn.disclosure.queries import (
    family_deliveries,
    inbox,
    intake_candidates,
    open_delivery,
    protected_at_unit,
    request_answers,
)
from varjebarn.kernel.actors import Kind
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import my_children, open_child
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.models import Signal
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.values import Note, NoteKind

from tests.world.another_contact import (
    CENTRE,
    INTAKE,
    MOTHER,
    SOCIAL,
    tove_and_both_her_parents,
)
from tests.world.walls import assert_hidden

pytestmark = [
    pytest.mark.world.with_args(tove_and_both_her_parents),
    pytest.mark.usefixtures("own_database"),
]

FATHER = "guardian-without-custody"
NOTES = (
    Note(dimension="achieving", kind=NoteKind.CHALLENGE, text="Säger få ord."),
    Note(dimension="nurtured", kind=NoteKind.STRENGTH, text="Söker tröst hos pappa."),
)
OWN_SERVICE = {"q1": True}
ANSWER = "Vi ses på BVC nästa vecka och följer talet."


@pytest.fixture
def tove(world: dict[str, object]) -> UUID:
    return UUID(str(world["tove"]))


def ask(people: People, tove: UUID, today: date) -> UUID:
    """Signe notices something and asks both parents; answer the signal."""
    with people.acting("social-worker") as signe:
        child = open_child(signe, tove)
        signal = commands.notice_signal(
            signe, child, notes=NOTES, own_words="", on=today, model=latest_model("kronobarn")
        )
        commands.ask_to_tell(
            signe,
            signal,
            unit=unit(*CENTRE).unit,
            last_day=today + timedelta(days=60),
            purpose="Att BVC får veta hur Tove har det.",
            answers=request_answers(signe, child),
        )
        return signal.public_id


def say(people: People, slug: str, what: str) -> None:
    with people.acting_person(people.persons[slug], Kind.FAMILY) as parent:
        request = family_deliveries(parent, kind="consent_request")[0]
        places = (unit("Växjö kommun", "Socialtjänst barn och unga"), unit(*CENTRE))
        answers = {str(place.unit): what for place in places}
        draft = save_draft(parent, request, kind="consent_answer", body={"answers": answers})
        send_draft(parent, draft)


def both_say_yes(people: People) -> None:
    for slug in (FATHER, MOTHER):
        say(people, slug, "given")


def deliver(people: People, ref: UUID, shown: tuple[str, str] = CENTRE) -> None:
    with people.acting("social-worker") as signe:
        signal = queries.open_signal(signe, ref)
        consent = Consent.objects.get(unit_id=signe.unit_id, ref=signal.consent_ref)
        commands.deliver_signal(
            signe, signal, consent, answers=said("signal"), secrecy_shown={mark(shown)}
        )


def mark(place: tuple[str, str]) -> str:
    """Mark what the page shows to protect it at a unit."""
    return protected_at_unit(unit(*place).unit).mark


def said(kind: str) -> dict[str, str]:
    answers = suggested_answers(kind, "CONSENT", "sv")
    answers.pop("purpose")
    return answers


def stands(people: People, tove: UUID, ref: UUID) -> queries.Elsewhere | None:
    with people.acting("social-worker") as signe:
        child = open_child(signe, tove)
        return queries.elsewhere(signe, child, queries.open_signal(signe, ref))


def file(people: People) -> UUID:
    """Berit files it where the centre knows Tove already, and names Sanna; answer the copy."""
    with people.acting(INTAKE) as berit:
        line = next(line for line in inbox(berit) if line.content_kind == "signal")
        copy = open_delivery(berit, line.delivery)
        known = intake_candidates(berit, copy)[0].file
        file_delivery(berit, copy, into=known, taker=people.persons["bvc-nurse"])
        return line.delivery


def receive(people: People, copy: UUID) -> UUID:
    with people.acting("bvc-nurse") as sanna:
        return commands.receive_signal(sanna, open_delivery(sanna, copy)).public_id


def judge(people: People, ref: UUID, today: date) -> None:
    with people.acting("bvc-nurse") as sanna:
        signal = queries.open_signal(sanna, ref)
        commands.assess(
            sanna,
            signal.child_file,
            signals=[signal],
            answers=OWN_SERVICE,
            to_author=ANSWER,
            on=today,
        )


def answer_back(people: People, ref: UUID, shown: tuple[str, str] = SOCIAL) -> None:
    with people.acting("bvc-nurse") as sanna:
        signal = queries.open_signal(sanna, ref)
        commands.answer_sender(
            sanna, signal, answers=said("signal_answer"), secrecy_shown={mark(shown)}
        )


def test_one_yes_of_two_sends_nothing(people: People, tove: UUID, today: date) -> None:
    ref = ask(people, tove, today)
    say(people, FATHER, "given")

    with pytest.raises(Refused) as refused:
        deliver(people, ref)

    assert refused.value.reason is Reason.NO_YES_YET


def test_who_the_contact_is_is_learnt_when_it_has_been_taken_and_not_before(
    people: People, tove: UUID, today: date
) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    before = stands(people, tove, ref)
    deliver(people, ref)
    sent = stands(people, tove, ref)
    file(people)
    taken = stands(people, tove, ref)

    assert before is None
    assert sent is not None
    assert (sent.contact_name, sent.taken_at, sent.answer) == ("", None, None)
    assert taken is not None
    assert taken.contact_name == "Sanna Holm, BVC-sjuksköterska"


def test_the_contact_judges_and_the_answer_lands_in_the_file_it_was_written_from(
    people: People, tove: UUID, today: date, owner: psycopg.Connection
) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    received = receive(people, file(people))
    judge(people, received, today)

    answer_back(people, received)

    with people.acting("social-worker") as signe:
        files = [line.file for line in my_children(signe)]
        answer = Delivery.objects.get(unit_id=signe.unit_id, content_kind="signal_answer")
        into, state = answer.child_file.public_id, answer.state
    with people.acting("bvc-nurse") as sanna:
        line = queries.signals(sanna, ChildFile.objects.get(unit_id=sanna.unit_id, filed=True))[0]
    back = stands(people, tove, ref)
    assert (into, state) == (tove, "filed")
    assert files.count(tove) == 1
    assert back is not None
    assert back.answer is not None
    assert (back.answer.text, back.answer.outcome) == (ANSWER, "own_service")
    assert (back.answer.name, back.answer.unit_name) == ("Sanna Holm", "Barnhälsovård")
    assert [note.text for note in line.notes] == [note.text for note in NOTES]
    assert line.author_name == "Signe Falkenberg, Socialtjänst barn och unga, Växjö kommun"
    acts = {row[0] for row in owner.execute("SELECT act FROM audit_event").fetchall()}
    assert {"signal.delivered", "signal.received", "signals.assessed", "signal.answered"} <= acts


@pytest.mark.rule("R51", case="refuses")
def test_nothing_goes_between_units_unless_what_protects_it_there_was_shown(
    people: People, tove: UUID, today: date
) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    with pytest.raises(Refused) as signal:
        deliver(people, ref, shown=SOCIAL)
    deliver(people, ref)
    received = receive(people, file(people))
    judge(people, received, today)
    with pytest.raises(Refused) as answer:
        answer_back(people, received, shown=CENTRE)

    unseen = disclosure.Reason.RECIPIENT_SECRECY_NOT_SHOWN
    assert [refusal.value.reason for refusal in (signal, answer)] == [unseen, unseen]
    with people.acting("bvc-nurse") as sanna:
        assert Disclosure.objects.filter(unit_id=sanna.unit_id).count() == 0


def test_it_is_taken_in_once_and_answered_once(people: People, tove: UUID, today: date) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    copy = file(people)
    received = receive(people, copy)
    with pytest.raises(Refused) as again:
        receive(people, copy)
    with pytest.raises(Refused) as early:
        answer_back(people, received)
    judge(people, received, today)
    answer_back(people, received)
    with pytest.raises(Refused) as twice:
        answer_back(people, received)

    assert again.value.reason is Reason.RECEIVED_ALREADY
    assert early.value.reason is Reason.NOT_ASSESSED
    assert twice.value.reason is Reason.ANSWERED_ALREADY


def test_a_yes_taken_back_stops_the_answer_too(people: People, tove: UUID, today: date) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    received = receive(people, file(people))
    judge(people, received, today)
    with people.acting_person(people.persons[MOTHER], Kind.FAMILY) as linnea:
        consent = family_deliveries(linnea, kind="consent_request")[0].subject_ref
        withdraw_consent(linnea, ref=consent, unit=unit(*CENTRE).unit)

    with pytest.raises(Refused) as refused:
        answer_back(people, received)

    assert refused.value.reason is Reason.ANSWER_NO_LONGER_COVERED


def test_what_waits_in_the_intake_is_judged_by_nobody_yet(
    people: People, tove: UUID, today: date
) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    with people.acting("bvc-nurse") as sanna:
        copy = next(line for line in inbox(sanna) if line.content_kind == "signal").delivery

    with pytest.raises(Refused) as refused:
        receive(people, copy)

    assert refused.value.reason is Reason.FILE_FIRST


def test_the_senders_page_says_why_it_was_declined(people: People, tove: UUID, today: date) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    with people.acting(INTAKE) as berit:
        line = next(line for line in inbox(berit) if line.content_kind == "signal")
        decline_delivery(berit, open_delivery(berit, line.delivery), reason="Familjen har flyttat.")

    declined = stands(people, tove, ref)

    assert declined is not None
    assert (declined.declined_because, declined.contact_name) == ("Familjen har flyttat.", "")


def test_the_outsider_sees_nothing_of_it(people: People, tove: UUID, today: date) -> None:
    ref = ask(people, tove, today)
    both_say_yes(people)
    deliver(people, ref)
    receive(people, file(people))
    with people.acting("bvc-nurse") as sanna:
        there = Signal.objects.filter(unit_id=sanna.unit_id).count()
    for slug in ("outsider", "outsider-elsewhere", INTAKE):
        with people.acting(slug):
            assert_hidden(there=there, seen=Signal.objects.count())
