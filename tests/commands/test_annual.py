"""The annual report: read from the register, noted, published, and never written over."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varjebarn.interop.annual.as_json import from_json, to_json
from varjebarn.interop.annual.write import annual_report, presidium_page
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.annual import AnnualFacts, Entry, Heading
from varjebarn.steering.models import AnnualNote, AnnualReport, DecisionRecord, Meeting
from varjebarn.steering.queries import annual as annual_queries
from varjebarn.steering.reasons import Reason

from tests.world.annual import NOTE, noted_year
from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.steering_group import ORGANISATIONS, SILENT, WAITED

pytestmark = [pytest.mark.world.with_args(noted_year), pytest.mark.usefixtures("own_copy")]


@pytest.fixture
def own_copy(
    databases: Databases, made: tuple[str, dict[str, object]], fresh_database: str
) -> Iterator[None]:
    """Give each test its own copy of the module's world: the tests here write."""
    name = f"own_{uuid4().hex[:8]}"
    with databases.copy(name, template=made[0]) as copy, pointed_at(copy):
        yield


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def year(world: dict[str, object]) -> int:
    return int(str(world["year"]))


@pytest.fixture
def facts(people: People, year: int, today: date) -> AnnualFacts:
    with people.acting("process-leader") as petra:
        return annual_queries.read_annual_draft(petra, year, made_on=today)


@pytest.fixture
def logged(owner: psycopg.Connection) -> Callable[[], list[str]]:
    def found() -> list[str]:
        query = "SELECT act FROM audit_event WHERE act LIKE 'steering.%' ORDER BY id"
        return [row[0] for row in owner.execute(query).fetchall()]

    return found


def entry(facts: AnnualFacts, kind: str) -> Entry:
    (one,) = facts.part(kind).entries
    return one


def test_every_heading_stands_in_the_report_filled_or_empty(facts: AnnualFacts) -> None:
    found = {one.heading: [part.kind for part in one.parts] for one in facts.sections}

    assert list(found) == list(Heading)
    assert found[Heading.POLITICS] == []
    assert {"meetings", "attendance", "decisions", "postponed", "questions"} <= set(
        found[Heading.STEERING]
    )


def test_a_decision_has_the_registers_wording_and_its_meetings_day(facts: AnnualFacts) -> None:
    stored = DecisionRecord.objects.select_related("item__meeting").filter(
        item__meeting__date__year=facts.span.year
    )
    expected = {(one.wording, one.item.meeting.date) for one in stored}

    found = {(one.text, one.on) for one in facts.part("decisions").entries}

    assert expected
    assert found == expected


def test_attendance_is_counted_by_organisation(facts: AnnualFacts) -> None:
    held = Meeting.objects.filter(state="held", date__year=facts.span.year).count()
    rows = {organisation: counts for _, organisation, *counts in facts.part("attendance").rows}

    assert rows == {name: [held - 1 if name == SILENT else held, held] for name in ORGANISATIONS}


def test_what_was_put_off_has_its_age_from_the_first_time(facts: AnnualFacts, today: date) -> None:
    matter = entry(facts, "postponed")

    assert (matter.text, matter.state) == ("Nulägesanalys från varje organisation", "waiting")
    assert matter.on == today - timedelta(days=WAITED)
    assert dict(matter.numbers) == {"days": (facts.span.last - matter.on).days}


def test_a_matter_that_has_moved_twice_is_as_old_as_the_first_time(
    people: People, world: dict[str, object], year: int, today: date
) -> None:
    with people.acting("process-leader") as petra:
        coming = queries.open_meeting(UUID(str(world["coming"])))
        later = commands.plan_meeting(
            petra,
            coming.body,
            on=coming.date + timedelta(days=30),
            starts=coming.starts,
            ends=coming.ends,
        )
        follower = queries.open_item(UUID(str(world["follower"])))
        commands.postpone_item(petra, follower, to=later, reason="Mer tid behövs.")
        matter = entry(annual_queries.annual_facts(year, made_on=today), "postponed")

    assert (matter.state, matter.until) == ("waiting", later.date)
    assert matter.on == today - timedelta(days=WAITED)


def test_the_silent_organisations_are_named(facts: AnnualFacts) -> None:
    question = entry(facts, "questions")

    assert question.who == f"{SILENT}, Växjö kommun"
    assert dict(question.numbers) == {"answered": 2, "asked": 4}


def test_an_extension_names_its_decision_and_last_day(facts: AnnualFacts) -> None:
    one = entry(facts, "extensions")
    decided = next(line for line in facts.part("decisions").entries if line.numbers == one.numbers)

    assert one.text == "Samverkan kring barn som placeras"
    assert one.on == decided.on
    assert one.until == one.on + timedelta(days=395)


def test_a_year_of_long_ago_has_nothing(people: People, today: date) -> None:
    with people.acting("process-leader"):
        facts = annual_queries.annual_facts(2001, made_on=today)

    assert [one.heading for one in facts.sections if not one.is_empty] == []


def test_the_number_of_statements_is_the_same_for_an_empty_year(
    people: People, year: int, today: date
) -> None:
    counts = []
    with people.acting("process-leader"):
        for which in (year, 2001):
            with CaptureQueriesContext(
                connection,
            ) as sent:
                annual_queries.annual_facts(which, made_on=today)
            counts.append(len(sent))

    assert counts[0] - counts[1] <= 3, "what hangs on a question or a matter is read in three"


def test_a_note_is_read_by_members_and_the_newest_holds(
    people: People, year: int, today: date
) -> None:
    with people.acting("process-leader") as petra:
        commands.write_annual_note(
            petra, year=year, section="children", text="Ny text.", today=today
        )
    seen = {}
    for slug in ("process-leader", "principal", "outsider"):
        with people.acting(slug):
            seen[slug] = annual_queries.annual_note(year, "children")

    assert seen == {
        "process-leader": "Ny text.",
        "principal": "Ny text.",
        "outsider": "",
    }
    with people.acting("process-leader"):
        assert list(AnnualNote.objects.order_by("pk").values_list("text", flat=True)) == [
            NOTE,
            "Ny text.",
        ]


def test_what_is_published_is_what_was_composed_and_stays(
    people: People, year: int, today: date, logged: Callable[[], list[str]]
) -> None:
    with people.acting("process-leader") as petra:
        paper = annual_report(
            annual_queries.annual_facts(year, made_on=today), county="Kronobergs län"
        )
        content = {"report": to_json(paper), "presidium": to_json(paper)}
        commands.publish_annual_report(petra, year=year, content=content, text="x", today=today)
        commands.write_annual_note(petra, year=year, section="trials", text="Sent.", today=today)
    (edition,) = annual_queries.annual_editions(year)

    assert from_json(edition.content["report"]) == paper  # type: ignore[arg-type] # as kept
    assert "Sent." not in str(edition.content)
    assert NOTE in str(edition.content)
    assert logged()[-2:] == ["steering.annual_report_published", "steering.annual_note_written"]


def test_a_correction_is_a_new_edition(people: People, year: int, today: date) -> None:
    def publish(reason: str = "") -> AnnualReport:
        with people.acting("process-leader") as petra:
            return commands.publish_annual_report(
                petra, year=year, content={}, text="", today=today, reason=reason
            )

    publish()
    with pytest.raises(Refused) as no:
        publish()
    publish("Ett namn var fel.")

    assert no.value.reason == Reason.CORRECTION_WITHOUT_REASON
    assert [(one.number, one.reason) for one in annual_queries.annual_editions(year)] == [
        (2, "Ett namn var fel."),
        (1, ""),
    ]


@pytest.mark.parametrize("who", ["principal", "outsider"])
def test_others_write_nothing(people: People, year: int, today: date, who: str) -> None:
    with pytest.raises(Refused) as no, people.acting(who) as actor:
        commands.write_annual_note(actor, year=year, section="trials", text="Nej", today=today)

    assert no.value.reason == Reason.ONLY_COUNTY_DUTY


def test_years_are_listed_with_what_is_published(year: int, today: date) -> None:
    found = {one.year: one.editions for one in annual_queries.annual_years(today)}

    assert found[year - 1] == 1
    assert found[year] == 0
    assert max(found) == today.year


def test_the_presidiers_page_is_of_the_same_facts(facts: AnnualFacts) -> None:
    report = annual_report(facts, county="Kronobergs län")
    brief = presidium_page(facts, county="Kronobergs län")

    decided = [
        line
        for chapter in report.chapters
        for block in chapter.blocks
        if block.title == "Beslut"
        for line in block.lines
    ]
    told = {chapter.key: [line for block in chapter.blocks for line in block.lines] for chapter in brief.chapters}  # fmt: skip
    assert decided
    assert told["decided"] == decided[-10:]
    assert f"{len(decided)} beslut fattades" in [line.text for line in told["year"]]
