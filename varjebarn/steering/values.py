"""What the pages of the county's work are made of: finished values, with uuids and no keys."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An organisation, a body or something else that one only needs the name of."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A body in a list. An orphan reports to nobody although it isn't at the top (DQ9)."""

    id: UUID
    name: str
    level: str
    purpose: str
    reports_to: Named | None
    is_orphan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A seat, as the public list says it."""

    id: UUID
    name: str
    title: str
    organisation: str
    seat: str
    profession: str
    substitutes_for: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting in a list."""

    id: UUID
    body: Named
    day: date
    starts: time
    ends: time
    place: str
    is_digital: bool
    is_held: bool
    is_cancelled: bool = False
    cancelled_because: str = ""
    is_extra: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A decision in a list. Its day is its meeting's; `model` is (id, version).

    It is open until it has ended. One that touches children may lack an analysis of that.
    """

    id: UUID
    number: int
    wording: str
    decided_on: date
    body: str
    item: UUID
    responsible: str
    due: date | None
    is_open: bool
    model: tuple[str, str] | None
    status: str = "open"
    is_about_children: bool = False
    lacks_analysis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """An item on an agenda. A follower knows since when the matter has waited, and for how long."""

    id: UUID
    order: int
    title: str
    kind: str
    outcome: str
    note: str
    meeting: UUID
    meeting_on: date
    waits_since: date | None
    days_waited: int
    moved_to: date | None
    moved_to_meeting: UUID | None
    decisions: tuple[DecisionLine, ...] = ()
    is_standing: bool = False
    raised_by: str = ""
    raised_by_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody at a meeting, or not there; `instead_of` names whom they stood in for."""

    name: str
    title: str
    organisation: str
    seat: str
    is_present: bool
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBackLine:
    """A question in a list, with those who have not answered by name."""

    id: UUID
    question: str
    asked_on: date
    due: date
    item: UUID
    asked: int
    answered: int
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement in a list; `last_day` is the last one on which it holds, extensions included.

    `contradicts` names the texts that it doesn't go together with, until that is solved.
    """

    id: UUID
    title: str
    valid_from: date
    last_day: date
    revise_by: date | None
    contradicts: tuple[str, ...]
    is_extended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMeeting:
    """A meeting with its agenda."""

    meeting: MeetingLine
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyOverview:
    """The county's work on one page."""

    bodies: tuple[BodyLine, ...]
    steering_group: BodyLine | None
    next_meeting: AgendaMeeting | None
    last_meeting: AgendaMeeting | None
    waiting: tuple[ItemLine, ...]
    open_decisions: tuple[DecisionLine, ...]
    model_decisions: tuple[DecisionLine, ...]
    report_backs: tuple[ReportBackLine, ...]
    agreements: tuple[AgreementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """One meeting: who was there, the agenda and what became of it."""

    meeting: MeetingLine
    items: tuple[ItemLine, ...]
    attendance: tuple[Attendee, ...]
    report_backs: tuple[ReportBackLine, ...]
    chair: str = ""
    proposals: tuple[tuple[UUID, str], ...] = ()
    corrections: tuple["CorrectionLine", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactShown:
    """What a matter means for children, as a page shows it. `articles` are numbers of the Convention."""

    id: UUID
    is_published: bool
    is_whole: bool
    whom: str
    said: str
    asked_how: str
    gains: str
    costs: str
    articles: tuple[int, ...]
    weighing: str
    follow_up: str
    changed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """Something that a decision changes; `target` is its public id, where it has one.

    `page` is what there is a page of: the agreement, the document, an activity's plan.
    """

    kind: str
    target: UUID | None
    label: str
    page: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """One change of a decision's wording. Without a reason it was before the minutes' approval."""

    decision: UUID
    number: int
    before: str
    after: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage:
    """One decision, where it was made, what it changes and the chain it stands in."""

    decision: DecisionLine
    meeting: MeetingLine
    item_title: str
    item: UUID
    followed_up_on: date | None
    follow_up_note: str
    extends: tuple[Named, ...]
    changes: tuple[ChangeLine, ...] = ()
    earlier: tuple[DecisionLine, ...] = ()
    later: tuple[DecisionLine, ...] = ()
    raised_on: tuple[MeetingLine, ...] = ()
    analysis: ImpactShown | None = None
    corrections: tuple[CorrectionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """One body: whom it reports to, who reports to it, who sits there, when it meets."""

    body: BodyLine
    below: tuple[Named, ...]
    members: tuple[Member, ...]
    meetings: tuple[MeetingLine, ...]
    open_decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one organisation answered; to an analysis also heading by heading."""

    organisation: str
    text: str
    at: datetime
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFound:
    """An answer that was looked for, with its question."""

    report_back: UUID
    question: str
    organisation: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBackPage:
    """One question, the answers side by side, and who is silent.

    An analysis has headings, its parts. `delegated` are the organisations where a colleague was asked.
    """

    line: ReportBackLine
    meeting: MeetingLine
    answers: tuple[Answer, ...]
    is_analysis: bool = False
    parts: tuple[str, ...] = ()
    reminders: tuple[date, ...] = ()
    delegated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionLine:
    """A longer validity and the decision behind it."""

    decision: UUID
    number: int
    decided_on: date
    last_day: date
    revise_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionLine:
    """A contradiction, seen from one of the two texts."""

    id: UUID
    says: str
    other: str
    other_agreement: UUID | None
    other_says: str
    owner: Named
    solved_by: Named | None
    solved_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """One agreement: parties, what it said first, each extension and each contradiction."""

    line: AgreementLine
    parties: tuple[str, ...]
    first_last_day: date
    extensions: tuple[ExtensionLine, ...]
    contradictions: tuple[ContradictionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningLine:
    """Where an organisation stands from a day on, and by which decision."""

    organisation: Named
    standing: str
    since: date | None
    decision: Named | None
    decided_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDay:
    """A meeting as a calendar has it: times are those of Sweden."""

    meeting: UUID
    body: str
    day: date
    starts: time
    ends: time
    place: str
    is_digital: bool
    is_cancelled: bool
