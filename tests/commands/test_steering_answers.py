"""Report-backs: one field, nothing new, heading by heading, through a colleague, and found again."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varjebarn.interop.minutes.write import minutes_text
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.commands.report_backs import NOTHING_NEW
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.models import ReportBack, ReportBackAnswer
from varjebarn.steering.queries import AnswersWanted
from varjebarn.steering.queries import answers as compiled
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.steering_group import SILENT, build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OURS = "Växjö kommun"
COLLEAGUE = "teacher"  # works in Växjö too, and has no seat


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def asked(ref: Callable[[str], UUID]) -> ReportBack:
    return queries.open_report_back(ref("report_back"))


def test_the_silent_are_reminded_a_week_and_a_day_before(asked: ReportBack, today: date) -> None:
    assert asked.due == today + timedelta(days=10)
    assert (asked.remind_first, asked.remind_last) == (
        today + timedelta(days=3),
        today + timedelta(days=9),
    )


def test_nothing_new_is_an_answer(people: People, asked: ReportBack, today: date) -> None:
    with people.acting("principal") as lena:
        commands.answer_nothing_new(lena, asked, organisation=organisation(OURS), today=today)

    page = queries.report_back_page(asked.public_id)
    assert [one.text for one in page.answers if one.organisation == OURS] == [NOTHING_NEW]
    assert page.line.silent == (SILENT,)
    assert ReportBackAnswer.objects.filter(nothing_new=True).count() == 1


def test_a_colleague_answers_when_asked_to(people: People, asked: ReportBack, today: date) -> None:
    def mine(who: str) -> list[str]:
        with people.acting(who) as actor:
            found = queries.organisations_to_answer_for(actor, asked.public_id, on=today)
            return [one.name for one in found]

    before = mine(COLLEAGUE)
    with people.acting("principal") as lena:
        tor = people.persons[COLLEAGUE]
        commands.delegate_answer(lena, asked, organisation=organisation(OURS), to=tor, today=today)
    after = mine(COLLEAGUE)
    with people.acting(COLLEAGUE) as tor:
        commands.answer_report_back(
            tor, asked, organisation=organisation(OURS), text="Två klasser.", today=today
        )

    assert (before, after) == ([], [OURS])
    page = queries.report_back_page(asked.public_id)
    assert page.delegated == (OURS,)
    assert "Två klasser." in [one.text for one in page.answers]


@pytest.mark.parametrize(
    ("who", "to", "reason"),
    [
        ("outsider", COLLEAGUE, Reason.NOT_YOUR_ORGANISATION),
        (COLLEAGUE, COLLEAGUE, Reason.NOT_YOUR_ORGANISATION),
        ("principal", "police", DecisionReason.NOT_A_COLLEAGUE),
    ],
)
def test_only_a_seat_asks_and_only_a_colleague(
    people: People, asked: ReportBack, today: date, who: str, to: str, reason: object
) -> None:
    with pytest.raises(Refused) as refused, people.acting(who) as actor:
        commands.delegate_answer(
            actor, asked, organisation=organisation(OURS), to=people.persons[to], today=today
        )

    assert refused.value.reason is reason


def test_a_colleague_is_found_by_name_in_the_own_organisation(people: People) -> None:
    with people.acting("principal"):
        found = queries.colleagues_named(organisation(OURS), "tor")
        elsewhere = queries.colleagues_named(organisation("Region Kronoberg"), "tor")

    assert people.persons[COLLEAGUE] in [one.id for one in found]
    assert people.persons[COLLEAGUE] not in [one.id for one in elsewhere]


def test_an_analysis_is_answered_heading_by_heading(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        asked = commands.ask_analysis(
            petra,
            queries.open_item(ref("follower")),
            title="Nulägesanalys",
            parts=["Ekonomi", "Tidplan", " "],
            due=today + timedelta(days=10),
            reminders=None,
        )
        commands.answer_analysis(
            petra, asked, organisation=organisation(OURS), parts=["Pengar finns.", ""], today=today
        )
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.answer_analysis(
            petra, asked, organisation=organisation(SILENT), parts=["", " "], today=today
        )

    page = queries.report_back_page(asked.public_id)
    assert (page.is_analysis, page.parts) == (True, ("Ekonomi", "Tidplan"))
    assert [(one.text, one.parts) for one in page.answers] == [
        ("Ekonomi: Pengar finns.", ("Pengar finns.", ""))
    ]
    assert refused.value.reason is DecisionReason.PARTS_UNANSWERED


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("skolorna", ["Fyra skolor testar hjulet."]),
        ("skola", ["Fyra skolor testar hjulet."]),
        (
            "testa",
            ["Fyra skolor testar hjulet.", "Polismyndigheten testar.", "Region Kronoberg testar."],
        ),
        ("simhall", []),
    ],
)
def test_answers_are_found_by_any_form_of_a_swedish_word(
    people: People, asked: ReportBack, today: date, words: str, found: list[str]
) -> None:
    with people.acting("principal") as lena:
        commands.answer_report_back(
            lena,
            asked,
            organisation=organisation(OURS),
            text="Fyra skolor testar hjulet.",
            today=today,
        )

    answers = queries.answers_found(AnswersWanted(words=words)).answers

    assert sorted(one.text for one in answers) == found


def test_answers_are_found_by_organisation_page_by_page(
    people: People, ref: Callable[[str], UUID], today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "PAGE", 2)
    with people.acting("process-leader") as petra:
        for number in range(3):
            one = commands.ask_report_back(
                petra, queries.open_item(ref("postponed")), question=f"Fråga {number}?", due=today
            )
            commands.answer_report_back(
                petra, one, organisation=organisation(OURS), text=f"Svar {number}.", today=today
            )
    wanted = AnswersWanted(organisation=organisation(OURS))

    with CaptureQueriesContext(connection) as sent:
        first = queries.answers_found(wanted)
    rest = queries.answers_found(
        AnswersWanted(organisation=organisation(OURS), after=first.more_after)
    )

    assert [one.text for one in first.answers] == ["Svar 2.", "Svar 1."]
    assert [one.text for one in rest.answers] == ["Svar 0."]
    assert rest.more_after is None
    assert len(sent) == 2


def test_the_answers_flow_into_the_minutes_of_the_meeting_they_were_due_by(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = queries.open_body(ref("group"))
        early = commands.plan_meeting(
            petra, body, on=today - timedelta(days=1), starts=time(9), ends=time(10)
        )
        meeting = commands.plan_meeting(petra, body, on=today, starts=time(9), ends=time(10))
        one = commands.ask_report_back(
            petra, queries.open_item(ref("postponed")), question="Och nu?", due=today
        )
        for name in (OURS, "Polismyndigheten"):
            commands.answer_report_back(
                petra, one, organisation=organisation(name), text=f"{name} är klar.", today=today
            )
        seats = queries.seats_on(ref("group"), today)
        for held in (early, meeting):
            commands.hold_meeting(petra, held, present=seats, today=today)
            commands.begin_minutes(petra, held, texts={None: "Mötet öppnas."})
        written, before = (
            minutes_text(queries.minutes_page(petra, held.public_id, on=today))
            for held in (meeting, early)
        )

    told = " ".join(written.split())
    assert "Återrapport: Och nu?" in told
    assert "Växjö kommun är klar." in told
    assert "Har inte svarat: Lessebo kommun, Region Kronoberg" in told
    assert "Återrapport" not in before, "it wasn't due then"
