"""Every address for staff: found by those who are involved, and by nobody else."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, reverse
from django.utils import timezone

from varjebarn.disclosure import queries as disclosure
from varjebarn.disclosure.commands import withhold
from varjebarn.disclosure.withholding import Kind, Reach, Why, Wish
from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world.logins import People, unit
from varjebarn.participation.queries import views
from varjebarn.people.commands import involve, open_file
from varjebarn.people.queries import guardians, involved, open_child
from varjebarn.plan.queries import current_plan, working_document
from varjebarn.web.staff import urls
from varjebarn.wellbeing.queries import signals

from tests.world.browsing import HOST, browser_of
from tests.world.cast import people_of
from tests.world.circle import MEDICAL
from tests.world.staff_story import build

pytestmark = pytest.mark.world.with_args(build)

OPEN_TO_ALL_STAFF = {"day"}
BY_DUTY = {"log", "new_child", "search", "glass", "register", "leaves", "new_leave", "end_leave"}
OF_THE_LOG = {
    "log_extract",
    "reviews",
    "draw_reviews",
    "review",
    "ask_reader",
    "explain",
    "reading_questions",
    "answer_reading",
}
"""Their walls are tried in test_log_review_pages.py."""
ONLY_POSTED = {
    "seen",
    "mend",
    "take_in",
    "plan_nobody_else",
    "receive_signal",
    "end_stand_in",
    "end_substitute",
}
CHILD = [
    "child",
    "why_me",
    "concern",
    "involve",
    "seen",
    "mend",
    "around",
    "numbers",
    "new_number",
    "join",
    "delegate",
    "notice",
    "assess",
    "share",
    "outside",
    "give_outside",
    "consents",
    "ask_consent",
    "consent_state",
    "words",
    "ask_words",
    "ask_guardian",
    "note_view",
    "words_sheet",
    "child_plan",
    "guardians",
    "new_guardian",
    "new_substitute",
    "objections",
    "earlier",
    "withheld",
    "choose_withheld",
    "protection",
    "name_reader",
]
PLAN = [
    "plan",
    "plan_receipts",
    "plan_why",
    "plan_need",
    "plan_action",
    "plan_team",
    "plan_follow_up",
    "plan_disagreement",
    "plan_no_view",
    "plan_nobody_else",
    "plan_invite",
    "plan_publish",
    "plan_lead",
    "plan_close",
]
SIGNAL = ["signal", "hand", "deliver_signal", "answer_sender", "close_signal"]
DELIVERY = [
    "delivery",
    "take",
    "decline",
    "contribute",
    "receive_signal",
    "own_number",
    "pass_on",
    "feedback",
]
OUTSIDE = {"outside_part", "outside_paper"}
OUTSIDERS = (
    "outsider",
    "outsider-elsewhere",
    "police",
    "lead",
    "keeper",
    "log-reviewer",
    "process-leader",
)


def on() -> date:
    return timezone.localdate()


def from_karin() -> Wish:
    """What keeps one thing from every guardian for a month."""
    return Wish(
        kind=Kind.NEED,
        reach=Reach.GUARDIANS,
        why=Why.HARM,
        reason="Barnet kan lida men av det.",
        review_on=on() + timedelta(days=30),
    )


def names(patterns: Sequence[URLPattern | URLResolver]) -> set[str]:
    return {
        name
        for one in patterns
        for name in (names(one.url_patterns) if isinstance(one, URLResolver) else {str(one.name)})
    }


@pytest.fixture(scope="module")
def addresses(people: People, world: dict[str, object]) -> dict[str, str]:
    """Give one real address of each name, all about Alva at the school."""
    with people.acting("principal") as lena:
        file = open_child(lena, UUID(str(world["alva"])))
        plan = current_plan(lena, file)
        assert plan is not None
        document = working_document(lena, plan)
        assert document.goals is not None
        assert document.actions is not None
        need, action = document.goals.needs[0].ref, document.actions.lines[0].ref
        signal = signals(lena, file)[0].signal
        consent = disclosure.consents(lena, file)[0].consent.ref
        copy = disclosure.deliveries(lena, file)[0].public_id
        submission = disclosure.submissions(lena, file)[0].public_id
        view = views(lena, file)[0].view
        involvement = involved(lena, file)[0].involvement
        ending = involve(
            lena,
            file,
            person=people.persons["teacher"],
            role="team",
            reason="prov",
            valid_to=timezone.now() + timedelta(days=9),
        )
        guardian = guardians(lena, file)[0].public_id
        kept = withhold(lena, file, item=need, label="Ett behov", wish=from_karin(), on=on())
    args: dict[str, list[object]] = {
        **{name: [file.public_id] for name in CHILD},
        **{name: [plan.public_id] for name in PLAN},
        **{name: [signal] for name in SIGNAL},
        **{name: [copy] for name in DELIVERY},
        **{name: [UUID(int=7)] for name in OUTSIDE},
        "enter_answer": [file.public_id, consent],
        "consent_sheet": [file.public_id, consent],
        "stand_in": [file.public_id, consent],
        "assess_maturity": [file.public_id, consent],
        "end_stand_in": [file.public_id, consent, uuid4()],
        "consent_paper": [file.public_id, uuid4()],
        "end_substitute": [file.public_id, uuid4()],
        "release": [file.public_id, involvement],
        "prolong": [file.public_id, ending],
        "end_delegation": [file.public_id, involvement],
        "withhold": [file.public_id, "need", need],
        "review_withheld": [file.public_id, kept],
        "end_custody": [file.public_id, guardian],
        "notice_way": [file.public_id, guardian],
        "take_in": [submission],
        "mark": [file.public_id, copy],
        "influence": [view],
        "plan_version": [plan.public_id, 1],
        "plan_preview": [plan.public_id, unit(*MEDICAL).unit],
        "plan_goal": [plan.public_id, need],
        "plan_leave": [plan.public_id, need],
        "plan_change": [plan.public_id, action],
    }
    return {name: reverse(f"staff:{name}", args=given) for name, given in args.items()}


def test_every_address_stands_in_the_table(addresses: dict[str, str]) -> None:
    # What an objection's own page shows stands in test_objection_pages.py.
    assert names(urls.urlpatterns) == set(addresses) | OPEN_TO_ALL_STAFF | BY_DUTY | OF_THE_LOG | {
        "answer_objection"
    }


def test_the_principal_finds_them(people: People, addresses: dict[str, str]) -> None:
    """What the outsiders don't find is there: it could leak."""
    lena = browser_of(people, "principal")
    # A contribution is no plan, nothing was asked about the signal, it was noticed here, the plan is one's
    # own, no association has got a part, and only protected data have named readers.
    # At seven nobody is assessed, and no paper has been scanned (test_consent_departures).
    absent = {
        "contribute",
        "deliver_signal",
        "answer_sender",
        "assess_maturity",
        "consent_paper",
        "name_reader",
        "feedback",
    }
    absent |= OUTSIDE

    found = {
        name: lena.get(address).status_code
        for name, address in addresses.items()
        if name not in ONLY_POSTED
    }

    assert {name for name, status in found.items() if status == HTTPStatus.NOT_FOUND} == absent
    assert set(found.values()) == {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.NOT_FOUND}


@pytest.mark.rule("R46")
@pytest.mark.parametrize("slug", OUTSIDERS)
def test_an_outsider_finds_none_of_them(
    people: People, addresses: dict[str, str], slug: str
) -> None:
    browser = browser_of(people, slug)

    read = {name: browser.get(address).status_code for name, address in addresses.items()}
    written = {name: browser.post(address, {}).status_code for name, address in addresses.items()}

    assert {n: s for n, s in read.items() if n not in ONLY_POSTED} == dict.fromkeys(
        addresses.keys() - ONLY_POSTED, HTTPStatus.NOT_FOUND
    )
    assert {
        name: status for name, status in written.items() if status != HTTPStatus.NOT_FOUND
    } == dict.fromkeys(
        written.keys()
        & {
            "around",
            "child",
            "why_me",
            "concern",
            "consents",
            "consent_paper",
            "consent_state",
            "outside",
            "outside_paper",
            "consent_sheet",
            "words_sheet",
            "guardians",
            "words",
            "objections",
            "earlier",
            "withheld",
            "choose_withheld",
            "plan",
            "plan_receipts",
            "plan_version",
            "plan_preview",
            "signal",
            "delivery",
        },
        HTTPStatus.METHOD_NOT_ALLOWED,
    )


@pytest.mark.parametrize("slug", ["nurse", "social-worker"])
def test_another_unit_does_not_find_the_schools_addresses(
    people: People, addresses: dict[str, str], slug: str
) -> None:
    """They hold copies of the plan, in their own compartment; the school's file is not there."""
    browser = browser_of(people, slug)

    statuses = {
        browser.get(address).status_code
        for name, address in addresses.items()
        if name not in ONLY_POSTED
    }

    assert statuses == {HTTPStatus.NOT_FOUND}


@pytest.mark.parametrize("slug", OUTSIDERS[:3])
def test_an_outsiders_day_says_nothing_of_alva(people: People, slug: str) -> None:
    shown = browser_of(people, slug).get("/personal/").content.decode()

    assert "Alva" not in shown
    assert "Viggo" not in shown


def test_the_log_is_there_for_its_reviewer_alone(people: People) -> None:
    reviewer = browser_of(people, "log-reviewer")
    read, address = "", "/personal/logg/"
    while address:
        page = reviewer.get(address)
        assert page.status_code == HTTPStatus.OK
        read += page.content.decode()
        older = re.search(r'href="(/personal/logg/\?fore=[^"]+)"', page.content.decode())
        address = older[1] if older else ""

    assert "skickade planen" in read
    assert "Alva Lund" in read
    assert browser_of(people, "principal").get("/personal/logg/").status_code == 404
    assert browser_of(people, "outsider").get("/personal/logg/").status_code == 404


@pytest.mark.parametrize(
    ("slug", "status"),
    [("principal", 200), ("nurse", 200), ("keeper", 404), ("log-reviewer", 404), ("guardian", 404)],
)
def test_a_child_is_added_by_those_who_work_with_children(
    people: People, slug: str, status: int
) -> None:
    browser = browser_of(people, slug)

    assert browser.get("/personal/barn/ny/").status_code == status
    if status == HTTPStatus.NOT_FOUND:
        assert browser.post("/personal/barn/ny/", {}).status_code == status


def test_the_log_can_be_turned_page_by_page(people: People) -> None:
    browser = browser_of(people, "log-reviewer")
    first = browser.get("/personal/logg/").content.decode()

    older = re.search(r'href="(/personal/logg/\?fore=[^"]+)"', first)

    assert older is not None
    assert browser.get(older[1]).status_code == HTTPStatus.OK
    assert browser.get("/personal/logg/?fore=nonsens").status_code == HTTPStatus.OK


def test_nobody_without_a_login_comes_in(addresses: dict[str, str]) -> None:
    answer = Client(HTTP_HOST=HOST).get(addresses["child"])

    assert answer.status_code == HTTPStatus.FOUND
    assert answer.headers["Location"].startswith(settings.LOGIN_URL)


def test_the_family_finds_none_of_it(people: People, addresses: dict[str, str]) -> None:
    karin = browser_of(people, "guardian")

    assert karin.get(addresses["plan"]).status_code == HTTPStatus.NOT_FOUND
    assert karin.get("/personal/").status_code == HTTPStatus.NOT_FOUND


def test_a_longer_caseload_asks_no_more_of_the_database(
    world: dict[str, object], own_database: str
) -> None:
    people = people_of(world)
    browser = browser_of(people, "principal")
    browser.get("/personal/")
    with CaptureQueriesContext(connection) as before:
        browser.get("/personal/")
    for number in range(30):
        with people.acting("principal") as lena:
            open_file(
                lena,
                given_name=f"Barn{number}",
                family_name="Prov",
                born=timezone.localdate().replace(year=2018, day=1),
                reason="prov",
                identifiers=[(IdentifierSystem.LOCAL, f"prov-{uuid4()}")],
            )

    with CaptureQueriesContext(connection) as after:
        shown = browser.get("/personal/").content.decode()

    assert "Barn29" in shown
    assert len(after) == len(before)
