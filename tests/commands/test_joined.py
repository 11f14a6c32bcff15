"""A file that has been made one with another: every command says so by name, and what arrives comes to the other."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from varjebarn.disclosure import commands as disclosure
from varjebarn.disclosure.beside import Outcome
from varjebarn.disclosure.commands import ToUnit
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import Consent, Delivery, Disclosure, Receipt, Submission
from varjebarn.disclosure.queries import open_delivery, protected_at_unit, request_answers
from varjebarn.disclosure.withholding import Kind, Reach, Why, Wish
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world.logins import People, unit
from varjebarn.participation import commands as participation
from varjebarn.participation.models import View
from varjebarn.participation.values import Whose
from varjebarn.people import commands as files
from varjebarn.people.models import ChildFile, Guardian, Notice
from varjebarn.people.queries import guardians, open_child
from varjebarn.people.reasons import Reason
from varjebarn.people.values import Protection
from varjebarn.plan import commands as plans
from varjebarn.plan.models import Plan
from varjebarn.plan.queries import current_plan
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing import commands as wellbeing
from varjebarn.wellbeing.models import Signal

from tests.commands.signal_story import hand, judge, notice
from tests.world.circle import (
    MEDICAL,
    PURPOSE,
    SCHOOL,
    a_version,
    alva_shared,
    answer,
    ask,
    send,
)

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

Act = Callable[[Actor, ChildFile], object]
TODAY = date.today()
LATER = TODAY + timedelta(days=30)
WISH = Wish(kind=Kind.NOTE, reach=Reach.GUARDIANS, why=Why.HARM, reason="x", review_on=LATER)


def joined(people: People, older: UUID) -> UUID:
    """Let Lena open a later file on Alva and make the one that there is one with it."""
    with people.acting("principal") as lena:
        kept = files.open_file(
            lena, given_name="Alva", family_name="Lund", born=date(2019, 3, 1), reason="Ny elev"
        )
        was = open_child(lena, older)
        files.join_files(lena, kept, older=was, reason="Mamma visade passet")
        found: UUID = kept.public_id
        return found


def plan_in(child: ChildFile) -> Plan:
    return Plan.objects.select_related("child_file").get(child_file=child)


def signal_in(child: ChildFile) -> Signal:
    return Signal.objects.get(child_file=child)


OF_A_CHILD: dict[str, Act] = {
    "register_guardian": lambda a, c: files.register_guardian(
        a, c, person_ref=uuid4(), name="X", relation="Pappa", custody=True, source="Bevis"
    ),
    "end_custody": lambda a, c: files.end_custody(
        a, Guardian.objects.filter(child_file=c)[0], source="Dom"
    ),
    "involve": lambda a, c: files.involve(a, c, person=a.person, role="team", reason="Stöd"),
    "add_number": lambda a, c: files.add_number(a, c, system=IdentifierSystem.LOCAL, value="1B"),
    "join_files": lambda a, c: files.join_files(a, c, older=c, reason="Mamma visade passet"),
    "protect": lambda a, c: files.protect(a, c, level=Protection.MARKED, reason="Hot"),
    "name_reader": lambda a, c: files.name_reader(a, c, person=a.person, reason="Stöd"),
    "ask_consent": lambda a, c: disclosure.ask_consent(
        a, c, purpose=PURPOSE, last_day=LATER, circle=[], answers=request_answers(a, c)
    ),
    "disclose": lambda a, c: disclosure.disclose(
        a, c, ground="DUTY", document=a_version(2), to=[], purpose=PURPOSE, answers={}
    ),
    "decide_not_to_share": lambda a, c: disclosure.decide_not_to_share(
        a, c, kind="note", recipient_name="BUP", reason="Behövs inte"
    ),
    "withhold": lambda a, c: disclosure.withhold(
        a, c, item=uuid4(), label="x", wish=WISH, on=TODAY
    ),
    "answer_objection": lambda a, c: disclosure.answer_objection(
        a, c, Submission(), outcome=Outcome.KEPT, words="Nej", answers=None
    ),
    "mark_secret": lambda a, c: disclosure.mark_secret(
        a,
        c,
        document=uuid4(),
        provision="OSL 23:2",
        authority="Kommunen",
        marked_on=TODAY,
        on=TODAY,
    ),
    "decline_delivery": lambda a, c: disclosure.decline_delivery(
        a, Delivery(child_file=c), reason="Inte vårt"
    ),
    "note_own_number": lambda a, c: disclosure.note_own_number(
        a, Delivery(child_file=c), number="1"
    ),
    "take_in_words": lambda a, c: participation.take_in_words(a, Submission(child_file=c)),
    "note_view": lambda a, c: participation.note_view(
        a,
        c,
        whose=Whose.CHILD,
        name="Alva",
        words="Lugnt",
        said_on=TODAY,
        occasion="Samtal",
        on=TODAY,
        verbatim=True,
        child_checked=True,
    ),
    "note_influence": lambda a, c: participation.note_influence(
        a, View(child_file=c), what="x", on=TODAY
    ),
    "ask_child": lambda a, c: participation.ask_child(
        a, c, model=latest_model("kronobarn"), on=TODAY, purpose="x", answers={}
    ),
    "start_plan": lambda a, c: plans.start_plan(
        a, c, model_id="kronobarn", model_version="1", on=TODAY
    ),
    "set_why": lambda a, c: plans.set_why(a, plan_in(c), why="x"),
    "add_need": lambda a, c: plans.add_need(a, plan_in(c), dimension="achieving", wording="x"),
    "change_lead": lambda a, c: plans.change_lead(a, plan_in(c), person=a.person, reason="x"),
    "notice_signal": lambda a, c: wellbeing.notice_signal(
        a, c, notes=[], own_words="x", on=TODAY, model=latest_model("kronobarn")
    ),
    "assess": lambda a, c: wellbeing.assess(a, c, signals=[], answers={}, to_author="x", on=TODAY),
}


@pytest.mark.rule("R43", case="refuses")
def test_every_command_says_where_to_write(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        plans.start_plan(
            lena,
            child,
            model_id="kronobarn",
            model_version=latest_model("kronobarn").version,
            on=TODAY,
        )
    joined(people, alva)

    said = {}
    for name, act in OF_A_CHILD.items():
        with people.acting("principal") as lena:
            try:
                act(lena, open_child(lena, alva))
            except Refused as refusal:
                said[name] = refusal.reason

    assert said == dict.fromkeys(OF_A_CHILD, Reason.FILE_JOINED)


@pytest.mark.rule("R43", case="allows")
def test_what_goes_on_in_the_older_file_can_be_ended(people: People, alva: UUID) -> None:
    ref = notice(people, alva, TODAY)
    hand(people, ref)
    judge(people, alva, TODAY, [ref])
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        model = latest_model("kronobarn")
        plans.start_plan(lena, child, model_id=model.id, model_version=model.version, on=TODAY)
    kept = joined(people, alva)

    with people.acting("principal") as lena:
        older = open_child(lena, alva)
        plan = current_plan(lena, older)
        assert plan is not None
        plans.close_plan(lena, plan, outcome="goals_met", on=TODAY)
        wellbeing.close_signal(lena, signal_in(older), to_author="Tack", on=TODAY)
        new = open_child(lena, kept)
        told = Notice.objects.filter(kind="signal_outcome", child_file=new, object=ref)

        assert current_plan(lena, older) is None
        assert signal_in(older).state == "closed"
        assert told.count() == 2  # the first waited unseen, and came along


@pytest.mark.rule("R43", case="allows")
def test_the_familys_answer_and_the_recipients_receipt_arrive_in_the_other(
    people: People, alva: UUID
) -> None:
    send(people, alva, MEDICAL, number=2)
    ask(people, alva)
    kept = joined(people, alva)

    answer(people, "guardian", {SCHOOL: "given", MEDICAL: "given"})
    with people.acting("nurse") as noor:
        open_delivery(
            noor, Delivery.objects.filter(unit_id=noor.unit_id).latest("arrived").public_id
        )

    with people.acting("principal") as lena:
        new, older = open_child(lena, kept), open_child(lena, alva)
        asked = Consent.objects.filter(child_file=new).latest("asked_at")

        assert Submission.objects.filter(child_file=new, subject_ref=asked.ref).count() == 1
        assert Submission.objects.filter(child_file=older, subject_ref=asked.ref).count() == 0
        assert Receipt.objects.filter(child_file=new, what="opened").count() == 1


@pytest.mark.rule("R43", case="allows")
def test_the_consent_of_the_older_file_is_shared_on_from_the_other(
    people: People, alva: UUID
) -> None:
    kept = joined(people, alva)

    send(people, kept, MEDICAL, number=2)

    with people.acting("principal") as lena:
        assert Disclosure.objects.filter(child_file=open_child(lena, kept)).count() == 1
        assert [one.name for one in guardians(lena, open_child(lena, kept))] == [
            "Karin Lund",
            "Jonas Wester",
        ]


@pytest.mark.rule("R43", case="allows")
def test_what_is_sent_to_the_older_file_comes_to_the_other(people: People, alva: UUID) -> None:
    """The nurse answers about what she was sent from the older file."""
    with people.acting("principal") as lena:
        files.add_number(
            lena, open_child(lena, alva), system=IdentifierSystem.LOCAL, value="Klass 1B"
        )
    kept = joined(people, alva)
    with people.acting("nurse") as noor:
        copy = Delivery.objects.filter(unit_id=noor.unit_id).latest("arrived")
        disclosure.disclose(
            noor,
            copy.child_file,
            ground="CONSENT",
            document=Document(
                kind="contribution",
                schema="varjebarn/test/1",
                body={"child": {"called": "Alva"}, "parts": {"why": {}}},
                subject_ref=copy.subject_ref,
            ),
            to=[ToUnit(unit=unit(*SCHOOL).unit)],
            purpose=PURPOSE,
            answers={
                "consent_id": str(Consent.objects.get(child_file=copy.child_file).ref),
                "child_view": "Alva vill det.",
            },
            consent=Consent.objects.get(child_file=copy.child_file),
            secrecy_shown={protected_at_unit(unit(*SCHOOL).unit).mark},
        )

    with people.acting("principal") as lena:
        arrived = Delivery.objects.get(unit_id=lena.unit_id, content_kind="contribution")
        assert arrived.child_file.public_id == kept
