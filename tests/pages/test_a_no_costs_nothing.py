"""A no is known to the unit that asked, and to nobody else: every other page is the same after it."""

import re
from difflib import unified_diff
from uuid import UUID

import pytest

from varjebarn.disclosure.reasons import Reason
from varjebarn.ops.world.logins import People

from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, POLICE, SCHOOL, SOCIAL, answer, ask
from tests.world.staff_story import build
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

ELSEWHERE = ("nurse", "social-worker", "police", "process-leader", "outsider-elsewhere")
MOST = 60
STARTS = ("/personal/", "/lanet/", "/om/", "/om/uppgifter/", "/")
CHANGES = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|data-stay="[^"]*"|nonce="[^"]*"|<input type="hidden" name="(?:shown|kort)" [^>]*>'
)
LINK = re.compile(r'href="(/[^"#]*)"')
AWAY = re.compile(r"^/(?:static|konto|demo)/|\?lang=|\.(?:txt|pdf|ics|atom)$")
NO = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL, POLICE), "refused")


def pages(people: People, slug: str) -> dict[str, str]:
    """Every page that somebody's own pages lead to, by address."""
    browser = browser_of(people, slug)
    seen: dict[str, str] = {}
    waiting = list(STARTS)
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        response = browser.get(address)
        html = response.content.decode() if response.status_code == 200 else ""
        seen[address] = CHANGES.sub("", html)
        found = dict.fromkeys(link for link in LINK.findall(html) if not AWAY.search(link))
        waiting += [link for link in found if link not in seen and link not in waiting]
    return seen


def difference(before: str, after: str) -> list[str]:
    return [
        line
        for line in unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]


def units_that_know_of_a_no(owner) -> list[str]:
    rows = owner.execute(
        "SELECT DISTINCT u.name FROM disclosure_consentevent e JOIN organisations_secrecyunit u "
        "ON u.id = e.unit_id WHERE e.what = 'refused'"
    )
    return [name for (name,) in rows.fetchall()]


@pytest.mark.parametrize("slug", ELSEWHERE)
def test_no_page_of_another_unit_or_the_county_tells_of_a_no(people, world, owner, slug):
    ask(people, UUID(str(world["alva"])))
    pages(people, slug)  # what is new is seen once
    before = pages(people, slug)

    answer(people, "guardian", NO)

    assert len(before) >= 6
    after = pages(people, slug)
    assert after.keys() == before.keys()
    assert [line for a in after for line in difference(before[a], after[a])] == []
    assert units_that_know_of_a_no(owner) == [SCHOOL[1]]


def test_a_no_after_a_yes_is_told_as_an_end_and_not_as_a_no(people, world, owner):
    """Signe holds a copy: she learns that it no longer holds, never who said what."""
    answer(people, "guardian", {SOCIAL: "refused"})

    html = "".join(pages(people, "social-worker").values())
    asker = browser_of(people, "principal")
    own = asker.get(f"/personal/barn/{world['alva']}/samtycke/").content.decode()

    assert "Karin Lund" in own
    assert "<strong>Nej</strong>" in own
    assert_hidden(there=own.count("<strong>Nej</strong>"), seen=html.count("<strong>Nej</strong>"))
    assert "har sagt nej" not in html
    assert Reason.GUARDIAN_SAID_NO.value not in html
    assert units_that_know_of_a_no(owner) == [SCHOOL[1]]
