"""The picture of who may be told what: houses and the same as a list, for child and guardian."""

import re
from uuid import UUID

import pytest

from varjebarn.ops.world.logins import unit

from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, POLICE, SCHOOL, SOCIAL, alva_with_consent
from tests.world.walls import assert_hidden

pytestmark = [
    pytest.mark.world.with_args(alva_with_consent),
    pytest.mark.usefixtures("own_database"),
]

ADDRESS = "/familj/samtycken/"


def shown(browser):
    """Give the picture's description, its texts and its list, as they read."""
    html = browser.get(ADDRESS).content.decode()
    part = html[html.index("vb-who-knows") : html.index("</section>", html.index("vb-who-knows"))]
    described = re.search(r"<desc[^>]*>(.*?)</desc>", part, re.DOTALL)
    texts = re.findall(r'<text class="vb-houses-name"[^>]*>(.*?)</text>', part)
    listed = re.findall(r"<li>\s*<p><strong>(.*?)</strong>", part)
    return (described.group(1) if described else "", " ".join(texts), listed)


@pytest.mark.parametrize("slug", ["guardian", "child"])
def test_the_houses_are_those_who_may_be_told_and_the_list_says_the_same(people, slug):
    described, texts, listed = shown(browser_of(people, slug))

    names = [f"{name}, {organisation}" for organisation, name in (SCHOOL, MEDICAL, SOCIAL)]
    assert sorted(listed) == sorted(names)
    assert all(f"{name}: " in described for name in names)
    assert all(name.split(",")[0] in texts for name in names)
    assert POLICE[1] not in described


def test_a_yes_is_taken_back_from_the_picture_in_two_clicks(people, world):
    karin = browser_of(people, "guardian")
    html = karin.get(ADDRESS).content.decode()
    link = re.search(
        rf'href="([^"]+/{unit(*SOCIAL).unit}/ta-tillbaka/)"', html[: html.index("</details>")]
    )
    assert link is not None

    assert karin.get(link.group(1)).status_code == 200
    karin.post(link.group(1))

    assert [name for name in shown(karin)[2] if name.startswith(SOCIAL[1])] == []
    with people.acting("principal") as lena:
        from varjebarn.disclosure.queries import coverage  # noqa: PLC0415 - after django.setup()
        from varjebarn.people.queries import open_child  # noqa: PLC0415 - as above

        stands = {
            one.unit: one.holds
            for one in coverage(lena, open_child(lena, UUID(str(world["alva"]))))
        }
    assert stands[unit(*SOCIAL).unit] is False
    assert stands[unit(*MEDICAL).unit] is True


def test_the_child_takes_nobody_elses_yes_back(people):
    html = browser_of(people, "child").get(ADDRESS).content.decode()

    assert "Elevhälsans medicinska insats" in html
    assert "ta-tillbaka" not in html


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("sv", "De här vuxna får veta om dig"),
        ("sv-simple", "De här vuxna får veta om dig"),
        ("en-gb", "These grown-ups may be told about you"),
    ],
)
def test_it_is_said_in_three_languages(people, language, heading):
    alva = browser_of(people, "child")
    alva.get(f"{ADDRESS}?lang={language}")

    assert heading in alva.get(ADDRESS).content.decode()


@pytest.mark.rule("R17", case="refuses")
def test_no_page_of_a_guardian_offers_to_block_anything(people):
    """Every address that her pages lead to: no form, link or word about blocking (spärra)."""
    karin = browser_of(people, "guardian")
    seen, waiting = {}, ["/familj/"]
    while waiting:
        address = waiting.pop()
        answer = karin.get(address)
        seen[address] = answer.content.decode() if answer.status_code == 200 else ""
        found = set(re.findall(r'href="(/familj/[^"#?]*)"', seen[address]))
        waiting += sorted(found - set(seen) - set(waiting))

    assert len(seen) >= 6
    assert_hidden(
        there=len(seen),
        seen=[a for a, html in seen.items() if re.search("spärr|block(?!q)", html, re.IGNORECASE)],
    )
