"""The family hears that there is something new, as each has chosen, and nothing of what."""

from collections.abc import Callable, Iterator
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError
from django.test import override_settings

from varjebarn.disclosure.commands import ToPerson, disclose
from varjebarn.disclosure.defaults import PURPOSE, suggested_answers
from varjebarn.disclosure.letters import note_document
from varjebarn.disclosure.protection import person_protected
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.notices import sending
from varjebarn.ops.notices.sms import HttpGateway
from varjebarn.ops.world.logins import People
from varjebarn.people.commands import choose_notice, choose_notice_for
from varjebarn.people.models import ChildFile, Notice
from varjebarn.people.queries import guardians, my_notice_way, notice_ways, open_child
from varjebarn.people.reasons import Reason
from varjebarn.people.ways import NoticeWay

from tests.world.circle import alva_with_consent
from tests.world.cluster import Databases, current
from tests.world.postbox import Postbox, mail_server, sms_server

pytestmark = [
    pytest.mark.world.with_args(alva_with_consent),
    pytest.mark.usefixtures("own_database"),
]

ADDRESS = "karin@exempel.se"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
SECRET_WORDS = ("Alva", "Karin", "Lund", "skola", "Skola", "Växjö", "samtycke", "plan", "barn")


@pytest.fixture
def mail() -> Iterator[Postbox]:
    with (
        mail_server() as box,
        override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port),
    ):
        yield box


@pytest.fixture
def sms() -> Iterator[Postbox]:
    with (
        sms_server() as box,
        override_settings(SMS_GATEWAY=f"http://127.0.0.1:{box.port}/", SMS_TOKEN="known"),
    ):
        yield box


def chooses(people: People, way: NoticeWay, address: str = "") -> None:
    with people.acting("guardian") as karin:
        choose_notice(karin, way=way, address=address)


def writes_to_karin(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        _write(lena, ChildFile.objects.get(public_id=alva))


def _write(lena: Actor, child: ChildFile) -> None:
    karin = next(one for one in guardians(lena, child) if one.custody)
    said = suggested_answers("note", "GUARDIAN", "sv")
    purpose = said.pop(PURPOSE)
    disclose(
        lena,
        child,
        ground="GUARDIAN",
        document=note_document(
            lena, child, words="Välkommen på måndag.", on=karin.valid_from.date()
        ),
        to=[ToPerson(person_ref=karin.person_ref, capacity="guardian", name=karin.name)],
        purpose=purpose,
        answers={
            **said,
            "guardian_id": str(karin.public_id),
            "custody_checked": karin.source,
            "child_view": "Alva vet.",
        },
        secrecy_shown={person_protected(karin.person_ref, "guardian").mark},
    )


def is_interrupted(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        _write(lena, ChildFile.objects.get(public_id=alva))
        raise KeyboardInterrupt


@pytest.fixture
def send_notices(databases: Databases, own_database: str) -> Callable[[], int]:
    del own_database
    return lambda: sending.send_notices(databases.addresses(current()).notify)


def waiting(owner: psycopg.Connection) -> int:
    row = owner.execute("SELECT count(*) FROM people_outboxrow WHERE sent_at IS NULL").fetchone()
    assert row is not None
    return int(row[0])


def test_mail_says_that_there_is_something_and_not_what(
    people: People, alva: UUID, mail: Postbox, send_notices: Callable[[], int]
) -> None:
    chooses(people, NoticeWay.MAIL, ADDRESS)
    writes_to_karin(people, alva)

    assert send_notices() == 1

    letter = mail.letters[0]
    whole = f"{letter['Subject']} {letter['From']} {letter.get_content()}"
    assert mail.recipients == [ADDRESS]
    assert letter["Subject"] == "Du har ett nytt meddelande"
    assert "/familj/" in whole
    assert [word for word in SECRET_WORDS if word in whole] == []


def test_a_text_message_goes_by_the_gateway(
    people: People, alva: UUID, sms: Postbox, send_notices: Callable[[], int]
) -> None:
    chooses(people, NoticeWay.SMS, "070-174 06 05")
    writes_to_karin(people, alva)

    assert send_notices() == 1

    assert [one["to"] for one in sms.messages] == ["+46701740605"]
    assert [word for word in SECRET_WORDS if word in sms.messages[0]["message"]] == []
    assert sms.tokens == ["Bearer known"]


def test_nothing_is_sent_to_whoever_has_not_chosen(
    people: People, alva: UUID, mail: Postbox, send_notices: Callable[[], int]
) -> None:
    writes_to_karin(people, alva)

    assert (send_notices(), mail.letters) == (0, [])


def test_two_things_at_once_are_one_notice(
    people: People, alva: UUID, mail: Postbox, send_notices: Callable[[], int]
) -> None:
    chooses(people, NoticeWay.MAIL, ADDRESS)
    writes_to_karin(people, alva)
    writes_to_karin(people, alva)

    assert (send_notices(), len(mail.letters), send_notices()) == (1, 1, 0)


def test_what_could_not_be_sent_is_tried_again(
    people: People,
    alva: UUID,
    mail: Postbox,
    owner: psycopg.Connection,
    send_notices: Callable[[], int],
) -> None:
    chooses(people, NoticeWay.MAIL, ADDRESS)
    writes_to_karin(people, alva)
    mail.refuses = True
    first = send_notices()
    mail.refuses = False
    too_soon = send_notices()
    owner.execute("UPDATE people_outboxrow SET next_at = now()")

    assert (first, too_soon, send_notices()) == (0, 0, 1)


def test_the_outbox_and_the_delivery_come_together_or_not_at_all(
    people: People, alva: UUID, owner: psycopg.Connection
) -> None:
    chooses(people, NoticeWay.MAIL, ADDRESS)

    with pytest.raises(KeyboardInterrupt):
        is_interrupted(people, alva)

    assert waiting(owner) == 0
    writes_to_karin(people, alva)
    assert waiting(owner) == 1


@pytest.mark.parametrize("way", [NoticeWay.PAPER, NoticeWay.CONTACT])
def test_by_somebody_it_is_told_to_those_with_the_child(
    people: People, alva: UUID, way: NoticeWay
) -> None:
    chooses(people, way)
    writes_to_karin(people, alva)

    with people.acting("principal") as lena:
        kinds = set(Notice.objects.filter(unit_id=lena.unit_id).values_list("kind", flat=True))
    assert f"tell_{way}" in kinds


def test_the_contact_enters_what_was_said(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        karin = next(one for one in guardians(lena, child) if one.custody)
        choose_notice_for(lena, child, person=karin.person_ref, way=NoticeWay.PAPER, address="")
        found = notice_ways(lena, child)[karin.person_ref]
    with people.acting("guardian") as karin_herself:
        own = my_notice_way(karin_herself)

    assert (found.way, found.by_herself, found.address) == (NoticeWay.PAPER, False, "")
    assert own is not None
    assert own.way is NoticeWay.PAPER


def test_what_somebody_chose_herself_nobody_else_changes(people: People, alva: UUID) -> None:
    chooses(people, NoticeWay.MAIL, ADDRESS)
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        karin = next(one for one in guardians(lena, child) if one.custody)
        with pytest.raises(DatabaseError, match="chosen by the person herself"):
            choose_notice_for(lena, child, person=karin.person_ref, way=NoticeWay.NONE, address="")


@pytest.mark.parametrize(
    ("way", "address", "reason"),
    [
        (NoticeWay.MAIL, "karin", Reason.MAIL_ADDRESS_NEEDED),
        (NoticeWay.SMS, "12", Reason.TELEPHONE_NEEDED),
    ],
)
def test_it_needs_somewhere_to_go(
    people: People, way: NoticeWay, address: str, reason: Reason
) -> None:
    with people.acting("guardian") as karin, pytest.raises(Refused) as refused:
        choose_notice(karin, way=way, address=address)

    assert refused.value.reason is reason


def test_staff_choose_nothing_for_themselves(people: People) -> None:
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        choose_notice(lena, way=NoticeWay.NONE, address="")

    assert refused.value.reason is Reason.ONLY_FAMILY


def test_a_gateway_elsewhere_is_reached_by_https() -> None:
    with pytest.raises(ValueError, match="https"):
        HttpGateway(address="http://sms.exempel.se/", token="x")
