"""The school has told social services something, and learns one of three things: by page, command and door."""

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from varjebarn.disclosure.commands import (
    file_delivery,
    give_feedback,
    note_report_decision,
    save_draft,
    send_draft,
)
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.feedback import Choice
from varjebarn.disclosure.models import Consent, Delivery, Disclosure, Recipient
from varjebarn.disclosure.queries import (
    family_deliveries,
    feedback_due,
    inbox,
    open_delivery,
    protected_at_unit,
    request_answers,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.children import open_alva
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import open_child, unseen_notices
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import ask_to_tell, deliver_signal, notice_signal
from varjebarn.wellbeing.values import Note, NoteKind

from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL

TODAY = timezone.localdate()
WEEK = timedelta(days=7)
NOTICED = "Alva har varit hungrig tre morgnar."
WHY = "Skolan behöver veta för att kunna planera skoldagen."


def reported():
    """Tor has noticed something; Karin has said yes to telling social services; Signe has filed it."""
    people = People()
    hire_staff(people)
    alva = open_alva(people, TODAY)
    with people.acting("teacher") as tor:
        child = open_child(tor, alva)
        notes = [Note(dimension="nurtured", kind=NoteKind.CHALLENGE, text=NOTICED)]
        signal = notice_signal(
            tor, child, notes=notes, own_words="", on=TODAY, model=latest_model("kronobarn")
        )
        ask_to_tell(
            tor,
            signal,
            unit=unit(*SOCIAL).unit,
            last_day=TODAY + timedelta(days=60),
            purpose="Att socialtjänsten får veta hur Alva har det.",
            answers=request_answers(tor, child),
        )
    with people.acting("guardian") as karin:
        request = family_deliveries(karin, kind="consent_request")[0]
        said = {str(unit(*place).unit): "given" for place in (SCHOOL, SOCIAL)}
        send_draft(karin, save_draft(karin, request, kind="consent_answer", body={"answers": said}))
    with people.acting("teacher") as tor:
        signal.refresh_from_db()
        consent = Consent.objects.get(unit_id=tor.unit_id, ref=signal.consent_ref)
        answers = suggested_answers("signal", "CONSENT", "sv")
        answers.pop("purpose")
        deliver_signal(tor, signal, consent, answers=answers, secrecy_shown={mark(SOCIAL)})
    with people.acting("social-worker") as signe:
        copy = inbox(signe)[0].delivery
        file_delivery(signe, open_delivery(signe, copy))
    return {"persons": people.persons, "alva": alva, "copy": copy}


pytestmark = [pytest.mark.world.with_args(reported), pytest.mark.usefixtures("own_database")]


def mark(place):
    return protected_at_unit(unit(*place).unit).mark


@pytest.fixture
def copy(world):
    return UUID(str(world["copy"]))


def tell(people, copy, choice=Choice.OPENED, **more):
    with people.acting("social-worker") as signe:
        delivery = open_delivery(signe, copy)
        said = {"decided_on": TODAY, "suitability": WHY, "purpose": "Att skolan ska få veta."}
        return give_feedback(
            signe,
            delivery,
            choice=choice,
            **(said | more),
            secrecy_shown={mark(SCHOOL)},
            on=TODAY,
        )


def at_school(people):
    with people.acting("teacher") as tor:
        rows = Delivery.objects.filter(unit_id=tor.unit_id, content_kind="report_feedback")
        return [json.loads(row.content) for row in rows]


@pytest.mark.rule("R21", case="allows")
def test_the_school_gets_the_choice_and_nothing_else(people, copy, world):
    tell(people, copy, Choice.NOT_OPENED)

    assert at_school(people) == [{"parts": {"report_feedback": {"choice": "not_opened"}}}]
    tor = browser_of(people, "teacher")
    with people.acting("teacher") as actor:
        there = Delivery.objects.get(unit_id=actor.unit_id, content_kind="report_feedback")
        child = there.child_file.public_id
    page = " ".join(
        re.sub(
            r"<[^>]+>", " ", tor.get(f"/personal/leverans/{there.public_id}/").content.decode()
        ).split()
    )
    assert child == UUID(str(world["alva"]))
    assert "Ingen utredning är inledd" in page
    assert WHY not in page


@pytest.mark.rule("R21", case="refuses")
def test_it_is_told_once(people, copy):
    tell(people, copy)

    with pytest.raises(Refused) as refused:
        tell(people, copy, Choice.IN_PROGRESS)

    assert refused.value.reason is Reason.FEEDBACK_GIVEN
    assert len(at_school(people)) == 1


def test_without_an_assessment_nothing_is_told(people, copy):
    with pytest.raises(Refused) as refused:
        tell(people, copy, suitability=" ")

    assert refused.value.reason is Reason.WEIGHING_MISSING
    assert at_school(people) == []


@pytest.mark.parametrize(
    ("content", "to"),
    [
        ({"parts": {"report_feedback": {"choice": "opened", "note": "Pappan dricker."}}}, SCHOOL),
        ({"parts": {"report_feedback": {"choice": "opened"}, "note": {}}}, SCHOOL),
        ({"child": {"called": "Alva"}, "parts": {"report_feedback": {"choice": "opened"}}}, SCHOOL),
        ({"parts": {"report_feedback": {"choice": "we opened one"}}}, SCHOOL),
        ({"parts": {"report_feedback": {"choice": "opened"}}}, MEDICAL),
    ],
)
def test_the_door_lets_nothing_more_through_and_to_nobody_else(people, copy, content, to, owner):
    """Whoever gets past the rule meets the door: straight rows, as the running system writes them."""
    text = json.dumps(content, sort_keys=True)
    with pytest.raises(Exception, match="the ground does not reach there"):
        forged(people, copy, text, to)

    assert owner.execute(
        "SELECT count(*) FROM disclosure_delivery WHERE ground = 'REPORT_FEEDBACK'"
    ).fetchone() == (0,)


def test_the_door_lets_the_three_through(people, copy):
    forged(people, copy, '{"parts": {"report_feedback": {"choice": "in_progress"}}}', SCHOOL)

    assert [one["parts"] for one in at_school(people)] == [
        {"report_feedback": {"choice": "in_progress"}}
    ]


def forged(people, copy, text, to):
    with people.acting("social-worker") as signe:
        delivery = open_delivery(signe, copy)
        now = timezone.now()
        made = Disclosure.objects.create(
            unit_id=signe.unit_id,
            child_file=delivery.child_file,
            ground="REPORT_FEEDBACK",
            duty="",
            decided_by_id=signe.person_id,
            decided_at=now,
            purpose="x",
            content_kind="report_feedback",
            schema="varjebarn/report_feedback/1",
            content=text,
            content_hash=psycopg_sha(text),
            subject_ref=delivery.subject_ref,
            answers={"suitability_assessment": "Det skadar ingen."},
        )
        Recipient.objects.create(
            unit_id=signe.unit_id,
            child_file=delivery.child_file,
            disclosure=made,
            to_unit_id=unit_key(to),
            name="x",
            provision="",
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT vb.deliver(%s, NULL)", [made.pk])


def unit_key(place):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM organisations_secrecyunit WHERE public_id = %s", [unit(*place).unit]
        )
        return cursor.fetchone()[0]


def psycopg_sha(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sha256(convert_to(%s, 'UTF8'))", [text])
        return bytes(cursor.fetchone()[0])


def test_whoever_has_asked_makes_a_task_until_she_is_told(people, copy):
    with people.acting("social-worker") as signe:
        delivery = open_delivery(signe, copy)
        note_report_decision(
            signe, delivery, choice=Choice.OPENED, decided_on=TODAY, asked_on=TODAY, on=TODAY
        )
        due = [line.due_on for line in feedback_due(signe)]
        news = {line.kind for line in unseen_notices(signe)}
    tell(people, copy)
    with people.acting("social-worker") as signe:
        after = feedback_due(signe)

    assert due == [TODAY + WEEK]
    assert "feedback_due" in news
    assert after == []


def test_the_page_notes_asks_for_the_assessment_and_sends(people, copy):
    signe = browser_of(people, "social-worker")
    address = f"/personal/leverans/{copy}/aterkoppling/"
    shown = re.findall(r'name="skydd" value="([^"]+)"', signe.get(address).content.decode())[0]
    form = {"choice": "opened", "decided_on": TODAY.isoformat(), "skydd": shown}

    noted = signe.post(address, form | {"gor": "spara", "asked_on": TODAY.isoformat()})
    day = signe.get("/personal/").content.decode()
    without = signe.post(address, form | {"gor": "skicka"})
    sent = signe.post(address, form | {"gor": "skicka", "suitability": WHY})

    assert (noted.status_code, without.status_code, sent.status_code) == (302, 422, 302)
    assert "Någon som har lämnat en uppgift vill veta vad ni beslutade." in day
    assert "Den som lämnade uppgiften ska få veta senast" in day
    assert "Skriv varför det är lämpligt att berätta" in without.content.decode()
    assert at_school(people) == [{"parts": {"report_feedback": {"choice": "opened"}}}]
    assert "Återkopplingen lämnades" in signe.get(address).content.decode()


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "teacher", "nurse"])
def test_outsiders_never_find_the_page(people, copy, slug):
    browser = browser_of(people, slug)

    assert browser.get(f"/personal/leverans/{copy}/aterkoppling/").status_code == 404
    assert browser.post(f"/personal/leverans/{copy}/aterkoppling/", {}).status_code == 404


def test_what_is_not_from_a_reporter_has_no_such_page(people, world):
    """At the school itself nothing is fed back, not even about its own."""
    tell(people, UUID(str(world["copy"])))
    with people.acting("teacher") as tor:
        there = Delivery.objects.get(unit_id=tor.unit_id, content_kind="report_feedback").public_id

    page = browser_of(people, "teacher").get(f"/personal/leverans/{there}/aterkoppling/")

    assert page.status_code == 404
