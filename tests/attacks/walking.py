"""The random walk of tests/policies/test_machine.py: each rule is an act, on both sides."""

from uuid import UUID

import psycopg
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from varjebarn.ops.world.logins import unit

from tests.attacks.doors import Doors
from tests.attacks.model import (
    AGES,
    MEDICAL,
    ORAL,
    POLICE,
    SCHOOL,
    SCREEN,
    SOCIAL,
    STAFF,
    TAKER,
    UNITS,
    Consent,
    Intake,
    Model,
)
from tests.world import circle

PLACES = {
    SCHOOL: circle.SCHOOL,
    MEDICAL: circle.MEDICAL,
    SOCIAL: circle.SOCIAL,
    POLICE: circle.POLICE,
}
SCOPES = {
    SCHOOL: circle.ALL,
    MEDICAL: circle.NURSE_PARTS,
    SOCIAL: circle.ALL,
    POLICE: frozenset({"actions"}),
}
PARTS = ("actions", "why", "views")
NOBODY_IN_THIS = ("outsider-elsewhere", "guardian-without-custody", "keeper", "log-reviewer")
COLLEAGUES = STAFF[1:]
SELDOM = st.sampled_from((False, False, False, True))
"""For what closes nearly everything: else the walk stands still behind closed doors."""


def parts_of() -> st.SearchStrategy[frozenset[str]]:
    return st.sets(st.sampled_from(PARTS), min_size=1).map(frozenset)


class Walk(RuleBasedStateMachine):
    """One act a step, as somebody; after it everybody looks."""

    doors: Doors
    owner: psycopg.Connection
    keys: dict[str, tuple[int, UUID]]
    steps = 0
    decided = 0
    let_through: set[str] = set()
    refused: set[str] = set()

    def __init__(self):
        super().__init__()
        type(self).restore()
        at_first = self.doors.sees("guardian", "child")
        karin = {SCHOOL: "given", MEDICAL: "given", SOCIAL: "given", POLICE: "refused"}
        said = {("guardian", where): (what, SCREEN) for where, what in karin.items()}
        self.model = Model(
            consent=Consent(parts=dict(SCOPES), said=said),
            units={
                MEDICAL: Intake(copies=1, taken=True),
                SOCIAL: Intake(copies=1, taken=True),
                POLICE: Intake(),
            },
            involved={"principal", "teacher"},
            karins=[(False, 18)] * at_first["guardian"][2],
            alvas=at_first["child"][2],
        )

    restore = staticmethod(lambda: None)

    def agrees(self, act: str, *, database: bool, model: bool) -> bool:
        """One decision: the database's and the model's."""
        type(self).steps += 1
        (self.let_through if database else self.refused).add(act)
        assert database == model, f"{act}: the database says {database}, the model {model}"
        return database

    # --- consent

    @rule(scopes=st.dictionaries(st.sampled_from(UNITS), parts_of()), kept=st.booleans())
    def ask(self, scopes, kept):
        parts = {SCHOOL: circle.ALL, **(SCOPES if kept else scopes)}
        by_unit = {self.keys[where][1]: frozenset(p) for where, p in parts.items()}
        asked = self.doors.ask(by_unit, circle.PURPOSE)
        if self.agrees("ask", database=asked, model=self.model.opens("principal")):
            self.model.consent = Consent(
                parts=parts, asked_at_age=self.model.age, asked_with_custody=self.model.custody
            )

    @rule(
        who=st.sampled_from(("guardian", "guardian", "child")),
        where=st.sampled_from((SCHOOL, *UNITS)),
        what=st.sampled_from(("given", "given", "given", "refused", "withdrawn")),
    )
    def write_down(self, who, where, what):
        said = self.doors.write_down(who, self.keys[where][1], what)
        asked = who == "child" or self.model.consent.karin_is_asked
        may = asked and self.model.may_write_down(who, where, what)
        done = self.agrees("write down", database=said, model=may)
        if done and where in self.model.consent.parts:
            self.model.consent.said[who, where] = (what, ORAL)

    @rule(where=st.sampled_from((SCHOOL, *UNITS)))
    def withdraw(self, where):
        newest = "(SELECT ref FROM disclosure_consent WHERE is_origin ORDER BY id DESC LIMIT 1)"
        ref = self.owner.execute(f"SELECT {newest}").fetchone()[0]
        taken = self.doors.does(
            "guardian", ("SELECT vb.withdraw(%s, %s, NULL)", [ref, self.keys[where][1]])
        )
        if self.agrees("withdraw", database=taken, model=self.model.may_withdraw(where)):
            self.model.consent.said["guardian", where] = ("withdrawn", SCREEN)

    @rule()
    def everybody_says_yes(self):
        """A new question as the first one, and every answer to it."""
        self.ask(SCOPES, kept=True)
        for where in (SCHOOL, *UNITS):
            self.write_down("guardian", where, "given")
            if self.model.age >= 15:
                self.write_down("child", where, "given")

    @rule(really=SELDOM)
    def time_runs_out(self, really):
        if not really:
            return
        self.owner.execute(
            "UPDATE disclosure_consent SET valid_to = (now() AT TIME ZONE 'Europe/Stockholm')::date "
            "WHERE ref = (SELECT ref FROM disclosure_consent WHERE is_origin ORDER BY id DESC LIMIT 1)"
        )
        self.model.consent.over = True

    # --- out of the school

    @rule(to=st.sampled_from(UNITS), parts=st.one_of(st.just(frozenset({"actions"})), parts_of()))
    def deliver(self, to, parts):
        sent = self.doors.share(
            ground="CONSENT", kind="plan_version", purpose=circle.PURPOSE, parts=parts, unit=self.keys[to][0]
        )  # fmt: skip
        may = self.model.may_deliver(to, parts) if to in self.model.consent.parts else False
        if self.agrees("deliver", database=sent, model=may):
            self.model.arrive(to)

    @rule(to=st.sampled_from(UNITS))
    def deliver_the_action(self, to):
        """The one part that everybody is asked about: so that something arrives."""
        self.deliver(to, frozenset({"actions"}))

    @rule(plan=st.booleans())
    def tell_karin(self, plan):
        told = self.doors.share(
            ground="GUARDIAN", kind="plan_version" if plan else "question", purpose="Prov",
            parts=frozenset({"why"}), subject=circle.PLAN if plan else None,
            person=self.doors.people.persons["guardian"], capacity="guardian",
        )  # fmt: skip
        if self.agrees("tell Karin", database=told, model=self.model.may_tell_guardian(plan=plan)):
            self.model.karins.append((plan, 18))

    @rule()
    def tell_alva(self):
        told = self.doors.share(
            ground="SELF", kind="plan_version", purpose="Prov", parts=frozenset({"why"}),
            person=self.doors.people.persons["child"], capacity="child",
        )  # fmt: skip
        if self.agrees("tell Alva", database=told, model=self.model.opens("principal")):
            self.model.alvas += 1

    @rule(where=st.sampled_from(UNITS), take=st.booleans())
    def handle(self, where, take):
        newest = "FROM disclosure_delivery WHERE state = 'new' ORDER BY id LIMIT 1"
        door = "vb.take_intake(public_id, NULL, NULL, NULL)" if take else "vb.decline_intake(public_id, 'fel', NULL)"  # fmt: skip
        done = self.doors.does(TAKER[where], (f"SELECT {door} {newest}", []))
        at = self.model.units[where]
        if not self.agrees("handle", database=done, model=self.model.may_handle(where)):
            return
        at.taken = at.taken or take
        at.waiting = 0 if take else at.waiting - 1
        at.looking = at.looking and at.waiting > 0

    # --- who opens the file

    @rule(by=st.sampled_from(STAFF), who=st.sampled_from(COLLEAGUES))
    def involve(self, by, who):
        person = self.doors.people.persons[who]
        let_in = self.doors.does(
            by, ("SELECT vb.involve(%s, %s, 'team', 'stöd', NULL, NULL)", [self.doors.alva, person])
        )
        may = self.model.may_involve(by) and self.model.may_be_involved(who)
        if self.agrees("involve", database=let_in, model=may):
            self.model.involved.add(who)

    @rule(who=st.sampled_from(COLLEAGUES))
    def release(self, who):
        theirs = (
            "FROM people_involvement WHERE person_id = %s AND valid_to > now() AND role = 'team' "
            "AND child_file_id = %s"
        )
        done = self.doors.does(
            "principal",
            (f"SELECT vb.release(public_id, 'klart', NULL) {theirs}", [self.keys[who][0], self.file]),
        )  # fmt: skip
        if self.agrees("release", database=done, model=who in self.model.involved):
            self.model.involved.discard(who)

    @property
    def file(self) -> int:
        return self.keys["file"][0]

    @rule(who=st.sampled_from(COLLEAGUES))
    def break_glass(self, who):
        words = ["harm", "Barnet är inte hemma"]
        broken = self.doors.does(
            who, ("SELECT vb.break_glass(%s, %s, %s, NULL)", [self.doors.alva, *words])
        )
        if self.agrees("break glass", database=broken, model=self.model.may_break_glass(who)):
            self.model.glass.add(who)

    @rule()
    def an_hour_passes(self):
        self.owner.execute(
            "UPDATE people_involvement SET valid_from = valid_from - interval '1 hour', "
            "valid_to = valid_to - interval '1 hour' WHERE role = 'break_glass'"
        )
        self.model.glass.clear()

    @rule(named=st.one_of(st.none(), st.sets(st.sampled_from(COLLEAGUES))))
    def protect(self, named):
        """The identity becomes protected, for these and Lena; or it is so no longer."""
        with self.owner.transaction():
            self.owner.execute(
                "DELETE FROM people_namedreader WHERE child_file_id = %s", [self.file]
            )
            self.owner.execute(
                "UPDATE people_childfile SET protection = %s WHERE id = %s",
                ["none" if named is None else "marked", self.file],
            )
            for who in () if named is None else ("principal", *named):
                self.owner.execute(
                    "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) VALUES (%s, %s, %s)",
                    [self.keys[SCHOOL][0], self.file, self.keys[who][0]],
                )
        self.model.named = None if named is None else {"principal", *named}

    # --- the family

    @rule(really=SELDOM)
    def end_custody(self, really):
        if not really:
            return
        karin = self.doors.people.persons["guardian"]
        ended = self.doors.does(
            "principal",
            ("UPDATE people_guardian SET valid_to = now() WHERE person_ref = %s AND valid_to > now()", [karin]),
            ("SELECT vb.close_family_access(%s, %s, NULL)", [self.file, karin]),
        )  # fmt: skip
        may = self.model.custody and self.model.opens("principal")
        if self.agrees("end custody", database=ended, model=may):
            self.model.custody = self.model.karins_access = False

    @rule()
    def keep_from_karin(self):
        karin = [self.doors.people.persons["guardian"]]
        kept = self.doors.does(
            "principal",
            ("SELECT vb.withhold(%s, 'plan', %s, 'Planen', 'persons', %s, 'harm', 'Kan skada', "
             "(now() + interval '30 days')::date, NULL)", [self.file, circle.PLAN, karin]),
        )  # fmt: skip
        if self.agrees("keep", database=kept, model=self.model.opens("principal")):
            self.model.kept = True

    @rule()
    def let_karin_have_it(self):
        lifted = self.doors.does(
            "principal",
            ("SELECT vb.review_withholding(public_id, NULL, 'Ingen fara', true, NULL) "
             "FROM disclosure_withholding WHERE lifted_at IS NULL", []),
        )  # fmt: skip
        if self.agrees("lift", database=lifted, model=self.model.kept):
            self.model.kept = False

    @rule(age=st.sampled_from((7, 7, 7, *AGES)))
    def years_pass(self, age):
        """Nobody gets younger, and what has been asked was asked on a day before."""
        if age > self.model.age:
            self.model.age = age
            self.owner.execute(
                "UPDATE disclosure_consent SET asked_at = asked_at - interval '1 day'"
            )
        self.owner.execute(
            "UPDATE people_childfile SET born = (now() AT TIME ZONE 'Europe/Stockholm')::date "
            "- make_interval(years => %s, days => %s) WHERE given_name = 'Alva'",
            [self.model.age, 0 if self.model.age > 7 else 40],
        )

    # --- everybody looks

    @invariant()
    def everybody_sees_what_the_model_says(self):
        m = self.model
        expected = {
            **{slug: (int(m.opens(slug)), 0, 0) for slug in STAFF},
            **dict.fromkeys(NOBODY_IN_THIS, (0, 0, 0)),
            "guardian": (0, 0, m.karin_sees()),
            "child": (0, 0, m.alvas),
        }
        looked = self.doors.sees(*expected, *TAKER.values())
        seen = {slug: looked[slug] for slug in expected}
        copies = {where: looked[TAKER[where]][1] for where in UNITS}
        type(self).decided += 3 * len(seen) + len(copies)
        assert seen == expected
        assert copies == {where: m.units[where].seen for where in UNITS}


def keys(owner: psycopg.Connection, doors: Doors) -> dict[str, tuple[int, UUID]]:
    found = {name: (unit(*place).unit_id, unit(*place).unit) for name, place in PLACES.items()}
    for slug in STAFF:
        person = doors.people.persons[slug]
        key = owner.execute("SELECT id FROM organisations_person WHERE public_id = %s", [person])
        found[slug] = (key.fetchone()[0], person)
    key = owner.execute("SELECT id FROM people_childfile WHERE public_id = %s", [doors.alva])
    return {**found, "file": (key.fetchone()[0], doors.alva)}
