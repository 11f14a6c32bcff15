"""Without e-identification: the sheets that are printed, and the answers entered for whoever gave them."""

from datetime import date
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from varjebarn.disclosure import queries
from varjebarn.ops.world.logins import People
from varjebarn.participation.commands import note_view
from varjebarn.participation.queries import views
from varjebarn.participation.values import Whose
from varjebarn.people.queries import open_child

from tests.world.browsing import browser_of, words
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def ref(people: People, alva: UUID) -> UUID:
    with people.acting("principal") as lena:
        return queries.consents(lena, open_child(lena, alva))[0].consent.ref


def test_the_question_of_consent_stands_on_paper_as_on_screen(
    people: People, alva: UUID, ref: UUID
) -> None:
    with people.acting("principal") as lena:
        line = queries.consents(lena, open_child(lena, alva))[0]

    page = words(
        browser_of(people, "principal").get(reverse("staff:consent_sheet", args=[alva, ref]))
    )

    assert line.consent.purpose in page
    assert [u.unit_name for u in line.units if u.unit_name not in page] == []
    assert "Karin Lund: ☐ Ja ☐ Nej" in page
    assert "Alva får samma hjälp som annars." in page
    assert "Underskrift, Karin Lund" in page


def test_the_questions_stand_on_paper_with_faces_to_ring(people: People, alva: UUID) -> None:
    response = browser_of(people, "principal").get(reverse("staff:words_sheet", args=[alva]))

    assert response.content.decode().count("vb-paper-faces") == 8
    assert "Jättebra" in words(response)


@pytest.mark.parametrize(
    ("name", "leads_to"), [("consents", "consent_sheet"), ("words", "words_sheet")]
)
def test_the_pages_lead_to_the_sheets(
    people: People, alva: UUID, ref: UUID, name: str, leads_to: str
) -> None:
    html = browser_of(people, "principal").get(reverse(f"staff:{name}", args=[alva]))

    args = [alva, ref] if leads_to == "consent_sheet" else [alva]
    assert f'href="{reverse(f"staff:{leads_to}", args=args)}"' in html.content.decode()


def test_words_from_paper_are_the_childs_with_the_adult_who_held_the_pen(
    people: People, alva: UUID
) -> None:
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        note_view(
            lena,
            child,
            whose=Whose.CHILD,
            name="Alva",
            words="Jag vill ha samma bord.",
            said_on=date.today(),
            occasion="På papper",
            on=date.today(),
            verbatim=True,
            child_checked=True,
        )
        line = next(one for one in views(lena, child) if one.words == "Jag vill ha samma bord.")

    assert (line.whose, line.name, line.quoted_by) == ("child", "Alva", "Lena Strand")


def test_a_question_of_another_unit_has_no_sheet(people: People, alva: UUID) -> None:
    where = reverse("staff:consent_sheet", args=[alva, uuid4()])

    assert browser_of(people, "principal").get(where).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "guardian"])
def test_nobody_else_finds_them(people: People, alva: UUID, ref: UUID, slug: str) -> None:
    browser = browser_of(people, slug)

    for name, args in (("consent_sheet", [alva, ref]), ("words_sheet", [alva])):
        assert browser.get(reverse(f"staff:{name}", args=args)).status_code == HTTPStatus.NOT_FOUND
