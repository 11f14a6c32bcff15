"""Every address that shows something of a child leaves an event, before the answer goes (R25).

Addresses come from the URL configuration, what a page shows is told by the marks in it (canaries.py),
and the event is looked for behind both walls. An address without an event stands below, with why.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.urls import get_resolver

from tests.attacks.addresses import all_addresses
from tests.attacks.trying import Crew, Try, rightful
from tests.world.demo import told_cast

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("fresh_database")]

SEED = 20261124
TIMES = 2  # somebody who may, and another
OF_NO_CHILD = ("county:", "keeper:", "public:", ":")
NAMED = {
    "family:first": "headings of what has been sent to oneself; opening one of them leaves its event",
    "family:why": "who decided to send each of these things, and until when",
    "family:readings": "the lines about readings that are addressed to oneself",
    "family:ask-about-reading": "one of those lines, with a question about it",
    "family:consents": "what oneself has been asked and has answered",
    "family:words": "what oneself has been asked and has written",
    "family:one-question": "a step of a question that was opened, with an event, on the page before",
}
"""Addresses that show something and leave no event, each with why: all of them one's own, in the
family's own compartment, and none opens a copy for the first time."""


def requests(party: Crew) -> Iterator[Try]:
    """Every address, by those whose object it can be about; a list by everybody."""
    known = [
        address
        for address in all_addresses(get_resolver().url_patterns)
        if not address.name.startswith(OF_NO_CHILD)
    ]
    lists = [address for address in known if not address.parameters]
    for address in lists:
        for slug in party.people.persons:
            yield Try(slug=slug, address=address, first=party.found.units[0])
    yield from rightful(party, [a for a in known if a.about], most=TIMES)


@pytest.fixture(scope="module")
def shown(behind, party) -> dict[str, Counter[bool]]:
    """For each address that showed a mark: how often with an event, and how often without."""
    events = "SELECT count(*) FROM audit_event WHERE person_id = %s"
    result: dict[str, Counter[bool]] = {}
    for one in requests(party):
        key = party.keys[party.people.persons[one.slug]]
        (before,) = behind.execute(events, [key]).fetchone()
        answer = party.ask(one)
        if answer.status_code == 200 and party.marks_in(answer):
            (after,) = behind.execute(events, [key]).fetchone()
            result.setdefault(one.address.name, Counter())[after > before] += 1
    return result


@pytest.mark.rule("R25", case="allows")
def test_every_address_that_shows_something_of_a_child_leaves_an_event(shown):
    silent = {name for name, times in shown.items() if times[False]}

    assert silent - set(NAMED) == set()
    assert set(NAMED) <= {address.name for address in all_addresses(get_resolver().url_patterns)}
    assert len(shown) - len(silent) >= 40


@pytest.mark.rule("R25", case="refuses")
def test_a_page_whose_event_cannot_be_written_is_not_shown(behind, party):
    """The other half: take the right to write from the running system, and nothing is shown."""
    function = "vb.record(text, bigint, uuid, text, uuid, boolean)"
    child = next(
        one
        for one in rightful(
            party,
            [a for a in all_addresses(get_resolver().url_patterns) if a.name == "staff:child"],
            most=1,
        )
        if party.marks_in(party.ask(one))
    )

    behind.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM vb_app")
    try:
        answer = party.ask(child)
    finally:
        behind.execute(f"GRANT EXECUTE ON FUNCTION {function} TO vb_app")

    assert answer.status_code != 200
    assert party.marks_in(answer) == set()
    assert party.marks_in(party.ask(child)) != set()
