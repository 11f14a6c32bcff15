"""Starting over: the database is again as it was when a copy was kept."""

from pathlib import Path

import psycopg
import pytest

from varjebarn.ops import roles
from varjebarn.ops.addresses import with_database
from varjebarn.ops.starting_over import Beginning

from tests.world.cluster import Databases


@pytest.fixture
def beginning(databases: Databases, tmp_path: Path):
    name = f"{databases.prefix}_over"
    roles.copy_database(databases.admin_url, databases.template, name)
    prepared = tmp_path / "prepared"
    prepared.write_text("one form", encoding="utf-8")
    found = Beginning(
        admin_url=databases.admin_url, database=name, folder=tmp_path, prepared=prepared
    )
    yield found
    for one in (name, found.copy):
        roles.drop_database(databases.admin_url, one)


def people_in(beginning: Beginning) -> int:
    with psycopg.connect(with_database(beginning.admin_url, beginning.database)) as owner:
        return owner.execute("SELECT count(*) FROM organisations_person").fetchone()[0]


def hire(beginning: Beginning, name: str) -> None:
    with psycopg.connect(with_database(beginning.admin_url, beginning.database)) as owner:
        owner.execute(
            "INSERT INTO organisations_person (public_id, given_name, name_used, family_name) "
            "VALUES (gen_random_uuid(), %s, '', '')",
            [name],
        )


def test_a_request_brings_the_beginning_back(beginning: Beginning) -> None:
    done: list[str] = []
    assert beginning.keep()
    before = people_in(beginning)
    hire(beginning, "Ny")
    (beginning.folder / "asked").touch()

    beginning.attend(before=lambda: done.append("before"), after=lambda: done.append("after"))

    assert people_in(beginning) == before
    assert done == ["before", "after"]
    assert not (beginning.folder / "asked").exists()


def test_without_a_request_nothing_happens(beginning: Beginning) -> None:
    assert beginning.keep()
    hire(beginning, "Ny")
    after = people_in(beginning)

    beginning.attend(before=pytest.fail, after=pytest.fail)

    assert people_in(beginning) == after


def test_the_beginning_is_kept_until_the_form_is_another(beginning: Beginning) -> None:
    assert beginning.keep()
    before = people_in(beginning)
    hire(beginning, "Ny")

    assert beginning.keep()
    beginning.return_to()
    assert people_in(beginning) == before

    hire(beginning, "Ny")
    beginning.prepared.write_text("another form", encoding="utf-8")
    assert beginning.keep()
    beginning.return_to()
    assert people_in(beginning) == before + 1


def test_the_pages_know_whether_somebody_listens(beginning: Beginning) -> None:
    with beginning.listening():
        assert (beginning.folder / "listening").exists()
    assert not (beginning.folder / "listening").exists()
