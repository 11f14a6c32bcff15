"""Every form of the service, sent with what a form should not be sent with.

A script in every text field: no page shows it as one (T18). Fields that no form has: nothing of them is
stored (T13). Texts that are too long or no texts at all: an answer that says so, and never a fault (G12).
"""

import re
from collections.abc import Iterator
from itertools import islice

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.attacks.canaries import compartments
from tests.attacks.filling import WRITERS, Sent, all_forms, pages, send
from tests.attacks.trying import Crew, crew
from tests.world.cluster import pointed_at
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

SEED = 3
FEW, MANY = 18, 400
SCRIPT = "zqxs\"'><script>zqxs({n})</script><img src=x onerror=zqxs()>{{{{7*7}}}}"
RAW = re.compile(r"<script>zqxs|<img src=x onerror=zqxs|=\"[^\"]*zqxs\"")
ESCAPED = re.compile(r"&lt;script&gt;zqxs")


@pytest.fixture
def behind(databases, made) -> Iterator[psycopg.Connection]:
    with (
        databases.copy("forms", template=made[0]) as name,
        pointed_at(name),
        psycopg.connect(databases.owner_url(name), autocommit=True) as connection,
    ):
        yield connection


@pytest.fixture
def party(behind, pytestconfig) -> Crew:
    found = crew(behind, compartments(behind), seed=SEED)
    if not pytestconfig.option.long:
        found.people.persons = {slug: found.people.persons[slug] for slug in WRITERS}
    return found


@pytest.fixture
def number(pytestconfig) -> int:
    return MANY if pytestconfig.option.long else FEW


def test_a_script_in_every_text_is_shown_as_text(party, behind, number, figure):
    sent = Sent()
    count = iter(range(10**6))
    for one in islice(all_forms(party), number):
        send(party, one, lambda _: SCRIPT.format(n=next(count)), sent)
    party.found = compartments(behind)  # what has been made since is looked at too

    shown, raw = 0, []
    for slug, address, text in pages(party):
        shown += len(ESCAPED.findall(text))
        raw += [f"{slug} {address}: {one}" for one in RAW.findall(text)]
    figure("G12", tried=sent.texts, bad=len(raw) + len(sent.faults), control=min(shown, 1))

    assert sent.faults == []
    assert sent.accepted > 0
    assert shown > 2
    assert raw == []


ODD = {
    "too long": "å" * 300_000,
    "null": "Alva\x00Lund",
    "half a letter": "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "turned round": "\u202eanmälan\u202d",
    "another line": "rad\r\nSet-Cookie: vb_session=x\r\n\r\n",
    "no number": "NaN",
    "a path": "../../../etc/passwd",
}

FIRST = ("too long", "null")


@pytest.mark.parametrize(
    "kind",
    [*FIRST, *(pytest.param(kind, marks=pytest.mark.long) for kind in ODD if kind not in FIRST)],
)
def test_what_is_no_text_gets_an_answer(party, number, kind, figure):
    sent = Sent()
    for one in islice(all_forms(party), number // 3):
        send(party, one, lambda _: ODD[kind], sent)
    figure("G12", tried=sent.tried, bad=len(sent.faults), control=1)

    assert sent.tried > 0
    assert sent.faults == []


def test_wrong_choices_and_wrong_files_get_an_answer(party, number, figure):
    """Every field, the hidden ones too, with what was never offered; and a file where none is asked for."""
    sent = Sent()
    for one in islice(all_forms(party), number // 2):
        names = {*one.form.values, *one.form.offered} - {"csrfmiddlewaretoken"}
        send(party, one, lambda _: "ord", sent, **dict.fromkeys(names, "finns-inte"))
        files = one.form.files or ["content"]
        bad = SimpleUploadedFile("../../<script>zqxs()</script>.pdf", b"%PDF-1.7\0MZ" * 10_000)
        send(party, one, lambda _: "ord", sent, **dict.fromkeys(files, bad))
    figure("G12", tried=sent.tried, bad=len(sent.faults), control=1)

    assert sent.tried > 5
    assert sent.faults == []


SENTINELS = {
    "text": "zqmass",
    "character varying": "zqmass",
    "uuid": "5eed5eed-5eed-45ee-85ee-5eed5eed5eed",
    "bigint": "987654321987",
    "integer": "1987654321",
    "date": "2099-12-31",
    "timestamp with time zone": "2099-12-31 23:59:59+00",
}
COLUMNS = """
    SELECT DISTINCT column_name::text, data_type::text FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = ANY (%s)
"""
TABLES = "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"  # fmt: skip


def holding(behind: psycopg.Connection, text: str) -> list[str]:
    """Name the tables with a row that holds a text."""
    found = []
    for (table,) in behind.execute(TABLES).fetchall():
        query = f"SELECT count(*) FROM {table} t WHERE strpos(t::text, %s) > 0"
        if behind.execute(query, [text]).fetchone()[0]:
            found.append(table)
    return found


def test_a_field_that_no_form_has_is_stored_nowhere(party, behind, number, figure):
    """Every column's name goes along with every form, with a value that would be known again."""
    columns = behind.execute(COLUMNS, [list(SENTINELS)]).fetchall()
    sent = Sent()
    for one in islice(all_forms(party), number):
        own = {*one.form.values, *one.form.typed, *one.form.offered, *one.form.files}
        extra = {name: SENTINELS[kind] for name, kind in columns if name not in own}
        send(party, one, lambda _: "zqreal ord", sent, **extra)
    marks = ("zqmass", SENTINELS["uuid"], SENTINELS["bigint"], SENTINELS["integer"], "2099-12-31")
    stored = {mark: tables for mark in marks if (tables := holding(behind, mark))}
    real = holding(behind, "zqreal")
    figure("G12", tried=sent.tried * len(columns), bad=len(stored), control=len(real))

    assert len(columns) > 100
    assert sent.accepted > 0
    assert real, "what a form does have is stored: the forms were accepted"
    assert stored == {}
