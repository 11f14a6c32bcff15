"""The county's lists, measured: two thousand decisions, three hundred meetings, and the search in them."""

from __future__ import annotations

from datetime import date, time, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from varjebarn.ops.bench.client import Answer, Client, NotAsExpected
from varjebarn.ops.bench.requests import Timing, timed

if TYPE_CHECKING:
    from uuid import UUID

    from varjebarn.ops.bench.place import StatementLog
    from varjebarn.ops.bench.requests import Act
    from varjebarn.ops.world.logins import People
    from varjebarn.steering.models import AgendaItem, Body, Meeting, Membership

MEETINGS, DECISIONS, SEATS, QUESTIONS = 300, 2_000, 10, 30
A_PAGE = 50
SUBJECTS = (
    "Överenskommelser om barn",
    "Nulägesanalys från organisationerna",
    "Tester av modellen",
    "Utbildning och handledning",
    "Barns delaktighet",
)
TIMES = {
    "county_decisions": 60,
    "county_meetings": 60,
    "county_meeting": 60,
    "county_search": 60,
    "county_annual": 20,
}


def fill(people: People) -> UUID:
    """Make a body that has met for long, as rows; answer one of its meetings."""
    from varjebarn.steering import commands  # noqa: PLC0415 - Django has begun by now
    from varjebarn.steering.models import Level, Meeting, MeetingState  # noqa: PLC0415 - as above

    today = date.today()  # noqa: DTZ011 - a day, not a moment
    with people.acting("process-leader") as petra:
        body = commands.found_body(petra, name="Mätgruppen", level=Level.STRATEGIC)
        seats = _seats(body)
        meetings = Meeting.objects.bulk_create(
            Meeting(
                body=body,
                date=today - timedelta(days=7 * n),
                starts=time(8, 30),
                ends=time(10),
                place="Stadshuset",
                state=MeetingState.HELD,
            )
            for n in range(1, MEETINGS + 1)
        )
        _call_the_roll(meetings, seats)
        items = _items(meetings)
        _decide(body, items)
        _ask(body, items[:QUESTIONS], seats, by=petra.person_id)
    return meetings[0].public_id


def measure(port: int, meeting: UUID, log: StatementLog, *, rounds: int) -> list[Timing]:
    """Measure each list as the process leader sees it, who is logged when she searches."""
    desks = [Desk(Client(port).log_in("process-leader"), meeting) for _ in range(4)]
    return timed(desks, log, TIMES, rounds=rounds)


class Desk:
    """The process leader at one screen: what is asked, and what must be seen."""

    def __init__(self, client: Client, meeting: UUID) -> None:
        """Know the meeting that is opened."""
        self.client, self.meeting = client, f"/lanet/moten/{meeting}/"

    def act(self, name: str) -> Act:
        """Answer what sends a request."""
        return {
            "county_decisions": lambda: self._list("/lanet/beslut/", f"{DECISIONS} beslut"),
            "county_meetings": lambda: self._list("/lanet/moten/", f"{MEETINGS} möten"),
            "county_meeting": lambda: self._list(self.meeting, "Stadshuset", rows=0),
            "county_search": lambda: self._list(
                "/lanet/sok/?q=overenskommelser+godk%C3%A4nns&typ=decision", "<mark>", rows=20
            ),
            "county_annual": lambda: self._list(
                f"/lanet/arsrapport/{date.today().year}/utkast/",  # noqa: DTZ011 - as above
                "Utkast",
                rows=0,
            ),
        }[name]

    def _list(self, path: str, holds: str, *, rows: int = A_PAGE) -> Answer:
        answer = self.client.get(path).must(status=HTTPStatus.OK, holds=holds)
        if answer.body.count('class="vb-line') < rows:
            raise NotAsExpected(f"{path} does not show {rows} rows")
        return answer


def _seats(body: Body) -> list[Membership]:
    from varjebarn.organisations.models import Organisation  # noqa: PLC0415 - as above
    from varjebarn.steering.models import Membership, Seat  # noqa: PLC0415 - as above

    organisations = Organisation.objects.order_by("pk")[:SEATS]
    return Membership.objects.bulk_create(
        Membership(
            body=body,
            organisation=organisation,
            name=f"Ledamot {number}",
            title="Chef",
            seat=Seat.MEMBER,
            valid_from=date(2000, 1, 1),
        )
        for number, organisation in enumerate(organisations, start=1)
    )


def _call_the_roll(meetings: list[Meeting], seats: list[Membership]) -> None:
    from varjebarn.steering.models import Attendance, Presence  # noqa: PLC0415 - as above

    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            membership=seat,
            presence=Presence.ABSENT if (m + s) % 7 == 0 else Presence.PRESENT,
        )
        for m, meeting in enumerate(meetings)
        for s, seat in enumerate(seats)
    )


def _items(meetings: list[Meeting]) -> list[AgendaItem]:
    from varjebarn.steering.models import AgendaItem, ItemKind, Outcome  # noqa: PLC0415 - as above

    each = -(-DECISIONS // MEETINGS)
    return AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meetings[n // each],
            order=n % each + 1,
            title=f"{SUBJECTS[n % len(SUBJECTS)]} {n}",
            kind=ItemKind.DECISION,
            outcome=Outcome.DECIDED,
            note="Frågan har beretts i arbetsgrupperna, och alla organisationer har svarat.",
        )
        for n in range(DECISIONS)
    )


def _decide(body: Body, items: list[AgendaItem]) -> None:
    from varjebarn.steering.models import DecisionRecord  # noqa: PLC0415 - as above

    DecisionRecord.objects.bulk_create(
        DecisionRecord(
            body=body,
            number=number,
            item=item,
            wording=f"{item.title} godkänns, och följs upp av organisationerna till nästa möte.",
            responsible="Processledningen",
        )
        for number, item in enumerate(items, start=1)
    )


def _ask(body: Body, items: list[AgendaItem], seats: list[Membership], *, by: int) -> None:
    """Ask at some meetings; one organisation is silent each time."""
    from varjebarn.steering.models import ReportBack, ReportBackAnswer  # noqa: PLC0415 - as above

    asked = ReportBack.objects.bulk_create(
        ReportBack(
            body=body,
            item=item,
            question="Hur långt har arbetet kommit hos er?",
            due=date.today(),  # noqa: DTZ011 - as above
        )
        for item in items
    )
    ReportBackAnswer.objects.bulk_create(
        ReportBackAnswer(
            report_back=one,
            organisation_id=seat.organisation_id,
            text="Vi har kommit halvvägs och behöver mer tid.",
            by_id=by,
        )
        for one in asked
        for seat in seats[:-1]
    )
