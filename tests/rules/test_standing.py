"""What held on a day, how long a consent runs, and how long the family sees what it was given."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.policy import ChildAnswer, ConsentFacts, is_complete
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.standing import (
    ConsentEvent,
    Reminder,
    access_until,
    consent_on,
    consent_until,
    guardian_may_receive,
    reminder,
)
from varjebarn.kernel.ages import birthday
from varjebarn.kernel.decisions import ALLOWED

BORN = date(2014, 2, 28)
SOCIAL = 3


def said(at: tuple[int, ...], *, yes: bool = True, **changes: Any) -> ConsentEvent:
    """Give one thing Karin said about the social services and the actions."""
    moment = datetime(*at, tzinfo=UTC)  # type: ignore[arg-type, misc]  # year to minute
    words = {"at": moment, "consenter": "Karin", "unit": SOCIAL, "part": "actions", "is_yes": yes}
    return ConsentEvent(**words | changes)


HELD = frozenset({("Karin", SOCIAL, "actions")})
STORY = (
    said((2026, 1, 20, 9), until=date(2026, 6, 1)),
    said((2026, 3, 10, 9), yes=False),
    said((2026, 4, 2, 9), until=date(2026, 6, 1)),
    said((2026, 4, 20, 9), yes=False),
    said((2026, 5, 4, 9), until=date(2026, 9, 1)),
)


@pytest.mark.rule("R10")
@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 1, 19), frozenset()),
        (date(2026, 1, 20), HELD),
        (date(2026, 3, 3), HELD),
        (date(2026, 3, 10), frozenset()),
        (date(2026, 4, 1), frozenset()),
        (date(2026, 4, 2), HELD),
        (date(2026, 4, 20), frozenset()),
        (date(2026, 5, 4), HELD),
        (date(2026, 8, 31), HELD),
        (date(2026, 9, 1), frozenset()),
    ],
)
def test_what_held_on_a_day_does_not_change_by_what_is_said_later(
    day: date, held: frozenset[tuple[str, int, str]]
) -> None:
    assert consent_on(STORY, day) == held


@pytest.mark.rule("R10")
def test_the_same_story_in_another_order_says_the_same() -> None:
    assert consent_on(tuple(reversed(STORY)), date(2026, 3, 3)) == HELD


def test_a_day_is_a_swedish_day() -> None:
    after_midnight_in_sweden = said((2026, 3, 2, 23, 30))

    assert consent_on([after_midnight_in_sweden], date(2026, 3, 2)) == frozenset()
    assert consent_on([after_midnight_in_sweden], date(2026, 3, 3)) == HELD


def test_each_consenter_unit_and_part_stands_alone() -> None:
    events = (
        *STORY[:1],
        said((2026, 1, 20, 9), unit=4),
        said((2026, 1, 20, 9), consenter="Alva"),
        said((2026, 2, 1, 9), part="views", yes=False),
        said((2026, 2, 2, 9), unit=4, yes=False),
    )

    assert consent_on(events, date(2026, 3, 3)) == HELD | {("Alva", SOCIAL, "actions")}


@given(
    st.lists(
        st.builds(
            said,
            st.tuples(st.just(2026), st.integers(1, 12), st.integers(1, 28), st.integers(0, 23)),
            yes=st.booleans(),
            until=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
            unit=st.sampled_from([2, 3]),
            consenter=st.sampled_from(["Karin", "Alva"]),
        ),
        unique_by=lambda event: event.at,
    ),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_what_is_said_afterwards_never_changes_the_past(
    events: list[ConsentEvent], day: date
) -> None:
    later = [said((2027, 3, 1, 9)), said((2027, 4, 1, 9), yes=False)]

    assert consent_on(events, day) == consent_on([*events, *later], day)


@pytest.mark.rule("R13", case="allows")
@pytest.mark.parametrize(
    ("asked_until", "by_guardian", "ends"),
    [
        (date(2026, 9, 1), True, date(2026, 9, 1)),
        (date(2029, 1, 1), True, date(2027, 3, 3)),
        (date(2029, 1, 1), False, date(2027, 3, 3)),
    ],
)
def test_a_consent_runs_as_asked_and_at_most_a_year(
    asked_until: date, ends: date, *, by_guardian: bool
) -> None:
    given_on = date(2026, 3, 3)

    end = consent_until(BORN, given_on=given_on, asked_until=asked_until, by_guardian=by_guardian)

    assert end == ends


@pytest.mark.rule("R13", case="refuses")
def test_a_guardians_consent_ends_on_the_18th_birthday_and_the_young_person_is_asked() -> None:
    given_on, turns_18 = date(2031, 11, 1), date(2032, 2, 28)

    end = consent_until(BORN, given_on=given_on, asked_until=date(2032, 6, 1), by_guardian=True)
    not_asked_yet = ConsentFacts(born=BORN, on=end, guardians=(), child=ChildAnswer.HEARD)

    assert end == turns_18
    assert is_complete(not_asked_yet).reason is Reason.CHILD_MUST_CONSENT


def test_a_year_from_a_leap_day_is_the_last_of_february() -> None:
    end = consent_until(
        BORN, given_on=date(2028, 2, 29), asked_until=date(2030, 1, 1), by_guardian=True
    )

    assert end == date(2029, 2, 28)


@pytest.mark.rule("R13")
@pytest.mark.rule("R14")
@pytest.mark.parametrize(
    ("on", "agreed_on", "until"),
    [
        (date(2026, 3, 3), None, date(2027, 2, 28)),
        (date(2027, 2, 27), None, date(2027, 2, 28)),
        (date(2027, 2, 28), None, date(2027, 2, 28)),
        (date(2028, 1, 1), None, date(2027, 2, 28)),
        (date(2028, 1, 1), date(2027, 12, 1), date(2030, 2, 28)),
        (date(2030, 3, 1), date(2027, 12, 1), date(2030, 2, 28)),
        (date(2030, 3, 1), date(2030, 2, 28), date(2032, 2, 28)),
        (date(2032, 2, 28), date(2031, 1, 1), date(2032, 2, 28)),
    ],
)
def test_a_guardians_view_closes_at_13_unless_agreed_and_at_18_for_good(
    on: date, agreed_on: date | None, until: date
) -> None:
    assert access_until(BORN, on=on, is_guardian=True, agreed_on=agreed_on) == until


@pytest.mark.rule("R14", case="allows")
@pytest.mark.rule("R13", case="allows")
@pytest.mark.parametrize(
    ("on", "changes"),
    [
        (date(2027, 2, 27), {}),
        (date(2027, 2, 28), {"agreed_on": date(2027, 2, 28)}),
        (date(2030, 2, 27), {"agreed_on": date(2027, 12, 1)}),
        (date(2032, 2, 27), {"agreed_on": date(2030, 3, 1)}),
        (date(2032, 2, 27), {"must_answer": True}),
    ],
)
def test_a_guardian_receives_while_the_view_is_open(on: date, changes: dict[str, Any]) -> None:
    assert guardian_may_receive(BORN, on=on, **changes) == ALLOWED


@pytest.mark.rule("R14", case="refuses")
@pytest.mark.parametrize(
    ("on", "changes"),
    [
        (date(2027, 2, 28), {}),
        (date(2031, 1, 1), {}),
        (date(2030, 2, 28), {"agreed_on": date(2027, 12, 1)}),
    ],
)
def test_from_13_and_again_from_16_nothing_comes_without_an_agreement(
    on: date, changes: dict[str, Any]
) -> None:
    assert guardian_may_receive(BORN, on=on, **changes).reason is Reason.GUARDIAN_VIEW_CLOSED


@pytest.mark.rule("R13", case="refuses")
@pytest.mark.parametrize("changes", [{}, {"agreed_on": date(2031, 1, 1)}, {"must_answer": True}])
def test_from_18_nothing_comes_to_a_guardian(changes: dict[str, Any]) -> None:
    decision = guardian_may_receive(BORN, on=date(2032, 2, 28), **changes)

    assert decision.reason is Reason.GUARDIAN_VIEW_ENDED


@pytest.mark.rule("R14")
def test_the_closing_never_stands_in_the_way_of_a_question_to_the_guardian() -> None:
    at_15 = date(2029, 5, 5)

    assert access_until(BORN, on=at_15, is_guardian=True, must_answer=True) == date(2032, 2, 28)


@pytest.mark.rule("R13")
def test_a_young_persons_own_copy_never_closes() -> None:
    assert access_until(BORN, on=date(2026, 3, 3), is_guardian=False) is None


@pytest.mark.rule("R13")
@given(
    born=st.dates(date(1996, 1, 1), date(2030, 1, 1)),
    on=st.dates(date(2014, 1, 1), date(2050, 1, 1)),
    agreed_on=st.none() | st.dates(date(2014, 1, 1), date(2050, 1, 1)),
    must_answer=st.booleans(),
)
def test_no_guardian_sees_anything_from_the_18th_birthday(
    born: date, on: date, agreed_on: date | None, *, must_answer: bool
) -> None:
    end = access_until(born, on=on, is_guardian=True, agreed_on=agreed_on, must_answer=must_answer)

    assert end is not None
    assert end <= birthday(born, 18)


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (-1, None),
        (0, Reminder.WEEK),
        (7, Reminder.WEEK),
        (8, Reminder.MONTH),
        (30, Reminder.MONTH),
        (31, None),
    ],
)
def test_a_month_and_a_week_before_the_last_day_there_is_a_word_about_it(
    left: int, found: Reminder | None
) -> None:
    on = date(2026, 3, 3)
    last_day = on + timedelta(days=left)

    assert reminder(last_day + timedelta(days=1), on=on) is found
