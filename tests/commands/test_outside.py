"""An association's leader reads one part: by both secrets, after a promise, while it lasts."""

from datetime import date
from typing import Any
from uuid import UUID

import psycopg
import pytest

from varjebarn.disclosure.commands import (
    Issued,
    close_outside,
    disclose,
    issue_link,
    note_outside_answer,
    note_receipt,
    save_draft,
    send_draft,
    share,
    withdraw_consent,
)
from varjebarn.disclosure.commands.sharing import Telling
from varjebarn.disclosure.models import Consent, Disclosure, OutsidePart
from varjebarn.disclosure.opening import Opened, open_outside
from varjebarn.disclosure.outside import How, Way
from varjebarn.disclosure.queries import (
    OutsideState,
    family_deliveries,
    my_consents,
    open_outside_part,
    outside_parts,
    protected_at_unit,
    receipts,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.models import ChildFile

from tests.world.association import CLUB, LEADER, PROMISE, VIEW, WORDS, give, given, one_part
from tests.world.circle import PURPOSE

pytestmark = [pytest.mark.world.with_args(given), pytest.mark.usefixtures("own_database")]

HOME, ELSEWHERE = "192.0.2.10", "192.0.2.77"


@pytest.fixture
def part(world: dict[str, object]) -> UUID:
    return UUID(str(world["part"]))


@pytest.fixture
def issued(people: People, part: UUID) -> Issued:
    with people.acting("principal") as lena:
        return issue_link(lena, open_outside_part(lena, part))


def opens(issued: Issued, *, accepted_by: str = LEADER, **changes: str) -> Opened | None:
    said = {"secret": issued.secret, "code": issued.code, "address": HOME} | changes
    return open_outside(
        said["secret"], said["code"], accepted_by=accepted_by, address=said["address"]
    )


def words_of(opened: Opened | None) -> list[str]:
    assert opened is not None
    assert opened.body is not None
    return [line["words"] for line in opened.body["parts"]["actions"]["lines"]]


def test_first_the_promise_and_then_the_part(issued: Issued) -> None:
    before = opens(issued, accepted_by="")
    after = opens(issued)

    assert before is not None
    assert (before.reservation, before.body) == (PROMISE, None)
    assert words_of(after) == [WORDS]


def test_the_sender_sees_that_it_was_read_and_by_whom(
    people: People, alva: UUID, issued: Issued
) -> None:
    opens(issued)

    with people.acting("principal") as lena:
        child = ChildFile.objects.get(public_id=alva)
        line = outside_parts(lena, child)[0]
        told = Disclosure.objects.get(content_kind="outside_part")
        said = [
            (one.what, one.by) for one in receipts(lena, child) if one.disclosure == told.public_id
        ]
    assert (line.state, line.accepted_by) == (OutsideState.OPENED, LEADER)
    assert said == [("opened", f"{LEADER}, Föreningen Fritidsfabriken")]


def test_the_reading_stands_in_the_senders_log(issued: Issued, owner: psycopg.Connection) -> None:
    opens(issued)

    row = owner.execute(
        "SELECT person_id, why FROM audit_event WHERE act = 'outside.read' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert row == (0, LEADER)


def test_no_secret_is_kept_as_it_was(issued: Issued, owner: psycopg.Connection) -> None:
    rows = owner.execute("SELECT secret, code FROM vb.outside_secret").fetchall()

    assert len(rows) == 1
    for word in (issued.secret, issued.code):
        assert word.encode() not in b"".join(map(bytes, rows[0]))


def test_no_file_about_the_child_is_made_at_the_association(owner: psycopg.Connection) -> None:
    there = unit(*CLUB).unit_id

    for table in (
        "people_childfile",
        "people_identifier",
        "disclosure_delivery",
        "disclosure_consent",
    ):
        row = owner.execute(f"SELECT count(*) FROM {table} WHERE unit_id = %s", [there]).fetchone()
        assert row == (0,)


@pytest.mark.parametrize(
    "changes", [{"secret": "A" * 26}, {"code": "000000x"}, {"code": ""}, {"secret": ""}]
)
def test_what_is_wrong_opens_nothing(issued: Issued, changes: dict[str, str]) -> None:
    assert opens(issued, **changes) is None


def test_small_letters_and_blanks_do_not_matter(issued: Issued) -> None:
    spaced = " ".join(issued.secret.lower())

    assert words_of(opens(issued, secret=spaced, code=f" {issued.code[:3]} {issued.code[3:]}")) == [
        WORDS
    ]


def test_five_wrong_codes_close_the_link(issued: Issued) -> None:
    wrong = "1" * 6 if issued.code != "1" * 6 else "2" * 6
    tries = [opens(issued, code=wrong, address=f"192.0.2.{n}") for n in range(5)]

    assert [*tries, opens(issued, address=ELSEWHERE)] == [None] * 6


def test_ten_failures_from_one_place_are_enough_for_a_quarter_of_an_hour(issued: Issued) -> None:
    failures = [opens(issued, secret="B" * 26) for _ in range(10)]

    assert [*failures, opens(issued)] == [None] * 11
    assert words_of(opens(issued, address=ELSEWHERE)) == [WORDS]


def test_it_opens_again_for_a_day_and_no_longer(issued: Issued, owner: psycopg.Connection) -> None:
    opens(issued)
    again = opens(issued)
    owner.execute("UPDATE disclosure_outsidepart SET opened_at = now() - interval '25 hours'")

    assert words_of(again) == [WORDS]
    assert opens(issued) is None


def test_after_the_last_day_it_shows_nothing(issued: Issued, owner: psycopg.Connection) -> None:
    owner.execute("UPDATE disclosure_outsidepart SET until = now()")

    assert opens(issued) is None


def test_a_child_that_has_become_protected_is_read_of_by_nobody_there(
    issued: Issued, owner: psycopg.Connection
) -> None:
    before = opens(issued, accepted_by="")
    owner.execute("UPDATE people_childfile SET protection = 'marked'")

    assert before is not None
    assert opens(issued) is None


def test_a_yes_taken_back_closes_it_at_once(people: People, issued: Issued) -> None:
    with people.acting("guardian") as karin:
        withdraw_consent(karin, ref=my_consents(karin)[0].ref, unit=unit(*CLUB).unit)

    assert opens(issued) is None


def test_a_yes_turned_to_a_no_closes_it_too(people: People, issued: Issued) -> None:
    with people.acting("guardian") as karin:
        request = family_deliveries(karin, kind="consent_request")[0]
        body = {"answers": {str(unit(*CLUB).unit): "refused"}}
        send_draft(karin, save_draft(karin, request, kind="consent_answer", body=body))

    assert opens(issued) is None


def test_a_new_link_ends_the_one_before(people: People, part: UUID, issued: Issued) -> None:
    with people.acting("principal") as lena:
        newer = issue_link(lena, open_outside_part(lena, part))

    assert opens(issued) is None
    assert words_of(opens(newer)) == [WORDS]


def test_no_new_link_once_it_was_opened(people: People, part: UUID, issued: Issued) -> None:
    opens(issued)

    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        issue_link(lena, open_outside_part(lena, part))

    assert refused.value.reason is Reason.OUTSIDE_HAS_ENDED


def test_the_lead_ends_it(people: People, part: UUID, issued: Issued) -> None:
    with people.acting("principal") as lena:
        close_outside(lena, open_outside_part(lena, part), reason="Leo har slutat.")

    assert opens(issued) is None


def test_an_answer_is_entered_by_one_and_said_by_another(
    people: People, alva: UUID, part: UUID
) -> None:
    with people.acting("principal") as lena:
        note_outside_answer(
            lena,
            open_outside_part(lena, part),
            words="Alva var med hela passet.",
            said_by=LEADER,
            said_on=date.today(),
            how=How.ORAL,
        )
        line = outside_parts(lena, ChildFile.objects.get(public_id=alva))[0].answers[0]

    assert (line.said_by, line.entered_by, line.how) == (LEADER, "Lena Strand", "oral")


def test_paper_is_handed_over_against_a_signature(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        part = give(lena, alva, way=Way.PAPER)
        note_receipt(lena, part, name=LEADER)
        line = outside_parts(lena, ChildFile.objects.get(public_id=alva))[0]

    assert (line.way, line.state, line.accepted_by) == ("paper", OutsideState.OPENED, LEADER)


@pytest.mark.rule("R34", case="refuses")
def test_offence_data_is_refused_before_anything_is_written(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena:
        before = OutsidePart.objects.count()
        with pytest.raises(Refused) as refused:
            give(lena, alva, holds_offence_data=True)
        after = OutsidePart.objects.count()

    assert refused.value.reason is Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY
    assert after == before


def test_a_part_that_the_consent_does_not_name_is_refused(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        give(lena, alva, document=one_part("goals"))

    assert refused.value.reason is Reason.CONSENT_PART_NOT_COVERED


def test_an_association_is_not_shared_with_as_a_unit_is(people: People, alva: UUID) -> None:
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        share(
            lena,
            ChildFile.objects.get(public_id=alva),
            ground="CONSENT",
            document=one_part(),
            to=ToUnit(unit=unit(*CLUB).unit),
            answers={"child_view": VIEW},
            secrecy_shown=set(),
            telling=Telling(answers={}),
        )

    assert refused.value.reason is Reason.CIVIL_SOCIETY_GETS_ONE_PART


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answers": {"offence_data": "yes"}}, "nothing about offences"),
        ({"document": one_part(words="Ring 19000101-9801.")}, "no personal number"),
        ({"answers": {"outside_last_day": "2199-01-01"}}, "within a month"),
    ],
)
def test_the_door_refuses_by_itself(
    people: People, alva: UUID, changes: dict[str, Any], said: str
) -> None:
    answers = {
        "child_view": VIEW,
        "consent_id": "x",
        "reservation_text": PROMISE,
        "outside_name": LEADER,
        "outside_way": "link",
        "outside_last_day": date.today().isoformat(),
    } | changes.get("answers", {})
    with people.acting("principal") as lena:
        child = ChildFile.objects.get(public_id=alva)
        consent = Consent.objects.filter(child_file=child).latest("asked_at")
        with pytest.raises(Exception, match=said):
            disclose(
                lena,
                child,
                ground="CONSENT",
                document=changes.get("document", one_part()),
                to=[ToUnit(unit=unit(*CLUB).unit)],
                purpose=PURPOSE,
                answers=answers,
                consent=consent,
                secrecy_shown={protected_at_unit(unit(*CLUB).unit).mark},
            )
