"""May this be disclosed? One ground, evaluated in the order of `data/grounds.toml`; the first no wins.

Sources: OSL (2009:400) 7:3, 8:1-2, chapter 10, 12:1-3, chapters 23, 25 and 26, as the ground says.
The order: 1 the ground works, 2 every protecting area gives way, 3 every recipient is allowed,
4 age, 5 fields, 6 weighing, 7 the duty's own borders, 8 product policy, which only narrows.
"""

from varjebarn.disclosure import catalogue as g
from varjebarn.disclosure import feedback
from varjebarn.disclosure.catalogue import Catalogue, Elsewhere, FieldKind, Ground, LegalDuty
from varjebarn.disclosure.facts import Coverage, DisclosureFacts
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import is_under
from varjebarn.kernel.decisions import ALLOWED, Decision

FAMILY = frozenset({"child", "guardian", "party"})
FAMILY_GROUNDS = frozenset({g.SELF, g.GUARDIAN, "PARTY", g.CONSENT, "RESERVATION"})
PLAN_KINDS = frozenset({"plan", "plan_version", "contribution"})
CIVIL_SOCIETY, FAMILY_COUNSELLING = "civil_society", "family_counselling"
CONCERN_REPORT, OFFENCE = "concern_report", "offence"
ELSEWHERE = {
    Elsewhere.PHONE: Reason.GROUND_BY_PHONE,
    Elsewhere.OWN_CASE: Reason.GROUND_IN_OWN_CASE,
    Elsewhere.ONCE: Reason.GROUND_ONCE,
    Elsewhere.PAPER: Reason.GROUND_ON_PAPER,
}
"""What one does instead, where a ground is never decided here."""


def may_disclose(
    facts: DisclosureFacts,
    *,
    known: Catalogue | None = None,
    working: frozenset[str] | None = None,
) -> Decision:
    """Answer for one disclosure on one ground; the first failure refuses and names the provision.

    `working` are the grounds that may be used; by itself those that the catalogue says work here.
    """
    known = known or catalogue()
    ground = known.grounds.get(facts.ground)
    if ground is None:
        return Decision(Reason.GROUND_UNKNOWN)
    reason = (
        _ground_works(ground, known.working() if working is None else working)
        or _areas_give_way(facts, ground, known)
        or _recipients_allowed(facts, ground, known)
        or _age_allows(facts, ground)
        or _is_complete(facts, ground, known)
        or _is_weighed(facts, ground)
        or _duty_allows(facts, ground, known)
        or _policy_allows(facts, ground, known)
    )
    if reason is not None:
        return Decision(reason, provision=_provision(facts, ground, known, reason))
    return ALLOWED


def done_instead(ground: Ground) -> Reason | None:
    """Say what one does where a ground is never decided here; None for one that is."""
    return None if ground.working else ELSEWHERE.get(ground.elsewhere, Reason.GROUND_OUTSIDE)


def consent_covers(facts: DisclosureFacts) -> Decision:
    """Whether a consent valid that day covers the purpose, sender, every recipient and all parts.

    Source: OSL 12:2 ("helt eller delvis"). Asked when disclosing, never when reading (R09).
    """
    if facts.consent is None:
        return _no(Reason.NO_LIVE_CONSENT)
    if facts.on < facts.consent.period.start:
        return _no(Reason.CONSENT_NOT_BEGUN)
    if facts.on not in facts.consent.period:
        return _no(Reason.CONSENT_ENDED)
    return _consent_reaches(facts, facts.consent)


def missing_fields(facts: DisclosureFacts, *, known: Catalogue | None = None) -> tuple[str, ...]:
    """Name the fields of the ground, and of its duty, that are still to be answered, in order."""
    known = known or catalogue()
    if facts.ground not in known.grounds:
        return ()
    asked = known.required_fields(facts.ground, facts.fields.get("duty_code", ""))
    return tuple(f.code for f in asked if _asks(facts, f.code) and not _answer(facts, f.code))


def may_enter_offence_data(area: str, *, is_pupil_health_or_support_text: bool = False) -> Decision:
    """Whether a unit may write data on offences at all (R34).

    Source: GDPR 10; lag (2018:218) 3:8; PDL 2:7; SoLPuL 7 §; skollagen 26 a:6. An independent school
    may in running text of pupil health, or in documentation under chapter 5. Private health care
    may when it is strictly necessary, which the writer states.
    """
    if area == "private_school" and not is_pupil_health_or_support_text:
        return Decision(Reason.OFFENCE_DATA_NOT_ALLOWED, provision="skollagen 26 a:6")
    if area in {CIVIL_SOCIETY, g.PROCESSOR}:
        return Decision(Reason.OFFENCE_DATA_NOT_ALLOWED, provision="GDPR 10")
    return ALLOWED


def may_reach_family(ground: str) -> Decision:
    """Whether a ground may bring a unit's words to the child or a guardian (R59)."""
    if ground in FAMILY_GROUNDS:
        return ALLOWED
    return Decision(Reason.FAMILY_ONLY_BY_FAMILY_GROUNDS, provision="OSL 12:1, 12:3, 10:3, 10:14")


def _consent_reaches(facts: DisclosureFacts, consent: Coverage) -> Decision:
    if facts.purpose != consent.purpose:
        return _no(Reason.CONSENT_OTHER_PURPOSE)
    covered = consent.parts_by_unit
    units = {facts.sender_unit, *(recipient.unit for recipient in facts.recipients)}
    if any(unit not in covered for unit in units):
        return _no(Reason.CONSENT_UNIT_NOT_COVERED)
    if any(facts.parts - covered[unit] for unit in units if unit is not None):
        return _no(Reason.CONSENT_PART_NOT_COVERED)
    return ALLOWED


def _no(reason: Reason) -> Decision:
    return Decision(reason, provision="OSL 12:2")


def _ground_works(ground: Ground, working: frozenset[str]) -> Reason | None:
    if not ground.enabled:
        return Reason.GROUND_SWITCHED_OFF
    return None if ground.code in working else done_instead(ground)


def _areas_give_way(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    """OSL 7:3: the provision under which the information is secret prevails, so all must give way."""
    if not facts.protecting or not facts.protecting <= known.areas.keys():
        return Reason.AREA_UNKNOWN
    if facts.protecting & ground.never_from:
        return Reason.AREA_EXCLUDED
    if all(known.may_send(ground.sources, area) for area in facts.protecting):
        return None
    return Reason.AREA_NOT_ALLOWED


def _recipients_allowed(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    if not facts.recipients:
        return Reason.NO_RECIPIENT
    if all(known.may_receive(ground.targets, r.area) for r in facts.recipients):
        return None
    return Reason.RECIPIENT_NOT_ALLOWED


def _age_allows(facts: DisclosureFacts, ground: Ground) -> Reason | None:
    if not ground.under:
        return None
    born = {
        "subject": facts.born,
        "victim": facts.born_victim,
        "receiver_of_substance": facts.born_receiver,
    }[ground.age_of]
    if born is None:
        return Reason.AGE_NOT_KNOWN
    return None if is_under(born, ground.under, facts.on) else Reason.AGE_REACHED


def _is_complete(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    """OSL 6:3: who decides, when, what, for what; and the ground's own fields (R04)."""
    if facts.decided_by is None or facts.decided_at is None:
        return Reason.NO_DECIDER
    if not facts.content_version.strip() or not facts.parts:
        return Reason.NO_CONTENT
    if not facts.purpose.strip():
        return Reason.NO_PURPOSE
    if not facts.recipient_secrecy_shown:
        return Reason.RECIPIENT_SECRECY_NOT_SHOWN
    for code in ground.fields:
        if code != ground.weighed_in and _asks(facts, code):
            reason = _field_answered(facts, code, known)
            if reason is not None:
                return reason
    return None


def _field_answered(facts: DisclosureFacts, code: str, known: Catalogue) -> Reason | None:
    asked, answer = known.fields[code], _answer(facts, code)
    if asked.kind is FieldKind.CONFIRMATION:
        return None if answer == g.CONFIRMED else Reason.NOT_CONFIRMED
    if not answer:
        return Reason.FIELD_MISSING
    if asked.choices and answer not in asked.choices:
        return Reason.NOT_A_CHOICE
    return None


def _asks(facts: DisclosureFacts, code: str) -> bool:
    """Ask for the child's view until the child is 18."""
    return code != "child_view" or facts.born is None or is_under(facts.born, 18, facts.on)


def _answer(facts: DisclosureFacts, code: str) -> str:
    return facts.fields.get(code, "").strip()


def _is_weighed(facts: DisclosureFacts, ground: Ground) -> Reason | None:
    if ground.weighed_in and not _answer(facts, ground.weighed_in):
        return Reason.WEIGHING_MISSING
    return None


def _duty_allows(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    """OSL 10:28: a duty counts only when chosen, and within its own borders (R57)."""
    if ground.code != g.DUTY:
        return None
    duty = known.duties.get(_answer(facts, "duty_code"))
    if duty is None:
        return Reason.DUTY_UNKNOWN
    return _duty_reaches(facts, duty, known) or _duty_conditions(facts, duty)


def _duty_reaches(facts: DisclosureFacts, duty: LegalDuty, known: Catalogue) -> Reason | None:
    if facts.protecting & duty.never_from:
        return Reason.DUTY_AREA_EXCLUDED
    if not all(known.may_send(duty.sources, area) for area in facts.protecting):
        return Reason.DUTY_AREA_NOT_ALLOWED
    if not all(known.may_receive(duty.targets, r.area) for r in facts.recipients):
        return Reason.DUTY_RECIPIENT_NOT_ALLOWED
    return None


def _duty_conditions(facts: DisclosureFacts, duty: LegalDuty) -> Reason | None:
    if duty.on_request and not _answer(facts, "request"):
        return Reason.DUTY_NEEDS_REQUEST
    if duty.weighed_in and not _answer(facts, duty.weighed_in):
        return Reason.DUTY_WEIGHING_MISSING
    return None


def _policy_allows(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    """Where the product is stricter than the provision, and where a consent must cover."""
    areas = {recipient.area for recipient in facts.recipients}
    if FAMILY_COUNSELLING in facts.protecting | areas:
        return Reason.FAMILY_COUNSELLING_STAYS_OUTSIDE
    if (stays := _concern_stays(facts, areas)) is not None:
        return stays
    if CIVIL_SOCIETY in areas and ground.code != g.CONSENT:
        return Reason.CIVIL_SOCIETY_ONLY_BY_CONSENT
    if CIVIL_SOCIETY in areas and facts.holds_offence_data:
        return Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY
    if areas & FAMILY and not may_reach_family(ground.code):
        return Reason.FAMILY_ONLY_BY_FAMILY_GROUNDS
    return _near_enough(facts, ground) or _ground_policy(facts, ground, known)


def _concern_stays(facts: DisclosureFacts, areas: set[str]) -> Reason | None:
    """Keep a report of concern out of every plan, and out of every family's hands (R20)."""
    if CONCERN_REPORT in facts.protecting and facts.kind in PLAN_KINDS:
        return Reason.CONCERN_REPORT_STAYS
    if areas & FAMILY and CONCERN_REPORT in {*facts.protecting, facts.kind}:
        return Reason.CONCERN_REPORT_NOT_TO_FAMILY
    return None


def _near_enough(facts: DisclosureFacts, ground: Ground) -> Reason | None:
    """Hold a confirmed "same authority" against the facts: OSL 25:11, 25:13 a and 26:9 c."""
    everybody = facts.recipients
    if "same_authority" in ground.fields and not all(r.same_authority for r in everybody):
        return Reason.NOT_SAME_AUTHORITY
    if "same_principal" in ground.fields and not all(r.same_principal for r in everybody):
        return Reason.NOT_SAME_PRINCIPAL
    if "same_municipality" in ground.fields and not all(r.same_municipality for r in everybody):
        return Reason.NOT_SAME_MUNICIPALITY
    return None


def _ground_policy(facts: DisclosureFacts, ground: Ground, known: Catalogue) -> Reason | None:
    if ground.code == g.REPORT_FEEDBACK:
        carried = feedback.may_carry(facts.kind, facts.parts).reason
        return carried if isinstance(carried, Reason) else None
    if ground.code == g.CONSENT:
        covered = consent_covers(facts).reason
        return covered if isinstance(covered, Reason) else None
    if ground.code == "CRIME_PREVENT_FRAUD" and "social" in facts.protecting:
        crime = _answer(facts, "purpose_1_5") in {"1", "2"}
        return Reason.CRIME_PURPOSE_FROM_SOCIAL if crime else None
    if ground.decided_by and ground.decided_by not in facts.duties:
        return Reason.ONLY_THE_HEAD_DECIDES
    presumed = any(known.areas[area].strength == "reverse" for area in facts.protecting)
    if ground.second_person and presumed and facts.second_person is None:
        return Reason.SECOND_PERSON_MISSING
    return None


def _provision(facts: DisclosureFacts, ground: Ground, known: Catalogue, reason: Reason) -> str:
    """Name the duty's provision for a duty's no, otherwise the ground's."""
    duty = known.duties.get(_answer(facts, "duty_code"))
    is_about_duty = ground.code == g.DUTY and reason.value.startswith("disclosure.duty_")
    return duty.provision if duty is not None and is_about_duty else ground.provision
