"""The shared parts: days as people write and read them, forms, faces, the wheel, the frame."""

import importlib
import pkgutil
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.template import engines
from django.utils import translation

from varjebarn.kernel.actors import Actor, Kind
from varjebarn.web.shared import notices
from varjebarn.web.shared.context import acting_line
from varjebarn.web.shared.dates import day_as_written
from varjebarn.web.shared.days import day_in_words, how_far_off, moment_in_words
from varjebarn.web.shared.forms import BaseForm, Day, Face, LongText, OneOf, SomeOf
from varjebarn.web.shared.notices import notice
from varjebarn.web.shared.wheel import Segment, slices

TUESDAY = date(2026, 11, 24)


class GoalForm(BaseForm):
    wording = LongText(label="Vad vill vi uppnå?", missing="Skriv ett mål")
    due = Day(label="Klart senast")
    who = OneOf(label="Vem gör det?", choices=[("s", "Skolan")], hints={"s": "Björkskolan"})
    parts = SomeOf(label="Vad får delas?", choices=[("g", "Målen")], required=False)


class SometimesForm(BaseForm):
    sometimes = frozenset({"why"})
    choice = OneOf(label="Vad gäller?", choices=[("a", "Annat")])
    why = LongText(label="Varför?", required=False)
    more = LongText(label="Något mer?", required=False)


class FeelingForm(BaseForm):
    feeling = Face()


def unbroken(words: str) -> str:
    """Read ~ as a space at which no line breaks."""
    return words.replace("~", "\N{NO-BREAK SPACE}")


def rendered(source: str, **context: Any) -> str:
    return engines["django"].from_string("{% load vb %}" + source).render(context)


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-18",
        "20261218",
        "18 december 2026",
        "18 Dec 2026",
        " 18  December  2026 ",
        "18/12 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert day_as_written(written) == date(2026, 12, 18)


@pytest.mark.parametrize(
    "written", ["12/18/2026", "2026-02-30", "i morgon", "18 foo 2026", "", "1-2-3"]
)
def test_what_is_no_day_is_not_guessed(written: str) -> None:
    assert day_as_written(written) is None


def test_a_faulty_form_says_what_to_do_and_keeps_what_was_typed() -> None:
    form = GoalForm({"wording": "", "due": "någon gång", "who": "x"})

    html = str(form)

    assert form.errors == {
        "wording": ["Skriv ett mål"],
        "due": ["Skriv datumet som 2026-12-18"],
        "who": ["Välj ett av alternativen"],
    }
    assert html.count("<ds-error-summary") == 1
    assert [f'href="#{name}"' in html for name in ("id_wording", "id_due", "id_who_0")] == [
        True
    ] * 3
    assert 'value="någon gång"' in html


def test_a_right_form_gives_a_day() -> None:
    form = GoalForm({"wording": "Lugnare raster", "due": "18 december 2026", "who": "s"})

    assert form.is_valid()
    assert form.cleaned_data["due"] == date(2026, 12, 18)


def test_only_what_is_optional_is_marked() -> None:
    html = str(GoalForm())

    assert html.count("(frivilligt)") == 1


@pytest.mark.parametrize(("language", "mark"), [("sv", "(frivilligt)"), ("en-gb", "(optional)")])
def test_what_another_answer_makes_needed_is_not_said_to_be_voluntary(
    language: str, mark: str
) -> None:
    with translation.override(language):
        html = str(SometimesForm())

    assert html.count(mark) == 1
    assert html.index("Varför?") < html.index("Något mer?") < html.index(mark)


def test_no_face_is_chosen_beforehand_and_each_has_a_word() -> None:
    html = str(FeelingForm())

    assert html.count('type="radio"') == html.count("<svg") == 5
    assert "checked" not in html
    assert [word in html for word in ("Jättedåligt", "Dåligt", "Sådär", "Bra", "Jättebra")] == [
        True
    ] * 5


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "i dag (vecka~48)"),
        (date(2026, 11, 25), "i morgon (vecka~48)"),
        (date(2026, 11, 27), "om 3 dagar (vecka~48)"),
        (date(2026, 11, 22), "för 2 dagar sedan (vecka~47)"),
        (date(2027, 6, 30), "vecka~26"),
    ],
)
def test_how_far_off_a_day_is(day: date, words: str) -> None:
    assert how_far_off(day, today=TUESDAY) == unbroken(words)


def test_days_in_words_have_their_full_year() -> None:
    swedish = day_in_words(TUESDAY)
    with translation.override("en-gb"):
        english = day_in_words(TUESDAY)

    assert (swedish, english) == (unbroken("24~november~2026"), unbroken("24~November~2026"))


def test_a_day_and_a_time_break_only_between_each_other() -> None:
    moment = datetime(2026, 11, 24, 8, 18, tzinfo=UTC)
    swedish = moment_in_words(moment)
    with translation.override("en-gb"):
        english = moment_in_words(moment)

    assert (swedish, english) == (
        unbroken("24~november~2026 kl.~09.18"),
        unbroken("24~November~2026 at~09.18"),
    )


def test_the_wheel_shows_what_is_noted_but_never_how_much() -> None:
    once = (Segment(key="safe", label="Trygg", challenges=("Bråk på rasten",)),)
    often = (Segment(key="safe", label="Trygg", challenges=("Bråk på rasten", "Rädd", "Ensam")),)

    drawings = [
        rendered('{% wheel segments "Hjulet" with_list=False %}', segments=segments)
        for segments in (once, often)
    ]

    assert drawings[0] == drawings[1]
    assert "Trygg: något är svårt" in drawings[0]


def test_the_wheel_says_the_same_in_a_list() -> None:
    segments = (
        Segment(key="safe", label="Trygg", strengths=("Har en vän",), challenges=("Bråk",)),
        Segment(key="active", label="Aktiv"),
    )

    html = rendered('{% wheel segments "Hjulet" %}', segments=segments)

    assert [words in html for words in ("Har en vän", "Bråk", "Fungerar:", "Svårt:")] == [True] * 4
    assert html.count("vb-wheel-item-name") == 2


def test_what_is_noted_comes_first_and_the_rest_of_the_wheel_is_folded() -> None:
    segments = (
        Segment(key="active", label="Aktiv"),
        Segment(key="safe", label="Trygg", strengths=("Har en vän",)),
    )
    tag = '{% wheel segments "Hjulet" %}'

    shown, folded = rendered(tag, segments=segments).split("<details")
    nothing_noted = rendered(tag, segments=segments[:1])

    assert ('name">Trygg<' in shown, 'name">Aktiv<' in shown) == (True, False)
    assert ('name">Trygg<' in folded, 'name">Aktiv<' in folded) == (False, True)
    assert "Resten av hjulet (1)" in folded
    assert ("<details" in nothing_noted, 'name">Aktiv<' in nothing_noted) == (False, True)


def test_slices_go_clockwise_from_the_top() -> None:
    placed = slices([Segment(key=str(number), label="") for number in range(4)])

    assert [(round(place.x), round(place.y)) for place in placed] == [
        (0, -134),
        (134, 0),
        (0, 134),
        (-134, 0),
    ]


def test_the_acting_line_names_title_and_unit() -> None:
    lena = Actor(
        person_id=1,
        person=UUID(int=1),
        name="Lena",
        kind=Kind.STAFF,
        unit_id=1,
        title="Rektor",
        unit_name="Björkskolan",
    )

    assert acting_line(lena) == "Lena · Rektor, Björkskolan"
    assert acting_line(None) == ""


def test_an_address_cannot_put_words_on_a_page() -> None:
    assert (notice("sparat"), notice("<b>Du har vunnit</b>")) == ("Sparat.", "")


def test_no_two_parts_say_different_things_by_the_same_code() -> None:
    modules = [
        importlib.import_module(f"{notices.__name__}.{module.name}")
        for module in pkgutil.iter_modules(notices.__path__)
    ]
    codes = Counter(code for module in modules for code in module.SENTENCES)

    assert [code for code, times in codes.items() if times > 1] == []
