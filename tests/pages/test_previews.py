"""Before anything is sent one sees it as the recipient will: the frozen content, and nothing sent."""

import re

import pytest

from varjebarn.disclosure.beside import WHOLE
from varjebarn.disclosure.commands import object_to
from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.ops.world.logins import unit
from varjebarn.plan.queries import recipients_preview, version_for

from tests.commands.plan_story import TODAY, copies, published, story_of
from tests.world.browsing import browser_of, words_of
from tests.world.circle import MEDICAL, SOCIAL

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]

MARK = "Det här är en förhandsvisning. Inget är skickat."
SENT = "SELECT (SELECT count(*) FROM disclosure_disclosure), (SELECT count(*) FROM disclosure_delivery)"
SENDING = "SELECT count(*) FROM audit_event WHERE act ~ '(sent|made|shared|published|invited|contributed)$'"
ASKED = "Kan ni komma på fredag?"
NOTE = "Vi ses hos er på torsdagar."


@pytest.fixture
def story(world):
    return story_of(world)


@pytest.fixture
def lena(story):
    return browser_of(story.people, "principal")


def sent(owner):
    return owner.execute(SENT).fetchone() + owner.execute(SENDING).fetchone()


def plan_page(story):
    with story.people.acting("principal") as actor:
        return f"/personal/plan/{story.plan(actor).public_id}/"


def typed(browser, address, **more):
    """The page's form as it is shown, hidden fields and suggestions included."""
    html = browser.get(address).content.decode()
    found = dict(re.findall(r'type="hidden" name="(shown)" value="([^"]*)"', html))
    fields = re.findall(r'<textarea name="([A-Z]+-[^"]+)"[^>]*>(.*?)</textarea>', html, re.DOTALL)
    found |= {name: text.strip() or "Frågat och svarat." for name, text in fields}
    return found | more


def test_the_next_version_is_shown_to_its_sender_byte_for_byte_as_it_is_sent(story, lena, owner):
    """What the preview shows is what the recipient then holds."""
    social = unit(*SOCIAL).unit
    with story.people.acting("principal") as actor:
        before = version_for(actor, story.plan(actor), recipient=social, on=TODAY)
    assert before is not None
    counted = sent(owner)

    page = words_of(lena.get(f"{plan_page(story)}skicka/{social}/"))

    assert MARK in page
    assert "Så här ser planen ut för Socialtjänst barn och unga, Växjö kommun" in page
    assert "Lugna raster" in page
    assert sent(owner) == counted
    story.publish()
    ref = story.ref()
    with story.people.acting("social-worker") as actor:
        held = Delivery.objects.get(public_id=copies(actor, ref, "plan_version")[0])
        assert held.content == before.document.text()


def test_each_recipient_of_the_list_leads_to_its_own_copy_and_nobody_else_does(story, lena):
    with story.people.acting("principal") as actor:
        lines = recipients_preview(actor, story.plan(actor), TODAY).lines
    listed = lena.get(f"{plan_page(story)}skicka/").content.decode()

    found = {
        line.name: lena.get(f"{plan_page(story)}skicka/{line.ref}/").status_code for line in lines
    }

    assert found == {line.name: 200 if line.is_recipient else 404 for line in lines}
    assert 404 in found.values()
    assert listed.count("skicka/") - 1 >= sum(line.is_recipient for line in lines)


def test_the_nurses_preview_holds_her_parts_and_no_other(story, lena):
    page = words_of(lena.get(f"{plan_page(story)}skicka/{unit(*MEDICAL).unit}/"))

    assert "Lugna raster" in page
    assert "Vill börja senare." not in page


def test_what_one_in_the_family_has_said_is_wrong_is_in_no_other_familys_copy(story, lena):
    with story.people.acting("guardian") as karin:
        plan = family_deliveries(karin, kind="plan_version")[0]
        object_to(karin, plan, item=WHOLE, about="Planen", words="Han bor inte här.")
    with story.people.acting("principal") as actor:
        held = story.plan(actor)
        listed = recipients_preview(actor, held, TODAY).lines
        lines = {line.kind.value: line for line in listed if line.is_recipient}
        shown = {
            kind: version_for(actor, held, recipient=lines[kind].ref, on=TODAY)
            for kind in ("child", "guardian")
        }
        social = version_for(actor, held, recipient=unit(*SOCIAL).unit, on=TODAY)

    assert "Han bor inte här." in social.document.text()
    assert {kind for kind, one in shown.items() if "Han bor inte" in one.document.text()} == set()


def test_an_invitation_is_shown_before_it_is_sent_with_what_was_typed(story, lena, owner):
    address = f"{plan_page(story)}bjud-in/"
    units = re.findall(r'name="units" value="([^"]+)"', lena.get(address).content.decode())
    counted = sent(owner)

    page = lena.post(address, typed(lena, address, units=units, asked=ASKED, steg="visa"))

    assert MARK in words_of(page)
    assert words_of(page).count(ASKED) == 2  # in its field, and as they will read it
    assert "Alva ska ha det lugnt på rasten." in words_of(page)
    assert sent(owner) == counted


def test_a_contribution_is_shown_before_it_is_sent_with_what_was_typed(story, owner):
    signe = browser_of(story.people, "social-worker")
    ref = story.ref()
    with story.people.acting("social-worker") as actor:
        copy = copies(actor, ref, "plan_version")[0]
    address = f"/personal/leverans/{copy}/bidra/"
    html = signe.get(address).content.decode()
    status = dict(
        re.findall(
            r'<select name="(insats-[^"]+)".*?<option value="([^"]+)" selected', html, re.DOTALL
        )
    )
    counted = sent(owner)

    page = signe.post(
        address, typed(signe, address, **status, **{"helhet-note": NOTE, "steg": "visa"})
    )

    assert MARK in words_of(page)
    assert words_of(page).count(NOTE) >= 2
    assert sent(owner) == counted


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "nurse", "guardian"])
def test_outsiders_never_see_a_preview(story, slug):
    address = f"{plan_page(story)}skicka/{unit(*SOCIAL).unit}/"

    assert browser_of(story.people, slug).get(address).status_code == 404
