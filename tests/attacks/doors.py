"""The doors, knocked on in straight SQL as `vb_app`: each act is one transaction of one person.

An act answers whether the database let it through. Nothing of Python's rules stands in between.
"""

import hashlib
import json
from dataclasses import dataclass, field
from uuid import UUID

import psycopg

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People

from tests.world.cast import kind_of

LOOKING = "everybody"
REFUSALS = {"42501", "23514", "23505"}
DECIDE = """
    INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, decided_by_id,
        decided_at, purpose, content_kind, schema, content, content_hash, subject_ref, answers, consent_id)
      SELECT gen_random_uuid(), f.unit_id, f.id, %(ground)s, '', vb.person(), now(), %(purpose)s, %(kind)s, 't',
             %(content)s, %(hash)s, %(subject)s, '{"harm_assessment": "ingen"}',
             CASE WHEN %(ground)s = 'CONSENT' THEN (SELECT max(id) FROM disclosure_consent) END
        FROM people_childfile f RETURNING id
"""
LOOK = """
    CREATE OR REPLACE FUNCTION public.look(tokens text[], chosen uuid[])
    RETURNS TABLE (files bigint, copies bigint, family_copies bigint)
    LANGUAGE plpgsql SECURITY INVOKER AS $$
    BEGIN
      FOR i IN 1 .. cardinality(tokens) LOOP
        BEGIN
          PERFORM FROM vb.enter(tokens[i], chosen[i]);
          SELECT (SELECT count(*) FROM people_childfile), (SELECT count(*) FROM disclosure_delivery),
                 (SELECT count(*) FROM disclosure_familydelivery) INTO files, copies, family_copies;
          RAISE EXCEPTION 'looked' USING ERRCODE = 'LOOKD';
        EXCEPTION WHEN SQLSTATE 'LOOKD' THEN
          RETURN NEXT;  -- what was seen is kept, and whoever looked has left
        END;
      END LOOP;
    END $$
"""
"""How everybody looks in one statement, with the rights of the caller: a walk is mostly looking."""
ADDRESS = """
    INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, to_person_ref,
        capacity, name, provision)
      SELECT unit_id, child_file_id, id, %s, %s, %s, 'x', '' FROM disclosure_disclosure WHERE id = %s
"""


@dataclass(slots=True)
class Doors:
    """The people at their connections."""

    url: str
    people: People
    alva: UUID
    open: dict[str, psycopg.Connection] = field(default_factory=dict)
    logins: dict[str, tuple[str, UUID | None]] = field(default_factory=dict)

    def close(self) -> None:
        for connection in self.open.values():
            connection.close()

    def connection(self, slug: str) -> psycopg.Connection:
        """Begin a transaction as somebody, on a connection of their own."""
        if slug not in self.logins:
            self.log_in(slug)
        if slug not in self.open:
            self.open[slug] = psycopg.connect(self.url)
        self.open[slug].execute("SELECT FROM vb.enter(%s, %s)", self.logins[slug])
        return self.open[slug]

    def log_in(self, slug: str) -> None:
        """Open somebody's login, under their first assignment."""
        kind = kind_of(slug)
        token = open_login(self.people.persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        self.logins[slug] = (token, chosen)

    def does(self, slug: str, *statements: tuple[str, object]) -> bool:
        """Send them in one transaction; answer whether all of them went through and said something."""
        connection = self.connection(slug)
        try:
            for statement, values in statements:
                if connection.execute(statement, values).rowcount == 0:
                    connection.rollback()
                    return False
            connection.commit()
        except psycopg.Error as no:
            connection.rollback()
            if no.sqlstate not in REFUSALS:
                raise
            return False
        return True

    def sees(self, *slugs: str) -> dict[str, tuple[int, int, int]]:
        """Count the files, the copies and the family's copies that each of them sees, one by one."""
        for slug in slugs:
            if slug not in self.logins:
                self.log_in(slug)
        if LOOKING not in self.open:
            self.open[LOOKING] = psycopg.connect(self.url)
        tokens, chosen = zip(*(self.logins[slug] for slug in slugs), strict=True)
        looked = self.open[LOOKING].execute(
            "SELECT * FROM look(%s, %s::uuid[])", [list(tokens), list(chosen)]
        )
        found = dict(zip(slugs, looked.fetchall(), strict=True))
        self.open[LOOKING].rollback()
        return found

    # --- the acts

    def share(
        self,
        *,
        ground: str,
        kind: str,
        purpose: str,
        parts: frozenset[str],
        subject: UUID | None = None,
        unit: int | None = None,
        person: UUID | None = None,
        capacity: str = "",
    ) -> bool:
        """Lena decides, addresses and delivers."""
        content = json.dumps({"parts": {part: {} for part in sorted(parts)}})
        said = {
            "ground": ground,
            "purpose": purpose,
            "kind": kind,
            "content": content,
            "hash": hashlib.sha256(content.encode()).digest(),
            "subject": subject,
        }
        lena = self.connection("principal")
        try:
            row = lena.execute(DECIDE, said).fetchone()
            if row is not None:
                lena.execute(ADDRESS, [unit, person, capacity, row[0]])
                lena.execute("SELECT vb.deliver(%s, NULL)", [row[0]])
                lena.commit()
                return True
        except psycopg.Error as no:
            if no.sqlstate not in REFUSALS:
                raise
        lena.rollback()
        return False

    def ask(self, scopes: dict[UUID, frozenset[str]], purpose: str) -> bool:
        said = [{"unit": str(unit), "parts": sorted(parts)} for unit, parts in scopes.items()]
        return self.does(
            "principal",
            (
                "SELECT vb.ask_consent(f.id, %s, (now() + interval '100 days')::date, %s, 'default', 1, NULL) "
                "FROM people_childfile f",
                [purpose, json.dumps(said)],
            ),
        )

    def write_down(self, capacity: str, unit: UUID, what: str) -> bool:
        return self.does(
            "principal",
            (
                "SELECT vb.record_answer(c.id, w.id, %s, %s, 'oral', '', NULL) FROM disclosure_consenter w "
                "JOIN disclosure_consent c ON c.id = w.consent_id WHERE w.capacity = %s "
                "AND c.id = (SELECT max(id) FROM disclosure_consent)",
                [unit, what, capacity],
            ),
        )
