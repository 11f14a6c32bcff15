"""Who has read, for a guardian of two: each reading stands under the child that it was about."""

import re
from uuid import UUID

import pytest

from varjebarn.audit.queries import my_log

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.circle import two_of_karins
from tests.world.walls import assert_hidden

pytestmark = [
    pytest.mark.world.with_args(two_of_karins),
    pytest.mark.usefixtures("own_database"),
]


@pytest.fixture
def people(world, own_database):
    return people_of(world)


def read(people, world, name: str, times: int = 1) -> None:
    """Lena opens a child's page."""
    client = browser_of(people, "principal")
    for _ in range(times):
        assert client.get(f"/personal/barn/{world[name]}/").status_code == 200


def headings(people, slug: str) -> list[str]:
    html = browser_of(people, slug).get("/familj/vem-har-last/").content.decode()
    main = html.partition("<main")[2].partition("</main>")[0]
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", main)


def lines(people, slug: str) -> list[tuple[UUID | None, str]]:
    with people.acting(slug) as reader:
        return [(row.child_ref, row.act) for row in my_log(reader)]


@pytest.mark.rule("R28", case="allows")
def test_each_reading_says_which_child(people, world):
    before = len(lines(people, "guardian"))

    read(people, world, "viggo")
    read(people, world, "alva", times=2)

    told = [line for line in lines(people, "guardian") if line[1] == "child.read"]
    assert told[:3] == [
        (UUID(world["alva"]), "child.read"),
        (UUID(world["alva"]), "child.read"),
        (UUID(world["viggo"]), "child.read"),
    ]
    assert len(lines(people, "guardian")) == before + 3


def test_a_guardian_of_two_reads_them_apart_by_name(people, world):
    read(people, world, "viggo")
    read(people, world, "alva")

    assert headings(people, "guardian") == ["Alva", "Viggo"]


def test_the_name_is_the_one_of_the_familys_own_copy(people, world, owner):
    read(people, world, "alva")
    read(people, world, "viggo")
    owner.execute("UPDATE people_childfile SET name_used = 'Vidar' WHERE given_name = 'Viggo'")

    assert headings(people, "guardian") == ["Viggo", "Alva"]


def test_a_child_alone_needs_no_name(people, world):
    read(people, world, "alva")
    read(people, world, "viggo")

    html = browser_of(people, "child").get("/familj/vem-har-last/").content.decode()

    assert "öppnade sidan om dig" in html
    assert "Viggo" not in html


@pytest.mark.rule("R15", case="refuses")
@pytest.mark.rule("R28", case="refuses")
def test_whoever_was_given_nothing_reads_of_no_child(people, world):
    read(people, world, "alva")
    read(people, world, "viggo")
    there = lines(people, "guardian")

    assert_hidden(there=there, seen=lines(people, "guardian-without-custody"))
    html = browser_of(people, "guardian-without-custody").get("/familj/vem-har-last/").content
    assert [name for name in ("Alva", "Viggo") if name in html.decode()] == []


@pytest.mark.rule("R15", case="refuses")
def test_a_childs_copy_that_is_withheld_leaves_no_name(people, world, owner):
    """Viggo's copies are gone from Karin: what was read of him is under no name of his."""
    read(people, world, "alva")
    read(people, world, "viggo")
    assert headings(people, "guardian") == ["Viggo", "Alva"]
    owner.execute(
        "DELETE FROM disclosure_familydelivery WHERE child_ref = %s", [UUID(world["viggo"])]
    )

    html = browser_of(people, "guardian").get("/familj/vem-har-last/").content.decode()

    assert "Viggo" not in html
    assert headings(people, "guardian") == ["Annat", "Alva"]


def test_lines_from_before_stand_under_no_name(people, world, owner):
    read(people, world, "alva")
    assert "Alva" in headings(people, "guardian")
    owner.execute("UPDATE audit_familyline SET child_ref = NULL")

    assert headings(people, "guardian") == ["Annat"]
