"""What a decision to share rests on is shown with words to change, and is never sent empty."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from http import HTTPStatus

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from varjebarn.disclosure.models import Disclosure
from varjebarn.ops.world.logins import unit
from varjebarn.people.queries import open_child
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import notice_signal
from varjebarn.wellbeing.values import Note, NoteKind

from tests.commands.plan_story import MODEL, Story, copies, file_of, own_story, published
from tests.world.browsing import browser_of
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL

pytestmark = pytest.mark.world.with_args(published)

TODAY = timezone.localdate()
CHANGED = "Alva sa i dag att hon vill det."
TYPED = "Det här skrev jag & vill ha kvar."
DECIDED = "Det du intygar när du skickar"
CONSENT_REQUEST = {
    "GUARDIAN-child_view": "Barnet får samma fråga samtidigt och svarar själv.",
    "SELF-purpose": "Att barnet och vårdnadshavaren kan ta ställning till vad som får delas, "
    "med vem och varför.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A page where somebody decides to share: who, where, what else is written, what is suggested."""

    slug: str
    address: str
    kind: str
    form: dict[str, object]
    suggests: dict[str, str]
    show: dict[str, str] | None = None
    send: dict[str, str]

    def page(self, browser: Client) -> str:
        """Fetch the page that shows the sentences."""
        if self.show is None:
            return browser.get(self.address).content.decode()
        return browser.post(self.address, {**self.form, **self.show}).content.decode()

    def sent(self, story: Story) -> list[Disclosure]:
        """List what the decider's unit has sent of this kind."""
        with story.people.acting(self.slug) as actor:
            rows = Disclosure.objects.filter(unit_id=actor.unit_id, content_kind=self.kind)
            return list(rows.order_by("pk"))


def asking(story: Story) -> Decision:
    return Decision(
        slug="principal",
        address=f"/personal/barn/{story.alva}/samtycke/fraga/",
        kind="consent_request",
        form={
            "purpose": TYPED,
            "last_day": (TODAY + timedelta(days=90)).isoformat(),
            f"verksamhet-{unit(*SOCIAL).unit}": ["why", "actions"],
        },
        suggests=CONSENT_REQUEST,
        show={"steg": "visa"},
        send={"steg": "skicka"},
    )


def telling(story: Story) -> Decision:
    ref = story.ref()
    with story.people.acting("social-worker") as signe:
        child = file_of(signe, ref).public_id
    with story.people.acting("social-worker") as signe:
        signal = notice_signal(
            signe,
            open_child(signe, child),
            notes=[Note(dimension="safe", kind=NoteKind.CHALLENGE, text="Rädd på rasten")],
            own_words="",
            on=TODAY,
            model=latest_model(MODEL),
        ).public_id
    return Decision(
        slug="social-worker",
        address=f"/personal/signal/{signal}/lamna/",
        kind="consent_request",
        form={
            "unit": str(unit(*SCHOOL).unit),
            "purpose": TYPED,
            "last_day": (TODAY + timedelta(days=30)).isoformat(),
        },
        suggests=CONSENT_REQUEST,
        send={},
    )


def inviting(story: Story) -> Decision:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena).public_id
    address = f"/personal/plan/{plan}/bjud-in/"
    html = browser_of(story.people, "principal").get(address).content.decode()
    digest = re.search(r'name="shown" value="([0-9a-f]+)"', html)
    assert digest is not None
    return Decision(
        slug="principal",
        address=address,
        kind="invitation",
        form={"units": [str(unit(*MEDICAL).unit)], "asked": TYPED, "shown": digest[1]},
        suggests={
            "CONSENT-child_view": "Barnet har fått frågan om vilka som får vara med, och svaret "
            "står i samtycket.",
        },
        send={},
    )


def contributing(story: Story) -> Decision:
    ref = story.ref()
    with story.people.acting("social-worker") as signe:
        copy = copies(signe, ref, "plan_version")[0]
    address = f"/personal/leverans/{copy}/bidra/"
    html = browser_of(story.people, "social-worker").get(address).content.decode()
    digest = re.search(r'name="shown" value="([0-9a-f]+)"', html)
    own = re.search(r'name="(insats-[0-9a-f-]+-status)"', html)
    assert digest is not None
    assert own is not None
    return Decision(
        slug="social-worker",
        address=address,
        kind="contribution",
        form={"shown": digest[1], own[1]: "60", "helhet-note": TYPED},
        suggests={
            "CONSENT-child_view": "Barnets egna ord står i planen som insatsen hör till.",
            "SELF-purpose": "Att planen visar hur det går med vår insats.",
        },
        send={},
    )


DECISIONS: dict[str, Callable[[Story], Decision]] = {
    "consent": asking,
    "telling": telling,
    "invitation": inviting,
    "contribution": contributing,
}


@pytest.fixture
def story(databases, made) -> Iterator[Story]:
    with own_story(databases, made) as own:
        yield own


@pytest.fixture(params=DECISIONS)
def decision(request: pytest.FixtureRequest, story: Story) -> Decision:
    return DECISIONS[request.param](story)


def sentences(html: str) -> dict[str, str]:
    """Read the sentences that stand open on a page, ready to be changed."""
    found = re.findall(
        r'<textarea name="((?:CONSENT|SELF|GUARDIAN)-[a-z_]+)"[^>]*>(.*?)</textarea>',
        html,
        re.DOTALL,
    )
    return {name: unescape(text).strip() for name, text in found}


def test_every_sentence_is_shown_and_none_is_an_empty_box(story: Story, decision: Decision) -> None:
    html = decision.page(browser_of(story.people, decision.slug))

    shown = sentences(html)
    assert DECIDED in html
    assert {name: shown.get(name) for name in decision.suggests} == decision.suggests
    assert [name for name, text in shown.items() if not text] == []


def test_a_changed_sentence_is_what_the_decision_keeps(story: Story, decision: Decision) -> None:
    browser, before = browser_of(story.people, decision.slug), len(decision.sent(story))
    said = sentences(decision.page(browser))
    changed = {
        name: CHANGED if name.endswith("child_view") else text for name, text in said.items()
    }

    answer = browser.post(decision.address, {**decision.form, **changed, **decision.send})

    made = decision.sent(story)[before:]
    assert answer.status_code == HTTPStatus.FOUND
    assert {row.answers["child_view"] for row in made if "child_view" in row.answers} == {CHANGED}
    assert {row.ground for row in made} == {name.split("-")[0] for name in said}


def test_an_empty_sentence_is_refused_and_all_that_was_typed_stays(
    story: Story, decision: Decision
) -> None:
    browser, before = browser_of(story.people, decision.slug), len(decision.sent(story))
    said = sentences(decision.page(browser))
    emptied = next(iter(decision.suggests))
    other = next((name for name in said if name != emptied), "")
    typed = {**said, emptied: "", **({other: CHANGED} if other else {})}

    answer = browser.post(decision.address, {**decision.form, **typed, **decision.send})

    html = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "<title>Fel:" in html
    assert "Skriv en mening. Det får inte vara tomt." in html
    assert TYPED in unescape(html)
    assert sentences(html) == typed
    assert len(decision.sent(story)) == before


def test_a_page_without_its_sentences_sends_nothing(story: Story, decision: Decision) -> None:
    browser, before = browser_of(story.people, decision.slug), len(decision.sent(story))

    answer = browser.post(decision.address, {**decision.form, **decision.send})

    shown = sentences(answer.content.decode())
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {name: shown.get(name) for name in decision.suggests} == decision.suggests
    assert len(decision.sent(story)) == before


def test_what_was_changed_goes_along_back_to_the_question(story: Story) -> None:
    decision, browser = asking(story), browser_of(story.people, "principal")
    changed = {**sentences(decision.page(browser)), "GUARDIAN-child_view": CHANGED}

    question = browser.post(decision.address, {**decision.form, **changed, "steg": "andra"})
    hidden = dict(
        re.findall(
            r'type="hidden" name="([A-Z]+-[a-z_]+)" value="([^"]*)"', question.content.decode()
        )
    )
    again = browser.post(decision.address, {**decision.form, **hidden, "steg": "visa"})

    assert question.status_code == again.status_code == HTTPStatus.OK
    assert sentences(again.content.decode()) == changed


def test_the_headings_and_sentences_titles_are_english_too(
    story: Story, decision: Decision
) -> None:
    browser = browser_of(story.people, decision.slug)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en-gb"

    html = decision.page(browser)

    assert "What you certify when you send" in html
    assert DECIDED not in html


def test_on_an_english_page_the_sentences_are_marked_as_swedish(
    story: Story, decision: Decision
) -> None:
    browser = browser_of(story.people, decision.slug)
    swedish = decision.page(browser)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en-gb"

    english = decision.page(browser)

    why = "They are in Swedish, since they become part of the record."
    assert (why in english, why in swedish) == (True, False)
    assert "De står på svenska" not in swedish
    marked = re.findall(r'<textarea[^>]*\blang="sv"', english)
    assert len(marked) == len(sentences(english)) > 0


def test_a_copy_offers_to_contribute_until_the_consent_ends_and_then_says_why_not(
    story: Story,
) -> None:
    decision, browser = contributing(story), browser_of(story.people, "social-worker")
    copy = decision.address.removesuffix("bidra/")

    before = browser.get(copy).content.decode()
    story.take_back()
    after = browser.get(copy).content.decode()

    assert f'href="{decision.address}"' in before
    assert "Det är stängt för bidrag" not in before
    assert f'href="{decision.address}"' not in after
    assert "Det är stängt för bidrag" in after
    assert "Samtycket gäller inte längre för er verksamhet" in after


def test_a_need_and_its_area_are_said_once_above_its_goals(story: Story) -> None:
    with story.people.acting("principal") as lena:
        plan = story.plan(lena).public_id

    html = browser_of(story.people, "principal").get(f"/personal/plan/{plan}/").content.decode()
    document = html[html.index('id="del-mal"') : html.index('id="del-insatser"')]
    document = re.sub(r'<span class="ds-sr-only">.*?</span>', "", document)  # what a link is about

    assert document.count("Ro på rasten") == 1
    assert document.count("Trygg") == 1
    assert html.count("Det här gör vi") <= 1
