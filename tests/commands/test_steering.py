"""The county's register: what each act leaves behind, and what a no leaves untouched."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import (
    AgendaItem,
    Agreement,
    Attendance,
    Body,
    DecisionRecord,
    ItemKind,
    Level,
    Meeting,
    Outcome,
    ReportBackAnswer,
    Seat,
)
from varjebarn.steering.reasons import Reason

from tests.world.cluster import Databases, pointed_at
from tests.world.steering_group import ORGANISATIONS, SILENT, build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_copy")]


@pytest.fixture
def own_copy(
    databases: Databases, made: tuple[str, dict[str, object]], fresh_database: str
) -> Iterator[None]:
    """Give each test its own copy of the module's world: the tests here write."""
    name = f"own_{uuid4().hex[:8]}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


def test_the_overview_tells_the_countys_work_in_one_page(
    ref: Callable[[str], UUID], world: dict[str, object], today: date
) -> None:
    overview = queries.county_overview(today)

    assert overview.next_meeting is not None
    assert overview.last_meeting is not None
    assert overview.next_meeting.meeting.id == ref("coming")
    assert overview.last_meeting.meeting.id == ref("meeting")
    assert [item.outcome for item in overview.last_meeting.items] == [
        "noted",
        "postponed",
        "decided",
    ]
    assert [(item.id, item.days_waited) for item in overview.waiting] == [(ref("follower"), 18)]
    assert [one.id for one in overview.open_decisions] == [ref("decision"), ref("model_decision")]
    assert [one.model for one in overview.model_decisions] == [tuple(world["model"])]
    assert [line.silent for line in overview.report_backs] == [(SILENT, "Växjö kommun")]
    assert [body.name for body in overview.bodies if body.is_orphan] == ["Kompetensgruppen"]


def test_the_overview_costs_the_same_for_more(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with CaptureQueriesContext(connection) as few:
        queries.county_overview(today)
    with people.acting("process-leader") as petra:
        coming = queries.open_meeting(ref("coming"))
        for number in range(3):
            commands.raise_item(petra, coming, title=f"Punkt {number}", kind=ItemKind.DISCUSSION)
            item = queries.open_item(ref("postponed"))
            commands.ask_report_back(petra, item, question=f"Fråga {number}?", due=today)
    with CaptureQueriesContext(connection) as more:
        overview = queries.county_overview(today)

    assert len(overview.report_backs) == 4
    assert len(more) == len(few) == 9


def test_a_matter_keeps_its_age_however_often_it_is_postponed(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        later = commands.plan_meeting(
            petra,
            queries.open_body(ref("group")),
            on=today + timedelta(days=45),
            starts=time(8, 30),
            ends=time(12),
        )
        again = commands.postpone_item(
            petra, queries.open_item(ref("follower")), to=later, reason="Tiden räckte inte."
        )

    waiting = queries.county_overview(today + timedelta(days=12)).waiting

    assert [(item.id, item.days_waited) for item in waiting] == [(again.public_id, 30)]
    assert waiting[0].waits_since == today - timedelta(days=18)
    moved = queries.meeting_page(ref("coming"), on=today).items[0]
    assert (moved.outcome, moved.moved_to) == ("postponed", today + timedelta(days=45))


def test_a_postponed_item_is_not_closed_in_another_way(
    people: People, ref: Callable[[str], UUID]
) -> None:
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.close_item(petra, queries.open_item(ref("postponed")), outcome=Outcome.NOTED)

    assert refused.value.reason is Reason.ITEM_CLOSED
    assert queries.open_item(ref("postponed")).note == "Mötet kortades."


def test_nobody_is_written_down_as_both_present_and_absent(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    seats = queries.seats_on(ref("group"), today)
    before = Attendance.objects.count()

    def meet() -> None:
        with people.acting("process-leader") as petra:
            body = queries.open_body(ref("group"))
            meeting = commands.plan_meeting(petra, body, on=today, starts=time(13), ends=time(14))
            commands.hold_meeting(petra, meeting, present=seats, absent=seats[:1], today=today)

    with pytest.raises(Refused) as refused:
        meet()

    assert refused.value.reason is Reason.PRESENT_AND_ABSENT
    assert Attendance.objects.count() == before
    assert not Meeting.objects.filter(date=today).exists()


def test_a_stand_in_is_told_with_whom_it_stood_in_for(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = queries.open_body(ref("group"))
        seats = queries.seats_on(ref("group"), today)
        away = next(seat for seat in seats if seat.name == ORGANISATIONS[SILENT])
        came = commands.appoint_member(
            petra,
            body,
            organisation=organisation(SILENT),
            seat=Seat.MEMBER,
            name="Elsa Falk",
            valid_from=today,
            valid_to=today + timedelta(days=1),
            substitute_for=away,
        )
        meeting = commands.plan_meeting(petra, body, on=today, starts=time(9), ends=time(10))
        commands.hold_meeting(
            petra, meeting, present=[came], absent=[away], stand_ins={came.pk: away}, today=today
        )

    attendance = queries.meeting_page(meeting.public_id, on=today).attendance

    told = {(one.name, one.is_present, one.instead_of) for one in attendance}
    assert told == {("Elsa Falk", True, "Olle Dahl"), ("Olle Dahl", False, "")}


def test_a_decision_has_the_day_of_its_meeting_and_no_other(
    ref: Callable[[str], UUID], today: date
) -> None:
    page = queries.decision_page(ref("decision"))

    assert page.decision.decided_on == page.meeting.day == today - timedelta(days=18)
    assert {field.name for field in DecisionRecord._meta.get_fields()} & {
        "date",
        "decided_on",
    } == set()


def test_a_decision_waits_for_its_meeting(people: People, ref: Callable[[str], UUID]) -> None:
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.record_decision(petra, queries.open_item(ref("follower")), wording="Vi börjar.")

    assert refused.value.reason is Reason.MEETING_NOT_HELD
    assert DecisionRecord.objects.count() == 2


def test_a_decision_names_only_a_model_that_is_published(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    def decide() -> None:
        with people.acting("process-leader") as petra:
            meeting = queries.open_meeting(ref("meeting"))
            item = commands.raise_item(petra, meeting, title="Modellen", kind=ItemKind.DECISION)
            commands.record_decision(
                petra, item, wording="Version 99 testas.", changes_model=("kronobarn", "99")
            )

    with pytest.raises(Refused) as refused:
        decide()

    assert refused.value.reason is Reason.MODEL_NOT_PUBLISHED
    assert not AgendaItem.objects.filter(title="Modellen").exists()


def test_a_followed_up_decision_leaves_the_open_ones(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("model_decision"))
        commands.follow_up_decision(petra, decision, on=today, note="Testerna är igång.")

    overview = queries.county_overview(today)
    assert [one.id for one in overview.open_decisions] == [ref("decision")]
    assert [one.is_open for one in overview.model_decisions] == [False]
    page = queries.decision_page(ref("model_decision"))
    assert (page.followed_up_on, page.follow_up_note) == (today, "Testerna är igång.")


def test_a_member_answers_for_their_own_organisation_once(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("principal") as lena:
        asked = queries.open_report_back(ref("report_back"))
        mine = queries.organisations_to_answer_for(lena, ref("report_back"), on=today)
        commands.answer_report_back(
            lena, asked, organisation=mine[0].id, text="Fyra skolor testar.", today=today
        )
    with pytest.raises(Refused) as refused, people.acting("principal") as lena:
        commands.answer_report_back(
            lena, asked, organisation=mine[0].id, text="Fem skolor.", today=today
        )

    assert [one.name for one in mine] == ["Växjö kommun"]
    assert refused.value.reason is Reason.ANSWERED_ALREADY
    page = queries.report_back_page(ref("report_back"))
    assert page.line.silent == (SILENT,)
    assert "Fyra skolor testar." in [one.text for one in page.answers]


def test_a_question_stays_in_sight_while_somebody_is_silent(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    later = today + timedelta(days=200)
    silent = queries.county_overview(later).report_backs
    with people.acting("process-leader") as petra:
        for one in queries.organisations_to_answer_for(petra, ref("report_back"), on=today):
            commands.answer_report_back(
                petra,
                queries.open_report_back(ref("report_back")),
                organisation=one.id,
                text="Vi testar.",
                today=today,
            )

    assert [line.id for line in silent] == [ref("report_back")]
    assert queries.county_overview(later).report_backs == ()
    assert [line.silent for line in queries.county_overview(today).report_backs] == [()]


@pytest.mark.parametrize(
    ("who", "whose"),
    [("principal", SILENT), ("outsider", "Växjö kommun"), ("outsider-elsewhere", SILENT)],
)
def test_nobody_answers_for_an_organisation_they_have_no_seat_for(
    people: People, ref: Callable[[str], UUID], today: date, who: str, whose: str
) -> None:
    before = ReportBackAnswer.objects.count()

    with pytest.raises(Refused) as refused, people.acting(who) as actor:
        commands.answer_report_back(
            actor,
            queries.open_report_back(ref("report_back")),
            organisation=organisation(whose),
            text="Vi testar.",
            today=today,
        )

    assert refused.value.reason is Reason.NOT_YOUR_ORGANISATION
    assert ReportBackAnswer.objects.count() == before


def test_an_adjunct_seat_is_neither_asked_nor_answers(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        commands.appoint_member(
            petra,
            queries.open_body(ref("group")),
            organisation=organisation("Alvesta kommun"),
            seat=Seat.ADJUNCT,
            person=people.persons["outsider-elsewhere"],
            valid_from=today - timedelta(days=100),
        )
    with people.acting("outsider-elsewhere") as ulla:
        mine = queries.organisations_to_answer_for(ulla, ref("report_back"), on=today)

    assert mine == ()
    assert queries.report_back_page(ref("report_back")).line.asked == 4


def test_an_extension_keeps_what_the_agreement_said_first(
    ref: Callable[[str], UUID], today: date
) -> None:
    page = queries.agreement_page(ref("agreement"))

    assert page.first_last_day == today + timedelta(days=11)
    assert page.line.last_day == page.extensions[0].last_day == today + timedelta(days=377)
    assert page.extensions[0].decision == ref("decision")
    assert Agreement.objects.get().valid_to == today + timedelta(days=12)


def test_an_agreement_is_not_shortened_by_an_extension(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.extend_agreement(
            petra,
            queries.open_agreement(ref("agreement")),
            decision=queries.open_decision(ref("model_decision")),
            valid_to=today + timedelta(days=100),
        )

    assert refused.value.reason is Reason.NO_LONGER


def test_the_name_of_who_can_log_in_is_picked_and_not_typed(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = commands.found_body(petra, name="Arbetsgrupp Alvesta", level=Level.OPERATIVE)
        commands.appoint_member(
            petra,
            body,
            organisation=organisation("Alvesta kommun"),
            seat=Seat.CHAIR,
            person=people.persons["outsider-elsewhere"],
            name="Ula Brant",
            valid_from=today,
        )

    members = queries.body_page(body.public_id, on=today).members
    assert [one.name for one in members] == ["Ulla Brandt"]


@pytest.mark.parametrize("who", ["principal", "outsider", "keeper"])
def test_without_the_countys_duty_nothing_is_written(people: People, who: str) -> None:
    with pytest.raises(Refused) as refused, people.acting(who) as actor:
        commands.found_body(actor, name="Skuggruppen", level=Level.STRATEGIC)

    assert refused.value.reason is Reason.ONLY_COUNTY_DUTY
    assert not Body.objects.filter(name="Skuggruppen").exists()


def test_each_act_is_in_the_log(owner: psycopg.Connection) -> None:
    logged = owner.execute(
        "SELECT DISTINCT act FROM audit_event WHERE act LIKE 'steering.%' ORDER BY act"
    ).fetchall()

    assert [row[0] for row in logged] == [
        "steering.agreement_extended",
        "steering.agreement_registered",
        "steering.body_founded",
        "steering.contradiction_marked",
        "steering.decision_recorded",
        "steering.item_closed",
        "steering.item_postponed",
        "steering.item_raised",
        "steering.meeting_held",
        "steering.meeting_planned",
        "steering.member_appointed",
        "steering.report_back_answered",
        "steering.report_back_asked",
    ]
