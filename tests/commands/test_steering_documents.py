"""Documents and the newsletter: what each act leaves behind, what goes out by mail, and what a no leaves."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from uuid import UUID

import psycopg
import pytest
from django.test import override_settings
from django.utils import formats, translation

from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.ops.notices.letters import send_letters
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast
from varjebarn.steering import commands, newsletter, queries
from varjebarn.steering.commands import documents, news, obstacles, research
from varjebarn.steering.document_reasons import DocumentReason
from varjebarn.steering.document_values import Standing
from varjebarn.steering.models import Theme
from varjebarn.steering.queries import documents as reading
from varjebarn.steering.queries import obstacles as obstacle_queries
from varjebarn.steering.queries import telling
from varjebarn.steering.queries.on_agenda import documents_at

from tests.world.cluster import Databases, current
from tests.world.documents_story import SECRET, build
from tests.world.postbox import Postbox, mail_server

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

SMTP = "django.core.mail.backends.smtp.EmailBackend"
ADDRESS = "karin@exempel.se"


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def mail(owner: psycopg.Connection) -> Iterator[Postbox]:
    owner.execute("DELETE FROM steering_letter")  # those of the world's making
    with (
        mail_server() as box,
        override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port),
    ):
        yield box


@pytest.fixture
def send(databases: Databases, own_database: str) -> Callable[[], int]:
    del own_database
    return lambda: send_letters(databases.addresses(current()).notify)


def publish(people: People, document: UUID, today: date) -> int:
    with people.acting("process-leader") as petra:
        found = reading.open_document(document)
        return documents.publish_draft(
            petra,
            reading.newest_version(found),
            meeting=reading.meeting_to_decide(found, today),
            path=f"/lanet/dokument/{document}/",
            today=today,
        )


def rows(owner: psycopg.Connection, table: str) -> int:
    row = owner.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def acts(owner: psycopg.Connection, about: UUID) -> list[str]:
    found = owner.execute("SELECT act FROM audit_event WHERE object = %s ORDER BY id", [about])
    return [row[0] for row in found.fetchall()]


def test_publishing_tells_the_members_that_it_is_there_and_not_what_it_says(
    people: People,
    ref: Callable[[str], UUID],
    today: date,
    mail: Postbox,
    send: Callable[[], int],
    owner: psycopg.Connection,
) -> None:
    told = publish(people, ref("drafted"), today)

    assert (told, send(), send()) == (2, 2, 0)
    assert mail.recipients == sorted([cast()["principal"].email, cast()["process-leader"].email])
    letter = mail.letters[0]
    assert letter["Subject"] == "Nu finns Processplan att läsa"
    assert f"/lanet/dokument/{ref('drafted')}/" in letter.get_payload()
    assert f"Beslut föreslås den {long_day(today)}." in letter.get_payload()
    assert SECRET not in letter.get_payload()
    assert rows(owner, "steering_letter") == 0, "what has gone is not kept"
    assert acts(owner, ref("drafted"))[-1] == "steering.document_published"


def test_publishing_puts_it_on_the_next_agenda(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    publish(people, ref("drafted"), today)

    agenda = queries.meeting_page(ref("todays"), on=today).items
    assert [(item.title, item.kind) for item in agenda] == [("Processplan", "decision")]
    line = reading.document_page(ref("drafted"), on=today).line
    assert line.proposed is not None
    assert (line.proposed.standing, line.proposed.decided_at) == (Standing.PROPOSED, today)


def test_what_could_not_be_sent_is_tried_again(
    people: People,
    ref: Callable[[str], UUID],
    today: date,
    mail: Postbox,
    send: Callable[[], int],
    owner: psycopg.Connection,
) -> None:
    publish(people, ref("drafted"), today)
    mail.refuses = True
    first = send()
    mail.refuses = False
    too_soon = send()
    owner.execute("UPDATE steering_letter SET next_at = now()")

    assert (first, too_soon, send()) == (0, 0, 2)


def test_a_decided_version_is_in_force_and_the_one_before_it_was(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    publish(people, ref("adopted"), today)
    with people.acting("process-leader") as petra:
        version = reading.open_version(ref("adopted"), 2)
        meeting = queries.open_meeting(ref("todays"))
        present = queries.seats_on(ref("group"), today)
        commands.hold_meeting(petra, meeting, present=present, today=today)
        assert version.item is not None
        decision = commands.record_decision(
            petra, queries.open_item(version.item.public_id), wording="Antas."
        )
        other = queries.open_decision(ref("decision"))
        with pytest.raises(Refused) as refused:
            documents.put_in_force(petra, version, decision=other, from_day=today)
        documents.put_in_force(petra, version, decision=decision, from_day=today)

    assert refused.value.reason is DocumentReason.DECIDED_ELSEWHERE
    page = reading.document_page(ref("adopted"), on=today)
    assert [one.standing for one in page.versions] == [Standing.IN_FORCE, Standing.EARLIER]
    yesterday = reading.document_page(ref("adopted"), on=today - timedelta(days=1))
    assert [one.standing for one in yesterday.versions] == [Standing.COMING, Standing.IN_FORCE]


def test_a_process_plan_in_force_stands_on_every_new_agenda(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    publish(people, ref("drafted"), today)
    with people.acting("process-leader") as petra:
        version = reading.open_version(ref("drafted"), 1)
        meeting = queries.open_meeting(ref("todays"))
        present = queries.seats_on(ref("group"), today)
        commands.hold_meeting(petra, meeting, present=present, today=today)
        assert version.item is not None
        item = queries.open_item(version.item.public_id)
        decision = commands.record_decision(petra, item, wording="Antas.")
        documents.put_in_force(petra, version, decision=decision, from_day=today)
        later = commands.plan_meeting(
            petra, meeting.body, on=today + timedelta(days=90), starts=time(9), ends=time(10)
        )

    agenda = queries.meeting_page(later.public_id, on=today).items
    assert [(item.title, item.kind) for item in agenda] == [("Processplan", "standing")]
    assert [one.title for one in documents_at(later.public_id, on=today)] == ["Processplan"]


def test_a_postponed_item_takes_the_proposal_along(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    publish(people, ref("drafted"), today)
    with people.acting("process-leader") as petra:
        item = reading.open_version(ref("drafted"), 1).item
        assert item is not None
        coming = queries.open_meeting(ref("coming"))
        commands.postpone_item(
            petra, queries.open_item(item.public_id), to=coming, reason="Tiden tog slut."
        )

    line = reading.document_page(ref("drafted"), on=today).line
    assert line.proposed is not None
    assert line.proposed.meeting == ref("coming")


def test_two_who_draft_at_once_do_not_write_over_each_other(
    people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("principal") as lena:
        found = reading.open_document(ref("drafted"))
        documents.write_draft(lena, found, after=1, text="Lenas text.", today=today)
    with people.acting("process-leader") as petra, pytest.raises(Changed):
        documents.write_draft(petra, found, after=1, text="Petras text.", today=today)

    with people.acting("principal"):
        assert reading.newest_version(found).text == "Lenas text."


def test_reading_a_draft_is_logged(
    people: People, ref: Callable[[str], UUID], today: date, owner: psycopg.Connection
) -> None:
    with people.acting("principal") as lena:
        reading.document_page(ref("drafted"), on=today, actor=lena)

    assert acts(owner, ref("drafted"))[-1] == "steering.draft.read"


def test_the_newsletter_is_confirmed_sent_and_left_with_one_click(
    people: People,
    ref: Callable[[str], UUID],
    today: date,
    mail: Postbox,
    send: Callable[[], int],
    owner: psycopg.Connection,
) -> None:
    newsletter.ask_for_news(f" {ADDRESS.title()} ")
    newsletter.ask_for_news(ADDRESS)
    sent = send()
    token = UUID(mail.letters[0].get_payload().split("bekrafta/")[1][:36])
    before = mail_news(people, ref("news"), today)
    with people.acting("process-leader") as petra:
        told = news.tell_news(petra, title="Nyhet två", text="Vi har börjat.").public_id
    confirmed = newsletter.confirm_news(token)
    after = mail_news(people, told, today)
    send()

    assert (sent, before, confirmed, after) == (1, 0, True, 1)
    assert mail.recipients == [ADDRESS, ADDRESS]
    letter = mail.letters[1]
    leaving = f"/lanet/nyhetsbrev/avsluta/{token}/"
    assert letter["Subject"] == "Nyhet två"
    assert letter["List-Unsubscribe"].endswith(f"{leaving}>")
    assert letter["List-Unsubscribe"].strip().startswith("<http")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Vi har börjat." in letter.get_payload()
    assert leaving in letter.get_payload()
    assert newsletter.leave_news(token) is True
    assert rows(owner, "steering_subscriber") == 0, "the address is really gone"
    assert newsletter.leave_news(token) is False
    assert newsletter.confirm_news(token) is False


def mail_news(people: People, article: UUID, today: date) -> int:
    with people.acting("process-leader") as petra:
        found = telling.open_article(article)
        return news.mail_news(petra, found, path="/lanet/nyheter/x/", on=today)


def test_leaving_takes_the_letters_that_wait_along(
    people: People, ref: Callable[[str], UUID], today: date, owner: psycopg.Connection
) -> None:
    owner.execute("DELETE FROM steering_letter")  # those of the world's making
    newsletter.ask_for_news(ADDRESS)
    row = owner.execute("SELECT token FROM steering_subscriber").fetchone()
    assert row is not None
    newsletter.confirm_news(row[0])
    assert mail_news(people, ref("news"), today) == 1
    assert rows(owner, "steering_letter") == 2

    newsletter.leave_news(row[0])

    assert rows(owner, "steering_letter") == 0


def test_what_nobody_confirms_is_removed_after_a_week(owner: psycopg.Connection) -> None:
    newsletter.ask_for_news(ADDRESS)
    owner.execute("UPDATE steering_subscriber SET made_at = made_at - interval '8 days'")
    row = owner.execute("SELECT token FROM steering_subscriber").fetchone()
    assert row is not None

    assert newsletter.confirm_news(row[0]) is False
    newsletter.ask_for_news("ulf@exempel.se")

    kept = owner.execute("SELECT address FROM steering_subscriber").fetchall()
    assert kept == [("ulf@exempel.se",)]


def test_news_is_mailed_once(people: People, ref: Callable[[str], UUID], today: date) -> None:
    mail_news(people, ref("news"), today)

    with pytest.raises(Refused) as refused:
        mail_news(people, ref("news"), today)

    assert refused.value.reason is DocumentReason.MAILED_ALREADY


def test_an_obstacle_is_passed_on_and_answered_and_its_sender_sees_it(
    people: People, ref: Callable[[str], UUID], today: date, owner: psycopg.Connection
) -> None:
    with people.acting("process-leader") as petra:
        found = obstacle_queries.open_obstacle(ref("obstacle"))
        to = queries.open_body(ref("group"))
        obstacles.pass_on_obstacle(petra, found, to=to, text="Gäller alla.", today=today)
    with people.acting("principal") as lena:
        found = obstacle_queries.open_obstacle(ref("obstacle"))
        obstacles.answer_obstacle(lena, found, text="Två timmar i veckan.", today=today)
    with people.acting("teacher") as tor:
        line = obstacle_queries.my_obstacles(tor, on=today)[0]

    assert (line.state, line.body) == ("answered", "Styrgruppen")
    assert [(one.kind, one.text, one.to) for one in line.steps] == [
        ("passed_on", "Gäller alla.", "Styrgruppen"),
        ("answered", "Två timmar i veckan.", ""),
    ]
    assert acts(owner, ref("obstacle")) == [
        "steering.obstacle_sent",
        "steering.obstacle_passed_on",
        "steering.obstacle_answered",
    ]


def test_a_number_in_an_obstacle_is_refused_and_nothing_is_kept(
    people: People, ref: Callable[[str], UUID], owner: psycopg.Connection
) -> None:
    with people.acting("teacher") as tor, pytest.raises(Refused) as refused:
        obstacles.send_obstacle(
            tor, queries.open_body(ref("working")), text="Om 19000101-9801.", theme=Theme.TIME
        )

    assert refused.value.reason is DocumentReason.LOOKS_LIKE_A_NUMBER
    assert rows(owner, "steering_obstacle") == 1


def test_a_request_from_researchers_is_open_when_it_is_granted(people: People, today: date) -> None:
    with people.acting("process-leader") as petra:
        asked = research.note_research_request(
            petra, title="Studie", from_whom="Linnéuniversitetet", asked_on=today
        )
        seen_by_petra = len(telling.research_requests())
    before = telling.research_requests()
    with people.acting("process-leader") as petra:
        research.decide_research_request(petra, asked, is_granted=True, may_attend=True, on=today)

    assert (seen_by_petra, before) == (1, ())
    assert [(one.title, one.may_attend) for one in telling.research_requests()] == [
        ("Studie", True)
    ]


def long_day(day: date) -> str:
    with translation.override("sv"):
        return formats.date_format(day, "l j F Y")
