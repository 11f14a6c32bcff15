"""Known traps on the way out: what pages, logs and running statements must not hold."""

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from varjebarn.database.accounts import create_account
from varjebarn.organisations.cast import cast

from tests.world.browsing import HOST, browser_of
from tests.world.cast import people_of
from tests.world.circle import alva_shared
from tests.world.staff_story import build

pytestmark = pytest.mark.usefixtures("own_database")

STARTS = {
    "principal": "/personal/",
    "teacher": "/personal/",
    "nurse": "/personal/",
    "social-worker": "/personal/",
    "log-reviewer": "/personal/",
    "keeper": "/personal/",
    "outsider": "/personal/",
    "process-leader": "/lanet/",
    "guardian": "/familj/",
    "child": "/familj/",
}
FAR = 71_300_000_000
"""Where the numbers of a new database are set to begin: no page shows such a number by chance."""

NUMBER = "20180917TF45"
STRANGE = "Zäta-Örn"
ENOUGH = 60
PASSWORD = "ett långt lösenord"


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def pages_of(client, start: str) -> Iterator[tuple[str, str]]:
    """Follow every link that stays within the service, once each; give address and what was answered."""
    waiting, seen = [start], {start}
    while waiting and len(seen) < 150:
        address = waiting.pop(0)
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        yield (
            address,
            f"{answer.headers} {answer.cookies.output()} {body.decode('utf-8', 'replace')}",
        )
        links = Links()
        links.feed(body.decode("utf-8", "replace"))
        for link in links.found:
            to = urlsplit(urljoin(address, link))
            place = to.path + (f"?{to.query}" if to.query else "")
            if not to.netloc and to.path.startswith(start) and place not in seen:
                seen.add(place)
                waiting.append(place)


def far_numbers(owner: psycopg.Connection) -> None:
    """Let every running number of the database begin where it can be recognised."""
    sequences = owner.execute(
        "SELECT seqrelid::regclass::text FROM pg_sequence WHERE seqtypid = 'bigint'::regtype"
    ).fetchall()
    for n, (name,) in enumerate(sequences):
        owner.execute(f"ALTER SEQUENCE {name} RESTART WITH {FAR + n * 1_000_000}")


def numbers_in_use(owner: psycopg.Connection) -> set[str]:
    """Every key of every row, as text."""
    tables = owner.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' "
        "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.atttypid = 'bigint'::regtype"
    ).fetchall()
    return {
        str(row[0])
        for (table,) in tables
        for row in owner.execute(f"SELECT id FROM {table} WHERE id >= %s", [FAR])
    }


def test_no_page_shows_a_running_number(owner):
    """Pitfall 11: outside the database everything is called by a random id."""
    far_numbers(owner)
    world = build()
    keys = numbers_in_use(owner)
    assert len(keys) > ENOUGH
    people = people_of(world)
    shown, visited = [], 0
    for slug, start in STARTS.items():
        for address, text in pages_of(browser_of(people, slug), start):
            visited += 1
            shown += [
                (slug, address, key) for key in set(re.findall(r"\d{11,}", address + text)) & keys
            ]

    assert visited > ENOUGH
    assert shown == []


def asked(client, address) -> list[str]:
    with CaptureQueriesContext(connection) as asked_for:
        assert client.get(address).status_code == 404
    return [re.sub(r"'[^']*'|\d+|[0-9a-f-]{36}", "?", query["sql"]) for query in asked_for]


@pytest.mark.parametrize("page", ["", "uppmarksamma/", "samtycken/", "vardnadshavare/"])
def test_hidden_and_absent_ask_the_database_the_same(owner, page):
    """Pitfall 15: a hidden child with much written about it takes no other way than one that never was."""
    world = alva_shared()
    alva = UUID(str(world["alva"]))
    owner.execute(
        "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) SELECT gen_random_uuid(), "
        "unit_id, id, 'x', clock_timestamp() FROM people_childfile, generate_series(1, 2000) "
        "WHERE public_id = %s",
        [alva],
    )
    people = people_of(world)
    assert browser_of(people, "principal").get(f"/personal/barn/{alva}/").status_code == 200
    ulf = browser_of(people, "outsider")

    hidden = asked(ulf, f"/personal/barn/{alva}/{page}")
    absent = asked(ulf, f"/personal/barn/{UUID(int=9)}/{page}")

    assert hidden == absent
    assert len(hidden) >= 2


def server_log(owner: psycopg.Connection) -> str:
    data = Path(owner.execute("SELECT current_setting('data_directory')").fetchone()[0])
    log = data.parent / "log"
    if not log.exists():
        pytest.skip("the server is not ours, nor its log")
    return log.read_text(encoding="utf-8", errors="replace")


def statements(owner: psycopg.Connection) -> str:
    return owner.execute("SELECT string_agg(query, ' ') FROM pg_stat_activity").fetchone()[0]


def test_no_log_holds_what_was_typed(owner, databases, own_database, caplog):
    """Pitfall 26: neither the server's log, nor ours, nor the list of statements; also when it goes wrong."""
    caplog.set_level(logging.DEBUG, logger="")
    logging.getLogger("django.db.backends").setLevel(
        logging.WARNING
    )  # switched on by nobody in operation
    world = alva_shared()
    lena = browser_of(people_of(world), "principal")
    typed = {
        "given_name": STRANGE,
        "family_name": STRANGE,
        "number": NUMBER,
        "born": "17 september 2018",
        "reason": STRANGE,
    }
    lena.post("/personal/barn/nytt/", typed)
    lena.post(f"/personal/barn/{world['alva']}/uppmarksamma/", {"own_words": STRANGE})
    owner.execute("REVOKE INSERT ON people_identifier, wellbeing_signal FROM vb_app, vb_definer")
    lena.post("/personal/barn/nytt/", typed)
    lena.post(f"/personal/barn/{world['alva']}/uppmarksamma/", {"own_words": STRANGE})
    with (
        pytest.raises(Exception, match=r"row-level security|permission denied"),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) "
            "VALUES (gen_random_uuid(), 1, 1, %s, now())",
            [NUMBER],
        )

    running = statements(owner)
    kept = server_log(owner) + running + caplog.text
    assert "people_notice" in running  # there is something to be seen, and the value is not in it
    assert [word for word in (NUMBER, STRANGE) if word in kept] == []

    # The control: written out by the client, on a server that logs what fails, it is in both.
    with psycopg.connect(
        databases.owner_url(own_database), cursor_factory=psycopg.ClientCursor
    ) as careless:
        careless.execute("SET log_min_error_statement = error")
        with pytest.raises(psycopg.Error):
            careless.execute("SELECT %s::int", [NUMBER])
        assert NUMBER in statements(owner)
    assert NUMBER in server_log(owner)


def test_a_login_that_was_planted_is_another_one_after_logging_in(owner):
    """Threat 14: whatever was in the browser before, what acts afterwards is new."""
    people = people_of(alva_shared())
    tor = cast()["teacher"]
    create_account(person=people.persons["teacher"], email=tor.email, password=PASSWORD)
    planted = browser_of(people, "outsider").cookies[settings.TOKEN_COOKIE].value
    client, tokens = Client(HTTP_HOST=HOST), [planted]
    client.cookies[settings.TOKEN_COOKIE] = planted
    for _ in range(2):
        client.post("/konto/login/?next=/personal/", {"login": tor.email, "password": PASSWORD})
        tokens.append(client.cookies[settings.TOKEN_COOKIE].value)
        assert "Tor Ekman" in client.get("/personal/").content.decode()
        client.post("/konto/logga-ut/")
    client.cookies[settings.TOKEN_COOKIE] = tokens[1]

    assert len(set(tokens)) == 3
    assert client.get("/personal/").status_code == 302


def test_the_log_in_role_sends_no_address_in_the_text_of_a_statement(owner):
    """Pitfall 26 on the other connection: whom somebody tries to log in as."""
    with connections["login"].cursor() as cursor:
        cursor.execute("SELECT id FROM auth_user WHERE email = %s", ["zeta.orn@exempel.example"])

    running = statements(owner)
    assert "auth_user" in running
    assert "zeta.orn" not in running
