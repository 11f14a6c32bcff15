"""Who may see and send what about Alva, as small as it can be said: the oracle of the random walk.

Written from the rules (R01, R09-R16, R19, R29, R30, R43, R59) and design 4, by another hand than the SQL;
it knows no table, no policy and no rule in Python.
"""

from dataclasses import dataclass, field

SCHOOL, MEDICAL, SOCIAL, POLICE = "school", "medical", "social", "police"
UNITS = (MEDICAL, SOCIAL, POLICE)
STAFF = ("principal", "teacher", "lead", "outsider")
TAKER = {MEDICAL: "nurse", SOCIAL: "social-worker", POLICE: "police"}
SCREEN, ORAL = "screen", "oral"
AGES = (7, 13, 16, 18)


@dataclass(slots=True)
class Consent:
    """The newest question: which parts each unit may have, until when, and what has been said."""

    parts: dict[str, frozenset[str]]
    said: dict[tuple[str, str], tuple[str, str]] = field(
        default_factory=dict
    )  # (who, unit): what, how
    asked_at_age: int = 7
    asked_with_custody: bool = True
    over: bool = False

    @property
    def karin_is_asked(self) -> bool:
        """From 18 on the young person alone is asked."""
        return self.asked_with_custody and self.asked_at_age < 18

    def last(self, who: str, unit: str) -> tuple[str, str] | None:
        return self.said.get((who, unit))

    def is_complete(self, unit: str, age: int, *, custody: bool) -> bool:
        """Whether it holds for a unit today, by the county's policy."""
        if self.over or unit not in self.parts or (age >= 18 and self.asked_at_age < 18):
            return False
        child = self.last("child", unit)
        if child is not None and child[0] != "given":
            return False  # at every age the child's no is a no
        if age >= 15 and child is None:
            return False
        if age >= 18:
            return True
        karin = self.last("guardian", unit)
        return custody and karin is not None and karin[0] == "given"


@dataclass(slots=True)
class Intake:
    """What a unit outside the school holds: how many copies, how many wait, and who may look."""

    copies: int = 0
    waiting: int = 0
    taken: bool = False
    looking: bool = False  # the intake's own look at what has arrived

    @property
    def seen(self) -> int:
        return self.copies if self.taken or self.looking else 0


@dataclass(slots=True)
class Model:
    """Everything that decides, after what has been done so far."""

    consent: Consent
    units: dict[str, Intake]
    involved: set[str]
    glass: set[str] = field(default_factory=set)
    named: set[str] | None = None  # None: no protected identity
    custody: bool = True
    age: int = 7
    kept: bool = False  # the plan is kept from Karin
    karins: list[tuple[bool, int]] = field(default_factory=list)  # about the plan?, closes at age
    karins_access: bool = True
    alvas: int = 0

    # --- who opens the school's file

    def opens(self, who: str) -> bool:
        return (who in self.involved or who in self.glass) and (
            self.named is None or who in self.named
        )

    def may_involve(self, by: str) -> bool:
        """The manager may, of a child who isn't protected; else whoever is involved, glass apart."""
        if by == "principal":
            return self.opens(by) or self.named is None
        return self.opens(by) and by in self.involved

    def may_be_involved(self, who: str) -> bool:
        return self.named is None or who in self.named

    def may_break_glass(self, who: str) -> bool:
        return not self.opens(who) and (self.named is None or who in self.named)

    # --- what leaves the school

    def may_deliver(self, to: str, parts: frozenset[str]) -> bool:
        c = self.consent
        return (
            self.opens("principal")
            and all(c.is_complete(u, self.age, custody=self.custody) for u in (SCHOOL, to))
            and parts <= c.parts[to]
        )

    def arrive(self, to: str) -> None:
        at = self.units[to]
        at.copies += 1
        at.waiting += 1
        at.looking = at.looking or not at.taken

    def may_tell_guardian(self, *, plan: bool) -> bool:
        return (
            self.opens("principal")
            and self.custody
            and self.age < (13 if plan else 18)
            and not (plan and self.kept)
        )

    def karin_sees(self) -> int:
        if not self.karins_access:
            return 0
        return sum(not (plan and self.kept) for plan, _ in self.karins)

    # --- what the others do with it

    def may_handle(self, unit: str) -> bool:
        at = self.units[unit]
        return at.waiting > 0 and (at.taken or at.looking)

    def may_withdraw(self, unit: str) -> bool:
        said = self.consent.last("guardian", unit)
        return unit in self.consent.parts and said is not None and said[0] == "given"

    def may_write_down(self, who: str, unit: str, what: str) -> bool:
        """Staff write down an answer; over a no on screen nobody else says yes."""
        if not self.opens("principal") or unit not in self.consent.parts:
            return self.opens("principal")  # nobody asked about that unit: nothing is written
        said = self.consent.last(who, unit)
        said_no_herself = said is not None and said[0] != "given" and said[1] == SCREEN
        return not (what == "given" and said_no_herself)
