"""What changes between the page and the click: the click asks anew, and nothing half is left (T23)."""

from uuid import UUID

import pytest

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.ops.world import sharing
from varjebarn.ops.world.logins import unit
from varjebarn.organisations.commands import end_assignment
from varjebarn.people.commands import end_custody, release
from varjebarn.people.queries import guardians, involved, open_child
from varjebarn.plan.queries import current_plan

from tests.attacks.forms import forms_in
from tests.world import staff_story
from tests.world.browsing import browser_of

pytestmark = [
    pytest.mark.world.with_args(staff_story.build),
    pytest.mark.usefixtures("own_database"),
]

ACTS = (
    "plan_planversion",
    "disclosure_disclosure",
    "disclosure_delivery",
    "disclosure_familydelivery",
    "disclosure_submission",
    "wellbeing_signal",
    "people_notice",
)
REFUSALS = ("refused", "wall.refused", "login.failed")


@pytest.fixture
def plan(people, alva) -> UUID:
    with people.acting("principal") as lena:
        found = current_plan(lena, open_child(lena, alva))
        assert found is not None
        return found.public_id


def opened(browser, address):
    """Open a page, and give the form on it that is posted to the page itself."""
    page = browser.get(address)
    assert page.status_code == 200
    return next(
        one for one in forms_in(page.content.decode(), address) if one.action.startswith(address)
    )


def done(owner) -> dict[str, int]:
    """Count what has been done, and what the log says has been done: refusals apart."""
    counts = {table: owner.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ACTS}
    log = "SELECT count(*) FROM audit_event WHERE act <> ALL (%s) AND act NOT LIKE '%%.read'"
    return counts | {"log": owner.execute(log, [list(REFUSALS)]).fetchone()[0]}


@pytest.mark.rule("R10", case="refuses")
def test_a_consent_withdrawn_before_the_click_stops_it(people, plan, alva, owner):
    lena = browser_of(people, "principal")
    form = opened(lena, f"/personal/plan/{plan}/skicka/")
    with people.acting("guardian") as karin:
        ref = family_deliveries(karin, kind="consent_request")[0].subject_ref
        withdraw_consent(karin, ref=ref, unit=unit(*sharing.MEDICAL).unit)
    before = done(owner)

    answer = lena.post(form.action, form.filled(lambda _: "ord"))

    assert answer.status_code == 409
    assert done(owner) == before


@pytest.mark.rule("R10", case="allows")
def test_the_same_click_sends_when_nothing_has_changed(people, plan, owner):
    lena = browser_of(people, "principal")
    form = opened(lena, f"/personal/plan/{plan}/skicka/")
    before = done(owner)

    answer = lena.post(form.action, form.filled(lambda _: "ord"))

    assert answer.status_code == 302
    assert done(owner)["disclosure_delivery"] > before["disclosure_delivery"]


@pytest.mark.rule("R29", case="refuses")
def test_who_is_released_before_the_click_writes_nothing(people, alva, owner):
    tor = browser_of(people, "teacher")
    form = opened(tor, f"/personal/barn/{alva}/uppmarksamma/")
    with people.acting("principal") as lena:
        for line in involved(lena, open_child(lena, alva)):
            if line.person == people.persons["teacher"]:
                release(lena, involvement=line.involvement, reason="klart")
    before = done(owner)

    answer = tor.post(form.action, form.filled(lambda _: "Alva drog sig undan"))

    assert answer.status_code == 404
    assert done(owner) == before


def test_whose_assignment_ends_before_the_click_is_asked_who_she_is(people, alva, owner):
    tor = browser_of(people, "teacher")
    form = opened(tor, f"/personal/barn/{alva}/uppmarksamma/")
    assignment = people.login(people.persons["teacher"], _staff())[1]
    with people.acting("keeper") as kim:
        end_assignment(kim, assignment=assignment)
    before = done(owner)

    answer = tor.post(form.action, form.filled(lambda _: "Alva drog sig undan"))

    assert answer.status_code == 401
    assert "Alva drog sig undan" in answer.content.decode()
    assert done(owner) == before


def _staff():
    from varjebarn.kernel.actors import Kind  # noqa: PLC0415 - a name used once

    return Kind.STAFF


@pytest.mark.rule("R14", case="refuses")
def test_whose_custody_ends_before_the_click_answers_nothing(people, alva, owner):
    with people.acting("guardian") as karin:
        request = family_deliveries(karin, kind="consent_request")[0].public_id
    browser = browser_of(people, "guardian")
    address = f"/familj/fraga/{request}/svara/"
    assert browser.get(address).status_code == 200
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        karins = next(g for g in guardians(lena, child) if g.custody)
        end_custody(lena, karins, source="Tingsrättens dom")
    before = done(owner)

    answers = [
        browser.post(f"/familj/fraga/{request}/{page}/", {"sakert": "on"}).status_code
        for page in ("svara", "se-over")
    ]

    assert answers == [404, 404]
    assert done(owner) == before
