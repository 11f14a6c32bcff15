"""Commands about files: they change, they log, they refuse; and without a log nothing has happened."""

from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, transaction

from varjebarn.kernel.decisions import Refused
from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.people.commands import (
    break_glass,
    end_custody,
    involve,
    notify,
    open_file,
    register_guardian,
    release,
    see_notices,
)
from varjebarn.people.models import ChildFile, NoticeSeen
from varjebarn.people.queries import guardians, involved, my_children, open_child, unseen_notices
from varjebarn.people.reasons import Reason

from tests.world.cast import two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]


def acts(owner):
    return [row[0] for row in owner.execute("SELECT act FROM audit_event ORDER BY id").fetchall()]


def test_whoever_opens_a_file_is_involved_and_it_is_logged(people, owner):
    with people.acting("lead") as mia:
        child = open_file(
            mia, given_name="Elin", family_name="Öst", born=date(2018, 5, 5), reason="Ny elev"
        )
        mine = [line.name for line in my_children(mia)]

    assert mine == ["Elin Öst"]
    assert acts(owner)[-1] == "file.opened"
    assert owner.execute(
        "SELECT why, child_file_id FROM audit_event ORDER BY id DESC LIMIT 1"
    ).fetchone() == ("Ny elev", child.pk)


@pytest.mark.rule("R43", case="allows")
def test_a_child_may_lack_a_number_or_have_several(people, owner):
    with people.acting("lead") as mia:
        none = open_file(mia, given_name="A", family_name="", born=date(2020, 1, 1), reason="x")
        two = open_file(
            mia,
            given_name="B",
            family_name="",
            born=date(2020, 1, 1),
            reason="x",
            identifiers=[
                (IdentifierSystem.SCHOOL_TEMPORARY, "20200101TF07"),
                (IdentifierSystem.LOCAL, "klass 1"),
            ],
        )

    count = "SELECT count(*) FROM people_identifier WHERE child_file_id = %s"
    assert [owner.execute(count, [c.pk]).fetchone()[0] for c in (none, two)] == [0, 2]


def test_opening_a_file_with_a_known_number_answers_alike(people):
    """Nobody learns by opening a file that the unit already knows the child (pitfall 37)."""
    with people.acting("outsider") as ulf:
        with_known = open_file(
            ulf,
            given_name="Alva",
            family_name="Lund",
            born=date(2019, 1, 1),
            reason="Ny elev",
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, "20190301TF01")],
        )

        assert ChildFile.objects.get().pk == with_known.pk  # his own, and no other


@pytest.mark.parametrize(
    ("slug", "reason"), [("keeper", Reason.NO_DUTY), ("guardian", Reason.ONLY_STAFF)]
)
def test_who_does_not_work_with_children_opens_no_file(people, slug, reason):
    with people.acting(slug) as actor, pytest.raises(Refused) as refusal:
        open_file(actor, given_name="X", family_name="Y", born=date(2020, 1, 1), reason="x")

    assert refusal.value.reason == reason


def test_a_colleague_comes_in_and_goes_out_again(people, alva, owner):
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        made = involve(lena, child, person=people.persons["lead"], role="team", reason="Stöd")
    with people.acting("lead") as mia:
        assert open_child(mia, alva).called == "Alva"
    with people.acting("principal") as lena:
        release(lena, involvement=made, reason="Klart")
    with people.acting("lead") as mia, pytest.raises(ChildFile.DoesNotExist):
        open_child(mia, alva)

    assert [a for a in acts(owner) if a.startswith("involvement.")][-2:] == [
        "involvement.made",
        "involvement.ended",
    ]


@pytest.mark.rule("R30", case="allows")
def test_the_glass_lets_in_for_an_hour_and_is_logged_with_its_reason(people, alva, owner):
    why = "Mamma måste nås, Alva har slagit sig"
    with people.acting("outsider") as ulf:
        break_glass(ulf, file=alva, reason=why)
        assert open_child(ulf, alva).called == "Alva"
        left = [line.until - line.since for line in involved(ulf, open_child(ulf, alva))]

    assert min(left).total_seconds() == 3600
    logged = owner.execute("SELECT why FROM audit_event WHERE act = 'break_glass.opened'")
    assert logged.fetchall() == [(f"other: {why}",)]


@pytest.mark.rule("R30", case="refuses")
@pytest.mark.parametrize("slug", ["outsider-elsewhere", "social-worker", "nurse"])
def test_the_glass_opens_no_other_units_file(people, alva, slug):
    with people.acting(slug) as actor, pytest.raises(DatabaseError, match="no such file"):
        break_glass(actor, file=alva, reason="Jag behöver verkligen se")


def test_the_glass_opens_no_protected_childs_file(people, world):
    bilal = UUID(str(world["bilal"]))
    with people.acting("nurse") as noor:
        assert open_child(noor, bilal).called == "Bilal"

        with pytest.raises(DatabaseError, match="no such file"):
            break_glass(noor, file=bilal, reason="Jag behöver verkligen se")


def test_ended_custody_is_noted_with_its_source(people, alva):
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        karin = next(g for g in guardians(lena, child) if g.custody)
        end_custody(lena, karin, source="Tingsrättens dom 2026-11-01")

        assert [g.name for g in guardians(lena, child) if g.custody] == []


def test_a_guardian_without_a_source_is_not_registered(people, alva):
    with people.acting("principal") as lena:
        child = open_child(lena, alva)

        with pytest.raises(Refused) as refusal:
            register_guardian(
                lena,
                child,
                person_ref=people.persons["guardian"],
                name="K",
                relation="Mamma",
                custody=True,
                source="",
            )

    assert refusal.value.reason == Reason.SOURCE_MISSING


def test_what_is_new_is_told_until_it_is_seen(people, alva):
    with people.acting("teacher") as tor:
        child = open_child(tor, alva)
        notify(tor, child, kind="signal", person_id=tor.person_id)
        assert [n.kind for n in unseen_notices(tor)] == ["signal"]
    with people.acting("principal") as lena:
        assert unseen_notices(lena) == []  # it was for Tor
    with people.acting("teacher") as tor:
        see_notices(tor, open_child(tor, alva))
        assert unseen_notices(tor) == []


def test_news_for_everybody_is_seen_by_each_for_oneself(people, alva, owner):
    """Who has looked takes nothing away from a colleague; once all have, it is seen."""
    with people.acting("teacher") as tor:
        child = open_child(tor, alva)
        notify(tor, child, kind="contribution")
        everybody = {line.person_id for line in involved(tor, child)}
        see_notices(tor, child)
        see_notices(tor, child)
        assert unseen_notices(tor) == []
    seen = "SELECT seen IS NOT NULL FROM people_notice ORDER BY id DESC LIMIT 1"
    first = owner.execute(seen).fetchone()
    with people.acting("principal") as lena:
        assert everybody == {tor.person_id, lena.person_id}
        assert [n.kind for n in unseen_notices(lena)] == ["contribution"]
        see_notices(lena, open_child(lena, alva))
        assert unseen_notices(lena) == []

    assert (first, owner.execute(seen).fetchone()) == ((False,), (True,))
    assert owner.execute("SELECT count(*) FROM people_noticeseen").fetchone() == (2,)


def test_nobody_sees_news_in_anothers_place(people, alva):
    with people.acting("teacher") as tor:
        child = open_child(tor, alva)
        notice = notify(tor, child, kind="contribution")
        lena = next(x for x in involved(tor, child) if x.person_id != tor.person_id)

        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            NoticeSeen.objects.create(
                unit_id=tor.unit_id,
                child_file=child,
                notice=notice,
                person_id=lena.person_id,
                at=notice.at,
            )


def test_without_a_log_nothing_has_happened(people, alva, owner):
    """A command whose log fails leaves no row behind (R25)."""
    owner.execute("REVOKE EXECUTE ON FUNCTION vb.record FROM vb_app")
    before = owner.execute("SELECT count(*) FROM people_notice").fetchone()

    def tell():
        with people.acting("teacher") as tor:
            notify(tor, ChildFile.objects.get(public_id=alva), kind="signal")

    with pytest.raises(DatabaseError):
        tell()

    assert owner.execute("SELECT count(*) FROM people_notice").fetchone() == before


@pytest.mark.rule("R26", case="allows")
@pytest.mark.rule("R25", case="allows")
def test_a_reading_is_in_the_log_before_the_page_is_made(people, alva, owner):
    with people.acting("principal") as lena:
        open_child(lena, alva)
    last = owner.execute(
        "SELECT act, person_id, unit_id, object, request, length(leaf) FROM audit_event "
        "ORDER BY id DESC LIMIT 1"
    ).fetchone()

    assert (last[0], last[3], last[5]) == ("child.read", alva, 32)
    assert last[1] is not None
    assert last[2] is not None


@pytest.mark.rule("R25", case="refuses")
def test_without_a_log_nothing_is_read(people, alva, owner):
    with people.acting("principal") as lena:
        assert open_child(lena, alva).called == "Alva"
    owner.execute("REVOKE EXECUTE ON FUNCTION vb.record FROM vb_app")

    with people.acting("principal") as lena, pytest.raises(DatabaseError):
        open_child(lena, alva)


@pytest.mark.rule("R26", case="refuses")
@pytest.mark.parametrize(
    "statement", ["UPDATE public.audit_event SET act = 'x'", "DELETE FROM public.audit_event"]
)
@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_audit"])
def test_no_role_changes_the_log(connect_as, owner, statement, role):
    assert owner.execute("SELECT count(*) FROM audit_event").fetchone()[0] > 0

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(statement)
