"""Where organisations stand, and texts that contradict each other until a decision solves it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.models import Standing

from tests.world.cast import people_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OURS = "Växjö kommun"


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def test_an_organisation_joins_step_by_step_and_its_history_stays(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        commands.note_joining(
            petra,
            organisation=organisation(OURS),
            standing=Standing.TESTS,
            since=today - timedelta(days=100),
            decision=queries.open_decision(ref("model_decision")),
        )
        commands.note_joining(
            petra,
            organisation=organisation(OURS),
            standing=Standing.JOINED,
            since=today,
            decided_by="Kommunfullmäktige, paragraf 12",
        )

    named, lines = queries.joining_history(organisation(OURS))
    now = {line.organisation.name: line for line in queries.joining_lines()}
    assert named.name == OURS
    assert [(line.standing, line.since) for line in lines] == [
        ("joined", today),
        ("tests", today - timedelta(days=100)),
    ]
    assert [line.decision.id for line in lines if line.decision] == [ref("model_decision")]
    assert (now[OURS].standing, now[OURS].decided_by) == (
        "joined",
        "Kommunfullmäktige, paragraf 12",
    )
    assert (now["Lessebo kommun"].standing, now["Lessebo kommun"].since) == ("outside", None)


@pytest.mark.parametrize(
    ("standing", "days", "decided_by", "reason"),
    [
        (Standing.TESTS, 1, "Eget beslut", DecisionReason.STANDS_THERE_ALREADY),
        (Standing.JOINED, 0, "Eget beslut", DecisionReason.JOINED_BACKWARDS),
        (Standing.JOINED, 1, " ", DecisionReason.JOINED_WITHOUT_DECISION),
        (Standing.OUTSIDE, 1, "", None),
    ],
)
def test_a_change_rests_on_a_decision_and_comes_after_the_last(
    people: People,
    today: date,
    standing: Standing,
    days: int,
    decided_by: str,
    reason: object,
) -> None:
    def note(standing: Standing, since: date, decided_by: str) -> None:
        with people.acting("process-leader") as petra:
            commands.note_joining(
                petra,
                organisation=organisation(OURS),
                standing=standing,
                since=since,
                decided_by=decided_by,
            )

    note(Standing.TESTS, today, "Eget beslut")
    found = None
    try:
        note(standing, today + timedelta(days=days), decided_by)
    except Refused as refused:
        found = refused.reason

    assert found is reason


def test_a_contradiction_is_seen_from_both_texts_until_a_decision_solves_it(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        other = commands.register_agreement(
            petra,
            title="Om planer",
            parties=[organisation(OURS), organisation("Region Kronoberg")],
            valid_from=today,
            valid_to=today + timedelta(days=30),
        )
        one = queries.open_agreement(ref("agreement"))
        marked = commands.mark_contradiction(
            petra,
            one,
            says="Kommunen kallar.",
            other=other,
            other_says="Den som ser behovet kallar.",
            owner=queries.open_body(ref("group")),
        )
    titles = {line.title: line.contradicts for line in queries.agreement_lines(today)}
    seen = queries.agreement_page(other.public_id).contradictions[0]
    with people.acting("process-leader") as petra:
        decision = queries.open_decision(ref("decision"))
        commands.solve_contradiction(
            petra, queries.open_contradiction(marked.public_id), decision=decision
        )
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.solve_contradiction(
            petra, queries.open_contradiction(marked.public_id), decision=decision
        )

    assert titles == {one.title: ("Vägledningen", "Om planer"), "Om planer": (one.title,)}
    assert (seen.says, seen.other_says) == ("Den som ser behovet kallar.", "Kommunen kallar.")
    solved = queries.agreement_page(other.public_id)
    assert solved.line.contradicts == ()
    assert solved.contradictions[0].solved_by is not None
    assert solved.contradictions[0].solved_by.id == ref("decision")
    assert refused.value.reason is DecisionReason.SOLVED_ALREADY


def test_a_text_does_not_contradict_itself(people: People, ref: Callable[[str], UUID]) -> None:
    one, owner = queries.open_agreement(ref("agreement")), queries.open_body(ref("group"))
    with pytest.raises(Refused) as refused, people.acting("process-leader") as petra:
        commands.mark_contradiction(
            petra, one, says="Ja.", other=one, other_says="Nej.", owner=owner
        )

    assert refused.value.reason is DecisionReason.TEXTS_ARE_ONE
