"""How many statements each page of the county's work sends: the same with one row and with a dozen.

The reviewed file is that of test_query_counts.py. Every address that can be asked for stands in it, as
`county NAME`; it is tried with all that its parameters may stand for, until it answers.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, reverse
from django.urls.resolvers import URLResolver
from django.utils import timezone

from varjebarn.organisations.models import Organisation
from varjebarn.practice.queries import latest_model
from varjebarn.web.county import urls

from tests.world import many_county
from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.cluster import Databases, pointed_at
from tests.world.statements import statements

REVIEWED = Path(__file__).parents[1] / "consistency" / "query_counts.json"
COUNTS: dict[str, int] = {
    page: count
    for page, count in json.loads(REVIEWED.read_text(encoding="utf-8")).items()
    if page.startswith("county ")
}
BUILDERS = {"one": many_county.one, "twelve": many_county.twelve}
PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
ACTS = {
    "accept_mandate", "check_route", "end_standing", "move_item", "publish_paper", "raise_due",
    "stop_expecting",
}  # fmt: skip
"""What is only sent, and has no page of its own to count."""
TABLES = {
    "item": "AgendaItem", "decision": "DecisionRecord", "seat": "Membership", "paper": "MeetingPaper",
    "proposal": "ItemProposal", "standing": "StandingItem", "expected": "ExpectedProfession",
    "route": "ContactRoute", "session": "TrainingSession", "waiting": "WaitingMinutes",
    "report_back": "ReportBack", "file": "AnswerFile",
}  # fmt: skip
MOST = 60
"""How many objects an address is tried with."""


@pytest.fixture(scope="module", params=BUILDERS)
def counted(request: pytest.FixtureRequest, databases: Databases) -> Iterator[dict[str, list[str]]]:
    """The statements of every page, in a world with so many rows."""
    template, world = databases.made_once(BUILDERS[request.param])
    with databases.copy(f"county_{request.param}", template=template) as copy, pointed_at(copy):
        people = people_of(world)
        with people.acting("process-leader"):
            found = dict(objects())
        yield asked(browser_of(people, "process-leader"), found)


def test_each_page_sends_as_many_statements_as_the_reviewed_file_says(
    counted: dict[str, list[str]],
) -> None:
    now = {page: len(sent) for page, sent in counted.items()}
    other = {page: f"{COUNTS.get(page)}, now {now.get(page)}" for page in {*COUNTS, *now}}

    assert {page: both for page, both in other.items() if COUNTS.get(page) != now.get(page)} == {}


def test_every_address_is_counted_or_only_sent_to(counted: dict[str, list[str]]) -> None:
    named = {f"county {one.name}" for one in patterns(urls.urlpatterns)}

    assert named - set(counted) == {f"county {name}" for name in ACTS}
    assert len(counted) > 140


def patterns(some: object) -> Iterator[URLPattern]:
    """Every address of the county's work."""
    for one in some:  # type: ignore[attr-defined] # a list of both sorts
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


def objects() -> Iterator[tuple[str, list[object]]]:
    """What each parameter may stand for, those that were made first to begin with."""
    by_name = {model.__name__: model for model in apps.get_app_config("steering").get_models()}
    for parameter in {name for one in patterns(urls.urlpatterns) for name in parameters(one)}:
        model = by_name.get(TABLES.get(parameter, parameter.capitalize()))
        if model is not None:
            rows = model._default_manager.order_by("pk").values_list("public_id", flat=True)
            yield parameter, list(rows[:MOST])
    asked = [*by_name["ConsultedBody"].objects.all(), *by_name["ResearchRequest"].objects.all()]  # type: ignore[attr-defined] # models have them
    bodies = by_name["Body"].objects.order_by("pk")  # type: ignore[attr-defined] # as above
    model = latest_model("kronobarn")
    yield "asked", [one.public_id for one in asked]
    yield "which", [one.public_id for one in bodies]
    yield (
        "organisation",
        list(Organisation.objects.order_by("name").values_list("public_id", flat=True)),
    )
    yield "kind", ["organization"]
    yield "number", [1, 2]
    yield "old", [1]
    yield "new", [2]
    yield "year", [timezone.localdate().year, timezone.localdate().year - 1]
    yield "section", ["children"]
    yield "slug:paper", ["arsrapport"]
    yield "name", ["beslut"]
    yield "role", ["ledamot"]
    yield "model_id", [model.id]
    yield "version", [model.version]
    yield from ((secret, [UUID(int=7)]) for secret in ("token", "secret"))


def parameters(one: URLPattern) -> list[str]:
    """The names of what an address takes; a paper that is a word is another one than an object."""
    found = PARAMETER.findall(str(one.pattern))
    return [f"{kind}:{name}" if (kind, name) == ("slug", "paper") else name for kind, name in found]


def asked(browser: Client, found: Mapping[str, list[object]]) -> dict[str, list[str]]:
    """Ask for each page until it answers, and then once more, counted: models are read by then."""
    counts = {}
    for one in patterns(urls.urlpatterns):
        for values in islice(product(*(found[name] for name in parameters(one))), MOST):
            address = reverse(f"county:{one.name}", args=values)
            if browser.get(address).status_code == 200:
                with statements() as sent:
                    browser.get(address)
                counts[f"county {one.name}"] = sent
                break
    return counts
