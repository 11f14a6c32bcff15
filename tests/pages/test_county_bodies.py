"""Bodies, the map, mandates and what is an organisation's own: open to read, and written by few."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.browsing import words, words_of
from tests.world.county_standing import OTHER, OWN, build
from tests.world.steering_group import GROUP, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
LISTS = (
    "map", "mandates", "routes", "trials", "consultations", "training", "funding",
)  # fmt: skip
ONES = (
    ("body", "cross"), ("body", "old"), ("body", "new"), ("mandate", "mandate"),
    ("mandate", "waiting_mandate"), ("trial", "own_trial"), ("consultation", "consultation"),
)  # fmt: skip
COUNTYS = (
    ("found_body", ""), ("professions", ""), ("change_body", "cross"), ("end_body", "cross"),
    ("reform_body", "cross"), ("appoint", "cross"), ("end_seat", "seat"),
    ("replace_member", "seat"), ("give_mandate", ""), ("change_mandate", "mandate"),
    ("end_mandate", "mandate"), ("send_consultation", ""), ("plan_training", ""),
    ("register_funding", ""),
)  # fmt: skip
OWN_ACTS = (
    ("add_route", ""), ("change_route", "own_route"), ("end_route", "own_route"),
    ("plan_trial", ""), ("report_trial", "own_trial"), ("rate_tool", "own_trial"),
    ("answer_consultation", "asked"), ("count_trained", "session"), ("state_need", ""),
    ("note_risk", ""), ("end_risk", "own_risk"),
)  # fmt: skip
POSTED = (
    ("check_route", "own_route"),
    ("accept_mandate", "waiting_mandate"),
)
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper")


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    def found(name: str) -> UUID:
        if name == "seat":
            group = UUID(str(world["group"]))
            seats = queries.seats_on(group, timezone.localdate())
            return next(one.public_id for one in seats if one.name == "Olle Dahl")
        return UUID(str(world[name]))

    return found


@pytest.fixture
def at(ref: Callable[[str], UUID]) -> Callable[[str, str], str]:
    """Give the address of a page, of one thing or of all."""
    return lambda name, what: reverse(f"county:{name}", args=[ref(what)] if what else [])


@pytest.fixture
def lena(as_: Callable[[str], Client]) -> Client:
    return as_("principal")


def test_everything_is_read_without_login(anybody: Client, at: Callable[[str, str], str]) -> None:
    addresses = [at(name, "") for name in LISTS] + [at(*one) for one in ONES]

    assert {one: anybody.get(one).status_code for one in addresses} == dict.fromkeys(
        addresses, HTTPStatus.OK
    )


@pytest.mark.parametrize("name", ["mandate", "trial", "consultation"])
def test_what_is_not_there_is_not_found(anybody: Client, name: str) -> None:
    found = anybody.get(reverse(f"county:{name}", args=[uuid4()]))

    assert found.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(("name", "what"), [*COUNTYS, *OWN_ACTS])
def test_the_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], anybody: Client, at: Callable[[str, str], str],
    name: str, what: str,
) -> None:  # fmt: skip
    address = at(name, what)

    for who in OUTSIDERS:
        browser = as_(who)
        assert browser.get(address).status_code == HTTPStatus.NOT_FOUND, who
        assert browser.post(address, {"name": "x"}).status_code == HTTPStatus.NOT_FOUND, who
    assert anybody.get(address).url.startswith(settings.LOGIN_URL)
    assert anybody.post(address, {}).url.startswith(settings.LOGIN_URL)
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK


@pytest.mark.parametrize(("name", "what"), POSTED)
def test_what_is_done_by_a_button_alone_is_hidden_from_outsiders(
    as_: Callable[[str], Client], anybody: Client, at: Callable[[str, str], str],
    name: str, what: str,
) -> None:  # fmt: skip
    address = at(name, what)

    assert {as_(who).post(address).status_code for who in OUTSIDERS} == {HTTPStatus.NOT_FOUND}
    assert anybody.post(address).url.startswith(settings.LOGIN_URL)
    assert as_("principal").post(address).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize(("name", "what"), OWN_ACTS)
def test_a_member_writes_what_is_their_organisations_and_nobody_elses(
    lena: Client, at: Callable[[str, str], str], name: str, what: str
) -> None:
    assert lena.get(at(name, what)).status_code == HTTPStatus.OK
    if what.startswith("own_"):
        others = at(name, what.replace("own_", "other_"))
        assert lena.get(others).status_code == HTTPStatus.NOT_FOUND
        assert lena.post(others, {}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(("name", "what"), COUNTYS)
def test_a_member_does_not_do_what_is_the_countys(
    lena: Client, at: Callable[[str, str], str], name: str, what: str
) -> None:
    assert lena.get(at(name, what)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("name", "what", "sent", "said"),
    [
        ("found_body", "", {"purpose": "SPARAT"}, "Skriv vad gruppen heter"),
        ("change_body", "cross", {"purpose": "SPARAT"}, "Välj nivå"),
        ("reform_body", "cross", {"purpose": "SPARAT"}, "Skriv från vilken dag"),
        ("appoint", "cross", {"title": "SPARAT"}, "Välj organisation"),
        ("replace_member", "seat", {"title": "SPARAT"}, "Skriv vem det är"),
        ("give_mandate", "", {"purpose": "SPARAT"}, "Säg vem som får uppdraget"),
        ("change_mandate", "mandate", {"purpose": "SPARAT", "time_share": "200"},
         "Skriv ett tal mellan 1 och 100"),
        ("end_mandate", "mandate", {"on": "SPARAT"}, "Skriv vad det blev av uppdraget"),
        ("professions", "", {"name": "SPARAT"}, "Välj var"),
        ("add_route", "", {"about": "SPARAT"}, "Skriv vem man vänder sig till"),
        ("change_route", "own_route", {"about": "SPARAT", "function": "A", "concern": "school"},
         "Skriv telefon, e-post eller webbsida"),
        ("plan_trial", "", {"where": "SPARAT"}, "Skriv när det ska börja"),
        ("report_trial", "own_trial", {"step": "widened", "on": "SPARAT"}, "Berätta med en mening"),
        ("rate_tool", "own_trial", {"note": "SPARAT"}, "Välj hur det fungerar"),
        ("send_consultation", "", {"title": "SPARAT"}, "Välj minst en grupp"),
        ("plan_training", "", {"place": "SPARAT"}, "Skriv vad utbildningen gäller"),
        ("count_trained", "session", {"people": "SPARAT"}, "Skriv med siffror"),
        ("state_need", "", {"people": "0"}, "Skriv minst 1"),
        ("note_risk", "", {"text": "SPARAT"}, "Välj vad"),
        ("register_funding", "", {"title": "SPARAT", "posts": "en"}, "Skriv ett tal, till exempel"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(
    petra: Client, at: Callable[[str, str], str],
    name: str, what: str, sent: dict[str, str], said: str,
) -> None:  # fmt: skip
    refused = petra.post(at(name, what), sent)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(refused)
    assert ("SPARAT" in refused.content.decode()) is ("SPARAT" in sent.values())


def test_the_map_names_what_is_missing_and_leads_to_what_may_be_done(
    anybody: Client, petra: Client, at: Callable[[str, str], str]
) -> None:
    shown = words_of(anybody.get(at("map", "")))

    assert "EMI är inte företrädd i Tvärgruppen" in shown
    assert "Rektor är inte företrädd på strategisk nivå" in shown
    assert "Kompetensgruppen rapporterar inte till någon" in shown
    assert "Webbgruppen har inte fått sitt uppdrag av någon" in shown
    assert "Uppdraget ”Leda arbetet” har varken tid eller resurser" in shown
    assert "Lena Strand, ordförande" in shown
    assert "Bilda en grupp" not in shown
    assert f'href="{at("give_mandate", "")}?grupp=' in petra.get(at("map", "")).content.decode()


def test_the_map_is_english_too(anybody: Client, at: Callable[[str, str], str]) -> None:
    anybody.cookies[settings.LANGUAGE_COOKIE_NAME] = "en-gb"

    shown = words_of(anybody.get(at("map", "")))

    assert "EMI is not represented in Tvärgruppen" in shown
    assert "This is missing" in shown
    assert "Det här saknas" not in shown


def test_a_seat_is_given_to_somebody_with_a_login(
    petra: Client, at: Callable[[str, str], str], ref: Callable[[str], UUID]
) -> None:
    asked = {
        "organisation": str(organisation(OWN)),
        "name": "tor ekman",
        "has_login": "on",
        "seat": "member",
        "valid_from": timezone.localdate().isoformat(),
    }

    unknown = petra.post(at("appoint", "cross"), asked | {"name": "Ingen Alls"})
    given = petra.post(at("appoint", "cross"), asked)

    assert unknown.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ingen med inloggning i organisationen heter så." in words(unknown)
    assert given.status_code == HTTPStatus.FOUND
    seat = queries.seats_on(ref("cross"), timezone.localdate())[0]
    assert (seat.name, seat.person_id is None) == ("Tor Ekman", False)


def test_a_body_is_formed_anew_on_one_page(
    petra: Client, anybody: Client, at: Callable[[str, str], str], ref: Callable[[str], UUID]
) -> None:
    seats = queries.seats_on(ref("group"), timezone.localdate())
    sent = petra.post(
        at("reform_body", "group"),
        {
            "name": GROUP,
            "level": "strategic",
            "on": timezone.localdate().isoformat(),
            "keep": [str(one.public_id) for one in seats if one.name != "Olle Dahl"],
        },
    )

    shown = words_of(anybody.get(sent.url))
    old = words_of(anybody.get(at("body", "group")))
    assert f"Fortsätter {GROUP}" in shown
    assert ("Greta Holm" in shown, "Olle Dahl" in shown) == (True, False)
    assert f"Fortsattes av {GROUP}" in old
    assert "Olle Dahl" in old
    assert petra.get(at("change_body", "group")).status_code == HTTPStatus.NOT_FOUND


def test_families_find_public_contact_routes_and_staff_find_all(
    anybody: Client, as_: Callable[[str], Client], at: Callable[[str, str], str]
) -> None:
    address = at("routes", "")

    shown = words_of(anybody.get(address))
    inside = words_of(as_("outsider").get(address))

    assert ("2 kontaktvägar" in shown, "Rektorernas inre linje" in shown) == (True, False)
    assert "Rektorernas inre linje" in inside
    assert "Bara för personal" in inside
    assert inside.count("Behöver kontrolleras") == 2
    assert address in anybody.get("/").content.decode(), "the first page leads here"


@pytest.mark.parametrize(
    ("asked", "number"),
    [({"q": "vaxjo"}, 1), ({"q": "lesebo"}, 1), ({"q": "bup"}, 0), ({"galler": "school"}, 2),
     ({"galler": "police"}, 0), ({"q": "expeditionen", "galler": "school"}, 2)],
)  # fmt: skip
def test_one_search_over_all_contact_routes(
    anybody: Client, at: Callable[[str, str], str], asked: dict[str, str], number: int
) -> None:
    found = anybody.get(at("routes", ""), asked).content.decode()

    assert found.count("<article") == number
    assert ("Ingen kontaktväg stämmer med sökningen." in found) is (number == 0)


def test_a_proposal_goes_out_with_a_day_of_its_own_for_each(
    petra: Client, lena: Client, at: Callable[[str, str], str], ref: Callable[[str], UUID]
) -> None:
    today = timezone.localdate()
    group, cross = str(ref("group")), str(ref("cross"))
    sent = petra.post(
        at("send_consultation", ""),
        {
            "title": "Blanketten",
            "text": "Går den att fylla i?",
            "bodies": [group, cross],
            "due": (today + timedelta(days=7)).isoformat(),
            "later": [cross],
            "later_due": (today + timedelta(days=30)).isoformat(),
        },
    )

    found = queries.consultation_lines()[0]
    assert {one.body_id: (one.due - today).days for one in found.asked} == {
        ref("group"): 7,
        ref("cross"): 30,
    }
    mine = next(one.id for one in found.asked if one.body_id == ref("group"))
    other = next(one.id for one in found.asked if one.body_id == ref("cross"))
    answer = reverse("county:answer_consultation", args=[mine])
    assert answer in lena.get(sent.url).content.decode()
    assert lena.post(answer, {"text": "Ja, den går."}).status_code == HTTPStatus.FOUND
    assert "Ja, den går." in words_of(lena.get(sent.url))
    others = reverse("county:answer_consultation", args=[other])
    assert lena.get(others).status_code == HTTPStatus.NOT_FOUND


def test_money_is_continued_in_a_new_period(
    petra: Client, anybody: Client, at: Callable[[str, str], str], ref: Callable[[str], UUID]
) -> None:
    address = f"{at('register_funding', '')}?fortsatter={ref('funding')}"
    before = words_of(anybody.get(at("funding", "")))
    last = timezone.localdate() + timedelta(days=900)

    form = petra.get(address).content.decode()
    sent = petra.post(
        address,
        {
            "title": "Processledning",
            "funder": "Länet",
            "posts": "2,5",
            "valid_from": (timezone.localdate() + timedelta(days=40)).isoformat(),
            "last_day": last.isoformat(),
        },
    )

    assert "Tar slut inom sex månader" in before
    assert "1,5 tjänster" in before
    assert 'value="1,5' in form
    after = words_of(anybody.get(sent.url))
    assert ("Tar slut inom sex månader" in after, "2,5 tjänster" in after) == (False, True)
    assert petra.get(f"{at('register_funding', '')}?fortsatter=x").status_code == 404


def test_training_shows_coverage_and_risks_in_words(
    anybody: Client, lena: Client, at: Callable[[str, str], str]
) -> None:
    shown = words_of(anybody.get(at("training", "")))

    assert f"{OWN} Har gått 12 Ska gå 48 Andel 25 procent Risker Tid saknas" in shown
    assert f"{OTHER} 12, {OWN} 12" in shown
    assert "Skriv hur många" not in shown
    assert "Skriv hur många" in words_of(lena.get(at("training", "")))


def test_pages_cost_the_same_for_more(
    anybody: Client, people: People, at: Callable[[str, str], str], ref: Callable[[str], UUID]
) -> None:
    addresses = [at(name, "") for name in LISTS]
    addresses += [at("body", "group"), at("mandate", "mandate"), at("trial", "own_trial")]
    addresses += [at("consultation", "consultation")]

    def statements() -> list[int]:
        counted = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                anybody.get(address)
            counted.append(len(captured))
        return counted

    before, today = statements(), timezone.localdate()
    with people.acting("process-leader") as petra:
        group = queries.open_body(ref("group"))
        for number in range(3):
            body = commands.found_body(
                petra, name=f"Grupp {number}", level="operative", reports_to=group
            )
            commands.give_mandate(
                petra, title=f"Uppdrag {number}", given_to=body, given_by=group, given_on=today
            )
            commands.add_route(
                petra,
                organisation=organisation(OWN),
                says=commands.Route(function="Kuratorn", concern="school", telephone="1"),
                today=today,
            )
            trial = queries.open_trial(ref("own_trial"))
            commands.report_trial(petra, trial, step="outcome", on=today, text="Bra.", today=today)
            commands.rate_tool(petra, trial, tool="plan", rating=3, today=today)
            commands.send_consultation(
                petra, title="Något", text="Nytt", asked={group: today, body: today}, sent_on=today
            )
            commands.plan_training(petra, title="En till", on=today)
            commands.register_funding(
                petra, title="Mer", funder="Länet", valid_from=today,
                valid_to=today + timedelta(days=9),
            )  # fmt: skip

    assert before == statements()
    assert dict(zip((*LISTS, "body", "mandate", "trial", "consultation"), before, strict=True)) == {
        "map": 6, "mandates": 1, "routes": 1, "trials": 3, "consultations": 4, "training": 4,
        "funding": 1, "body": 11, "mandate": 1, "trial": 3, "consultation": 4,
    }  # fmt: skip
