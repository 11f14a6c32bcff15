"""A unit's log in words: who did what, about whom, when, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.audit.queries import LogRow
from varjebarn.web.staff.labels import CONTENT_KINDS, GROUNDS, glass_reason, label

ACTS: dict[str, Promise] = {
    "child.read": gettext_lazy("öppnade barnets sida"),
    "plan.read": gettext_lazy("öppnade planen"),
    "plan_version.read": gettext_lazy("läste en version av planen"),
    "delivery.read": gettext_lazy("öppnade en kopia"),
    "delivery.arrived": gettext_lazy("kopia kom"),
    "delivery.filed": gettext_lazy("tog emot en kopia"),
    "delivery.declined": gettext_lazy("avböjde en kopia"),
    "intake.filed": gettext_lazy("tog emot en kopia"),
    "intake.declined": gettext_lazy("avböjde en kopia"),
    "disclosure.made": gettext_lazy("lämnade ut uppgifter"),
    "disclosure.shared": gettext_lazy("delade uppgifter"),
    "disclosure.not_made": gettext_lazy("bestämde att inte dela"),
    "outside.given": gettext_lazy("bestämde att lämna en del till en förening"),
    "outside.link_made": gettext_lazy("gjorde en länk till en förening"),
    "outside.link_issued": gettext_lazy("tog fram länk och kod"),
    "outside.handed_over": gettext_lazy("lämnade en del på papper"),
    "outside.receipt_noted": gettext_lazy("antecknade ett kvitto"),
    "outside.read": gettext_lazy("läste en del som en förening har fått"),
    "outside.refused": gettext_lazy("försökte öppna en länk utan att lyckas"),
    "outside.closed": gettext_lazy("avslutade en del till en förening"),
    "outside.ended": gettext_lazy("avslutade det en förening fått"),
    "outside.answer_entered": gettext_lazy("skrev in ett svar åt en ledare"),
    "submission.arrived": gettext_lazy("svar kom från familjen"),
    "signal.noticed": gettext_lazy("uppmärksammade något"),
    "signal.handed": gettext_lazy("lämnade vidare det som uppmärksammats"),
    "signal.read": gettext_lazy("läste något uppmärksammat"),
    "signals.read": gettext_lazy("läste det som uppmärksammats"),
    "my_signals.read": gettext_lazy("läste det hen själv har uppmärksammat"),
    "signal.asked_to_tell": gettext_lazy("frågade familjen om en annan verksamhet får veta"),
    "signal.delivered": gettext_lazy("skickade det som uppmärksammats"),
    "signal.sent": gettext_lazy("lämnade ut det som uppmärksammats"),
    "signal.received": gettext_lazy("lade in det som en annan verksamhet uppmärksammat"),
    "signal.answered": gettext_lazy("svarade den som uppmärksammade"),
    "signal_answer.sent": gettext_lazy("lämnade ut svaret"),
    "signals.assessed": gettext_lazy("bedömde det som uppmärksammats"),
    "signal.closed": gettext_lazy("avslutade med ett svar"),
    "assessments.read": gettext_lazy("läste bedömningar"),
    "consent.asked": gettext_lazy("frågade om samtycke"),
    "consent.requested": gettext_lazy("skickade frågan om samtycke"),
    "consent.answer_entered": gettext_lazy("förde in ett svar om samtycke"),
    "consent.withdrawn": gettext_lazy("samtycke togs tillbaka"),
    "child.asked": gettext_lazy("frågade barnet"),
    "guardian.asked": gettext_lazy("frågade en vårdnadshavare"),
    "view.taken_in": gettext_lazy("tog in barnets eller vårdnadshavarens ord"),
    "view.noted": gettext_lazy("antecknade vad någon sagt"),
    "view.read": gettext_lazy("läste vad någon sagt"),
    "views.read": gettext_lazy("läste vad barnet och andra sagt"),
    "view.influence_noted": gettext_lazy("skrev vad orden ledde till"),
    "view.taken_back": gettext_lazy("noterade att någon tagit tillbaka sina ord"),
    "words.read": gettext_lazy("läste nya svar"),
    "plan.started": gettext_lazy("började planen"),
    "plan.why_set": gettext_lazy("skrev varför planen finns"),
    "plan.need_added": gettext_lazy("skrev ett behov"),
    "plan.need_left": gettext_lazy("skrev varför inget görs nu"),
    "plan.goal_agreed": gettext_lazy("skrev ett mål"),
    "plan.action_planned": gettext_lazy("planerade en insats"),
    "plan.action_changed": gettext_lazy("ändrade en insats"),
    "plan.team_named": gettext_lazy("skrev vilka som är med"),
    "plan.team_left": gettext_lazy("skrev att någon inte längre är med"),
    "plan.team_invited": gettext_lazy("bjöd in till planen"),
    "plan.follow_up_set": gettext_lazy("bestämde uppföljning"),
    "plan.disagreement_noted": gettext_lazy("skrev att någon tycker annorlunda"),
    "plan.child_view_reason_given": gettext_lazy("skrev varför barnets ord saknas"),
    "plan.nobody_else_said": gettext_lazy("skrev om någon annan gör något"),
    "plan.overall_responsible_set": gettext_lazy("skrev vem som har det övergripande ansvaret"),
    "plan.other_plan_linked": gettext_lazy("skrev om en annan plan"),
    "plan.lead_changed": gettext_lazy("lät någon annan hålla ihop planen"),
    "plan.published": gettext_lazy("skickade planen"),
    "plan.contributed": gettext_lazy("bidrog till en plan"),
    "plan.closed": gettext_lazy("avslutade planen"),
    "file.opened": gettext_lazy("öppnade en ny akt"),
    "involvement.made": gettext_lazy("tog med någon"),
    "involvement.ended": gettext_lazy("avslutade att någon är med"),
    "involvement.prolonged": gettext_lazy("förlängde att någon är med"),
    "involvements.seen": gettext_lazy("såg vilka som är med"),
    "left_alone.seen": gettext_lazy("såg vilka barn som ingen är med kring"),
    "leave.begun": gettext_lazy("noterade att en kollega är borta"),
    "leave.ended": gettext_lazy("noterade att en kollega är tillbaka"),
    "intake.taken_up": gettext_lazy("öppnade det som väntade i mottagningen"),
    "identifier.added": gettext_lazy("lade till ett nummer"),
    "identifier.shown": gettext_lazy("visade ett helt nummer"),
    "identifiers.seen": gettext_lazy("såg barnets nummer, dolda"),
    "file.joined": gettext_lazy("slog ihop två akter"),
    "break_glass.opened": gettext_lazy("nödöppnade akten"),
    "break_glass.ended": gettext_lazy("stängde en nödöppnad akt"),
    "break_glass.missed": gettext_lazy("försökte nödöppna en akt som inte finns här"),
    "child.searched": gettext_lazy("sökte efter ett barn"),
    "guardian.registered": gettext_lazy("skrev in en vårdnadshavare"),
    "guardian.ended": gettext_lazy("avslutade en vårdnadshavare"),
    "notice_way.entered": gettext_lazy("skrev in hur någon vill få veta"),
    "notice_way.entered_for": gettext_lazy("skrev in hur någon i familjen får veta"),
    "family_person.connected": gettext_lazy("kopplade en inloggning"),
    "family_access.closed": gettext_lazy("stängde en familjemedlems åtkomst"),
    "follow_up.noted": gettext_lazy("noterade uppföljning"),
    "notice.seen": gettext_lazy("markerade nytt som sett"),
    "assignment.given": gettext_lazy("gav någon ett uppdrag"),
    "assignment.ended": gettext_lazy("avslutade ett uppdrag"),
    "log.read": gettext_lazy("läste loggen"),
    "log.exported": gettext_lazy("gjorde ett utdrag ur loggen"),
    "reviews.listed": gettext_lazy("öppnade listan över granskningar"),
    "review.opened": gettext_lazy("öppnade en granskning"),
    "review.asked": gettext_lazy("bad någon förklara en läsning"),
    "review.explained": gettext_lazy("förklarade en läsning"),
    "review.concluded": gettext_lazy("avslutade en granskning"),
    "review.drawn": gettext_lazy("drog ett extra stickprov"),
    "questions.listed": gettext_lazy("öppnade familjernas frågor om läsningar"),
    "reading.asked_about": gettext_lazy("familjen frågade om en läsning"),
    "reading.answered": gettext_lazy("svarade familjen om en läsning"),
    "consent.maturity_assessed": gettext_lazy("bedömde barnets mognad"),
    "consent.maturity_recorded": gettext_lazy("antecknade hur barnets mognad har bedömts"),
    "consent.paper_kept": gettext_lazy("sparade ett svar på papper"),
    "consent.paper_stored": gettext_lazy("sparade ett svar på papper"),
    "consent.paper_read": gettext_lazy("öppnade ett svar på papper"),
    "consent.stand_in_recorded": gettext_lazy("skrev in vad som gäller i stället för ett svar"),
    "consent.stand_in_ended": gettext_lazy("avslutade det som gällde i stället för ett svar"),
    "delivery.numbered": gettext_lazy("gav en handling ett nummer"),
    "document.marked": gettext_lazy("satte en sekretessmarkering på en handling"),
    "family_access.suspended": gettext_lazy("stängde en familjemedlems åtkomst tills vidare"),
    "guardian.written": gettext_lazy("ändrade en vårdnadshavares uppgifter"),
    "intake.searched": gettext_lazy("letade efter samma barn i verksamheten"),
    "notice_way.chosen": gettext_lazy("valde hur familjen får veta att det finns något nytt"),
    "objection.sent": gettext_lazy("familjen sade att något inte stämmer"),
    "objection.read": gettext_lazy("läste vad familjen säger inte stämmer"),
    "objection.answered": gettext_lazy("svarade på vad som inte stämmer"),
    "protection.set": gettext_lazy("skrev in skyddade personuppgifter"),
    "protection.changed": gettext_lazy("ändrade skyddet av personuppgifter"),
    "protection.ended": gettext_lazy("avslutade skyddet av personuppgifter"),
    "reader.named": gettext_lazy("utsåg någon att läsa om ett skyddat barn"),
    "reader.added": gettext_lazy("utsåg någon att läsa om ett skyddat barn"),
    "readers.read": gettext_lazy("läste vilka som är utsedda"),
    "register.read": gettext_lazy("läste registret över handlingar"),
    "report.decided": gettext_lazy("bestämde om en orosanmälan"),
    "report.fed_back": gettext_lazy("återkopplade till den som anmälde"),
    "substitute.registered": gettext_lazy("skrev in någon i en vårdnadshavares ställe"),
    "substitute.recorded": gettext_lazy("skrev in någon i en vårdnadshavares ställe"),
    "substitute.ended": gettext_lazy("avslutade någon i en vårdnadshavares ställe"),
    "substitute.closed": gettext_lazy("avslutade någon i en vårdnadshavares ställe"),
    "withheld.read": gettext_lazy("läste vad som hålls tillbaka"),
    "withholding.decided": gettext_lazy("bestämde att något hålls tillbaka"),
    "withholding.made": gettext_lazy("bestämde att något hålls tillbaka"),
    "withholding.kept": gettext_lazy("behöll det som hålls tillbaka"),
    "withholding.reviewed": gettext_lazy("prövade på nytt vad som hålls tillbaka"),
    "withholding.lifted": gettext_lazy("slutade hålla tillbaka något"),
    "withholding.ended": gettext_lazy("slutade hålla tillbaka något"),
    "refused": gettext_lazy("fick nej"),
    "wall.refused": gettext_lazy("stoppades av databasens skydd"),
}


WHYS: dict[str, Promise] = {
    "plan": gettext_lazy("håller ihop planen"),
    "signal": gettext_lazy("något uppmärksammat lämnades dit"),
    "intake": gettext_lazy("tog emot en kopia"),
    "delivery": gettext_lazy("en kopia kom till mottagningen"),
    "consent_answer": gettext_lazy("svar om samtycke"),
    "child_words": gettext_lazy("barnets ord"),
    "guardian_words": gettext_lazy("vårdnadshavarens ord"),
    "personnummer": gettext_lazy("personnummer"),
    "samordningsnummer": gettext_lazy("samordningsnummer"),
    "school_temporary": gettext_lazy("skolans tillfälliga nummer"),
    "local": gettext_lazy("er egen beteckning"),
    "name": gettext_lazy("på namn"),
    "national_number": gettext_lazy("på personnummer eller samordningsnummer"),
    "case_number": gettext_lazy("på er egen beteckning"),
    "school_number": gettext_lazy("på skolans tillfälliga nummer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One event in words."""

    at: datetime
    who: str
    act: str
    child: str
    file: UUID | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """One page of the log; `older` is where the next one begins."""

    lines: tuple[LogLine, ...]
    older: str


def log_page(rows: Sequence[LogRow], *, most: int) -> LogPage:
    """Put a page together; one row more than it shows says that there is more."""
    shown = rows[:most]
    return LogPage(
        lines=tuple(_line(row) for row in shown),
        older=shown[-1].at.isoformat() if len(rows) > most else "",
    )


def act_in_words(act: str) -> str:
    """Say an act. One without words of its own says itself, so that nothing is hidden."""
    if act in ACTS:
        return str(ACTS[act])
    kind, _dot, what = act.partition(".")
    if what == "sent":
        return _("skickade: %(what)s") % {"what": label(CONTENT_KINDS, kind)}
    if kind == "notice":
        return _("sade till dem som är med")
    return act


def _line(row: LogRow) -> LogLine:
    return LogLine(
        at=row.at,
        who=", ".join(filter(None, (row.person_name, row.title))) or _("någon utan inloggning"),
        act=act_in_words(row.act),
        child=row.child_name,
        file=row.child_file,
        why=why_in_words(row.why),
    )


def why_in_words(why: str) -> str:
    """Say the reasons that the system writes by itself; a person's own stay as they were written."""
    if why in GROUNDS:
        return _("grund: %(ground)s") % {"ground": GROUNDS[why]}
    return str(WHYS.get(why) or glass_reason(why))
