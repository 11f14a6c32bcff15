"""A withdrawal and a delivery never pass each other: both take the anchor's row first (T24).

Four senders deliver on one consent as fast as they can; a guardian takes the yes back, waits for the
answer, counts, waits a little and counts again. The two counts are equal every time. The control takes
the lock out of the delivery, and must find late ones: otherwise the race proves nothing.
"""

import threading
from uuid import UUID

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import people_of
from tests.world.circle import ANSWERS, PURPOSE, SOCIAL, alva_shared, answer, ask, unit

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

SENDERS = 3
ROUNDS, LONG = 4, 200
LOCK = "WHERE a.id = consent_ref FOR UPDATE;"
STAY, STAY_LONGER = 0.001, 0.05  # seconds in the transaction after a delivery
DECIDE = """
    INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, decided_by_id,
        decided_at, purpose, content_kind, schema, content, content_hash, answers, consent_id)
      SELECT gen_random_uuid(), f.unit_id, f.id, 'CONSENT', '', vb.person(), now(), %s, 'plan_version',
             't', '{"parts": {"why": {}}}',
             sha256(convert_to('{"parts": {"why": {}}}', 'UTF8')), '{}',
             (SELECT max(id) FROM disclosure_consent)
        FROM people_childfile f RETURNING id
"""
ADDRESS = """
    INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, capacity, name,
        provision)
      SELECT unit_id, child_file_id, id, %s, '', 'x', '' FROM disclosure_disclosure WHERE id = %s
"""
# As the command does it: one statement for all, and each door takes the lock before it looks.
DELIVER = "SELECT vb.deliver(wanted, NULL) FROM unnest(%s::bigint[]) AS wanted"


class Sender(threading.Thread):
    """Delivers prepared disclosures until told to stop; a refusal is an answer like another."""

    def __init__(self, url, login, delivered, refused, *, stay):
        super().__init__()
        self.url, self.login, self.stay = url, login, stay
        self.delivered, self.refused = delivered, refused
        self.told = threading.Event()

    def run(self):
        with psycopg.connect(self.url) as connection:
            while not self.told.is_set():
                try:
                    connection.execute("SELECT FROM vb.enter(%s, %s)", self.login)
                    key = connection.execute(DECIDE, [PURPOSE]).fetchone()[0]
                    connection.execute(ADDRESS, [unit_key["social"], key])
                    connection.execute(DELIVER, [[key]])
                    connection.execute("SELECT pg_sleep(%s)", [self.stay])
                    connection.commit()
                    self.delivered.release()
                except psycopg.errors.InsufficientPrivilege:
                    connection.rollback()
                    self.refused.release()


unit_key: dict[str, int] = {}


def test_nothing_is_delivered_after_an_acknowledged_withdrawal(
    world, databases, owner, request, figure
):
    rounds = LONG if request.config.option.long else ROUNDS

    late = list(late_deliveries(world, databases, owner, rounds=rounds))
    figure("G4", tried=len(late), bad=sum(late))

    assert late == [0] * rounds


def test_without_the_lock_deliveries_come_late(world, databases, owner, request, figure):
    definition = owner.execute(
        "SELECT pg_get_functiondef('vb.deliver(bigint, uuid)'::regprocedure)"
    ).fetchone()[0]
    assert definition.count(LOCK) == 1
    owner.execute(definition.replace(LOCK, LOCK.replace(" FOR UPDATE", "")))
    rounds = LONG if request.config.option.long else 3 * ROUNDS

    # One sender: two would meet at the copy of the consent, which they never do under the lock.
    found = late_deliveries(world, databases, owner, rounds=rounds, number=1, stay=STAY_LONGER)

    late = next((late for late in found if late), 0)
    figure("G4", control=late)

    assert late > 0


def late_deliveries(world, databases, owner, *, rounds, number=SENDERS, stay=STAY):
    """For each withdrawal, how many deliveries came after it was acknowledged."""
    from tests.world.cluster import current  # noqa: PLC0415 - needs Django

    people = people_of(world)
    alva = UUID(str(world["alva"]))
    unit_key["social"] = unit(*SOCIAL).unit_id
    url = databases.addresses(current()).app
    token = open_login(people.persons["principal"], Kind.STAFF)
    login = (token, assignments(token)[0].assignment)
    delivered, refused = threading.Semaphore(0), threading.Semaphore(0)
    senders = [Sender(url, login, delivered, refused, stay=stay) for _ in range(number)]
    # Of this consent alone: a sender may still be on its way with an earlier one, which holds.
    count = "SELECT count(*) FROM disclosure_delivery WHERE unit_id = %s AND consent_ref = %s"
    karin = psycopg.connect(url)
    family = open_login(people.persons["guardian"], Kind.FAMILY)
    for sender in senders:
        sender.start()
    try:
        for _ in range(rounds):
            ref = ask(people, alva)
            answer(people, "guardian", ANSWERS)
            drain(delivered)
            wait_for(delivered, 3)
            karin.execute("SELECT FROM vb.enter(%s, NULL)", [family])
            karin.execute("SELECT vb.withdraw(%s, %s, NULL)", [ref, unit(*SOCIAL).unit])
            karin.commit()
            first = owner.execute(count, [unit_key["social"], ref]).fetchone()[0]
            drain(refused)
            wait_for(refused, 3 * number)
            late = owner.execute(count, [unit_key["social"], ref]).fetchone()[0]
            yield late - first
    finally:
        for sender in senders:
            sender.told.set()
        for sender in senders:
            sender.join()
        karin.close()


def drain(count):
    while count.acquire(blocking=False):
        pass


def wait_for(count, times):
    for _ in range(times):
        assert count.acquire(timeout=30), "it never happened"
