"""A child's numbers: masked until asked for, and in nothing that is kept, sent or written in an address."""

import logging
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client, override_settings

from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world.logins import People
from varjebarn.people.commands import open_file

from tests.world.browsing import browser_of
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)

NUMBER, SAMORDNING, LATER = "200302022389", "197010632391", "200001022391"
"""Numbers that stand as examples in public specifications; nobody's."""
FORMS = [
    form
    for number in (NUMBER, SAMORDNING, LATER)
    for form in (number, f"{number[:8]}-{number[8:]}", f"{number[2:8]}-{number[8:]}", number[2:])
]
BORN = "2018-05-05"


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    return people_of(world)


@pytest.fixture
def tor(people: People) -> Client:
    return browser_of(people, "teacher")


@pytest.fixture
def elin(people: People) -> UUID:
    with people.acting("teacher") as actor:
        return open_file(
            actor,
            given_name="Elin",
            family_name="Öst",
            born=date(2018, 5, 5),
            reason="Ny elev",
            identifiers=[(IdentifierSystem.SAMORDNINGSNUMMER, SAMORDNING)],
        ).public_id


@pytest.fixture
def outbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EmailMessage]]:
    """Every mail that is sent meanwhile."""
    monkeypatch.setattr(mail, "outbox", [], raising=False)
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.send_mail("Du har något nytt", "Logga in och läs.", None, ["nagon@exempel.example"])
        yield mail.outbox


def held(text: str) -> list[str]:
    return [form for form in FORMS if form in text]


@pytest.mark.rule("R42", case="allows")
def test_a_number_is_masked_until_somebody_asks_and_the_asking_is_logged(
    tor: Client, elin: UUID, owner
) -> None:
    here = f"/personal/barn/{elin}/nummer/"
    before = tor.get(here).content.decode()
    asked = tor.post(here, {"visa": "1"}).content.decode()
    after = tor.get(here).content.decode()
    logged = owner.execute(
        "SELECT act, why FROM audit_event WHERE act = 'identifier.shown'"
    ).fetchall()

    assert f"{SAMORDNING[:8]}-••••" in before
    assert held(before) == []
    assert SAMORDNING in asked
    assert held(after) == []
    assert logged == [("identifier.shown", "samordningsnummer")]


@pytest.mark.parametrize("place", ["0", "2", "-1", "x", ""])
def test_a_number_that_is_not_there_is_not_shown(tor: Client, elin: UUID, place: str) -> None:
    assert tor.post(f"/personal/barn/{elin}/nummer/", {"visa": place}).status_code == 404


def test_a_coordination_number_becomes_a_personal_one_and_stays(tor: Client, elin: UUID) -> None:
    here = f"/personal/barn/{elin}/nummer/"
    answer = tor.post(
        f"{here}nytt/", {"system": "personnummer", "value": "030202-2389", "replaces": "1"}
    )
    shown = tor.get(here).content.decode()

    assert answer.headers["Location"] == f"{here}?klart=nummer-tillagt"
    assert [shown.count(text) for text in ("••••", "Ersatt", "Visa hela numret")] == [2, 1, 2]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"value": "2003"}, "Skriv numret med tolv siffror"),
        ({"value": ""}, "Skriv numret"),
        ({"system": "diagnos"}, "Välj ett av alternativen"),
        ({"replaces": "7"}, "Välj ett av alternativen"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(
    tor: Client, elin: UUID, wrong: dict[str, str], said: str
) -> None:
    fields = {"system": "personnummer", "value": NUMBER, "replaces": ""} | wrong
    answer = tor.post(f"/personal/barn/{elin}/nummer/nytt/", fields)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_two_files_are_made_one_after_a_tick_and_both_are_read(people: People, tor: Client) -> None:
    older, newer = (UUID(made(people, name)) for name in ("Elin före numret", "Elin med nummer"))
    here = f"/personal/barn/{newer}/sla-ihop/"
    fields = {"older": str(older), "reason": "Mamma visade passet"}

    unticked = tor.post(here, fields)
    done = tor.post(here, fields | {"confirmed": "on"})
    joined = tor.get(f"/personal/barn/{newer}/nummer/").content.decode()
    old = tor.get(f"/personal/barn/{older}/").content.decode()
    day = tor.get("/personal/").content.decode()

    assert unticked.status_code == 422
    assert done.headers["Location"] == f"/personal/barn/{newer}/nummer/?klart=hopslaget"
    assert f'href="/personal/barn/{older}/"' in joined
    assert "Den här akten är ihopslagen med en annan" in old
    assert f'href="/personal/barn/{newer}/"' in old
    assert f"/personal/barn/{newer}/" in day
    assert f"/personal/barn/{older}/" not in day


def test_a_reason_with_a_number_is_sent_back(people: People, tor: Client) -> None:
    older, newer = (made(people, name) for name in ("Elin A", "Elin B"))
    answer = tor.post(
        f"/personal/barn/{newer}/sla-ihop/",
        {"older": older, "reason": f"Samma nummer {NUMBER}", "confirmed": "on"},
    )

    assert answer.status_code == 422
    assert "Skriv inget personnummer i orsaken" in answer.content.decode()


def test_only_ones_own_children_with_the_same_birth_date_are_offered(
    tor: Client, elin: UUID, world: dict[str, object]
) -> None:
    here = f"/personal/barn/{elin}/sla-ihop/"

    assert "Inget annat av dina barn har samma födelsedag" in tor.get(here).content.decode()
    answer = tor.post(
        here, {"older": str(world["alva"]), "reason": "Mamma visade passet", "confirmed": "on"}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("slug", ["outsider", "keeper", "social-worker", "nurse"])
@pytest.mark.parametrize("page", ["nummer/", "nummer/nytt/", "sla-ihop/"])
def test_to_others_the_pages_are_not_there(
    people: People, elin: UUID, slug: str, page: str
) -> None:
    browser = browser_of(people, slug)

    assert browser.get(f"/personal/barn/{elin}/{page}").status_code == 404
    assert browser.post(f"/personal/barn/{elin}/{page}", {"visa": "1"}).status_code == 404


def made(people: People, name: str) -> str:
    with people.acting("teacher") as actor:
        given, _, family = name.partition(" ")
        file = open_file(
            actor, given_name=given, family_name=family, born=date(2018, 5, 5), reason="Ny elev"
        )
        return str(file.public_id)


@pytest.mark.rule("R42", case="refuses")
def test_no_address_log_line_mail_or_statement_holds_a_number(
    people: People,
    tor: Client,
    elin: UUID,
    owner,
    caplog: pytest.LogCaptureFixture,
    outbox: list[EmailMessage],
) -> None:
    """Canaries: numbers go in by every form that takes one, and come out nowhere but where asked for."""
    caplog.set_level(logging.DEBUG, logger="")
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)
    child, answers = f"/personal/barn/{elin}/", []
    ulf = browser_of(people, "outsider")
    glass = {
        "key": "national_number", "wanted": SAMORDNING, "born": BORN, "kind": "reach",
        "reason": "Mamma måste nås nu", "confirmed": "on",
    }  # fmt: skip
    answers += [
        tor.post("/personal/sok/", {"key": "national_number", "wanted": SAMORDNING}),
        tor.post("/personal/sok/", {"key": "national_number", "wanted": f"{NUMBER}1"}),
        tor.post(
            f"{child}nummer/nytt/", {"system": "personnummer", "value": NUMBER, "replaces": ""}
        ),
        tor.post(f"{child}nummer/", {"visa": "1"}),
        ulf.post("/personal/nodoppna/", glass),
        ulf.post("/personal/nodoppna/", glass | {"wanted": LATER}),
        tor.get(f"/personal/barn/{elin}/"),
    ]
    addresses = " ".join(
        [
            *map(
                str,
                (
                    answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]
                    for answer in answers
                ),
            )
        ]
        + [answer.headers.get("Location", "") for answer in answers]
        + [link for answer in answers for link in links(answer)]
    )
    running = owner.execute("SELECT string_agg(query, ' ') FROM pg_stat_activity").fetchone()[0]
    logged = owner.execute("SELECT string_agg(to_jsonb(e)::text, ' ') FROM audit_event e")
    sent = " ".join(f"{one.subject} {one.body}" for one in outbox)
    data = Path(owner.execute("SELECT current_setting('data_directory')").fetchone()[0])
    server = data.parent / "log"

    assert [answer.status_code for answer in answers] == [200, 422, 302, 200, 302, 404, 200]
    assert SAMORDNING in answers[3].content.decode()  # there is something that could be told
    assert held(addresses) == []
    assert held(running) == []
    assert held(str(logged.fetchone()[0])) == []
    assert held(caplog.text) == []
    assert "Du har något nytt" in sent
    assert held(sent) == []
    assert held(server.read_text("utf-8", "replace") if server.exists() else "") == []
    assert held(answers[6].content.decode()) == []


def links(answer: HttpResponse) -> list[str]:
    return re.findall(r'(?:href|action)="([^"]+)"', answer.content.decode())
