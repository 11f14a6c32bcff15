"""The silent are reminded on two days, the process leaders of what lapses: a title and a link, no more."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID

import psycopg
import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.notices import reminders
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.cast import people_of
from tests.world.cluster import Databases, current
from tests.world.postbox import Postbox, mail_server
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

SMTP = "django.core.mail.backends.smtp.EmailBackend"
SITE = "https://varjebarn.exempel.se"
QUESTION = "Hur går testerna hos er?"
SILENT_SEATS = ["lena@exempel.se", "olle@exempel.se"]  # Växjö's and Lessebo's
ANSWERED = "Region Kronoberg testar."


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def mail() -> Iterator[Postbox]:
    with (
        mail_server() as box,
        override_settings(
            EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port, ADDRESS=SITE
        ),
    ):
        yield box


@pytest.fixture
def send(databases: Databases, own_database: str) -> Callable[[], int]:
    del own_database
    return lambda: reminders.send_reminders(databases.addresses(current()).notify)


@pytest.fixture(autouse=True)
def addresses(people: People, ref: Callable[[str], UUID], today: date, own_database: str) -> None:
    """Every seat has an address: the given name's."""
    del own_database
    with people.acting("process-leader") as petra:
        seats = queries.addresses_of_body(petra, ref("group"), on=today)
        commands.keep_addresses(
            petra,
            queries.open_body(ref("group")),
            addresses={one.seat: f"{one.name.split()[0].casefold()}@exempel.se" for one in seats},
        )


def days_pass(owner: psycopg.Connection, days: int) -> None:
    """Let the reminders be so many days nearer: the question's own days are moved."""
    owner.execute(
        "UPDATE steering_reportback SET remind_first = remind_first - %s, "
        "remind_last = remind_last - %s",
        [days, days],
    )


def test_nobody_is_reminded_before_the_day(send: Callable[[], int], mail: Postbox) -> None:
    assert (send(), mail.letters) == (0, [])


def test_the_silent_get_the_question_and_a_link_and_nothing_else(
    send: Callable[[], int],
    mail: Postbox,
    owner: psycopg.Connection,
    ref: Callable[[str], UUID],
) -> None:
    days_pass(owner, 3)

    assert (send(), send()) == (2, 0), "once on the first day"

    assert sorted(mail.recipients) == SILENT_SEATS
    letter = mail.letters[0]
    words = letter.get_content()
    assert letter["Subject"] == f"Påminnelse: {QUESTION}"
    assert f"{SITE}{reverse('county:answer', args=[ref('report_back')])}" in words
    assert "testerna hos er?" in words
    assert [text for text in (ANSWERED, "Nuläget", "Styrgruppen") if text in words] == []


def test_a_second_letter_goes_on_the_second_day_to_who_is_still_silent(
    people: People,
    send: Callable[[], int],
    mail: Postbox,
    owner: psycopg.Connection,
    ref: Callable[[str], UUID],
    today: date,
) -> None:
    days_pass(owner, 3)
    first = send()
    with people.acting("principal") as lena:
        commands.answer_nothing_new(
            lena,
            queries.open_report_back(ref("report_back")),
            organisation=organisation("Växjö kommun"),
            today=today,
        )
    days_pass(owner, 6)

    assert (first, send(), send()) == (2, 1, 0)
    assert mail.recipients[-1] == "olle@exempel.se"


def test_a_letter_that_is_refused_is_tried_again(
    send: Callable[[], int], mail: Postbox, owner: psycopg.Connection
) -> None:
    days_pass(owner, 3)
    mail.refuses = True
    refused = send()
    mail.refuses = False
    at_once = send()
    owner.execute("UPDATE steering_reminder SET next_at = next_at - interval '1 hour'")

    assert (refused, at_once, send()) == (0, 0, 2)


def test_whoever_said_no_thanks_gets_no_letter(
    send: Callable[[], int], mail: Postbox, owner: psycopg.Connection
) -> None:
    days_pass(owner, 3)
    owner.execute("UPDATE steering_memberaddress SET wants_mail = false")

    assert (send(), mail.letters) == (0, [])


@pytest.mark.parametrize(("days", "sent"), [(92, 0), (91, 1), (0, 0)])
def test_the_process_leaders_are_told_once_that_an_agreement_lapses(
    people: People,
    send: Callable[[], int],
    mail: Postbox,
    today: date,
    days: int,
    sent: int,
) -> None:
    with people.acting("process-leader") as petra:
        made = commands.register_agreement(
            petra,
            title="Om planer",
            parties=[organisation("Växjö kommun"), organisation("Region Kronoberg")],
            valid_from=today - timedelta(days=100),
            valid_to=today + timedelta(days=days),
        )

    assert (send(), send()) == (sent, 0)

    there = f"{SITE}{reverse('county:agreement', args=[made.public_id])}"
    assert mail.recipients == [reminders.contact()] * sent
    assert [there in letter.get_content() for letter in mail.letters] == [True] * sent
