"""What departs in a consent, on its pages: written by who is involved, shown truly, found by nobody else."""

from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from varjebarn.disclosure.models import MaturityAssessment, Paper, StandIn, Substitute
from varjebarn.ops.world.logins import unit
from varjebarn.people.models import Guardian
from varjebarn.web.shared.days import day_in_words

from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, SOCIAL
from tests.world.two_guardians import SAMIR, ask, of_fourteen

pytestmark = [pytest.mark.world.with_args(of_fourteen), pytest.mark.usefixtures("own_database")]

TODAY = date.today()
PDF = b"%PDF-1.4 signed"
MATURE = {
    "ground": "mature",
    "matter": "att skolsköterskan får veta",
    "understands": "Jag vet vem som läser.",
    "why": "Två samtal.",
    "assessed_by": "Lena Strand, rektor",
    "second_person": "Noor, skolsköterska",
    "assessed_on": TODAY.isoformat(),
}


@pytest.fixture
def child(world):
    return UUID(str(world["alva"]))


@pytest.fixture
def ref(people, child):
    return ask(people, child)


@pytest.fixture
def lena(people, ref):
    return browser_of(people, "principal")


def consents_page(browser, child):
    return browser.get(reverse("staff:consents", args=[child])).content.decode()


def test_an_assessment_is_written_and_shown_with_who_when_and_why(people, lena, child, ref):
    address = reverse("staff:assess_maturity", args=[child, ref])
    assert "Det skulle skada den unga" not in lena.get(address).content.decode()

    faulty = lena.post(address, MATURE | {"second_person": ""})
    assert faulty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Jag vet vem som läser." in faulty.content.decode()
    assert lena.post(address, MATURE).status_code == HTTPStatus.FOUND

    page = consents_page(lena, child)
    assert "Får bestämma själv: bedömd som mogen i frågan" in page
    assert "Noor, skolsköterska" in page
    assert browser_of(people, "outsider").post(address, MATURE).status_code == HTTPStatus.NOT_FOUND
    with people.acting("principal"):
        assert MaturityAssessment.objects.count() == 1


def test_a_hindrance_is_written_shown_and_ended(people, lena, child, ref):
    address = reverse("staff:stand_in", args=[child, ref])
    said = {
        "person": "1",
        "kind": "hindered",
        "reason": "Till sjöss utan telefon",
        "cannot_wait": "Skolan börjar i morgon",
        "not_intrusive": "Bara planen",
    }
    assert "Socialnämnden har beslutat" not in lena.get(address).content.decode()
    faulty = lena.post(address, said | {"cannot_wait": ""})
    assert faulty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Till sjöss utan telefon" in faulty.content.decode()

    assert lena.post(address, said).status_code == HTTPStatus.FOUND

    page = consents_page(lena, child)
    assert "Jonas Wester: Förhindrad" in page
    with people.acting("principal"):
        made = StandIn.objects.get().public_id
    end = reverse("staff:end_stand_in", args=[child, ref, made])
    assert browser_of(people, "outsider").post(end).status_code == HTTPStatus.NOT_FOUND
    assert lena.post(end).status_code == HTTPStatus.FOUND
    assert "Jonas Wester: Förhindrad" not in consents_page(lena, child)
    assert lena.post(end).status_code == HTTPStatus.NOT_FOUND


def answered(lena, child, ref, scan, **changes):
    three_days_ago = TODAY - timedelta(days=3)
    said = {
        "person": "0",
        "unit": [str(unit(*MEDICAL).unit), str(unit(*SOCIAL).unit)],
        "what": "given",
        "how": "paper",
        "said_on": three_days_ago.isoformat(),
        "heard_by": "Tor Ek, lärare",
        "note": "På mötet.",
        "reference": "Pärm 3",
        "scan": SimpleUploadedFile("svar.pdf", scan),
    }
    return lena.post(reverse("staff:enter_answer", args=[child, ref]), said | changes)


def test_an_answer_on_paper_is_shown_as_it_was_given_and_its_scan_is_saved_not_shown(
    people, lena, child, ref
):
    assert answered(lena, child, ref, PDF).status_code == HTTPStatus.FOUND

    day = day_in_words(TODAY - timedelta(days=3))
    page = consents_page(lena, child)
    assert page.count(f"på papper, {day}, mottaget av Tor Ek, lärare") == 2
    with people.acting("principal"):
        paper = Paper.objects.get().public_id
    address = reverse("staff:consent_paper", args=[child, paper])
    got = lena.get(address)
    assert (got.content, got["Content-Type"]) == (PDF, "application/pdf")
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Disposition"].startswith("attachment;")
    for slug in ("outsider", "outsider-elsewhere", "nurse", "keeper", "guardian"):
        assert browser_of(people, slug).get(address).status_code == HTTPStatus.NOT_FOUND, slug


@pytest.mark.parametrize(
    ("scan", "changes", "says"),
    [
        (b"<svg onload=alert(1)>", {}, "Filen är ingen PDF, JPEG eller PNG."),
        (b"%PDF-" + b"x" * (5 * 1024 * 1024), {}, "Filen är för stor."),
        (b"%PDF-" + b"x" * (7 * 1024 * 1024), {}, "Filen är för stor."),
        (b"", {}, "Filen är ingen PDF, JPEG eller PNG."),
        (PDF, {"heard_by": ""}, "Skriv vem som hörde svaret"),
        (PDF, {"said_on": (TODAY + timedelta(days=1)).isoformat()}, "Dagen har inte varit än"),
    ],
)
def test_an_answer_that_says_too_little_is_kept_and_asked_about(
    people, lena, child, ref, scan, changes, says
):
    answer = answered(lena, child, ref, scan, **changes)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert says in answer.content.decode()
    assert "Pärm 3" in answer.content.decode()
    with people.acting("principal"):
        assert Paper.objects.count() == 0


@pytest.mark.rule("R18", case="allows")
def test_a_substitute_is_added_shown_and_ended_on_the_guardians_page(people, lena, child):
    new, listed = (
        reverse(f"staff:{name}", args=[child]) for name in ("new_substitute", "guardians")
    )
    with people.acting("principal"):
        jonas = Guardian.objects.get(name="Jonas Wester").person_ref
    said = {
        "kind": "special_representative",
        "given_name": "Samir",
        "family_name": "Rahimi",
        "login": SAMIR,
        "matters": ["crime"],
        "replaces": [str(jonas)],
        "source": "Växjö tingsrätt, Ä 12-26",
    }
    faulty = lena.post(new, said | {"matters": ["everyday"]})
    assert faulty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Växjö tingsrätt, Ä 12-26" in faulty.content.decode()
    assert browser_of(people, "outsider").post(new, said).status_code == HTTPStatus.NOT_FOUND

    assert lena.post(new, said).status_code == HTTPStatus.FOUND

    page = lena.get(listed).content.decode()
    assert "Förundersökning och rättegång" in page
    with people.acting("principal"):
        made = Substitute.objects.get().public_id
    end = reverse("staff:end_substitute", args=[child, made])
    assert browser_of(people, "outsider").post(end).status_code == HTTPStatus.NOT_FOUND
    assert lena.post(end).status_code == HTTPStatus.FOUND
    assert "Förundersökning och rättegång" not in lena.get(listed).content.decode()


def test_the_matter_of_a_question_is_chosen_when_it_is_asked(people, lena, child):
    address = reverse("staff:ask_consent", args=[child])

    page = lena.get(address).content.decode()

    assert "Gäller frågan något annat än stödet i vardagen?" in page
    assert page.count('name="matter"') == 9
