"""What stands in for an answer counts in both walls alike; how an answer was given is kept truly."""

from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest

from varjebarn.disclosure.commands import (
    Given,
    assess_maturity,
    end_stand_in,
    record_answer,
    stand_in,
    store_paper,
)
from varjebarn.disclosure.departing import MaturityWords, StandInWords
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.models import Consent, Consenter
from varjebarn.disclosure.policy import Answer
from varjebarn.disclosure.queries import consents, paper
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import unit
from varjebarn.people.models import ChildFile

from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, answer
from tests.world.two_guardians import JONAS, KARIN, ask, holding, of_seven

pytestmark = [pytest.mark.world.with_args(of_seven), pytest.mark.usefixtures("own_database")]

TODAY = date.today()
YES = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "given")
NO = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "refused")
HINDERED = StandInWords(
    kind=Answer.HINDERED, reason="till sjöss", cannot_wait="i morgon", not_intrusive="bara planen"
)
DECIDED = StandInWords(
    kind=Answer.DECISION_6_13A, decision_reference="SN 2026/17", decided_on=TODAY
)
MATURE = MaturityWords(
    matter="att skolsköterskan får veta",
    why="hon förstår vem som läser",
    assessed_by="Lena, rektor",
    assessed_on=TODAY,
    understands="säger det med egna ord",
    second_person="Noor, skolsköterska",
)
PDF = b"%PDF-1.4 signed"


@pytest.fixture
def at(people, alva):
    """How the newest consent stands for the nurse: by the door, and by the rules."""

    def look():
        with people.acting("principal") as lena:
            return holding(lena, alva)

    return look


@pytest.fixture
def on_consent(people, alva):
    """Act as Lena on the newest consent, with the key of one guardian or the child."""

    def act(do, *, who=JONAS):
        names = {KARIN: "Karin Lund", JONAS: "Jonas Wester", "child": "Alva"}
        with people.acting("principal") as lena:
            child = ChildFile.objects.get(public_id=alva)
            consent = Consent.objects.filter(child_file=child).latest("asked_at")
            one = Consenter.objects.get(consent=consent, name=names[who])
            return do(lena, child, consent, one.pk)

    return act


HOLDS = (True, None)


@pytest.mark.rule("R12", case="refuses")
def test_one_yes_of_two_is_not_enough(people, alva, at):
    ask(people, alva)
    answer(people, KARIN, YES)

    assert at() == (False, Reason.NEEDS_GUARDIAN)


@pytest.mark.rule("R12", case="allows")
def test_a_hindrance_stands_in_until_it_is_ended(people, alva, at, on_consent):
    ask(people, alva)
    answer(people, KARIN, YES)

    made = on_consent(
        lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=HINDERED)
    )
    assert at() == HOLDS

    on_consent(lambda lena, _c, consent, _w: end_stand_in(lena, consent, ref=made))
    assert at() == (False, Reason.NEEDS_GUARDIAN)


@pytest.mark.rule("R12", case="refuses")
def test_a_hindrance_does_not_outlive_a_no(people, alva, at, on_consent):
    ask(people, alva)
    answer(people, KARIN, YES)
    on_consent(
        lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=HINDERED)
    )
    answer(people, JONAS, NO)

    assert at() == (False, Reason.GUARDIAN_SAID_NO)
    with pytest.raises(Refused) as no:
        on_consent(
            lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=HINDERED)
        )
    assert no.value.reason is Reason.HINDERED_HAS_ANSWERED


@pytest.mark.rule("R12", case="refuses")
def test_two_hindrances_are_no_yes(people, alva, at, on_consent):
    ask(people, alva)
    for who in (KARIN, JONAS):
        on_consent(
            lambda lena, _c, consent, key: stand_in(lena, consent, consenter=key, words=HINDERED),
            who=who,
        )

    assert at() == (False, Reason.NO_ACTUAL_YES)


@pytest.mark.rule("R12", case="allows")
def test_a_decision_stands_in_for_a_no_about_its_own_measure(people, alva, at, on_consent):
    ask(people, alva, matter=Matter.PSYCHIATRY)
    answer(people, KARIN, YES)
    answer(people, JONAS, NO)
    assert at() == (False, Reason.GUARDIAN_SAID_NO)

    on_consent(lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=DECIDED))

    assert at() == HOLDS


@pytest.mark.rule("R12", case="refuses")
def test_a_decision_completes_no_other_consent(people, alva, at, on_consent):
    ask(people, alva, matter=Matter.PSYCHIATRY)
    on_consent(lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=DECIDED))
    ask(people, alva)
    answer(people, KARIN, YES)

    assert at() == (False, Reason.NEEDS_GUARDIAN)
    with pytest.raises(Refused) as no:
        on_consent(
            lambda lena, _c, consent, who: stand_in(lena, consent, consenter=who, words=DECIDED)
        )
    assert no.value.reason is Reason.DECISION_NOT_FOR_THIS


@pytest.mark.rule("R11", case="refuses")
def test_at_seven_nobody_is_judged_to_decide_alone(people, alva, at, on_consent):
    ask(people, alva)
    answer(people, "child", YES)

    with pytest.raises(Refused) as no:
        on_consent(
            lambda lena, child, consent, _w: assess_maturity(lena, child, consent, words=MATURE)
        )

    assert no.value.reason is Reason.ASSESSMENT_NOT_AT_THIS_AGE
    assert at() == (False, Reason.NEEDS_GUARDIAN)


def test_an_answer_on_paper_says_when_and_to_whom_and_keeps_the_scan(people, alva, on_consent):
    ask(people, alva)

    def enter(lena, _child, consent, who):
        scan = store_paper(lena, consent, content=PDF)
        record_answer(
            lena,
            consent,
            consenter=who,
            unit=unit(*MEDICAL).unit,
            what="given",
            how="paper",
            note="",
            given=Given(
                said_on=TODAY - timedelta(days=3),
                heard_by="Tor Ek, lärare",
                reference="Pärm 3",
                paper=scan,
            ),
        )
        return scan

    scan = on_consent(enter)

    with people.acting("teacher") as tor:
        child = ChildFile.objects.get(public_id=alva)
        covered = next(u for u in consents(tor, child)[0].units if u.unit == unit(*MEDICAL).unit)
        note = next(a.note for a in covered.answers if a.name == "Jonas Wester")
        kept = paper(tor, child, ref=scan)
    assert note is not None
    assert (note.said_on, note.heard_by, note.reference, note.paper) == (
        TODAY - timedelta(days=3),
        "Tor Ek, lärare",
        "Pärm 3",
        scan,
    )
    assert (kept.content, kept.content_type) == (PDF, "application/pdf")


def test_a_file_that_is_no_scan_is_refused_by_both_walls(people, alva, on_consent, owner):
    ask(people, alva)

    with pytest.raises(Refused) as no:
        on_consent(lambda lena, _c, consent, _w: store_paper(lena, consent, content=b"<svg>"))
    assert no.value.reason is Reason.PAPER_WRONG_KIND

    def past_the_rule(_lena, _child, consent, _who):
        from django.db import connection  # noqa: PLC0415 - after django.setup()

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT vb.store_paper(%s, %s, 'image/png', %s)", [consent.pk, b"<svg>", uuid4()]
            )

    with pytest.raises(Exception, match="not a scanned paper") as wall:
        on_consent(past_the_rule)
    assert isinstance(wall.value.__cause__, psycopg.errors.CheckViolation)
    assert owner.execute("SELECT count(*) FROM disclosure_paper").fetchone() == (0,)
