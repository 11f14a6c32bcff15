"""What the guardian and the child do and see, on a phone."""

from pathlib import Path

from tests.journeys.school import GOAL, WALK
from tests.journeys.traveller import Traveller

WORDS = "Jag vill att någon går med mig ut."


def when_the_guardian_reads_and_says_yes_but_not_to_the_police(karin: Traveller) -> None:
    karin.open("/familj/")
    karin.follow("Läs frågan")
    assert karin.reads("Om du säger nej")
    assert karin.reads("Lokalpolisområde Växjö")
    karin.follow("Gå vidare och svara")
    for unit, answer in (
        ("Skola", "Ja"),
        ("Elevhälsans medicinska insats", "Ja"),
        ("Socialtjänst barn och unga", "Ja"),
        ("Lokalpolisområde Växjö", "Nej"),
    ):
        legend = karin.page.locator("legend", has_text=unit)
        choice = karin.page.locator("fieldset", has=legend).last
        choice.get_by_role("radio", name=answer).first.check()
    karin.press("Nästa")
    assert karin.reads("Lokalpolisområde Växjö")
    karin.press("Skicka mina svar")


def when_the_child_answers_with_faces_and_words(alva: Traveller) -> None:
    alva.open("/familj/")
    alva.follow("Till frågorna")
    alva.follow("Börja")
    assert alva.reads("Det här ser")
    for feeling, words in (("Dåligt", WORDS), ("Dåligt", ""), ("Jättebra", "Jag kan läsa!")):
        alva.page.get_by_role("radio", name=feeling, exact=True).check()
        if words:
            alva.page.locator("textarea").first.fill(words)
        alva.press("Nästa")
    while alva.page.get_by_role("button", name="Jag vill inte svara nu").count():
        alva.press("Jag vill inte svara nu")
    assert alva.reads(WORDS)
    for choice in alva.page.get_by_role("radio", name="Ja").all()[:1]:
        choice.check()
    alva.press("Skicka mina ord")
    assert alva.reads(WORDS)


def then_guardian_and_child_read_the_plan(karin: Traveller, alva: Traveller) -> None:
    karin.open("/familj/")
    karin.follow("Läs planen")
    assert karin.reads(GOAL)
    assert karin.reads(WALK)
    alva.open("/familj/")
    alva.follow("Läs din plan")
    assert alva.reads(WALK)
    assert alva.reads(WORDS)


def then_who_has_read_names_the_units(karin: Traveller, pictures: Path | None) -> None:
    karin.open("/familj/vem-har-last/")
    assert karin.reads("Socialtjänst barn och unga")
    assert karin.reads("Elevhälsans medicinska insats")
    if pictures:
        karin.picture(pictures / "vem-har-last.png", from_heading="Vem har läst?", height=900)


def when_the_guardian_takes_back_one_yes(karin: Traveller) -> None:
    karin.open("/familj/samtycken/")
    karin.follow("Ta tillbaka mitt ja för Socialtjänst barn och unga, Växjö kommun")
    karin.press("Ja, ta tillbaka mitt ja")
    assert karin.reads("Du har tagit tillbaka ditt ja")
