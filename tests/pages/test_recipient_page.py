"""What the recipient does with a copy: reads what it is, numbers it, passes it on, or sends it back."""

import re
from uuid import UUID

import pytest

from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries import receipts
from varjebarn.ops.world.logins import unit
from varjebarn.organisations.commands import assign
from varjebarn.organisations.reference import first_keeper
from varjebarn.people.queries import open_child, unseen_notices, way_in

from tests.commands.plan_story import invited, story_of
from tests.world.browsing import browser_of, words_of
from tests.world.circle import SOCIAL

pytestmark = [pytest.mark.world.with_args(invited), pytest.mark.usefixtures("own_database")]

REASON = "Barnet är skrivet i en annan kommun."
WHY = "Siv tar utredningen."
NUMBER = "SN 2026/0417"
REPORTS = ("wellbeing_signal", "wellbeing_signalnote", "wellbeing_assessment", "plan_plan")
ROWS = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND a.attname = 'child_file_id' AND NOT a.attisdropped ORDER BY 1
"""


@pytest.fixture
def story(world):
    return story_of(world)


@pytest.fixture
def signe(story):
    return browser_of(story.people, "social-worker")


@pytest.fixture
def copy(story):
    """The invitation that waits at social services."""
    with story.people.acting("social-worker") as actor:
        return Delivery.objects.get(unit_id=actor.unit_id).public_id


@pytest.fixture
def child(story):
    """The child as social services know the child."""
    with story.people.acting("social-worker") as actor:
        return Delivery.objects.get(unit_id=actor.unit_id).child_file.public_id


@pytest.fixture
def colleague(story):
    """Another social worker, newly employed."""
    with story.people.acting_person(first_keeper(unit(*SOCIAL).unit)) as keeper:
        return assign(
            keeper,
            given_name="Siv",
            family_name="Prov",
            title="Socialsekreterare",
            duties=["professional"],
        )


def taken(signe, copy):
    answer = signe.post(f"/personal/leverans/{copy}/ta-emot/", {"into": "ny", "taker": "jag"})
    assert answer.status_code == 302
    return f"/personal/leverans/{copy}/"


def rows_at(owner, copy):
    """How many rows about children the recipient's unit holds, by table."""
    (unit,) = owner.execute(
        "SELECT unit_id FROM disclosure_delivery WHERE public_id = %s", [copy]
    ).fetchone()
    count = "SELECT count(*) FROM {} WHERE unit_id = %s"
    return {
        table: owner.execute(count.format(table), [unit]).fetchone()[0]
        for (table,) in owner.execute(ROWS).fetchall()
    }


def news_of(story, kind):
    with story.people.acting("principal") as lena:
        return [line for line in unseen_notices(lena) if line.kind == kind]


def test_it_says_what_it_is_and_what_it_is_not(signe, copy):
    page = words_of(signe.get(f"/personal/leverans/{copy}/"))

    assert "Ett underlag som familjen har sagt ja till att ni får." in page
    assert "Det är ingen orosanmälan, och inget ärende börjar av sig självt." in page
    assert "bedöm själva vad ni behöver göra" in page


def test_it_turns_into_no_report_by_itself(signe, copy, owner):
    """What is opened, taken in, numbered and passed on makes rows of handling, and no case."""
    before = rows_at(owner, copy)

    address = taken(signe, copy)
    signe.get(address)
    signe.post(f"{address}eget-nummer/", {"number": NUMBER})

    after = rows_at(owner, copy)
    assert {table for table in after if after[table] != before[table]} == {
        "audit_event",
        "disclosure_ownnumber",
        "people_involvement",
    }
    assert {table: after[table] for table in REPORTS} == dict.fromkeys(REPORTS, 0)


def test_once_taken_in_it_offers_what_can_be_done(signe, copy):
    waiting = signe.get(f"/personal/leverans/{copy}/").content.decode()

    page = signe.get(taken(signe, copy)).content.decode()

    for what in ("eget-nummer", "vidare", "avboj"):
        link = f'href="/personal/leverans/{copy}/{what}/"'
        assert link in page
        assert (link in waiting) == (what == "avboj")
    assert "Svara avsändaren" in page


def test_it_gets_a_number_of_ones_own_and_the_earlier_one_stays(signe, copy):
    address = f"{taken(signe, copy)}eget-nummer/"

    empty = signe.post(address, {"number": " "})
    for number in ("SN 2026/0001", NUMBER):
        assert signe.post(address, {"number": number}).status_code == 302

    assert "Skriv ert eget ärendenummer" in words_of(empty, 422)
    assert f"Eget nummer: {NUMBER} (Signe" in words_of(signe.get(f"/personal/leverans/{copy}/"))
    assert "SN 2026/0001" in words_of(signe.get(address))
    assert NUMBER in words_of(signe.get("/personal/register/"))


def test_the_sender_hears_that_it_was_taken_in(story, signe, copy):
    assert news_of(story, "delivery_filed") == []

    taken(signe, copy)

    assert len(news_of(story, "delivery_filed")) == 1
    lena = browser_of(story.people, "principal")
    assert "En annan verksamhet har tagit emot det ni skickade." in words_of(lena.get("/personal/"))
    assert "Mottagen: Socialtjänst barn och unga, Signe" in words_of(
        lena.get(f"/personal/barn/{story.alva}/")
    )


@pytest.mark.parametrize("is_taken", [True, False])
def test_what_does_not_belong_here_goes_back_with_a_reason(story, signe, copy, is_taken):
    if is_taken:
        taken(signe, copy)
    address = f"/personal/leverans/{copy}/avboj/"

    empty = signe.post(address, {"reason": " "})
    assert signe.post(address, {"reason": REASON}).status_code == 302

    assert "Skriv varför" in words_of(empty, 422)
    assert len(news_of(story, "delivery_declined")) == 1
    with story.people.acting("principal") as lena:
        back = [line for line in receipts(lena, open_child(lena, story.alva)) if line.reason]
    assert [(line.what, line.reason) for line in back] == [("declined", REASON)]
    lena_reads = browser_of(story.people, "principal").get(f"/personal/barn/{story.alva}/")
    assert REASON in words_of(lena_reads)


def test_what_has_gone_back_is_closed(signe, copy):
    address = taken(signe, copy)
    assert "Bidra till planen" in words_of(signe.get(address))
    signe.post(f"{address}avboj/", {"reason": REASON})

    page = words_of(signe.get(address))

    assert "Kopian är stängd" in page
    assert "Bidra till planen" not in page
    assert "Det här kan ni göra" not in page
    for what in ("avboj", "vidare", "eget-nummer", "ta-emot"):
        answer = signe.post(f"{address}{what}/", {"reason": "x", "number": "1"})
        assert (answer.status_code, answer.headers["Location"]) == (302, address)


def test_it_is_passed_on_to_a_colleague_by_name_with_a_reason(
    story, signe, copy, child, colleague, owner
):
    address = f"{taken(signe, copy)}vidare/"
    (person,) = re.findall(r'name="person" value="([^"]+)"', signe.get(address).content.decode())
    siv = UUID(person)

    empty = signe.post(address, {"person": person, "reason": ""})
    assert signe.post(address, {"person": person, "reason": WHY}).status_code == 302

    assert re.search(rf'value="{person}"[^>]*checked', empty.content.decode())
    assert empty.status_code == 422
    with story.people.acting_person(siv) as actor:
        assert open_child(actor, child).public_id == child
        assert [(way.reason, way.made_by) for way in way_in(actor, open_child(actor, child))] == [
            (WHY, "Signe Falkenberg")
        ]
        assert ("passed_on", copy) in {(one.kind, one.object) for one in unseen_notices(actor)}
    with story.people.acting("social-worker") as actor:
        assert "passed_on" not in {one.kind for one in unseen_notices(actor)}


@pytest.mark.rule("R37", case="allows")
def test_a_copy_is_marked_and_the_marking_is_taken_away_by_a_later_one(signe, copy, child, owner):
    taken(signe, copy)
    address = f"/personal/barn/{child}/handling/{copy}/"
    mark = {"provision": "OSL 26:1", "authority": "Socialnämnden", "marked_on": "2026-11-01"}

    without = signe.post(address, mark | {"provision": ""})
    signe.post(address, mark)
    shown = words_of(signe.get(f"/personal/leverans/{copy}/"))
    listed = words_of(signe.get("/personal/register/"))
    signe.post(address, mark | {"gor": "ta-bort"})

    assert "Skriv vilken bestämmelse det gäller" in words_of(without, 422)
    assert "Sekretessmarkering : OSL 26:1, 1 november 2026, Socialnämnden" in shown
    assert "OSL 26:1, 1 november 2026, Socialnämnden" in listed
    assert "OSL 26:1" not in words_of(signe.get("/personal/register/"))
    assert owner.execute("SELECT count(*) FROM disclosure_secrecymark").fetchone() == (2,)


@pytest.mark.rule("R37", case="allows")
def test_the_register_has_each_document_once_with_owner_day_number_and_counterpart(
    story, signe, copy, owner
):
    documents = owner.execute(
        "SELECT 'D', public_id::text FROM disclosure_disclosure d WHERE d.unit_id = "
        "(SELECT from_unit_id FROM disclosure_delivery WHERE public_id = %(copy)s) UNION ALL "
        "SELECT 'S', public_id::text FROM disclosure_submission s WHERE s.unit_id = "
        "(SELECT from_unit_id FROM disclosure_delivery WHERE public_id = %(copy)s) UNION ALL "
        "SELECT 'L', public_id::text FROM disclosure_delivery l WHERE l.unit_id = "
        "(SELECT from_unit_id FROM disclosure_delivery WHERE public_id = %(copy)s)",
        {"copy": copy},
    ).fetchall()
    lena = browser_of(story.people, "principal")

    page = words_of(lena.get("/personal/register/"))

    assert len(documents) > 3
    assert {one for _kind, one in documents if f"/{one[:8].upper()}" not in page} == set()
    assert len(re.findall(r"20\d\d-\d\d-\d\d/[0-9A-F]{8}", page)) == len(documents)
    assert "Arkivägare: Skola, Växjö kommun" in page
    assert "Inbjudan till planen" in page
    assert "Socialtjänst barn och unga, Växjö kommun" in page
    assert "Skola, Växjö kommun" in words_of(signe.get("/personal/register/"))
    for name in ("Alva", "Lund", "Karin"):
        assert name not in page


@pytest.mark.parametrize("slug", ["teacher", "outsider", "keeper", "log-reviewer", "guardian"])
def test_the_register_exists_for_the_intake_and_the_manager_alone(story, slug):
    assert browser_of(story.people, slug).get("/personal/register/").status_code == 404


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "principal", "nurse"])
def test_outsiders_find_nothing_of_it(story, signe, copy, child, slug):
    taken(signe, copy)
    browser = browser_of(story.people, slug)

    for address in (
        *(
            f"/personal/leverans/{copy}/{what}"
            for what in ("", "eget-nummer/", "vidare/", "avboj/")
        ),
        f"/personal/barn/{child}/handling/{copy}/",
    ):
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"number": "1", "reason": "x"}).status_code in {404, 405}
