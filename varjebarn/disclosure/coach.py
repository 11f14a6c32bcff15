"""Which grounds can carry what somebody wants to share, and which cannot and why.

Nothing is judged here a second time: each ground, and each duty, is put to `rules.may_disclose` as
if the decider had answered everything that it asks for. What is left is what the decider answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from varjebarn.disclosure import catalogue as g
from varjebarn.disclosure.catalogue import (
    CONFIRMED,
    Elsewhere,
    FieldKind,
    Ground,
    LegalDuty,
    Told,
    Words,
)
from varjebarn.disclosure.facts import Coverage, DisclosureFacts, RecipientFacts
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import FAMILY, done_instead, may_disclose
from varjebarn.kernel.decisions import ALLOWED, Decision

ANSWERED = "answered by the decider"
ASKABLE = frozenset(
    {
        Reason.NO_LIVE_CONSENT,
        Reason.CONSENT_NOT_BEGUN,
        Reason.CONSENT_ENDED,
        Reason.CONSENT_OTHER_PURPOSE,
        Reason.CONSENT_UNIT_NOT_COVERED,
        Reason.CONSENT_PART_NOT_COVERED,
    }
)
"""What a new question to the family could change."""
NOT_FROM_HERE = frozenset({Reason.DUTY_AREA_EXCLUDED, Reason.DUTY_AREA_NOT_ALLOWED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to share with one recipient, before any ground is chosen.

    `consents` are the consents as they stand, by ref. `closed` says why a family member is given
    nothing now.
    """

    on: date
    sender_unit: int
    sender_area: str
    recipient: RecipientFacts
    kind: str
    parts: frozenset[str]
    born: date
    holds_offence_data: bool = False
    duties: frozenset[str] = frozenset()
    consents: Mapping[str, Coverage] = field(default_factory=dict)
    closed: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One ground, with its duty if it is one; `why_not` when it cannot carry the wish."""

    ground: Ground
    duty: LegalDuty | None = None
    consent: str = ""
    why_not: Reason | None = None

    @property
    def key(self) -> str:
        """Mark the option on a page: the ground, and the duty that it names."""
        return f"{self.ground.code}-{self.duty.code}" if self.duty else self.ground.code

    @property
    def title(self) -> Words:
        """What the ground, or the duty, is called."""
        return (self.duty or self.ground).title

    @property
    def plain(self) -> Words:
        """When it applies, in plain words."""
        return (self.duty or self.ground).plain

    @property
    def provision(self) -> str:
        """Where it stands."""
        own = self.ground.provision
        return f"{own}; {self.duty.provision}" if self.duty else own

    @property
    def told(self) -> Told:
        """What the family learns of it."""
        return (self.duty or self.ground).told


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The grounds that can carry the wish and those that cannot, in the catalogue's order."""

    can: tuple[Option, ...]
    cannot: tuple[Option, ...]

    def option(self, key: str) -> Option | None:
        """Find one that can."""
        return next((option for option in self.can if option.key == key), None)

    @property
    def may_ask_consent(self) -> bool:
        """Whether a question to the family could open the way, and nothing is shared anyway."""
        return any(o.ground.code == g.CONSENT and o.why_not in ASKABLE for o in self.cannot)


def advise(wish: Wish) -> Advice:
    """Put every ground and duty to the rules. Consent is not asked for what is shared anyway (10:1)."""
    options = tuple(_options(wish))
    can = tuple(option for option in options if option.why_not is None)
    cannot = tuple(option for option in options if option.why_not is not None)
    if any(option.ground.anyway for option in can):
        cannot = tuple(map(_not_asked, cannot))
    return Advice(can=can, cannot=cannot)


def may_tell(told: Told, *, anybody: bool, reason: str) -> Decision:
    """Whether the family may be told so, or left untold so, of a disclosure.

    Sources: OSL 10:1, 12:1; for what may harm an investigation OSL 18:1, 35:1.
    """
    if told is Told.NOT_TOLD and anybody:
        return Decision(Reason.MUST_NOT_BE_TOLD, provision="OSL 18:1, 35:1")
    if told is Told.TOLD and not anybody and not reason.strip():
        return Decision(Reason.UNTOLD_NEEDS_REASON, provision="OSL 12:1")
    return ALLOWED


def told_of(ground: str, duty: str = "") -> Told:
    """Say what the family learns of a disclosure on a ground, or on the duty that it names."""
    known = catalogue()
    return known.duties[duty].told if duty in known.duties else known.grounds[ground].told


def may_decide_not_to_share(reason: str) -> Decision:
    """Whether a decision not to share may stand: with its reason."""
    return ALLOWED if reason.strip() else Decision(Reason.NOT_SHARED_NEEDS_REASON)


def _options(wish: Wish) -> Iterator[Option]:
    known = catalogue()
    for ground in known.grounds.values():
        if ground.code == g.DUTY:
            yield from _duties(wish, ground, known.duties)
        elif ground.code == g.CONSENT:
            yield _consent(wish, ground)
        else:
            yield Option(ground=ground, why_not=_why_not(wish, ground))


def _duties(wish: Wish, ground: Ground, duties: Mapping[str, LegalDuty]) -> Iterator[Option]:
    """Give each duty that a unit of this kind can have at all."""
    for duty in duties.values():
        reason = _why_not(wish, ground, duty=duty)
        if reason not in NOT_FROM_HERE:
            yield Option(ground=ground, duty=duty, why_not=reason or _elsewhere(duty))


def _elsewhere(duty: LegalDuty) -> Reason | None:
    return {
        Elsewhere.NO: None,
        Elsewhere.OWN_PAGE: Reason.CONCERN_HAS_ITS_OWN_WAY,
        Elsewhere.OUTSIDE: Reason.DUTY_FULFILLED_ELSEWHERE,
    }[duty.elsewhere]


def _consent(wish: Wish, ground: Ground) -> Option:
    """Give the first consent that covers the wish, or the reason why the newest does not."""
    reasons = {ref: _why_not(wish, ground, consent=one) for ref, one in wish.consents.items()}
    for ref, reason in reasons.items():
        if reason is None:
            return Option(ground=ground, consent=ref)
    first = next(iter(reasons.values()), None) or _why_not(wish, ground)
    return Option(ground=ground, why_not=first)


def _not_asked(option: Option) -> Option:
    if option.ground.code == g.CONSENT and option.why_not in ASKABLE:
        return replace(option, why_not=Reason.SHARED_ANYWAY)
    return option


def _why_not(
    wish: Wish,
    ground: Ground,
    *,
    duty: LegalDuty | None = None,
    consent: Coverage | None = None,
) -> Reason | None:
    """Ask the rules, as the law reads; a ground that would do elsewhere says what one does instead."""
    facts = _as_if_answered(wish, ground, duty, consent)
    decided = may_disclose(facts, working=frozenset({ground.code})).reason
    if isinstance(decided, Reason):
        return decided
    if wish.recipient.area in FAMILY and wish.closed is not None:
        return wish.closed
    return done_instead(ground)


def _as_if_answered(
    wish: Wish, ground: Ground, duty: LegalDuty | None, consent: Coverage | None
) -> DisclosureFacts:
    asked = catalogue().required_fields(ground.code, duty.code if duty else "")
    fields = {
        one.code: CONFIRMED
        if one.kind is FieldKind.CONFIRMATION
        else (one.choices[-1] if one.choices else ANSWERED)
        for one in asked
    }
    return DisclosureFacts(
        ground=ground.code,
        on=wish.on,
        sender_unit=wish.sender_unit,
        protecting=frozenset({wish.sender_area}),
        recipients=(wish.recipient,),
        kind=wish.kind,
        parts=wish.parts,
        content_version=ANSWERED,
        purpose=consent.purpose if consent else ANSWERED,
        decided_by=0,
        decided_at=datetime.combine(wish.on, time.min, UTC),
        recipient_secrecy_shown=True,
        born=wish.born,
        born_victim=wish.born,
        born_receiver=wish.born,
        fields=fields | ({"duty_code": duty.code} if duty else {}),
        consent=consent,
        holds_offence_data=wish.holds_offence_data,
        duties=wish.duties,
    )
