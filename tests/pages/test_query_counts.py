"""How many statements each page sends: the reviewed file's number, with one row and with thirty.

Not counted: BEGIN, COMMIT and SAVEPOINT, and the `SELECT 1` with which a kept connection is tried.
To review a change: read the failure, decide that it is right, and write the new number in the file.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from varjebarn.audit.commands import draw_extra
from varjebarn.audit.review import reviews
from varjebarn.disclosure.queries import family_deliveries, inbox
from varjebarn.ops.world.logins import People

from tests.world import many_rows
from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.statements import statements

REVIEWED = Path(__file__).parents[1] / "consistency" / "query_counts.json"
COUNTS: dict[str, int] = {
    page: count
    for page, count in json.loads(REVIEWED.read_text(encoding="utf-8")).items()
    if not page.startswith("county ")  # test_county_query_counts.py
}
BUILDERS = {"one": many_rows.one, "thirty": many_rows.thirty}


@pytest.fixture(scope="module", params=BUILDERS)
def counted(request: pytest.FixtureRequest, databases: Databases) -> Iterator[dict[str, list[str]]]:
    """The statements of every page, in a world with so many rows."""
    template, world = databases.made_once(BUILDERS[request.param])
    with databases.copy(f"counts_{request.param}", template=template) as copy, pointed_at(copy):
        yield dict(asked(world))


@pytest.mark.parametrize("page", COUNTS)
def test_a_page_sends_as_many_statements_as_the_reviewed_file_says(
    counted: dict[str, list[str]], page: str
) -> None:
    assert len(counted[page]) == COUNTS[page], "\n".join(line[:160] for line in counted[page])


def test_every_page_that_is_asked_for_stands_in_the_file(counted: dict[str, list[str]]) -> None:
    assert sorted(counted) == sorted(COUNTS)


def asked(world: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    people = people_of(world)
    for slug, address in addresses(people, world):
        browser = browser_of(people, slug)
        name = f"{slug} {address[0]}"
        get(browser, address[1])  # copies are opened, models are read
        with statements() as sent:
            get(browser, address[1])
        yield name, sent


def addresses(people: People, world: dict[str, object]) -> Iterator[tuple[str, tuple[str, str]]]:
    child, plan = f"/personal/barn/{world['alva']}/", f"/personal/plan/{world['plan']}/"
    for name, address in {
        "day": "/personal/",
        "child": child,
        "words": f"{child}ord/",
        "consents": f"{child}samtycke/",
        "plan": plan,
        "version": f"{plan}version/2/",
        "receipts": f"{plan}lasta/",
        "publish": f"{plan}skicka/",
    }.items():
        yield "principal", (name, address)
    yield "teacher", ("day", "/personal/")
    yield "nurse", ("day", "/personal/")
    yield "nurse", ("delivery", f"/personal/leverans/{newest_copy(people)}/")
    yield "log-reviewer", ("log", "/personal/logg/")
    yield "log-reviewer", ("day", "/personal/")
    yield "log-reviewer", ("reviews", "/personal/logg/granskning/")
    yield "log-reviewer", ("review", f"/personal/logg/granskning/{a_review(people)}/")
    yield "keeper", ("people", "/register/")
    for slug in ("guardian", "child"):
        for name, address in {
            "first": "/familj/",
            "readings": "/familj/vem-har-last/",
            "plan": f"/familj/plan/{newest_plan(people, slug)}/",
            "consents": "/familj/samtycken/",
            "words": "/familj/ord/",
        }.items():
            yield slug, (name, address)


def a_review(people: People) -> UUID:
    with people.acting("log-reviewer") as inga:
        draw_extra(inga)
        return reviews(inga)[0].review


def newest_copy(people: People) -> UUID:
    with people.acting("nurse") as noor:
        return next(line.delivery for line in inbox(noor) if line.content_kind == "plan_version")


def newest_plan(people: People, slug: str) -> UUID:
    with people.acting(slug) as reader:
        return family_deliveries(reader, kind="plan_version")[0].public_id


def get(browser: Client, address: str) -> None:
    response = browser.get(address)
    assert response.status_code == 200, f"{address}: {response.status_code}"
