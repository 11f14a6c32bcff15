"""What the family's pages say, from values in to words out: no request, no row."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils import translation

from varjebarn.audit.queries import FamilyRow
from varjebarn.disclosure.queries import MyConsent, Written
from varjebarn.participation.answers import Answer
from varjebarn.web.family.consent.forms import AnswerForm
from varjebarn.web.family.consent.mine import consents_page
from varjebarn.web.family.consent.pages import request_page, to_send, to_take_back
from varjebarn.web.family.first.pages import first_page
from varjebarn.web.family.first.readings import PAGE, readings_page
from varjebarn.web.family.given import Given
from varjebarn.web.family.words.forms import QuestionForm
from varjebarn.web.family.words.pages import asked_page, said_of, words_page

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
REF, CONSENT, PLAN = UUID(int=1), UUID(int=2), UUID(int=3)
SCHOOL, POLICE = UUID(int=11), UUID(int=12)


def given(kind, part, *, ref=REF, subject=CONSENT, is_child=False, **more):
    return Given(
        ref=ref,
        kind=kind,
        body={"child": {"called": "Alva", "born": "2019-03-01"}, "parts": {"request": part}},
        subject=subject,
        version=more.get("version"),
        child_ref=UUID(int=9),
        is_child=is_child,
        called="Alva",
        born="2019-03-01",
        unit_name="Skola",
        organisation_name="Växjö kommun",
        arrived=more.get("arrived", NOW),
        is_opened=more.get("is_opened", False),
    )


def a_request(*, is_child=False, last_day="2027-06-12"):
    units = [
        {"unit": str(SCHOOL), "name": "Skola", "organisation": "Växjö kommun", "area": "school",
         "parts": ["actions", "why"], "own": True},
        {"unit": str(POLICE), "name": "Lokalpolis", "organisation": "Polisen", "area": "police",
         "parts": ["actions"], "own": False},
    ]  # fmt: skip
    part = {"purpose": "Lugna raster", "last_day": last_day, "units": units, "concern": "",
            "asked_by": "Lena Ström", "asked_by_title": "Rektor"}  # fmt: skip
    return given("consent_request", part, is_child=is_child)


def my_consent(unit, what, *, ref=CONSENT):
    return MyConsent(
        ref=ref,
        from_unit=SCHOOL,
        from_unit_name="Skola",
        child_ref=UUID(int=9),
        unit=unit,
        unit_name="Skola" if unit == SCHOOL else "Lokalpolis",
        parts=("actions",),
        purpose="Lugna raster",
        valid_to=date(2027, 6, 13),
        what=what,
        at=None if what == "asked" else NOW,
        how="screen",
    )


def a_question(*, is_child=True, hopes="Vad önskar du dig?"):
    part = {
        "capacity": "child" if is_child else "guardian",
        "asked_by": "Lena Ström", "asked_by_title": "Rektor", "unit": "Skola",
        "organisation": "Växjö kommun", "asked_on": "2026-11-24", "why": "",
        "questions": [{"key": "safe", "title": {"sv": "Trygg", "en": "Safe"},
                       "text": {"sv": "Jag är trygg.", "en": "I am safe."}, "faces": is_child}],
        "faces": {"values": [1, 2, 3, 4, 5], "low": {}, "high": {}, "hopes": {"sv": hopes}},
        "readers": {"units": [{"name": "Skola", "organisation": "Växjö kommun", "own": True}],
                    "guardians": ["Karin Lund"], "child": "Alva"},
    }  # fmt: skip
    return given("question", part, is_child=is_child)


def reading(minute, *, act="child.read", unit="Skola", version=None, child_ref=None):
    return FamilyRow(
        at=NOW - timedelta(minutes=minute),
        unit_name=unit,
        organisation_name="Växjö kommun",
        act=act,
        object=PLAN,
        version=version,
        capacity="",
        child_ref=child_ref,
        line=UUID(int=minute),
    )


def test_a_request_says_what_each_unit_would_be_told_in_the_order_of_the_plan():
    page = request_page(a_request(), [], on=TODAY)

    assert [(unit.name, unit.parts) for unit in page.units] == [
        ("Skola, Växjö kommun", ("varför det finns en plan", "vem som gör vad, och när")),
        ("Lokalpolis, Polisen", ("vem som gör vad, och när",)),
    ]
    assert (page.is_over, page.is_answered) == (False, False)


def test_a_child_is_told_in_other_words_and_is_called_you():
    page = request_page(a_request(is_child=True), [], on=TODAY)

    assert page.units[0].parts == ("varför du har en plan", "vem som ska göra vad")


def test_a_request_is_over_the_day_after_its_last_day():
    request = a_request(last_day="2026-11-24")

    over = [request_page(request, [], on=TODAY + timedelta(days=days)).is_over for days in (0, 1)]

    assert over == [False, True]


def test_nothing_is_chosen_beforehand():
    form = AnswerForm(None, page=request_page(a_request(), [], on=TODAY), kept={})

    assert [form[f"unit_{unit}"].value() for unit in (SCHOOL, POLICE)] == [None, None]


def test_a_draft_keeps_a_choice_that_is_not_complete():
    page = request_page(a_request(is_child=True), [], on=TODAY)

    form = AnswerForm({f"unit_{SCHOOL}": "later", "words": "Vet inte"}, page=page, kept={})

    assert form.is_valid() is False
    assert form.errors == {f"unit_{POLICE}": ["Välj ett svar för Lokalpolis, Polisen"]}
    assert form.body == {"answers": {}, "later": [str(SCHOOL)], "words": "Vet inte"}


def test_an_answer_nobody_offered_is_not_kept():
    form = AnswerForm(
        {f"unit_{SCHOOL}": "withdrawn"}, page=request_page(a_request(), [], on=TODAY), kept={}
    )

    assert form.body["answers"] == {}


def test_a_yes_that_becomes_a_no_is_taken_back_and_not_answered_anew():
    said = [my_consent(SCHOOL, "given"), my_consent(POLICE, "refused")]
    page = request_page(a_request(), said, on=TODAY)
    answers = {str(SCHOOL): "refused", str(POLICE): "given", str(UUID(int=99)): "given"}

    assert to_take_back(page, answers) == (SCHOOL,)
    assert to_send(page, answers) == {str(POLICE): "given"}


def test_only_a_live_yes_can_be_taken_back():
    lines = [my_consent(SCHOOL, "given"), my_consent(POLICE, "refused")]

    now = consents_page(lines, [a_request()], on=TODAY).boxes[0]
    later = consents_page(lines, [a_request()], on=date(2027, 6, 13)).boxes[0]

    assert [bool(unit.take_back) for unit in now.units] == [True, False]
    assert [unit.answer for unit in now.units] == ["Ja", "Nej"]
    assert (later.is_over, [bool(unit.take_back) for unit in later.units]) == (True, [False, False])
    assert now.last_day == date(2027, 6, 12)


def test_who_has_nothing_gets_an_empty_page():
    page = first_page([], [], [], on=TODAY)

    assert (page.children, page.ways) == ((), ())


def test_a_guardian_reads_the_childs_name_and_a_child_does_not():
    asked = [my_consent(SCHOOL, "asked")]

    guardian = first_page([a_request()], asked, [], on=TODAY).children[0]
    child = first_page([a_request(is_child=True)], asked, [], on=TODAY).children[0]

    assert (guardian.called, child.called) == ("Alva", "")
    assert guardian.news[0].text.endswith("vilka som får dela det som handlar om Alva.")
    assert "Alva" not in child.news[0].text


def test_what_has_been_answered_is_not_new():
    sent = Written(reply_to=REF, kind="child_words", body={}, updated=NOW, sent_at=NOW)

    request = first_page([a_request()], [my_consent(SCHOOL, "given")], [], on=TODAY)
    question = first_page([a_question()], [], [sent], on=TODAY)
    before = first_page([a_question()], [], [], on=TODAY)

    assert [len(page.children[0].news) for page in (request, question, before)] == [0, 0, 1]


def test_a_question_begun_goes_on_where_it_was():
    begun = Written(reply_to=REF, kind="child_words", body={}, updated=NOW, sent_at=None)

    page = first_page([a_question()], [], [begun], on=TODAY)

    assert page.children[0].news[0].link_text == "Fortsätt där du var"


def test_readers_are_named_and_the_wish_comes_last():
    page = asked_page(a_question(), "sv")

    assert page.readers == ("Skola, Växjö kommun", "Karin Lund", "Du själv")
    assert [step.text for step in page.steps] == ["Jag är trygg.", "Vad önskar du dig?"]


def test_a_guardians_words_are_read_by_the_child_too():
    page = asked_page(a_question(is_child=False, hopes=""), "en")

    assert page.readers[1] == "Alva"
    assert [step.title for step in page.steps] == ["Safe"]


def test_answers_stand_as_they_were_given():
    body = {"answers": [{"dimension": "safe", "face": 1, "words": "Nej!", "skipped": False}],
            "words": "En kompis", "stays_here": True}  # fmt: skip

    said = said_of(asked_page(a_question(), "sv"), body)

    assert [(line.face_word, line.words) for line in said.lines] == [
        ("Jättedåligt", "Nej!"),
        ("", "En kompis"),
    ]
    assert (said.stays_here, said.is_empty) == (True, False)


def test_an_answer_needs_a_face_or_words_and_neither_alone_is_demanded():
    step = asked_page(a_question(), "sv").steps[0]

    def valid(**said):
        return QuestionForm(said, question=step, faces=(1, 2, 3, 4, 5), answer=None).is_valid()

    assert valid(do="next") is False
    assert valid(face="very_bad") is True
    assert valid(words="Ibland") is True
    assert valid(face="splendid") is False


def test_a_failed_answer_is_kept_all_the_same():
    step = asked_page(a_question(), "sv").steps[0]

    form = QuestionForm({"words": " "}, question=step, faces=(1, 2, 3, 4, 5), answer=None)

    assert form.is_valid() is False
    assert form.answer == Answer(dimension="safe", face=None, words=" ")


def test_words_that_were_sent_are_told_apart_from_words_that_were_begun():
    sent = Written(
        reply_to=REF, kind="child_words", body={"words": "Hej"}, updated=NOW, sent_at=NOW
    )

    page = words_page([a_question()], [sent], "sv")

    assert (page.asked[0].said.sent_at, page.asked[0].is_begun) == (NOW, False)


def at(time: str) -> str:
    return f"kl.\N{NO-BREAK SPACE}{time}"


def test_readings_stand_by_day_with_all_their_times():
    rows = [reading(0), reading(1), reading(1), reading(24 * 60, act="delivery.read", version=2)]

    page = readings_page(rows, [a_request()])

    assert [
        (day.on, [(r.what, r.times) for r in day.readings]) for day in page.children[0].days
    ] == [
        (TODAY, [("öppnade sidan om barnet", (at("14.31"), at("14.32")))]),
        (
            TODAY - timedelta(days=1),
            [("öppnade sin kopia av planen, version 2", (at("14.32"),))],
        ),
    ]
    assert page.older == ""


def test_a_reading_of_a_new_kind_is_told_too():
    page = readings_page([reading(0, act="something.read")], [a_request(is_child=True)])

    assert page.children[0].days[0].readings[0].what == "läste något om dig"


def test_older_readings_are_a_page_away():
    rows = [reading(minute) for minute in range(PAGE + 1)]

    page = readings_page(rows, [])

    assert page.older == rows[PAGE - 1].at.isoformat()


def test_the_pages_speak_english():
    with translation.override("en-gb"):
        page = request_page(a_request(), [], on=TODAY)

    assert page.units[1].parts == ("who does what, and when",)
