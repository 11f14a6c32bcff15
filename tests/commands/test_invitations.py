"""Members are called to meetings by mail: once each, again when it changes, and never against a no."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from email.message import EmailMessage
from uuid import UUID

import psycopg
import pytest
from django.test import override_settings
from django.utils import timezone
from icalendar import Calendar

from varjebarn.kernel.decisions import Refused
from varjebarn.ops.notices.invitations import send_invitations
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import Meeting
from varjebarn.steering.no_thanks import decline_meeting_mail
from varjebarn.steering.paper_reasons import PaperReason
from varjebarn.steering.reasons import Reason

from tests.world.cast import people_of
from tests.world.cluster import Databases, current
from tests.world.postbox import Postbox, mail_server
from tests.world.steering_group import MEMBER, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

SMTP = "django.core.mail.backends.smtp.EmailBackend"
SITE = "https://varjebarn.exempel.se"
SECRET_TITLE = "Nuläget i testerna"


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def group(world: dict[str, object]) -> UUID:
    return UUID(str(world["group"]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def mail() -> Iterator[Postbox]:
    with (
        mail_server() as box,
        override_settings(
            EMAIL_BACKEND=SMTP,
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=box.port,
            ADDRESS=SITE,
            DEFAULT_FROM_EMAIL="Varje barn <svara-inte@exempel.se>",
        ),
    ):
        yield box


@pytest.fixture
def send(databases: Databases, own_database: str) -> Callable[[], int]:
    del own_database
    return lambda: send_invitations(databases.addresses(current()).notify)


@pytest.fixture
def coming(people: People, group: UUID, today: date) -> UUID:
    """A meeting to come, for a body whose every seat has an address."""
    with people.acting("process-leader") as petra:
        body = queries.open_body(group)
        seats = queries.addresses_of_body(petra, group, on=today)
        commands.keep_addresses(
            petra,
            body,
            addresses={one.seat: f"{one.name.split()[0].casefold()}@exempel.se" for one in seats},
        )
        meeting = commands.plan_meeting(
            petra,
            body,
            on=today + timedelta(days=40),
            starts=time(8, 30),
            ends=time(10),
            place="Residenset",
        )
    return meeting.public_id


@pytest.fixture
def called(people: People, coming: UUID, today: date) -> UUID:
    with people.acting("process-leader") as petra:
        commands.call_to_meeting(petra, queries.open_meeting(coming), today=today)
    return coming


def change(people: People, meeting: UUID, **facts: object) -> None:
    with people.acting("process-leader"):
        Meeting.objects.filter(public_id=meeting).update(**facts)


def calendar_of(letter: EmailMessage) -> Calendar:
    (part,) = [one for one in letter.walk() if one.get_content_type() == "text/calendar"]
    found = Calendar.from_ical(part.get_content())
    assert part.get_param("method") == found["method"]
    return found


def subject(letter: EmailMessage) -> str:
    """Give the subject; a folded one begins with the space of its fold."""
    return str(letter["Subject"]).strip()


def seat_of_member(people: People, group: UUID, today: date) -> UUID:
    with people.acting("process-leader") as petra:
        seats = queries.addresses_of_body(petra, group, on=today)
    return next(one.seat for one in seats if one.name == MEMBER)


def test_each_member_gets_a_letter_of_their_own(
    called: UUID, mail: Postbox, send: Callable[[], int], today: date
) -> None:
    assert send() == 4

    assert sorted(mail.recipients) == [
        "greta@exempel.se", "lena@exempel.se", "nils@exempel.se", "olle@exempel.se",
    ]  # fmt: skip
    for letter, recipient in zip(mail.letters, mail.recipients, strict=True):
        (event,) = calendar_of(letter).walk("VEVENT")
        assert (letter["To"], event["attendee"]) == (recipient, f"mailto:{recipient}")
        assert event["uid"] == str(called)
        assert event["dtstart"].dt.replace(tzinfo=None).time() == time(8, 30)
        assert event["dtstart"].dt.date() == today + timedelta(days=40)


def test_a_letter_says_when_where_and_which_body_and_leads_to_the_agenda(
    called: UUID, people: People, mail: Postbox, send: Callable[[], int]
) -> None:
    with people.acting("process-leader") as petra:
        commands.raise_item(
            petra, queries.open_meeting(called), title=SECRET_TITLE, kind="discussion"
        )
    send()

    letter = mail.letters[0]
    body = letter.get_body(preferencelist=("plain",))
    assert body is not None
    lines = body.get_content().split("\n")
    assert subject(letter).startswith("Kallelse: Styrgruppen, ")
    assert [line for line in lines if line.startswith(("Grupp", "Plats", "Dagordning"))] == [
        "Grupp: Styrgruppen",
        "Plats: Residenset",
        f"Dagordning: {SITE}/lanet/moten/{called}/",
    ]
    assert [one for one in mail.letters if SECRET_TITLE in one.as_string()] == []
    assert letter["List-Unsubscribe"].strip().startswith(f"<{SITE}/lanet/kallelser/nej/")


def test_nothing_goes_out_before_somebody_calls(
    coming: UUID, mail: Postbox, send: Callable[[], int]
) -> None:
    assert (send(), mail.letters) == (0, [])


def test_what_has_gone_does_not_go_again(
    called: UUID, mail: Postbox, send: Callable[[], int]
) -> None:
    assert (send(), send(), len(mail.letters)) == (4, 0, 4)


@pytest.mark.parametrize(
    ("facts", "method", "says"),
    [
        ({"starts": time(9)}, "REQUEST", "Ändrat möte: "),
        ({"place": "", "digital": True}, "REQUEST", "Ändrat möte: "),
        ({"state": "cancelled", "cancelled_because": "Sjukdom."}, "CANCEL", "Inställt möte: "),
    ],
)
def test_a_change_is_told_once_about_the_same_event(
    called: UUID,
    people: People,
    mail: Postbox,
    send: Callable[[], int],
    facts: dict[str, object],
    method: str,
    says: str,
) -> None:
    send()
    change(people, called, **facts)

    assert (send(), send()) == (4, 0)

    first, second = (calendar_of(mail.letters[at]) for at in (0, 4))
    before, after = first.walk("VEVENT")[0], second.walk("VEVENT")[0]
    assert subject(mail.letters[4]).startswith(says)
    assert (first["method"], second["method"]) == ("REQUEST", method)
    assert (before["uid"], before["sequence"], after["sequence"]) == (after["uid"], 0, 1)


def test_a_meeting_that_is_called_off_before_anything_went_says_nothing(
    called: UUID, people: People, mail: Postbox, send: Callable[[], int]
) -> None:
    change(people, called, state="cancelled", cancelled_because="Sjukdom.")

    assert (send(), mail.letters) == (0, [])


def test_whoever_says_no_thanks_gets_no_more(
    called: UUID, people: People, group: UUID, mail: Postbox, send: Callable[[], int], today: date
) -> None:
    seat = seat_of_member(people, group, today)
    with people.acting("principal") as lena:
        assert [one.address for one in queries.my_meeting_mail(lena, on=today)] == [
            "lena@exempel.se"
        ]
        assert commands.choose_meeting_mail(lena, seat, wants=False)

    assert send() == 3
    assert "lena@exempel.se" not in mail.recipients
    with people.acting("principal") as lena:
        commands.choose_meeting_mail(lena, seat, wants=True)
    assert (send(), mail.recipients[-1]) == (1, "lena@exempel.se")


def test_nobody_chooses_for_another(
    called: UUID, people: People, group: UUID, today: date, mail: Postbox, send: Callable[[], int]
) -> None:
    seat = seat_of_member(people, group, today)
    for other in ("outsider", "process-leader"):
        with people.acting(other) as somebody:
            assert not commands.choose_meeting_mail(somebody, seat, wants=False)

    assert send() == 4


def test_the_link_in_a_letter_says_no_thanks_without_a_login(
    called: UUID, people: People, mail: Postbox, send: Callable[[], int]
) -> None:
    send()
    letter = mail.letters[0]
    secret = UUID(letter["List-Unsubscribe"].strip(" <>").rstrip("/").rpartition("/")[2])

    assert decline_meeting_mail(secret)
    assert not decline_meeting_mail(UUID(int=1))

    change(people, called, starts=time(9))
    assert send() == 3
    assert mail.recipients.count(letter["To"]) == 1


def test_what_could_not_be_sent_is_tried_again(
    called: UUID, mail: Postbox, owner: psycopg.Connection, send: Callable[[], int]
) -> None:
    mail.refuses = True
    first = send()
    mail.refuses = False
    too_soon = send()
    owner.execute("UPDATE steering_callletter SET next_at = now()")

    assert (first, too_soon, send(), len(mail.letters)) == (0, 0, 4, 4)


def test_a_series_is_called_to_in_one_step(
    coming: UUID, people: People, group: UUID, mail: Postbox, send: Callable[[], int], today: date
) -> None:
    with people.acting("process-leader") as petra:
        body = queries.open_body(group)
        planned = Meeting.objects.filter(body=body, state="planned", date__gte=today).count()
        assert commands.call_to_all_meetings(petra, body, today=today) == planned
        assert commands.call_to_all_meetings(petra, body, today=today) == 0

    assert send() == 4 * planned
    assert planned > 1


def test_a_new_member_is_invited_and_one_who_has_left_is_let_go(
    called: UUID,
    people: People,
    group: UUID,
    mail: Postbox,
    send: Callable[[], int],
    owner: psycopg.Connection,
) -> None:
    send()
    owner.execute(
        "UPDATE steering_membership SET valid_to = current_date WHERE name = %s", ["Nils Öberg"]
    )

    assert send() == 1
    assert mail.recipients[-1] == "nils@exempel.se"
    assert calendar_of(mail.letters[-1])["method"] == "CANCEL"
    owner.execute("UPDATE steering_membership SET valid_to = NULL WHERE name = %s", ["Nils Öberg"])
    assert send() == 1
    (event,) = calendar_of(mail.letters[-1]).walk("VEVENT")
    assert (event["sequence"], str(event["status"])) == (2, "CONFIRMED")


@pytest.mark.parametrize("who", ["principal", "outsider"])
def test_only_the_county_calls_and_keeps_addresses(
    coming: UUID, people: People, group: UUID, today: date, who: str
) -> None:
    seat = seat_of_member(people, group, today)
    with people.acting(who) as somebody, pytest.raises(Refused) as call:
        commands.call_to_meeting(somebody, queries.open_meeting(coming), today=today)
    with people.acting(who) as somebody, pytest.raises(Refused) as keep:
        commands.keep_addresses(
            somebody, queries.open_body(group), addresses={seat: "x@exempel.se"}
        )

    assert [call.value.reason, keep.value.reason] == [Reason.ONLY_COUNTY_DUTY] * 2


def test_nobody_is_called_twice_or_to_what_has_been(
    called: UUID, people: People, group: UUID, today: date
) -> None:
    with people.acting("process-leader") as petra:
        with pytest.raises(Refused) as again:
            commands.call_to_meeting(petra, queries.open_meeting(called), today=today)
        past = Meeting.objects.filter(state="held").first()
        assert past is not None
        with pytest.raises(Refused) as late:
            commands.call_to_meeting(petra, past, today=today)

    assert again.value.reason is PaperReason.CALLED_ALREADY
    assert late.value.reason is PaperReason.MEETING_NOT_AHEAD


def test_each_act_is_logged(called: UUID, owner: psycopg.Connection, group: UUID) -> None:
    found = owner.execute(
        "SELECT act, object FROM audit_event WHERE act IN "
        "('steering.meeting_called', 'steering.addresses_kept', 'steering.addresses_read') "
        "ORDER BY id"
    ).fetchall()

    assert found == [
        ("steering.addresses_read", group),
        ("steering.addresses_kept", group),
        ("steering.meeting_called", called),
    ]
