"""A child with a protected identity, every text of it marked: nobody meets a mark but who is named (R19).

Everybody of the cast walks every page that can be reached from where they begin, asks for every address
with that child's ids in it, looks for the child by every key, and reads the mail that goes out. A sample
in the ordinary run, all of it with --long. The control: the one named, the child and the guardian who was
given something do find it, by its address; and in no list does even the one named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from uuid import UUID

import pytest
from django.test import Client, override_settings
from django.urls import get_resolver

from varjebarn.ops.notices.sending import send_notices
from varjebarn.organisations.cast import cast
from varjebarn.people.commands import choose_notice
from varjebarn.people.ways import NoticeWay

from tests.attacks.addresses import Address, all_addresses, candidates
from tests.attacks.canaries import Compartments
from tests.attacks.trying import Try
from tests.world.browsing import browser_of
from tests.world.cluster import current
from tests.world.demo import told_cast
from tests.world.postbox import mail_server

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("fresh_database")]

SEED = 20261124
PAGES, ALL_PAGES = 12, 4_000
TRIES, ALL_TRIES = 300, 100_000
NAMED = "nurse"
THEIRS = ("teen", "guardian-of-teen")
FIRST = ("staff:child", "family:plan")
HREF = re.compile(r'\b(?:href|action)="(/[^"#]*)"')
NOT_WALKED = ("/static/", "/demo/", "/konto/")
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """What gives the child away: the marks, the ids of all that is about it, and the name."""

    marks: set[str]
    ids: set[str]
    words: set[str] = field(default_factory=lambda: {"Rahimi"})

    def met(self, text: str) -> set[str]:
        """Give what of it stands in a text."""
        found = {mark for mark in self.marks if mark in text}
        return found | {one for one in self.ids | self.words if one in text}


@pytest.fixture(scope="module")
def canary(party, found) -> Canary:
    family = {f"zqp{party.keys[party.people.persons[slug]]}qz" for slug in THEIRS}
    marks = found.protected | family
    about = {one for one, places in found.of_object.items() if places <= marks}
    assert len(found.protected) == 1
    assert len(about) > 10
    return Canary(marks=marks, ids={str(one) for one in about})


@pytest.fixture(scope="module")
def others(party) -> list[str]:
    """Everybody with an account who is neither named nor has been given anything of it."""
    return [slug for slug in party.people.persons if slug not in {NAMED, *THEIRS}]


def walked(client: Client, most: int) -> Iterator[tuple[str, str]]:
    """Read page after page, each link once, from where somebody begins."""
    waiting, known = ["/personal/", "/familj/", "/lanet/", "/register/", "/"], set()
    while waiting and len(known) < most:
        path = waiting.pop(0)
        if path in known or path.startswith(NOT_WALKED):
            continue
        known.add(path)
        answer = client.get(path, follow=True)
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode(errors="replace")
        yield path, text
        waiting.extend(
            link.replace("&amp;", "&") for link in HREF.findall(text) if link not in known
        )


def met_walking(people, slug: str, canary: Canary, most: int) -> tuple[int, list[str]]:
    pages = list(walked(browser_of(people, slug), most))
    return len(pages), [
        f"{slug} {path}: {met}" for path, text in pages if (met := canary.met(text))
    ]


@pytest.mark.rule("R19", case="refuses")
def test_nobody_meets_it_on_any_page_that_can_be_reached(party, canary, others, pytestconfig):
    most = ALL_PAGES if pytestconfig.option.long else PAGES
    came = {slug: met_walking(party.people, slug, canary, most) for slug in others}

    assert [leak for _, leaks in came.values() for leak in leaks] == []
    assert min(number for number, _ in came.values()) >= 4


@pytest.mark.rule("R19", case="refuses")
def test_even_who_is_named_meets_it_in_no_list(party, canary, pytestconfig):
    most = ALL_PAGES if pytestconfig.option.long else 3 * PAGES
    number, leaks = met_walking(party.people, NAMED, canary, most)

    assert leaks == []
    assert number > PAGES


def about_it(found: Compartments, canary: Canary) -> Iterator[tuple[Address, UUID]]:
    """Give every address that takes an object, with each of the child's objects in it."""
    for address in all_addresses(get_resolver().url_patterns):
        if address.about:
            for one in candidates(address.about, address.name, found):
                if str(one) in canary.ids:
                    yield address, one


@pytest.mark.rule("R19", case="refuses")
def test_nobody_meets_it_by_an_address_with_its_ids(party, found, canary, others, pytestconfig):
    every = [
        Try(slug=slug, address=address, first=one)
        for address, one in about_it(found, canary)
        for slug in others
    ]
    shuffled = Random(SEED).sample(every, len(every))  # noqa: S311 - chooses what to try
    first = {(one.address.name, one.slug): one for one in shuffled}
    tries = list(
        islice([*first.values(), *shuffled], ALL_TRIES if pytestconfig.option.long else TRIES)
    )
    met = []
    for one in tries:
        answer = party.ask(one)
        body = b"".join(answer) if answer.streaming else answer.content
        # The address that was asked for stands in some answers; what it leads to must not.
        text = body.decode(errors="replace").replace(str(one.first), "")
        if canary.met(text):
            met.append(f"{one.slug} {one.address.name}: {canary.met(text)}")

    assert len(tries) >= min(TRIES, len(every))
    assert met == []


@pytest.mark.rule("R19", case="allows")
def test_who_is_named_and_who_was_given_it_find_it_there(party, found, canary):
    finders = set()
    for address, one in sorted(about_it(found, canary), key=lambda it: it[0].name not in FIRST):
        for slug in {NAMED, *THEIRS} - finders:
            answer = party.ask(Try(slug=slug, address=address, first=one))
            if answer.status_code == 200 and canary.marks & party.marks_in(answer):
                finders.add(slug)
        if len(finders) == 3:
            break

    assert finders == {NAMED, *THEIRS}


@pytest.mark.rule("R19", case="refuses")
def test_nobody_finds_it_by_any_key(party, canary, others):
    met = []
    staff = [slug for slug in others if cast()[slug].unit]
    for slug in staff:
        browser = browser_of(party.people, slug)
        for key, wanted in (
            ("name", "Bilal Rahimi"),
            ("name", "Rahimi"),
            ("national_number", "TF02"),
            ("school_number", "TF02"),
            ("case_number", "TF02"),
        ):
            answer = browser.post("/personal/sok/", {"key": key, "wanted": wanted})
            text = answer.content.decode().replace(wanted, "")  # what one wrote oneself
            if canary.met(text):
                met.append(f"{slug} {key}: {canary.met(text)}")

    assert len(staff) >= 8
    assert met == []


@pytest.mark.rule("R19", case="refuses")
def test_no_mail_says_anything_of_it(party, canary, behind, databases):
    with party.people.acting("teen") as teen:
        choose_notice(teen, way=NoticeWay.MAIL, address="ung@exempel.se")
    behind.execute(
        "INSERT INTO people_outboxrow (public_id, person_id, made_at, next_at, tries) "
        "SELECT gen_random_uuid(), %s, now(), now(), 0 ON CONFLICT DO NOTHING",
        [party.keys[party.people.persons["teen"]]],
    )
    with (
        mail_server() as box,
        override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port),
    ):
        assert send_notices(databases.addresses(current()).notify) >= 1
        letters = [letter.as_string() for letter in box.letters]

    assert box.recipients.count("ung@exempel.se") >= 1
    assert [canary.met(letter) for letter in letters if canary.met(letter)] == []
