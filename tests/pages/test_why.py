"""Why can I see this: the chain on the page is the rows' own, also when the sender's rows are gone."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varjebarn.disclosure.queries import chain, family_deliveries
from varjebarn.people.commands import involve
from varjebarn.people.queries import my_children, open_child, way_in

from tests.commands.plan_story import published, story_of
from tests.world.browsing import browser_of
from tests.world.forgetting import forget_the_sender

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

REASON = "Mia håller i stödet på rasten."


def at(people, slug):
    """The file that what was sent about Alva landed in, as somebody's unit knows it."""
    with people.acting(slug) as actor:
        return my_children(actor)[0].file


def words(response):
    assert response.status_code == 200
    html = re.sub(r'value="\w{64}"', "", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())


def read(people, slug, child):
    return words(browser_of(people, slug).get(f"/personal/barn/{child}/varfor/"))


def test_the_chain_of_a_copy_is_that_of_its_rows(people, owner):
    child = at(people, "social-worker")
    row = owner.execute(
        "SELECT d.from_unit_name, d.decided_by_name, d.ground, c.purpose, c.valid_to, s.parts "
        "FROM disclosure_delivery d JOIN people_childfile f ON f.id = d.child_file_id "
        "JOIN disclosure_consent c ON c.unit_id = d.unit_id AND c.ref = d.consent_ref "
        "JOIN disclosure_consentscope s ON s.unit_id = c.unit_id AND s.consent_id = c.id "
        "AND s.to_unit_id = c.unit_id "
        "WHERE f.public_id = %s AND d.content_kind = 'plan_version'",
        [child],
    ).fetchone()
    with people.acting("social-worker") as signe:
        found = chain(signe, open_child(signe, child))
        version = next(one for one in found if one.content_kind == "plan_version")
        assert version.consent is not None
        told = (
            version.from_unit_name,
            version.decided_by,
            version.ground,
            version.consent.purpose,
            version.consent.until,
            sorted(version.consent.parts),
        )

    page = read(people, "social-worker", child)

    assert told == (*row[:5], sorted(row[5]))
    assert f"Beslutat av {row[1]}" in page
    assert f"Samtycket gäller {row[3]}" in page
    assert "(OSL 10:1, 12:2" in page
    assert "Karin" in page


def test_a_colleagues_way_in_says_who_let_her_in_and_why(people, alva):
    with people.acting("principal") as lena:
        name = lena.name
        involve(
            lena, open_child(lena, alva), person=people.persons["lead"], role="team", reason=REASON
        )

    page = read(people, "lead", alva)

    assert f"Skäl {REASON} Beslutat av {name}" in page
    assert "Tills någon avslutar det" in page
    with people.acting("lead") as mia:
        (way,) = way_in(mia, open_child(mia, alva))
    assert (way.reason, way.made_by, way.is_own) == (REASON, name, False)


def test_whoever_opened_the_file_let_herself_in(people, alva):
    assert "Beslutat av Dig själv" in read(people, "principal", alva)


def test_what_came_with_a_delivery_names_no_colleague(people):
    """Who let the nurse in was herself, at the intake; the sender's decider stands at the copy."""
    child = at(people, "nurse")

    with people.acting("nurse") as noor:
        ways = way_in(noor, open_child(noor, child))

    assert {(way.role, way.made_by) for way in ways if way.role == "intake"} <= {("intake", "")}
    assert "Beslutat av Dig själv" in read(people, "nurse", child)


def test_the_chain_stands_when_the_senders_rows_are_gone(people, owner):
    child = at(people, "social-worker")
    before = read(people, "social-worker", child)
    assert "Det som andra har skickat hit" in before

    assert forget_the_sender(owner) > 20

    assert read(people, "social-worker", child) == before


def test_it_sends_as_many_statements_for_few_copies_as_for_more(people, world):
    child = at(people, "nurse")
    browser = browser_of(people, "nurse")
    address = f"/personal/barn/{child}/varfor/"
    browser.get(address)
    with CaptureQueriesContext(connection) as few:
        shown = browser.get(address).content.decode().count('id="kopia-')

    story_of(world).publish()
    with CaptureQueriesContext(connection) as more:
        shown_then = browser.get(address).content.decode().count('id="kopia-')

    assert shown_then == shown + 1
    assert len(more) == len(few)


def test_the_link_stands_in_the_same_place_on_every_page_about_a_child(people):
    child = at(people, "social-worker")
    browser = browser_of(people, "social-worker")
    with people.acting("social-worker") as signe:
        copy = chain(signe, open_child(signe, child))[0].delivery
    places = set()
    pages = [
        f"/personal/barn/{child}/{page}" for page in ("", "ord/", "samtycke/", "invandningar/")
    ]
    for address in (*pages, f"/personal/leverans/{copy}/"):
        html = browser.get(address).content.decode()
        head = html[: html.index("Varför ser jag det här?")]
        places.add(head.rsplit("<ul", 1)[1].partition(">")[0])

    assert places == {' class="vb-child-exits vb-plain-list"'}
    assert f"/varfor/#kopia-{copy}" in browser.get(f"/personal/leverans/{copy}/").content.decode()


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "guardian", "keeper"])
def test_outsiders_never_find_it(people, alva, slug):
    browser = browser_of(people, slug)

    assert browser.get(f"/personal/barn/{alva}/varfor/").status_code == 404
    assert browser.get(f"/personal/barn/{at(people, 'social-worker')}/varfor/").status_code == 404


def test_the_family_reads_who_decided_and_until_when(people):
    with people.acting("guardian") as karin:
        copies = family_deliveries(karin)
    page = words(browser_of(people, "guardian").get("/familj/varfor/"))

    assert {copy.decided_by_name for copy in copies} == {
        name for name in {copy.decided_by_name for copy in copies} if name in page
    }
    assert page.count("bestämde att du skulle få det") == len(copies)
    assert page.count("Du kan läsa det till och med") == len(copies)
    assert "12 kap. 3 §" in page
    assert "12 kap. 1 §" in words(browser_of(people, "child").get("/familj/varfor/"))


def test_each_page_of_the_family_leads_there_from_the_same_place(people):
    browser = browser_of(people, "guardian")

    for address in ("/familj/", "/familj/ord/", "/familj/samtycken/", "/familj/vem-har-last/"):
        html = browser.get(address).content.decode()
        assert html.count('href="/familj/varfor/"') == 1
        assert html.index('href="/familj/varfor/"') > html.index("<h1")


def test_ulf_reads_only_his_own_empty_page(people):
    page = words(browser_of(people, "guardian-without-custody").get("/familj/varfor/"))

    assert "Inget har skickats till dig än." in page
    assert "Alva" not in page
    assert browser_of(people, "outsider").get("/familj/varfor/").status_code == 404
