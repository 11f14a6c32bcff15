"""Bodies over time, mandates and what is an organisation's own: what each act leaves behind."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varjebarn.kernel.actors import Kind
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands as c
from varjebarn.steering import queries
from varjebarn.steering.models import (
    Body,
    ContactRoute,
    Level,
    Membership,
    Tool,
    TrainingTaken,
    TrialStep,
)
from varjebarn.steering.queries import GapKind
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.county_standing import INTERNAL, OTHER, OWN, PUBLIC, build
from tests.world.steering_group import GROUP, organisation

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
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def gaps(today: date) -> set[tuple[GapKind, str, str]]:
    return {(one.kind, one.name, one.place) for one in queries.standing_map(today).gaps}


# What is missing ---------------------------------------------------------------------------------


def test_what_is_missing_is_named(today: date) -> None:
    assert gaps(today) == {
        (GapKind.ORGANISATION_OUTSIDE, name, "")
        for name in (
            "Alvesta kommun", "Ljungby kommun", "Markaryds kommun", "Tingsryds kommun",
            "Uppvidinge kommun", "Älmhults kommun",
        )
    } | {
        (GapKind.PROFESSION_IN_BODY, "EMI", "Tvärgruppen"),
        (GapKind.PROFESSION_ON_LEVEL, "Rektor", Level.STRATEGIC),
        (GapKind.ORPHAN, "Kompetensgruppen", ""),
        (GapKind.BODY_EMPTY, "Kompetensgruppen", ""),
        (GapKind.BODY_EMPTY, "Tvärgruppen", ""),
        (GapKind.NO_MANDATE, "Kompetensgruppen", ""),
        (GapKind.NO_MANDATE, "Webbgruppen", ""),
        (GapKind.NO_RESOURCES, "Leda arbetet", ""),
        (GapKind.OVERDUE, "Leda arbetet", ""),
    }  # fmt: skip


def test_what_is_mended_leaves_the_list(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    before = gaps(today)
    with people.acting("process-leader") as petra:
        rektor = next(one for one in queries.professions() if one.name == "Rektor")
        emi = next(one for one in queries.professions() if one.name.startswith("Elev"))
        for body, profession in ((ref("cross"), emi), (ref("group"), rektor)):
            c.appoint_member(
                petra,
                queries.open_body(body),
                organisation=organisation("Alvesta kommun"),
                name="Noomi Ek",
                profession=profession.id,
                seat="member",
                valid_from=today,
            )
        c.change_mandate(
            petra,
            queries.open_mandate(ref("waiting_mandate")),
            terms=c.Terms(resources="En tjänst", due=today),
        )

    assert before - gaps(today) == {
        (GapKind.ORGANISATION_OUTSIDE, "Alvesta kommun", ""),
        (GapKind.PROFESSION_IN_BODY, "EMI", "Tvärgruppen"),
        (GapKind.PROFESSION_ON_LEVEL, "Rektor", Level.STRATEGIC),
        (GapKind.BODY_EMPTY, "Tvärgruppen", ""),
        (GapKind.NO_RESOURCES, "Leda arbetet", ""),
        (GapKind.OVERDUE, "Leda arbetet", ""),
    }
    assert gaps(today) < before


def test_the_map_and_the_tree_say_who_sits_where(today: date) -> None:
    found = queries.standing_map(today)
    rows = {row.organisation: row for row in found.rows}

    assert [one.name for one in found.bodies] == [
        GROUP, "Tvärgruppen", "Kompetensgruppen", "Webbgruppen",
    ]  # fmt: skip
    assert [[one.name for one in cell] for cell in rows["Region Kronoberg"].cells] == [
        ["Greta Holm"], [], [], ["Saga Björk"],
    ]  # fmt: skip
    assert rows["Region Kronoberg"].levels_without == (Level.TACTICAL,)
    assert [(one.name, one.is_orphan) for one in found.tree] == [
        (GROUP, False),
        ("Kompetensgruppen", True),
    ]
    assert [one.name for one in found.tree[0].below[0].below] == ["Webbgruppen"]


def test_the_map_costs_the_same_for_more(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.standing_map(today)
        return len(captured)

    before = cost()
    with people.acting("process-leader") as petra:
        for number in range(4):
            body = c.found_body(petra, name=f"Grupp {number}", level=Level.OPERATIVE)
            c.give_mandate(petra, title="Något", given_to=body, given_by="Nämnden", given_on=today)
            c.expect_profession(petra, name=f"Yrke {number}", body=body)

    assert before == cost() == 6


# A body over time --------------------------------------------------------------------------------


def test_a_changed_body_keeps_how_it_was(ref: Callable[[str], UUID], today: date) -> None:
    standing = queries.body_standing(ref("cross"), on=today)

    assert queries.open_body(ref("cross")).name == "Tvärgruppen"
    assert [(one.name, one.until, one.reports_to) for one in standing.earlier] == [
        ("Tvärgrupp barn", today, GROUP)
    ]


def test_a_body_formed_anew_continues_the_old_with_its_people_meetings_and_groups(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        old = queries.open_body(ref("group"))
        seats = queries.seats_on(old.public_id, today)
        new = c.reform_body(
            petra,
            old,
            shape=c.Shape(name=GROUP, level=Level.STRATEGIC, reports_to=None),
            keep=[one for one in seats if one.organisation.name != OTHER],
            on=today,
            today=today,
        )

    before, after = (queries.body_standing(one, on=today) for one in (old.public_id, new.public_id))
    assert (before.ended_on, after.founded_on) == (today, today)
    assert (before.continued_by[0].id, after.continues.id) == (new.public_id, old.public_id)
    assert len(before.former) == 4
    assert {one.organisation.name for one in queries.seats_on(new.public_id, today)} == {
        one.organisation.name for one in seats
    } - {OTHER}
    assert Body.objects.get(public_id=ref("cross")).reports_to == new
    assert queries.open_meeting(ref("coming")).body == new
    assert queries.open_meeting(ref("meeting")).body == old, "what was held stays where it was"
    assert "Leda arbetet" in {one.title for one in after.mandates}
    assert (GapKind.NO_MANDATE, GROUP, "") not in gaps(today)


def test_a_body_ends_with_its_seats_and_leaves_orphans(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        c.end_body(petra, queries.open_body(ref("cross")), on=today, today=today)
        c.end_body(petra, queries.open_body(ref("group")), on=today, today=today)

    assert Membership.objects.filter(body__public_id=ref("group"), valid_to=None).count() == 0
    assert {
        (GapKind.LEVEL_EMPTY, Level.STRATEGIC, ""),
        (GapKind.LEVEL_EMPTY, Level.TACTICAL, ""),
        (GapKind.ORPHAN, "Webbgruppen", ""),
        (GapKind.HOLDER_ENDED, "Leda arbetet", GROUP),
        (GapKind.MEETS_AFTER_END, GROUP, ""),
    } <= gaps(today)
    assert [one.name for one in queries.county_overview(today).bodies] == [
        "Kompetensgruppen",
        "Webbgruppen",
    ]


def test_a_body_never_reports_to_itself_through_others(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra, pytest.raises(Refused) as no:
        c.change_body(
            petra,
            queries.open_body(ref("group")),
            shape=c.Shape(
                name=GROUP, level=Level.TACTICAL, reports_to=queries.open_body(ref("cross"))
            ),
            today=today,
        )

    assert no.value.reason is Reason.REPORTS_IN_A_CIRCLE


def test_somebody_else_takes_over_a_seat(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        seat = next(one for one in queries.seats_on(ref("group"), today) if one.name == "Olle Dahl")
        c.replace_member(petra, queries.open_seat(seat.public_id), on=today, name="Maj Ek")

    names = {one.name: one for one in queries.seats_on(ref("group"), today)}
    assert "Olle Dahl" not in names
    assert (names["Maj Ek"].organisation.name, names["Maj Ek"].seat) == (OTHER, seat.seat)
    former = queries.body_standing(ref("group"), on=today).former
    assert [(one[0], one[1], one[3]) for one in former] == [("Olle Dahl", OTHER, today)]


# Mandates ----------------------------------------------------------------------------------------


def test_a_mandate_from_a_decision_is_the_deciding_bodys(
    ref: Callable[[str], UUID], today: date
) -> None:
    page = queries.mandate_page(ref("mandate"), on=today)

    assert (page.line.giver.name, page.line.holder.name) == (GROUP, "Tvärgruppen")
    assert page.decision is not None
    assert page.decision.id == ref("decision")
    assert (page.line.accepted_on, page.line.is_overdue) == (today, False)


def test_who_sits_in_the_body_takes_on_its_mandate(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    mandate = queries.open_mandate(ref("waiting_mandate"))
    with people.acting("outsider") as ulf, pytest.raises(Refused) as no:
        c.accept_mandate(ulf, mandate, today=today)
    with people.acting("principal") as lena:
        c.accept_mandate(lena, mandate, today=today)

    assert no.value.reason is Reason.NOT_YOUR_BODY
    assert queries.mandate_page(ref("waiting_mandate"), on=today).line.accepted_on == today


def test_an_ended_mandate_lacks_nothing(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        c.end_mandate(
            petra,
            queries.open_mandate(ref("waiting_mandate")),
            on=today,
            outcome="Klart.",
            today=today,
        )

    line = next(one for one in queries.mandate_lines(today) if one.title == "Leda arbetet")
    assert (line.ended_on, line.is_overdue, line.lacks_resources) == (today, False, False)
    assert (GapKind.NO_MANDATE, GROUP, "") in gaps(today)


# What is an organisation's own -------------------------------------------------------------------


def test_a_member_keeps_their_own_contact_routes_and_no_others(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    old, others = (
        ContactRoute.objects.get(public_id=ref(f"{key}_route")) for key in ("own", "other")
    )
    with people.acting("principal") as lena:
        inner = queries.open_route(ref("own_inner"))
        c.check_route(lena, inner, today=today)
        c.end_route(lena, old, today=today)
    with people.acting("principal") as lena, pytest.raises(Refused) as no:
        c.check_route(lena, others, today=today)
    with people.acting("principal") as lena:
        mine = [one for one in queries.route_lines(lena, on=today) if one.organisation == OWN]

    assert no.value.reason is Reason.NOT_YOUR_ORGANISATION
    assert [(one.function, one.needs_checking) for one in mine] == [(INTERNAL, False)]


def test_families_and_others_see_public_contact_routes_alone(people: People, today: date) -> None:
    def seen(kind: Kind) -> set[str]:
        with people.acting_person(people.persons["outsider"], kind) as reader:
            return {one.function for one in queries.route_lines(reader, on=today)}

    anybody = {one.function for one in queries.route_lines(None, on=today)}

    assert (seen(Kind.FAMILY), seen(Kind.STAFF)) == ({PUBLIC}, {PUBLIC, INTERNAL})
    assert anybody == {PUBLIC}


@pytest.mark.parametrize(
    ("wanted", "met"),
    [
        ("", True),
        ("rektor", True),
        ("REKTORNS växjö", True),
        ("vaxjo", True),
        ("björkskola", True),
        ("björkskållan", True),
        ("bup", False),
        ("björkskolan ljungby", False),
        ("xyz", False),
    ],
)
def test_a_search_forgives_spelling(wanted: str, *, met: bool) -> None:
    text = "Växjö kommun Björkskolan Rektorns expedition Förskola och skola"

    assert queries.met_by(wanted, text) is met


def test_trials_stand_side_by_side_as_each_has_told(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("principal") as lena:
        trial = queries.open_trial(ref("own_trial"))
        c.report_trial(
            lena, trial, step=TrialStep.WIDENED, on=today, text="En skola till.", today=today
        )
        c.rate_tool(lena, trial, tool=Tool.WHEEL, rating=2, note="Tar tid.", today=today)
        with pytest.raises(Refused) as no:
            c.rate_tool(
                lena, queries.open_trial(ref("other_trial")), tool=Tool.PLAN, rating=3, today=today
            )

    assert no.value.reason is Reason.NOT_YOUR_ORGANISATION
    told = {one.organisation: one for one in queries.trial_lines()}
    assert [one.text for one in told[OWN].what("widened")] == ["En skola till."]
    assert told[OWN].ratings == {"wheel": (2, "Tar tid.")}
    assert told[OTHER].ratings == {"wheel": (4, "")}


def test_a_group_answers_a_proposal_once(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    asked = queries.open_consulted(ref("asked"))
    with people.acting("principal") as lena:
        c.answer_consultation(lena, asked, text="Ja, gärna.", today=today)
    with people.acting("process-leader") as petra, pytest.raises(Refused) as no:
        c.answer_consultation(petra, asked, text="Nej.", today=today)

    assert no.value.reason is Reason.ANSWERED_ALREADY
    found = queries.consultation_page(ref("consultation"))
    assert {one.body: one.text for one in found.asked} == {
        GROUP: "Ja, gärna.",
        "Tvärgruppen": "Ja.",
    }
    assert found.silent == ()


def test_the_latest_number_of_trained_holds(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("principal") as lena:
        c.count_trained(
            lena,
            queries.open_session(ref("session")),
            organisation=organisation(OWN),
            people=24,
            today=today,
        )

    overview = queries.training_overview()
    assert {one.organisation: (one.taken, one.share) for one in overview.coverage} == {
        OWN: (24, 50),
        OTHER: (12, 25),
    }
    assert TrainingTaken.objects.count() == 3, "the first number is still there to be read"


def test_money_that_goes_on_does_not_end_soon(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    before = [one.ends_soon for one in queries.funding_lines(today)]
    with people.acting("process-leader") as petra:
        first = queries.open_funding(ref("funding"))
        c.register_funding(
            petra,
            title="Processledning",
            funder="Länet",
            valid_from=first.valid_to,
            valid_to=first.valid_to + timedelta(days=365),
            continues=first,
        )

    after = queries.funding_lines(today)
    assert before == [True]
    assert [(one.is_continued, one.ends_soon) for one in after] == [(True, False), (False, False)]


def test_every_act_leaves_a_line_in_the_log(
    people: People, ref: Callable[[str], UUID], owner: psycopg.Connection, today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = c.found_body(petra, name="Ny grupp", level=Level.OPERATIVE)
        c.plan_meeting(petra, body, on=today, starts=time(9), ends=time(10))

    told = {row[0] for row in owner.execute("SELECT act FROM audit_event WHERE act ~ '^steering'")}
    assert {
        "steering.body_changed", "steering.body_ended", "steering.body_reformed",
        "steering.profession_expected", "steering.mandate_given", "steering.mandate_accepted",
        "steering.contact_route_added", "steering.trial_planned", "steering.trial_reported",
        "steering.tool_rated", "steering.consultation_sent", "steering.consultation_answered",
        "steering.training_planned", "steering.training_taken", "steering.training_need_stated",
        "steering.risk_noted", "steering.funding_registered", "steering.body_founded",
    } <= told  # fmt: skip
