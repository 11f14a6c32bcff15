"""A decision's text is one text: in the register, the minutes and the annual report."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest

from varjebarn.interop.minutes.write import minutes_text
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.minuted import MinutesPage
from varjebarn.steering.queries.annual import annual_facts
from varjebarn.steering.queries.corrections import corrected_since
from varjebarn.steering.values import DecisionPage

from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.steering_minutes import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_copy")]

Ref = Callable[[str], UUID]
NEW, WHY = "Överenskommelser om barn förlängs i två år.", "Tiden blev fel."


@pytest.fixture
def own_copy(
    databases: Databases, made: tuple[str, dict[str, object]], fresh_database: str
) -> Iterator[None]:
    """Give each test its own copy of the module's world: the tests here write."""
    del fresh_database
    with databases.copy(f"own_{uuid4().hex[:8]}", template=made[0]) as copy, pointed_at(copy):
        yield


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Ref:
    return lambda name: UUID(str(world[name]))


def correct(people: People, decision: UUID, *, reason: str = "", wording: str = NEW) -> None:
    with people.acting("process-leader") as petra:
        commands.correct_decision(
            petra, queries.open_decision(decision), wording=wording, reason=reason
        )


def minutes_of(people: People, meeting: UUID, *, on: date) -> MinutesPage:
    with people.acting("process-leader") as petra:
        return queries.minutes_page(petra, meeting, on=on)


def said_everywhere(people: People, page: DecisionPage, *, on: date) -> list[str]:
    """Give a decision's text where it stands: register, minutes, annual report."""
    text = minutes_text(minutes_of(people, page.meeting.id, on=on))
    facts = annual_facts(page.meeting.day.year, made_on=on)
    told = facts.part("decisions").entries
    return [
        page.decision.wording,
        *(line.removeprefix("Beslut: ") for line in text.splitlines() if line[:8] == "Beslut: "),
        *(one.text for one in told if one.ref is not None and one.ref.id == page.decision.id),
    ]


@pytest.mark.parametrize(("decision", "why"), [("decision", ""), ("model_decision", WHY)])
def test_register_minutes_and_annual_report_say_the_same(
    people: People, ref: Ref, today: date, decision: str, why: str
) -> None:
    before = queries.decision_page(ref(decision))

    correct(people, ref(decision), reason=why)

    after = queries.decision_page(ref(decision))
    old, new = before.decision.wording, after.decision.wording
    assert said_everywhere(people, before, on=today)[1:] == [NEW, NEW]
    assert (old == NEW, new) == (False, NEW)
    assert [(one.before, one.after, one.reason) for one in after.corrections] == [(old, NEW, why)]


def test_corrected_after_the_approval_the_minutes_show_both_texts(
    people: People, ref: Ref, today: date
) -> None:
    old = queries.decision_page(ref("model_decision")).decision.wording

    correct(people, ref("model_decision"), reason=WHY)

    text = minutes_text(queries.minutes_page(None, ref("spring"), on=today))
    assert f"Beslut: {NEW}" in text
    assert f"Tidigare lydelse: {old}" in text
    assert f": {WHY}" in text


def test_corrected_in_a_draft_the_minutes_show_the_new_text_alone(
    people: People, ref: Ref, today: date
) -> None:
    old = queries.decision_page(ref("decision")).decision.wording

    correct(people, ref("decision"))

    text = minutes_text(minutes_of(people, ref("meeting"), on=today))
    assert (NEW in text, old in text) == (True, False)


def test_after_the_approval_a_reason_is_asked_for(people: People, ref: Ref) -> None:
    with pytest.raises(Refused) as refused:
        correct(people, ref("model_decision"))

    assert refused.value.reason is DecisionReason.CORRECTED_WITHOUT_REASON
    assert queries.decision_page(ref("model_decision")).corrections == ()


def test_an_approval_with_changes_rewords_a_decision_and_keeps_both(
    people: People, ref: Ref, today: date
) -> None:
    old = queries.decision_page(ref("decision")).decision.wording
    with people.acting("process-leader") as petra:
        commands.approve_minutes(
            petra,
            queries.open_minutes(ref("meeting")),
            at=queries.open_meeting(ref("todays")),
            changes=WHY,
            wordings={ref("decision"): NEW},
            today=today,
        )

    page = queries.decision_page(ref("decision"))
    text = minutes_text(minutes_of(people, ref("meeting"), on=today))
    assert [(one.before, one.reason) for one in page.corrections] == [(old, WHY)]
    assert (f"Beslut: {NEW}" in text, f"Tidigare lydelse: {old}" in text) == (True, True)


def test_a_correction_is_logged_and_numbered(
    people: People, ref: Ref, owner: psycopg.Connection
) -> None:
    for wording in ("En.", "Två."):
        correct(people, ref("decision"), wording=wording)

    asked = (
        "SELECT count(*) FROM audit_event WHERE act = 'steering.decision_corrected' AND object = %s"
    )
    assert owner.execute(asked, [ref("decision")]).fetchone() == (2,)
    numbers = "SELECT number FROM steering_decisioncorrection ORDER BY number"
    assert owner.execute(numbers).fetchall() == [(1,), (2,)]


def test_what_is_corrected_after_an_annual_report_is_told_beside_it(
    people: People, ref: Ref, today: date
) -> None:
    page = queries.decision_page(ref("decision"))
    with people.acting("process-leader") as petra:
        report = commands.publish_annual_report(
            petra, year=page.meeting.day.year, content={}, text="", today=today
        )
    none = corrected_since(report.public_id)

    correct(people, ref("decision"))

    assert none == ()
    found = corrected_since(report.public_id)
    assert [(one.decision, one.after) for one in found] == [(ref("decision"), NEW)]
