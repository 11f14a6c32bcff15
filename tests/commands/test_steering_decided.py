"""What is told of a decision afterwards, the chain it stands in, and what it means for children."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.commands import Impact
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.models import ChangedKind, ImpactAnalysis, ItemKind
from varjebarn.steering.queries import Wanted
from varjebarn.steering.queries import decisions as register
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

WHOLE = Impact(
    whom="Alla barn i länet.",
    asked_how="Två elevråd svarade.",
    weighing="Bäst för barnen.",
    follow_up="Om ett år.",
    articles=(12, 3, 3),
)


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def test_who_is_responsible_is_picked_and_named(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        one, other = (queries.open_decision(ref(name)) for name in ("decision", "model_decision"))
        seats = queries.responsible_for(one, on=today).seats
        lena = next(seat for seat in seats if seat.name.startswith("Lena"))
        commands.complete_decision(petra, one, seat=lena.id, due=today)
        commands.complete_decision(petra, other, organisation=organisation("Region Kronoberg"))

    found = {line.id: line for line in queries.decision_list(Wanted(), on=today).lines}
    assert found[ref("decision")].responsible == "Lena Strand"
    assert (found[ref("decision")].due, found[ref("model_decision")].due) == (today, None)
    assert found[ref("model_decision")].responsible == "Region Kronoberg"


def test_a_decision_has_one_responsible(people: People, ref: Callable[[str], UUID]) -> None:
    decision, some = queries.open_decision(ref("decision")), ref("group")
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.complete_decision(petra, decision, organisation=some, seat=some)

    assert refused.value.reason is DecisionReason.RESPONSIBLE_TWICE


def test_a_decision_goes_on_and_ends_once(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("decision"))
        commands.begin_decision(petra, decision)
        under_way = queries.decision_page(ref("decision")).decision
        commands.lapse_decision(petra, decision, on=today, note="Ersatt av ett annat.")
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.begin_decision(petra, queries.open_decision(ref("decision")))

    page = queries.decision_page(ref("decision"))
    assert (under_way.status, under_way.is_open) == ("under_way", True)
    assert (page.decision.status, page.decision.is_open) == ("lapsed", False)
    assert (page.followed_up_on, page.follow_up_note) == (today, "Ersatt av ett annat.")
    assert refused.value.reason is Reason.FOLLOWED_UP_ALREADY


def test_a_chain_of_decisions_is_seen_from_both_ends(
    people: People, ref: Callable[[str], UUID]
) -> None:
    with people.acting("process-leader") as petra:
        old, middle = (queries.open_decision(ref(n)) for n in ("model_decision", "decision"))
        item = commands.raise_item(
            petra, queries.open_meeting(ref("meeting")), title="Mer", kind=ItemKind.DECISION
        )
        new = commands.record_decision(petra, item, wording="Alla kommuner testar.")
        commands.name_earlier(petra, middle, earlier=old)
        commands.name_earlier(petra, new, earlier=middle)

    pages = [queries.decision_page(one.public_id) for one in (old, middle, new)]
    assert [[line.id for line in page.earlier] for page in pages] == [
        [],
        [old.public_id],
        [middle.public_id, old.public_id],
    ]
    assert [[line.id for line in page.later] for page in pages] == [
        [new.public_id, middle.public_id],
        [new.public_id],
        [],
    ]


def test_a_decision_is_not_earlier_than_one_before_it(
    people: People, ref: Callable[[str], UUID]
) -> None:
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.name_earlier(
            petra,
            queries.open_decision(ref("model_decision")),
            earlier=queries.open_decision(ref("decision")),
        )

    assert refused.value.reason is DecisionReason.EARLIER_IS_LATER


def test_what_a_decision_changes_is_named_once(people: People, ref: Callable[[str], UUID]) -> None:
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("decision"))
        commands.name_change(petra, decision, kind=ChangedKind.ACTION, label=" Aktivitet 4 ")
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.name_change(petra, decision, kind=ChangedKind.ACTION, label="Aktivitet 4")

    changes = queries.decision_page(ref("decision")).changes
    assert [(one.kind, one.target, one.label) for one in changes] == [
        ("action", None, "Aktivitet 4")
    ]
    assert refused.value.reason is DecisionReason.CHANGE_NAMED_ALREADY


def test_what_is_late_comes_back_on_the_next_agenda_once(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = queries.open_body(ref("group"))
        late = queries.open_decision(ref("decision"))
        commands.complete_decision(petra, late, due=today - timedelta(days=1))
        item = commands.raise_due_decisions(petra, body, today=today)
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.raise_due_decisions(petra, body, today=today)

    assert item.meeting.public_id == ref("coming")
    assert item.title == "Beslut som har passerat sin dag: 2"
    assert [one.id for one in queries.decision_page(ref("decision")).raised_on] == [ref("coming")]
    assert refused.value.reason is DecisionReason.NOTHING_PAST_DUE
    assert [line.number for line in queries.open_decisions(ref("group"))] == [1, 2]


def test_the_register_is_narrowed(people: People, ref: Callable[[str], UUID], today: date) -> None:
    with people.acting("process-leader") as petra:
        late = queries.open_decision(ref("decision"))
        commands.complete_decision(petra, late, due=today - timedelta(days=1), about_the_young=True)

    def ids(**wanted: object) -> list[UUID]:
        found = queries.decision_list(Wanted(**wanted), on=today)  # type: ignore[arg-type]  # as asked
        assert found.total == len(found.lines)
        return [line.id for line in found.lines]

    both = [ref("decision"), ref("model_decision")]
    assert ids() == ids(body=ref("group")) == both
    assert ids(state="late") == ids(is_lacking=True) == [ref("decision")]
    assert ids(state="open") == both
    assert ids(state="followed_up") == ids(year=1999) == ids(responsible="Ingen") == []
    assert ids(responsible="Processledarna") == [ref("model_decision")]
    assert queries.decision_list(Wanted(), on=today).late[0][1] == 1


def test_the_register_is_turned_page_by_page_at_the_same_cost(
    people: People, ref: Callable[[str], UUID], today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "PAGE", 3)
    with people.acting("process-leader") as petra:
        item = commands.raise_item(
            petra, queries.open_meeting(ref("meeting")), title="Mer", kind=ItemKind.DECISION
        )
        for number in range(5):
            commands.record_decision(petra, item, wording=f"Beslut {number}.")

    seen, after, costs = [], None, []
    for _ in range(3):
        with CaptureQueriesContext(connection) as sent:
            page = queries.decision_list(Wanted(after=after), on=today)
        seen += [line.number for line in page.lines]
        after, costs = page.more_after, [*costs, len(sent)]

    assert seen == [7, 6, 5, 4, 3, 2, 1]
    assert after is None
    assert costs == [6, 7, 7]


def test_a_draft_follows_a_postponed_matter_and_becomes_public_with_its_decision(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        item = commands.raise_item(
            petra, queries.open_meeting(ref("meeting")), title="Mer", kind=ItemKind.DECISION
        )
    with people.acting("principal") as lena:
        commands.write_analysis(lena, queries.open_item(item.public_id), says=WHOLE, on=today)
    hidden = ImpactAnalysis.objects.count()
    with people.acting("process-leader") as petra:
        drafts = ImpactAnalysis.objects.count()
        meeting = commands.plan_meeting(
            petra, queries.open_body(ref("group")), on=today, starts=time(9), ends=time(10)
        )
        follower = commands.postpone_item(petra, item, to=meeting, reason="Tiden.")
        seats = queries.seats_on(ref("group"), today)
        commands.hold_meeting(petra, meeting, present=seats, today=today)
        decision = commands.record_decision(petra, follower, wording="Vi gör så.")
        commands.complete_decision(petra, decision, about_the_young=True)

    shown = queries.decision_page(decision.public_id)
    assert (hidden, drafts) == (0, 1), "with nobody acting a draft is not there"
    assert shown.analysis is not None
    assert (shown.analysis.whom, shown.analysis.articles) == ("Alla barn i länet.", (3, 12))
    assert (shown.decision.is_about_children, shown.decision.lacks_analysis) == (True, False)


def test_an_unfinished_draft_is_not_published(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("decision"))
        commands.complete_decision(petra, decision, about_the_young=True)
        analysis = commands.write_analysis(
            petra, decision.item, says=Impact(whom="Barn som placeras."), on=today
        )
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.publish_analysis(petra, analysis, on=today)

    page = queries.decision_page(ref("decision"))
    assert refused.value.reason is DecisionReason.ANALYSIS_NOT_WHOLE
    assert (page.analysis, page.decision.lacks_analysis) == (None, True)


def test_a_published_analysis_stays(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    def write(whom: str) -> ImpactAnalysis:
        with people.acting("process-leader") as petra:
            item = queries.open_decision(ref("decision")).item
            says = Impact(
                whom=whom, asked_how="Nej.", weighing="Vägt.", follow_up="Sedan.", gains="Mer."
            )
            return commands.write_analysis(petra, item, says=says, on=today)

    analysis = write("Alla.")
    with people.acting("process-leader") as petra:
        commands.publish_analysis(petra, analysis, on=today)
    with pytest.raises(Refused) as refused:
        write("Ingen.")

    assert refused.value.reason is DecisionReason.ANALYSIS_PUBLISHED
    assert ImpactAnalysis.objects.get().whom == "Alla."


def test_whoever_has_no_seat_writes_no_analysis(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with pytest.raises(Refused) as refused, people.acting("outsider") as ulf:
        commands.write_analysis(ulf, queries.open_item(ref("follower")), says=WHOLE, on=today)
    with pytest.raises(ObjectDoesNotExist), people.acting("outsider") as ulf:
        queries.read_analysis(ulf, ref("follower"), on=today)

    assert refused.value.reason is DecisionReason.ANALYSIS_NOT_YOURS


def test_each_act_leaves_an_event_with_what_it_was_about(
    people: People, ref: Callable[[str], UUID], today: date, owner: psycopg.Connection
) -> None:
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("decision"))
        commands.complete_decision(petra, decision, due=today)
        commands.begin_decision(petra, decision)
        commands.name_change(petra, decision, kind=ChangedKind.INDICATOR, label="P12")
        analysis = commands.write_analysis(petra, decision.item, says=WHOLE, on=today)
        queries.read_analysis(petra, decision.item.public_id, on=today)
        commands.publish_analysis(petra, analysis, on=today)

    rows = owner.execute(
        "SELECT act, object FROM audit_event WHERE object = ANY(%s) ORDER BY id DESC LIMIT 6",
        [[decision.public_id, analysis.public_id]],
    ).fetchall()
    about, of_analysis = decision.public_id, analysis.public_id
    assert rows[::-1] == [
        ("steering.decision_completed", about),
        ("steering.decision_begun", about),
        ("steering.decision_change_named", about),
        ("steering.analysis_written", of_analysis),
        ("steering.analysis.read", of_analysis),
        ("steering.analysis_published", of_analysis),
    ]


def test_the_overview_shows_the_latest_open_decisions_and_the_register_all(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        spring = queries.open_decision(ref("model_decision")).item
        for number in range(12):
            commands.record_decision(petra, spring, wording=f"Beslut {number}.")

    shown = [one for one in queries.county_overview(today).open_decisions if one.model is None]

    assert [one.number for one in shown] == [2, 14, 13, 12, 11, 10, 9, 8, 7, 6]
    assert queries.decision_list(Wanted(state="open"), on=today).total == 14
